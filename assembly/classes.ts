/**
 * What bytes are, 16 at a time. A lane of a result is 0 where its byte is not of the class.
 *
 * Two table look-ups classify 16 bytes at once. The high nibble names a row and gives it some bits (`rows`); the
 * low nibble gives the bits of the rows in which that column belongs to the class (`columns`). Tables come from
 * memory: V8 makes a constant anew at each use, and the hot loop takes twice as long.
 */
export function classOf(bytes: v128, columns: v128, rows: v128, nibble: v128): v128 {
  const high = v128.and(i16x8.shr_u(bytes, 4), nibble);
  return v128.and(i8x16.swizzle(columns, v128.and(bytes, nibble)), i8x16.swizzle(rows, high));
}

const ALPHABET_TABLES = memory.data<u8>([
  10, 14, 14, 14, 14, 14, 14, 14, 14, 14, 12, 5, 4, 4, 4, 5, 0, 0, 1, 2, 4, 8, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/** The alphabet, and what stands in text that hides it from the eye: `# % & - ; = \\ _`. */
export const CODED_TABLES = memory.data<u8>([
  0x1a, 0x1e, 0x1e, 0x1f, 0x1e, 0x1f, 0x1f, 0x1e, 0x1e, 0x1e, 0x1c, 0x07, 0x0c, 0x07, 0x04, 0x0d, 0, 0, 1, 2, 4, 8, 4,
  16, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/**
 * The same without `-` and `_`, of which identifiers and rules are full: base64 of text has neither, and what base64url
 * makes of anything else has stretches without.
 */
export const WINDOW_TABLES = memory.data<u8>([
  0x1a, 0x1e, 0x1e, 0x1f, 0x1e, 0x1f, 0x1f, 0x1e, 0x1e, 0x1e, 0x1c, 0x07, 0x0c, 0x06, 0x04, 0x05, 0, 0, 1, 2, 4, 8, 4,
  16, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/** NUL, tab, line ends and printable ASCII. */
export const TEXT_TABLES = memory.data<u8>([
  3, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 2, 2, 3, 2, 2, 1, 0, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0,
]);

const HEX_TABLES = memory.data<u8>([
  1, 3, 3, 3, 3, 3, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

function lookUp(bytes: v128, tables: usize): v128 {
  return classOf(bytes, v128.load(tables), v128.load(tables, 16), i8x16.splat(0x0f));
}

/** Whether the bytes are in the secret's alphabet: `A-Z a-z 0-9 + /`. */
export function alphabetLanes(bytes: v128): v128 {
  return lookUp(bytes, ALPHABET_TABLES);
}

/** Whether the bytes can stand in coded text. */
export function codedLanes(bytes: v128): v128 {
  return lookUp(bytes, CODED_TABLES);
}

/** Whether the bytes can stand in coded text, and are neither `-` nor `_`. */
export function windowLanes(bytes: v128): v128 {
  return lookUp(bytes, WINDOW_TABLES);
}

/** Whether the bytes are hexadecimal digits. */
export function isHex(bytes: v128): bool {
  return i8x16.all_true(lookUp(bytes, HEX_TABLES));
}

/** Bit i is set where lane i is 0. */
export function gapBits(lanes: v128): i32 {
  return i8x16.bitmask(i8x16.eq(lanes, i8x16.splat(0)));
}

/**
 * Where the zeros are in 16 bytes of text of two or four bytes a character, as bits: wherever it is no character's own
 * byte, in one of six patterns. 0 for anything else.
 */
export function widePattern(bytes: v128): i32 {
  const zeros = gapBits(bytes);
  const isWide =
    zeros == 0xaaaa || zeros == 0x5555 || zeros == 0xeeee || zeros == 0xdddd || zeros == 0xbbbb || zeros == 0x7777;
  return isWide ? zeros : 0;
}

/** Whether a byte is in the alphabet. */
export function isAlphabet(byte: u32): bool {
  return (byte | 0x20) - 0x61 < 26 || byte - 0x30 < 10 || byte == 0x2b || byte == 0x2f;
}

/** Whether a byte can stand in coded text. */
export function isCoded(byte: u32): bool {
  const row = <u32>load<u8>(CODED_TABLES + <usize>(byte >> 4), 16);
  return (row & (<u32>load<u8>(CODED_TABLES + <usize>(byte & 15)))) != 0;
}

/** Where the run of coded bytes begins that ends at `end`, at `lowest` or later. */
export function startOfCoded(end: usize, lowest: usize): usize {
  let start = end;
  while (start >= lowest + 16) {
    const gaps = gapBits(codedLanes(v128.load(start - 16)));
    if (gaps) return start - <usize>(clz(gaps) - 16);
    start -= 16;
  }
  while (start > lowest && isCoded(load<u8>(start - 1))) start--;
  return start;
}

/** Where the run of coded bytes ends that begins at `start`, at `highest` or before. Reads up to 16 bytes beyond. */
export function endOfCoded(start: usize, highest: usize): usize {
  let end = start;
  while (end < highest) {
    const gaps = gapBits(codedLanes(v128.load(end)));
    if (gaps) return min(highest, end + <usize>ctz(gaps));
    end += 16;
  }
  return highest;
}
