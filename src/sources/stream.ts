import { closeSync, openSync, readSync } from "node:fs";
import { toFsPath, type BytePath } from "../model/byte-path.ts";
import { errorCode } from "../model/errors.ts";
import type { Origin } from "../model/origin.ts";
import type { SourceBlob } from "../model/source-blob.ts";

const STANDARD_INPUT = 0;
/** How long to wait before a descriptor that had nothing is asked again. */
const RETRY_MS = 5;
const CHUNK_BYTES = 64 * 1024;

/** Standard input, read in order; `path` is what the user calls it. */
export function standardInput(path: BytePath | null): SourceBlob {
  return createStream(STANDARD_INPUT, { source: "stdin", path, blob: null });
}

/**
 * A FIFO or device that the user named, such as `/dev/fd/63` of a process substitution, handed to
 * `use`. Opening waits for a writer, as any program's would. Rejects with what `openSync` and `use` throw.
 */
export async function withStream<T>(path: BytePath, use: (blob: SourceBlob) => Promise<T>): Promise<T> {
  const origin: Origin = { source: "file", path, blob: null };
  const own = descriptorOf(path);
  if (own !== null) return use(createStream(own, origin));
  const fd = openSync(toFsPath(path), "r");
  try {
    return await use(createStream(fd, origin));
  } finally {
    closeSync(fd);
  }
}

/**
 * The descriptor of this process that a path stands for, or `null`. Used as it is, not opened again:
 * a socket, which is what Node's own child processes get, cannot be opened by a path.
 */
export function descriptorOf(path: string): number | null {
  const [, name = ""] = /^\/dev\/(stdin|stdout|stderr)$/.exec(path) ?? [];
  if (name !== "") return ["stdin", "stdout", "stderr"].indexOf(name);
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === undefined ? null : Number(number);
}

/** Everything that standard input gives, in memory. Throws what the system throws. */
export function readStandardInput(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = readWaiting(STANDARD_INPUT, chunk, 0, CHUNK_BYTES);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
  }
}

function createStream(fd: number, origin: Origin): SourceBlob {
  return { origin, isSeekable: false, read: (target, start, maxBytes) => readWaiting(fd, target, start, maxBytes) };
}

/** One read that waits for data, also on a descriptor that another process made non-blocking. */
function readWaiting(fd: number, target: Uint8Array, start: number, maxBytes: number): number {
  for (;;) {
    try {
      return readSync(fd, target, start, maxBytes, null);
    } catch (error) {
      const code = errorCode(error);
      // Windows says EOF where others return 0.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}
