/**
 * GitHub's `primaryLocationLineHash`, for every line of a file, fed in pieces.
 *
 * A line's hash covers the first 100 characters kept from its start on, running over the lines that
 * follow. Spaces and tabs are dropped, CR and CRLF count as LF, 65535 marks the end, and zeros fill
 * the rest. Characters are UTF-16 code units; the hash is h * 37 + c modulo 2^64.
 * Source: notes/line-hash.md
 */

const BLOCK: i32 = 100;
const FACTOR: u64 = 37;
const END_OF_FILE: u32 = 65535;

let hash: u64 = 0;
/** FACTOR to the power of BLOCK: what a character weighs when it leaves the window. */
let leaving: u64 = 1;
let index: i32 = 0;
let atLineStart: bool = true;
let afterCarriageReturn: bool = false;
let output: usize = 0;
let written: i32 = 0;

const windowCharacters = memory.data(BLOCK * 4);
/** 1 where the window's character begins a line whose hash is still to come. */
const windowStarts = memory.data(BLOCK);

// The UTF-8 decoder's state, as in the WHATWG Encoding Standard, section 8.1.1.
let needed: i32 = 0;
let lower: u32 = 0x80;
let upper: u32 = 0xbf;
let codePoint: u32 = 0;

/** Forgets everything: the next byte is a file's first. */
export function resetLineHash(): void {
  memory.fill(windowCharacters, 0, BLOCK * 4);
  memory.fill(windowStarts, 0, BLOCK);
  hash = 0;
  index = 0;
  atLineStart = true;
  afterCarriageReturn = false;
  needed = 0;
  lower = 0x80;
  upper = 0xbf;
  leaving = 1;
  for (let i = 0; i < BLOCK; i++) leaving *= FACTOR;
}

/**
 * Takes the bytes [from, to) and writes the hashes that are now known, as u64 at `out`, in line
 * order; returns their number, at most one more than there are bytes.
 */
export function pushLineHash(from: usize, to: usize, out: usize): i32 {
  output = out;
  written = 0;
  for (let at = from; at < to; at++) decode(load<u8>(at));
  return written;
}

/** Ends the file and writes the hashes of its last lines: at most 102. */
export function endLineHash(out: usize): i32 {
  output = out;
  written = 0;
  if (needed) keep(0xfffd);
  needed = 0;
  keep(END_OF_FILE);
  for (let i = 0; i < BLOCK; i++) shift(0, false);
  return written;
}

function decode(byte: u32): void {
  if (needed == 0) {
    if (byte < 0x80) return keep(byte);
    if (byte >= 0xc2 && byte <= 0xdf) {
      needed = 1;
      codePoint = byte & 0x1f;
    } else if (byte >= 0xe0 && byte <= 0xef) {
      if (byte == 0xe0) lower = 0xa0;
      if (byte == 0xed) upper = 0x9f;
      needed = 2;
      codePoint = byte & 0xf;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      if (byte == 0xf0) lower = 0x90;
      if (byte == 0xf4) upper = 0x8f;
      needed = 3;
      codePoint = byte & 0x7;
    } else {
      keep(0xfffd);
    }
    return;
  }
  const isExpected = byte >= lower && byte <= upper;
  lower = 0x80;
  upper = 0xbf;
  if (!isExpected) {
    needed = 0;
    keep(0xfffd);
    return decode(byte);
  }
  codePoint = (codePoint << 6) | (byte & 0x3f);
  if (--needed) return;
  if (codePoint < 0x10000) return keep(codePoint);
  keep(0xd7c0 + (codePoint >> 10));
  keep(0xdc00 + (codePoint & 0x3ff));
}

function keep(character: u32): void {
  if (character == 0x20 || character == 0x09 || (afterCarriageReturn && character == 0x0a)) {
    afterCarriageReturn = false;
    return;
  }
  afterCarriageReturn = character == 0x0d;
  const kept: u32 = afterCarriageReturn ? 0x0a : character;
  const startsLine = atLineStart;
  atLineStart = kept == 0x0a;
  shift(kept, startsLine);
}

/** Moves the window on by one character, and writes the hash of the line that leaves it. */
function shift(character: u32, startsLine: bool): void {
  const slot = windowCharacters + ((<usize>index) << 2);
  if (load<u8>(windowStarts + index)) {
    store<u64>(output + ((<usize>written) << 3), hash);
    written++;
  }
  hash = hash * FACTOR + character - leaving * load<u32>(slot);
  store<u32>(slot, character);
  store<u8>(windowStarts + index, u8(startsLine));
  index = index + 1 == BLOCK ? 0 : index + 1;
}
