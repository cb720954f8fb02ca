import { openSync, readSync } from "node:fs";
import { toFsPath, type BytePath } from "../model/byte-path.ts";
import { errorCode } from "../model/errors.ts";
import type { Origin } from "../model/finding.ts";
import type { SourceBlob } from "../model/source-blob.ts";

const STANDARD_INPUT = 0;
/** How long to wait before a descriptor that had nothing is asked again. */
const RETRY_MS = 5;

/** Standard input, read in order; `path` is what the user calls it. */
export function standardInput(path: BytePath | null): SourceBlob {
  return createStream(STANDARD_INPUT, { source: "stdin", path, blob: null });
}

/**
 * A FIFO or device that the user named, such as `/dev/fd/63` of a process substitution. Opening
 * waits for a writer, as any program's would. Throws what `openSync` throws.
 */
export function openStream(path: BytePath): SourceBlob {
  return createStream(openSync(toFsPath(path), "r"), { source: "file", path, blob: null });
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
