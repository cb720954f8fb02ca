/** What 16 characters say about themselves: real IDs are base32, and hardly ever read like words. */
export type IdKind = "base32" | "word" | "other";

/** How many characters an ID has. */
export const ID_CHARACTERS = 16;

/** What `text` is as a key ID; `null` where it is none. */
export function kindOfId(text: string): IdKind | null {
  if (!WEAK.test(text) || LOOKS_LIKE_NUMBER.test(text)) return null;
  if (!STRONG.test(text)) return "other";
  if (!isWord(text)) return "base32";
  return SAYS_WHAT_IT_IS.test(text) ? null : "word";
}

/** The base32 IDs in a file's name, such as `api-key-ABCDEFGHIJKLMNOP.txt`. A word in capitals is one only behind `key`. */
export function findIdsInFileName(name: string): string[] {
  return [...name.matchAll(/(?<![A-Za-z0-9])(key[-_.]?)?([A-Z2-7]{16})(?![A-Za-z0-9])/gi)]
    .filter(({ 1: key, 2: id = "" }) => kindOfId(id) === "base32" || (key !== undefined && STRONG.test(id)))
    .map(({ 2: id = "" }) => id);
}

/**
 * Real key IDs are 16 base32 characters; only documentation has others (`ABCD1234567890AB`).
 * Source: notes/secret-format.md#key-id
 */
const STRONG = /^[A-Z2-7]{16}$/;
const WEAK = /^[A-Z0-9]{16}$/;

/** A weak ID that is only a number, or a time such as 20230725T013857Z, is none. */
const LOOKS_LIKE_NUMBER = /^[0-9]{16}$|^[0-9]{8}T[0-9]{6}Z$/;

/** Sixteen capitals that are a name: `KAFKAAPIPASSWORD`. */
const SAYS_WHAT_IT_IS = /KEY|SECRET|PASSW|USER|KAFKA|CONFLUENT|TOKEN|CONFIG|SCHEMA|REGIS/;

/**
 * Whether 16 characters read like words: no digit, five vowels, no five consonants in a row, hardly a letter
 * that words seldom have. Of base32 IDs drawn at random, 2 in 1,000 do. Source: notes/pairs.md#words
 */
function isWord(id: string): boolean {
  const isLikely = !/[2-7]|[BCDFGHJKLMNPQRSTVWXZ]{5}|[JQXZ].*[JQXZ]/.test(id);
  return isLikely && id.replace(/[^AEIOUY]/g, "").length >= MIN_VOWELS;
}

const MIN_VOWELS = 5;
