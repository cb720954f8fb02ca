import { crc32 } from "node:zlib";
import { gzipHeaderEnd, gzipStoredName } from "../codec/gzip-header.ts";
import { asBytePath, type BytePath } from "../model/byte-path.ts";
import { DamagedStream, ENDS_EARLY, type Decoder, type Take } from "./container.ts";
import { joinBytes } from "./input-buffer.ts";
import { ZlibDecoder } from "./zlib-decoder.ts";

const TRAILER_BYTES = 8;
/** More than any sensible name and comment: what has none by then is no gzip. */
const MAX_HEADER_BYTES = 256 * 1024;
const DEFLATE = 8;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Gunzips any number of members one after another as one stream, each with its checksum.
 *
 * Zeros and other bytes behind the last member are no part of it, as for `gunzip`.
 * Source: notes/containers.md#gzip
 */
export class GzipDecoder implements Decoder {
  readonly #inflate = new ZlibDecoder("deflate");
  #state: "header" | "body" | "trailer" | "over" = "header";
  /** Bytes of a header or trailer that is not there whole. */
  #held: Buffer = NOTHING;
  #isFirst = true;
  #storedName: BytePath | null = null;
  #crc = 0;
  #sizeBytes = 0;

  get storedName(): BytePath | null {
    return this.#storedName;
  }

  push(bytes: Uint8Array, take: Take): void {
    let rest: Uint8Array | null = bytes;
    while (rest !== null && rest.length > 0) {
      if (this.#state === "header") rest = this.#readHeader(rest);
      else if (this.#state === "body") rest = this.#readBody(rest, take);
      else if (this.#state === "trailer") rest = this.#readTrailer(rest);
      else return;
    }
  }

  end(): void {
    const isBetween = this.#state === "header" && !this.#isFirst && this.#held.length < 2;
    if (this.#state !== "over" && !isBetween) throw new DamagedStream(ENDS_EARLY);
  }

  /** Each of these gives what is left of its input, or `null` where it needs more. */
  #readHeader(bytes: Uint8Array): Uint8Array | null {
    const header = joinBytes(this.#held, bytes);
    if (header.length < 2) return this.#hold(header);
    if (header.readUInt16BE(0) !== 0x1f8b) {
      if (this.#isFirst) throw new DamagedStream("it does not begin as a gzip");
      this.#state = "over";
      return null;
    }
    const method = header[2] ?? DEFLATE;
    if (method !== DEFLATE) throw new DamagedStream(`its compression method ${method} is not known`);
    const end = gzipHeaderEnd(header);
    if (end === null) {
      if (header.length > MAX_HEADER_BYTES) throw new DamagedStream("its header has no end");
      return this.#hold(header);
    }
    if (this.#isFirst) this.#storedName = nameIn(header);
    this.#isFirst = false;
    this.#held = NOTHING;
    this.#inflate.reset();
    this.#crc = 0;
    this.#sizeBytes = 0;
    this.#state = "body";
    return header.subarray(end);
  }

  #hold(bytes: Buffer): null {
    this.#held = Buffer.from(bytes);
    return null;
  }

  #readBody(bytes: Uint8Array, take: Take): Uint8Array | null {
    const used = this.#inflate.decode(bytes, (output) => {
      this.#crc = crc32(output, this.#crc);
      this.#sizeBytes += output.length;
      return take(output);
    });
    if (!this.#inflate.isDone) return null;
    this.#state = "trailer";
    return bytes.subarray(used);
  }

  #readTrailer(bytes: Uint8Array): Uint8Array | null {
    const missing = TRAILER_BYTES - this.#held.length;
    this.#held = Buffer.concat([this.#held, bytes.subarray(0, missing)]);
    if (this.#held.length < TRAILER_BYTES) return null;
    const isRight =
      this.#held.readUInt32LE(0) === this.#crc && this.#held.readUInt32LE(4) === this.#sizeBytes % 2 ** 32;
    if (!isRight) throw new DamagedStream("its checksum is wrong");
    this.#held = NOTHING;
    this.#state = "header";
    return bytes.subarray(missing);
  }
}

function nameIn(header: Buffer): BytePath | null {
  const name = gzipStoredName(header);
  return name === null || name === "" ? null : asBytePath(name);
}
