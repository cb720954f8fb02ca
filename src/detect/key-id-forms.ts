import type { Encoding } from "../model/encoding.ts";
import { NO_ENCODINGS } from "./view.ts";

/** One way in which a key ID may be written: these bytes are the same whatever stands around it. */
export interface KeyIdForm {
  readonly bytes: Buffer;
  /** The key ID itself. */
  readonly secret: string;
  readonly encodings: readonly Encoding[];
}

/** Plain, in base64 at its three alignments, and with two bytes a character. */
export function formsOfKeyId(keyId: string): readonly KeyIdForm[] {
  const little = Buffer.from(keyId, "utf16le");
  // Both byte orders share all but the zeros at the ends.
  const wide = little.subarray(0, -1);
  return [
    { bytes: Buffer.from(keyId), secret: keyId, encodings: NO_ENCODINGS },
    ...[0, 1, 2].map((shift): KeyIdForm => ({ bytes: inBase64(keyId, shift), secret: keyId, encodings: ["base64"] })),
    { bytes: wide, secret: keyId, encodings: ["utf-16le"] },
  ];
}

/** The characters of base64 that depend on a text alone, if `shift` bytes stand before it. */
function inBase64(text: string, shift: number): Buffer {
  const bits = 8 * (shift + text.length);
  const encoded = Buffer.from(" ".repeat(shift) + text).toString("base64");
  return Buffer.from(encoded.slice(Math.ceil((8 * shift) / 6), Math.floor(bits / 6)));
}
