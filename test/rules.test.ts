import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scanBytes } from "../src/library.ts";
import { RULES } from "../src/rules.ts";

test("every file in rules/ is a rule in use, named for its id", () => {
  const files = readdirSync(fileURLToPath(new URL("../rules", import.meta.url))).sort();
  expect(files).toEqual(RULES.map((rule) => `${rule.id}.json`).sort());
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))("the rule %s", (id, rule) => {
  test.each(rule.examples)("finds something in %j", (example) => {
    expect(scanBytes(example).findings.map((finding) => finding.rule)).toContain(id);
  });

  test.each(rule.non_examples)("finds nothing in %j", (example) => {
    expect(scanBytes(example).findings).toEqual([]);
  });

  test("has a pattern that every example matches", () => {
    expect(rule.examples.every((example) => new RegExp(rule.pattern).test(example))).toBe(true);
  });

  test("says what to do without naming a key that it cannot know", () => {
    expect(rule.remediation.join(" ")).toContain("confluent api-key delete <KEY-ID>");
  });
});
