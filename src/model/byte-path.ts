/**
 * A file name as the operating system holds it: bytes, kept one per UTF-16 code unit (latin1).
 *
 * A name that is not UTF-8 survives every step this way, a comparison with `<` is bytewise, and a
 * plain ASCII name, the common case, is its own display form and goes to `node:fs` as it is.
 */
export type BytePath = string & { readonly bytePath: unique symbol };

/** Marks a latin1 string that came from the file system or from git as a path. */
export function asBytePath(latin1: string): BytePath {
  return latin1 as BytePath;
}

/** The path that `text` names: its UTF-8 bytes. */
export function toBytePath(text: string): BytePath {
  return asBytePath(isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1"));
}

/** What `node:fs` must be given to reach exactly these bytes. */
export function toFsPath(path: BytePath): string | Buffer {
  return isAscii(path) ? path : Buffer.from(path, "latin1");
}

/** The path as text; bytes that are not UTF-8 come out as U+FFFD. */
export function toDisplayPath(path: BytePath): string {
  return isAscii(path) ? path : Buffer.from(path, "latin1").toString("utf8");
}

/** Base64 of the path's bytes where they are not valid UTF-8, else `null`. */
export function toPathBytes(path: BytePath): string | null {
  if (isAscii(path)) return null;
  const bytes = Buffer.from(path, "latin1");
  const isUtf8 = Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
  return isUtf8 ? null : bytes.toString("base64");
}

/** `folder/name`, without a `./` that the user did not type and without doubling a slash. */
export function joinPath(folder: BytePath, name: string): BytePath {
  if (folder === ".") return asBytePath(name);
  return asBytePath(folder.endsWith("/") ? folder + name : `${folder}/${name}`);
}

/** Every other character takes more bytes in UTF-8 than units in a string; counting them is faster than looking at each. */
function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
