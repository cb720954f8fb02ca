import type { Origin } from "../model/origin.ts";
import type { SourceBlob } from "../model/source-blob.ts";

/** A stream whose beginning was read already: it comes again, then the rest, and `see` is told of all that is read. */
export class ReplayedBlob implements SourceBlob {
  readonly isSeekable = false;
  readonly #head: Uint8Array;
  readonly #rest: SourceBlob;
  readonly #see: (bytes: Uint8Array) => void;

  constructor(head: Uint8Array, rest: SourceBlob, see: (bytes: Uint8Array) => void) {
    this.#head = head;
    this.#rest = rest;
    this.#see = see;
  }

  get origin(): Origin {
    return this.#rest.origin;
  }

  read(target: Uint8Array, start: number, maxBytes: number, offsetBytes: number): number {
    const again = this.#head.subarray(offsetBytes, offsetBytes + maxBytes);
    target.set(again, start);
    const count = again.length > 0 ? again.length : this.#rest.read(target, start, maxBytes, offsetBytes);
    this.#see(target.subarray(start, start + count));
    return count;
  }
}

/** Reads the beginning of a stream: so many bytes, fewer only where it ends. */
export function readHead(blob: SourceBlob, length: number): Uint8Array {
  const head = new Uint8Array(length);
  let filled = 0;
  for (let count = -1; count !== 0 && filled < length; filled += count) {
    count = blob.read(head, filled, length - filled, filled);
  }
  return head.subarray(0, filled);
}
