import { describe, expect, test } from "vitest";
import { ARENA_BYTES } from "../src/kernel/kernel.ts";
import { asBytePath } from "../src/model/byte-path.ts";
import type { Origin } from "../src/model/origin.ts";
import type { SourceBlob } from "../src/model/source-blob.ts";
import { positionAfter } from "../src/model/text-measure.ts";
import { PushedBlob, scanBlob, type BlobReport } from "../src/scan-blob.ts";
import { requireEncoder } from "./support/encoders.ts";
import { makeKeyId, makeSecret, seeded } from "./support/secrets.ts";

const SECRET = makeSecret(seeded(1));
const KEY_ID = makeKeyId(seeded(2));
const FILE: Origin = { source: "file", path: asBytePath("f"), blob: null };
const LINE = `${KEY_ID}:${SECRET}\n`;
const LARGE = "some line of text\n".repeat(Math.ceil(ARENA_BYTES / 10)) + LINE + LINE;

describe("a blob that is read", () => {
  test.each([
    ["at once", LARGE.length],
    ["in small pieces", 1_000],
    ["in pieces larger than the arena", ARENA_BYTES * 2],
  ])("gives the same sightings %s", (_, pieceBytes) => {
    const report = scanBlob(memoryBlob(LARGE, { pieceBytes }), { wantsLineHash: true });
    const lines = LARGE.split("\n").length;
    expect(placesOf(report)).toEqual([
      [lines - 2, 18],
      [lines - 1, 18],
    ]);
    expect(report?.sightings.map(({ keyIds }) => keyIds)).toEqual([[KEY_ID], [KEY_ID]]);
    expect(report?.bytes).toBe(LARGE.length);
  });

  test("has the line hash that it has in memory, also where it does not fit there", () => {
    const small = scanBlob(memoryBlob(LINE + LINE), { wantsLineHash: true });
    const large = scanBlob(memoryBlob(LARGE), { wantsLineHash: true });
    expect(large?.sightings.map(({ lineHash }) => lineHash)).toEqual(small?.sightings.map(({ lineHash }) => lineHash));
    expect(small?.sightings.every(({ lineHash }) => lineHash !== null)).toBe(true);
  });

  test.each([
    ["nobody asked", memoryBlob(LINE), false],
    ["it is binary", memoryBlob(`\0${LINE}`), true],
    ["it is standard input", memoryBlob(LINE, { origin: { ...FILE, source: "stdin" } }), true],
    ["it is gone and cannot be read twice", memoryBlob(LARGE, { isSeekable: false }), true],
  ])("has no line hash where %s", (_, blob, wantsLineHash) => {
    const report = scanBlob(blob, { wantsLineHash });
    expect(new Set(report?.sightings.map(({ lineHash }) => lineHash))).toEqual(new Set([null]));
  });

  test.each([
    [100 * 1024 * 1024, true],
    [100 * 1024 * 1024 + 1, false],
  ])("of %i bytes has a line hash: %s, since GitHub takes files up to 100 MiB", (sizeBytes, isHashed) => {
    const report = scanBlob(blobOfLines(LINE, sizeBytes), { wantsLineHash: true });
    expect(report?.sightings.map(({ lineHash }) => lineHash !== null)).toEqual([isHashed]);
  });

  test("is left alone where it turns out to be too large", () => {
    expect(scanBlob(memoryBlob(LARGE), { wantsLineHash: false, isTooLarge: () => true })).toBeNull();
  });

  test("passes on what its reader throws", () => {
    const broken: SourceBlob = {
      origin: FILE,
      isSeekable: true,
      read: () => {
        throw new Error("broken");
      },
    };
    expect(() => scanBlob(broken, { wantsLineHash: false })).toThrow("broken");
  });
});

describe("the key ID of an encoded secret", () => {
  const OTHER_ID = makeKeyId(seeded(3));
  const toBase64 = (text: string): string => Buffer.from(text).toString("base64");

  test.each([
    ["stands in the decoded text", toBase64(`${KEY_ID}:${SECRET}`), [KEY_ID]],
    ["stands around the encoded text", `id: ${KEY_ID}\nkey: ${toBase64(SECRET)}\n`, [KEY_ID]],
    [
      "is that of the decoded text, where both hold one",
      `id: ${OTHER_ID}\n${toBase64(`${KEY_ID}:${SECRET}`)}`,
      [KEY_ID],
    ],
    [
      "is that of the innermost text that has one",
      toBase64(`${OTHER_ID} ${toBase64(`${KEY_ID} ${SECRET}`)}`),
      [KEY_ID],
    ],
  ])("%s", (_, text, keyIds) => {
    const report = scanBlob(memoryBlob(text), { wantsLineHash: false });
    expect(report?.sightings.map((one) => one.keyIds)).toEqual([keyIds]);
  });
});

test("a blob that is pushed gives what a blob that is read gives", () => {
  const blob = new PushedBlob(FILE, { wantsLineHash: true });
  for (let at = 0; at < LARGE.length; at += 65_536) blob.push(Buffer.from(LARGE.slice(at, at + 65_536)));
  expect(placesOf(blob.end())).toEqual(placesOf(scanBlob(memoryBlob(LARGE), { wantsLineHash: false })));
});

/** A blob that begins with `head` and goes on with line feeds, which are quick to make. */
function blobOfLines(head: string, sizeBytes: number): SourceBlob {
  const bytes = Buffer.from(head, "latin1");
  return {
    origin: FILE,
    isSeekable: true,
    read: (target, start, maxBytes, offset) => {
      const count = Math.min(maxBytes, sizeBytes - offset);
      target.fill(0x0a, start, start + count);
      if (offset < bytes.length) bytes.copy(target, start, offset);
      return count;
    },
  };
}

interface MemoryOptions {
  readonly pieceBytes?: number;
  readonly isSeekable?: boolean;
  readonly origin?: Origin;
}

function memoryBlob(
  text: string,
  { pieceBytes = Infinity, isSeekable = true, origin = FILE }: MemoryOptions = {},
): SourceBlob {
  const bytes = Buffer.from(text, "latin1");
  return {
    origin,
    isSeekable,
    read: (target, start, maxBytes, offset) =>
      bytes.copy(target, start, offset, offset + Math.min(maxBytes, pieceBytes)),
  };
}

function placesOf(report: BlobReport | null): unknown[] {
  return (report?.sightings ?? []).map(({ textBefore }) => Object.values(positionAfter(textBefore)));
}

test.each([
  ["text", "\n\xc3\xa9", 2],
  ["text whose line is not UTF-8", "\n\xe9", 2],
  ["a binary blob", "\0\n\xc3\xa9", 3],
  ["a binary blob in which lead and continuation bytes cancel out", "\0\n\xc3A\x80", 4],
])("columns of %s are those of the contract", (_, before, column) => {
  const report = scanBlob(memoryBlob(before + SECRET), { wantsLineHash: false });
  expect(placesOf(report)).toEqual([[before.split("\n").length, column]]);
});

describe.each(["utf-16le", "utf-16be", "utf-32le", "utf-32be"])("columns of %s are characters", (form) => {
  test.each([
    ["on the first line", form, "aé", 1, 3],
    ["on the first line, behind a byte-order mark", `${form}-bom`, "aé", 1, 3],
    ["on a later line", `${form}-bom`, "a\r\né", 2, 2],
    ["behind characters in which a byte of a line feed is", `${form}-bom`, "上上\né", 2, 2],
  ])("%s", (_, name, before, line, column) => {
    const bytes = requireEncoder(name).encode(Buffer.from(`${before}${SECRET}.`), seeded(1));
    const report = scanBlob(memoryBlob(bytes.toString("latin1")), { wantsLineHash: false });
    expect(placesOf(report)).toEqual([[line, column]]);
    expect(report?.sightings.map(({ textWithin }) => textWithin.units)).toEqual([SECRET.length]);
  });
});
