import type { Candidate } from "./candidates.ts";

/**
 * Fields of secrets, by their names, that hold something else: a mask, a variable, a password of other shape. An ID
 * beside one belongs to that. One pass.
 */
export function findMasked(text: string, found: readonly Candidate[]): Candidate[] {
  const masked: Candidate[] = [];
  let next = 0;
  for (const { 0: name, index } of text.matchAll(SECRET_FIELD)) {
    const start = index + name.length;
    while ((found[next]?.end ?? Infinity) <= start) next++;
    const isShown = (found[next]?.start ?? Infinity) <= start + QUOTE_BYTES;
    const isHeading = HEADS_OTHERS.test(text.slice(start, start + NAME_BYTES));
    if (!isShown && !isHeading) masked.push({ start, end: start + 1, id: null, kind: "masked" });
  }
  return masked;
}

const SECRET_FIELD =
  /(?:[sS]ecret|SECRET|[pP]ass(?:w(?:or)?d|phrase)?|PASS(?:W(?:OR)?D|PHRASE)?|[pP]wd|PWD)["'`\\]{0,3}[ \t]{0,20}(?:=>|[:=|])\s{0,20}["'`\\]{0,3}(?=[^\s"'`\\=|:])/g;
const QUOTE_BYTES = 2;
/** A name behind it: it heads a list of fields, and holds no value. */
const HEADS_OTHERS = /^[\w.-]+["']?\s?[:=]/;
const NAME_BYTES = 48;
