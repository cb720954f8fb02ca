import { DamagedStream, ENDS_EARLY, type Decoder, type Take } from "./container.ts";
import { InputBuffer } from "./input-buffer.ts";

const STREAM_HEADER_BYTES = 4;
const BLOCK_MAGIC_HIGH = 0x314159;
const BLOCK_MAGIC_LOW = 0x265359;
const END_MAGIC_HIGH = 0x177245;
const END_MAGIC_LOW = 0x385090;
const GROUP_SYMBOLS = 50;
const MAX_CODE_BITS = 20;
const MAX_BLOCK_SYMBOLS = 900_000;
/** No block is longer: each symbol takes at most 20 bits, and selectors and tables fit in 64 KiB. */
const MAX_BLOCK_BYTES = (MAX_BLOCK_SYMBOLS * MAX_CODE_BITS) / 8 + 64 * 1024;
const OUTPUT_BYTES = 64 * 1024;
const DAMAGED = "its compressed data is damaged";
const CRC_TABLE = makeCrcTable();

/**
 * Decompresses bzip2, any number of streams one after another, and checks each block's checksum.
 *
 * A block is decoded once all of it must be there, so nothing is ever decoded twice.
 * Source: notes/containers.md#bzip2
 */
export class Bzip2Decoder implements Decoder {
  readonly #input = new InputBuffer();
  /** The block's bytes, and where in the sorted order each one's follower stands. */
  #links = new Uint32Array(0);
  readonly #output = new Uint8Array(OUTPUT_BYTES);
  #maxSymbols = 0;
  /** Bits of the first byte of the input that are used up. */
  #bit = 0;
  #state: "stream" | "block" | "over" = "stream";
  #isFirst = true;
  #isStopped = false;

  push(bytes: Uint8Array, take: Take): void {
    if (this.#state === "over" || this.#isStopped) return;
    this.#input.append(bytes);
    while (this.#input.length >= MAX_BLOCK_BYTES && !this.#isStopped && this.#isOpen()) this.#step(take);
  }

  end(take: Take): void {
    while (this.#isOpen() && !this.#isStopped) {
      if (this.#state === "stream" && !this.#isFirst && this.#input.length === 0) return;
      this.#step(take);
    }
  }

  #isOpen(): boolean {
    return this.#state !== "over";
  }

  #step(take: Take): void {
    if (this.#state === "stream") this.#readStreamHeader();
    else this.#readBlock(take);
  }

  #readStreamHeader(): void {
    const { bytes, start } = this.#input;
    const isThere = this.#input.length >= STREAM_HEADER_BYTES;
    const level = (isThere ? (bytes[start + 3] ?? 0) : 0) - 0x30;
    const isHeader = isThere && bytes.toString("latin1", start, start + 3) === "BZh" && level >= 1 && level <= 9;
    if (!isHeader) {
      if (this.#isFirst) throw new DamagedStream(isThere ? "it does not begin as a bzip2" : ENDS_EARLY);
      // As bunzip2: what stands behind the last stream is no part of it.
      this.#state = "over";
      return;
    }
    this.#isFirst = false;
    this.#input.start += STREAM_HEADER_BYTES;
    this.#bit = 0;
    this.#maxSymbols = level * 100_000;
    if (this.#links.length < this.#maxSymbols) this.#links = new Uint32Array(this.#maxSymbols);
    this.#state = "block";
  }

  #readBlock(take: Take): void {
    const bits = new BitReader(this.#input, this.#bit);
    const high = bits.read(24);
    const low = bits.read(24);
    if (high === END_MAGIC_HIGH && low === END_MAGIC_LOW) {
      bits.read(16);
      bits.read(16);
      this.#state = "stream";
      this.#input.start = Math.ceil(bits.position / 8);
      this.#bit = 0;
      return;
    }
    if (high !== BLOCK_MAGIC_HIGH || low !== BLOCK_MAGIC_LOW) throw new DamagedStream(DAMAGED);
    const crc = bits.read(16) * 2 ** 16 + bits.read(16);
    if (bits.read(1) === 1) throw new DamagedStream("its blocks are randomised, as by bzip2 before 0.9.5");
    const origin = bits.read(24);
    const count = this.#readSymbols(bits);
    if (origin >= count) throw new DamagedStream(DAMAGED);
    this.#input.start = bits.position >> 3;
    this.#bit = bits.position & 7;
    const actual = this.#writeBlock(origin, count, take);
    if (actual !== crc && !this.#isStopped) throw new DamagedStream("a block's checksum is wrong");
  }

  /** Fills `#links` with the sorted bytes, each with its place in the order before sorting; gives their number. */
  #readSymbols(bits: BitReader): number {
    const used = readUsed(bits);
    const groups = bits.read(3);
    const selectorCount = bits.read(15);
    if (groups < 2 || groups > 6 || selectorCount === 0 || used.length === 0) throw new DamagedStream(DAMAGED);
    const selectors = readSelectors(bits, groups, selectorCount);
    const alphabet = used.length + 2;
    const tables = Array.from({ length: groups }, () => readTable(bits, alphabet));

    const links = this.#links;
    const maxSymbols = this.#maxSymbols;
    const counts = new Uint32Array(256);
    const endOfBlock = used.length + 1;
    let count = 0;
    let run = 0;
    let runPlace = 1;
    let left = 0;
    let selector = 0;
    let table = tables[0];
    for (;;) {
      if (left === 0) {
        if (selector >= selectorCount) throw new DamagedStream(DAMAGED);
        table = tables[selectors[selector++] ?? 0];
        left = GROUP_SYMBOLS;
      }
      left--;
      const symbol = bits.readSymbol(table as CodeTable);
      if (symbol <= 1) {
        if (runPlace > 2 * MAX_BLOCK_SYMBOLS) throw new DamagedStream(DAMAGED);
        run += runPlace << symbol;
        runPlace *= 2;
        continue;
      }
      if (run > 0) {
        if (count + run > maxSymbols) throw new DamagedStream(DAMAGED);
        const byte = used[0] ?? 0;
        counts[byte] = (counts[byte] ?? 0) + run;
        links.fill(byte, count, count + run);
        count += run;
        run = 0;
        runPlace = 1;
      }
      if (symbol === endOfBlock) break;
      if (count >= maxSymbols) throw new DamagedStream(DAMAGED);
      const place = symbol - 1;
      const byte = used[place] ?? 0;
      used.copyWithin(1, 0, place);
      used[0] = byte;
      counts[byte] = (counts[byte] ?? 0) + 1;
      links[count++] = byte;
    }
    linkFollowers(links, counts, count);
    return count;
  }

  /** Hands on the block in its own order, runs undone, and gives its checksum. */
  #writeBlock(origin: number, count: number, take: Take): number {
    const links = this.#links;
    const output = this.#output;
    let at = (links[origin] ?? 0) >>> 8;
    let crc = -1;
    let filled = 0;
    let same = 0;
    let previous = -1;
    for (let i = 0; i < count; i++) {
      const link = links[at] ?? 0;
      at = link >>> 8;
      const byte = link & 0xff;
      let repeat = 1;
      if (same === 4) {
        repeat = byte;
        same = 0;
      } else {
        same = byte === previous ? same + 1 : 1;
        previous = byte;
      }
      for (; repeat > 0; repeat--) {
        output[filled++] = previous;
        crc = (crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ previous] ?? 0);
        if (filled < OUTPUT_BYTES) continue;
        if (!take(output)) {
          this.#isStopped = true;
          return 0;
        }
        filled = 0;
      }
      // The length of a run is no byte to compare the next one with.
      if (same === 0) previous = -1;
    }
    if (filled > 0 && !take(output.subarray(0, filled))) this.#isStopped = true;
    return ~crc >>> 0;
  }
}

/** A prefix code: for each length, the first code that is too large, and where its symbols begin. */
interface CodeTable {
  readonly minBits: number;
  readonly limits: Int32Array;
  readonly bases: Int32Array;
  readonly symbols: Uint16Array;
}

/** Bits of the input, the highest of each byte first. Throws a `DamagedStream` where they end. */
class BitReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #next: number;
  #held = 0;
  #count = 0;

  constructor(input: InputBuffer, firstBit: number) {
    this.#bytes = input.bytes;
    this.#next = input.start;
    this.#end = input.end;
    if (firstBit > 0) this.read(firstBit);
  }

  /** In bits, from the beginning of the buffer. */
  get position(): number {
    return this.#next * 8 - this.#count;
  }

  /** Up to 24 bits. */
  read(count: number): number {
    while (this.#count < count) this.#fill();
    this.#count -= count;
    return (this.#held >>> this.#count) & ((1 << count) - 1);
  }

  readSymbol(table: CodeTable): number {
    let code = this.read(table.minBits);
    for (let bits = table.minBits; bits <= MAX_CODE_BITS; bits++) {
      if (code <= (table.limits[bits] ?? -1)) return table.symbols[code - (table.bases[bits] ?? 0)] ?? 0;
      code = (code << 1) | this.read(1);
    }
    throw new DamagedStream(DAMAGED);
  }

  #fill(): void {
    if (this.#next >= this.#end) throw new DamagedStream(ENDS_EARLY);
    this.#held = (this.#held << 8) | (this.#bytes[this.#next++] ?? 0);
    this.#count += 8;
  }
}

function readUsed(bits: BitReader): Uint8Array {
  const used: number[] = [];
  const ranges = bits.read(16);
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const members = bits.read(16);
    for (let i = 0; i < 16; i++) if ((members & (0x8000 >> i)) !== 0) used.push(range * 16 + i);
  }
  return Uint8Array.from(used);
}

function readSelectors(bits: BitReader, groups: number, count: number): Uint8Array {
  const order = Array.from({ length: groups }, (_, i) => i);
  const selectors = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let place = 0;
    while (bits.read(1) === 1) if (++place >= groups) throw new DamagedStream(DAMAGED);
    const [group = 0] = order.splice(place, 1);
    order.unshift(group);
    selectors[i] = group;
  }
  return selectors;
}

function readTable(bits: BitReader, alphabet: number): CodeTable {
  const lengths = new Uint8Array(alphabet);
  let length = bits.read(5);
  for (let symbol = 0; symbol < alphabet; symbol++) {
    for (;;) {
      if (length < 1 || length > MAX_CODE_BITS) throw new DamagedStream(DAMAGED);
      if (bits.read(1) === 0) break;
      length += bits.read(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return makeTable(lengths);
}

function makeTable(lengths: Uint8Array): CodeTable {
  const limits = new Int32Array(MAX_CODE_BITS + 2).fill(-1);
  const bases = new Int32Array(MAX_CODE_BITS + 2);
  const symbols = new Uint16Array(lengths.length);
  let code = 0;
  let placed = 0;
  for (let bits = 1; bits <= MAX_CODE_BITS; bits++) {
    bases[bits] = code - placed;
    lengths.forEach((length, symbol) => {
      if (length !== bits) return;
      symbols[placed++] = symbol;
      code++;
    });
    limits[bits] = code - 1;
    code *= 2;
  }
  return { minBits: Math.min(...lengths), limits, bases, symbols };
}

/** The inverse of the Burrows-Wheeler transform: each byte learns where the one behind it stands. */
function linkFollowers(links: Uint32Array, counts: Uint32Array, count: number): void {
  const places = new Uint32Array(256);
  for (let byte = 1; byte < 256; byte++) places[byte] = (places[byte - 1] ?? 0) + (counts[byte - 1] ?? 0);
  for (let i = 0; i < count; i++) {
    const byte = (links[i] ?? 0) & 0xff;
    const place = places[byte] ?? 0;
    places[byte] = place + 1;
    links[place] = (links[place] ?? 0) | (i << 8);
  }
}

function makeCrcTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, i) => {
    let value = i << 24;
    for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value < 0 ? 0x04c1_1db7 : 0);
    return value;
  });
}
