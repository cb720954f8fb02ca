import { DamagedStream, MAX_WINDOW_BYTES } from "./container.ts";

const FIRST_BYTES = 16 * 1024;
const LEAST_ROOM_BYTES = 4 * 1024 * 1024;

/**
 * The output of a decompressor that copies from what it wrote before: the last `sizeBytes` of it at
 * least. Decoders write at `end`, after asking for room, so that their loops need no wrap.
 */
export class Window {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the next byte goes. */
  end = 0;
  #sizeBytes = 0;

  /** Starts another stream, in the memory of the last. Throws a `DamagedStream` for a window over the bound. */
  restart(sizeBytes: number): void {
    if (sizeBytes > MAX_WINDOW_BYTES) {
      throw new DamagedStream(`its window of ${sizeBytes} bytes is over 64 MiB`, "bound-exceeded");
    }
    this.#sizeBytes = sizeBytes;
    this.end = 0;
  }

  /** Makes sure that `count` bytes, at most 2 MiB, can be written from `end` on. */
  makeRoom(count: number): void {
    const wanted = this.end + count;
    if (wanted <= this.bytes.length) return;
    const most = this.#sizeBytes + Math.max(LEAST_ROOM_BYTES, this.#sizeBytes >> 2);
    if (wanted <= most) {
      const grown = new Uint8Array(Math.min(most, Math.max(FIRST_BYTES, wanted * 2)));
      grown.set(this.bytes.subarray(0, this.end));
      this.bytes = grown;
    } else {
      this.bytes.copyWithin(0, this.end - this.#sizeBytes, this.end);
      this.end = this.#sizeBytes;
    }
  }
}
