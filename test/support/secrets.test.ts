import { expect, test } from "vitest";
import { makeLegacySecret, seeded, seedOf } from "./secrets.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

test("a legacy secret is drawn again where it has the prefix", () => {
  const drawn = [..."cflt", ..."A".repeat(60), ..."B".repeat(64)].map((character) => ALPHABET.indexOf(character) / 64);
  expect(makeLegacySecret(() => drawn.shift() ?? 0)).toBe("B".repeat(64));
});

test("a legacy secret is 48 bytes in base64, the same in every run", () => {
  const secret = makeLegacySecret(seeded(7));
  expect(Buffer.from(secret, "base64")).toHaveLength(48);
  expect(Buffer.from(secret, "base64").toString("base64")).toBe(secret);
  expect(makeLegacySecret(seeded(7))).toBe(secret);
});

test("a seed depends on the name and the draw", () => {
  expect(new Set([seedOf("a", 0), seedOf("a", 1), seedOf("b", 0), seedOf("a", 0)]).size).toBe(3);
});
