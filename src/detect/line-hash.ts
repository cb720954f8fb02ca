import { LINE_HASH_STEP, type Kernel } from "../kernel/kernel.ts";

/**
 * Feeds a whole file, from its first byte, to `visit`: each call names a range of the kernel's
 * arena. Called more than once; every pass must give the same bytes.
 */
export type FilePass = (visit: (from: number, to: number) => void) => void;

/** git's rule for binary content: a NUL within this many bytes. Source: notes/line-hash.md#text */
const BINARY_PROBE_BYTES = 8_000;

/** Whether a file that begins with `head` is text, by git's rule. */
export function isTextHead(head: Uint8Array): boolean {
  return !head.subarray(0, BINARY_PROBE_BYTES).includes(0);
}

/**
 * GitHub's `primaryLocationLineHash` of some lines (1-based) of a file: `<hex>:<n>`, where n counts
 * how often the hash came up so far. A line that the file does not have is missing from the answer.
 *
 * Two passes, so that no list of all lines is kept: one for the hashes, one to count.
 * Source: notes/line-hash.md
 */
export function hashLines(kernel: Kernel, pass: FilePass, lines: ReadonlySet<number>): Map<number, string> {
  const hashes = new Map<number, Words>();
  forEachLine(kernel, pass, (line, low, high) => {
    if (lines.has(line)) hashes.set(line, { low, high });
  });

  const wanted = new Set([...hashes.values()].map(({ low }) => low));
  const counts = new Map<string, number>();
  const labels = new Map<number, string>();
  forEachLine(kernel, pass, (line, low, high) => {
    if (!wanted.has(low)) return;
    const hex = toHex({ low, high });
    const count = (counts.get(hex) ?? 0) + 1;
    counts.set(hex, count);
    if (hashes.has(line)) labels.set(line, `${hex}:${count}`);
  });
  return labels;
}

/** A hash as the kernel gives it: a `bigint` for every line would take longer than the hashing. */
interface Words {
  readonly low: number;
  readonly high: number;
}

function toHex({ low, high }: Words): string {
  return ((BigInt(high) << 32n) | BigInt(low)).toString(16);
}

function forEachLine(kernel: Kernel, pass: FilePass, visit: (line: number, low: number, high: number) => void): void {
  let line = 0;
  const take = (words: Uint32Array): void => {
    for (let i = 0; i < words.length; i += 2) visit(++line, words[i] ?? 0, words[i + 1] ?? 0);
  };
  kernel.resetLineHash();
  pass((from, to) => {
    for (let at = from; at < to; at += LINE_HASH_STEP) {
      take(kernel.pushLineHash(at, Math.min(at + LINE_HASH_STEP, to)));
    }
  });
  take(kernel.endLineHash());
}
