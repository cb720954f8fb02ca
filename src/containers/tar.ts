import { asBytePath, type BytePath } from "../model/byte-path.ts";
import { ENDS_EARLY, type ContainerReader, type MemberSink, type MemberWriter } from "./container.ts";
import { isTarHeader, latin1, TAR_BLOCK_BYTES } from "./tar-header.ts";

/** Long names and extended headers over this size are damage, or meant to harm. */
const MAX_META_BYTES = 1024 * 1024;

/** What a header's type says of the data behind it. */
type Kind = "file" | "no-data" | "long-name" | "other-name" | "extended" | "old-sparse";

interface Header {
  readonly name: BytePath;
  readonly sizeBytes: number;
  readonly kind: Kind;
  /** Whether an old GNU header's map of holes goes on in the next block. */
  readonly hasMoreMap: boolean;
}

/**
 * Reads a tar: ustar, pax and GNU, old sparse files as the bytes that are there.
 *
 * Links are not followed, since nothing is written. Where a header is damaged, reading goes on at the next block
 * that is one.
 */
export class TarReader implements ContainerReader {
  readonly #sink: MemberSink;
  readonly #block = new Uint8Array(TAR_BLOCK_BYTES);
  #blockBytes = 0;
  /** Of the entry that is being read: bytes of data, and of padding behind them, that are to come. */
  #dataBytes = 0;
  #paddingBytes = 0;
  #writer: MemberWriter | null = null;
  /** Where data goes that tells about the next entry, and what kind of it this is. */
  #meta: { readonly kind: Kind; readonly parts: Buffer[] } | null = null;
  #mapSize: number | null = null;
  #nextName: BytePath | null = null;
  #nextSize: number | null = null;
  #state: "header" | "map" | "data" = "header";
  #isDamaged = false;
  #sawEnd = false;

  constructor(sink: MemberSink) {
    this.#sink = sink;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      at += this.#state === "data" ? this.#takeData(bytes.subarray(at)) : this.#takeBlock(bytes.subarray(at));
    }
  }

  end(): void {
    const isCut = this.#blockBytes > 0 || this.#dataBytes > 0 || this.#state === "map" || this.#meta !== null;
    this.#writer?.end(false);
    this.#writer = null;
    if (isCut && !this.#sawEnd) this.#sink.fail({ reason: "opaque", detail: ENDS_EARLY, member: null });
  }

  #takeBlock(bytes: Uint8Array): number {
    const count = Math.min(bytes.length, TAR_BLOCK_BYTES - this.#blockBytes);
    this.#block.set(bytes.subarray(0, count), this.#blockBytes);
    this.#blockBytes += count;
    if (this.#blockBytes === TAR_BLOCK_BYTES) {
      this.#blockBytes = 0;
      if (this.#state === "map") this.#readMap();
      else this.#readHeader();
    }
    return count;
  }

  #readHeader(): void {
    if (isTarHeader(this.#block)) {
      const header = parseHeader(this.#block);
      if (header !== null) {
        this.#isDamaged = false;
        this.#sawEnd = false;
        this.#begin(header);
        return;
      }
    } else if (this.#block.every((byte) => byte === 0)) {
      this.#sawEnd = true;
      return;
    }
    // Behind the end anything may follow; between entries it is damage, told once for each place.
    if (!this.#isDamaged && !this.#sawEnd) this.#fail("a header is damaged");
    this.#isDamaged = true;
  }

  #begin(header: Header): void {
    const isMeta = header.kind !== "file" && header.kind !== "old-sparse" && header.kind !== "no-data";
    const sizeBytes = isMeta ? header.sizeBytes : (this.#nextSize ?? header.sizeBytes);
    const name = isMeta ? header.name : (this.#nextName ?? header.name);
    if (isMeta) {
      if (sizeBytes > MAX_META_BYTES) {
        this.#fail("an extended header is too long");
        return;
      }
      this.#meta = { kind: header.kind, parts: [] };
    } else {
      this.#nextName = null;
      this.#nextSize = null;
      if (header.kind === "no-data") return;
      this.#writer = this.#sink.begin(name);
    }
    if (header.hasMoreMap) {
      this.#mapSize = sizeBytes;
      this.#state = "map";
    } else {
      this.#expectData(sizeBytes);
    }
  }

  /** An old sparse file's map of holes: only whether it goes on matters. */
  #readMap(): void {
    if (this.#block[504] === 1) return;
    this.#expectData(this.#mapSize ?? 0);
    this.#mapSize = null;
  }

  #expectData(sizeBytes: number): void {
    this.#dataBytes = sizeBytes;
    this.#paddingBytes = (TAR_BLOCK_BYTES - (sizeBytes % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
    this.#state = "data";
    if (sizeBytes === 0) this.#endData();
  }

  #takeData(bytes: Uint8Array): number {
    if (this.#dataBytes > 0) {
      const data = bytes.subarray(0, Math.min(bytes.length, this.#dataBytes));
      this.#dataBytes -= data.length;
      if (this.#meta !== null) this.#meta.parts.push(Buffer.from(data));
      else if (this.#writer?.write(data) === false) this.#abandon();
      if (this.#dataBytes === 0) this.#endData();
      return data.length;
    }
    const count = Math.min(bytes.length, this.#paddingBytes);
    this.#paddingBytes -= count;
    if (this.#paddingBytes === 0) this.#state = "header";
    return count;
  }

  #abandon(): void {
    this.#writer?.end(false);
    this.#writer = null;
  }

  #endData(): void {
    this.#writer?.end(true);
    this.#writer = null;
    if (this.#meta !== null) this.#readMeta(this.#meta.kind, Buffer.concat(this.#meta.parts));
    this.#meta = null;
    if (this.#paddingBytes === 0) this.#state = "header";
  }

  #readMeta(kind: Kind, data: Buffer): void {
    if (kind === "long-name") {
      this.#nextName = nameOf(data.toString("latin1"));
      return;
    }
    if (kind !== "extended") return;
    const records = readRecords(data);
    // GNU names a sparse file's data otherwise, and its real name here.
    const name = records.get("GNU.sparse.name") ?? records.get("path");
    const size = records.get("size");
    if (name !== undefined) this.#nextName = nameOf(name);
    if (size !== undefined && /^\d{1,15}$/.test(size)) this.#nextSize = Number(size);
  }

  #fail(detail: string): void {
    this.#sink.fail({ reason: "opaque", detail, member: null });
  }
}

function parseHeader(block: Uint8Array): Header | null {
  const sizeBytes = readNumber(block, 124, 136);
  if (sizeBytes === null) return null;
  const type = String.fromCharCode(block[156] ?? 0);
  const kind = kindOf(type);
  const hasMoreMap = kind === "old-sparse" && block[482] === 1;
  return { name: readName(block), sizeBytes, kind, hasMoreMap };
}

function kindOf(type: string): Kind {
  switch (type) {
    case "L":
      return "long-name";
    case "K":
    case "g":
      return "other-name";
    case "x":
    case "X":
      return "extended";
    case "S":
      return "old-sparse";
    // Links, devices and folders. Some archivers give a link its target's size, and no data.
    case "1":
    case "2":
    case "3":
    case "4":
    case "5":
    case "6":
      return "no-data";
    default:
      return "file";
  }
}

function readName(block: Uint8Array): BytePath {
  const name = untilZero(latin1(block, 0, 100));
  const isUstar = latin1(block, 257, 263) === "ustar\0";
  const prefix = isUstar ? untilZero(latin1(block, 345, 500)) : "";
  return nameOf(prefix === "" ? name : `${prefix}/${name}`);
}

/** Octal digits, or GNU's and star's binary numbers; `null` for what is neither. */
function readNumber(block: Uint8Array, start: number, end: number): number | null {
  const first = block[start] ?? 0;
  if (first === 0x80) {
    const value = block.subarray(start + 1, end).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : null;
  }
  const text = /^[ \0]*([0-7]*)[ \0]*/.exec(latin1(block, start, end));
  if (text === null || text[0].length !== end - start) return null;
  return text[1] === "" ? 0 : Number.parseInt(text[1] ?? "", 8);
}

/** `length key=value\n` records. What does not have that shape ends them. */
function readRecords(data: Buffer): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < data.length;) {
    const head = /^(\d{1,7}) ([^=]*)=/.exec(data.toString("latin1", at, at + 300));
    const length = Number(head?.[1]);
    if (head === null || length <= head[0].length || at + length > data.length) break;
    records.set(head[2] ?? "", data.toString("latin1", at + head[0].length, at + length - 1));
    at += length;
  }
  return records;
}

function nameOf(text: string): BytePath {
  return asBytePath(untilZero(text));
}

function untilZero(text: string): string {
  const zero = text.indexOf("\0");
  return zero === -1 ? text : text.slice(0, zero);
}
