import { DamagedStream } from "./container.ts";

/** What a zstd stream that makes no sense is called. */
export const DAMAGED = "its compressed data is damaged";

/** Bits that were written forwards and are read from their end. Source: notes/containers.md#zstd */
export class BackwardBits {
  readonly #bytes: Uint8Array;
  readonly #startBit: number;
  #position: number;

  /** Of the bytes [start, end); the highest bit that is set in the last one marks the end. */
  constructor(bytes: Uint8Array, start: number, end: number) {
    const last = end > start ? (bytes[end - 1] ?? 0) : 0;
    if (last === 0) throw new DamagedStream(DAMAGED);
    this.#bytes = bytes;
    this.#startBit = start * 8;
    this.#position = end * 8 - 8 + (31 - Math.clz32(last));
  }

  /** Bits that are left; below 0, more were read than there are: those are zeros. */
  get left(): number {
    return this.#position - this.#startBit;
  }

  /** Up to 24 bits. */
  read(count: number): number {
    this.#position -= count;
    return this.#at(this.#position, count);
  }

  /** The next bits, left where they are; zeros behind the last one. */
  peek(count: number): number {
    return this.#at(this.#position - count, count);
  }

  skip(count: number): void {
    this.#position -= count;
  }

  #at(position: number, count: number): number {
    const missing = this.#startBit - position;
    if (missing > 0) return missing >= count ? 0 : this.#at(this.#startBit, count - missing) * 2 ** missing;
    const bytes = this.#bytes;
    const at = position >> 3;
    const word =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    return (word >>> (position & 7)) & ((1 << count) - 1);
  }
}

/** A finite state entropy table: for each state its symbol, and how the next one is made. */
export interface FseTable {
  readonly accuracy: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** A table of one state, for a symbol that repeats. */
export function fseOfOne(symbol: number): FseTable {
  return { accuracy: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}

/** A table of these probabilities, -1 for "less than one". */
export function fseOf(probabilities: readonly number[], accuracy: number): FseTable {
  const size = 1 << accuracy;
  const symbols = new Uint8Array(size);
  const next = new Uint16Array(probabilities.length);
  let high = size;
  probabilities.forEach((probability, symbol) => {
    next[symbol] = Math.abs(probability);
    if (probability === -1) symbols[--high] = symbol;
  });
  const step = (size >> 1) + (size >> 3) + 3;
  let at = 0;
  probabilities.forEach((probability, symbol) => {
    for (let i = 0; i < probability; i++) {
      symbols[at] = symbol;
      do at = (at + step) & (size - 1);
      while (at >= high);
    }
  });
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  symbols.forEach((symbol, state) => {
    const count = next[symbol] ?? 0;
    next[symbol] = count + 1;
    const width = accuracy - (31 - Math.clz32(count));
    bits[state] = width;
    bases[state] = (count << width) - size;
  });
  return { accuracy, symbols, bits, bases };
}

/** Reads a table's description from `start` on; gives it and where it ends. */
export function readFse(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxAccuracy: number,
  maxSymbol: number,
): { table: FseTable; end: number } {
  let position = start * 8;
  const read = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++, position++) value |= (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) << i;
    if (position > end * 8) throw new DamagedStream(DAMAGED);
    return value;
  };
  const accuracy = read(4) + 5;
  if (accuracy > maxAccuracy) throw new DamagedStream(DAMAGED);
  const probabilities: number[] = [];
  let left = 1 << accuracy;
  while (left > 0) {
    if (probabilities.length > maxSymbol) throw new DamagedStream(DAMAGED);
    const width = 32 - Math.clz32(left + 1);
    // The smaller values take a bit less.
    const short = (1 << width) - 1 - (left + 1);
    let value = read(width - 1);
    if (value >= short) {
      const isHigh = read(1) === 1;
      if (isHigh) value += 1 << (width - 1);
      if (value >= 1 << (width - 1)) value -= short;
    }
    const probability = value - 1;
    left -= Math.abs(probability);
    if (left < 0) throw new DamagedStream(DAMAGED);
    probabilities.push(probability);
    if (probability !== 0) continue;
    let repeat = 3;
    while (repeat === 3) {
      repeat = read(2);
      for (let i = 0; i < repeat; i++) probabilities.push(0);
      if (probabilities.length > maxSymbol + 1) throw new DamagedStream(DAMAGED);
    }
  }
  return { table: fseOf(probabilities, accuracy), end: (position + 7) >> 3 };
}

/** A Huffman table by the next `bits` bits. */
export interface HuffmanTable {
  readonly bits: number;
  readonly symbols: Uint8Array;
  readonly lengths: Uint8Array;
}

const MAX_HUFFMAN_BITS = 11;
const MAX_WEIGHT_ACCURACY = 6;

/** Reads a Huffman table's description; gives it and where it ends. */
export function readHuffman(bytes: Uint8Array, start: number, end: number): { table: HuffmanTable; end: number } {
  const head = bytes[start] ?? 0;
  const isDirect = head >= 128;
  const tableEnd = start + 1 + (isDirect ? (head - 126) >> 1 : head);
  if (start >= end || tableEnd > end) throw new DamagedStream(DAMAGED);
  const weights = isDirect
    ? Array.from({ length: head - 127 }, (_, i) => ((bytes[start + 1 + (i >> 1)] ?? 0) >> (i % 2 === 0 ? 4 : 0)) & 15)
    : readWeights(bytes, start + 1, tableEnd);
  return { table: huffmanOf(weights), end: tableEnd };
}

/** Two states take turns over one stream, to its last bit. */
function readWeights(bytes: Uint8Array, start: number, end: number): number[] {
  const { table, end: tableEnd } = readFse(bytes, start, end, MAX_WEIGHT_ACCURACY, 255);
  const bits = new BackwardBits(bytes, tableEnd, end);
  const states = [bits.read(table.accuracy), bits.read(table.accuracy)];
  if (bits.left < 0) throw new DamagedStream(DAMAGED);
  const weights: number[] = [];
  for (let turn = 0; weights.length < 255; turn ^= 1) {
    const state = states[turn] ?? 0;
    weights.push(table.symbols[state] ?? 0);
    const width = table.bits[state] ?? 0;
    states[turn] = (table.bases[state] ?? 0) + bits.read(width);
    if (bits.left >= 0) continue;
    weights.push(table.symbols[states[turn ^ 1] ?? 0] ?? 0);
    return weights;
  }
  throw new DamagedStream(DAMAGED);
}

/** The last symbol's weight is not written: it fills the table. */
function huffmanOf(weights: number[]): HuffmanTable {
  const sum = weights.reduce((total, weight) => total + (weight > 0 ? 2 ** (weight - 1) : 0), 0);
  const bits = sum > 0 ? 32 - Math.clz32(sum) : 0;
  const rest = 2 ** bits - sum;
  const isPower = rest > 0 && Number.isInteger(Math.log2(rest));
  if (bits === 0 || bits > MAX_HUFFMAN_BITS || !isPower || weights.length > 255) throw new DamagedStream(DAMAGED);
  weights.push(Math.log2(rest) + 1);

  const size = 1 << bits;
  const symbols = new Uint8Array(size);
  const lengths = new Uint8Array(size);
  let at = 0;
  for (let weight = 1; weight <= bits; weight++) {
    weights.forEach((own, symbol) => {
      if (own !== weight) return;
      const count = 1 << (weight - 1);
      symbols.fill(symbol, at, at + count);
      lengths.fill(bits + 1 - weight, at, at + count);
      at += count;
    });
  }
  return { bits, symbols, lengths };
}

/** Decodes one Huffman stream, the bytes [start, end), into `target` up to `targetEnd`. */
export function decodeHuffman(
  table: HuffmanTable,
  bytes: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  targetStart: number,
  targetEnd: number,
): void {
  const bits = new BackwardBits(bytes, start, end);
  const { symbols, lengths } = table;
  const mask = (1 << table.bits) - 1;
  const firstBit = start * 8;
  let position = firstBit + bits.left;
  let at = targetStart;
  // Written out, with three bytes that hold any code: half of the time of a block is spent here.
  for (let from = position - table.bits; at < targetEnd && from >= firstBit; from = position - table.bits) {
    const byte = from >> 3;
    const word = (bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16);
    const code = (word >> (from & 7)) & mask;
    target[at++] = symbols[code] ?? 0;
    position -= lengths[code] ?? 0;
  }
  bits.skip(firstBit + bits.left - position);
  for (; at < targetEnd; at++) {
    const code = bits.peek(table.bits);
    target[at] = symbols[code] ?? 0;
    bits.skip(lengths[code] ?? 0);
  }
  if (bits.left !== 0) throw new DamagedStream(DAMAGED);
}
