/**
 * A stretch of text measured for positions: how many line ends are in it, and how long the part
 * behind the last one is. Lines end at LF (so also at CRLF), as git and GitHub count them.
 *
 * Stretches can be joined: whatever pieces a blob is read in, `joinText` of their measures is the
 * measure of the whole. That is how chunks, and segments read by several threads, add up.
 */
export interface TextMeasure {
  readonly newlines: number;
  /** Of the part behind the last line end: bytes, UTF-16 code units, and its UTF-8 balance (see `Utf8Measure`). */
  readonly bytes: number;
  readonly units: number;
  readonly balance: number;
}

/** A place in a text: 1-based; columns in UTF-16 code units, or in bytes where the line is not UTF-8. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The measure of no text. */
export const NO_TEXT: TextMeasure = { newlines: 0, bytes: 0, units: 0, balance: 0 };

/** What to begin a text with whose first three bytes are a byte-order mark: it takes no column. */
export const BEFORE_BYTE_ORDER_MARK: TextMeasure = { newlines: 0, bytes: -3, units: -1, balance: 0 };

/** The same for UTF-16 and UTF-32, whose mark is one unit of two or four bytes. */
export function beforeWideMark(unitBytes: 2 | 4): TextMeasure {
  return { newlines: 0, bytes: -unitBytes, units: -1, balance: 0 };
}

/** The measure of `a` followed by `b`. */
export function joinText(a: TextMeasure, b: TextMeasure): TextMeasure {
  if (b.newlines > 0) return { ...b, newlines: a.newlines + b.newlines };
  return {
    newlines: a.newlines,
    bytes: a.bytes + b.bytes,
    units: a.units + b.units,
    balance: a.balance + b.balance,
  };
}

/** Where the byte behind `text` stands: columns in UTF-16 code units, in bytes where the line is not UTF-8. */
export function positionAfter(text: TextMeasure): Position {
  const isUtf8 = text.balance === 0;
  return { line: text.newlines + 1, column: (isUtf8 ? text.units : text.bytes) + 1 };
}
