import { asBytePath, type BytePath } from "../model/byte-path.ts";
import { Bzip2Decoder } from "./bzip2.ts";
import type { Decoder, Problem, Take } from "./container.ts";
import { XzDecoder } from "./xz.ts";
import { ZlibDecoder } from "./zlib-decoder.ts";
import { ZstdDecoder } from "./zstd.ts";

/** The signatures of a zip's records, as little-endian numbers. Source: notes/containers.md#zip */
export const SIGNATURE = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;

/** A local header without its name and extra fields. */
export const LOCAL_BYTES = 30;
/** A central header without its name, extra fields and comment. */
export const CENTRAL_BYTES = 46;
const FLAG_ENCRYPTED = 1;
const FLAG_DESCRIPTOR = 8;
const STORED = 0;
const DEFLATED = 8;
const ZIP64_EXTRA = 1;
const SATURATED = 0xffff_ffff;

/** What a header says of its member. */
export interface ZipEntry {
  readonly name: BytePath;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Whether a local header leaves the sizes to what stands behind the data. */
  readonly hasDescriptor: boolean;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Of the local header, in the archive as it was written; 0 in a local header itself. */
  readonly offsetBytes: number;
}

/** Reads a local header that is there whole, name and extra fields included; `null` if its numbers make no sense. */
export function readLocalEntry(bytes: Buffer): ZipEntry | null {
  const nameEnd = LOCAL_BYTES + bytes.readUInt16LE(26);
  const extraEnd = nameEnd + bytes.readUInt16LE(28);
  return readEntry(bytes, 6, LOCAL_BYTES, nameEnd, extraEnd, 0);
}

/** Reads a central header that is there whole, likewise. */
export function readCentralEntry(bytes: Buffer): ZipEntry | null {
  const nameEnd = CENTRAL_BYTES + bytes.readUInt16LE(28);
  const extraEnd = nameEnd + bytes.readUInt16LE(30);
  return readEntry(bytes, 8, CENTRAL_BYTES, nameEnd, extraEnd, bytes.readUInt32LE(42));
}

/** How long the local header at the beginning of `bytes`, at least `LOCAL_BYTES` of it, is. */
export function localHeaderBytes(bytes: Buffer): number {
  return LOCAL_BYTES + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
}

/** How long the central header at the beginning of `bytes`, at least `CENTRAL_BYTES` of it, is. */
export function centralHeaderBytes(bytes: Buffer): number {
  return CENTRAL_BYTES + bytes.readUInt16LE(28) + bytes.readUInt16LE(30) + bytes.readUInt16LE(32);
}

/** Whether there is nothing to read: a folder. */
export function isZipFolder(entry: ZipEntry): boolean {
  return entry.name.endsWith("/") && entry.sizeBytes === 0;
}

/** Decoders, made when needed, each used for one member after another. */
export class ZipDecoders {
  #inflate: ZlibDecoder | null = null;

  get inflate(): ZlibDecoder {
    this.#inflate ??= new ZlibDecoder("deflate");
    this.#inflate.reset();
    return this.#inflate;
  }

  /** A fresh decoder, or what the member is that none can read. */
  forEntry(entry: ZipEntry): Decoder | Problem {
    if (entry.isEncrypted) return opaque("encrypted", entry.name);
    // Some archivers mark even what is empty as deflated.
    if (entry.sizeBytes === 0 && entry.compressedBytes === 0 && !entry.hasDescriptor) return COPY;
    switch (entry.method) {
      case STORED:
        return COPY;
      case DEFLATED:
        return this.inflate;
      case 12:
        return new Bzip2Decoder();
      case 93:
        return new ZstdDecoder();
      case 95:
        return new XzDecoder();
      default:
        return opaque(`compression method ${entry.method} is not known`, entry.name);
    }
  }
}

/** Whether a member's data says itself where it ends. */
export function isDeflated(entry: ZipEntry): boolean {
  return entry.method === DEFLATED && !entry.isEncrypted;
}

/** A problem of the bytes themselves. */
export function opaque(detail: string, member: BytePath | null = null): Problem {
  return { reason: "opaque", detail, member };
}

const COPY: Decoder = {
  push: (bytes: Uint8Array, take: Take) => void take(bytes),
  end: () => undefined,
};

function readEntry(
  bytes: Buffer,
  flagsAt: number,
  nameStart: number,
  nameEnd: number,
  extraEnd: number,
  offset: number,
): ZipEntry | null {
  const flags = bytes.readUInt16LE(flagsAt);
  const values = [bytes.readUInt32LE(flagsAt + 16), bytes.readUInt32LE(flagsAt + 12), offset];
  const [sizeBytes = 0, compressedBytes = 0, offsetBytes = 0] = fillSaturated(
    values,
    bytes.subarray(nameEnd, extraEnd),
  );
  if (![sizeBytes, compressedBytes, offsetBytes].every(Number.isSafeInteger)) return null;
  return {
    name: asBytePath(bytes.toString("latin1", nameStart, nameEnd)),
    method: bytes.readUInt16LE(flagsAt + 2),
    isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
    hasDescriptor: (flags & FLAG_DESCRIPTOR) !== 0,
    crc: bytes.readUInt32LE(flagsAt + 8),
    compressedBytes,
    sizeBytes,
    offsetBytes,
  };
}

/** Values too large for 32 bits are saturated, and stand in their order in the zip64 extra field. */
function fillSaturated(values: readonly number[], extra: Buffer): number[] {
  if (!values.includes(SATURATED)) return [...values];
  let at = findExtra(extra, ZIP64_EXTRA);
  return values.map((value) => {
    if (value !== SATURATED || at === -1 || at + 8 > extra.length) return value;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

/** Where the content of an extra field begins, or -1. */
function findExtra(extra: Buffer, wanted: number): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === wanted) return at + 4;
  }
  return -1;
}
