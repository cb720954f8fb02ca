import type { Origin } from "./origin.js";
import type { Secret } from "./secret.js";
import type { TextMeasure } from "./text-measure.js";
/** Bytes [start, end) of a blob, 0-based. */
export interface Span {
    readonly start: number;
    readonly end: number;
}
/** The bytes around a match, one per UTF-16 code unit (latin1), at most `CONTEXT_BYTES` on each side. */
export interface MatchContext {
    readonly before: string;
    readonly after: string;
}
/**
 * A secret that stands in a blob, proven by its checksum.
 *
 * A span of plain text never crosses a line end.
 */
export interface Match {
    readonly kind: "proven";
    readonly span: Span;
    readonly secret: Secret;
    /** What stands before the span, from where the detector began: the position, once all pieces are joined. */
    readonly textBefore: TextMeasure;
    readonly context: MatchContext;
}
/** The key IDs that belong to a match. More than one is reported and never guessed between. */
export type KeyIds = readonly string[];
/** A match with its place and its key IDs: what threads tell each other, and findings are made of. */
export interface Sighting {
    readonly origin: Origin;
    readonly offsetBytes: number;
    readonly textBefore: TextMeasure;
    readonly secret: Secret;
    readonly keyIds: KeyIds;
    /** GitHub's `primaryLocationLineHash`, `null` where there is no text file or nobody asked. */
    readonly lineHash: string | null;
}
