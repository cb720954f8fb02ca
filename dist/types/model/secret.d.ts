/**
 * Tells a `Secret` of any copy of this class: the library's and the command's bundles each hold one.
 */
declare const BRAND: unique symbol;
/**
 * A secret's 64 characters, which cannot be printed by accident.
 *
 * Text, JSON and inspect forms show the preview alone. `reveal` is the one way to the value;
 * test/architecture.test.ts lists the files that may call it.
 */
export declare class Secret {
    #private;
    constructor(value: string);
    /** Marks every instance; see `isSecretObject`. */
    get [BRAND](): true;
    /** The value itself. The caller answers for where it goes. */
    reveal(): string;
    /** The first 8 and the last 4 characters: enough to find it by eye, useless to authenticate. */
    get preview(): string;
    /** Lower-case hex SHA-256 of the characters, made by the caller's hash function. */
    hashWith(sha256Hex: (text: string) => string): string;
    /** Whether both hold the same characters. */
    equals(other: Secret): boolean;
    /** The characters for the channel between this process's own threads, where classes do not survive. */
    toThread(): string;
    toString(): string;
    toJSON(): string;
}
/** Whether `value` is a `Secret`, of this copy of the class or of another. */
export declare function isSecretObject(value: unknown): value is Secret;
/**
 * A candidate cut down to what may be shown: never more than the first 8 and the last 4 of 64
 * characters, and nothing of the end where it is not whole.
 */
export declare function previewOf(candidate: string): string;
export {};
