import { crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "../../src/codec/crc32.ts";

test("the CRC-32 of the standard check value is the published one", () => {
  // Source: the CRC catalogue's check of CRC-32/ISO-HDLC.
  expect(crc32("123456789")).toBe(0xcbf43926);
});

test("the CRC-32 is zlib's", () => {
  fc.assert(fc.property(fc.string({ unit: "binary-ascii", maxLength: 80 }), (text) => crc32(text) === zlibCrc32(text)));
});
