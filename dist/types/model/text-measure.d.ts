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
export declare const NO_TEXT: TextMeasure;
/** What to begin a text with whose first three bytes are a byte-order mark: it takes no column. */
export declare const BEFORE_BYTE_ORDER_MARK: TextMeasure;
/** The same for UTF-16 and UTF-32, whose mark is one unit of two or four bytes. */
export declare function beforeWideMark(unitBytes: 2 | 4): TextMeasure;
/** The measure of `a` followed by `b`. */
export declare function joinText(a: TextMeasure, b: TextMeasure): TextMeasure;
/** Where the byte behind `text` stands: columns in UTF-16 code units, in bytes where the line is not UTF-8. */
export declare function positionAfter(text: TextMeasure): Position;
