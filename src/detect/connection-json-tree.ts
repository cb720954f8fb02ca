import type { Span } from "../model/match.ts";
import { countBackslashesBefore, isQuoteAt, type QuoteForm, quoteFormBefore, quoteRole } from "./connection-quotes.ts";

/** An object or array, or what stands around the outermost one. */
export interface JsonObject {
  parent: JsonObject | null;
  /** Its own key, and where that begins; "" and -1 where it has none. */
  readonly key: string;
  readonly keyStart: number;
  readonly children: JsonObject[];
  /** Those whose value is a string. */
  readonly members: { readonly key: string; readonly value: Span }[];
}

/**
 * The objects and arrays of the JSON around the string [at, end), each behind what it stands in, as far as they began in
 * the text; none where that is no whole string. Keys may be bare words, as JavaScript has them.
 */
export function readObjectsAround(text: string, at: number, end: number): JsonObject[] {
  const form = quoteFormBefore(text, at);
  return form !== null && isQuoteAt(text, end, form) ? readObjects(text, form, at - 1, 0) : [];
}

/** The same of the JSON that the string [start, end) holds, whose quotes are escaped once more. */
export function readObjectsWithin(text: string, start: number, end: number): JsonObject[] {
  const mark = text.indexOf('"', start);
  if (mark === -1 || mark >= end) return [];
  const form = { mark: '"', backslashes: countBackslashesBefore(text, mark) };
  return readObjects(text.slice(0, end), form, mark, start);
}

/**
 * Reads what stands around one quotation mark, which begins a string, as far as strings of its form reach. What is no JSON
 * between them (a shell's variables, a program's calls) is passed over.
 */
function readObjects(text: string, form: QuoteForm, mark: number, from: number): JsonObject[] {
  const marks = [...marksBefore(text, form, mark, from), ...marksFrom(text, form, mark)];
  const tree = new JsonTree();
  let end = Math.max(from, (marks[0] ?? 0) - LEAD);
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const span = { start: (marks[index] ?? 0) + 1, end: (marks[index + 1] ?? 0) - form.backslashes };
    tree.addBetween(text, end, span.start - 1 - form.backslashes);
    tree.addString(text, span);
    end = (marks[index + 1] ?? 0) + 1;
  }
  return tree.objects;
}

/** How far before the first string its object may begin. */
const LEAD = 256;

/** The delimiters before `mark`, an even number. */
function marksBefore(text: string, form: QuoteForm, mark: number, from: number): number[] {
  const marks: number[] = [];
  for (let at = previousMark(text, form, mark); at >= from && at !== -1; at = previousMark(text, form, at)) {
    const role = quoteRole(text, at, form);
    if (role === "outer") break;
    if (role === "delimiter") marks.push(at);
  }
  marks.reverse();
  return marks.slice(marks.length % 2);
}

function previousMark(text: string, { mark }: QuoteForm, at: number): number {
  return at === 0 ? -1 : text.lastIndexOf(mark, at - 1);
}

function marksFrom(text: string, form: QuoteForm, mark: number): number[] {
  const marks: number[] = [];
  for (let at = mark; at !== -1; at = text.indexOf(form.mark, at + 1)) {
    const role = quoteRole(text, at, form);
    if (role === "outer") break;
    if (role === "delimiter") marks.push(at);
  }
  return marks;
}

const BARE_KEY = /(?:^|[^\w'"$])([A-Za-z_]\w*)[ \t]*:[ \t]*$/;
const LONGEST_BARE_KEY = 64;

/** Grows from strings and what stands between them, in the order of the text. */
class JsonTree {
  readonly objects: JsonObject[] = [];
  #open: JsonObject = this.#create(null, "", -1);
  /** The last string, while it may yet be a key. */
  #last: { readonly key: string; readonly start: number } | null = null;
  /** Whether there is nothing but a colon behind the last string. */
  #isValue = false;

  addString(text: string, span: Span): void {
    const key = this.#last;
    if (key !== null && this.#isValue) {
      this.#open.members.push({ key: key.key, value: span });
      this.#last = null;
    } else {
      this.#last = { key: text.slice(span.start, span.end), start: span.start };
    }
    this.#isValue = false;
  }

  addBetween(text: string, start: number, end: number): void {
    let marks = "";
    for (let at = start; at < end; at++) {
      const character = text.charAt(at);
      if (isBlank(text, at)) continue;
      if (character === "{" || character === "[") this.#enter(marks === ":");
      else if (character === "}" || character === "]") this.#leave();
      if (marks.length < 2) marks += character;
    }
    const bare = BARE_KEY.exec(text.slice(Math.max(start, end - LONGEST_BARE_KEY), end))?.[1];
    this.#isValue = marks === ":" || bare !== undefined;
    if (marks !== ":") this.#last = bare === undefined ? null : { key: bare, start: -1 };
  }

  #enter(isKeyed: boolean): void {
    const key = isKeyed ? this.#last : null;
    const inner = this.#create(this.#open, key?.key ?? "", key?.start ?? -1);
    this.#open.children.push(inner);
    this.#open = inner;
  }

  /** What ends without having begun began before the text. */
  #leave(): void {
    const around = this.#open.parent ?? this.#create(null, "", -1);
    if (this.#open.parent === null) {
      this.#open.parent = around;
      around.children.push(this.#open);
    }
    this.#open = around;
  }

  #create(parent: JsonObject | null, key: string, keyStart: number): JsonObject {
    const object: JsonObject = { parent, key, keyStart, children: [], members: [] };
    this.objects.push(object);
    return object;
  }
}

/** Also of an escape: the backslash, and what it makes a blank. */
function isBlank(text: string, at: number): boolean {
  const character = text.charAt(at);
  return /[\s\\]/.test(character) || (/[nrt]/.test(character) && text[at - 1] === "\\");
}
