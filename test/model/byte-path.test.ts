import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asBytePath, joinPath, toBytePath, toDisplayPath, toFsPath, toPathBytes } from "../../src/model/byte-path.ts";

test("text becomes bytes and text again", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => toDisplayPath(toBytePath(text)) === text));
});

test("any bytes reach the file system as they are", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const path = asBytePath(Buffer.from(bytes).toString("latin1"));
      expect(Buffer.from(toFsPath(path) as string)).toEqual(Buffer.from(bytes));
    }),
  );
});

test("a plain name goes to the file system as a string, which is faster", () => {
  expect(toFsPath(toBytePath("src/a.ts"))).toBe("src/a.ts");
});

test.each([
  ["plain", null],
  ["grün", null],
  ["\ufffd", null],
])("a name that is UTF-8 needs no bytes beside it: %s", (name, bytes) => {
  expect(toPathBytes(toBytePath(name))).toBe(bytes);
});

test("a name that is not UTF-8 is shown with U+FFFD and keeps its bytes", () => {
  const path = asBytePath("a\xffb");
  expect(toDisplayPath(path)).toBe("a\ufffdb");
  expect(toPathBytes(path)).toBe(Buffer.from([0x61, 0xff, 0x62]).toString("base64"));
});

describe("joining", () => {
  test.each([
    [".", "a", "a"],
    ["x", "a", "x/a"],
    ["/", "a", "/a"],
    ["..", "a", "../a"],
    ["./x", "a", "./x/a"],
  ])("%s and %s gives %s", (folder, name, path) => {
    expect(joinPath(asBytePath(folder), name)).toBe(path);
  });
});
