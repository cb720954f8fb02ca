import type { Encoding } from "./encoding.ts";
import type { Origin } from "./origin.ts";
import type { Secret } from "./secret.ts";
import type { TextMeasure } from "./text-measure.ts";

/** Bytes [start, end) of a blob, 0-based. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a match is. */
export type MatchKind = "proven" | "damaged";

/** The bytes around a match, one per UTF-16 code unit (latin1), at most `CONTEXT_BYTES` on each side. */
export interface MatchContext {
  readonly before: string;
  readonly after: string;
}

/**
 * A secret that stands in a blob: `proven` by its checksum, or `damaged`, with the shape of one and a
 * checksum that is wrong.
 */
export interface Match {
  readonly kind: MatchKind;
  /** Of the text in the blob that holds the secret, encoded or not. */
  readonly span: Span;
  readonly secret: Secret;
  /** What had to be undone to read the secret, outermost first; none for plain text. */
  readonly encodings: readonly Encoding[];
  /** What stands before the span, from where the detector began: the position, once all pieces are joined. */
  readonly textBefore: TextMeasure;
  /** The span itself, measured: where it ends. */
  readonly textWithin: TextMeasure;
  /** Where key IDs may stand, innermost text first. */
  readonly contexts: readonly MatchContext[];
}

/** The key IDs that belong to a match. More than one is reported and never guessed between. */
export type KeyIds = readonly string[];

/** A match with its place and its key IDs: what threads tell each other, and findings are made of. */
export interface Sighting {
  readonly origin: Origin;
  readonly kind: MatchKind;
  readonly offsetBytes: number;
  readonly encodings: readonly Encoding[];
  readonly textBefore: TextMeasure;
  readonly textWithin: TextMeasure;
  readonly secret: Secret;
  readonly keyIds: KeyIds;
  /** GitHub's `primaryLocationLineHash`, `null` where there is no text file or nobody asked. */
  readonly lineHash: string | null;
}
