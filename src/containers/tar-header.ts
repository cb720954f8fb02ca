/** Source: notes/containers.md#tar */
export const TAR_BLOCK_BYTES = 512;

const CHECKSUM_START = 148;
const CHECKSUM_END = 156;
const SPACE = 0x20;

/**
 * Whether a block is a tar header: its checksum is right.
 *
 * Cheap where it is not: the end of a checksum field is NUL or a space, and its beginning digits.
 */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < TAR_BLOCK_BYTES || (block[154] !== 0 && block[155] !== 0)) return false;
  const stored = /^[ 0]*([0-7]{1,6})[ \0]/.exec(latin1(block, CHECKSUM_START, CHECKSUM_END))?.[1];
  if (stored === undefined) return false;
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < TAR_BLOCK_BYTES; i++) {
    const byte = i >= CHECKSUM_START && i < CHECKSUM_END ? SPACE : (block[i] ?? 0);
    unsigned += byte;
    signed += byte > 0x7f ? byte - 256 : byte;
  }
  // A name alone is 32 or more, and the checksum field itself counts as 8 spaces: an empty block is no header.
  const wanted = Number.parseInt(stored, 8);
  return wanted === unsigned || wanted === signed;
}

/** Bytes of a header as text, one a character. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
}
