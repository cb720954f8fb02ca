const TABLE = createTable();

/**
 * CRC-32 of an ASCII text, as an unsigned number: the IEEE polynomial, reflected, as zlib computes it.
 *
 * Own code because `zlib.crc32` came with Node 20.15 but takes twice as long for 54 characters.
 * Source: notes/secret-format.md#checksum
 */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc = (TABLE[(crc ^ text.charCodeAt(i)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function createTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    table[byte] = crc;
  }
  return table;
}
