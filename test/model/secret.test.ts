import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { isSecretObject, previewOf, Secret } from "../../src/model/secret.ts";
import { makeSecret, seeded } from "../support/secrets.ts";

const VALUE = makeSecret(seeded(1));
const secret = new Secret(VALUE);

describe("a secret shows its preview alone", () => {
  const forms: ReadonlyArray<readonly [string, () => string]> = [
    ["as a string", () => String(secret)],
    ["in a template", () => `${secret}`],
    ["joined to a string", () => "" + (secret as unknown as string)],
    ["as JSON", () => JSON.stringify({ secret })],
    ["inspected", () => inspect(secret, { showHidden: true, depth: null })],
    ["inspected without its own form", () => inspect(secret, { customInspect: false, showHidden: true, depth: null })],
    ["in an error", () => String(new Error("bad", { cause: secret }).cause)],
    ["spread", () => JSON.stringify({ ...secret })],
    ["by its keys and values", () => JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(secret)))],
  ];
  test.each(forms)("%s", (_, show) => {
    const shown = show();
    for (let at = 8; at + 12 <= 64; at++) expect(shown).not.toContain(VALUE.slice(at, at + 12));
  });

  test("which is the first 8 and the last 4 characters", () => {
    expect(`${secret}`).toBe(`[Secret ${VALUE.slice(0, 8)}…${VALUE.slice(60)}]`);
  });
});

test("a secret does not survive being copied to another thread by accident", () => {
  expect(JSON.stringify(structuredClone(secret))).not.toContain(VALUE.slice(8, 20));
});

test("a secret is known by its brand, also one of another copy of the class", () => {
  const Copy = class {
    constructor() {
      Object.defineProperty(this, Symbol.for("cfltguard.Secret"), { value: true });
    }
  };
  expect([secret, new Copy()].every(isSecretObject)).toBe(true);
  expect([{}, null, VALUE, undefined].some(isSecretObject)).toBe(false);
});

test("reveal gives the value", () => {
  expect(secret.reveal()).toBe(VALUE);
});

test.each([
  ["", "…"],
  ["short", "…"],
  ["x".repeat(40), "xxxxx…"],
  [VALUE.slice(0, 63), `${VALUE.slice(0, 7)}…`],
  [`${VALUE}x`, `${VALUE.slice(0, 8)}…`],
  ["y".repeat(1_000), "yyyyyyyy…"],
])("the preview of what is not whole shows at most 8 characters and nothing of the end: %#", (candidate, preview) => {
  expect(previewOf(candidate)).toBe(preview);
});
