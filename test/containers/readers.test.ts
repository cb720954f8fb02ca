import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, crc32, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { mayBeContainer, sniffContainer, type ContainerKind } from "../../src/containers/sniff.ts";
import { makeTar, makeZip } from "../support/archives.ts";
import { collect, textOf, type Collection } from "./collect.ts";
import { sampleLog } from "./sample-log.ts";

const { text: LOG, secret, keyId } = sampleLog();
const PROPERTIES = `sasl.username=${keyId}\nsasl.password=${secret}\n`;

/** A file in fixtures/containers/. */
function fixture(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../fixtures/containers/${name}`, import.meta.url)));
}

interface Sample {
  readonly kind: ContainerKind;
  readonly bytes: Buffer;
  /** The content of some members, by name. */
  readonly contents: Readonly<Record<string, string>>;
}

const LONG_FOLDER = "folder-with-a-rather-long-name/".repeat(8);
const DOCUMENT = Buffer.concat([
  Buffer.from("%PDF-1.7\n4 0 obj\n<< /Length 12 /Filter /FlateDecode >>\nstream\r\n"),
  deflateSync(PROPERTIES),
  Buffer.from(
    "\nendstream\nendobj\n5 0 obj\n<< /Length 5 >>\nstream\nplain\nendstream\nendobj\n6 0 obj<</Filter[/Fl]>>stream\n",
  ),
  deflateSync(LOG),
]);

/** Every format, made by real tools where Node itself does not make it. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  "a gzip": { kind: "gzip", bytes: gzipSync(LOG), contents: { data: LOG } },
  "two gzips one after another, and zeros": {
    kind: "gzip",
    bytes: Buffer.concat([gzipSync(LOG.slice(0, 70_000)), gzipSync(LOG.slice(70_000)), Buffer.alloc(600)]),
    contents: { data: LOG },
  },
  "a bzip2": { kind: "bzip2", bytes: fixture("log.bz2"), contents: { data: LOG } },
  "two bzip2 one after another": {
    kind: "bzip2",
    bytes: Buffer.concat([fixture("log.bz2"), fixture("log.bz2")]),
    contents: { data: LOG + LOG },
  },
  "an xz": { kind: "xz", bytes: fixture("log.xz"), contents: { data: LOG } },
  "an xz of blocks, padding, and one more": {
    kind: "xz",
    bytes: Buffer.concat([fixture("blocks.xz"), Buffer.alloc(8), fixture("log.xz")]),
    contents: { data: LOG + LOG },
  },
  "a zstd": { kind: "zstd", bytes: fixture("log.zst"), contents: { data: LOG } },
  "a zstd of frames": { kind: "zstd", bytes: fixture("frames.zst"), contents: { data: LOG } },
  "a brotli": { kind: "brotli", bytes: brotliCompressSync(LOG), contents: { data: LOG } },
  "a tar": { kind: "tar", bytes: makeTar([{ name: "a", content: LOG }]), contents: { a: LOG } },
  "a GNU tar": {
    kind: "tar",
    bytes: fixture("gnu.tar"),
    contents: {
      "client.properties": PROPERTIES,
      [`${LONG_FOLDER}client.properties`]: PROPERTIES,
    },
  },
  "a pax tar": {
    kind: "tar",
    bytes: fixture("pax.tar"),
    contents: { "client.properties": PROPERTIES, [`${LONG_FOLDER}client.properties`]: PROPERTIES },
  },
  "a tar of 1979": { kind: "tar", bytes: fixture("v7.tar"), contents: { "client.properties": PROPERTIES } },
  "a zip": {
    kind: "zip",
    bytes: fixture("info-zip.zip"),
    contents: { "client.properties": PROPERTIES, "log.txt": LOG },
  },
  "a zip without compression": {
    kind: "zip",
    bytes: fixture("stored.zip"),
    contents: { "client.properties": PROPERTIES },
  },
  "a zip that was written to a pipe": { kind: "zip", bytes: fixture("pipe.zip"), contents: { "-": PROPERTIES } },
  "a zip64": {
    kind: "zip",
    bytes: fixture("zip64.zip"),
    contents: { "part-0.properties": PROPERTIES, "part-1.properties": PROPERTIES },
  },
  "a PDF": { kind: "pdf", bytes: DOCUMENT, contents: { "object 4": PROPERTIES, "object 6": LOG } },
};

describe.each(Object.entries(SAMPLES))("%s", (_, { kind, bytes, contents }) => {
  test("is known by its content, brotli by its name", () => {
    const name = kind === "brotli" ? "a.br" : "a.txt";
    expect(sniffContainer(bytes.subarray(0, 512), name)).toBe(kind);
    expect(mayBeContainer(bytes, bytes.length, name)).toBe(true);
  });

  test("gives its members whole", () => {
    const found = collect(kind, bytes);
    expect(found.problems).toEqual([]);
    for (const [name, content] of Object.entries(contents)) expect(textOf(found, name)).toBe(content);
    expect(found.members.every(({ isWhole }) => isWhole)).toBe(true);
  });

  test("gives the same however it is cut", () => {
    const whole = collect(kind, bytes);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 5 }), (cuts) => {
        expect(collect(kind, bytes, cuts)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
    if (bytes.length < 1_500) expect(collect(kind, bytes, [1])).toEqual(whole);
  });

  test("is opaque where it is cut off, and what came before stands", () => {
    const whole = collect(kind, bytes);
    const lengths = [1, 2, 11, 20, 100, Math.floor(bytes.length / 2), bytes.length - 30];
    for (const length of lengths.filter((one) => one > 0 && one < bytes.length)) {
      const cut = collect(kind, bytes.subarray(0, length));
      for (const { name, content } of cut.members) {
        const full = textOf(whole, name);
        expect(full.startsWith(content)).toBe(true);
      }
      expect(cut.problems.every(({ reason }) => reason === "opaque")).toBe(true);
    }
  });

  test("never throws for a flipped bit, and says so or gives the same", () => {
    const whole = collect(kind, bytes);
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const found = collect(kind, flipped);
        // Tar and PDF have no checksum of their content, and the others none of some headers.
        if (kind !== "gzip" && kind !== "bzip2") return;
        if (found.problems.length === 0) {
          expect(found.members.map(({ content }) => content)).toEqual(whole.members.map(({ content }) => content));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(["gzip", "bzip2", "xz", "zstd", "brotli", "tar", "zip", "pdf"] as const)("any bytes as %s", (kind) => {
  const samples = Object.values(SAMPLES).filter((sample) => sample.kind === kind);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(fc.constantFrom(...samples), fc.nat(3000), fc.uint8Array({ maxLength: 60 }))
      .map(([sample, length, tail]) => Buffer.concat([sample.bytes.subarray(0, length), tail])),
  );

  test("never throw, and how they are cut changes nothing", () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 }), (input, cuts) => {
        const [cut, whole] = [collect(kind, input, cuts), collect(kind, input)];
        if (whole.problems.length === 0) expect(cut).toEqual(whole);
        // Near damage zlib hands on a few bytes more or less (brotli many), and where a PDF's stream ends is not known.
        else if (kind === "brotli") expect(cut.problems).toEqual(whole.problems);
        else if (kind !== "pdf") expect([cut.problems, namesOf(cut)]).toEqual([whole.problems, namesOf(whole)]);
      }),
      { numRuns: 60 },
    );
  });
});

function namesOf({ members }: Collection): string[] {
  return members.map(({ name }) => name);
}

test("a truncated stream of each format is said to end early", () => {
  for (const { kind, bytes } of Object.values(SAMPLES)) {
    if (kind === "pdf") continue;
    const end = kind === "tar" ? 600 : Math.floor(bytes.length / 2) - 7;
    expect([kind, collect(kind, bytes.subarray(0, end)).problems.length > 0]).toEqual([kind, true]);
  }
});

test("text, images and programs are no containers, and most text is not even looked at", () => {
  expect(mayBeContainer(Buffer.from("key=value\n".repeat(60)), 600, "a.properties")).toBe(false);
  for (const head of [
    "",
    "P",
    "PK",
    "BZh9 is a prefix",
    "(\xb5",
    "key=value\n".repeat(60),
    "\x89PNG\r\n",
    "MZ\x90\0",
    "\x7fELF",
  ]) {
    expect(sniffContainer(Buffer.from(head, "latin1"), "a")).toBeNull();
  }
  expect(sniffContainer(Buffer.alloc(512), "a.tar")).toBeNull();
  expect(sniffContainer(makeZip([]).subarray(0, 22), "a")).toBe("zip");
});

describe("a window over 64 MiB", () => {
  test("of a zstd exceeds the bound, one of 64 MiB does not", () => {
    const frame = (descriptor: number): Buffer =>
      Buffer.concat([
        Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, descriptor, 25, 0, 0]),
        Buffer.from("abc"),
        Buffer.alloc(8),
      ]);
    expect(collect("zstd", frame(17 << 3)).problems).toEqual([
      { reason: "bound-exceeded", detail: "its window of 134217728 bytes is over 64 MiB", member: null },
    ]);
    expect(textOf(collect("zstd", frame(16 << 3)), "data")).toBe("abc");
  });

  test("of an xz exceeds the bound", () => {
    const bytes = fixture("log.xz");
    const headerEnd = 12 + ((bytes[12] ?? 0) + 1) * 4;
    const dictionaryAt = bytes.indexOf(Buffer.from([0x21, 1]), 12) + 2;
    bytes[dictionaryAt] = 30;
    bytes.writeUInt32LE(crc32(bytes.subarray(12, headerEnd - 4)), headerEnd - 4);
    expect(collect("xz", bytes).problems).toEqual([
      { reason: "bound-exceeded", detail: "its window of 134217728 bytes is over 64 MiB", member: null },
    ]);
  });
});

test("a million tiny parts cost no more than their bytes: none copies what stands behind it", () => {
  const gzips = Buffer.concat(Array.from({ length: 20_000 }, () => gzipSync("ab")));
  const zip = makeZip(Array.from({ length: 5_000 }, () => ({ name: "a", content: "b", isStored: true })));
  const concat = vi.spyOn(Buffer, "concat");
  const copied = (): number =>
    concat.mock.calls.flatMap(([list]) => [...list]).reduce((sum, one) => sum + one.length, 0);
  expect(textOf(collect("gzip", gzips), "data")).toHaveLength(40_000);
  expect(copied()).toBeLessThan(3 * gzips.length);
  concat.mockClear();
  // Without its directory it is read by its members' headers.
  expect(collect("zip", zip.subarray(0, 150_000)).members.length).toBeGreaterThan(4_000);
  expect(copied()).toBeLessThan(3 * zip.length);
  concat.mockRestore();
});
