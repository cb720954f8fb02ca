// @ts-nocheck This is AssemblyScript. The bench compiles it with the flags of scripts/build-kernel.mjs.
/**
 * The fastest search for plain secrets alone: looks for `cf` at every byte, 64 bytes a step, and takes a closer look
 * where it stands. What the product's search for every other form costs is the difference.
 */

/** `cflt` as a little-endian word. */
const PREFIX: u32 = 0x746c6663;
const SECRET_BYTES: usize = 64;

/** Writes where `cflt` and 60 characters of the alphabet stand in [from, to) at `out`, as u32, `max` at most; returns how many. */
export function findCandidates(from: usize, to: usize, out: usize, max: i32): i32 {
  if (to - from < SECRET_BYTES) return 0;
  const c = i8x16.splat(0x63);
  const f = i8x16.splat(0x66);
  const last = to - SECRET_BYTES;
  let found = 0;
  for (let at = from; at <= last; at += 64) {
    const a = v128.and(i8x16.eq(v128.load(at), c), i8x16.eq(v128.load(at, 1), f));
    const b = v128.and(i8x16.eq(v128.load(at, 16), c), i8x16.eq(v128.load(at, 17), f));
    const d = v128.and(i8x16.eq(v128.load(at, 32), c), i8x16.eq(v128.load(at, 33), f));
    const e = v128.and(i8x16.eq(v128.load(at, 48), c), i8x16.eq(v128.load(at, 49), f));
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(d, e)))) continue;
    let bits: u64 =
      (<u64>i8x16.bitmask(a)) |
      ((<u64>i8x16.bitmask(b)) << 16) |
      ((<u64>i8x16.bitmask(d)) << 32) |
      ((<u64>i8x16.bitmask(e)) << 48);
    while (bits) {
      const here = at + <usize>ctz(bits);
      bits &= bits - 1;
      if (here > last) return found;
      if (load<u32>(here) != PREFIX || !isRun(here + 4, here + SECRET_BYTES)) continue;
      store<u32>(out + ((<usize>found) << 2), <u32>here);
      if (++found == max) return found;
    }
  }
  return found;
}

function isRun(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    const byte = <u32>load<u8>(at);
    const isLetter = (byte | 0x20) - 0x61 < 26;
    if (!isLetter && byte - 0x2f >= 11 && byte != 0x2b) return false;
  }
  return true;
}
