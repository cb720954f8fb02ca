import type { Kernel } from "./kernel.ts";
import { createSimdKernel } from "./simd.ts";

let shared: Kernel | undefined;

/** This thread's kernel: SIMD, made at the first call. */
export function threadKernel(): Kernel {
  shared ??= createSimdKernel();
  return shared;
}
