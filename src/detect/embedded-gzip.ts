import { escapeViews } from "./text-views.ts";
import type { Span } from "../model/match.ts";
import type { TextMeasure } from "../model/text-measure.ts";
import type { Encoding } from "../model/encoding.ts";

/** A text that is longer is not followed to its end: a Helm release has at most 1 MiB. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;
/** What comes out of it may be this long. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
const MAX_GAP_BYTES = 160;
const MIN_PIECE_BYTES = 16;

/** What encoded text is made of: zeros stand between the characters of wide text. */
const TEXT = String.raw`A-Za-z0-9+/_\-%\\&#;=\0`;
const PIECES = new RegExp(`[${TEXT}]+|[^${TEXT}]+`, "g");
const IS_TEXT = new RegExp(`^[${TEXT}]`);
const IS_BINARY = /[^\t-\r -~]/;

/** What an encoded gzip stream holds, and what had to be undone for it. */
export interface Inflated {
  readonly bytes: Buffer;
  /** Outermost first; `gzip` is the last one. */
  readonly encodings: readonly Encoding[];
  /** How many characters of the text it takes, gaps not counted; `Infinity` where that is not known. */
  readonly characters: number;
}

/** The text of an encoded gzip stream, collected while the blob goes by: it may be longer than what is kept of that. */
export class EmbeddedGzipText {
  /** 0-based, in the blob. */
  readonly start: number;
  readonly textBefore: TextMeasure;
  /** The ways to read it, each outermost encoding first. */
  readonly #readings: (readonly Encoding[])[] = [];
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

  /** Adds a way to read the text, to be tried after those that were added before. */
  addReading(encodings: readonly Encoding[]): void {
    this.#readings.push(encodings);
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

  /** The part of the text that a stream takes, with the padding behind it, and that part's measure. */
  spanOf({ characters }: Inflated): { readonly span: Span; readonly within: TextMeasure } {
    const text = this.#text.join("");
    const end = Number.isFinite(characters) ? endOfCharacters(text, characters) : endOfText(text);
    return { span: { start: this.start, end: this.start + end }, within: measureAscii(text.slice(0, end)) };
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
   * What the stream holds, by each reading that gives something: a wrong one may, since a stream has no checksum before
   * its end. None where it is damaged, or holds more than 64 MiB.
   */
  inflate(): Inflated[] {
    const text = this.#text.join("");
    return this.#readings.flatMap((reading) => {
      const stream = findStream(text, reading);
      const inflated = stream === null ? null : inflate(stream.bytes);
      if (stream === null || inflated === null) return [];
      const encodings = [...stream.encodings, "gzip"] as const;
      return [{ bytes: inflated.bytes, encodings, characters: stream.charactersOf(inflated.takenBytes) }];
    });
  }
}

/** What a stream holds, and how many bytes it takes, its checksum and length included. */
function inflate(stream: Buffer): { readonly bytes: Buffer; readonly takenBytes: number } | null {
  const zlib = process.getBuiltinModule("node:zlib");
  const head = headBytes(stream);
  try {
    // Not gunzip: it refuses what stands behind the stream, and there a word of the text around it may be.
    const result: unknown = zlib.inflateRawSync(stream.subarray(head), {
      finishFlush: zlib.constants.Z_SYNC_FLUSH,
      maxOutputLength: MAX_INFLATED_BYTES,
      info: true,
    });
    const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
    return { bytes: buffer, takenBytes: Math.min(stream.length, head + engine.bytesWritten + TRAILER_BYTES) };
  } catch {
    // Damaged, too large, or no stream after all: its text was searched as it stands.
    return null;
  }
}

/** A gzip stream as bytes, and how many characters of the text its first bytes take. */
interface FoundStream {
  readonly bytes: Buffer;
  readonly encodings: readonly Encoding[];
  charactersOf(bytes: number): number;
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
  return { bytes: found.bytes, encodings: [encoding, ...found.encodings], charactersOf: () => Infinity };
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
    const used = joined.slice(0, charactersOf((deeper?.bytes ?? bytes).length));
    const name = encoding !== "hex" && /[-_]/.test(used) ? "base64url" : encoding;
    return {
      bytes: deeper?.bytes ?? bytes.subarray(head),
      encodings: [name, ...(deeper?.encodings ?? [])],
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
  return text.replace(/[^A-Za-z0-9+/_\-%\\&#;=\0]+$/, "").length;
}

/** The measure of a text of ASCII alone, as coded text is. */
function measureAscii(text: string): TextMeasure {
  const newlines = text.split("\n").length - 1;
  const bytes = text.length - (text.lastIndexOf("\n") + 1);
  return { newlines, bytes, units: bytes, balance: 0 };
}

/** What stands between the characters of coded text: a line end in a literal, or anything else. */
const NOT_CODED = /\\{1,16}[nrt]?|[^A-Za-z0-9+/_-]+/g;
/** A checksum and a length. Source: RFC 1952, 2.3.1: CRC32 and ISIZE */
const TRAILER_BYTES = 8;

/** Source: RFC 1952, 2.3.1: ID1, ID2, and CM for deflate */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 0x08]);

/** How long the head of a gzip stream is. Source: RFC 1952, 2.3 */
function headBytes(stream: Buffer): number {
  const flags = stream[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (stream[at] ?? 0) + 256 * (stream[at + 1] ?? 0);
  for (const bit of [8, 16]) if (flags & bit) at = stream.indexOf(0, at) + 1 || stream.length;
  return flags & 2 ? at + 2 : at;
}
