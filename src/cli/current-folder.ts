import { realpathSync } from "node:fs";
import { asBytePath, toBytePath, type BytePath } from "../model/byte-path.ts";
import { errorCode, ScanError } from "../model/errors.ts";

/**
 * The current folder, absolute, as bytes: Node's own answer has lost those that are not UTF-8.
 *
 * Throws a `ScanError` where it was deleted: it still lists, as empty, which must not pass for clean.
 */
export function currentFolder(): BytePath {
  try {
    const folder = process.cwd();
    return folder.includes("\ufffd") ? asBytePath(realpathSync.native(".", "latin1")) : toBytePath(folder);
  } catch (error) {
    throw new ScanError("input-failed", `the current folder cannot be used: ${errorCode(error)}`, { cause: error });
  }
}
