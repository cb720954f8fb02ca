import { ARENA_BYTES, MAX_CANDIDATES, type Kernel } from "./kernel.ts";
import { WASM_BASE64 } from "./wasm.generated.ts";

const PAGE_BYTES = 65_536;
/** Results begin behind the first page, which holds the compiler's static data. */
const OUTPUT_ADDRESS = PAGE_BYTES;
const ARENA_ADDRESS = 2 * PAGE_BYTES;
/** The probe reads up to 16 bytes past the end of the arena. */
const PADDING_BYTES = 64;

/** The exports of assembly/, by address. */
interface Exports {
  findCandidates(from: number, to: number, out: number, max: number): number;
  countNewlines(from: number, to: number): number;
  measureUtf8(from: number, to: number, out: number): void;
  resetLineHash(): void;
  pushLineHash(from: number, to: number, out: number): number;
  endLineHash(out: number): number;
}

/**
 * A kernel in WebAssembly with SIMD, in a memory of its own.
 *
 * Compiling takes about a millisecond; WebAssembly SIMD is in every Node since 16.4.
 */
export function createSimdKernel(): Kernel {
  const pages = Math.ceil((ARENA_ADDRESS + ARENA_BYTES + PADDING_BYTES) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const wasm = new WebAssembly.Module(Buffer.from(WASM_BASE64, "base64"));
  const exports = new WebAssembly.Instance(wasm, { env: { memory } }).exports as unknown as Exports;
  const words = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, MAX_CANDIDATES);
  const integers = new Int32Array(memory.buffer, OUTPUT_ADDRESS, 2);
  const hashes = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, PAGE_BYTES / 4);

  return {
    arena: new Uint8Array(memory.buffer, ARENA_ADDRESS, ARENA_BYTES),
    findCandidates(from, to) {
      const count = exports.findCandidates(ARENA_ADDRESS + from, ARENA_ADDRESS + to, OUTPUT_ADDRESS, MAX_CANDIDATES);
      const found = words.subarray(0, count);
      for (let i = 0; i < count; i++) found[i] = (found[i] ?? 0) - ARENA_ADDRESS;
      return found;
    },
    countNewlines: (from, to) => exports.countNewlines(ARENA_ADDRESS + from, ARENA_ADDRESS + to),
    measureUtf8(from, to) {
      exports.measureUtf8(ARENA_ADDRESS + from, ARENA_ADDRESS + to, OUTPUT_ADDRESS);
      return { units: integers[0] ?? 0, balance: integers[1] ?? 0 };
    },
    resetLineHash: () => exports.resetLineHash(),
    pushLineHash: (from, to) =>
      hashes.subarray(0, 2 * exports.pushLineHash(ARENA_ADDRESS + from, ARENA_ADDRESS + to, OUTPUT_ADDRESS)),
    endLineHash: () => hashes.subarray(0, 2 * exports.endLineHash(OUTPUT_ADDRESS)),
  };
}
