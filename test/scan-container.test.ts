import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sniffContainer, type ContainerKind } from "../src/containers/sniff.ts";
import { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from "../src/model/archive-limits.ts";
import { asBytePath, toBytePath } from "../src/model/byte-path.ts";
import type { Origin } from "../src/model/origin.ts";
import type { SourceBlob } from "../src/model/source-blob.ts";
import { PushedContainer, scanContainer, type ContainerReport } from "../src/scan-container.ts";
import { createFilesReport, scanContainers, scanFiles } from "../src/scan-files.ts";
import { makeTar, makeZip } from "./support/archives.ts";
import { makeKeyId, makeSecret, seeded } from "./support/secrets.ts";
import { tempFolder } from "./support/temp.ts";

const random = seeded(47);
const SECRET = makeSecret(random);
const OTHER = makeSecret(random);
const KEY_ID = makeKeyId(random);
const LINE = `first line\nsasl.username=${KEY_ID}\nsasl.password=${SECRET}\n`;
const WIDE: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS;
const MIB = 1024 * 1024;

const ORIGIN: Origin = { source: "file", path: asBytePath("dir/app.bin"), blob: null };

function kindOf(bytes: Uint8Array, name = "app.bin"): ContainerKind {
  const kind = sniffContainer(bytes.subarray(0, 512), name);
  if (kind === null) throw new Error("no container");
  return kind;
}

/** Scans a container from disk and from a pipe, which must say the same, and gives what they say. */
function scan(bytes: Uint8Array, limits = WIDE, path = "dir/app.bin"): ContainerReport {
  const origin = { ...ORIGIN, path: toBytePath(path) };
  const read: SourceBlob["read"] = (target, start, maxBytes, offset) => {
    const piece = bytes.subarray(offset, offset + maxBytes);
    target.set(piece, start);
    return piece.length;
  };
  const report = scanContainer({ origin, isSeekable: true, read }, bytes.length, kindOf(bytes, path), limits);
  const pushed = new PushedContainer(origin, limits);
  for (let at = 0; at < bytes.length; at += 40_000) pushed.push(bytes.subarray(at, at + 40_000));
  expect(placesOf(pushed.end())).toEqual(placesOf(report));
  return report;
}

function placesOf({ sightings, skips }: ContainerReport) {
  return {
    places: sightings.map(({ origin, offsetBytes, secret }) => [
      ...(origin.members ?? []),
      offsetBytes,
      secret.preview,
    ]),
    skips: skips.map(({ path, reason, detail }) => [path, reason, detail]),
  };
}

/** The members that lead to each sighting. */
function membersOf(report: ContainerReport): string[] {
  return report.sightings.map(({ origin }) => (origin.members ?? []).join("!"));
}

describe("a secret in a container", () => {
  test("has its place in the member, its key ID and no line hash", () => {
    const { sightings, skips } = scan(makeZip([{ name: "config/client.properties", content: LINE }]));
    expect(skips).toEqual([]);
    expect(sightings).toHaveLength(1);
    expect(sightings[0]).toMatchObject({
      origin: { path: "dir/app.bin", members: ["config/client.properties"] },
      offsetBytes: LINE.indexOf(SECRET),
      textBefore: { newlines: 2, bytes: "sasl.password=".length },
      keyIds: [KEY_ID],
      lineHash: null,
    });
  });

  test.each([
    [
      "a jar in a war",
      makeZip([{ name: "WEB-INF/lib/a.jar", content: makeZip([{ name: "a.properties", content: LINE }]) }]),
      "WEB-INF/lib/a.jar!a.properties",
    ],
    [
      "a docx",
      makeZip([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "word/document.xml", content: `<w:t>${LINE}</w:t>` },
      ]),
      "word/document.xml",
    ],
    [
      "a tar.gz in a zip in a tar",
      makeTar([
        {
          name: "z.zip",
          content: makeZip([{ name: "t.tar.gz", content: gzipSync(makeTar([{ name: "a.txt", content: LINE }])) }]),
        },
      ]),
      "z.zip!t.tar.gz!t.tar!a.txt",
    ],
    [
      "a brotli, by its name",
      makeTar([{ name: "page.js.br", content: brotliCompressSync(LINE) }]),
      "page.js.br!page.js",
    ],
    [
      "a PDF in a zip",
      makeZip([
        {
          name: "a.pdf",
          content: Buffer.concat([Buffer.from("%PDF-1.4\n9 0 obj <</Filter/FlateDecode>>stream\n"), deflateSync(LINE)]),
        },
      ]),
      "a.pdf!object 9",
    ],
  ])("is found in %s", (_, bytes, members) => {
    const report = scan(bytes);
    expect(report.skips).toEqual([]);
    expect(membersOf(report)).toEqual([members]);
  });

  test("is found in every layer of an image and its configuration, as docker save and OCI lay them out", () => {
    const layer = makeTar([{ name: "app/.env", content: LINE }]);
    const config = JSON.stringify({ config: { Env: [`PASSWORD=${OTHER}`] } });
    const saved = makeTar([
      { name: "a".repeat(64) + "/layer.tar", content: layer },
      { name: "config.json", content: config },
      { name: "manifest.json", content: "[]" },
    ]);
    const oci = makeTar([
      { name: "blobs/sha256/11", content: gzipSync(layer) },
      { name: "blobs/sha256/22", content: config },
      { name: "index.json", content: "{}" },
      { name: "oci-layout", content: "{}" },
    ]);
    expect(membersOf(scan(saved))).toEqual(["a".repeat(64) + "/layer.tar!app/.env", "config.json"]);
    expect(membersOf(scan(oci))).toEqual(["blobs/sha256/11!data!app/.env", "blobs/sha256/22"]);
  });

  test("is found wherever the pieces that are read end", () => {
    for (const border of [64 * 1024, 128 * 1024, 256 * 1024, 528 * 1024]) {
      for (const before of [1, 31, 63]) {
        const text = `${"x".repeat(border - before - 1)}\n${SECRET}\n${"y".repeat(3000)}`;
        const stored = makeZip([{ name: "a", content: text, isStored: true }]);
        expect(scan(stored).sightings.map(({ offsetBytes }) => offsetBytes)).toEqual([border - before]);
        expect(scan(gzipSync(text)).sightings.map(({ offsetBytes }) => offsetBytes)).toEqual([border - before]);
        expect(scan(makeTar([{ name: "a", content: text }])).sightings).toHaveLength(1);
      }
    }
  });

  test("is found whatever its member is called, and nothing is written", () => {
    const report = scan(
      makeTar([
        { name: "../../tmp/evil\n\u001b[2J", content: LINE },
        { name: "/etc/cron.d/x", content: LINE },
      ]),
    );
    expect(membersOf(report)).toEqual(["../../tmp/evil\n\u001b[2J", "/etc/cron.d/x"]);
  });

  test("is called as the file without its ending, or data, or as the gzip says", () => {
    const gzip = gzipSync(LINE);
    expect(membersOf(scan(gzip, WIDE, "dir/app.log.gz"))).toEqual(["app.log"]);
    expect(membersOf(scan(gzip, WIDE, "dir/app"))).toEqual(["data"]);
    expect(membersOf(scan(gzipSync(makeTar([{ name: "a", content: LINE }])), WIDE, "x.tgz"))).toEqual(["x.tar!a"]);
    const named = Buffer.concat([
      gzip.subarray(0, 3),
      Buffer.from([8]),
      gzip.subarray(4, 10),
      Buffer.from("own.log\0"),
      gzip.subarray(10),
    ]);
    expect(membersOf(scan(named, WIDE, "dir/app.log.gz"))).toEqual(["own.log"]);
  });
});

describe("what cannot be read", () => {
  test("is opaque, named, and its kind is told once for each archive with a count", () => {
    const locked = ["a", "b", "c"].map((name) => ({ name, content: "x", flags: 1 }));
    const report = scan(makeTar([{ name: "in.zip", content: makeZip([...locked, { name: "d", content: LINE }]) }]));
    expect(placesOf(report).skips).toEqual([["dir/app.bin!in.zip!a", "opaque", "encrypted; and 2 more beside it"]]);
    expect(membersOf(report)).toEqual(["in.zip!d"]);
  });

  test("leaves what was found before it, and is told where it was cut off, not inside it again", () => {
    const text = `${LINE}${Array.from({ length: 20_000 }, (_, i) => `line ${(i * 7919) % 10_007}\n`).join("")}`;
    const gzip = gzipSync(makeTar([{ name: "a", content: text }]));
    const report = scan(gzip.subarray(0, gzip.length - 4000));
    expect(membersOf(report)).toEqual(["data!a"]);
    expect(placesOf(report).skips).toEqual([["dir/app.bin", "opaque", "it ends early"]]);
  });
});

describe("bounds", () => {
  /** A zip of zips, all of the same bytes, `width` at each of `levels` levels: 42.zip in small. */
  function nest(levels: number, width: number): Buffer {
    let content: Buffer = Buffer.alloc(4 * MIB);
    for (let level = 0; level < levels; level++) {
      const inner = content;
      content = makeZip(Array.from({ length: width }, (_, i) => ({ name: `${i}.zip`, content: inner })));
    }
    return content;
  }

  test("a nest of zips stops at a thousand times its size, not at what it could become", () => {
    const bomb = nest(5, 16);
    const report = scan(bomb);
    const [skip] = report.skips;
    expect(report.skips).toHaveLength(1);
    expect(skip?.reason).toBe("bound-exceeded");
    expect(skip?.path.startsWith("dir/app.bin!")).toBe(true);
  });

  test("10 GB of zeros in a gzip stop after a thousandth of them", () => {
    // 64 MiB of zeros end in a run of equal bytes: deflate's way to say one block of 258 zeros after the other.
    const part = gzipSync(Buffer.alloc(64 * MIB), { level: 9 });
    const origin = { ...ORIGIN, path: asBytePath("zeros.gz") };
    const pushed = new PushedContainer(origin, WIDE);
    let pushedBytes = 0;
    for (let i = 0; i < 160; i++) {
      pushed.push(part);
      pushedBytes += part.length;
    }
    expect(pushedBytes * 1029).toBeGreaterThan(10 * 1024 * MIB);
    const report = pushed.end();
    expect(placesOf(report).skips).toEqual([
      ["zeros.gz!zeros", "bound-exceeded", "its file expands beyond --max-archive-ratio 1000"],
    ]);
  });

  test("bytes are counted for each file", () => {
    const members = Array.from({ length: 5 }, (_, i) => ({ name: `m${i}`, content: Buffer.alloc(100_000, `${i}bc`) }));
    const report = scan(makeZip([{ name: "a", content: LINE }, ...members]), { ...WIDE, bytes: 250_000 });
    expect(placesOf(report).skips).toEqual([
      ["dir/app.bin!m2", "bound-exceeded", "its file expands beyond --max-archive-bytes 250000"],
    ]);
    expect(membersOf(report)).toEqual(["a"]);
  });

  test("members are counted for each file, those of nested archives too", () => {
    const inner = makeTar(["a", "b", "c"].map((name) => ({ name, content: "text" })));
    const bytes = makeTar([
      { name: "found", content: LINE },
      { name: "in.tar", content: inner },
      { name: "last", content: LINE },
    ]);
    expect(scan(bytes, { ...WIDE, members: 6 }).skips).toEqual([]);
    const report = scan(bytes, { ...WIDE, members: 4 });
    expect(placesOf(report).skips).toEqual([
      ["dir/app.bin!in.tar", "bound-exceeded", "members beyond --max-archive-members 4"],
    ]);
    expect(membersOf(report)).toEqual(["found"]);
  });

  test("archives deeper than the bound are named and scanned as bytes", () => {
    const deepest = makeTar([{ name: "secret", content: LINE }]);
    const bytes = makeZip([{ name: "1.tar", content: makeTar([{ name: "2.tar", content: deepest }]) }]);
    expect(membersOf(scan(bytes, { ...WIDE, depth: 3 }))).toEqual(["1.tar!2.tar!secret"]);
    const report = scan(bytes, { ...WIDE, depth: 2 });
    expect(placesOf(report).skips).toEqual([
      ["dir/app.bin!1.tar!2.tar", "bound-exceeded", "archives inside each other beyond --max-archive-depth 2"],
    ]);
    // An uncompressed tar is plain to a scan of its bytes.
    expect(membersOf(report)).toEqual(["1.tar!2.tar"]);
  });

  test("a compressed stream is half a level: a library in a jar in a layer in an image, each of them compressed, is read", () => {
    const jar = makeZip([{ name: "lib.jar", content: makeZip([{ name: "a.properties", content: LINE }]) }]);
    const layer = gzipSync(makeTar([{ name: "app.jar", content: jar }]));
    const image = gzipSync(makeTar([{ name: "layer", content: layer }]));
    expect(placesOf(scan(image, { ...WIDE, depth: 5 })).skips).toEqual([]);
    expect(membersOf(scan(image, { ...WIDE, depth: 5 }))).toHaveLength(1);
    expect(membersOf(scan(image, { ...WIDE, depth: 4 }))).toEqual([]);
  });
});

test("containers that are read at the same time do not write over each other", () => {
  const leak = makeTar([{ name: "a.env", content: LINE }]);
  const clean = makeTar([{ name: "a.env", content: "x".repeat(LINE.length) }]);
  const [first, second] = [new PushedContainer(ORIGIN, WIDE), new PushedContainer(ORIGIN, WIDE)];
  for (let at = 0; at < leak.length; at += 10) {
    first.push(leak.subarray(at, at + 10));
    second.push(clean.subarray(at, at + 10));
  }
  expect([membersOf(first.end()), membersOf(second.end())]).toEqual([["a.env"], []]);
});

test("a file that threads read in parts is put aside to be opened as well", () => {
  const file = join(tempFolder({ "a.tar": makeTar([{ name: "a.env", content: LINE }]) }), "a.tar");
  const report = createFilesReport();
  const options = { wantsLineHash: false, largeFileBytes: 1000, archives: WIDE };
  scanFiles({ paths: [toBytePath(file)], followsLinks: true }, options, report);
  expect(report.large.map(({ sizeBytes }) => sizeBytes)).toEqual([2048]);
  expect(report.containers).toEqual([{ path: file, followsLink: true, sizeBytes: 2048, kind: "tar" }]);
  const inside = scanContainers(report.containers, WIDE, { scanContainer, PushedContainer });
  expect(inside.sightings.map(({ origin }) => origin.members)).toEqual([["a.env"]]);
});
