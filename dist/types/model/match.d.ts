import type { Encoding } from "./encoding.js";
import type { Evidence } from "./evidence.js";
import type { Confidence } from "./confidence.js";
import type { Origin } from "./origin.js";
import type { Secret } from "./secret.js";
import type { TextMeasure } from "./text-measure.js";
/** Bytes [start, end) of a blob, 0-based. */
export interface Span {
    readonly start: number;
    readonly end: number;
}
/**
 * What a match is: a secret whose checksum is right (`proven`), one that has the shape of a secret and a wrong checksum
 * (`damaged`), 64 random-looking characters that stand free (`shape`), perhaps a secret without prefix and checksum,
 * a third party's credential in the definition of a Flink connection (`credential`), or a key ID that was asked for
 * (`key-id`).
 */
export type MatchKind = "proven" | "damaged" | "shape" | "credential" | "key-id";
/** What a credential of a Flink connection is for. */
export interface ConnectionField {
    /** The connection's name; empty where none is said. */
    readonly connection: string;
    /** The field's name as it stands there. */
    readonly field: string;
}
/** The bytes around a match, one per UTF-16 code unit (latin1), at most `CONTEXT_BYTES` on each side. */
export interface MatchContext {
    readonly before: string;
    readonly after: string;
}
/** A secret, or what may be one, that stands in a blob. */
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
    /** Of a credential alone. */
    readonly connection: ConnectionField | null;
}
/** The key IDs that belong to a match. More than one is reported and never guessed between. */
export type KeyIds = readonly string[];
/**
 * What a match turned out to be: a shape is a `legacy` secret by what stands around it, or `known` by its hash; else
 * it is nothing.
 */
export type SightingKind = Exclude<MatchKind, "shape"> | "legacy" | "known";
/** A match with its place and its key IDs: what threads tell each other, and findings are made of. */
export interface Sighting {
    readonly origin: Origin;
    readonly kind: SightingKind;
    readonly confidence: Confidence;
    /** What speaks for and against a legacy secret; nothing for what needs no judgement. */
    readonly evidence: readonly Evidence[];
    readonly offsetBytes: number;
    readonly encodings: readonly Encoding[];
    readonly textBefore: TextMeasure;
    readonly textWithin: TextMeasure;
    readonly secret: Secret;
    readonly keyIds: KeyIds;
    /** Whether structure tells that the key IDs are the secret's, and not nearness alone. */
    readonly isSure: boolean;
    /** Of a credential alone. */
    readonly connection: ConnectionField | null;
    /** GitHub's `primaryLocationLineHash`, `null` where there is no text file or nobody asked. */
    readonly lineHash: string | null;
}
