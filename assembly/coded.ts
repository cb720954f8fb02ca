import { alphabetLanes, classOf, endOfCoded, gapBits, isCoded, isHex, startOfCoded, TEXT_TABLES } from "./classes";
import { holdsLead } from "./leads";

/**
 * Whether coded text holds a secret, decided here so that JavaScript sees only what is worth its while: of a
 * thousand long runs in source text, none is. Everything is decoded that could be, at every alignment, and what
 * comes out is searched as the bytes of a file are; the checksum is left to the caller.
 */

/** How often text is decoded, one encoding in another. */
export const MAX_LEVELS: i32 = 4;
/** The longest that a coded secret can be with what it is wrapped in. */
export const REACH: usize = 8192;
/** Coded text is decoded this many bytes at a time. */
export const PIECE_BYTES: usize = 28672;

const SCRATCH_BYTES: usize = 32768;
const LEVEL_BYTES: usize = 3 * SCRATCH_BYTES;
const VALUES_BYTES: usize = 256;
/** Joined text is looked at so many characters at a time, and decoded with so many more on either side. */
const TEXT_BLOCK: i32 = 4096;
const TEXT_MARGIN: i32 = 2048;
/** Pieces of wrapped text are at least this long, but for the first and the last. */
const MIN_PIECE: usize = 16;
/** A gap between two pieces is at most this long. */
export const MAX_GAP: usize = 160;
const MIN_CODED: i32 = 86;
const MIN_HEX: i32 = 128;
const NO_VALUE: u8 = 0xff;
const BACKSLASH: u32 = 0x5c;
/** An escape has at most this many: each level of JSON in JSON doubles them. */
const MAX_BACKSLASHES: usize = 16;

/** The six bits of each base64 character, and behind that three buffers for each level. */
let values: usize = 0;

/** How many bytes were searched or decoded so far, each time counted: what the bound on the work is about. */
let work: u64 = 0;

/** Counts bytes that are looked at. */
export function countWork(bytes: usize): void {
  work += bytes;
}

/** The bytes that were counted since the module was made. */
export function workBytes(): f64 {
  return <f64>work;
}

/** Takes `scratchBytes()` bytes at `address` for good. */
export function useScratch(address: usize): void {
  values = address;
  for (let byte: u32 = 0; byte < 256; byte++) store<u8>(values + byte, valueOf(byte));
}

/** How much memory `useScratch` needs. */
export function scratchBytes(): usize {
  return VALUES_BYTES + <usize>MAX_LEVELS * LEVEL_BYTES;
}

/** The six bits that a character of base64 or base64url stands for; 255 for any other byte. */
export function sextetOf(byte: u32): u8 {
  return load<u8>(values + byte);
}

function valueOf(byte: u32): u8 {
  if (byte - 0x41 < 26) return <u8>(byte - 0x41);
  if (byte - 0x61 < 26) return <u8>(byte - 0x61 + 26);
  if (byte - 0x30 < 10) return <u8>(byte - 0x30 + 52);
  if (byte == 0x2b || byte == 0x2d) return 62;
  if (byte == 0x2f || byte == 0x5f) return 63;
  return NO_VALUE;
}

/** Whether a byte can stand between the pieces of a text: no control character but tab and line ends. */
function isGap(byte: u32): bool {
  return !isCoded(byte) && (byte >= 0x20 || byte - 9 < 5);
}

/** Where the wrapped text begins whose last piece begins at `piece`. */
export function regionStart(piece: usize, lowest: usize): usize {
  let start = piece;
  let length = MIN_PIECE;
  while (length >= MIN_PIECE) {
    let end = start;
    while (end > lowest && start - end <= MAX_GAP && isGap(load<u8>(end - 1))) end--;
    if (end == lowest || end == start || start - end > MAX_GAP) return start;
    start = startOfCoded(end, lowest);
    length = end - start;
  }
  return start;
}

/** Where the wrapped text ends whose first piece ends at `piece`. */
export function regionEnd(piece: usize, highest: usize): usize {
  let end = piece;
  let length = MIN_PIECE;
  while (length >= MIN_PIECE) {
    let start = end;
    while (start < highest && start - end <= MAX_GAP && isGap(load<u8>(start))) start++;
    if (start == highest || start == end || start - end > MAX_GAP) return end;
    end = endOfCoded(start, highest);
    length = end - start;
  }
  return end;
}

/** Whether coded text in [from, to), at most `PIECE_BYTES`, holds a lead when it is decoded. */
export function holdsCodedLead(from: usize, to: usize, level: i32): bool {
  const joined = values + VALUES_BYTES + <usize>level * LEVEL_BYTES;
  const decoded = joined + 2 * SCRATCH_BYTES;
  const length = join(from, to, joined);
  const kinds = sawKinds;
  const hasLongRun = sawLongRun && to - from > <usize>length;
  if (decodesToLead(joined, length, decoded, level)) return true;
  if (hasLongRun && aRunDecodesToLead(from, to, joined, decoded, level)) return true;
  if (kinds == 0) return false;
  if (unescapesToLead(from, to, kinds, level)) return true;
  // Escapes of one kind may be cut by those of another.
  for (let kind = 1; kind < KINDS; kind <<= 1) {
    if (kinds != kind && (kinds & kind) != 0 && unescapesToLead(from, to, kind, level)) return true;
  }
  return false;
}

/**
 * Whether one of the runs that coded text consists of holds a lead by itself. What is joined to it becomes noise, which
 * does not hide a prefix, and does hide where something without one begins and ends.
 */
function aRunDecodesToLead(from: usize, to: usize, joined: usize, decoded: usize, level: i32): bool {
  let start = from;
  while (start + <usize>MIN_CODED <= to) {
    const end = endOfUrlRun(start, to);
    const isLong = end - start >= <usize>MIN_CODED && decodesToText(start);
    if (isLong && decodesToLead(joined, join(start, end, joined), decoded, level)) return true;
    start = end + 1;
  }
  return false;
}

/** Where the characters of base64 or base64url end that begin at `start`, at `to` or before. */
function endOfUrlRun(start: usize, to: usize): usize {
  let end = start;
  while (end < to) {
    const gaps = gapBits(alphabetLanes(fromUrl(v128.load(end))));
    if (gaps) return min(to, end + <usize>ctz(gaps));
    end += 16;
  }
  return to;
}

/** Whether the 16 characters of base64 at `at` are text: of a hash, they hardly ever are. */
function decodesToText(at: usize): bool {
  const nibble = v128.load(DECODE_TABLES, 32);
  const offsets = v128.load(DECODE_TABLES);
  const slash = v128.load(DECODE_TABLES, 16);
  const bytes = decodeWindow(fromUrl(v128.load(at)), offsets, slash, nibble, v128.load(DECODE_TABLES, 48));
  return i8x16.all_true(classOf(bytes, v128.load(TEXT_TABLES), v128.load(TEXT_TABLES, 16), nibble));
}

/** Whether coded text holds a lead when the escapes of some kinds are undone. */
function unescapesToLead(from: usize, to: usize, kinds: i32, level: i32): bool {
  const joined = values + VALUES_BYTES + <usize>level * LEVEL_BYTES;
  const plain = joined + SCRATCH_BYTES;
  const end = plain + unescape(from, to, plain, kinds);
  if (holdsLead(plain, end, level + 1)) return true;
  return decodesToLead(joined, join(plain, end, joined), plain + SCRATCH_BYTES, level);
}

/** The kind of escape that may begin with a byte, or 0. */
function kindOf(byte: u32): i32 {
  if (byte == 0x25) return PERCENT;
  if (byte == BACKSLASH) return ESCAPE;
  if (byte == 0x26) return ENTITY;
  return byte == 0x3d ? QUOTED : 0;
}

/** Whether text of several bytes a character in [from, to), at most `PIECE_BYTES`, holds a lead. */
export function holdsWideLead(from: usize, to: usize, level: i32): bool {
  const narrow = values + VALUES_BYTES + <usize>level * LEVEL_BYTES;
  // The window in the middle is sure to be wide; those at the ends need not be.
  const middle = v128.load(from + (((to - from) >> 5) << 4));
  const zeros = i8x16.bitmask(i8x16.eq(middle, i8x16.splat(0)));
  const unit: usize = popcnt(zeros) >= 12 ? 4 : 2;
  let length: usize = 0;
  for (let at = from + (<usize>ctz(~zeros) % unit); at < to; at += unit) {
    // Where no zero stands beside it, it is a byte of other text: it ends what it stands by.
    const isWide = load<u8>(at - 1) == 0 || load<u8>(at, 1) == 0;
    store<u8>(narrow + length++, isWide ? load<u8>(at) : 0);
  }
  return holdsLead(narrow, narrow + length, level + 1);
}

/** Kinds of escapes, as bits: `%2B`, `\\u002b` and its like, `&#43;`, `=2B`. */
const PERCENT: i32 = 1;
const ESCAPE: i32 = 2;
const ENTITY: i32 = 4;
const QUOTED: i32 = 8;
const KINDS: i32 = 16;
/** The kinds that what `join` read last may hold. */
let sawKinds: i32 = 0;
/** Whether one of the runs that it joined is long enough to hold a lead by itself. */
let sawLongRun: bool = false;

/**
 * Copies the characters of base64 or hex, `-` and `_` as `+` and `/`, and leaves out what may stand between them.
 * Returns their number.
 */
function join(from: usize, to: usize, out: usize): i32 {
  sawKinds = 0;
  sawLongRun = false;
  countWork(to - from);
  let runStart = from;
  let target = out;
  let at = from;
  while (at < to) {
    const bytes = fromUrl(v128.load(at));
    const gaps = gapBits(alphabetLanes(bytes));
    // All 16 are written, and those that do not count written over.
    v128.store(target, bytes);
    if (gaps == 0 && at + 16 <= to) {
      target += 16;
      at += 16;
      continue;
    }
    const count = min<usize>(gaps == 0 ? 16 : <usize>ctz(gaps), to - at);
    target += count;
    at += count;
    if (at - runStart >= <usize>MIN_CODED) sawLongRun = true;
    if (at == to) break;
    const byte = <u32>load<u8>(at++);
    if (beginsEscape(byte, at, to)) sawKinds |= kindOf(byte);
    if (byte == BACKSLASH) at = skipEscapedLineEnd(at, to);
    runStart = at;
  }
  return <i32>(target - out);
}

/** The bytes with `+` for `-` and `/` for `_`. */
function fromUrl(bytes: v128): v128 {
  const minus = v128.and(i8x16.eq(bytes, i8x16.splat(0x2d)), i8x16.splat(0x2d - 0x2b));
  const underscore = v128.and(i8x16.eq(bytes, i8x16.splat(0x5f)), i8x16.splat(0x5f - 0x2f));
  return i8x16.sub(bytes, v128.or(minus, underscore));
}

/** Behind the backslashes and the letter of a line end in a literal: the letter is no character of the text. */
function skipEscapedLineEnd(behindBackslash: usize, to: usize): usize {
  let at = behindBackslash;
  while (at < to && load<u8>(at) == BACKSLASH) at++;
  if (at == to) return at;
  const letter = load<u8>(at);
  return letter == 0x6e || letter == 0x72 || letter == 0x74 ? at + 1 : at;
}

/** Whether the joined text is base64 at some alignment, or hex, of something that holds a lead. */
function decodesToLead(joined: usize, length: i32, decoded: usize, level: i32): bool {
  if (length < MIN_CODED) return false;
  for (let block = 0; block < length; block += TEXT_BLOCK) {
    const phases = textPhases(joined, block, min(length, block + TEXT_BLOCK + MIN_CODED));
    for (let phase = 0; phase < 4; phase++) {
      if (((phases >> phase) & 1) == 0) continue;
      const start = max(0, block - TEXT_MARGIN) + phase;
      const end = min(length, block + TEXT_BLOCK + TEXT_MARGIN);
      const bytes = decodeBase64(joined + <usize>start, end - start, decoded);
      if (holdsLead(decoded, decoded + <usize>bytes, level + 1)) return true;
    }
  }
  return holdsGzip(joined, length) || hexHoldsLead(joined, length, decoded, level);
}

/**
 * Bit i is set where the characters in [from, to), read as base64 from character i of the text on, are perhaps text
 * again: one window in 64 characters is decoded, and a secret with what it is written in takes 86 at least.
 */
function textPhases(joined: usize, from: i32, to: i32): i32 {
  const offsets = v128.load(DECODE_TABLES);
  const slash = v128.load(DECODE_TABLES, 16);
  const nibble = v128.load(DECODE_TABLES, 32);
  const evens = v128.load(DECODE_TABLES, 48);
  const columns = v128.load(TEXT_TABLES);
  const rows = v128.load(TEXT_TABLES, 16);
  let phases = 0;
  for (let i = from; i + 19 <= to; i += 64) {
    for (let phase = 0; phase < 4; phase++) {
      const bytes = decodeWindow(v128.load(joined + <usize>(i + phase)), offsets, slash, nibble, evens);
      if (i8x16.all_true(classOf(bytes, columns, rows, nibble))) phases |= 1 << phase;
    }
  }
  return phases;
}

/** What to add to a character by its high nibble, and for `/` by 1; `/`; the mask of a nibble, and of even bytes. */
const DECODE_TABLES = memory.data<u8>([
  0, 16, 19, 4, 0xbf, 0xbf, 0xb9, 0xb9, 0, 0, 0, 0, 0, 0, 0, 0, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47,
  47, 47, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255,
  0, 255, 0, 255, 0,
]);

/** 16 characters of base64 as 12 bytes, three to each 32-bit lane, the first one highest, and a 0. */
function decodeWindow(characters: v128, offsets: v128, slash: v128, nibble: v128, evens: v128): v128 {
  const high = v128.and(i16x8.shr_u(characters, 4), nibble);
  const row = i8x16.add(high, i8x16.eq(characters, slash));
  const sextets = i8x16.add(characters, i8x16.swizzle(offsets, row));
  const pairs = v128.or(i16x8.shl(v128.and(sextets, evens), 6), i16x8.shr_u(sextets, 8));
  return v128.or(i32x4.shr_u(i32x4.shl(pairs, 16), 4), i32x4.shr_u(pairs, 16));
}

/** Whether base64 of a gzip stream begins somewhere: `H4sI`. */
function holdsGzip(joined: usize, length: i32): bool {
  const h = i8x16.splat(0x48);
  const four = i8x16.splat(0x34);
  for (let i = 0; i < length; i += 16) {
    const at = joined + <usize>i;
    let bits = i8x16.bitmask(v128.and(i8x16.eq(v128.load(at), h), i8x16.eq(v128.load(at, 1), four)));
    while (bits) {
      const here = at + <usize>ctz(bits);
      bits &= bits - 1;
      if (load<u32>(here) == 0x49733448 && here + 4 <= joined + <usize>length) return true;
    }
  }
  return false;
}

/** Whether a stretch of hexadecimal digits holds a lead or a gzip stream. One window in 96 finds it. */
function hexHoldsLead(joined: usize, length: i32, decoded: usize, level: i32): bool {
  let done = 0;
  for (let at = 0; at + 16 <= length; at += MIN_HEX - 32) {
    if (at < done || !isHex(v128.load(joined + <usize>at))) continue;
    let start = at;
    while (start > 0 && hexValue(load<u8>(joined + <usize>(start - 1))) != NO_VALUE) start--;
    let end = at;
    while (end < length && hexValue(load<u8>(joined + <usize>end)) != NO_VALUE) end++;
    done = end;
    if (end - start < MIN_HEX) continue;
    for (let phase = 0; phase < 2; phase++) {
      const bytes = decodeHex(joined + <usize>(start + phase), end - start - phase, decoded);
      if (holdsGzipHead(decoded, bytes) || holdsLead(decoded, decoded + <usize>bytes, level + 1)) return true;
    }
  }
  return false;
}

/** Whether a gzip stream begins in decoded bytes. Source: RFC 1952, 2.3.1 */
function holdsGzipHead(bytes: usize, length: i32): bool {
  for (let i = 0; i + 3 < length; i++) {
    if ((load<u32>(bytes + <usize>i) & 0xe0ffffff) == 0x00088b1f) return true;
  }
  return false;
}

function decodeBase64(from: usize, length: i32, out: usize): i32 {
  let at = from;
  let target = out;
  const offsets = v128.load(DECODE_TABLES);
  const slash = v128.load(DECODE_TABLES, 16);
  const nibble = v128.load(DECODE_TABLES, 32);
  const evens = v128.load(DECODE_TABLES, 48);
  for (const end = from + <usize>(length & ~15); at < end; at += 16) {
    const lanes = decodeWindow(v128.load(at), offsets, slash, nibble, evens);
    v128.store(target, i8x16.shuffle(lanes, lanes, 2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 3, 3, 3, 3));
    target += 12;
  }
  for (const end = from + <usize>(length & ~3); at < end; at += 4) {
    const word =
      ((<u32>load<u8>(values + load<u8>(at))) << 18) |
      ((<u32>load<u8>(values + load<u8>(at, 1))) << 12) |
      ((<u32>load<u8>(values + load<u8>(at, 2))) << 6) |
      (<u32>load<u8>(values + load<u8>(at, 3)));
    store<u8>(target, word >> 16);
    store<u8>(target, word >> 8, 1);
    store<u8>(target, word, 2);
    target += 3;
  }
  const rest = length & 3;
  if (rest > 1) {
    const second = <u32>load<u8>(values + load<u8>(at, 1));
    store<u8>(target++, ((<u32>load<u8>(values + load<u8>(at))) << 2) | (second >> 4));
    if (rest > 2) store<u8>(target++, (second << 4) | ((<u32>load<u8>(values + load<u8>(at, 2))) >> 2));
  }
  return <i32>(target - out);
}

function decodeHex(from: usize, length: i32, out: usize): i32 {
  for (let i = 0; i + 1 < length; i += 2) {
    const high = hexValue(load<u8>(from + i));
    store<u8>(out + (i >> 1), (high << 4) | hexValue(load<u8>(from + i, 1)));
  }
  return length >> 1;
}

function hexValue(byte: u8): u8 {
  if (byte - 0x30 < 10) return byte - 0x30;
  const letter = byte | 0x20;
  if (letter >= 0x61 && letter <= 0x66) return letter - 0x61 + 10;
  return NO_VALUE;
}

/** Whether a byte begins an escape by what stands at `behind` it. */
function beginsEscape(byte: u32, behind: usize, to: usize): bool {
  const kind = kindOf(byte);
  if (kind == 0 || behind >= to) return false;
  if (kind == ESCAPE) return true;
  const next = load<u8>(behind);
  if (kind == ENTITY) return next == 0x23 || namedCharacter(behind) != 0;
  return hexNumber(behind, 2, to) >= 0 || (kind == QUOTED && behindSoftBreak(behind, to) > 0);
}

/** Undoes the escapes of some kinds; everything else stays. Returns the length. */
function unescape(from: usize, to: usize, out: usize, kinds: i32): usize {
  countWork(to - from);
  let length: usize = 0;
  let at = from;
  while (at < to) {
    const byte = <u32>load<u8>(at);
    const kind = kindOf(byte) & kinds;
    let next = at + 1;
    let value: i32 = byte;
    if (kind == PERCENT || kind == QUOTED) {
      const behind = kind == QUOTED ? behindSoftBreak(at + 1, to) : 0;
      if (behind > 0) {
        at = behind;
        continue;
      }
      value = hexNumber(at + 1, 2, to);
      next = at + 3;
    } else if (kind == ESCAPE) {
      while (next < to && next < at + MAX_BACKSLASHES && load<u8>(next) == BACKSLASH) next++;
      const letter = next < to ? load<u8>(next) : 0;
      if (letter == 0x75) {
        while (next + 1 < to && next < at + 2 * MAX_BACKSLASHES && load<u8>(next + 1) == 0x75) next++;
        value = hexNumber(next + 1, 4, to);
        next += 5;
      } else if (letter == 0x78) {
        value = hexNumber(next + 1, 2, to);
        next += 3;
      } else if (letter == 0x6e || letter == 0x72 || letter == 0x74) {
        value = letter == 0x6e ? 0x0a : letter == 0x72 ? 0x0d : 0x09;
        next++;
      } else {
        value = letter;
        next++;
      }
    } else if (kind == ENTITY && at + 2 < to && load<u8>(at, 1) == 0x23) {
      const isHex = (load<u8>(at, 2) | 0x20) == 0x78;
      next = at + (isHex ? 3 : 2);
      value = 0;
      while (next < to && value < 0x10000) {
        const digit = <i32>hexValue(load<u8>(next));
        if (digit > (isHex ? 15 : 9)) break;
        value = value * (isHex ? 16 : 10) + digit;
        next++;
      }
      if (next < to && load<u8>(next) == 0x3b) next++;
    } else if (kind == ENTITY) {
      const character = namedCharacter(at + 1);
      if (character != 0) {
        value = character;
        while (load<u8>(next++) != 0x3b);
      }
    }
    if (value < 0 || next > to) {
      value = byte;
      next = at + 1;
    }
    store<u8>(out + length++, value > 0xff ? 0x3f : <u8>value);
    at = next;
  }
  return length;
}

/** Behind the line end at `at` that a `=` before it made none, or 0. */
function behindSoftBreak(at: usize, to: usize): usize {
  const end = at < to && load<u8>(at) == 0x0d ? at + 1 : at;
  return end < to && load<u8>(end) == 0x0a ? end + 1 : 0;
}

/** The character that the entity whose name begins at `at` stands for, or 0. */
function namedCharacter(at: usize): u32 {
  const name = load<u64>(at);
  if ((name & 0xffffffffff) == 0x3b73756c70) return 0x2b; // plus
  if ((name & 0xffffffff) == 0x3b6c6f73) return 0x2f; // sol
  if ((name & 0xffffffffffffff) == 0x3b736c61757165) return 0x3d; // equals
  if ((name & 0xffffffffff) == 0x3b6c6f7362) return 0x5c; // bsol
  if ((name & 0xffffffffffffff) == 0x3b746e63726570) return 0x25; // percnt
  if ((name & 0xffffffff) == 0x3b706d61) return 0x26; // amp
  if ((name & 0xffffffff) == 0x3b6d756e) return 0x23; // num
  if ((name & 0xffffffffff) == 0x3b696d6573) return 0x3b; // semi
  if ((name & 0xffffffffffffff) == 0x3b726162776f6c) return 0x5f; // lowbar
  return 0;
}

/** The number that `digits` hexadecimal digits at `at` make, or -1 where there are not as many. */
export function hexNumber(at: usize, digits: i32, to: usize): i32 {
  if (at + <usize>digits > to) return -1;
  let number = 0;
  for (let i = 0; i < digits; i++) {
    const digit = hexValue(load<u8>(at + <usize>i));
    if (digit == NO_VALUE) return -1;
    number = (number << 4) | digit;
  }
  return number;
}
