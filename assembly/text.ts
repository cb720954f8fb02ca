/**
 * Counting and measuring text. Compiled by `npm run build:kernel` to WebAssembly with SIMD; the base64 of the
 * output is generated into src/kernel/wasm.generated.ts. src/kernel/scalar.ts is the readable twin of every
 * exported function here and in assembly/leads.ts, and test/kernel proves that both agree.
 *
 * Memory belongs to the caller (src/kernel/simd.ts gives the layout): every function takes byte addresses,
 * reads [from, to), and writes results at `out`.
 */

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
