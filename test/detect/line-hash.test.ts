import { expect, test } from "vitest";
import { hashLines, isTextHead } from "../../src/detect/line-hash.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";

const kernel = createSimdKernel();

test("a hash carries how often it came up so far, also for lines that nobody asked for", () => {
  const text = Buffer.from("Lorem ipsum dolor sit amet.\n".repeat(10));
  expect(label(text, [1, 3, 6])).toEqual(
    new Map([
      [1, "a7f2ff13bc495cf2:1"],
      [3, "a7f2ff13bc495cf2:3"],
      [6, "a7f2ff13bc495cf2:6"],
    ]),
  );
});

test("an empty file has one line; a line that is not there has no hash", () => {
  expect(label(Buffer.alloc(0), [1, 2])).toEqual(new Map([[1, "c129715d7a2bc9a3:1"]]));
});

test.each([
  ["a NUL at the start", Buffer.from("\0abc"), false],
  ["a NUL within the first 8,000 bytes", Buffer.concat([Buffer.alloc(7_999, 65), Buffer.alloc(1)]), false],
  ["a NUL behind them", Buffer.concat([Buffer.alloc(8_000, 65), Buffer.alloc(1)]), true],
  ["no NUL", Buffer.from("abc\xff", "latin1"), true],
  ["nothing", Buffer.alloc(0), true],
])("git's rule for text says of %s: %s", (_, head, isText) => {
  expect(isTextHead(head)).toBe(isText);
});

function label(bytes: Buffer, lines: readonly number[]): Map<number, string> {
  kernel.arena.set(bytes, 0);
  return hashLines(kernel, (visit) => visit(0, bytes.length), new Set(lines));
}
