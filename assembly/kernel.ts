/**
 * The hot path. Compiled by `npm run build:kernel` to WebAssembly with SIMD; the base64 of the
 * output is generated into src/kernel/wasm.generated.ts. src/kernel/scalar.ts is the readable twin
 * of every function here, and test/kernel proves that both agree.
 *
 * Memory belongs to the caller (src/kernel/kernel.ts gives the layout): every function takes byte
 * addresses, reads [from, to), and writes results at `out`. Reading up to 16 bytes past `to` is
 * harmless, since the caller pads its arena; nothing past `to` ever becomes a result. (Before `from`
 * likewise: two pages lie before the arena.)
 */

/**
 * Which of the 16 bytes at `at` are in the alphabet `A-Za-z0-9+/`: a lane is 0 where its byte is not.
 *
 * Two table look-ups classify 16 bytes at once. The high nibble names a row and gives it a bit
 * (2 -> 1, 3 -> 2, 4 and 6 -> 4, 5 and 7 -> 8); the low nibble gives the rows in which that column
 * belongs to the alphabet (+ and / are 2B and 2F, digits 30-39, letters 41-4F, 50-5A, 61-6F, 70-7A).
 */
function alphabetLanes(at: usize): v128 {
  const bytes = v128.load(at);
  const columnRows = i8x16(
    0x0a,
    0x0e,
    0x0e,
    0x0e,
    0x0e,
    0x0e,
    0x0e,
    0x0e,
    0x0e,
    0x0e,
    0x0c,
    0x05,
    0x04,
    0x04,
    0x04,
    0x05,
  );
  const rowBits = i8x16(0, 0, 1, 2, 4, 8, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0);
  const columns = i8x16.swizzle(columnRows, v128.and(bytes, i8x16.splat(0x0f)));
  const rows = i8x16.swizzle(rowBits, i8x16.shr_u(bytes, 4));
  return v128.and(columns, rows);
}

/** Bit i is set where the byte at `at + i` is not in the alphabet. */
function gapBits(at: usize): i32 {
  return i8x16.bitmask(i8x16.eq(alphabetLanes(at), i8x16.splat(0)));
}

/** `cflt` as a little-endian word. */
const PREFIX: u32 = 0x746c6663;
const SECRET_BYTES: usize = 64;
/** A run of 64 always holds a whole 16-byte window at any grid of this pitch: 64 - 16. */
const PITCH: usize = 48;

/**
 * Writes the address of every `cflt` in [from, to) that 60 alphabet bytes follow, ascending, as
 * u32 at `out`; returns their number. Stops at `max`: the caller goes on behind the last one.
 * Cost is linear in `to - from`, whatever the bytes.
 */
export function findCandidates(from: usize, to: usize, out: usize, max: i32): i32 {
  if (to - from < SECRET_BYTES) return 0;
  let found = 0;
  let probe = from;
  const lastProbe = to - 16;
  while (probe <= lastProbe) {
    while (probe + 3 * PITCH <= lastProbe && !isRunNear(probe)) probe += 4 * PITCH;
    if (!i8x16.all_true(alphabetLanes(probe))) {
      probe += PITCH;
      continue;
    }
    const start = startOfRun(probe, from);
    const end = endOfRun(probe + 16, to);
    if (end - start >= SECRET_BYTES) {
      found = collectPrefixes(start, end - SECRET_BYTES, out, found, max);
      if (found == max) return found;
    }
    probe = end + PITCH;
  }
  return found;
}

/** Whether one of four probes in a row lies in a run: their look-ups overlap, and one branch serves them all. */
function isRunNear(probe: usize): bool {
  const first = i8x16.all_true(alphabetLanes(probe));
  const second = i8x16.all_true(alphabetLanes(probe + PITCH));
  const third = i8x16.all_true(alphabetLanes(probe + 2 * PITCH));
  const fourth = i8x16.all_true(alphabetLanes(probe + 3 * PITCH));
  return first | second | third | fourth;
}

/** Where the run that `inside` belongs to begins, at `from` or later. Reads up to 16 bytes before `from`. */
function startOfRun(inside: usize, from: usize): usize {
  let start = inside;
  while (start > from) {
    const gaps = gapBits(start - 16);
    if (gaps) return max(from, start - <usize>(clz(gaps) - 16));
    start -= 16;
  }
  return from;
}

/** Where the run that reaches `inside` ends, at `to` or before. */
function endOfRun(inside: usize, to: usize): usize {
  let end = inside;
  while (end < to) {
    const gaps = gapBits(end);
    if (gaps) return min(to, end + <usize>ctz(gaps));
    end += 16;
  }
  return to;
}

/** Appends every address in [first, last] where `cflt` stands; the bytes up to last + 64 are one run. */
function collectPrefixes(first: usize, last: usize, out: usize, found: i32, max: i32): i32 {
  const c = i8x16.splat(0x63);
  const f = i8x16.splat(0x66);
  for (let at = first; at <= last; at += 16) {
    const pairs = v128.and(i8x16.eq(v128.load(at), c), i8x16.eq(v128.load(at, 1), f));
    let bits = i8x16.bitmask(pairs);
    while (bits) {
      const here = at + <usize>ctz(bits);
      bits &= bits - 1;
      if (here > last) return found;
      if (load<u32>(here) != PREFIX) continue;
      store<u32>(out + ((<usize>found) << 2), <u32>here);
      if (++found == max) return found;
    }
  }
  return found;
}

/** Counts the line feeds in [from, to). */
export function countNewlines(from: usize, to: usize): u32 {
  const lf = i8x16.splat(0x0a);
  let total: u32 = 0;
  let at = from;
  while (at + 64 <= to) {
    // Each lane counts at most 4 per round: 63 rounds fit a byte.
    const stop = min<usize>(to, at + 64 * 63);
    let lanes = i8x16.splat(0);
    while (at + 64 <= stop) {
      const a = i8x16.add(i8x16.eq(v128.load(at), lf), i8x16.eq(v128.load(at, 16), lf));
      const b = i8x16.add(i8x16.eq(v128.load(at, 32), lf), i8x16.eq(v128.load(at, 48), lf));
      lanes = i8x16.sub(lanes, i8x16.add(a, b));
      at += 64;
    }
    total += sumLanes(lanes);
  }
  while (at < to) {
    if (load<u8>(at) == 0x0a) total++;
    at++;
  }
  return total;
}

function sumLanes(lanes: v128): u32 {
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(lanes));
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
}

/**
 * Measures [from, to) as UTF-8 and writes two i32 at `out`: the UTF-16 code units that valid text
 * would have, and how many continuation bytes the lead bytes announce less how many there are.
 * Both add up over any cut, so a line may be measured in pieces; text that is valid has a balance of 0.
 */
export function measureUtf8(from: usize, to: usize, out: usize): void {
  let units: i32 = 0;
  let balance: i32 = 0;
  for (let at = from; at < to; at++) {
    const byte = <i32>load<u8>(at);
    const lead2 = i32(byte >= 0xc0);
    const lead3 = i32(byte >= 0xe0);
    const lead4 = i32(byte >= 0xf0);
    const continuation = i32((byte & 0xc0) == 0x80);
    units += 1 - continuation + lead4;
    balance += lead2 + lead3 + lead4 - continuation;
  }
  store<i32>(out, units);
  store<i32>(out, balance, 4);
}
