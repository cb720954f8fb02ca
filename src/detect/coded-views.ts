import type { Encoding } from "../model/encoding.ts";
import type { Span } from "../model/match.ts";
import { NO_ENCODINGS, type View } from "./view.ts";

/** The characters of a coded text without what stands between them, and where each one stands. */
export interface JoinedText {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** What stands between the characters of base64, base64url and hex: a line end in a literal, or anything else. */
export const NOT_CODED = /\\{1,16}[nrt]?|[^A-Za-z0-9+/_\\-]+/g;
/** A secret in hexadecimal has this many digits. Source: notes/secret-format.md#format */
const LONG_HEX = /[0-9A-Fa-f]{128,}/g;

/** Takes the characters of base64, base64url and hex out of [start, end), and leaves out what wraps them. */
export function joinCoded(bytes: Uint8Array, { start, end }: Span): JoinedText {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  let at = 0;
  const take = (until: number): void => {
    for (; at < until; at++) offsets[length++] = start + at;
  };
  for (const { 0: gap, index } of text.matchAll(NOT_CODED)) {
    take(index);
    at = index + gap.length;
  }
  take(text.length);
  return { text: text.replace(NOT_CODED, ""), offsets };
}

/** The bytes that base64 stands for, read from its character `phase` on. */
export function base64View({ text, offsets }: JoinedText, phase: number): View {
  const characterOf = (index: number): number => phase + Math.floor((index * 4) / 3);
  return {
    bytes: Buffer.from(text.slice(phase), "base64"),
    encoding: "base64",
    toParent: ({ start, end }) => ({
      start: offsets[characterOf(start)] ?? 0,
      end: (offsets[characterOf(end - 1) + 1] ?? 0) + 1,
    }),
    encodingsOf(span, parent) {
      const first = characterOf(span.start);
      const end = characterOf(span.end - 1) + 2;
      const isUrl = /[-_]/.test(text.slice(first, end));
      return [...splitIf(end - first !== parent.end - parent.start), isUrl ? "base64url" : "base64"];
    },
  };
}

/** The bytes that each long stretch of hexadecimal digits stands for, at both alignments. */
export function hexViews(joined: JoinedText): View[] {
  return [...joined.text.matchAll(LONG_HEX)].flatMap(({ 0: digits, index }) => [
    hexView(joined, index, index + digits.length),
    hexView(joined, index + 1, index + digits.length),
  ]);
}

function hexView({ text, offsets }: JoinedText, start: number, end: number): View {
  return {
    bytes: Buffer.from(text.slice(start, end), "hex"),
    encoding: "hex",
    toParent: (span) => ({
      start: offsets[start + 2 * span.start] ?? 0,
      end: (offsets[start + 2 * span.end - 1] ?? 0) + 1,
    }),
    encodingsOf: (span, parent) => [...splitIf(2 * (span.end - span.start) !== parent.end - parent.start), "hex"],
  };
}

function splitIf(isSplit: boolean): readonly Encoding[] {
  return isSplit ? ["split"] : NO_ENCODINGS;
}

/** Text of two or four bytes a character in [start, end), as one byte a character. */
export function wideView(bytes: Uint8Array, { start, end }: Span): View {
  const middle = start + (((end - start) >> 5) << 4);
  const window = bytes.subarray(middle, middle + 16);
  const unit = window.filter((byte) => byte === 0).length >= 12 ? 4 : 2;
  const lane =
    middle +
    Math.max(
      0,
      window.findIndex((byte) => byte !== 0),
    );
  const first = start + ((lane - start) % unit);
  const laneOf = (index: number): number => first + index * unit;
  const isBig = (span: Span): boolean => isBigEndian(bytes, laneOf(span.start), laneOf(span.end - 1), unit);
  const toParent = (span: Span): Span => {
    const zeros = isBig(span) ? unit - 1 : 0;
    const from = Math.max(0, laneOf(span.start) - zeros);
    return { start: from, end: Math.min(bytes.length, laneOf(span.end) - zeros) };
  };
  // Where no zero stands beside it, it is a byte of other text: it ends what it stands by.
  const byteAt = (index: number): number => (bytes[index - 1] && bytes[index + 1] ? 0 : (bytes[index] ?? 0));
  return {
    bytes: Uint8Array.from({ length: Math.ceil((end - first) / unit) }, (_, i) => byteAt(laneOf(i))),
    encoding: unit === 2 ? "utf-16le" : "utf-32le",
    toParent,
    encodingsOf: (span) => [`utf-${unit === 2 ? "16" : "32"}${isBig(span) ? "be" : "le"}`],
  };
}

/**
 * Whether the characters from `first` to `last` stand behind their zeros. Big-endian text has zeros before its first
 * character, little-endian text behind its last one; if these have both, those at the ends of the text around them may
 * tell. Where nothing does, text begins at a multiple of its unit.
 */
function isBigEndian(bytes: Uint8Array, first: number, last: number, unit: number): boolean {
  const mayBeBig = hasZeros(bytes, first - unit + 1, unit - 1);
  const mayBeLittle = hasZeros(bytes, last + 1, unit - 1);
  if (mayBeBig !== mayBeLittle) return mayBeBig;
  let start = first;
  while (isTextByte(bytes[start - unit]) && hasZeros(bytes, start - unit + 1, unit - 1)) start -= unit;
  let end = last;
  while (isTextByte(bytes[end + unit]) && hasZeros(bytes, end + 1, unit - 1)) end += unit;
  const isBigAtStart = hasZeros(bytes, start - unit + 1, unit - 1);
  const isLittleAtEnd = hasZeros(bytes, end + 1, unit - 1);
  return isBigAtStart === isLittleAtEnd ? first % unit === unit - 1 : isBigAtStart;
}

/** Whether there are `count` bytes from `from` on, and all are 0. */
function hasZeros(bytes: Uint8Array, from: number, count: number): boolean {
  if (from < 0 || from + count > bytes.length) return false;
  return bytes.subarray(from, from + count).every((byte) => byte === 0);
}

/** Whether a byte is a character that people write: no control character, and no part of a byte-order mark. */
function isTextByte(byte: number | undefined): boolean {
  if (byte === undefined || byte > 0xfd) return false;
  return byte >= 0xa0 || (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
