import { crc32 } from "node:zlib";
import { Expansion, type Budget } from "./bounds.ts";
import {
  attempt,
  ENDS_EARLY,
  type ContainerReader,
  type Decoder,
  type MemberSink,
  type MemberWriter,
  type Take,
} from "./container.ts";
import { joinBytes } from "./input-buffer.ts";
import {
  isDeflated,
  isZipFolder,
  LOCAL_BYTES,
  localHeaderBytes,
  opaque,
  readLocalEntry,
  SIGNATURE,
  ZipDecoders,
  type ZipEntry,
} from "./zip-format.ts";
import type { ZlibDecoder } from "./zlib-decoder.ts";

const PIECE_BYTES = 64 * 1024;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Reads a zip by the headers of its members, as they come: one that was cut off, or is too large to
 * be held. What has no length in front is read if its data says where it ends; other data is passed over.
 */
export class ZipStreamReader implements ContainerReader {
  readonly #sink: MemberSink;
  readonly #budget: Budget;
  readonly #decoders = new ZipDecoders();
  /** `search` looks for the next header, `data` has a known length, `deflate` has its own end. */
  #state: "search" | "header" | "data" | "deflate" | "over" = "search";
  #held: Buffer = NOTHING;
  #dataBytes = 0;
  #member: { readonly entry: ZipEntry; readonly writer: MemberWriter; readonly expansion: Expansion } | null = null;
  #crc = 0;
  #decoder: Decoder | null = null;
  #inflate: ZlibDecoder | null = null;

  constructor(sink: MemberSink, budget: Budget) {
    this.#sink = sink;
    this.#budget = budget;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && this.#state !== "over"; at += PIECE_BYTES) {
      let rest: Uint8Array | null = bytes.subarray(at, at + PIECE_BYTES);
      while (rest !== null && rest.length > 0) rest = this.#step(rest);
    }
  }

  end(): void {
    if (this.#member !== null) this.#endMember(ENDS_EARLY);
    // The directory is the only proof that no member is missing.
    if (this.#state !== "over") this.#sink.fail(opaque(ENDS_EARLY));
    this.#state = "over";
  }

  /** What is left of `bytes`, or `null` where more are needed. */
  #step(bytes: Uint8Array): Uint8Array | null {
    switch (this.#state) {
      case "search":
        return this.#search(bytes);
      case "header":
        return this.#readHeader(bytes);
      case "data":
        return this.#readData(bytes);
      case "deflate":
        return this.#readDeflate(bytes);
      case "over":
        return null;
    }
  }

  #search(bytes: Uint8Array): Uint8Array | null {
    const all = joinBytes(this.#held, bytes);
    this.#held = NOTHING;
    for (let at = all.indexOf("PK"); at !== -1; at = all.indexOf("PK", at + 1)) {
      if (at + 4 > all.length) {
        this.#held = Buffer.from(all.subarray(at));
        return null;
      }
      const signature = all.readUInt32LE(at);
      if (signature === SIGNATURE.local) {
        this.#state = "header";
        return all.subarray(at);
      }
      if (signature === SIGNATURE.central || signature === SIGNATURE.end || signature === SIGNATURE.end64) {
        this.#state = "over";
        return null;
      }
    }
    if (all.at(-1) === 0x50) this.#held = Buffer.from("P");
    return null;
  }

  #readHeader(bytes: Uint8Array): Uint8Array | null {
    const all = joinBytes(this.#held, bytes);
    const length = all.length < LOCAL_BYTES ? Infinity : localHeaderBytes(all);
    if (length > all.length) {
      this.#held = Buffer.from(all);
      return null;
    }
    this.#held = NOTHING;
    const entry = readLocalEntry(all);
    this.#state = "search";
    if (entry !== null) this.#begin(entry);
    return all.subarray(entry === null ? 4 : length);
  }

  #begin(entry: ZipEntry): void {
    const hasLength = !entry.hasDescriptor || entry.compressedBytes > 0;
    if (hasLength) {
      this.#state = entry.compressedBytes > 0 ? "data" : "search";
      this.#dataBytes = entry.compressedBytes;
    } else if (isDeflated(entry)) {
      this.#inflate = this.#decoders.inflate;
      this.#state = "deflate";
    }
    if (isZipFolder(entry) && entry.compressedBytes === 0) {
      this.#state = "search";
      return;
    }
    const decoder = this.#decoders.forEntry(entry);
    if ("reason" in decoder) this.#sink.fail(decoder);
    else if (this.#state === "search" && !hasLength) this.#sink.fail(opaque("its length is not known", entry.name));
    else this.#beginMember(entry, decoder);
  }

  #beginMember(entry: ZipEntry, decoder: Decoder): void {
    const writer = this.#sink.begin(entry.name);
    if (writer === null) return;
    this.#decoder = decoder;
    this.#member = { entry, writer, expansion: new Expansion(writer, this.#budget) };
    this.#crc = 0;
    if (this.#state === "search") this.#endMember(null);
  }

  #readData(bytes: Uint8Array): Uint8Array {
    const data = bytes.subarray(0, Math.min(bytes.length, this.#dataBytes));
    this.#dataBytes -= data.length;
    this.#decode(data, (decoder, take) => decoder.push(data, take));
    if (this.#dataBytes === 0) {
      this.#decode(NOTHING, (decoder, take) => decoder.end(take));
      const isRight = this.#member?.entry.hasDescriptor !== false || this.#crc === this.#member.entry.crc;
      this.#endMember(isRight ? null : "its checksum is wrong");
      this.#state = "search";
    }
    return bytes.subarray(data.length);
  }

  #readDeflate(bytes: Uint8Array): Uint8Array | null {
    const inflate = this.#inflate;
    let used = 0;
    this.#member?.expansion.read(bytes.length);
    const take = this.#member?.expansion.take ?? (() => true);
    const damage = attempt(() => {
      used = inflate?.decode(bytes, take) ?? 0;
    });
    if (damage !== null || this.#member?.expansion.isStopped === true) {
      // Where the member ends is not known any more: the next header is looked for from here.
      this.#endMember(damage?.message ?? null);
      this.#state = "search";
      return bytes.subarray(used);
    }
    if (inflate?.isDone !== true) return null;
    this.#endMember(null);
    this.#state = "search";
    return bytes.subarray(used);
  }

  #decode(data: Uint8Array, step: (decoder: Decoder, take: Take) => void): void {
    const member = this.#member;
    const decoder = this.#decoder;
    if (member === null || decoder === null) return;
    member.expansion.read(data.length);
    const take: Take = (output) => {
      this.#crc = crc32(output, this.#crc);
      return member.expansion.take(output);
    };
    const damage = attempt(() => step(decoder, take));
    if (damage !== null || member.expansion.isStopped) this.#endMember(damage?.message ?? null);
  }

  #endMember(detail: string | null): void {
    const member = this.#member;
    this.#member = null;
    this.#decoder = null;
    if (member === null) return;
    const { problem, isStopped } = member.expansion;
    if (problem !== null) this.#sink.fail({ ...problem, member: member.entry.name });
    else if (detail !== null) this.#sink.fail(opaque(detail, member.entry.name));
    member.writer.end(problem === null && detail === null && !isStopped);
  }
}
