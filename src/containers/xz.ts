import { crc32 } from "node:zlib";
import { DamagedStream, ENDS_EARLY, type Decoder, type Take } from "./container.ts";
import { InputBuffer } from "./input-buffer.ts";
import { LzmaDecoder } from "./lzma.ts";
import { Window } from "./window.ts";

const DAMAGED = "its compressed data is damaged";
const MAGIC = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]);
const STREAM_HEADER_BYTES = 12;
const FOOTER_BYTES = 12;
const LZMA2 = 0x21;
const DELTA = 3;
/** How many bytes each type of check takes. */
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64] as const;
const CRC32 = 1;
const MAX_DICTIONARY_CODE = 40;

type State = "stream" | "block" | "chunk" | "padding" | "check" | "index" | "footer" | "over";

/**
 * Decompresses xz, any number of streams and blocks. The range coder says of each chunk whether it is whole, so
 * of the checks only CRC-32 is made.
 *
 * Filters for machine code in front of LZMA2 are left in place: they change the operands of calls and jumps alone.
 * Source: notes/containers.md#xz
 */
export class XzDecoder implements Decoder {
  readonly #input = new InputBuffer();
  #state: State = "stream";
  #isFirst = true;
  #isStopped = false;
  #checkType = 0;
  /** Of the block: bytes of it that were read since its header began, and the checksum of its content. */
  #blockBytes = 0;
  #crc = 0;
  /** Whether the check is of other bytes than LZMA2 gives: filters are not undone. */
  #isFiltered = false;
  readonly #window = new Window();
  readonly #lzma = new LzmaDecoder(this.#window);
  /** What a chunk may begin with: a dictionary, then properties, come first. */
  #needs: "dictionary" | "properties" | "nothing" = "dictionary";
  /** Numbers that the index still holds; `null` before the first, which says how many. */
  #indexNumbers: number | null = null;
  #indexBytes = 0;

  push(bytes: Uint8Array, take: Take): void {
    if (this.#state === "over" || this.#isStopped) return;
    this.#input.append(bytes);
    while (!this.#isStopped && this.#step(take));
  }

  end(): void {
    const isBetween = this.#state === "stream" && !this.#isFirst && this.#input.length === 0;
    if (!isBetween && this.#state !== "over" && !this.#isStopped) throw new DamagedStream(ENDS_EARLY);
  }

  /** `false`: more input is needed, or there is nothing more to do. */
  #step(take: Take): boolean {
    switch (this.#state) {
      case "stream":
        return this.#readStreamHeader();
      case "block":
        return this.#readBlockHeader();
      case "chunk":
        return this.#readChunk(take);
      case "padding":
        return this.#skip((4 - (this.#blockBytes % 4)) % 4, "check");
      case "check":
        return this.#readCheck();
      case "index":
        return this.#readIndex();
      case "footer":
        return this.#skip(4 + FOOTER_BYTES + ((4 - (this.#indexBytes % 4)) % 4), "stream");
      case "over":
        return false;
    }
  }

  #readStreamHeader(): boolean {
    const { bytes, start } = this.#input;
    if (!this.#isFirst && this.#input.length >= 4 && bytes.readUInt32LE(start) === 0) {
      this.#input.start += 4;
      return true;
    }
    if (this.#input.length < STREAM_HEADER_BYTES) return false;
    const isHeader = bytes.subarray(start, start + MAGIC.length).equals(MAGIC);
    if (!isHeader) {
      if (this.#isFirst) throw new DamagedStream("it does not begin as an xz");
      this.#state = "over";
      return false;
    }
    if (bytes.readUInt32LE(start + 8) !== crc32(bytes.subarray(start + 6, start + 8))) throw new DamagedStream(DAMAGED);
    this.#isFirst = false;
    this.#checkType = (bytes[start + 7] ?? 0) & 15;
    this.#input.start += STREAM_HEADER_BYTES;
    this.#state = "block";
    return true;
  }

  #readBlockHeader(): boolean {
    if (this.#input.length < 1) return false;
    const { bytes, start } = this.#input;
    const words = bytes[start] ?? 0;
    if (words === 0) {
      this.#input.start++;
      this.#indexBytes = 1;
      this.#indexNumbers = null;
      this.#state = "index";
      return true;
    }
    const length = (words + 1) * 4;
    if (this.#input.length < length) return false;
    const header = bytes.subarray(start, start + length);
    if (header.readUInt32LE(length - 4) !== crc32(header.subarray(0, length - 4))) throw new DamagedStream(DAMAGED);
    const { dictionaryBytes, isFiltered } = readFilters(header);
    this.#window.restart(dictionaryBytes);
    this.#needs = "dictionary";
    this.#blockBytes = length;
    this.#crc = 0;
    this.#isFiltered = isFiltered;
    this.#input.start += length;
    this.#state = "chunk";
    return true;
  }

  #readChunk(take: Take): boolean {
    if (this.#input.length < 1) return false;
    const { bytes, start } = this.#input;
    const control = bytes[start] ?? 0;
    if (control === 0) {
      this.#advance(1);
      this.#state = "padding";
      return true;
    }
    if (control > 2 && control < 0x80) throw new DamagedStream(DAMAGED);
    const isCompressed = control >= 0x80;
    const hasProperties = control >= 0xc0;
    const headBytes = isCompressed ? (hasProperties ? 6 : 5) : 3;
    if (this.#input.length < headBytes) return false;
    const outputBytes = bytes.readUInt16BE(start + 1) + 1 + (isCompressed ? (control & 0x1f) * 2 ** 16 : 0);
    const inputBytes = isCompressed ? bytes.readUInt16BE(start + 3) + 1 : outputBytes;
    if (this.#input.length < headBytes + inputBytes) return false;

    this.#prepare(control, isCompressed, hasProperties ? (bytes[start + 5] ?? 0) : null);
    const data = bytes.subarray(start + headBytes, start + headBytes + inputBytes);
    this.#window.makeRoom(outputBytes);
    const from = this.#window.end;
    if (isCompressed) this.#lzma.decode(data, outputBytes);
    else this.#copy(data);
    this.#advance(headBytes + inputBytes);
    const output = this.#window.bytes.subarray(from, this.#window.end);
    if (this.#checkType === CRC32) this.#crc = crc32(output, this.#crc);
    this.#isStopped = !take(output);
    return true;
  }

  #prepare(control: number, isCompressed: boolean, properties: number | null): void {
    const resetsDictionary = control === 1 || control >= 0xe0;
    if (!resetsDictionary && this.#needs === "dictionary") throw new DamagedStream(DAMAGED);
    if (resetsDictionary) {
      this.#lzma.resetDictionary();
      this.#needs = "properties";
    }
    if (properties !== null) {
      this.#lzma.setProperties(properties);
      this.#needs = "nothing";
    } else if (isCompressed && this.#needs === "properties") {
      throw new DamagedStream(DAMAGED);
    }
    if (control >= 0xa0) this.#lzma.resetState();
  }

  #copy(data: Uint8Array): void {
    this.#window.bytes.set(data, this.#window.end);
    this.#window.end += data.length;
    this.#lzma.skip(data.length);
  }

  #readCheck(): boolean {
    const length = CHECK_BYTES[this.#checkType] ?? 0;
    if (this.#input.length < length) return false;
    const isChecked = this.#checkType === CRC32 && !this.#isFiltered;
    const isRight = !isChecked || this.#input.bytes.readUInt32LE(this.#input.start) === this.#crc;
    if (!isRight) throw new DamagedStream("its checksum is wrong");
    return this.#skip(length, "block");
  }

  /** The index repeats the sizes of the blocks: only its end matters. */
  #readIndex(): boolean {
    const { bytes, start, end } = this.#input;
    for (let at = start; at < end; at++) {
      if (at - start > 8) throw new DamagedStream(DAMAGED);
      if ((bytes[at] ?? 0) >= 0x80) continue;
      const value = readVarint(bytes, start);
      this.#indexBytes += at + 1 - start;
      this.#input.start = at + 1;
      this.#indexNumbers = this.#indexNumbers === null ? value * 2 : this.#indexNumbers - 1;
      if (this.#indexNumbers === 0) this.#state = "footer";
      return true;
    }
    return false;
  }

  #skip(count: number, next: State): boolean {
    if (this.#input.length < count) return false;
    this.#advance(count);
    this.#state = next;
    return true;
  }

  #advance(count: number): void {
    this.#input.start += count;
    this.#blockBytes += count;
  }
}

/** What a block's filters say. Throws a `DamagedStream` for those that change the bytes of a text. */
function readFilters(header: Buffer): { dictionaryBytes: number; isFiltered: boolean } {
  const flags = header[1] ?? 0;
  let at = 2;
  for (const flag of [0x40, 0x80]) if ((flags & flag) !== 0) at = varintEnd(header, at);
  const filters = (flags & 3) + 1;
  for (let i = 0; i < filters; i++) {
    const id = readVarint(header, at);
    at = varintEnd(header, at);
    const propertyBytes = readVarint(header, at);
    at = varintEnd(header, at);
    if (id === LZMA2) return { dictionaryBytes: dictionaryOf(header[at] ?? 0), isFiltered: i > 0 };
    if (id === DELTA) throw new DamagedStream("its delta filter is not known");
    at += propertyBytes;
  }
  throw new DamagedStream("its filters are not known");
}

function dictionaryOf(code: number): number {
  if (code > MAX_DICTIONARY_CODE) throw new DamagedStream(DAMAGED);
  return (2 | (code & 1)) * 2 ** ((code >> 1) + 11);
}

function readVarint(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let at = start, factor = 1; at < start + 9; at++, factor *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) break;
  }
  return value;
}

function varintEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && (bytes[at] ?? 0) >= 0x80) at++;
  return at + 1;
}
