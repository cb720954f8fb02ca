import { expect, test } from "vitest";
import { descriptorOf } from "../../src/sources/stream.ts";

test.each([
  ["/dev/stdin", 0],
  ["/dev/stdout", 1],
  ["/dev/stderr", 2],
  ["/dev/fd/63", 63],
  ["/proc/self/fd/4", 4],
  ["/dev/fd/", null],
  ["/dev/fd/1x", null],
  ["/dev/stdina", null],
  ["dev/stdin", null],
  ["/dev/null", null],
  ["stdin", null],
])("%s stands for descriptor %s", (path, descriptor) => {
  expect(descriptorOf(path)).toBe(descriptor);
});
