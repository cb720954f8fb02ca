import { DamagedStream, ENDS_EARLY } from "./container.ts";

const FIRST_BYTES = 64 * 1024;

/** What was held and what came behind it. Where nothing was held, no byte is copied: a piece may hold many small parts. */
export function joinBytes(held: Buffer, bytes: Uint8Array): Buffer {
  return held.length > 0 ? Buffer.concat([held, bytes]) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Input that waits until there is enough of it for a step. */
export class InputBuffer {
  bytes: Buffer = Buffer.alloc(0);
  /** The bytes that are there are [start, end). */
  start = 0;
  end = 0;

  get length(): number {
    return this.end - this.start;
  }

  append(bytes: Uint8Array): void {
    if (this.end + bytes.length > this.bytes.length) this.#makeRoom(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  /** Throws a `DamagedStream` where fewer than `count` bytes are there: for a step that has all there will ever be. */
  require(count: number): void {
    if (this.length < count) throw new DamagedStream(ENDS_EARLY);
  }

  #makeRoom(count: number): void {
    const wanted = this.length + count;
    const target = wanted * 2 > this.bytes.length ? Buffer.allocUnsafe(Math.max(FIRST_BYTES, wanted * 2)) : this.bytes;
    this.bytes.copy(target, 0, this.start, this.end);
    this.bytes = target;
    this.end -= this.start;
    this.start = 0;
  }
}
