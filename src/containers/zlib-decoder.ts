import { createBrotliDecompress, createInflateRaw } from "node:zlib";
import { DamagedStream, ENDS_EARLY, type Decoder, type Take } from "./container.ts";

/**
 * The synchronous half of a zlib stream. Node documents no way to inflate piece by piece without waiting, and the
 * threads that scan do not wait. This half carries Node's own `inflateSync`, and libraries such as pngjs.
 * Source: notes/containers.md#zlib
 */
interface SyncZlib {
  readonly handle: {
    writeSync(
      flush: number,
      input: Uint8Array,
      inputStart: number,
      inputBytes: number,
      output: Uint8Array,
      outputStart: number,
      outputBytes: number,
    ): void;
    reset(): void;
  };
  /** Room left in the output, and bytes left of the input, after each write. */
  readonly state: Uint32Array;
}

const OUTPUT_BYTES = 64 * 1024;
const NO_FLUSH = 0;

/**
 * Decompresses with Node's own zlib, into one buffer of 64 KiB: however much a byte expands to, it
 * comes in pieces that can be counted.
 */
export class ZlibDecoder implements Decoder {
  readonly #zlib: SyncZlib;
  readonly #output = new Uint8Array(OUTPUT_BYTES);
  #isDone = false;
  #isDamaged = false;

  constructor(format: "deflate" | "brotli") {
    const stream = format === "deflate" ? createInflateRaw() : createBrotliDecompress();
    this.#zlib = requireSync(stream, () => (this.#isDamaged = true));
  }

  /** Whether the stream is at its end; known only once bytes behind it were there to be left over. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Starts another stream. */
  reset(): void {
    this.#zlib.handle.reset();
    this.#isDone = false;
    this.#isDamaged = false;
  }

  push(bytes: Uint8Array, take: Take): void {
    this.decode(bytes, take);
  }

  end(): void {
    // A byte that is not read proves that the stream is whole.
    this.decode(new Uint8Array(1), () => true);
    if (!this.#isDone) throw new DamagedStream(ENDS_EARLY);
  }

  /** Decodes up to the stream's end and returns how many bytes it took, all of them before that. */
  decode(bytes: Uint8Array, take: Take): number {
    const { handle, state } = this.#zlib;
    for (let at = 0; !this.#isDone;) {
      this.#output.fill(0);
      handle.writeSync(NO_FLUSH, bytes, at, bytes.length - at, this.#output, 0, OUTPUT_BYTES);
      if (this.#isDamaged) this.#failAfter(take);
      const [room = 0, left = 0] = state;
      at = bytes.length - left;
      if (room < OUTPUT_BYTES && !take(this.#output.subarray(0, OUTPUT_BYTES - room))) return at;
      if (room === 0) continue;
      this.#isDone = left > 0;
      return at;
    }
    return 0;
  }

  /** zlib does not say how much it wrote before the damage: all but zeros at its end. */
  #failAfter(take: Take): never {
    const count = lastNonZero(this.#output) + 1;
    if (count > 0) take(this.#output.subarray(0, count));
    throw new DamagedStream("its compressed data is damaged");
  }
}

function lastNonZero(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at >= 0 && bytes[at] === 0) at--;
  return at;
}

function requireSync(stream: unknown, onError: () => void): SyncZlib {
  const { _handle: handle, _writeState: state } = stream as { _handle?: SyncZlib["handle"]; _writeState?: Uint32Array };
  if (typeof handle?.writeSync !== "function" || !(state instanceof Uint32Array)) {
    throw new Error("this version of Node has no synchronous zlib that is known");
  }
  return { handle: Object.assign(handle, { onerror: onError }), state };
}
