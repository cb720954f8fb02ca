import type { Origin } from "../model/origin.ts";
import type { SourceBlob } from "../model/source-blob.ts";

/**
 * A blob that ends where it can no longer be read, instead of throwing: what was found before stands.
 *
 * `failure` says why it ended; `null` means that it was read to its end.
 */
export class PartialBlob implements SourceBlob {
  readonly #whole: SourceBlob;
  #failure: unknown = null;

  constructor(whole: SourceBlob) {
    this.#whole = whole;
  }

  get origin(): Origin {
    return this.#whole.origin;
  }

  get isSeekable(): boolean {
    return this.#whole.isSeekable;
  }

  get failure(): unknown {
    return this.#failure;
  }

  read(target: Uint8Array, start: number, maxBytes: number, offsetBytes: number): number {
    if (this.#failure !== null) return 0;
    try {
      return this.#whole.read(target, start, maxBytes, offsetBytes);
    } catch (error) {
      this.#failure = error;
      return 0;
    }
  }
}
