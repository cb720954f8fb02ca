/**
 * SHA-256 of a text's UTF-8 bytes, as lower-case hex.
 *
 * `node:crypto` takes 2 ms to load, so it is fetched at the first finding and not at start.
 */
export function sha256Hex(text: string): string {
  return loadCrypto().createHash("sha256").update(text, "utf8").digest("hex");
}

/** Loads what `sha256Hex` needs, ahead of its first call. */
export function prepareSha256(): void {
  loadCrypto();
}

function loadCrypto() {
  return process.getBuiltinModule("node:crypto");
}
