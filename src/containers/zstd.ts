import { DamagedStream, ENDS_EARLY, type Decoder, type Take } from "./container.ts";
import { InputBuffer } from "./input-buffer.ts";
import { Window } from "./window.ts";
import {
  BackwardBits,
  DAMAGED,
  decodeHuffman,
  fseOf,
  fseOfOne,
  readFse,
  readHuffman,
  type FseTable,
  type HuffmanTable,
} from "./zstd-entropy.ts";

const MAGIC = 0xfd2f_b528;
const SKIPPABLE_MAGIC = 0x184d_2a50;
const MAX_BLOCK_BYTES = 128 * 1024;
const MAX_HEADER_BYTES = 18;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;

/** How a kind of sequence code is described: its table by default, and the bounds of any other. */
interface CodeSpec {
  readonly predefined: FseTable;
  readonly maxAccuracy: number;
  readonly maxSymbol: number;
}

/** Values of a code: what it begins at, and how many bits are added. Source: notes/containers.md#zstd */
const LITERAL_BITS = [...zeros(16), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const MATCH_BITS = [...zeros(32), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const LITERAL_BASES = basesOf(LITERAL_BITS, 0);
const MATCH_BASES = basesOf(MATCH_BITS, 3);
const LITERAL_SPEC: CodeSpec = {
  predefined: fseOf(
    [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1],
    6,
  ),
  maxAccuracy: 9,
  maxSymbol: 35,
};
const OFFSET_SPEC: CodeSpec = {
  predefined: fseOf([1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1], 5),
  maxAccuracy: 8,
  maxSymbol: 31,
};
const MATCH_SPEC: CodeSpec = {
  predefined: fseOf(
    [
      1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
    ],
    6,
  ),
  maxAccuracy: 9,
  maxSymbol: 52,
};

/** What stands from block to block of a frame. */
interface FrameState {
  readonly window: Window;
  readonly blockBytes: number;
  readonly hasChecksum: boolean;
  /** Room for the literals of any block. */
  readonly literals: Uint8Array;
  huffman: HuffmanTable | null;
  literalTable: FseTable | null;
  offsetTable: FseTable | null;
  matchTable: FseTable | null;
  readonly repeats: [number, number, number];
  /** Bytes of the frame so far: no match reaches further back. */
  writtenBytes: number;
}

/**
 * Decompresses zstd, any number of frames; skippable ones are passed over. Content checksums are not made: the
 * format's own redundancy (streams must end on the bit) tells nearly all damage.
 *
 * Node has zstd from 22.15 on only. Source: notes/containers.md#zstd
 */
export class ZstdDecoder implements Decoder {
  readonly #input = new InputBuffer();
  readonly #window = new Window();
  readonly #literals = new Uint8Array(MAX_BLOCK_BYTES);
  #state: "frame" | "block" | "checksum" | "over" = "frame";
  #frame: FrameState | null = null;
  #skipBytes = 0;
  #isFirst = true;
  #isStopped = false;

  push(bytes: Uint8Array, take: Take): void {
    if (this.#state === "over" || this.#isStopped) return;
    this.#input.append(bytes);
    while (!this.#isStopped && this.#step(take, false));
  }

  end(take: Take): void {
    while (!this.#isStopped && this.#step(take, true));
    const isBetween = this.#state === "frame" && this.#input.length === 0 && this.#skipBytes === 0 && !this.#isFirst;
    if (!isBetween && this.#state !== "over" && !this.#isStopped) throw new DamagedStream(ENDS_EARLY);
  }

  #step(take: Take, isEnd: boolean): boolean {
    switch (this.#state) {
      case "frame":
        return this.#skipBytes > 0 ? this.#skip() : this.#readFrameHeader(isEnd);
      case "block":
        return this.#readBlock(take);
      case "checksum":
        if (this.#input.length < CHECKSUM_BYTES) return false;
        this.#input.start += CHECKSUM_BYTES;
        this.#state = "frame";
        return true;
      case "over":
        return false;
    }
  }

  #skip(): boolean {
    const count = Math.min(this.#skipBytes, this.#input.length);
    this.#input.start += count;
    this.#skipBytes -= count;
    return this.#skipBytes === 0;
  }

  #readFrameHeader(isEnd: boolean): boolean {
    const { bytes, start, length } = this.#input;
    if (length < MAX_HEADER_BYTES && !isEnd) return false;
    if (length < 6) return false;
    const magic = bytes.readUInt32LE(start);
    if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC) {
      if (length < 8) return false;
      this.#skipBytes = bytes.readUInt32LE(start + 4);
      this.#input.start += 8;
      this.#isFirst = false;
      return true;
    }
    if (magic !== MAGIC) {
      if (this.#isFirst) throw new DamagedStream("it does not begin as a zstd");
      this.#state = "over";
      return false;
    }
    this.#isFirst = false;
    this.#frame = this.#startFrame(bytes[start + 4] ?? 0);
    this.#state = "block";
    return true;
  }

  #startFrame(descriptor: number): FrameState {
    const { bytes, start } = this.#input;
    const isSingle = (descriptor & 0x20) !== 0;
    const sizeCode = descriptor >> 6;
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
    const sizeBytes = sizeCode === 0 ? (isSingle ? 1 : 0) : 2 ** sizeCode;
    const dictionaryAt = 5 + (isSingle ? 0 : 1);
    const sizeAt = dictionaryAt + dictionaryBytes;
    this.#input.require(sizeAt + sizeBytes);
    if (bytes.subarray(start + dictionaryAt, start + sizeAt).some((byte) => byte !== 0)) {
      throw new DamagedStream("it needs a dictionary that is not here");
    }
    const windowBytes = isSingle ? readSize(bytes, start + sizeAt, sizeBytes) : windowOf(bytes[start + 5] ?? 0);
    this.#input.start += sizeAt + sizeBytes;
    this.#window.restart(windowBytes);
    return {
      window: this.#window,
      blockBytes: Math.min(MAX_BLOCK_BYTES, windowBytes),
      hasChecksum: (descriptor & 4) !== 0,
      literals: this.#literals,
      huffman: null,
      literalTable: null,
      offsetTable: null,
      matchTable: null,
      repeats: [1, 4, 8],
      writtenBytes: 0,
    };
  }

  #readBlock(take: Take): boolean {
    const frame = this.#frame;
    const { bytes, start, length } = this.#input;
    if (frame === null || length < BLOCK_HEADER_BYTES) return false;
    const header = bytes.readUIntLE(start, BLOCK_HEADER_BYTES);
    const kind = (header >> 1) & 3;
    const size = header >> 3;
    if (kind === 3 || size > frame.blockBytes) throw new DamagedStream(DAMAGED);
    const inputBytes = kind === 1 ? 1 : size;
    if (length < BLOCK_HEADER_BYTES + inputBytes) return false;

    const { window } = frame;
    window.makeRoom(kind === 2 ? frame.blockBytes : size);
    const from = window.end;
    const dataStart = start + BLOCK_HEADER_BYTES;
    if (kind === 0) window.bytes.set(bytes.subarray(dataStart, dataStart + size), from);
    else if (kind === 1) window.bytes.fill(bytes[dataStart] ?? 0, from, from + size);
    if (kind === 2) decodeBlock(frame, bytes, dataStart, dataStart + size);
    else window.end += size;
    frame.writtenBytes += window.end - from;
    this.#input.start += BLOCK_HEADER_BYTES + inputBytes;
    if (window.end > from) this.#isStopped = !take(window.bytes.subarray(from, window.end));
    if ((header & 1) === 1) this.#state = frame.hasChecksum ? "checksum" : "frame";
    return true;
  }
}

function decodeBlock(frame: FrameState, bytes: Buffer, start: number, end: number): void {
  const { at, literalBytes } = readLiterals(frame, bytes, start, end);
  const counts = readSequenceCount(bytes, at, end);
  const { window } = frame;
  const limit = window.end + frame.blockBytes;
  let used = 0;
  if (counts.sequences > 0) {
    const bitsStart = readTables(frame, bytes, counts.at, end);
    used = runSequences(frame, bytes, bitsStart, end, counts.sequences, literalBytes, limit);
  }
  const rest = literalBytes - used;
  if (window.end + rest > limit) throw new DamagedStream(DAMAGED);
  window.bytes.set(frame.literals.subarray(used, literalBytes), window.end);
  window.end += rest;
}

/** Decodes the literals of a block into the frame's buffer. */
function readLiterals(
  frame: FrameState,
  bytes: Buffer,
  start: number,
  end: number,
): { at: number; literalBytes: number } {
  if (start >= end) throw new DamagedStream(DAMAGED);
  const head = bytes[start] ?? 0;
  const kind = head & 3;
  const format = (head >> 2) & 3;
  const word = readWord(bytes, start);
  if (kind < 2) {
    const headBytes = format === 1 ? 2 : format === 3 ? 3 : 1;
    const literalBytes = format === 1 ? (word & 0xffff) >> 4 : format === 3 ? (word & 0xff_ffff) >> 4 : head >> 3;
    const dataStart = start + headBytes;
    const dataBytes = kind === 0 ? literalBytes : 1;
    if (literalBytes > frame.literals.length || dataStart + dataBytes > end) throw new DamagedStream(DAMAGED);
    if (kind === 0) frame.literals.set(bytes.subarray(dataStart, dataStart + literalBytes));
    else frame.literals.fill(bytes[dataStart] ?? 0, 0, literalBytes);
    return { at: dataStart + dataBytes, literalBytes };
  }
  const width = format < 2 ? 10 : format === 2 ? 14 : 18;
  const dataStart = start + (format < 2 ? 3 : format === 2 ? 4 : 5);
  const both = word / 16 + (bytes[start + 4] ?? 0) * 2 ** 28;
  const literalBytes = Math.floor(both) % 2 ** width;
  const compressedBytes = Math.floor(both / 2 ** width) % 2 ** width;
  const dataEnd = dataStart + compressedBytes;
  if (literalBytes > frame.literals.length || dataEnd > end) throw new DamagedStream(DAMAGED);
  let at = dataStart;
  if (kind === 2) {
    const huffman = readHuffman(bytes, at, dataEnd);
    frame.huffman = huffman.table;
    at = huffman.end;
  }
  if (frame.huffman === null) throw new DamagedStream(DAMAGED);
  if (format === 0) decodeHuffman(frame.huffman, bytes, at, dataEnd, frame.literals, 0, literalBytes);
  else decodeFour(frame.huffman, bytes, at, dataEnd, frame.literals, literalBytes);
  return { at: dataEnd, literalBytes };
}

/** Four streams, the lengths of the first three in front of them, each for a quarter of the literals. */
function decodeFour(
  table: HuffmanTable,
  bytes: Buffer,
  start: number,
  end: number,
  target: Uint8Array,
  literalBytes: number,
): void {
  const quarter = (literalBytes + 3) >> 2;
  let at = start + 6;
  if (at > end || quarter * 3 > literalBytes) throw new DamagedStream(DAMAGED);
  for (let stream = 0; stream < 4; stream++) {
    const streamEnd = stream === 3 ? end : at + bytes.readUInt16LE(start + 2 * stream);
    if (streamEnd > end) throw new DamagedStream(DAMAGED);
    const targetEnd = stream === 3 ? literalBytes : quarter * (stream + 1);
    decodeHuffman(table, bytes, at, streamEnd, target, quarter * stream, targetEnd);
    at = streamEnd;
  }
}

function readSequenceCount(bytes: Buffer, start: number, end: number): { sequences: number; at: number } {
  const head = bytes[start] ?? 0;
  const length = head < 128 ? 1 : head < 255 ? 2 : 3;
  if (start + length > end) throw new DamagedStream(DAMAGED);
  const second = bytes[start + 1] ?? 0;
  const sequences =
    head < 128 ? head : head < 255 ? ((head - 128) << 8) + second : second + ((bytes[start + 2] ?? 0) << 8) + 0x7f00;
  return { sequences, at: start + length };
}

/** Reads the tables of a block's sequences; gives where their bits begin. */
function readTables(frame: FrameState, bytes: Buffer, start: number, end: number): number {
  const modes = bytes[start] ?? 0;
  if (start >= end || (modes & 3) !== 0) throw new DamagedStream(DAMAGED);
  let at = start + 1;
  const read = (mode: number, spec: CodeSpec, previous: FseTable | null): FseTable => {
    if (mode === 0) return spec.predefined;
    if (mode === 1) {
      const symbol = bytes[at] ?? 0;
      if (at >= end || symbol > spec.maxSymbol) throw new DamagedStream(DAMAGED);
      at++;
      return fseOfOne(symbol);
    }
    if (mode === 2) {
      const described = readFse(bytes, at, end, spec.maxAccuracy, spec.maxSymbol);
      at = described.end;
      return described.table;
    }
    if (previous === null) throw new DamagedStream(DAMAGED);
    return previous;
  };
  frame.literalTable = read(modes >> 6, LITERAL_SPEC, frame.literalTable);
  frame.offsetTable = read((modes >> 4) & 3, OFFSET_SPEC, frame.offsetTable);
  frame.matchTable = read((modes >> 2) & 3, MATCH_SPEC, frame.matchTable);
  return at;
}

/** Writes what the sequences say; gives how many literals they used. */
function runSequences(
  frame: FrameState,
  bytes: Buffer,
  start: number,
  end: number,
  sequences: number,
  literalBytes: number,
  limit: number,
): number {
  const { literals, window, literalTable, offsetTable, matchTable, repeats } = frame;
  if (literalTable === null || offsetTable === null || matchTable === null) throw new DamagedStream(DAMAGED);
  const target = window.bytes;
  const firstByte = window.end - frame.writtenBytes;
  const bits = new BackwardBits(bytes, start, end);
  let literalState = bits.read(literalTable.accuracy);
  let offsetState = bits.read(offsetTable.accuracy);
  let matchState = bits.read(matchTable.accuracy);
  let at = window.end;
  let used = 0;

  for (let left = sequences; left > 0; left--) {
    const offsetCode = offsetTable.symbols[offsetState] ?? 0;
    const literalCode = literalTable.symbols[literalState] ?? 0;
    const matchCode = matchTable.symbols[matchState] ?? 0;
    const offsetValue = 2 ** offsetCode + readLong(bits, offsetCode);
    const matchBytes = (MATCH_BASES[matchCode] ?? 0) + bits.read(MATCH_BITS[matchCode] ?? 0);
    const copiedBytes = (LITERAL_BASES[literalCode] ?? 0) + bits.read(LITERAL_BITS[literalCode] ?? 0);
    const offset = offsetOf(repeats, offsetValue, copiedBytes === 0);
    if (left > 1) {
      literalState = (literalTable.bases[literalState] ?? 0) + bits.read(literalTable.bits[literalState] ?? 0);
      matchState = (matchTable.bases[matchState] ?? 0) + bits.read(matchTable.bits[matchState] ?? 0);
      offsetState = (offsetTable.bases[offsetState] ?? 0) + bits.read(offsetTable.bits[offsetState] ?? 0);
    }
    const afterLiterals = at + copiedBytes;
    const isRight =
      bits.left >= 0 &&
      used + copiedBytes <= literalBytes &&
      afterLiterals + matchBytes <= limit &&
      offset > 0 &&
      offset <= afterLiterals - Math.max(0, firstByte);
    if (!isRight) throw new DamagedStream(DAMAGED);
    while (at < afterLiterals) target[at++] = literals[used++] ?? 0;
    if (offset >= matchBytes && matchBytes > 32) {
      target.copyWithin(at, at - offset, at - offset + matchBytes);
      at += matchBytes;
    } else {
      for (const stop = at + matchBytes; at < stop; at++) target[at] = target[at - offset] ?? 0;
    }
  }
  if (bits.left !== 0) throw new DamagedStream(DAMAGED);
  window.end = at;
  return used;
}

/** The distance of a match: a new one, or one of the last three, which it moves to the front. */
function offsetOf(repeats: [number, number, number], value: number, hasNoLiterals: boolean): number {
  const [first, second, third] = repeats;
  if (value > 3) {
    repeats[2] = second;
    repeats[1] = first;
    return (repeats[0] = value - 3);
  }
  const place = value - 1 + (hasNoLiterals ? 1 : 0);
  if (place === 0) return first;
  const offset = place === 1 ? second : place === 2 ? third : first - 1;
  if (place > 1) repeats[2] = second;
  repeats[1] = first;
  return (repeats[0] = offset);
}

/** Up to 31 bits, in two reads. */
function readLong(bits: BackwardBits, count: number): number {
  if (count <= 24) return bits.read(count);
  const high = bits.read(count - 16);
  return high * 2 ** 16 + bits.read(16);
}

function readWord(bytes: Buffer, start: number): number {
  return (
    (bytes[start] ?? 0) +
    (bytes[start + 1] ?? 0) * 2 ** 8 +
    (bytes[start + 2] ?? 0) * 2 ** 16 +
    (bytes[start + 3] ?? 0) * 2 ** 24
  );
}

function readSize(bytes: Buffer, at: number, length: number): number {
  if (length === 8) return Number(bytes.readBigUInt64LE(at));
  return bytes.readUIntLE(at, length) + (length === 2 ? 256 : 0);
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}

/** Each value begins where the one before it ends. */
function basesOf(bits: readonly number[], first: number): number[] {
  let next = first;
  return bits.map((width) => {
    const base = next;
    next += 2 ** width;
    return base;
  });
}
