import { alphabetLanes, gapBits, isAlphabet } from "./classes";
import { hexNumber, sextetOf } from "./coded";

/**
 * Shapes: 64 characters of the alphabet that stand free and look random, as a secret without prefix and checksum does.
 * What surrounds them decides whether they are one; that is not for this file.
 * Source of the numbers: notes/secret-format.md#shapes
 */

const SHAPE_BYTES: usize = 64;
/** The longest escape before a run whose letters and digits seem to belong to it: `\u0027`, less its backslash. */
const MOST_BEFORE: usize = 5;
const MIN_DISTINCT: i32 = 29;
const MAX_DISTINCT: i32 = 53;
const MAX_SIGNS: i32 = 9;
/** So often, at least, a character is of another class than the one before: names and words change more seldom. */
const MIN_CHANGES: i32 = 24;
/** A line of wrapped text beside a shape has at least this many characters, */
const LINE_BYTES: usize = 40;
/** and so far away at most: a line end and an indentation. */
const LINE_GAP: usize = 64;
const BACKSLASH: u32 = 0x5c;
/** What stands by one is a part of a name, or of base64url. */
const UNDERSCORE: u32 = 0x5f;

/** Sextets of `A-Z`, `a-z`, `0-9` and the two signs as bits. */
const UPPER: u64 = 0x0000000003ffffff;
const LOWER: u64 = 0x000ffffffc000000;
const DIGITS: u64 = 0x3ff0000000000000;
const SIGNS: u64 = 0xc000000000000000;
const FIRST: u64 = 1;
/** `cflt`, read as one word. */
const PREFIX: u32 = 0x746c6663;

/** Where the first shape of [from, to) begins, or `to`. Bytes in [low, high) may be looked at, and 16 more. */
export function nextShape(from: usize, to: usize, low: usize, high: usize): usize {
  // The run before `from` was looked at with what it belongs to: it is none here.
  let start = from > low && isAlphabet(load<u8>(from - 1)) ? from - NO_RUN : from;
  for (let at = from; at <= to; at += 16) {
    let gaps = gapBits(alphabetLanes(v128.load(at)));
    const rest = <i32>(to - at);
    if (rest < 16) gaps |= 1 << rest;
    while (gaps) {
      const end = at + <usize>ctz(gaps);
      gaps &= gaps - 1;
      if (end - start - SHAPE_BYTES <= MOST_BEFORE && end <= to && isShape(start, end, low, high)) {
        return end - SHAPE_BYTES;
      }
      start = end + 1;
    }
  }
  return to;
}

/** More than a run with a shape in it can be long. */
const NO_RUN: usize = 256;

/** Whether the run [start, end) of the alphabet is 64 long, or seems longer by what is no part of it, and looks random. */
function isShape(start: usize, end: usize, low: usize, high: usize): bool {
  if (end < high && (isAlphabet(load<u8>(end)) || load<u8>(end) == UNDERSCORE)) return false;
  if (start > low && load<u8>(start - 1) == UNDERSCORE) return false;
  const before = end - start - SHAPE_BYTES;
  if (before != 0 && !isNoPart(start, before, low)) return false;
  const shape = start + before;
  return isRandom(shape) && !(isLineBefore(shape, low) && isLineBehind(end, high));
}

/** Whether the `count` characters at `at` belong to what stands before them: a margin, an escape, a colour. */
function isNoPart(at: usize, count: usize, low: usize): bool {
  if (count > MOST_BEFORE) return false;
  const first = <u32>load<u8>(at);
  if (at == low) return areSigns(at, count);
  const before = <u32>load<u8>(at - 1);
  if (before == 0x0a || before == 0x0d) return areSigns(at, count);
  if (before == BACKSLASH) {
    if (count == 1) return first >= 0x61;
    if (first == 0x75) return count == 5 && hexNumber(at + 1, 4, at + count) >= 0;
    return first == 0x78 && count == 3 && hexNumber(at + 1, 2, at + count) >= 0;
  }
  if (before == 0x25 || before == 0x3d) return count == 2 && hexNumber(at, 2, at + count) >= 0;
  return (before == 0x5b || before == 0x3b) && load<u8>(at + count - 1) == 0x6d && first - 0x30 < 10;
}

/** Whether `count` characters are `+` or `/`: a diff's margin or a comment's. */
function areSigns(at: usize, count: usize): bool {
  for (let i: usize = 0; i < count; i++) if (sextetOf(load<u8>(at + i)) < 62) return false;
  return true;
}

/** Whether 64 characters of the alphabet could have been drawn at random, and do not begin as those with a checksum do. */
function isRandom(at: usize): bool {
  if (load<u32>(at) == PREFIX) return false;
  let seen: u64 = 0;
  let signs = 0;
  let changes = 0;
  let last: u64 = 0;
  for (let i: usize = 0; i < SHAPE_BYTES; i++) {
    const sextet = <u64>sextetOf(load<u8>(at + i));
    const bit = FIRST << sextet;
    seen |= bit;
    if (bit & SIGNS) signs++;
    if (!isOfOneClass(last | bit)) changes++;
    last = bit;
  }
  if ((seen & UPPER) == 0 || (seen & LOWER) == 0 || (seen & DIGITS) == 0) return false;
  const distinct = <i32>popcnt(seen);
  return distinct >= MIN_DISTINCT && distinct <= MAX_DISTINCT && signs <= MAX_SIGNS && changes >= MIN_CHANGES;
}

/** Whether all characters of a set are capitals, or small letters, or digits, or signs. */
function isOfOneClass(set: u64): bool {
  return (set & ~UPPER) == 0 || (set & ~LOWER) == 0 || (set & ~DIGITS) == 0 || (set & ~SIGNS) == 0;
}

/** Whether a line of wrapped text ends before `at`. */
function isLineBefore(at: usize, low: usize): bool {
  let end = at;
  while (at - end < LINE_GAP && end > low) {
    if (!isAlphabet(load<u8>(end - 1))) end--;
    else if (end >= low + 2 && load<u8>(end - 2) == BACKSLASH && isLineEndLetter(load<u8>(end - 1))) end -= 2;
    else break;
  }
  return end < at && end >= low + LINE_BYTES && isLine(end - LINE_BYTES);
}

/** Whether a line of wrapped text begins behind `at`. */
function isLineBehind(at: usize, high: usize): bool {
  let start = at;
  while (start - at < LINE_GAP && start + 1 < high) {
    const byte = <u32>load<u8>(start);
    if (byte == BACKSLASH && isLineEndLetter(load<u8>(start + 1))) start += 2;
    else if (!isAlphabet(byte)) start++;
    else break;
  }
  return start > at && start + LINE_BYTES <= high && isLine(start);
}

function isLineEndLetter(byte: u32): bool {
  return byte == 0x6e || byte == 0x72;
}

function isLine(at: usize): bool {
  return (
    i8x16.all_true(alphabetLanes(v128.load(at))) &&
    i8x16.all_true(alphabetLanes(v128.load(at, 16))) &&
    i8x16.all_true(alphabetLanes(v128.load(at, 24)))
  );
}
