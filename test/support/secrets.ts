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

/** A never-issued secret that passes the checksum. */
export function makeSecret(random: Random): string {
  const body = makeText(random, BASE64, BODY_CHARACTERS);
  return PREFIX + body + checksumOf(body);
}

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
