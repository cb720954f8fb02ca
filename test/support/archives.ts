import { crc32, deflateRawSync } from "node:zlib";
import { toBytePath } from "../../src/model/byte-path.ts";

const BLOCK_BYTES = 512;

/** An entry of a tar: a file, unless `type` says otherwise. */
export interface TarEntry {
  /** One byte a character. */
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly type?: string;
  /** What the header says, where that is not the content's length. */
  readonly sizeBytes?: number;
  readonly link?: string;
}

/** A tar in the plain ustar format, with the two empty blocks at its end. */
export function makeTar(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(tarEntry), Buffer.alloc(2 * BLOCK_BYTES)]);
}

/** What a pax header says: one record for each key. */
export function paxRecords(records: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    Object.entries(records).map(([key, value]) => {
      const rest = Buffer.from(` ${key}=${value}\n`);
      let length = rest.length + 1;
      while (rest.length + String(length).length !== length) length++;
      return Buffer.concat([Buffer.from(String(length)), rest]);
    }),
  );
}

function tarEntry({ name, content = "", type = "0", sizeBytes, link = "" }: TarEntry): Buffer[] {
  const data = bytesOf(content);
  const header = Buffer.alloc(BLOCK_BYTES);
  header.write(name, 0, 100, "latin1");
  header.write(["0000644", "0000000", "0000000", ""].join("\0"), 100, "latin1");
  header.write(`${(sizeBytes ?? data.length).toString(8).padStart(11, "0")}\0`, 124, "latin1");
  header.write("00000000000\0        ", 136, "latin1");
  header.write(type, 156, "latin1");
  header.write(link, 157, 100, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return [header, data, Buffer.alloc((BLOCK_BYTES - (data.length % BLOCK_BYTES)) % BLOCK_BYTES)];
}

/** A member of a zip: deflated, unless `isStored`. */
export interface ZipMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  /** Whether the sizes stand behind the data, as in a zip that was written to a pipe. */
  readonly hasDescriptor?: boolean;
  readonly flags?: number;
  readonly method?: number;
}

/** A zip with its directory. */
export function makeZip(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, central } = zipMember(member, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...centrals, zipEnd(members.length, Buffer.concat(centrals).length, offset)]);
}

/** The end of a zip's directory. */
export function zipEnd(members: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members, 8);
  end.writeUInt16LE(members, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A member's local part, data included, and its entry in the directory. */
export function zipMember(member: ZipMember, offset: number): { local: Buffer; central: Buffer } {
  const name = Buffer.from(toBytePath(member.name), "latin1");
  const content = bytesOf(member.content);
  const data = member.isStored ? content : deflateRawSync(content);
  const flags = (member.flags ?? 0) | (member.hasDescriptor ? 8 : 0);
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(flags, 2);
  fixed.writeUInt16LE(member.method ?? (member.isStored ? 0 : 8), 4);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(data.length, 4);
  sizes.writeUInt32LE(content.length, 8);
  sizes.copy(fixed, 10);
  fixed.writeUInt16LE(name.length, 22);
  const localFixed = Buffer.from(fixed);
  if (member.hasDescriptor) localFixed.fill(0, 10, 22);
  const descriptor = member.hasDescriptor ? [Buffer.from("PK\x07\x08", "latin1"), sizes] : [];
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), localFixed, name, data, ...descriptor]),
    central: Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fixed, tail, name]),
  };
}

function bytesOf(content: string | Uint8Array): Buffer {
  return typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
}
