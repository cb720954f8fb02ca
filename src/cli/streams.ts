import { fstatSync, writeSync } from "node:fs";
import { errorCode, ScanError } from "../model/errors.ts";

/** How long to wait before a full pipe that does not block is tried again. */
const RETRY_MS = 2;

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;

/**
 * Writes text to standard output, all of it, before it returns: nothing is lost when the process
 * ends. A reader that has gone away is no error. Throws a `ScanError` for a full disk.
 */
export function printOutput(text: string): void {
  printTo(STANDARD_OUTPUT, text);
}

/** The same for any descriptor that this process was started with. */
export function printTo(fd: number, text: string): void {
  try {
    writeAll(fd, text);
  } catch (error) {
    throw new ScanError("output-failed", `cannot write the report: ${errorCode(error)}`, { cause: error });
  }
}

/** Writes text to standard error, the same way; if even that fails there is nobody left to tell. */
export function printError(text: string): void {
  try {
    writeAll(STANDARD_ERROR, text);
  } catch {
    // See above.
  }
}

/** The width of the terminal that standard output is, or `null` where it is none. */
export function outputColumns(): number | null {
  // Asking process.stdout loads half of Node: not for a pipe or a file.
  if (!fstatSync(STANDARD_OUTPUT).isCharacterDevice()) return null;
  return process.stdout.isTTY ? process.stdout.columns || 80 : null;
}

/** Says that a terminal is being read, where a person may wonder why nothing happens. */
export function noteTerminalInput(): void {
  const isTerminal = fstatSync(STANDARD_INPUT).isCharacterDevice() && process.stdin.isTTY;
  if (isTerminal) printError("reading standard input; Ctrl-D ends it\n");
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}
