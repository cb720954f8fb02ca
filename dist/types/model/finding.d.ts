import type { Confidence } from "./confidence.js";
import type { Encoding } from "./encoding.js";
import type { Evidence } from "./evidence.js";
import type { ConnectionField, KeyIds } from "./match.js";
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
/** One distinct secret under one rule, with every place where it stands. */
export interface Finding {
    readonly rule: string;
    readonly confidence: Confidence;
    readonly secret: Secret;
    /** `null` for a credential, which may be weak enough to be guessed from its hash. */
    readonly secretSha256: string | null;
    /** The first 8 and the last 4 characters; `null` for a credential, of which nothing is shown. */
    readonly preview: string | null;
    /**
     * `<rule>/<secretSha256>`: moves with the secret, not with file, line or commit. Of a credential, the hash is that of
     * its path, connection and field.
     */
    readonly fingerprint: string;
    /** Of the sighting that decided how sure the finding is. */
    readonly evidence: readonly Evidence[];
    /** Of a credential alone. */
    readonly connection: ConnectionField | null;
    /** None, one or several; sorted. */
    readonly keyIds: KeyIds;
    /** At least one, ordered by path (bytewise), then offset. */
    readonly occurrences: readonly [Occurrence, ...Occurrence[]];
}
