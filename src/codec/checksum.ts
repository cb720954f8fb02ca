import { crc32 } from "./crc32.ts";

/**
 * A new secret is a prefix, a body, and the body's checksum: 4 + 54 + 6 characters.
 * Source: notes/secret-format.md#format
 */
export const PREFIX = "cflt";
/** The length of a secret, new or old. Source: notes/secret-format.md#format */
export const SECRET_CHARACTERS = 64;
const BODY_END = 58;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SHAPE = /^cflt[A-Za-z0-9+/]{60}$/;

/** Whether `text` has a new secret's prefix, length and alphabet. Its checksum may still be wrong. */
export function hasSecretShape(text: string): boolean {
  return SHAPE.test(text);
}

/** Whether the last 6 characters of `secret`, which has the shape of one, are the checksum of its body. */
export function isChecksumRight(secret: string): boolean {
  return secret.endsWith(checksumOf(secret.slice(PREFIX.length, BODY_END)));
}

/**
 * The 6 characters that belong behind a 54-character body: its CRC-32 as four little-endian bytes,
 * in base64 without padding. The last one carries 2 bits, so it is one of `A`, `Q`, `g` and `w`.
 * Source: notes/secret-format.md#checksum
 */
export function checksumOf(body: string): string {
  const crc = crc32(body);
  // Base64 reads bits from the first byte's top: the little-endian bytes make one big-endian number.
  const first = ((crc & 0xff) << 16) | (crc & 0xff00) | ((crc >>> 16) & 0xff);
  const last = crc >>> 24;
  return (
    digit(first >> 18) + digit(first >> 12) + digit(first >> 6) + digit(first) + digit(last >> 2) + digit(last << 4)
  );
}

function digit(bits: number): string {
  return ALPHABET.charAt(bits & 63);
}
