import { describe, expect, test } from "vitest";
import { formatRule, formatRuleList, formatRulesJson, maskExample, maskRuns } from "../../src/export/rule-text.ts";
import type { Rule } from "../../src/model/rule.ts";
import { makeKeyId, makeLegacySecret, makeSecret, seeded } from "../support/secrets.ts";
import { EXPORTED_RULES } from "./cases.ts";

const random = seeded(21);
const SECRET = makeSecret(random);
const LEGACY = makeLegacySecret(random);
const KEY_ID = makeKeyId(random);

const RULE: Rule = {
  id: "a-rule",
  title: "A rule",
  name: "ARule",
  confidence: "likely",
  severity: "7.0",
  pattern: "a{64}",
  explanation: "It is one.",
  remediation: ["Do this.", "Then that."],
  unknownKey: "Look it up.",
  examples: [`user=${KEY_ID}\npassword=${SECRET}\n`],
  non_examples: [`_${LEGACY}_`],
  references: ["https://docs.confluent.io/"],
  tags: ["security"],
};

test("the list has one line a rule, in columns", () => {
  expect(formatRuleList([RULE, { ...RULE, id: "another-rule", confidence: "proven", title: "Two" }])).toBe(
    "a-rule        likely  A rule\nanother-rule  proven  Two\n",
  );
  expect(formatRuleList([])).toBe("");
});

test("a rule is explained whole, with examples that show no secret", () => {
  expect(formatRule(RULE)).toBe(`A rule
a-rule, likely, severity 7.0

It is one.

Pattern:
  a{64}

What to do:
  1. Do this.
  2. Then that.

The key ID:
  Look it up.

It finds something in:
  user=${KEY_ID}
  password=${SECRET.slice(0, 8)}…${SECRET.slice(60)}

It finds nothing in:
  _${LEGACY.slice(0, 7)}…

References:
  https://docs.confluent.io/
`);
});

test("the data holds every field of every rule, and no secret", () => {
  const data = JSON.parse(formatRulesJson([RULE])) as Rule[];
  expect(data).toEqual([
    {
      ...RULE,
      examples: [`user=${KEY_ID}\npassword=${SECRET.slice(0, 8)}…${SECRET.slice(60)}\n`],
      non_examples: [`_${LEGACY.slice(0, 7)}…`],
    },
  ]);
});

describe("masking", () => {
  test.each([
    [SECRET, `${SECRET.slice(0, 8)}…${SECRET.slice(60)}`],
    [`x${SECRET}x`, `x${SECRET.slice(0, 7)}…`],
    [`${SECRET}${LEGACY}==`, `${SECRET.slice(0, 8)}…`],
    [`${KEY_ID}:${LEGACY}`, `${KEY_ID}:${LEGACY.slice(0, 8)}…${LEGACY.slice(60)}`],
    [SECRET.slice(0, 63), `${SECRET.slice(0, 7)}…`],
    [SECRET.slice(0, 47), SECRET.slice(0, 47)],
  ])("leaves previews of long runs: %#", (text, masked) => {
    expect(maskRuns(text)).toBe(masked);
    expect(maskExample(text)).toBe(masked);
  });

  test.each([
    ["WITH ('api-key' = 'sk-1234', 'endpoint' = 'https://a.b')", "WITH ('api-key' = '…', 'endpoint' = 'https://a.b')"],
    [
      '{"auth_data": {"kind": "PlaintextProvider", "data": "hunter2"}}',
      '{"auth_data": {"kind": "PlaintextProvider", "data": "…"}}',
    ],
    ['  password = "hunter2"\n  username = "me"', '  password = "…"\n  username = "me"'],
    [`api_key = "${KEY_ID}"`, `api_key = "${KEY_ID}"`],
  ])("leaves nothing of other credentials in examples: %#", (text, masked) => {
    expect(maskExample(text)).toBe(masked);
    expect(maskRuns(text)).toBe(text);
  });

  test("covers every example of every rule", () => {
    const shown = EXPORTED_RULES.map(formatRule).join("") + formatRulesJson(EXPORTED_RULES);
    const texts = EXPORTED_RULES.flatMap(({ examples, non_examples }) => [...examples, ...non_examples]).join("\n");
    const secrets = texts.match(/[A-Za-z0-9+/]{64}|sk-\w+/g) ?? [];
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.filter((one) => shown.includes(one))).toEqual([]);
  });
});
