import { describe, expect, test } from "vitest";
import { EVIDENCE, LIKELY_SCORE, POSSIBLE_SCORE, scoreOf, type Evidence } from "../../src/model/evidence.ts";

const ALL = Object.keys(EVIDENCE) as Evidence[];
const ID_EVIDENCE = ALL.filter((one) => one.includes("id-"));
const POSITIVE = ALL.filter((one) => EVIDENCE[one].weight > 0 && !ID_EVIDENCE.includes(one));
const BEST_ID = Math.max(...ID_EVIDENCE.map((one) => EVIDENCE[one].weight));

describe("the weights of evidence", () => {
  test.each(["id-joined", "id-beside", "id-named-alike"] as const)("make %s likely alone", (evidence) => {
    expect(scoreOf([evidence])).toBeGreaterThanOrEqual(LIKELY_SCORE);
  });

  test.each(["id-near", "secret-name", "confluent-near"] as const)("make %s nothing alone", (evidence) => {
    expect(scoreOf([evidence])).toBeLessThan(POSSIBLE_SCORE);
  });

  test("make a weak ID likely only together with a name or with Confluent", () => {
    expect(scoreOf(["weak-id-paired"])).toBeLessThan(LIKELY_SCORE);
    expect(scoreOf(["weak-id-paired", "secret-name"])).toBeGreaterThanOrEqual(LIKELY_SCORE);
    expect(scoreOf(["weak-id-paired", "confluent-near"])).toBeGreaterThanOrEqual(LIKELY_SCORE);
  });

  test("make a secret without an ID likely where its own name speaks of Confluent, else possible near Confluent", () => {
    expect(scoreOf(["secret-name", "confluent-name"])).toBeGreaterThanOrEqual(LIKELY_SCORE);
    expect(scoreOf(["secret-name", "confluent-near"])).toBe(POSSIBLE_SCORE);
  });

  test.each(["wrapped", "longer-text", "encrypted", "template"] as const)(
    "let %s outweigh everything together",
    (evidence) => {
      expect(BEST_ID + scoreOf(POSITIVE) + scoreOf([evidence])).toBeLessThan(POSSIBLE_SCORE);
    },
  );

  test.each(["foreign-name", "hash-name"] as const)("let %s outweigh a pair near Confluent", (evidence) => {
    expect(scoreOf(["id-joined", "confluent-near", evidence])).toBeLessThan(POSSIBLE_SCORE);
  });
});

test("every reason has a text that goes on after a colon", () => {
  for (const { text } of Object.values(EVIDENCE)) expect(text).toMatch(/^[a-z0-9].*[^.]$/);
});
