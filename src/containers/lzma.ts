import { DamagedStream } from "./container.ts";
import type { Window } from "./window.ts";

const DAMAGED = "its compressed data is damaged";
const HALF = 1024;
const TOP = 2 ** 24;
const RANGE_HEAD_BYTES = 5;
const STATES = 12;
const FIRST_STATE_AFTER_MATCH = 7;
const MIN_MATCH = 2;
const LENGTH_STATES = 4;

/** Where each kind of probability begins. Source: notes/containers.md#xz */
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES * 16;
const IS_REP0 = IS_REP + STATES;
const IS_REP1 = IS_REP0 + STATES;
const IS_REP2 = IS_REP1 + STATES;
const IS_REP0_LONG = IS_REP2 + STATES;
const SLOT = IS_REP0_LONG + STATES * 16;
const SPECIAL = SLOT + LENGTH_STATES * 64;
const ALIGN = SPECIAL + 128;
const LENGTH = ALIGN + 16;
const LENGTH_SIZE = 2 + 16 * 8 * 2 + 256;
const REP_LENGTH = LENGTH + LENGTH_SIZE;
const LITERAL = REP_LENGTH + LENGTH_SIZE;
const LITERAL_SIZE = 0x300;
/** LZMA2 allows no more than 4 bits of literal context and position together. */
const MAX_LITERAL_BITS = 4;

/** Decodes the LZMA chunks of an LZMA2 stream into a window. */
export class LzmaDecoder {
  readonly #window: Window;
  readonly #probabilities = new Uint16Array(LITERAL + (LITERAL_SIZE << MAX_LITERAL_BITS));
  #literalContextBits = 0;
  #literalPositionMask = 0;
  #positionMask = 0;
  #state = 0;
  #rep0 = 0;
  #rep1 = 0;
  #rep2 = 0;
  #rep3 = 0;
  /** Bytes written since the dictionary began: no match reaches further back. */
  #written = 0;
  /** Of the chunk. */
  #input: Uint8Array = new Uint8Array(0);
  #at = 0;
  #range = 0;
  #code = 0;

  constructor(window: Window) {
    this.#window = window;
  }

  resetDictionary(): void {
    this.#written = 0;
  }

  /** Bytes came into the window that were not compressed. */
  skip(count: number): void {
    this.#written += count;
  }

  resetState(): void {
    this.#probabilities.fill(HALF);
    this.#state = 0;
    this.#rep0 = this.#rep1 = this.#rep2 = this.#rep3 = 0;
  }

  /** Sets the properties byte. */
  setProperties(byte: number): void {
    const contextBits = byte % 9;
    const positionBits = Math.floor(byte / 9) % 5;
    const isKnown = byte < 225 && contextBits + positionBits <= MAX_LITERAL_BITS;
    if (!isKnown) throw new DamagedStream(DAMAGED);
    this.#literalContextBits = contextBits;
    this.#literalPositionMask = (1 << positionBits) - 1;
    this.#positionMask = (1 << Math.floor(byte / 45)) - 1;
  }

  /** Decodes a chunk, `outputBytes` long, for which the window has room. Throws a `DamagedStream`. */
  decode(input: Uint8Array, outputBytes: number): void {
    if (input.length < RANGE_HEAD_BYTES || input[0] !== 0) throw new DamagedStream(DAMAGED);
    this.#input = input;
    this.#at = RANGE_HEAD_BYTES;
    this.#range = 0xffff_ffff;
    this.#code = Buffer.from(input.buffer, input.byteOffset, RANGE_HEAD_BYTES).readUInt32BE(1);
    this.#decodeAll(outputBytes);
    this.#normalize();
    if (this.#code !== 0 || this.#at !== input.length) throw new DamagedStream(DAMAGED);
  }

  #decodeAll(outputBytes: number): void {
    const { bytes } = this.#window;
    const stop = this.#window.end + outputBytes;
    let end = this.#window.end;
    while (end < stop) {
      const place = this.#written & this.#positionMask;
      if (this.#bit(IS_MATCH + this.#state * 16 + place) === 0) {
        bytes[end] = this.#literal(bytes, end);
        end++;
        this.#written++;
        continue;
      }
      const length = this.#match(place);
      if (length === 1) this.#state = this.#state < FIRST_STATE_AFTER_MATCH ? 9 : 11;
      if (this.#rep0 >= this.#written || end + length > stop) throw new DamagedStream(DAMAGED);
      for (let from = end - this.#rep0 - 1, to = end + length; end < to;) bytes[end++] = bytes[from++] ?? 0;
      this.#written += length;
    }
    this.#window.end = end;
  }

  #literal(bytes: Uint8Array, end: number): number {
    const previous = this.#written === 0 ? 0 : (bytes[end - 1] ?? 0);
    const place =
      ((this.#written & this.#literalPositionMask) << this.#literalContextBits) +
      (previous >> (8 - this.#literalContextBits));
    const base = LITERAL + LITERAL_SIZE * place;
    let symbol = 1;
    const state = this.#state;
    if (state >= FIRST_STATE_AFTER_MATCH) {
      if (this.#rep0 >= this.#written) throw new DamagedStream(DAMAGED);
      let match = bytes[end - this.#rep0 - 1] ?? 0;
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = this.#bit(base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (matchBit !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(base + symbol);
    this.#state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    return symbol & 0xff;
  }

  /** Decodes a match's distance into `#rep0`, and gives its length. */
  #match(place: number): number {
    const state = this.#state;
    if (this.#bit(IS_REP + state) === 0) {
      this.#rep3 = this.#rep2;
      this.#rep2 = this.#rep1;
      this.#rep1 = this.#rep0;
      const length = this.#length(LENGTH, place);
      this.#state = state < FIRST_STATE_AFTER_MATCH ? 7 : 10;
      this.#rep0 = this.#distance(length);
      return length;
    }
    if (this.#bit(IS_REP0 + state) === 0) {
      if (this.#bit(IS_REP0_LONG + state * 16 + place) === 0) return 1;
    } else {
      this.#rotate(state);
    }
    this.#state = state < FIRST_STATE_AFTER_MATCH ? 8 : 11;
    return this.#length(REP_LENGTH, place);
  }

  #rotate(state: number): void {
    let distance = this.#rep1;
    if (this.#bit(IS_REP1 + state) !== 0) {
      distance = this.#rep2;
      if (this.#bit(IS_REP2 + state) !== 0) {
        distance = this.#rep3;
        this.#rep3 = this.#rep2;
      }
      this.#rep2 = this.#rep1;
    }
    this.#rep1 = this.#rep0;
    this.#rep0 = distance;
  }

  #length(base: number, place: number): number {
    if (this.#bit(base) === 0) return MIN_MATCH + this.#tree(base + 2 + place * 8, 3);
    if (this.#bit(base + 1) === 0) return MIN_MATCH + 8 + this.#tree(base + 2 + 128 + place * 8, 3);
    return MIN_MATCH + 16 + this.#tree(base + 2 + 256, 8);
  }

  #distance(length: number): number {
    const slot = this.#tree(SLOT + Math.min(length - MIN_MATCH, LENGTH_STATES - 1) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = 2 | (slot & 1);
    if (slot < 14) return (high << bits) + this.#reverseTree(SPECIAL + (high << bits) - slot, bits);
    const direct = this.#direct(bits - 4);
    return high * 2 ** bits + direct * 16 + this.#reverseTree(ALIGN, 4);
  }

  #tree(base: number, bits: number): number {
    let symbol = 1;
    for (let i = 0; i < bits; i++) symbol = (symbol << 1) | this.#bit(base + symbol);
    return symbol - (1 << bits);
  }

  #reverseTree(base: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const bit = this.#bit(base + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.#normalize();
      this.#range >>>= 1;
      const isSet = this.#code >= this.#range;
      if (isSet) this.#code -= this.#range;
      value = value * 2 + (isSet ? 1 : 0);
    }
    return value;
  }

  #bit(index: number): 0 | 1 {
    this.#normalize();
    const probability = this.#probabilities[index] ?? HALF;
    const bound = (this.#range >>> 11) * probability;
    if (this.#code < bound) {
      this.#range = bound;
      this.#probabilities[index] = probability + ((2048 - probability) >> 5);
      return 0;
    }
    this.#range -= bound;
    this.#code -= bound;
    this.#probabilities[index] = probability - (probability >> 5);
    return 1;
  }

  #normalize(): void {
    if (this.#range >= TOP) return;
    if (this.#at >= this.#input.length) throw new DamagedStream(DAMAGED);
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | (this.#input[this.#at++] ?? 0)) >>> 0;
  }
}
