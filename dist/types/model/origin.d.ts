import type { BytePath } from "./byte-path.js";
/** Where the bytes came from. */
export type SourceKind = "file" | "stdin" | "index";
/** The input that a blob was read from. */
export interface Origin {
    readonly source: SourceKind;
    /** `null` for standard input without a name. */
    readonly path: BytePath | null;
    /** Names of the archive members that were entered, outermost first; absent outside archives. */
    readonly members?: readonly BytePath[];
    /** The git object id, where there is one. */
    readonly blob: string | null;
}
