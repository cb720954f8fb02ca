/** Something that can be read at any place. */
export interface RandomAccess {
  readonly sizeBytes: number;
  /** As `SourceBlob.read`. */
  read(target: Uint8Array, start: number, maxBytes: number, offsetBytes: number): number;
}

const CHUNK_BYTES = 256 * 1024;

/** Bytes that came in order, kept to be read at any place. Grows by what it holds and never copies it. */
export class ByteStore implements RandomAccess {
  readonly #chunks: Uint8Array[] = [];
  #sizeBytes = 0;

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  append(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const room = this.#chunks.length * CHUNK_BYTES - this.#sizeBytes;
      if (room === 0) this.#chunks.push(new Uint8Array(CHUNK_BYTES));
      const start = this.#sizeBytes % CHUNK_BYTES;
      const piece = bytes.subarray(at, at + CHUNK_BYTES - start);
      this.#chunks.at(-1)?.set(piece, start);
      this.#sizeBytes += piece.length;
      at += piece.length;
    }
  }

  read(target: Uint8Array, start: number, maxBytes: number, offsetBytes: number): number {
    const inChunk = offsetBytes % CHUNK_BYTES;
    const count = Math.min(maxBytes, CHUNK_BYTES - inChunk, this.#sizeBytes - offsetBytes);
    const chunk = this.#chunks[Math.floor(offsetBytes / CHUNK_BYTES)];
    if (chunk === undefined || count <= 0) return 0;
    target.set(chunk.subarray(inChunk, inChunk + count), start);
    return count;
  }
}

/** Reads so many bytes there; fewer only at the end. Throws what `read` throws. */
export function readAt(source: RandomAccess, offsetBytes: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, source.sizeBytes - offsetBytes)));
  let filled = 0;
  while (filled < bytes.length) {
    const count = source.read(bytes, filled, bytes.length - filled, offsetBytes + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
