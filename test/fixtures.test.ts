import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scanBytes } from "../src/library.ts";
import { RULES } from "../src/rules.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));

// A fixture's name is its verdict: `ok.` is silent, `ng.` is reported as its expected.json says.
describe.each(RULES.map(({ id }) => id))("the fixtures of %s", (rule) => {
  const cases = readdirSync(join(FIXTURES, rule));

  test.each(cases.filter((name) => name.startsWith("ok.")))("%s is silent", (name) => {
    expect(scanBytes(readFileSync(join(FIXTURES, rule, name, "input"))).findings).toEqual([]);
  });

  test.each(cases.filter((name) => name.startsWith("ng.")))("%s is reported", (name) => {
    const { findings } = scanBytes(readFileSync(join(FIXTURES, rule, name, "input")));
    const seen = findings.flatMap(({ preview, keyIds, occurrences }) =>
      occurrences.map(({ line, column }) => ({ line, column, keyIds, preview })),
    );
    expect(seen).toEqual(JSON.parse(readFileSync(join(FIXTURES, rule, name, "expected.json"), "utf8")));
  });

  test("have names that say their verdict", () => {
    expect(cases.filter((name) => !/^(?:ok|ng)\./.test(name))).toEqual([]);
  });
});
