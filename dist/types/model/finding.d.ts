import type { Encoding } from "./encoding.js";
import type { KeyIds } from "./match.js";
import type { Origin } from "./origin.js";
import type { Secret } from "./secret.js";
/** One place where a secret stands. */
export interface Occurrence {
    readonly origin: Origin;
    /** 1-based; `endColumn` is exclusive. */
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    /** 0-based, in the blob. */
    readonly offsetBytes: number;
    /** What had to be undone to read the secret, outermost first; none for plain text. */
    readonly encodings: readonly Encoding[];
    /** GitHub's `primaryLocationLineHash`, `null` where there is no text file. */
    readonly lineHash: string | null;
}
/** How sure a finding is. */
export type Confidence = "proven" | "likely" | "possible";
/** One distinct secret under one rule, with every place where it stands. */
export interface Finding {
    readonly rule: string;
    readonly confidence: Confidence;
    readonly secret: Secret;
    readonly secretSha256: string;
    /** `<rule>/<secretSha256>`: moves with the secret, not with file, line or commit. */
    readonly fingerprint: string;
    /** None, one or several; sorted. */
    readonly keyIds: KeyIds;
    /** At least one, ordered by path (bytewise), then offset. */
    readonly occurrences: readonly [Occurrence, ...Occurrence[]];
}
