import type { Origin } from "./finding.ts";
import type { Skip } from "./skip.ts";

/**
 * One input as a reader, not as its bytes.
 *
 * `read` fills `target` from its start with the bytes that stand at `offsetBytes`, and returns how
 * many; 0 is the end. A blob that `isSeekable` may be read at any offset, and twice; any other must
 * be read once, in order. `read` throws what the system throws.
 */
export interface SourceBlob {
  readonly origin: Origin;
  readonly isSeekable: boolean;
  read(target: Uint8Array, offsetBytes: number): number;
}

/** What a reader reports when the blob it was reading is not what it promised. */
export type ReadOutcome = { readonly kind: "read"; readonly bytes: number } | { readonly kind: "skipped"; readonly skip: Skip };
