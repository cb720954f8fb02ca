import type { Kernel } from "../kernel/kernel.ts";
import type { TextMeasure } from "../model/text-measure.ts";

const LINE_FEED = 0x0a;

/** Measures [from, to) of the kernel's arena. */
export function measureText(kernel: Kernel, from: number, to: number): TextMeasure {
  const newlines = kernel.countNewlines(from, to);
  const tail = newlines === 0 ? from : kernel.arena.lastIndexOf(LINE_FEED, to - 1) + 1;
  const { units, balance } = kernel.measureUtf8(tail, to);
  return { newlines, bytes: to - tail, units, balance };
}

/** How text of two or four bytes a character is written. */
export interface WideText {
  readonly unitBytes: 2 | 4;
  readonly isBigEndian: boolean;
}

/** What the byte-order mark says that a blob begins with; `null` for none. Source: https://www.unicode.org/faq/utf_bom.html#bom4 */
export function wideMark([a, b, c, d]: Uint8Array): WideText | null {
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { unitBytes: 4, isBigEndian: true };
  if (a === 0xff && b === 0xfe) return { unitBytes: c === 0 && d === 0 ? 4 : 2, isBigEndian: false };
  return a === 0xfe && b === 0xff ? { unitBytes: 2, isBigEndian: true } : null;
}

/** Measures wide text, of which `bytes` begin at `offset`: a byte 0x0a may also be part of another character. */
export function measureWideText(bytes: Uint8Array, offset: number, { unitBytes, isBigEndian }: WideText): TextMeasure {
  const first = (unitBytes - (offset % unitBytes)) % unitBytes;
  const own = isBigEndian ? unitBytes - 1 : 0;
  let newlines = 0;
  let tail = 0;
  for (let at = first; at + unitBytes <= bytes.length; at += unitBytes) {
    if (bytes[at + own] !== LINE_FEED) continue;
    const isLineFeed = bytes.subarray(at, at + unitBytes).every((byte, i) => i === own || byte === 0);
    if (!isLineFeed) continue;
    newlines++;
    tail = at + unitBytes;
  }
  return { newlines, bytes: bytes.length - tail, units: Math.floor((bytes.length - tail) / unitBytes), balance: 0 };
}
