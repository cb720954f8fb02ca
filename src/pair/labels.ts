/** A name and where it begins. */
export interface Label {
  readonly text: string;
  readonly start: number;
  readonly isProse: boolean;
  readonly isCell: boolean;
}

/** So far before its value a name is looked for. */
export const NAME_REACH = 240;
/** The longest name that is read. */
export const MAX_NAME = 64;

/** Words between a name and its value. */
const FILLERS = /^(?:is|as|was|to|be|b|f|r)$/i;

/** The word before a value, behind what separates the two. */
export function findLabel(text: string, before: number, floor: number): Label | null {
  let end = skipSeparators(text, before, floor);
  let start = startOfName(text, end, floor);
  const isFilled = start < end && FILLERS.test(text.slice(start, end));
  if (isFilled) {
    end = skipSeparators(text, start, floor);
    start = startOfName(text, end, floor);
  }
  if (start === end || end === before || !mayName(text.slice(end, before))) return null;
  // A segment of a path.
  if (text[start - 1] === "/" && text[start - 2] !== "<" && text[start - 2] !== "/") return null;
  const between = text.slice(end, before);
  const extended = /^[^=]*$/.test(between) ? startOfPhrase(text, start, end, floor) : start;
  const isProse = isFilled || isProseAt(text, extended, between, floor);
  return { text: text.slice(extended, end), start: extended, isProse, isCell: !isProse && !/[:=>]/.test(between) };
}

/** Whether what stands between a word and a value makes it the value's name: on another line, only behind a sign. */
function mayName(between: string): boolean {
  return (
    !/\n|\\n/.test(between) ||
    /^[^\n]*?[:=>(|\\,[{][^\n]*\n|^["']?[ \t]*[:=]|^[ \t\r]*\\[ \t\r]*(?:\n|\\n)/.test(between)
  );
}

/** Whether a name is a part of a sentence: nothing but a space behind it, or a colon within running text. */
function isProseAt(text: string, start: number, between: string, floor: number): boolean {
  if (/^ +["'`]?$/.test(between)) return text[start] !== "-";
  if (!between.startsWith(": ")) return false;
  return /[A-Za-z0-9.,;)] $/.test(text.slice(Math.max(floor, start - 2), start));
}

function skipSeparators(text: string, from: number, floor: number): number {
  let at = from;
  for (let next = previous(text, at, floor); next < at; next = previous(text, at, floor)) at = next;
  return at;
}

const SEPARATORS: ReadonlySet<string> = new Set(" \t\n\r\"'`\\=:,|([{>~*\0");
/** An escape whose end is a letter, a digit or a semicolon. */
const CODED_SIGN =
  /(?:=[23][0-9A-F]|\\+(?:u00[0-9A-Fa-f]{2}|x[0-9A-Fa-f]{2}|[nrt])|%(?:25)*[0-9A-Fa-f]{2}|&#?[A-Za-z0-9]{2,7};)$/;
const CODED_SIGN_BYTES = 12;

/** Where the separator begins that ends at `at`, or `at`. */
function previous(text: string, at: number, floor: number): number {
  if (at <= floor) return at;
  const sign = text[at - 1] ?? "";
  const isLetter = /[A-Za-z0-9;]/.test(sign);
  if (isLetter) {
    const coded = CODED_SIGN.exec(text.slice(Math.max(floor, at - CODED_SIGN_BYTES), at));
    return coded === null ? at : at - coded[0].length;
  }
  if (SEPARATORS.has(sign) || sign.charCodeAt(0) >= 0x80) return at - 1;
  // A dash between words, and the margin of a line.
  const isDash =
    (sign === "-" || sign === "+") && /[ \t\n\r]/.test(text[at] ?? "") && /[ \t\n]/.test(text[at - 2] ?? "");
  return isDash ? at - 1 : at;
}

/** Where the name begins that ends at `end`. */
export function startOfName(text: string, end: number, floor: number): number {
  const lowest = Math.max(floor, end - MAX_NAME);
  let start = end;
  while (start > lowest && isNameCode(text.charCodeAt(start - 1))) start--;
  // The letter of an escape before it is no part of it: `\nkey`.
  return text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "") ? Math.min(start + 1, end) : start;
}

function isNameCode(code: number): boolean {
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return isLetter || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x5f || code === 0x24;
}

/** Where a name of several words begins that ends in one which tells only the role: `Kafka API Key`. */
function startOfPhrase(text: string, start: number, end: number, floor: number): number {
  let first = start;
  if (!/^(?:key|id|secret|password|username|user|login|name)s?$/i.test(text.slice(start, end))) return first;
  for (let words = 0; words < 4 && text[first - 1] === " "; words++) {
    const next = startOfName(text, first - 1, floor);
    if (next === first - 1 || !/^[A-Za-z0-9][\w.-]*$/.test(text.slice(next, first - 1))) break;
    first = next;
  }
  return first;
}
