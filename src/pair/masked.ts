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

/**
 * Fields of IDs, by their names, that hold a reference, a placeholder or nothing: the ID of the secret beside one is not
 * in the text, and no other one is its. One pass.
 */
export function findMaskedIds(text: string): Candidate[] {
  return [...text.matchAll(ID_FIELD)].map(({ 0: name, index }) => {
    const start = index + name.length;
    return { start, end: start + 1, id: MASKED_ID, kind: "base32" };
  });
}

/** The ID of a field that shows none. */
export const MASKED_ID = "";

const ID_NAME = String.raw`(?:[kK]ey|KEY|[uU]ser(?:[nN]ame)?|USER(?:NAME)?|[lL]ogin|LOGIN)(?:[._-]?(?:id|ID|Id))?["'\x60\\]{0,3}`;
const QUOTES = String.raw`["'\x60\\]{0,3}`;
/** A reference that nothing else looks like. */
const REFERENCE = String.raw`\$[{(A-Za-z]|\{\{|%[({]|<[A-Z][A-Z_-]{2,}>`;
/** Others, and placeholders. */
const NO_VALUE = String.raw`%[A-Za-z]|<[A-Za-z]|(?:var|local|data|module|secrets|env)\.|(?:null|None|nil|undefined)\b|os\.|System\.|process\.|ENV\b|env\(|getenv|\*{3}|REPLACE|YOUR|CHANGE`;
/** What stands between a name and its value where that is an element, an argument or the next field. */
const HOLDER = String.raw`(?:\s|[:=,>(|"']|<\/?[a-z]{1,8}>|value|default|string){1,16}`;
/** The name of an ID's field with no ID in it: a reference, a placeholder, an empty string, or the end of the line. */
const ID_FIELD = new RegExp(
  String.raw`${ID_NAME}(?:[ \t]{0,20}(?:=>|[:=])[ \t]{0,20}(?:${QUOTES}(?=${NO_VALUE})|(?=""|''))|${HOLDER}(?=${REFERENCE})|=(?=\r?\n))`,
  "g",
);

const SECRET_FIELD =
  /(?:[sS]ecret|SECRET|[pP]ass(?:w(?:or)?d|phrase)?|PASS(?:W(?:OR)?D|PHRASE)?|[pP]wd|PWD)["'`\\]{0,3}[ \t]{0,20}(?:=>|[:=|])\s{0,20}["'`\\]{0,3}(?=[^\s"'`\\=|:])/g;
const QUOTE_BYTES = 2;
/** A name behind it: it heads a list of fields, and holds no value. */
const HEADS_OTHERS = /^[\w.-]+["']?\s?[:=]/;
const NAME_BYTES = 48;
