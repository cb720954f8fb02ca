import { previewOf } from "../model/secret.ts";
import { isChecksumRight, SECRET_CHARACTERS } from "./checksum.ts";

/** A text in which every secret is cut down to its preview: names and arguments may hold one too. */
export function maskSecrets(text: string): string {
  const starts = [...text.matchAll(/(?=cflt[A-Za-z0-9+/]{60})/g)].map(({ index }) => index);
  const secrets = starts.map((at) => text.slice(at, at + SECRET_CHARACTERS)).filter(isChecksumRight);
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, previewOf(secret)), text);
}
