import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scanBytes } from "../src/library.ts";
import { RULES } from "../src/rules.ts";
import { findAt } from "./support/scan.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));

// A fixture's name is its verdict: `ok.` is silent, `ng.` is reported as its expected.json says.
describe.each(RULES.map((rule) => [rule.id, rule] as const))("the fixtures of %s", (id, { confidence }) => {
  const cases = readdirSync(join(FIXTURES, id));

  test.each(cases.filter((name) => name.startsWith("ok.")))("%s is silent", (name) => {
    const findings = findAt(confidence, readFileSync(join(FIXTURES, id, name, "input")));
    expect(findings.filter(({ rule }) => rule === id)).toEqual([]);
  });

  test.each(cases.filter((name) => name.startsWith("ng.")))("%s is reported", (name) => {
    const input = readFileSync(join(FIXTURES, id, name, "input"));
    const findings = findAt(confidence, input).filter(({ rule }) => rule === id);
    const seen = findings.flatMap(({ preview, keyIds, occurrences }) =>
      occurrences.map(({ line, column }) => ({ line, column, keyIds, preview })),
    );
    expect(seen).toEqual(JSON.parse(readFileSync(join(FIXTURES, id, name, "expected.json"), "utf8")));
    const isByDefault = scanBytes(input).findings.some(({ rule }) => rule === id);
    expect(isByDefault).toBe(confidence !== "possible");
  });

  test("have names that say their verdict", () => {
    expect(cases.filter((name) => !/^(?:ok|ng)\./.test(name))).toEqual([]);
  });
});
