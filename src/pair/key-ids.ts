import type { KeyIds, MatchContext } from "../model/match.ts";

/**
 * Real key IDs are 16 base32 characters; only documentation has others (`ABCD1234567890AB`).
 * Source: notes/secret-format.md#key-id
 */
const STRONG = /^[A-Z2-7]{16}$/;
const WEAK = /^[A-Z0-9]{16}$/;
const ID_CHARACTERS = 16;

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
  const candidates = [...findBefore(context.before), ...findBehind(context.after)];
  const strong = distances(candidates, STRONG);
  const all = strong.size > 0 ? strong : distances(candidates, WEAK);
  const nearest = Math.min(...all.values());
  const ids = [...all].filter(([, distance]) => distance - nearest < TIE_BYTES).map(([id]) => id);
  return ids.sort();
}

/** What stands where a key ID could, and how far from the secret. */
interface Candidate {
  readonly id: string;
  readonly distance: number;
}

/** Each ID of this kind with its smallest distance from the secret. */
function distances(candidates: readonly Candidate[], kind: RegExp): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, distance } of candidates) {
    const isNear = distance <= MAX_GAP_BYTES && distance < (found.get(id) ?? Infinity);
    if (isNear && kind.test(id) && !LOOKS_LIKE_NUMBER.test(id)) found.set(id, distance);
  }
  return found;
}

function findBefore(text: string): Candidate[] {
  return findStanding(text).map(({ id, start }) => ({ id, distance: text.length - start - ID_CHARACTERS }));
}

function findBehind(text: string): Candidate[] {
  return findStanding(text).map(({ id, start }) => ({ id, distance: start }));
}

/** An escape that ends in a letter or digit; the last is a terminal's colour. It holds all of a run's beginning. */
const ESCAPE = new RegExp(
  String.raw`(?:\\(?:[nrtbf]|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})|%[0-9A-Fa-f]{2}|${String.fromCharCode(27)}\[[0-9;]*m)$`,
);
/** The longest escape's part before a run: `ESC [ 1 ; 38 ; 5 ;`, with some room. */
const ESCAPE_BYTES = 16;

/**
 * The free-standing runs of 16 letters and digits: none on either side, so that AKIA plus 16 base32
 * characters is none. An escape (`\n`, `\u0027`, `\x22`, `%3D`, a colour) before one is no part of it.
 */
function findStanding(text: string): { id: string; start: number }[] {
  return [...text.matchAll(/[A-Za-z0-9]{16,}/g)].flatMap(({ 0: run, index }) => {
    const start = index + run.length - ID_CHARACTERS;
    const isWhole = start === index || ESCAPE.test(text.slice(Math.max(0, index - ESCAPE_BYTES), start));
    return isWhole ? [{ id: copyOf(text.slice(start, start + ID_CHARACTERS)), start }] : [];
  });
}

/** The same characters in a string of their own: a slice would keep all of the context in memory. */
function copyOf(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("latin1");
}
