import type { Origin } from "./origin.ts";

/**
 * One input as a reader, not as its bytes.
 *
 * `read` fills `target` from index `start` on, with at most `maxBytes` of the bytes that stand at
 * `offsetBytes`, and returns how many; 0 is the end. A blob that `isSeekable` may be read at any offset, and twice; any other must
 * be read once, in order. `read` throws what the system throws.
 */
export interface SourceBlob {
  readonly origin: Origin;
  readonly isSeekable: boolean;
  read(target: Uint8Array, start: number, maxBytes: number, offsetBytes: number): number;
}
