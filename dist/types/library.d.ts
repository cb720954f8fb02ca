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
/**
 * Finds every secret in `bytes`; a string stands for its UTF-8 bytes. Synchronous, never throws,
 * keeps nothing.
 */
export declare function scanBytes(bytes: Uint8Array | string, options?: ScanOptions): Report;
/**
 * Finds every secret in a stream, in memory that does not grow with it. Rejects with what the stream
 * throws. Any number of streams may be scanned at a time.
 */
export declare function scanStream(stream: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>, options?: ScanOptions): Promise<Report>;
/**
 * Finds every secret in a file, or in all files below a folder. What could not be read is in
 * `summary.skipped`, and makes `summary.complete` false. Rejects where nothing is at `path`.
 */
export declare function scanFile(path: string): Promise<Report>;
