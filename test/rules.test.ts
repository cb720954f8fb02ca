import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RULES } from "../src/rules.ts";
import { findDamagedPlainly, findSecretsPlainly } from "./support/oracle.ts";
import { findAt } from "./support/scan.ts";
import { texts } from "./support/texts.ts";

test("every file in rules/ is a rule in use, named for its id", () => {
  const files = readdirSync(fileURLToPath(new URL("../rules", import.meta.url))).sort();
  expect(files).toEqual(RULES.map((rule) => `${rule.id}.json`).sort());
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))("the rule %s", (id, rule) => {
  test.each(rule.examples)("finds something in %j", (example) => {
    expect(findAt(rule.confidence, example).map((finding) => finding.rule)).toContain(id);
  });

  test.each(rule.non_examples)("finds nothing in %j", (example) => {
    expect(findAt(rule.confidence, example)).toEqual([]);
  });

  test("has a pattern that every example matches", () => {
    expect(rule.examples.every((example) => new RegExp(rule.pattern).test(example))).toBe(true);
  });

  test("says what to do without naming a key that it cannot know", () => {
    const steps = rule.remediation.join(" ");
    // A third party's credential has no key at Confluent.
    if (id === "flink-connection-credential") expect(steps).not.toContain("<KEY-ID>");
    else expect(steps).toContain("confluent api-key delete <KEY-ID>");
  });
});

test("in plain text, the rules find what their patterns and the checksum say, and no place is reported twice", () => {
  const places = (text: string, rule: string): number[] =>
    findAt("possible", text)
      .filter((finding) => finding.rule === rule)
      .flatMap(({ occurrences }) => occurrences)
      .filter(({ encodings }) => encodings.length === 0)
      .map(({ offsetBytes }) => offsetBytes)
      .sort((a, b) => a - b);
  fc.assert(
    fc.property(texts, (text) => {
      const proven = findSecretsPlainly(text).map(({ offset }) => offset);
      expect(places(text, "confluent-api-secret")).toEqual(proven);
      expect(places(text, "confluent-damaged-api-secret")).toEqual(findDamagedPlainly(text));
      // A secret with a wrong checksum is no secret: nothing else may change with it.
      expect(findAt("possible", text).filter(({ confidence }) => confidence === "proven")).toEqual(
        findAt("likely", text),
      );
    }),
  );
});
