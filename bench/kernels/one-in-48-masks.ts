// @ts-nocheck This is AssemblyScript: npm run bench -- --only kernel --kernel bench/kernels/one-in-48-masks.ts
/**
 * The probe of assembly/kernel.ts, with a run's ends found 16 bytes at a time and not one by one:
 * where many runs are about as long as a line of base64, their ends cost more than the probing.
 */

function lowNibbleTable(): v128 {
  return i8x16(0x0a, 0x0e, 0x0e, 0x0e, 0x0e, 0x0e, 0x0e, 0x0e, 0x0e, 0x0e, 0x0c, 0x05, 0x04, 0x04, 0x04, 0x05);
}
function highNibbleTable(): v128 {
  return i8x16(0, 0, 1, 2, 4, 8, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0);
}
function classes16(at: usize): v128 {
  const bytes = v128.load(at);
  const columns = i8x16.swizzle(lowNibbleTable(), v128.and(bytes, i8x16.splat(0x0f)));
  const rows = i8x16.swizzle(highNibbleTable(), i8x16.shr_u(bytes, 4));
  return v128.and(columns, rows);
}
/** Bit i is set where byte `at + i` is not in the alphabet. */
function gaps16(at: usize): i32 {
  return i8x16.bitmask(i8x16.eq(classes16(at), i8x16.splat(0)));
}
const PREFIX: u32 = 0x746c6663;
const SECRET_BYTES: usize = 64;
const PITCH: usize = 48;
export function findCandidates(from: usize, to: usize, out: usize, max: i32): i32 {
  if (to - from < SECRET_BYTES) return 0;
  let found = 0;
  let probe = from;
  const lastProbe = to - 16;
  while (probe <= lastProbe) {
    if (!i8x16.all_true(classes16(probe))) {
      probe += PITCH;
      continue;
    }
    let end = probe + 16;
    while (end < to) {
      const gaps = gaps16(end);
      if (gaps) {
        end += <usize>ctz(gaps);
        break;
      }
      end += 16;
    }
    if (end > to) end = to;
    let start = probe;
    while (start > from) {
      const gaps = gaps16(start - 16);
      if (gaps) {
        start -= <usize>(clz(gaps) - 16);
        break;
      }
      start -= 16;
    }
    if (start < from) start = from;
    if (end - start >= SECRET_BYTES) {
      found = collectPrefixes(start, end - SECRET_BYTES, out, found, max);
      if (found == max) return found;
    }
    probe = end + PITCH;
  }
  return found;
}
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
