import { isTarHeader } from "./tar-header.ts";

/** The containers that are opened. */
export type ContainerKind = "zip" | "tar" | "gzip" | "bzip2" | "xz" | "zstd" | "brotli" | "pdf";

/** How many bytes of a blob's beginning tell what it is. */
export const SNIFF_BYTES = 512;

/** What the containers above begin with, and what an archive may stand behind, but for tar and brotli: by the first byte. */
const MAY_BEGIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte & 0xf0) === 0x50 || [0x1f, 0x42, 0xfd, 0x28, 0x25, 0x4d, 0x23, 0x7f].includes(byte) ? 1 : 0,
);

/** Whether a closer look at the first `count` of `bytes` is worth it: for nearly no text. Asked of every file. */
export function mayBeContainer(bytes: Uint8Array, count: number, name: string): boolean {
  const mayBeTar = count >= SNIFF_BYTES && (bytes[154] === 0 || bytes[155] === 0);
  return MAY_BEGIN[bytes[0] ?? 0] === 1 || mayBeTar || name.endsWith(".br");
}

/**
 * What a blob is by its first bytes, `SNIFF_BYTES` of them or all; `null` for no container. Brotli alone
 * has no signature and goes by its name.
 */
export function sniffContainer(head: Uint8Array, name: string | null): ContainerKind | null {
  switch (head[0]) {
    case 0x50: // P
      if (isAt(head, 0, "PK\x03\x04") || isAt(head, 0, "PK\x05\x06") || isAt(head, 0, "PK\x07\x08PK")) return "zip";
      break;
    case 0x1f:
      if (head[1] === 0x8b && head[2] === 8) return "gzip";
      break;
    case 0x42: // B
      if (isAt(head, 0, "BZh") && (isAt(head, 4, "1AY&SY") || isAt(head, 4, "\x17rE8P\x90"))) return "bzip2";
      break;
    case 0xfd:
      if (isAt(head, 0, "\xfd7zXZ\0")) return "xz";
      break;
    case 0x28: // (
      if (isAt(head, 0, "\x28\xb5\x2f\xfd")) return "zstd";
      break;
    case 0x25: // %
      if (isAt(head, 0, "%PDF-")) return "pdf";
      break;
  }
  // A frame to be passed over, as in front of what pzstd makes.
  if (head[1] === 0x2a && isAt(head, 2, "\x4d\x18") && ((head[0] ?? 0) & 0xf0) === 0x50) return "zstd";
  if (isTarHeader(head)) return "tar";
  return name?.endsWith(".br") === true && head.length > 0 ? "brotli" : null;
}

/** The end of a zip's directory, without a comment. */
export const ZIP_END_BYTES = 22;

/** Whether a blob's last `ZIP_END_BYTES` are those of a zip without a comment. */
export function endsAsZip(end: Uint8Array): boolean {
  return end.length === ZIP_END_BYTES && isAt(end, 0, "PK\x05\x06");
}

/** Whether an archive may stand at the end of such a blob: a program or script that extracts itself. */
export function mayEndAsZip(head: Uint8Array): boolean {
  return isAt(head, 0, "MZ") || isAt(head, 0, "#!") || isAt(head, 0, "\x7fELF");
}

function isAt(bytes: Uint8Array, start: number, latin1: string): boolean {
  for (let i = 0; i < latin1.length; i++) if (bytes[start + i] !== latin1.charCodeAt(i)) return false;
  return true;
}
