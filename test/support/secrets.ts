import { createHash } from "node:crypto";
import { checksumOf, PREFIX } from "../../src/codec/checksum.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BODY_CHARACTERS = 54;

/** Numbers in [0, 1) that are the same in every run. */
export type Random = () => number;

/** A small generator (mulberry32): quality does not matter here, repeatability does. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of a named shape's draw: draws of other shapes do not change it. */
export function seedOf(name: string, draw: number): number {
  return createHash("sha256").update(`${name} ${draw}`).digest().readUInt32LE();
}

/** A never-issued secret that passes the checksum. */
export function makeSecret(random: Random): string {
  const body = makeText(random, BASE64, BODY_CHARACTERS);
  return PREFIX + body + checksumOf(body);
}

/** A never-issued secret as they were before there was a prefix: 48 random bytes in base64. */
export function makeLegacySecret(random: Random): string {
  for (;;) {
    const secret = makeText(random, BASE64, 64);
    if (!secret.startsWith(PREFIX)) return secret;
  }
}

/** What makes a secret, by the kind of it. */
export const SECRET_KINDS = { new: makeSecret, legacy: makeLegacySecret } as const;

/** A kind of secret: with prefix and checksum, or as they were before. */
export type SecretKind = keyof typeof SECRET_KINDS;

/** A never-issued key ID: base32, as real ones are. */
export function makeKeyId(random: Random): string {
  return makeText(random, BASE32, 16);
}

/** `length` characters of an alphabet. */
export function makeText(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
}

/** Confluent's published example. Source: notes/secret-format.md#example */
export const PUBLISHED_EXAMPLE = "cfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw";

/** And the one that its API's description shows, from before there was a prefix. Source: notes/secret-format.md#shapes */
export const PUBLISHED_LEGACY_EXAMPLE = "R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987";
