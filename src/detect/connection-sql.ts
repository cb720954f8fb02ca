import type { Span } from "../model/match.ts";
import { type ConnectionCredential, credentialIn } from "./connection-fields.ts";
import { countBackslashesBefore, endOfLine, skipBlanks } from "./connection-quotes.ts";

/**
 * The credentials in `[IF NOT EXISTS] name [COMMENT '...'] WITH|SET ('key' = 'value', ...)`.
 *
 * `at` is behind the word CONNECTION. The statement may stand in a string of another language, with its quotes and ends
 * of lines escaped or its pieces joined by `+`, and in a comment or a diff. Keys must be quoted, as Flink wants them:
 * other databases have a CREATE CONNECTION whose options are bare words. Options that are commented out count.
 */
export function findInSql(text: string, at: number): ConnectionCredential[] {
  const hasComments = !isCommentedOut(text, at);
  const name = readName(text, skipWords(text, at, ["IF", "NOT", "EXISTS"]));
  const start = name === null ? -1 : findOptions(text, name.end, hasComments);
  return name === null || start === -1 ? [] : readOptions(text, { start, hasComments, depth: 1 }, name.value);
}

/** Whether the statement itself is in a comment of SQL, as the rest of it then is too. */
function isCommentedOut(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_BEGINNING), at);
  // The end of a line may be escaped.
  return /^\W*--/.test(before.split(/\n|\\n/).at(-1) ?? "");
}

/** Of a line, up to its CONNECTION. */
const LONGEST_BEGINNING = 128;

interface Name {
  readonly value: string;
  readonly end: number;
}

/** One part of a name: in backquotes, perhaps escaped; a bare run, which holds the dots; a template. */
const NAME_PART = /\\{0,8}`([^`]{0,256})`|[^\s`(;,"'\\{]{1,256}|\{{1,2}[^{}]{0,256}\}{1,2}/y;
const LONGEST_NAME = 1_024;

function readName(text: string, at: number): Name | null {
  let end = skipFiller(text, at, true);
  let value = "";
  while (value.length <= LONGEST_NAME) {
    NAME_PART.lastIndex = end;
    const part = NAME_PART.exec(text);
    if (part === null) return value === "" ? null : { value, end };
    value += (part[1] ?? part[0]).replace(/\\{1,8}$/, "");
    end = NAME_PART.lastIndex;
  }
  return null;
}

/** Where the options begin, behind their `(`; -1 where nothing of the kind follows the name. */
function findOptions(text: string, at: number, hasComments: boolean): number {
  const end = skipRemark(text, at, hasComments);
  const words = skipWords(text, end, ["WITH", "SET"], hasComments);
  const list = skipFiller(text, words, hasComments);
  return words > end && text[list] === "(" ? list + 1 : -1;
}

/** Skips `COMMENT '...'`. */
function skipRemark(text: string, at: number, hasComments: boolean): number {
  const end = skipWords(text, at, ["COMMENT"], hasComments);
  const remark = tokenAt(text, skipFiller(text, end, hasComments), hasComments);
  return end > at && remark.kind === "string" ? remark.next : at;
}

/** Skips those of these words, in any case, that stand here in this order. */
function skipWords(text: string, at: number, words: readonly string[], hasComments = true): number {
  let end = at;
  for (const word of words) {
    const start = skipFiller(text, end, hasComments);
    const isWord = text.slice(start, start + word.length).toUpperCase() === word;
    if (isWord && !/^\w/.test(text.charAt(start + word.length))) end = start + word.length;
  }
  return end;
}

/** Skips blanks, comments, and what joins the pieces of a string. */
function skipFiller(text: string, at: number, hasComments: boolean): number {
  let next = at;
  for (;;) {
    const token = tokenAt(text, next, hasComments);
    if (token.kind !== "filler" && token.kind !== "comment") return next;
    next = token.next;
  }
}

/** Where options stand. */
interface OptionList {
  readonly start: number;
  readonly hasComments: boolean;
  /** How many parentheses are open. */
  readonly depth: number;
}

/** Reads `'key' = 'value'` up to the end of the list, of the statement or of the text. */
function readOptions(text: string, list: OptionList, connection: string): ConnectionCredential[] {
  const found: ConnectionCredential[] = [];
  let key = NO_KEY;
  let { depth } = list;
  let token = tokenAt(text, list.start, list.hasComments);
  while (token.kind !== "end" && depth > 0) {
    if (token.kind === "comment") found.push(...readComment(text, token, connection));
    if (token.kind === "string" && key.hasEquals) {
      found.push(...credentialIn(text, token.span, { connection, field: key.field }));
    }
    if (token.kind === "mark") depth += depthOf(text.charAt(token.span.start));
    key = nextKey(text, key, token);
    token = tokenAt(text, token.next, list.hasComments);
  }
  return found;
}

/** A string, which is a key if `=` and a value follow. */
interface Key {
  readonly field: string;
  readonly hasEquals: boolean;
}

const NO_KEY: Key = { field: "", hasEquals: false };

function nextKey(text: string, key: Key, { kind, span }: Token): Key {
  if (kind === "string") return { field: textOf(text, span), hasEquals: false };
  if (kind !== "mark") return key;
  return text[span.start] === "=" ? { ...key, hasEquals: true } : NO_KEY;
}

/** Options that are commented out. Comments in comments are none, so each character is read twice at most. */
function readComment(text: string, { span }: Token, connection: string): ConnectionCredential[] {
  const list = { start: span.start, hasComments: false, depth: Infinity };
  return readOptions(text.slice(0, span.end), list, connection);
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A semicolon ends the statement, whatever is open. */
function depthOf(character: string): number {
  if (character === ";") return -Infinity;
  return character === "(" ? 1 : character === ")" ? -1 : 0;
}

/** What stands at a place. `span` is what it holds, `next` where the next one begins. */
interface Token {
  readonly kind: "string" | "comment" | "filler" | "mark" | "end";
  readonly span: Span;
  readonly next: number;
}

function tokenAt(text: string, at: number, hasComments: boolean): Token {
  if (at >= text.length) return makeToken("end", at, at);
  const blanks = skipBlanks(text, at);
  if (blanks > at) return makeToken("filler", at, blanks);
  const quote = quoteAt(text, at);
  if (quote !== null) return stringAt(text, at, quote);
  if (hasComments && text.startsWith("--", at)) return makeToken("comment", at + 2, endOfLine(text, at));
  if (hasComments && text.startsWith("/*", at)) return blockComment(text, at);
  return FILLER.has(text.charAt(at)) ? makeToken("filler", at, runEnd(text, at)) : makeToken("mark", at, at + 1);
}

function makeToken(kind: Token["kind"], start: number, end: number, next = end): Token {
  return { kind, span: { start, end }, next };
}

/** What joins pieces of a string, continues a line, begins one in a comment or a diff, or stands in a table's frame. */
const FILLER: ReadonlySet<string> = new Set('"+-|#*/>&\\');

/** The end of one character; of backslashes that escape no quote, the end of all, so that they are looked at once. */
function runEnd(text: string, at: number): number {
  let end = at + 1;
  while (text[at] === "\\" && text[end] === "\\") end++;
  return end;
}

/** A quote as SQL has it, escaped at any depth, or as a shell or JSON writes it within its own. */
const QUOTE = /'\\''|\\+u0027|\\*'/y;

function quoteAt(text: string, at: number): string | null {
  QUOTE.lastIndex = at;
  return QUOTE.exec(text)?.[0] ?? null;
}

/** A string that is not closed ends everything: what follows it cannot be told apart. */
function stringAt(text: string, at: number, quote: string): Token {
  const start = at + quote.length;
  let end = findQuote(text, start, quote);
  // Twice is the quote itself.
  while (end !== -1 && text.startsWith(quote, end + quote.length)) end = findQuote(text, end + 2 * quote.length, quote);
  return end === -1 ? makeToken("end", start, text.length) : makeToken("string", start, end, end + quote.length);
}

/** Where the next quote of the same form begins; -1 where there is none, or the string around the statement ends first. */
function findQuote(text: string, from: number, quote: string): number {
  const backslashes = /^\\+'$/.test(quote) ? quote.length - 1 : 0;
  if (backslashes === 0) return text.indexOf(quote, from);
  for (let mark = text.indexOf("'", from); mark !== -1; mark = text.indexOf("'", mark + 1)) {
    const depth = countBackslashesBefore(text, mark);
    if (depth === backslashes) return mark - depth;
    if (depth < backslashes) return -1;
  }
  return -1;
}

function blockComment(text: string, at: number): Token {
  const end = text.indexOf("*/", at + 2);
  return end === -1 ? makeToken("comment", at + 2, text.length) : makeToken("comment", at + 2, end, end + 2);
}
