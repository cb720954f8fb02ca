import type { Span } from "../model/match.ts";
import { type ConnectionCredential, credentialIn } from "./connection-fields.ts";
import { endOfLine, isQuoteAt, type QuoteForm, quoteFormBefore, quoteRole, skipBlanks } from "./connection-quotes.ts";

/**
 * The credentials in `resource "confluent_flink_connection" "label" { ... }`, as a file has it or as a plan prints it.
 *
 * [at, end) is the word confluent_flink_connection. Attributes of the resource itself count, commented out ones too; nested
 * blocks do not: `credentials` holds Confluent's own key, which another rule finds. A value is a string or a heredoc
 * that is the whole expression.
 */
export function findInHcl(text: string, at: number, end: number): ConnectionCredential[] {
  const form = quoteFormBefore(text, at);
  if (form === null || form.mark !== '"' || !isQuoteAt(text, end, form)) return [];
  const label = stringAt(text, skipBlanks(text, end + form.backslashes + 1), form);
  const body = label === null ? -1 : skipBlanks(text, label.next);
  if (label === null || text[body] !== "{") return [];
  return readBody(text, body + 1, { form, connection: text.slice(label.span.start, label.span.end) });
}

/** The block that is read. */
interface Block {
  readonly form: QuoteForm;
  readonly connection: string;
}

function readBody(text: string, at: number, block: Block): ConnectionCredential[] {
  const found: ConnectionCredential[] = [];
  let depth = 1;
  let next = at;
  while (next < text.length && depth > 0) {
    const attribute = depth === 1 ? attributeAt(text, next, block) : null;
    found.push(...(attribute?.found ?? []));
    const character = text[next];
    depth += character === "{" ? 1 : character === "}" ? -1 : 0;
    const end = attribute?.next ?? skipOther(text, next, block.form);
    // A string that is not closed ends everything: what follows it cannot be told apart.
    if (end === -1) return found;
    next = end;
  }
  return found;
}

/** Skips a word, string, heredoc or comment, or else one character; -1 where a string or heredoc has no end. */
function skipOther(text: string, at: number, form: QuoteForm): number {
  if (isQuoteAt(text, at, form)) return stringAt(text, at, form)?.next ?? -1;
  if (text.startsWith("<<", at) && isHeredoc(text, at)) return heredocAt(text, at)?.next ?? -1;
  if (text.startsWith("/*", at)) return endOf(text, "*/", at);
  if (text[at] === "#" || text.startsWith("//", at)) return skipLine(text, at);
  const blanks = skipBlanks(text, at);
  return blanks > at ? blanks : Math.max(at + 1, matchEnd(WORD, text, at));
}

const WORD = /\w+|\\+/y;

/** A comment to the end of its line, but not beyond an attribute in it. */
function skipLine(text: string, at: number): number {
  const start = matchEnd(COMMENT_MARKS, text, at);
  return matchEnd(ATTRIBUTE, text, start) > 0 ? start : endOfLine(text, start);
}

const COMMENT_MARKS = /[#/][#/ \t]*/y;

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

interface Attribute {
  readonly found: readonly ConnectionCredential[];
  readonly next: number;
}

/** `name =`. */
const ATTRIBUTE = /([A-Za-z_][\w-]{0,63})[ \t]*=/y;

/** An attribute whose value is a string or a heredoc; `null` where none stands. */
function attributeAt(text: string, at: number, { form, connection }: Block): Attribute | null {
  ATTRIBUTE.lastIndex = at;
  const field = ATTRIBUTE.exec(text)?.[1];
  const value = field === undefined ? null : valueAt(text, skipBlanks(text, ATTRIBUTE.lastIndex), form);
  if (field === undefined || value === null) return null;
  const changed = changedTo(text, value.next, form);
  const found = isWhole(text, value.next)
    ? [value, ...changed].flatMap(({ span }) => credentialIn(text, span, { connection, field }))
    : [];
  return { found, next: changed[0]?.next ?? value.next };
}

/** What a string or heredoc holds, and the place behind it. */
interface Value {
  readonly span: Span;
  readonly next: number;
}

function valueAt(text: string, at: number, form: QuoteForm): Value | null {
  return text.startsWith("<<", at) ? heredocAt(text, at) : stringAt(text, at, form);
}

/** A plan prints `"old" -> "new"`. */
function changedTo(text: string, at: number, form: QuoteForm): Value[] {
  const arrow = skipBlanks(text, at);
  const value = text.startsWith("->", arrow) ? stringAt(text, skipBlanks(text, arrow + 2), form) : null;
  return value === null ? [] : [value];
}

/** Whether the expression ends here: a condition or a call's argument may be about anything. */
function isWhole(text: string, at: number): boolean {
  return text[at - 1] === "\n" || matchEnd(EXPRESSION_END, text, at) !== -1;
}

const EXPRESSION_END = /[ \t]*(?:$|[\r\n#}]|\\+[nr]|\/[/*]|->|\\*["'`])/y;

/** The string that begins at `at`; a mark within `${...}` does not end it. */
function stringAt(text: string, at: number, form: QuoteForm): Value | null {
  if (!isQuoteAt(text, at, form)) return null;
  const start = at + form.backslashes + 1;
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/[$%]\{|[{}"]/g)) {
    const mark = start + index;
    if (token === '"') {
      const role = quoteRole(text, mark, form);
      if (role === "outer") return null;
      if (role === "delimiter" && depth === 0) {
        return { span: { start, end: mark - form.backslashes }, next: mark + 1 };
      }
    } else if (token === "}") depth = Math.max(0, depth - 1);
    else if (token !== "{" || depth > 0) depth++;
  }
  return null;
}

const HEREDOC = /<<[-~]?([A-Za-z_]\w{0,63})[ \t]*\r?\n/y;

function isHeredoc(text: string, at: number): boolean {
  return matchEnd(HEREDOC, text, at) !== -1;
}

/** The heredoc that begins at `at`; its span is without the white space around it. */
function heredocAt(text: string, at: number): Value | null {
  HEREDOC.lastIndex = at;
  const tag = HEREDOC.exec(text)?.[1];
  if (tag === undefined) return null;
  const begin = HEREDOC.lastIndex;
  for (let line = begin; line < text.length; line = endOf(text, "\n", line)) {
    const end = endOf(text, "\n", line);
    if (text.slice(line, end).trim() === tag) return { span: trimmed(text, begin, line), next: end };
  }
  return null;
}

function trimmed(text: string, start: number, end: number): Span {
  const value = text.slice(start, end);
  const first = start + value.length - value.trimStart().length;
  return { start: first, end: Math.max(first, start + value.trimEnd().length) };
}
