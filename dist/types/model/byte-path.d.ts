/**
 * A file name as the operating system holds it: bytes, kept one per UTF-16 code unit (latin1).
 *
 * A name that is not UTF-8 survives every step this way, a comparison with `<` is bytewise, and a
 * plain ASCII name, the common case, is its own display form and goes to `node:fs` as it is.
 */
export type BytePath = string & {
    readonly bytePath: unique symbol;
};
/** Marks a latin1 string that came from the file system or from git as a path. */
export declare function asBytePath(latin1: string): BytePath;
/** The path that `text` names: its UTF-8 bytes. */
export declare function toBytePath(text: string): BytePath;
/** What `node:fs` must be given to reach exactly these bytes. */
export declare function toFsPath(path: BytePath): string | Buffer;
/** The path as text; bytes that are not UTF-8 come out as U+FFFD. */
export declare function toDisplayPath(path: BytePath): string;
/** Base64 of the path's bytes where they are not valid UTF-8, else `null`. */
export declare function toPathBytes(path: BytePath): string | null;
/** `folder/name`, without a `./` that the user did not type and without doubling a slash. */
export declare function joinPath(folder: BytePath, name: string): BytePath;
