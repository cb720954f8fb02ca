import { ARENA_BYTES, VIEW_BYTES, type Kernel, type Lead, type Leads } from "./kernel.ts";
import { WASM_BASE64 } from "./wasm.generated.ts";

const PAGE_BYTES = 65_536;
/** Results begin behind the first page, which holds the compiler's static data. */
const OUTPUT_ADDRESS = PAGE_BYTES;
const ARENA_ADDRESS = 2 * PAGE_BYTES;
/** The search reads up to a block past the end of a text. */
const PADDING_BYTES = 256;
const VIEW_ADDRESS = ARENA_ADDRESS + ARENA_BYTES + PADDING_BYTES;
const SCRATCH_ADDRESS = VIEW_ADDRESS + VIEW_BYTES + PADDING_BYTES;
/** What assembly/coded.ts needs to decode in: see `scratchBytes` there. */
const SCRATCH_BYTES = 400 * 1024;

/** Kinds by the number that assembly/leads.ts gives them. */
const KINDS = ["secret", "anchor", "coded", "wide", "shape", "mention"] as const;
/** A lead is three words; the first word of the output says from where to go on. */
const LEAD_WORDS = 3;
const MAX_LEADS = 5_000;

const NO_LEADS: readonly Lead[] = [];

/** The exports of assembly/, by address. */
interface Exports {
  useScratch(address: number): void;
  scratchBytes(): number;
  workBytes(): number;
  findLeads(lowest: number, from: number, to: number, highest: number, out: number, max: number): number;
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
  const pages = Math.ceil((SCRATCH_ADDRESS + SCRATCH_BYTES) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const wasm = new WebAssembly.Module(Buffer.from(WASM_BASE64, "base64"));
  const exports = new WebAssembly.Instance(wasm, { env: { memory } }).exports as unknown as Exports;
  const words = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, 1 + MAX_LEADS * LEAD_WORDS);
  const integers = new Int32Array(memory.buffer, OUTPUT_ADDRESS, 2);
  const hashes = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, PAGE_BYTES / 4);

  const view = new Uint8Array(memory.buffer, VIEW_ADDRESS, VIEW_BYTES);
  if (exports.scratchBytes() > SCRATCH_BYTES) throw new Error("assembly/coded.ts wants more scratch memory");
  exports.useScratch(SCRATCH_ADDRESS);

  /** Leads in the text at `address`, offsets relative to it. */
  function find(address: number, from: number, to: number, filled: number): Leads {
    const end = address + filled;
    const count = exports.findLeads(address, address + from, address + to, end, OUTPUT_ADDRESS + 4, MAX_LEADS);
    return { leads: count === 0 ? NO_LEADS : readLeads(count, address), resume: (words[0] ?? 0) - address };
  }

  function readLeads(count: number, address: number): Lead[] {
    return Array.from({ length: count }, (_, i) => {
      const at = 1 + i * LEAD_WORDS;
      const kind = KINDS[words[at] ?? 0] ?? "secret";
      return { kind, start: (words[at + 1] ?? 0) - address, end: (words[at + 2] ?? 0) - address };
    });
  }

  return {
    arena: new Uint8Array(memory.buffer, ARENA_ADDRESS, ARENA_BYTES),
    findLeads: (from, to, filled) => find(ARENA_ADDRESS, from, to, filled),
    findLeadsIn(text) {
      view.set(text);
      const all: Lead[] = [];
      for (let from = 0; from < text.length;) {
        const { leads, resume } = find(VIEW_ADDRESS, from, text.length, text.length);
        all.push(...leads);
        from = resume;
      }
      return all;
    },
    countWork: () => exports.workBytes(),
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
