import { ID_CHARACTERS, kindOfId } from "./key-id.ts";
import { isMixed, SECRET_CHARACTERS } from "./secret-run.ts";

/** The ID or the secret that a run of base64 or hexadecimal is, with or without a line end behind it; `null` where it is neither. */
export function decodeHalf(run: string): string | null {
  const isHex = HEX_CHARACTERS.has(run.length) && /^[0-9A-Fa-f]*$/.test(run);
  if (!isHex && !BASE64_CHARACTERS.has(run.length)) return null;
  const decoded = Buffer.from(run, isHex ? "hex" : "base64")
    .toString("latin1")
    .replace(/\r?\n$/, "");
  return isHalf(decoded) ? decoded : null;
}

/** How many characters 16 and 64 are in base64, without its padding: alone, with LF, with CRLF. */
const BASE64_CHARACTERS: ReadonlySet<number> = new Set([22, 23, 24, 86, 87, 88]);
/** And in hexadecimal. */
const HEX_CHARACTERS: ReadonlySet<number> = new Set([32, 34, 36, 128, 130, 132]);

function isHalf(text: string): boolean {
  if (text.length === ID_CHARACTERS) return kindOfId(text) !== null;
  return text.length === SECRET_CHARACTERS && /^[A-Za-z0-9+/]*$/.test(text) && isMixed(text);
}
