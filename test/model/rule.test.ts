import { expect, test } from "vitest";
import { requireRule } from "../../src/model/rule.ts";
import rule from "../../rules/confluent-api-secret.json" with { type: "json" };

test("a good rule is taken as it is", () => {
  expect(requireRule(rule)).toBe(rule);
});

test.each([
  ["nothing", null, "must be an object"],
  ["a rule without an example", { ...rule, examples: [] }, "examples"],
  ["a rule without a counter-example", { ...rule, non_examples: undefined }, "non_examples"],
  ["a severity that GitHub refuses", { ...rule, severity: "high" }, "severity"],
  ["a severity out of range", { ...rule, severity: "11" }, "severity"],
  ["an unknown confidence", { ...rule, confidence: "sure" }, "confidence"],
  ["an empty title", { ...rule, title: " " }, "title"],
  ["a field that nobody reads", { ...rule, keyword: "x" }, "keyword"],
])("%s is refused, and the field named", (_, data, message) => {
  expect(() => requireRule(data)).toThrow(message);
});
