import { NOT_CODED } from "./coded-views.ts";
import { escapeViews, MAX_GAP_BYTES } from "./text-views.ts";
import { gzipHeaderEnd } from "../codec/gzip-header.ts";
import { errorCode } from "../model/errors.ts";
import type { Span } from "../model/match.ts";
import type { TextMeasure } from "../model/text-measure.ts";
import type { Encoding } from "../model/encoding.ts";

/** A text that is longer is not followed to its end: a Helm release has at most 1 MiB. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;
/** What comes out of one stream may be this long. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
/** And all that is decoded and inflated for one blob. */
const MAX_WORK_BYTES = 256 * 1024 * 1024;
const MIN_PIECE_BYTES = 16;

/** What encoded text is made of: zeros stand between the characters of wide text. */
const TEXT = String.raw`A-Za-z0-9+/_\-%\\&#;=\0`;
const PIECES = new RegExp(`[${TEXT}]+|[^${TEXT}]+`, "g");
const IS_TEXT = new RegExp(`^[${TEXT}]`);
const GAP_AT_END = new RegExp(`[^${TEXT}]+$`);
const IS_BINARY = /[^\t-\r -~]/;

/** What an encoded gzip stream holds, and where its text stands. */
export interface Inflated {
  readonly bytes: Buffer;
  /** What had to be undone, outermost first; `gzip` is the last one. */
  readonly encodings: readonly Encoding[];
  /** In the blob. */
  readonly span: Span;
  /** What stands between the beginning of all the text and the span, and in the span. */
  readonly before: TextMeasure;
  readonly within: TextMeasure;
}

/** How much may be decoded and inflated for one blob, streams in streams included. */
export class GzipAllowance {
  #leftBytes = MAX_WORK_BYTES;
  #isSpent = false;

  /** Begins anew, for another blob. */
  reset(): void {
    this.#leftBytes = MAX_WORK_BYTES;
    this.#isSpent = false;
  }

  /** Whether more was asked for than there was: something was not read. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** How much one stream may come to. */
  get streamBytes(): number {
    return Math.min(MAX_INFLATED_BYTES, this.#leftBytes);
  }

  /** Takes so many bytes; `false` if that is more than there are. */
  take(bytes: number): boolean {
    if (bytes > this.#leftBytes) {
      this.#isSpent = true;
      return false;
    }
    this.#leftBytes -= bytes;
    return true;
  }

  /** Says that something was left unread. */
  exceed(): void {
    this.#isSpent = true;
  }
}

/**
 * Coded text in which gzip streams begin, collected while the blob goes by: it may be longer than what is kept of that.
 *
 * One text can hold several streams, one behind the other, and what looks like the beginning of one and is none.
 */
export class EmbeddedGzipText {
  /** 0-based, in the blob. */
  readonly start: number;
  readonly textBefore: TextMeasure;
  /** Where streams may begin, and the ways to read each, outermost encoding first. */
  readonly #heads = new Map<number, (readonly Encoding[])[]>();
  readonly #text: string[] = [];
  #length = 0;
  #gap = 0;
  #piece = 0;
  #pieces = 0;
  #isComplete = false;

  constructor(start: number, textBefore: TextMeasure) {
    this.start = start;
    this.textBefore = textBefore;
  }

  /** 0-based, in the blob: behind the last character that was taken. */
  get end(): number {
    return this.start + this.#length;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Says that a stream may begin at `start`, and how it is to be read: after the ways that were said before. */
  addHead(start: number, reading: readonly Encoding[]): void {
    const readings = this.#heads.get(start) ?? [];
    if (!readings.some((known) => known.join() === reading.join())) readings.push(reading);
    this.#heads.set(start, readings);
  }

  /** Takes the bytes that follow, as latin1. */
  push(text: string): void {
    let taken = 0;
    for (const [piece] of text.matchAll(PIECES)) {
      if (this.#isComplete || !this.#takes(piece)) break;
      taken += piece.length;
    }
    this.#text.push(text.slice(0, taken));
    this.#length += taken;
  }

  /** Whether this run, or what stands between two, belongs to the text; otherwise the text has ended. */
  #takes(piece: string): boolean {
    if (IS_TEXT.test(piece)) {
      if (this.#gap > 0 || this.#pieces === 0) this.#pieces++;
      this.#piece = this.#gap === 0 ? this.#piece + piece.length : piece.length;
      this.#gap = 0;
    } else {
      const isAfterLast = this.#gap === 0 && this.#piece < MIN_PIECE_BYTES && this.#pieces > 1;
      this.#gap += piece.length;
      this.#isComplete = isAfterLast || this.#gap > MAX_GAP_BYTES || IS_BINARY.test(piece);
    }
    if (this.#length + piece.length > MAX_TEXT_BYTES) this.#isComplete = true;
    return !this.#isComplete;
  }

  /**
   * What the streams hold: those that are gzip and not damaged, each by every reading that gives something. What one
   * stream takes is not read as another. Stops where `allowance` is spent.
   */
  *inflate(allowance: GzipAllowance): Generator<Inflated> {
    const text = this.#text.join("");
    const heads = [...this.#heads].sort(([a], [b]) => a - b);
    let done = 0;
    for (const [i, [head, readings]] of heads.entries()) {
      const from = head - this.start;
      if (from < done) continue;
      const next = (heads[i + 1]?.[0] ?? Infinity) - this.start;
      for (const reading of readings) {
        const stream = inflateFrom(text, from, Math.min(text.length, next), reading, allowance);
        if (stream === null) continue;
        yield {
          bytes: stream.bytes,
          encodings: [...stream.encodings, "gzip"],
          span: { start: head, end: this.start + stream.end },
          before: measureAscii(text.slice(0, from)),
          within: measureAscii(text.slice(from, stream.end)),
        };
        // A whole stream has been read rightly.
        if (!stream.isWhole) continue;
        if (stream.isEndKnown) done = stream.end;
        break;
      }
    }
  }
}

/** A stream that begins at some place of a text, and ends, if it is whole, at `end`. */
interface TextStream {
  readonly bytes: Buffer;
  readonly encodings: readonly Encoding[];
  readonly end: number;
  readonly isEndKnown: boolean;
  readonly isWhole: boolean;
}

/** Reads as much of the text as the stream takes: up to `firstEnd`, and four times as much where that is not all. */
function inflateFrom(
  text: string,
  from: number,
  firstEnd: number,
  reading: readonly Encoding[],
  allowance: GzipAllowance,
): TextStream | null {
  for (let end = firstEnd; ; end = Math.min(text.length, from + 4 * (end - from))) {
    const part = text.slice(from, end);
    if (!allowance.take(part.length)) return null;
    const stream = findStream(part, reading);
    const inflated = stream === null ? null : inflate(stream.bytes, allowance);
    if (stream === null || inflated === null) return null;
    const { takenBytes, isWhole, isCut } = inflated;
    if (!isWhole && end < text.length && !isCut) continue;
    const characters = stream.charactersOf(takenBytes);
    const isEndKnown = Number.isFinite(characters);
    const length = isEndKnown ? endOfCharacters(part, characters) : endOfText(part);
    return {
      bytes: inflated.bytes,
      encodings: stream.encodingsOf(takenBytes),
      end: from + length,
      isEndKnown,
      isWhole,
    };
  }
}

/** What a stream holds, how many bytes it takes, its checksum and length included, and whether that is not all of it. */
interface InflatedBytes {
  readonly bytes: Buffer;
  readonly takenBytes: number;
  readonly isCut: boolean;
  /** Whether the stream ends as it says: what follows its data is the length of what it holds. */
  readonly isWhole: boolean;
}

function inflate(stream: Buffer, allowance: GzipAllowance): InflatedBytes | null {
  const zlib = process.getBuiltinModule("node:zlib");
  const head = gzipHeaderEnd(stream) ?? stream.length;
  // Where all of it is too much, its beginning is read: a quarter, and a quarter of that.
  for (let end = stream.length; end > head; end = head + ((end - head) >> 2)) {
    const limit = allowance.streamBytes;
    if (limit === 0) {
      allowance.exceed();
      return null;
    }
    try {
      // Not gunzip: it refuses what stands behind the stream, and there a word of the text around it may be.
      const result: unknown = zlib.inflateRawSync(stream.subarray(head, end), {
        finishFlush: zlib.constants.Z_SYNC_FLUSH,
        maxOutputLength: limit,
        info: true,
      });
      const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
      allowance.take(buffer.length);
      const trailer = head + engine.bytesWritten + TRAILER_BYTES;
      const isWhole = trailer <= stream.length && stream.readUInt32LE(trailer - 4) === buffer.length;
      return { bytes: buffer, takenBytes: Math.min(stream.length, trailer), isCut: end < stream.length, isWhole };
    } catch (error) {
      // Damaged, or no stream after all: its text was searched as it stands.
      if (errorCode(error) !== "ERR_BUFFER_TOO_LARGE") return null;
      allowance.take(limit);
      allowance.exceed();
    }
  }
  return null;
}

/** A gzip stream as bytes, and how many characters of the text its first bytes take. */
interface FoundStream {
  readonly bytes: Buffer;
  /** What had to be undone for its first `count` bytes, outermost first, and how many characters of the text those take. */
  encodingsOf(count: number): readonly Encoding[];
  charactersOf(count: number): number;
}

/**
 * Undoes `reading` one encoding after another, until a gzip stream begins within the first bytes. Up to three
 * characters of base64 may have to be left out: its groups of four need not begin where the text does. Encodings that
 * make no difference are not named.
 */
function findStream(text: string, reading: readonly Encoding[]): FoundStream | null {
  const [outer, ...inner] = reading;
  if (outer === undefined) return null;
  if (outer === "base64" || outer === "base64url" || outer === "hex") return findInCode(text, outer, inner);
  if (outer.startsWith("utf-")) return through(outer, findStream(text.replaceAll("\0", ""), inner));
  const view = escapeViews(text).find((one) => one.encoding === outer);
  if (view === undefined) return findStream(text, inner);
  return through(outer, findStream(Buffer.from(view.bytes).toString("latin1"), inner));
}

/** What was found behind an encoding whose characters are not counted. */
function through(encoding: Encoding, found: FoundStream | null): FoundStream | null {
  if (found === null) return null;
  return {
    bytes: found.bytes,
    encodingsOf: (count) => [encoding, ...found.encodingsOf(count)],
    charactersOf: () => Infinity,
  };
}

function findInCode(
  text: string,
  encoding: "base64" | "base64url" | "hex",
  inner: readonly Encoding[],
): FoundStream | null {
  const joined = text.replace(NOT_CODED, "");
  const charactersAByte = encoding === "hex" ? 2 : 4 / 3;
  for (let skipped = 0; skipped < 4; skipped++) {
    const bytes = Buffer.from(joined.slice(skipped), encoding);
    const head = inner.length === 0 ? bytes.subarray(0, 5).indexOf(GZIP_HEAD) : -1;
    const deeper = inner.length === 0 ? null : findStream(bytes.toString("latin1"), inner);
    if (head === -1 && deeper === null) continue;
    const charactersOf = (count: number): number =>
      skipped + Math.ceil((deeper === null ? head + count : deeper.charactersOf(count)) * charactersAByte);
    const nameOf = (count: number): Encoding =>
      encoding !== "hex" && /[-_]/.test(joined.slice(0, charactersOf(count))) ? "base64url" : encoding;
    return {
      bytes: deeper?.bytes ?? bytes.subarray(head),
      encodingsOf: (count) => [nameOf(count), ...(deeper?.encodingsOf(count) ?? [])],
      charactersOf,
    };
  }
  return null;
}

/** Behind the character of coded text that is the last of `count`, and the padding that follows. */
function endOfCharacters(text: string, count: number): number {
  let left = count;
  let at = 0;
  for (const { 0: gap, index } of text.matchAll(NOT_CODED)) {
    if (index - at >= left) break;
    left -= index - at;
    at = index + gap.length;
  }
  const end = Math.min(text.length, at + left);
  return end + (/^={1,2}/.exec(text.slice(end))?.[0].length ?? 0);
}

/** Behind the last character that is no gap. */
function endOfText(text: string): number {
  return text.replace(GAP_AT_END, "").length;
}

/** The measure of a text of ASCII alone, as coded text is. */
function measureAscii(text: string): TextMeasure {
  const newlines = text.split("\n").length - 1;
  const bytes = text.length - (text.lastIndexOf("\n") + 1);
  return { newlines, bytes, units: bytes, balance: 0 };
}

/** A checksum and a length. Source: RFC 1952, 2.3.1: CRC32 and ISIZE */
const TRAILER_BYTES = 8;

/** Source: RFC 1952, 2.3.1: ID1, ID2, and CM for deflate */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 0x08]);
