import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { toFsPath, type BytePath } from "../model/byte-path.ts";
import { errorCode, isSystemError } from "../model/errors.ts";
import type { Origin } from "../model/finding.ts";
import type { Skip } from "../model/skip.ts";
import type { SourceBlob } from "../model/source-blob.ts";

/** Windows has neither flag and needs neither: it has no FIFO in a folder, and links need rights there. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/**
 * Opening never waits (a FIFO without a writer) and, unless told to, never follows a link that took
 * a file's place since the folder was listed.
 */
const WALKED = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
const NAMED = O_RDONLY | O_NONBLOCK;

/**
 * An open regular file, read by position. Close it.
 *
 * It ends where it ended when it was first found to be larger than one read: a file that grows is
 * read as it stood, and one that shrinks meanwhile throws `FileShrank`. A file of one read, nearly
 * every one, costs no `fstat`.
 */
export class FileBlob implements SourceBlob {
  readonly origin: Origin;
  readonly isSeekable = true;
  readonly #fd: number;
  #endBytes = Infinity;

  /** Throws what `openSync` throws. */
  constructor(path: BytePath, followsLink: boolean) {
    this.origin = { source: "file", path, blob: null };
    this.#fd = openSync(toFsPath(path), followsLink ? NAMED : WALKED);
  }

  /** The file's size if it was larger than the first read, else `Infinity`. */
  get endBytes(): number {
    return this.#endBytes;
  }

  read(target: Uint8Array, start: number, maxBytes: number, offsetBytes: number): number {
    const wanted = Math.min(maxBytes, this.#endBytes - offsetBytes);
    if (wanted <= 0) return 0;
    const count = readSync(this.#fd, target, start, wanted, offsetBytes);
    if (count === maxBytes && this.#endBytes === Infinity) this.fixEnd(offsetBytes + count);
    if (count === 0 && this.#endBytes !== Infinity) this.#requireSize(offsetBytes);
    return count;
  }

  /** Reads no farther than the file reaches now, or than `atLeastBytes`, where that is more. */
  fixEnd(atLeastBytes: number): void {
    this.#endBytes = Math.max(fstatSync(this.#fd).size, atLeastBytes);
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Files of the kernel (below /sys) claim a size that they do not have: only a size that changed is a loss. */
  #requireSize(readBytes: number): void {
    const { size } = fstatSync(this.#fd);
    if (size < this.#endBytes) throw new FileShrank(this.#endBytes, readBytes);
  }
}

/** A file became shorter while it was being read: what stood behind `readBytes` was not read. */
export class FileShrank extends Error {
  override readonly name = "FileShrank";

  constructor(sizeBytes: number, readBytes: number) {
    super(`shrank from ${sizeBytes} to ${readBytes} bytes while being read`);
  }
}

/**
 * What to report of a file that could not be opened or read to its end. Throws anything that is not
 * the system's own error again: a defect of ours must not pass for an unreadable file.
 */
export function skipOf(path: BytePath, error: unknown): Skip {
  if (error instanceof FileShrank) return { path, reason: "vanished", detail: error.message };
  if (!isSystemError(error)) throw error;
  const detail = errorCode(error);
  switch (detail) {
    case "ENOENT":
    case "ENOTDIR":
      return { path, reason: "vanished", detail };
    case "ELOOP":
      return { path, reason: "symlink", detail };
    case "ENXIO":
      return { path, reason: "special-file", detail };
    default:
      return { path, reason: "unreadable", detail };
  }
}
