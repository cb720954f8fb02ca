import type { Candidate } from "./candidates.ts";
import { SECTION_COLUMN, type Bracket, type Line, type Placed } from "./place.ts";

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const STAR = 0x2a;
const PLUS = 0x2b;
const DASH = 0x2d;
const SLASH = 0x2f;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const GREATER = 0x3e;
const BRACKET_OPEN = 0x5b;
const BACKSLASH = 0x5c;

/** What characters are to the reader; all that have no kind are mere signs. */
const LETTER = 1;
const BLANK = 2;
const OPENING = 3;
const CLOSING = 4;
const COMMENT = 5;
const KINDS = kindsOf([
  [LETTER, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"],
  [BLANK, " \t\r"],
  [OPENING, "[{"],
  [CLOSING, "]}"],
  [COMMENT, "#/<"],
]);

function kindsOf(table: readonly (readonly [kind: number, characters: string])[]): Uint8Array {
  const kinds = new Uint8Array(256);
  for (const [kind, characters] of table) for (const one of characters) kinds[one.charCodeAt(0)] = kind;
  return kinds;
}

/** What ends a comment. */
type CommentEnd = "line" | "*/" | "-->";

/** `[section]` alone on its line. */
const SECTION = /^\[[^\]\n\\]{1,60}\][ \t\r]*(?:\n|\\n|$)/;
const SECTION_BYTES = 80;
/** A document of YAML ends. */
const DIVIDER = /^---[ \r]*(?:\n|\\n|$)/;
const DIVIDER_BYTES = 8;
/** A column left of all others: everything ends there. */
const DIVIDER_COLUMN = -2;

/** Reads a text once, from its first character to its last. */
export class LayoutReader {
  readonly #text: string;
  readonly #candidates: readonly Candidate[];
  readonly #placed: Placed[] = [];
  readonly #brackets: Bracket[] = [];
  readonly #lines: Line[] = [];
  #lineStart = 0;
  /** Whether only spaces and margins have come since the line's start. */
  #isFresh = true;
  #column = 0;
  #dash = -1;
  #depth = 0;
  #bracket = -1;
  #words = 0;
  #wordsBeforeLine = 0;
  #blanks = 0;
  #comment: CommentEnd | null = null;
  #gapDepth = 0;
  #gapColumn = Infinity;

  constructor(text: string, candidates: readonly Candidate[]) {
    this.#text = text;
    this.#candidates = candidates;
  }

  read(): { placed: readonly Placed[]; brackets: readonly Bracket[]; lines: readonly Line[] } {
    let at = 0;
    for (const candidate of this.#candidates) {
      at = this.#readTo(at, candidate.start);
      if (this.#isFresh) this.#beginContent(at, this.#text.charCodeAt(at));
      this.#place(candidate);
      at = candidate.end;
    }
    this.#endLine(at);
    return { placed: this.#placed, brackets: this.#brackets, lines: this.#lines };
  }

  #readTo(from: number, to: number): number {
    let at = from;
    while (at < to) {
      const code = this.#text.charCodeAt(at);
      const kind = KINDS[code & 0xff];
      if (kind === BLANK) at++;
      else if (kind === LETTER) at = this.#readWord(at, to);
      else at += this.#readSign(at, code, kind);
    }
    return to;
  }

  /** Letters and digits from `at` on; returns where they end. */
  #readWord(at: number, to: number): number {
    if (this.#isFresh) this.#beginContent(at, LETTER);
    let end = at + 1;
    while (end < to && KINDS[this.#text.charCodeAt(end) & 0xff] === LETTER) end++;
    if (this.#comment === null) this.#words += end - at;
    return end;
  }

  /** Any other character; returns how many belong to it. */
  #readSign(at: number, code: number, kind: number | undefined): number {
    if (code === LINE_FEED) return this.#endLine(at + 1);
    if (code === BACKSLASH) return this.#escape(at);
    if (this.#isFresh && !this.#isMargin(at, code)) this.#beginContent(at, code);
    if (kind === OPENING) this.#open(at);
    else if (kind === CLOSING) this.#close();
    else if (this.#comment !== null) this.#endComment(at, code);
    else if (kind === COMMENT) this.#beginComment(at, code, this.#isAfterBlank(at));
    return 1;
  }

  /** A backslash: an escaped line end is a line end; any other escape is one sign. */
  #escape(at: number): number {
    const next = this.#text[at + 1];
    if (next === "n") return this.#endLine(at + 2) + 1;
    if (next === "r" || next === "t") return 2;
    if (this.#isFresh) this.#beginContent(at, BACKSLASH);
    return 1;
  }

  #open(at: number): void {
    this.#depth++;
    this.#brackets.push({ at, parent: this.#bracket });
    this.#bracket = this.#brackets.length - 1;
  }

  #close(): void {
    this.#depth--;
    this.#bracket = this.#brackets[this.#bracket]?.parent ?? -1;
    this.#gapDepth = Math.min(this.#gapDepth, this.#depth);
  }

  /** A comment within a line, or around some. */
  #beginComment(at: number, code: number, isAlone: boolean): void {
    const next = this.#text.charCodeAt(at + 1);
    if (code === LESS) {
      if (this.#text.startsWith("<!--", at)) this.#comment = "-->";
    } else if (isAlone && code === SLASH && next === STAR) this.#comment = "*/";
    else if (isAlone && (code === HASH || next === SLASH)) this.#comment = "line";
  }

  #isAfterBlank(at: number): boolean {
    return isSpace(this.#text.charCodeAt(at - 1)) || this.#text.startsWith("\\t", at - 2);
  }

  #endComment(at: number, code: number): void {
    const isEnd = this.#comment === "*/" ? code === SLASH && this.#text[at - 1] === "*" : code === GREATER;
    if (isEnd && this.#comment !== "line" && (this.#comment === "*/" || this.#text.endsWith("--", at))) {
      this.#comment = null;
    }
  }

  /** Returns 1, as a step. */
  #endLine(next: number): number {
    if (this.#isFresh) this.#blanks++;
    this.#lines.push({ start: this.#lineStart, column: this.#column, dash: this.#dash });
    this.#lineStart = next;
    this.#wordsBeforeLine = this.#words;
    this.#isFresh = true;
    this.#column = 0;
    this.#dash = -1;
    if (this.#comment === "line") this.#comment = null;
    return 1;
  }

  /** A diff's or a mail's margin, which stands at the line's start, before its content. */
  #isMargin(at: number, code: number): boolean {
    if (at !== this.#lineStart) return false;
    if (code === PLUS || code === GREATER) return true;
    const next = this.#text.charCodeAt(at + 1);
    return code === DASH && next !== DASH && !(next === SPACE && !isSpace(this.#text.charCodeAt(at + 2)));
  }

  /** The first character of a line's content: says where the line stands. */
  #beginContent(at: number, code: number): void {
    this.#isFresh = false;
    this.#column = at - this.#lineStart;
    if (this.#comment === null && (code === HASH || code === SLASH || code === LESS))
      this.#beginComment(at, code, true);
    if (code === DASH && this.#isEntry(at)) {
      this.#dash = this.#column;
      this.#border(this.#column);
      this.#column += 2;
    } else if (code === DASH && DIVIDER.test(this.#text.slice(at, at + DIVIDER_BYTES))) this.#border(DIVIDER_COLUMN);
    else if (code === BRACKET_OPEN && SECTION.test(this.#text.slice(at, at + SECTION_BYTES))) {
      this.#column = SECTION_COLUMN;
      this.#border(SECTION_COLUMN);
    } else if (this.#comment === null && isCommentLine(code, this.#text.charCodeAt(at + 1), this.#text, at)) {
      this.#comment = "line";
    } else if (this.#comment === null && isHeading(this.#text, at)) this.#border(this.#column);
  }

  /** What stands right of this column ends here. Lines that are no heading are none: indentation alone may mean nothing. */
  #border(column: number): void {
    this.#gapColumn = Math.min(this.#gapColumn, column);
  }

  #isEntry(at: number): boolean {
    return this.#text.charCodeAt(at + 1) === SPACE && !isSpace(this.#text.charCodeAt(at + 2));
  }

  #place(candidate: Candidate): void {
    // Written out: a spread here takes several times as long as all the rest.
    this.#placed.push({
      start: candidate.start,
      end: candidate.end,
      id: candidate.id,
      kind: candidate.kind,
      line: this.#lines.length,
      depth: this.#depth,
      column: this.#column,
      dash: this.#dash,
      words: this.#words,
      blanks: this.#blanks,
      isComment: this.#comment !== null,
      isFirst: this.#words === this.#wordsBeforeLine,
      bracket: this.#bracket,
      gapDepth: this.#gapDepth,
      gapColumn: this.#gapColumn,
    });
    this.#gapDepth = this.#depth;
    this.#gapColumn = Infinity;
  }
}

/** `#`, `;`, `-- ` at a line's start; other comments are the same anywhere. */
function isCommentLine(code: number, next: number, text: string, at: number): boolean {
  return code === SEMICOLON || (code === DASH && next === DASH && isSpace(text.charCodeAt(at + 2)));
}

const MAX_HEADING = 160;

/** Whether the line that goes on at `at` ends in a colon: what it names is indented below. */
function isHeading(text: string, at: number): boolean {
  const most = Math.min(text.length, at + MAX_HEADING);
  let last = 0;
  for (let end = at; end < most; end++) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED || (code === BACKSLASH && text[end + 1] === "n")) return last === COLON;
    if (!isSpace(code)) last = code;
  }
  return false;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN;
}
