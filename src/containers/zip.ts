import { crc32 } from "node:zlib";
import { Expansion, type Budget } from "./bounds.ts";
import { ByteStore, readAt, type RandomAccess } from "./byte-store.ts";
import { attempt, ENDS_EARLY, type ContainerReader, type MemberSink } from "./container.ts";
import {
  CENTRAL_BYTES,
  centralHeaderBytes,
  isZipFolder,
  LOCAL_BYTES,
  localHeaderBytes,
  opaque,
  readCentralEntry,
  SIGNATURE,
  ZipDecoders,
  type ZipEntry,
} from "./zip-format.ts";
import { ZipStreamReader } from "./zip-stream.ts";

const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const LOCATOR64_BYTES = 20;
const END64_BYTES = 56;
const PIECE_BYTES = 64 * 1024;
/** The directory is read in pieces that hold at least one header whole, however long its name and fields. */
const DIRECTORY_PIECE_BYTES = 512 * 1024;
const MAX_CENTRAL_BYTES = CENTRAL_BYTES + 3 * 0xffff;

/**
 * Reads a zip that comes in order: whole, through its directory, if it fits the allowance for
 * buffers; else by the headers of its members, as they come.
 */
export class ZipReader implements ContainerReader {
  readonly #sink: MemberSink;
  readonly #budget: Budget;
  readonly #stream: ZipStreamReader;
  #store: ByteStore | null = new ByteStore();

  constructor(sink: MemberSink, budget: Budget) {
    this.#sink = sink;
    this.#budget = budget;
    this.#stream = new ZipStreamReader(sink, budget);
  }

  push(bytes: Uint8Array): void {
    if (this.#store !== null && this.#budget.takeBuffer(bytes.length)) {
      this.#store.append(bytes);
      return;
    }
    this.#streamStored();
    this.#stream.push(bytes);
  }

  end(): void {
    const store = this.#store;
    if (store === null) {
      this.#stream.end();
      return;
    }
    if (!readZip(store, this.#sink, this.#budget)) {
      this.#streamStored();
      this.#stream.end();
    }
    this.#release();
  }

  #streamStored(): void {
    const store = this.#store;
    if (store === null) return;
    pushAll(store, this.#stream);
    this.#release();
  }

  #release(): void {
    this.#budget.giveBackBuffer(this.#store?.sizeBytes ?? 0);
    this.#store = null;
  }
}

/**
 * Reads a zip that can be read at any place, through its directory; by its members' headers where it
 * has none, as one that was cut off. Throws what `source.read` throws.
 */
export function readZipAnywhere(source: RandomAccess, sink: MemberSink, budget: Budget): void {
  if (readZip(source, sink, budget)) return;
  const stream = new ZipStreamReader(sink, budget);
  pushAll(source, stream);
  stream.end();
}

function pushAll(source: RandomAccess, reader: ContainerReader): void {
  for (let at = 0; at < source.sizeBytes; at += PIECE_BYTES) reader.push(readAt(source, at, PIECE_BYTES));
}

/** `false`, and nothing told: there is no directory. */
function readZip(source: RandomAccess, sink: MemberSink, budget: Budget): boolean {
  const directory = findDirectory(source);
  if (directory === null) return false;
  const decoders = new ZipDecoders();
  let restBytes = source.sizeBytes;

  for (const entry of listEntries(source, directory)) {
    if (entry === null) {
      sink.fail(opaque("its directory is damaged"));
      break;
    }
    if (isZipFolder(entry)) continue;
    restBytes -= entry.compressedBytes;
    // Members that share their data are how a small archive holds more than any ratio allows.
    if (restBytes < 0) {
      sink.fail({ reason: "bound-exceeded", detail: "its members overlap", member: null });
      break;
    }
    readMember(source, entry, directory.shift, decoders, sink, budget);
  }
  return true;
}

interface Directory {
  readonly start: number;
  readonly end: number;
  /** Bytes in front of the archive, which its own offsets do not count. */
  readonly shift: number;
}

function findDirectory(source: RandomAccess): Directory | null {
  const tailStart = Math.max(0, source.sizeBytes - END_BYTES - MAX_COMMENT_BYTES);
  const tail = readAt(source, tailStart, END_BYTES + MAX_COMMENT_BYTES);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    at = tail.lastIndexOf("PK\x05\x06", at, "latin1");
    if (at === -1) return null;
    if (at + END_BYTES + tail.readUInt16LE(at + 20) > tail.length) continue;
    const directory = directoryBefore(source, tailStart + at, tail.subarray(at, at + END_BYTES));
    if (directory !== null) return directory;
  }
  return null;
}

function directoryBefore(source: RandomAccess, endAt: number, end: Buffer): Directory | null {
  const large = end.readUInt32LE(16) === 0xffff_ffff || end.readUInt32LE(12) === 0xffff_ffff || isFull(end);
  const end64 = large ? findEnd64(source, endAt) : null;
  const directoryEnd = end64?.at ?? endAt;
  const sizeBytes = end64?.sizeBytes ?? end.readUInt32LE(12);
  const offset = end64?.offset ?? end.readUInt32LE(16);
  // What stands in front of the archive moves it; offsets count from its own beginning, or were put right.
  for (const start of [directoryEnd - sizeBytes, offset]) {
    if (start < 0 || start > directoryEnd) continue;
    const isThere = start === directoryEnd ? isEmpty(end) : readAt(source, start, 4).equals(CENTRAL_SIGNATURE);
    if (isThere) return { start, end: directoryEnd, shift: start - offset };
  }
  return null;
}

const CENTRAL_SIGNATURE = Buffer.from("PK\x01\x02", "latin1");

function isFull(end: Buffer): boolean {
  return end.readUInt16LE(10) === 0xffff;
}

function isEmpty(end: Buffer): boolean {
  return end.readUInt16LE(10) === 0;
}

function findEnd64(source: RandomAccess, endAt: number): { at: number; sizeBytes: number; offset: number } | null {
  const locator = readAt(source, endAt - LOCATOR64_BYTES, LOCATOR64_BYTES);
  if (endAt < LOCATOR64_BYTES || locator.readUInt32LE(0) !== SIGNATURE.locator64) return null;
  // Where it says, unless something stands in front of the archive; then just before the locator.
  for (const at of [Number(locator.readBigUInt64LE(8)), endAt - LOCATOR64_BYTES - END64_BYTES]) {
    const record = readAt(source, at, END64_BYTES);
    if (record.length < END64_BYTES || record.readUInt32LE(0) !== SIGNATURE.end64) continue;
    return { at, sizeBytes: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) };
  }
  return null;
}

/** The entries of a directory; `null`, and no more, where it is damaged. */
function* listEntries(source: RandomAccess, directory: Directory): Generator<ZipEntry | null> {
  let bytes: Buffer = Buffer.alloc(0);
  let readTo = directory.start;
  for (;;) {
    if (bytes.length < MAX_CENTRAL_BYTES && readTo < directory.end) {
      const more = readAt(source, readTo, Math.min(DIRECTORY_PIECE_BYTES, directory.end - readTo));
      readTo = more.length === 0 ? directory.end : readTo + more.length;
      bytes = Buffer.concat([bytes, more]);
    }
    if (bytes.length < CENTRAL_BYTES) break;
    const isHeader = bytes.readUInt32LE(0) === SIGNATURE.central;
    const length = centralHeaderBytes(bytes);
    if (!isHeader || length > bytes.length) break;
    const entry = readCentralEntry(bytes);
    yield entry;
    if (entry === null) return;
    bytes = bytes.subarray(length);
  }
  if (bytes.length > 0) yield null;
}

function readMember(
  source: RandomAccess,
  entry: ZipEntry,
  shift: number,
  decoders: ZipDecoders,
  sink: MemberSink,
  budget: Budget,
): void {
  const decoder = decoders.forEntry(entry);
  if ("reason" in decoder) {
    sink.fail(decoder);
    return;
  }
  const headerAt = entry.offsetBytes + shift;
  const header = headerAt >= 0 ? readAt(source, headerAt, LOCAL_BYTES) : Buffer.alloc(0);
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== SIGNATURE.local) {
    sink.fail(opaque("its header is damaged", entry.name));
    return;
  }
  const writer = sink.begin(entry.name);
  if (writer === null) return;

  const expansion = new Expansion(writer, budget);
  let crc = 0;
  const take = (bytes: Uint8Array): boolean => {
    crc = crc32(bytes, crc);
    return expansion.take(bytes);
  };
  const start = headerAt + localHeaderBytes(header);
  const end = start + entry.compressedBytes;
  const damage = attempt(() => {
    for (let at = start; at < end && !expansion.isStopped;) {
      const piece = readAt(source, at, Math.min(PIECE_BYTES, end - at));
      if (piece.length === 0) break;
      expansion.read(piece.length);
      decoder.push(piece, take);
      at += piece.length;
    }
    if (!expansion.isStopped && end > start) decoder.end(take);
  });
  const isRight = crc === entry.crc && expansion.outputBytes === entry.sizeBytes;
  const isWhole = damage === null && !expansion.isStopped && isRight;
  if (expansion.problem !== null) sink.fail({ ...expansion.problem, member: entry.name });
  else if (!isWhole && !expansion.isStopped) {
    const detail = damage?.message ?? (end > source.sizeBytes ? ENDS_EARLY : "its checksum is wrong");
    sink.fail({ reason: damage?.reason ?? "opaque", detail, member: entry.name });
  }
  writer.end(isWhole);
}
