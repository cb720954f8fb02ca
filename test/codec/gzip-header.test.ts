import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { gzipHeaderEnd, gzipStoredName } from "../../src/codec/gzip-header.ts";

const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const CHECKSUM = 2;

const EXTRA_FIELD = [3, 0, 0x61, 0x62, 0x63];
const NAME_FIELD = [...Buffer.from("a.log\0")];
const COMMENT_FIELD = [...Buffer.from("note\0")];

function header(flags: number, ...fields: readonly (readonly number[])[]): Buffer {
  return Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3, ...fields.flat()]);
}

const HEADERS: readonly [string, Buffer, string | null][] = [
  ["nothing more", header(0), null],
  ["an extra field", header(EXTRA, EXTRA_FIELD), null],
  ["a name", header(NAME, NAME_FIELD), "a.log"],
  ["a comment", header(COMMENT, COMMENT_FIELD), null],
  ["a checksum", header(CHECKSUM, [1, 2]), null],
  ["all of them", header(EXTRA | NAME | COMMENT | CHECKSUM, EXTRA_FIELD, NAME_FIELD, COMMENT_FIELD, [1, 2]), "a.log"],
];

describe("the header of a gzip stream", () => {
  test.each(HEADERS)("with %s ends where it does, and is not there whole before", (_, bytes, name) => {
    expect(gzipHeaderEnd(Buffer.concat([bytes, Buffer.from("rest")]))).toBe(bytes.length);
    expect(gzipStoredName(bytes)).toBe(name);
    for (let length = 0; length < bytes.length; length++) expect(gzipHeaderEnd(bytes.subarray(0, length))).toBeNull();
  });

  test("that zlib writes is ten bytes long", () => {
    expect(gzipHeaderEnd(gzipSync("text"))).toBe(10);
  });
});
