import type { Encoding } from "../model/encoding.ts";
import type { Span } from "../model/match.ts";

/** A text that was read out of another one, its parent. Each of its bytes stands for some bytes of that. */
export interface View {
  readonly bytes: Uint8Array;
  /** What was undone to read it. */
  readonly encoding: Encoding;
  /** Where in the parent that stands which a span of at least one byte was read from. */
  toParent(span: Span): Span;
  /** What had to be undone for a span of this view: nothing, where all of that stands in the parent as it is. */
  encodingsOf(span: Span, parentSpan: Span): readonly Encoding[];
}

/** Whether a person could read a view: pieces that were joined have lost what stood between them. */
export function isReadable({ encoding }: View): boolean {
  return encoding !== "split";
}

/** Collects the bytes, one by one, of a view that leaves most of them as they are. */
export class ViewBuilder {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  /** `capacity` is the most bytes that there will be. */
  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  /** Adds a byte that stands for [start, end) of the parent. */
  add(byte: number, start: number, end: number): void {
    this.#bytes[this.#length] = byte;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
  }

  /** The view so far. */
  build(encoding: Encoding): View {
    const starts = this.#starts;
    const ends = this.#ends;
    return {
      bytes: this.#bytes.subarray(0, this.#length),
      encoding,
      toParent: ({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
      encodingsOf: (span, parent) => (lengthOf(span) === lengthOf(parent) ? NO_ENCODINGS : [encoding]),
    };
  }
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The encodings of plain text. */
export const NO_ENCODINGS: readonly Encoding[] = [];
