import { describe, expect, test } from "vitest";
import { isReadable, ViewBuilder } from "../../src/detect/view.ts";

describe("a view", () => {
  test("holds the bytes that were added, and where each one comes from", () => {
    const builder = new ViewBuilder(10);
    builder.add(0x61, 5, 8);
    builder.add(0x62, 8, 9);
    builder.add(0x63, 20, 23);
    const view = builder.build("percent");
    expect(Buffer.from(view.bytes).toString()).toBe("abc");
    expect(view.toParent({ start: 0, end: 2 })).toEqual({ start: 5, end: 9 });
    expect(view.toParent({ start: 1, end: 3 })).toEqual({ start: 8, end: 23 });
  });

  test.each([
    ["percent", true],
    ["base64", true],
    ["split", false],
  ] as const)("of %s can be read by a person: %s", (encoding, canBeRead) => {
    const view = new ViewBuilder(0).build(encoding);
    expect([view.encoding, isReadable(view)]).toEqual([encoding, canBeRead]);
  });
});

test("an encoding is named where it changed something", () => {
  const view = new ViewBuilder(0).build("escape");
  expect(view.encodingsOf({ start: 3, end: 67 }, { start: 9, end: 73 })).toEqual([]);
  expect(view.encodingsOf({ start: 3, end: 67 }, { start: 9, end: 74 })).toEqual(["escape"]);
});
