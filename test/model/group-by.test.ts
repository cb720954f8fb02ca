import { expect, test } from "vitest";
import { groupBy } from "../../src/model/group-by.ts";

test("items keep their order within a key, and keys the order in which they came up", () => {
  const groups = groupBy(["b1", "a1", "b2", "a2"], (item) => item[0]);
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1", "a2"]],
  ]);
});
