import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { toFsPath, type BytePath } from "../model/byte-path.ts";
import { errorCode, isSystemError } from "../model/errors.ts";
import type { Origin } from "../model/origin.ts";
import type { Skip } from "../model/skip.ts";
import type { SourceBlob } from "../model/source-blob.ts";

/** Windows has neither flag, `undefined` counts as 0, and it needs neither: no FIFO lies in a folder there. */
const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;

/**
 * Opening never waits (a FIFO without a writer) and, unless told to, never follows a link that took
 * a file's place since the folder was listed.
 */
const WALKED = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
const NAMED = O_RDONLY | O_NONBLOCK;

/**
 * An open regular file, read by position. Close it.
 *
 * It ends where it ended when it was first found not to end within one read: a file that grows is
 * read as it stood, and one that shrinks meanwhile throws `IncompleteRead`. A file of one read,
 * nearly every one of a walk, costs no `fstat`.
 */
export class FileBlob implements SourceBlob {
  readonly origin: Origin;
  readonly isSeekable = true;
  readonly #fd: number;
  readonly #isNamed: boolean;
  #endBytes = Infinity;

  /** `isNamed`: the user named it, so a link is followed. Throws what `openSync` throws. */
  constructor(path: BytePath, isNamed: boolean) {
    this.origin = { source: "file", path, blob: null };
    this.#isNamed = isNamed;
    this.#fd = openSync(toFsPath(path), isNamed ? NAMED : WALKED);
    // Named files are few enough to ask at once, and then a loss is never taken for a wrong claim.
    if (isNamed) this.#endBytes = fstatSync(this.#fd).size || Infinity;
  }

  /** The file's size where it is known: it did not end within the first read, or was named. Else `Infinity`. */
  get endBytes(): number {
    return this.#endBytes;
  }

  read(target: Uint8Array, start: number, maxBytes: number, offsetBytes: number): number {
    const wanted = Math.min(maxBytes, this.#endBytes - offsetBytes);
    if (wanted <= 0) return 0;
    const count = readSync(this.#fd, target, start, wanted, offsetBytes);
    if (count === 0) this.#requireWhole();
    else if (this.#endBytes === Infinity && (count === maxBytes || offsetBytes > 0)) {
      this.#findEnd(offsetBytes + count, count === maxBytes);
    }
    return count;
  }

  /** Says how long the file is: a read that finds it shorter throws. */
  expectSize(sizeBytes: number): void {
    this.#endBytes = sizeBytes;
  }

  close(): void {
    closeSync(this.#fd);
  }

  /**
   * Files of the kernel (below /proc) claim a size of 0 and are read as long as they give something.
   * Unless it was named, one that fills whole reads is left: /proc/self/pagemap goes on for 256 GB.
   */
  #findEnd(readBytes: number, wasFull: boolean): void {
    const { size } = fstatSync(this.#fd);
    if (size >= readBytes) this.#endBytes = size;
    else if (wasFull && !this.#isNamed) {
      throw new IncompleteRead("unreadable", `holds more than the ${size} bytes that it claims`);
    }
  }

  /** Files below /sys claim more than they have, and go on doing so: only a size that changed is a loss. */
  #requireWhole(): void {
    if (this.#endBytes === Infinity) return;
    const { size } = fstatSync(this.#fd);
    if (size >= this.#endBytes) return;
    throw new IncompleteRead("vanished", `shrank from ${this.#endBytes} to ${size} bytes while being read`);
  }
}

/** A file was not read to its end, though the system reported no error. */
export class IncompleteRead extends Error {
  override readonly name = "IncompleteRead";
  readonly reason: "vanished" | "unreadable";

  constructor(reason: "vanished" | "unreadable", message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * What to report of a file that could not be opened or read to its end. What the user named is
 * always read: there a link or a special file is no reason, but a failure.
 *
 * Throws anything that is not the system's own error again: a defect of ours must not pass for an
 * unreadable file.
 */
export function skipOf(path: BytePath, error: unknown, isNamed = false): Skip {
  if (error instanceof IncompleteRead) return { path, reason: error.reason, detail: error.message };
  if (!isSystemError(error)) throw error;
  const detail = errorCode(error);
  switch (detail) {
    case "ENOENT":
    case "ENOTDIR":
      return { path, reason: "vanished", detail };
    case "ELOOP":
      return { path, reason: isNamed ? "unreadable" : "symlink", detail };
    case "ENXIO":
      return { path, reason: isNamed ? "unreadable" : "special-file", detail };
    default:
      return { path, reason: "unreadable", detail };
  }
}
