import type { KeyIds, MatchContext } from "../model/match.ts";

/**
 * Real key IDs are 16 base32 characters; only documentation has others (`ABCD1234567890AB`).
 * Source: notes/secret-format.md#key-id
 */
const STRONG = keyIdPattern("[A-Z2-7]{16}");
const WEAK = keyIdPattern("[A-Z0-9]{16}");

/** How many bytes may lie between a secret and its key ID. Source: notes/secret-format.md#pairs */
const MAX_GAP_BYTES = 1_200;
/** Distances that differ by less than this say nothing about which ID is meant. */
const TIE_BYTES = 8;

/** A weak ID that is only a number, or a time such as 20230725T013857Z, is none. */
const LOOKS_LIKE_NUMBER = /^[0-9]{16}$|^[0-9]{8}T[0-9]{6}Z$/;

/**
 * The IDs of the key that a secret belongs to: the nearest on either side, and any other that is
 * less than 8 bytes farther away. Base32 IDs count; other 16-character ones only where there is no
 * base32 one. Sorted; empty where none is within 1,200 bytes.
 */
export function findKeyIds(context: MatchContext): KeyIds {
  const strong = distances(context, STRONG);
  const all = strong.size > 0 ? strong : distances(context, WEAK);
  const nearest = Math.min(...all.values());
  const ids = [...all].filter(([, distance]) => distance - nearest < TIE_BYTES).map(([id]) => id);
  return ids.sort();
}

/** Each ID in the context with its smallest distance from the secret. */
function distances(context: MatchContext, pattern: RegExp): Map<string, number> {
  const found = new Map<string, number>();
  const add = (id: string, distance: number): void => {
    if (distance > MAX_GAP_BYTES || LOOKS_LIKE_NUMBER.test(id)) return;
    found.set(id, Math.min(distance, found.get(id) ?? Infinity));
  };
  for (const { 0: id, index } of context.before.matchAll(pattern)) add(id, context.before.length - index - id.length);
  for (const { 0: id, index } of context.after.matchAll(pattern)) add(id, index);
  return found;
}

/**
 * Free-standing runs: no letter or digit on either side, so that AKIA plus 16 base32 characters is
 * none. An escape that ends in a letter or digit (`\n`, `\u0027`, `%3D`) is a boundary too.
 */
function keyIdPattern(id: string): RegExp {
  return new RegExp(
    `(?:(?<![A-Za-z0-9])|(?<=\\\\[nrtbf]|\\\\u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2}))${id}(?![A-Za-z0-9])`,
    "g",
  );
}
