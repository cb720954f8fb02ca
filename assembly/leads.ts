import {
  alphabetLanes,
  classOf,
  codedLanes,
  endOfCoded,
  gapBits,
  isAlphabet,
  startOfCoded,
  WINDOW_TABLES,
  widePattern,
  windowLanes,
} from "./classes";
import {
  countWork,
  holdsCodedLead,
  holdsWideLead,
  MAX_GAP,
  MAX_LEVELS,
  PIECE_BYTES,
  REACH,
  regionEnd,
  regionStart,
} from "./coded";
import { nextShape } from "./shapes";

/**
 * The hot path: finds leads, places where a secret may stand, in any form.
 *
 * - A secret in plain bytes, and every unbroken encoded form, is a run of 64 coded bytes or more. A run of 64
 *   holds a whole 16-byte window at any grid of 48, so one probe in 48 bytes misses none.
 * - Text of two or four bytes a character is 128 bytes long: the same probes see it.
 * - What is broken up (wrapped, cut in literals) has an anchor: `cflt`, or what base64 makes of it at its three
 *   alignments, itself cut at most once. Two pairs of neighbours in each anchor, chosen so that any cut leaves
 *   one whole and that text has few of them, are looked for at every byte.
 */

/** `cflt` and 60 more characters of the alphabet. */
export const SECRET: u32 = 0;
/** An anchor of something broken up. */
export const ANCHOR: u32 = 1;
/** Coded text that holds a lead of its own. */
export const CODED: u32 = 2;
/** Text of two or four bytes a character that holds a lead. */
export const WIDE: u32 = 3;
/** 64 characters that look like a secret without a checksum. */
export const SHAPE: u32 = 4;
/** Words with which a Flink connection is defined. */
export const MENTION: u32 = 5;

const SECRET_BYTES: usize = 64;
const PITCH: usize = 48;
const BLOCK: usize = 192;
/** Coded text is a run of at least this many bytes, */
const RUN_BYTES: usize = 64;
/** and holds a secret only if it is longer than one. */
const CODED_BYTES: usize = 65;
const FOLLOWED_BYTES: usize = 65536;
/** Two neighbouring pieces share as much as one coded secret can take. */
const PIECE_STEP: usize = PIECE_BYTES - REACH / 2;

/** Leads that one block can give: 192 anchors, and the pieces and shapes of what its four windows belong to. */
const MAX_LEADS_OF_BLOCK: i32 = 2800;

let output: usize = 0;
let count: i32 = 0;
/** At depth 0 leads are written down; deeper, one is enough. */
let depth: i32 = 0;
/** Where bytes can be looked at: [low, high). */
let low: usize = 0;
let high: usize = 0;
/** Secrets begin here or later, and all leads before `limit`. */
let floor: usize = 0;
let limit: usize = 0;

/**
 * Writes leads that begin in [from, to) at `out`, three u32 each (kind, start, end), and returns their number.
 * Bytes in [lowest, highest) may be looked at. Stops when fewer than 2,800 of `max` are left; the u32 at
 * `out - 4` says from where to go on, and is `to` when all is done. A lead may be false; a secret has one.
 */
export function findLeads(lowest: usize, from: usize, to: usize, highest: usize, out: usize, max: i32): i32 {
  output = out;
  count = 0;
  depth = 0;
  const resume = search(lowest, from, to, highest, max - MAX_LEADS_OF_BLOCK);
  store<u32>(out - 4, <u32>min(resume, to));
  return count;
}

/** Whether [from, to), which was decoded from something, holds a lead. `level` is how often it was decoded. */
export function holdsLead(from: usize, to: usize, level: i32): bool {
  const outerDepth = depth;
  const outerLow = low;
  const outerHigh = high;
  const outerFloor = floor;
  const outerLimit = limit;
  const outerCount = count;
  depth = level;
  count = 0;
  search(from, from, to, to, 1);
  const isFound = count > 0;
  depth = outerDepth;
  low = outerLow;
  high = outerHigh;
  floor = outerFloor;
  limit = outerLimit;
  count = outerCount;
  return isFound;
}

function emit(kind: u32, start: usize, end: usize): void {
  if (depth == 0) {
    const entry = output + <usize>(count * 12);
    store<u32>(entry, kind);
    store<u32>(entry, <u32>start, 4);
    store<u32>(entry, <u32>end, 8);
  }
  count++;
}

function search(lowest: usize, from: usize, to: usize, highest: usize, enough: i32): usize {
  low = lowest;
  high = highest;
  floor = from;
  limit = to;
  countWork(to - from);
  // The pairs by nibble: bits 0-3 of a byte's mask say of which groups it can be the first, bits 4-7 the second.
  // From memory, since V8 makes a constant anew at each use: twice as fast.
  const columns = v128.load(PAIR_TABLES);
  const rows = v128.load(PAIR_TABLES, 16);
  const nibble = v128.load(PAIR_TABLES, 32);
  const windowColumns = v128.load(WINDOW_TABLES);
  const windowRows = v128.load(WINDOW_TABLES, 16);
  // A pair may straddle the beginning, where the search before had no room for more,
  let before = classOf(v128.load(from - 16), columns, rows, nibble);
  let seen: usize = from;
  let at = from;
  // and the end: `<=` looks one block farther.
  for (; at <= to && at < highest; at += BLOCK) {
    if (count >= enough) return at;
    for (let part: usize = 0; part < BLOCK; part += 64) {
      const here = at + part;
      const a = classOf(v128.load(here), columns, rows, nibble);
      const b = classOf(v128.load(here, 16), columns, rows, nibble);
      const c = classOf(v128.load(here, 32), columns, rows, nibble);
      const d = classOf(v128.load(here, 48), columns, rows, nibble);
      const first = pairsIn(before, a);
      const second = pairsIn(a, b);
      const third = pairsIn(b, c);
      const fourth = pairsIn(c, d);
      before = d;
      const pairs = v128.or(v128.or(first, second), v128.or(third, fourth));
      if (v128.any_true(v128.and(nibble, pairs))) {
        const bits =
          pairBits(first, nibble) |
          (pairBits(second, nibble) << 16) |
          (pairBits(third, nibble) << 32) |
          (pairBits(fourth, nibble) << 48);
        anchorsAt(here - 1, bits);
        // Made anew, so that nothing but the tables must outlive the call: V8 would store it at every step.
        before = classOf(v128.load(here, 48), columns, rows, nibble);
      }
    }
    if (windowsNear(at, windowColumns, windowRows, nibble) < 0 && at + BLOCK > seen) seen = followWindows(at, seen);
  }
  return to;
}

/**
 * Columns and rows (see assembly/classes.ts), and the mask of a nibble. They say of each byte of which groups of pairs it
 * can be the first (bits 0-3) and the second (bits 4-7): `cf` and `CT`; `fl`, `mx` and `Pl`; `2Z`, `bH`, `jZ` and
 * `dp`; `sd` and `Nm`. A group lets through a few more than its pairs. `CT`, `Pl` and `dp` are of words that are mentions.
 */
const PAIR_TABLES = memory.data<u8>([
  0x42, 0, 4, 9, 0x94, 0, 0x12, 0, 0x60, 0, 0x44, 0, 0x20, 0x82, 8, 0, 0, 0, 0, 4, 0x49, 0x52, 0xb7, 0x68, 0, 0, 0, 0,
  0, 0, 0, 0, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15,
]);

/** In the low nibble of each lane: the groups of which the byte before the lane is the first, and the lane the second. */
function pairsIn(before: v128, here: v128): v128 {
  const firsts = i8x16.shuffle(before, here, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
  return v128.and(firsts, i16x8.shr_u(here, 4));
}

/** Bit i is set where lane i is the second byte of a pair. */
function pairBits(pairs: v128, nibble: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(pairs, nibble), i8x16.splat(0))));
}

/** Looks at the pair at `first + i` for each bit i. */
function anchorsAt(first: usize, pairs: u64): void {
  let bits = pairs;
  while (bits) {
    const at = first + <usize>ctz(bits);
    bits &= bits - 1;
    if (at < low) continue;
    const pair = <u32>load<u16>(at);
    if (pair == 0x6c66) {
      // By far the most: what goes on with another letter is no `flt`, cut or not.
      const next = <u32>load<u8>(at, 2);
      if (next == 0x74 || !isAlphabet(next)) anchorAt(0, 1, at);
      else if (next == 0x69) mentionAt(at - 10);
    } else if (pair == 0x6663) anchorAt(0, 0, at);
    else if (pair == 0x5443) mentionAt(at - 5);
    else if (pair == 0x6c50) mentionAt(at);
    else if (pair == 0x7064) mentionAt(at - 2);
    else if (pair == 0x5a32) anchorAt(1, 1, at);
    else if (pair == 0x6473) anchorAt(1, 3, at);
    else if (pair == 0x6d4e) anchorAt(2, 0, at);
    else if (pair == 0x4862) anchorAt(2, 2, at);
    else if (pair == 0x5a6a) anchorAt(3, 0, at);
    else if (pair == 0x786d) anchorAt(3, 2, at);
  }
}

/** `cflt`, and base64 of it at its three alignments, as far as its neighbours leave it the same. Source: notes/secret-format.md#anchors */
const ANCHORS = memory.data<u8>([
  0x63, 0x66, 0x6c, 0x74, 0, 0x59, 0x32, 0x5a, 0x73, 0x64, 0x4e, 0x6d, 0x62, 0x48, 0, 0x6a, 0x5a, 0x6d, 0x78, 0x30,
]);
const ANCHOR_ROW: i32 = 5;

/** Emits the anchor whose characters from `index` on were found at `at`, if the rest stands there, or behind one gap. */
function anchorAt(anchor: i32, index: i32, at: usize): void {
  const row = ANCHORS + <usize>(anchor * ANCHOR_ROW);
  const length = load<u8>(row, 4) == 0 ? 4 : 5;
  let first = index;
  let start = at;
  while (first > 0 && start > low && load<u8>(start - 1) == load<u8>(row + <usize>(first - 1))) {
    first--;
    start--;
  }
  let last = index + 2;
  let end = at + 2;
  while (last < length && end < high && load<u8>(end) == load<u8>(row + <usize>last)) {
    last++;
    end++;
  }
  if (start >= limit || end > high) return;
  const isCutBefore = first > 0;
  const isCutBehind = last < length;
  if (isCutBefore && isCutBehind) return;
  if (isCutBefore && !endsBefore(row, first, start)) return;
  if (isCutBehind && !goesOnBehind(row, last, length, end)) return;
  // An anchor that is whole has both its pairs: the first one speaks for it.
  if (!isCutBefore && !isCutBehind && index != (anchor == 1 ? 1 : 0)) return;
  if (anchor == 0 && !isCutBehind && !isCutBefore && isSecretAt(start)) {
    if (start >= floor) emit(SECRET, start, start + SECRET_BYTES);
  } else emit(ANCHOR, start, end);
}

/** Emits the word of a Flink connection's definition, if it begins at `start`. */
function mentionAt(start: usize): void {
  if (depth > 0 || start < floor || start >= limit || start + MENTION_BYTES > high) return;
  if (isProvider(start) || isResource(start) || isStatement(start) || isOption(start))
    emit(MENTION, start, start + MENTION_BYTES);
}

/** `PlaintextProvider`. Source: notes/flink-connections.md */
function isProvider(at: usize): bool {
  return load<u64>(at) == 0x7865746e69616c50 && load<u64>(at, 8) == 0x656469766f725074;
}

/** `confluent_flink_connection`. Source: notes/flink-connections.md */
function isResource(at: usize): bool {
  const isName = load<u64>(at) == 0x6e65756c666e6f63 && load<u64>(at, 8) == 0x5f6b6e696c665f74;
  return isName && load<u64>(at, 16) == 0x697463656e6e6f63 && load<u16>(at, 24) == 0x6e6f;
}

/** `CONNECTION` behind `CREATE`, `ALTER` or `OR REPLACE` and white space, in any case. Source: notes/flink-connections.md */
function isStatement(at: usize): bool {
  if ((load<u64>(at) | FOLD) != 0x697463656e6e6f63 || (load<u16>(at, 8) | 0x2020) != 0x6e6f) return false;
  let end = at;
  while (end > low + 1 && at - end < MAX_SPACE) {
    if (isSpace(load<u8>(end - 1))) end--;
    else if (load<u16>(end - 2) == ESCAPED_LINE_END) end -= 2;
    else break;
  }
  if (end == at || end < low + 5) return false;
  const last: u32 = load<u32>(end - 4) | 0x20202020;
  return last == 0x65746165 || last == 0x7265746c || last == 0x6563616c;
}

/**
 * `endpoint` between single quotes, an option that every connection has: what defines one in small letters is found by
 * it, since nothing in `create connection` is rare.
 */
function isOption(at: usize): bool {
  return (
    at > low && load<u64>(at) == 0x746e696f70646e65 && load<u8>(at - 1) == 0x27 && isQuoteOrEscape(load<u8>(at, 8))
  );
}

function isQuoteOrEscape(byte: u32): bool {
  return byte == 0x27 || byte == 0x5c;
}

function isSpace(byte: u32): bool {
  return byte == 0x20 || byte - 9 < 5;
}

/** As long as the longest word; what ends a text earlier defines nothing. */
const MENTION_BYTES: usize = 26;
/** Makes letters of eight bytes small. */
const FOLD: u64 = 0x2020202020202020;
/** `\n`, in a literal. */
const ESCAPED_LINE_END: u16 = 0x6e5c;
/** White space between the words of a statement that is looked through. */
const MAX_SPACE: usize = 64;

/** Whether the first `count` characters of an anchor end a piece that a gap divides from the piece at `at`. */
function endsBefore(row: usize, characters: i32, at: usize): bool {
  if (!isPieceStart(at)) return false;
  const lowest = max(low + <usize>characters, at > MAX_GAP ? at - MAX_GAP : 0);
  for (let end = at - 1; end >= lowest; end--) {
    if (isAlphabet(load<u8>(end))) continue;
    if (isSame(end - <usize>characters, row, characters)) return true;
  }
  return false;
}

/** Whether the characters of an anchor from `index` on begin a piece that a gap divides from what ends at `at`. */
function goesOnBehind(row: usize, index: i32, length: i32, at: usize): bool {
  if (at >= high || isAlphabet(load<u8>(at))) return false;
  const rest = length - index;
  const highest = min(high - <usize>min<usize>(<usize>rest, high), at + MAX_GAP);
  for (let start = at + 1; start <= highest; start++) {
    if (isSame(start, row + <usize>index, rest) && isPieceStart(start)) return true;
  }
  return false;
}

function isSame(at: usize, characters: usize, length: i32): bool {
  for (let i = 0; i < length; i++) {
    if (load<u8>(at + <usize>i) != load<u8>(characters + <usize>i)) return false;
  }
  return true;
}

/** Whether a gap can end before `at`: behind a byte that is no secret's, a `+` or `/` that stands alone, `\n`, or `%0A`. */
function isPieceStart(at: usize): bool {
  if (at <= low) return false;
  const last = <u32>load<u8>(at - 1);
  if (!isAlphabet(last)) return true;
  if (at < low + 2) return false;
  const beforeLast = <u32>load<u8>(at - 2);
  if (last == 0x2b || last == 0x2f) return !isAlphabet(beforeLast) || beforeLast == last;
  if (last == 0x6e || last == 0x72 || last == 0x74) return beforeLast == 0x5c;
  const isHex = (last | 0x20) == 0x61 || (last | 0x20) == 0x64;
  return isHex && beforeLast == 0x30;
}

/** Whether `cflt` at `at` has all 60 characters behind it. */
function isSecretAt(at: usize): bool {
  if (at + SECRET_BYTES > high) return false;
  return (
    i8x16.all_true(alphabetLanes(v128.load(at))) &&
    i8x16.all_true(alphabetLanes(v128.load(at, 16))) &&
    i8x16.all_true(alphabetLanes(v128.load(at, 32))) &&
    i8x16.all_true(alphabetLanes(v128.load(at, 48)))
  );
}

/** Less than 0 where one of the four windows of a block is coded, or has a 0 in it, as wide text has: one branch for all. */
function windowsNear(at: usize, columns: v128, rows: v128, nibble: v128): i32 {
  const a = v128.load(at);
  const b = v128.load(at, PITCH);
  const c = v128.load(at, 2 * PITCH);
  const d = v128.load(at, 3 * PITCH);
  const zeros = gapBits(i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d)));
  return (
    (gapBits(classOf(a, columns, rows, nibble)) - 1) |
    (gapBits(classOf(b, columns, rows, nibble)) - 1) |
    (gapBits(classOf(c, columns, rows, nibble)) - 1) |
    (gapBits(classOf(d, columns, rows, nibble)) - 1) |
    -zeros
  );
}

/** Follows what the windows of a block belong to, unless that is known; returns how far all is known then. */
function followWindows(at: usize, known: usize): usize {
  let seen = known;
  for (let window = at; window < at + BLOCK; window += PITCH) {
    if (window < seen || window + 16 > high) continue;
    const bytes = v128.load(window);
    if (gapBits(bytes) != 0) {
      if (widePattern(bytes) != 0) seen = max(seen, followWide(window));
    } else if (i8x16.all_true(windowLanes(bytes)) && isInRun(window)) seen = max(seen, followRun(window));
  }
  return seen;
}

/** Whether the window at `at` can be part of a run: one of 64 goes on for 24 bytes at least on one of its sides. */
function isInRun(at: usize): bool {
  return i8x16.all_true(codedLanes(v128.load(at + 16))) || i8x16.all_true(codedLanes(v128.load(at - 16)));
}

/** Follows the run that holds the window at `at`, with the pieces it may be wrapped in, and says where that ends. */
function followRun(at: usize): usize {
  const lowest = lowestFrom(at);
  const highest = highestFrom(at);
  const start = startOfCoded(at, lowest);
  const end = endOfCoded(at + 16, highest);
  if (end - start < RUN_BYTES) return end;
  const first = regionStart(start, lowest);
  const last = regionEnd(end, highest);
  emitShapes(first, last);
  if (last - first >= CODED_BYTES && depth < MAX_LEVELS) emitPieces(CODED, first, last);
  return last;
}

/** Emits the shapes in [first, last). */
function emitShapes(first: usize, last: usize): void {
  for (let at = nextShape(first, last, low, high); at < last; at = nextShape(at + SECRET_BYTES, last, low, high)) {
    if (at < limit) emit(SHAPE, at, at + SECRET_BYTES);
    if (depth > 0) return;
  }
}

/** Follows text of several bytes a character, likewise. */
function followWide(at: usize): usize {
  const pattern = widePattern(v128.load(at));
  const lowest = lowestFrom(at);
  const highest = highestFrom(at);
  let start = at;
  while (start >= lowest + 16 && widePattern(v128.load(start - 16)) == pattern) start -= 16;
  let end = at + 16;
  while (end + 16 <= highest && widePattern(v128.load(end)) == pattern) end += 16;
  // What of a character lies in a window that also holds other bytes.
  if (end - start >= RUN_BYTES && depth < MAX_LEVELS) {
    emitPieces(WIDE, max(lowest, start - 16), min(highest, end + 16));
  }
  return end;
}

/** A run is followed so far at a time: it is taken up again, `REACH` bytes earlier, where it goes on. */
function highestFrom(at: usize): usize {
  return min(high, min(limit + REACH, at + FOLLOWED_BYTES));
}

function lowestFrom(at: usize): usize {
  return at > low + REACH ? at - REACH : low;
}

/** Emits the parts of [from, to) that hold a lead once decoded; what is divided between two is in both. */
function emitPieces(kind: u32, from: usize, to: usize): void {
  for (let start = from; start < to; start += PIECE_STEP) {
    const end = min(to, start + PIECE_BYTES);
    const isLead = kind == WIDE ? holdsWideLead(start, end, depth) : holdsCodedLead(start, end, depth);
    if (isLead) emit(kind, start, end);
    if (end == to || (isLead && depth > 0)) return;
  }
}
