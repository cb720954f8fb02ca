import { type Report } from "./report/json.js";
/** What a scan of bytes or a stream is told. */
export interface ScanOptions {
    /** What the input is called in the report; `null` if not given. */
    readonly path?: string;
}
/**
 * Whether `text`, all of it, is a Confluent Cloud API secret: prefix, length, alphabet and checksum.
 * Whether it still works is not known by that. Never throws.
 */
export declare function isSecret(text: string): boolean;
/** What can be scanned in memory: bytes in any form, or a text, which stands for its UTF-8 bytes. */
export type Bytes = string | ArrayBufferView | ArrayBufferLike;
/**
 * Finds every secret in `bytes`, archives opened. Synchronous, keeps nothing. Throws a `TypeError` for anything that
 * is not bytes or a text: it must not pass for clean.
 */
export declare function scanBytes(bytes: Bytes, options?: ScanOptions): Report;
/**
 * Finds every secret in a stream, archives opened, in memory that does not grow with it. Rejects with what the stream
 * throws, and with a `TypeError` for a chunk that is neither bytes nor text. Any number of streams may be scanned at a time.
 */
export declare function scanStream(stream: AsyncIterable<Bytes> | Iterable<Bytes>, options?: ScanOptions): Promise<Report>;
/**
 * Finds every secret in a file, or in all files below a folder. What could not be read is in
 * `summary.skipped`, and makes `summary.complete` false. Rejects where nothing is at `path`.
 */
export declare function scanFile(path: string): Promise<Report>;
