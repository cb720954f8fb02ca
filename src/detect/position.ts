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
