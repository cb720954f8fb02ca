/** How a quotation mark is written at one depth of escaping: `"`, `\"`, `\\\"`. */
export interface QuoteForm {
  readonly mark: string;
  readonly backslashes: number;
}

/**
 * What a mark does at a depth: it delimits a string there, is inside one, or ends a string that lies around all of it.
 */
export type QuoteRole = "delimiter" | "inner" | "outer";

/** The form of the quotation mark that stands right before `at`; `null` where there is none. */
export function quoteFormBefore(text: string, at: number): QuoteForm | null {
  const mark = text[at - 1];
  if (mark !== '"' && mark !== "'") return null;
  return { mark, backslashes: countBackslashesBefore(text, at - 1) };
}

/** What the mark at `at` does at the depth of `form`. */
export function quoteRole(text: string, at: number, { backslashes }: QuoteForm): QuoteRole {
  // One depth further in, each backslash is two and the mark has one more.
  const rest = countBackslashesBefore(text, at) % (2 * (backslashes + 1));
  if (rest === backslashes) return "delimiter";
  return rest < backslashes ? "outer" : "inner";
}

/** Whether a string of this form begins, or ends, at `at`, backslashes included. */
export function isQuoteAt(text: string, at: number, { mark, backslashes }: QuoteForm): boolean {
  return text[at + backslashes] === mark && text.startsWith("\\".repeat(backslashes), at);
}

/** How many backslashes stand right before `at`. */
export function countBackslashesBefore(text: string, at: number): number {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return at - start;
}

/** The first place from `at` on that is neither white space nor, in a string, an escaped end of line or tab. */
export function skipBlanks(text: string, at: number): number {
  let next = at;
  for (;;) {
    const end = blankEnd(text, next);
    if (end === next) return next;
    next = end;
  }
}

/** The end of the line at `at`: before an end of line or the escape of one. */
export function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== "\n" && !text.startsWith("\\n", end)) end++;
  return end;
}

/** The end of the blank character or escape at `at`; `at` itself where there is none. */
function blankEnd(text: string, at: number): number {
  if (isSpace(text[at])) return at + 1;
  if (text[at] !== "\\") return at;
  let end = at;
  while (text[end] === "\\") end++;
  // A backslash at the end of a line continues it.
  return /^[nrt\r\n]/.test(text.charAt(end)) ? end + 1 : at;
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}
