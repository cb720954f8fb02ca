const FIXED_BYTES = 10;
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;

/** Where the header of the gzip stream that `bytes` begin with ends, or `null` if it is not there whole. Source: RFC 1952, 2.3 */
export function gzipHeaderEnd(bytes: Buffer): number | null {
  if (bytes.length < FIXED_BYTES) return null;
  const flags = bytes[3] ?? 0;
  let at = afterExtra(bytes, flags);
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero === -1) return null;
    at = zero + 1;
  }
  if ((flags & HAS_CHECKSUM) !== 0) at += 2;
  return at <= bytes.length ? at : null;
}

/** The file name (latin1) in a header that is there whole, or `null`. */
export function gzipStoredName(header: Buffer): string | null {
  const flags = header[3] ?? 0;
  if ((flags & HAS_NAME) === 0) return null;
  const start = afterExtra(header, flags);
  return header.toString("latin1", start, header.indexOf(0, start));
}

function afterExtra(bytes: Buffer, flags: number): number {
  if ((flags & HAS_EXTRA) === 0) return FIXED_BYTES;
  if (bytes.length < FIXED_BYTES + 2) return bytes.length + 1;
  return FIXED_BYTES + 2 + bytes.readUInt16LE(FIXED_BYTES);
}
