import { previewOf } from "../model/secret.ts";
import { isChecksumRight, SECRET_CHARACTERS } from "./checksum.ts";

/**
 * A text in which every secret is cut down to its preview: names and arguments may hold one too. So is what may be one
 * from before there was a checksum: 64 free characters with a capital, a small letter and a digit.
 */
export function maskSecrets(text: string): string {
  const starts = [...text.matchAll(/(?=cflt[A-Za-z0-9+/]{60})/g)].map(({ index }) => index);
  const secrets = starts.map((at) => text.slice(at, at + SECRET_CHARACTERS)).filter(isChecksumRight);
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, previewOf(secret)), text);
  return masked.replaceAll(FREE_RUN, (run) => (isMixed(run) ? previewOf(run) : run));
}

const FREE_RUN = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{64}(?![A-Za-z0-9+/])/g;

/** A path has few capitals and digits, and several slashes. */
function isMixed(run: string): boolean {
  const count = (kind: RegExp): number => run.replaceAll(kind, "").length;
  return /[a-z]/.test(run) && count(/[^A-Z]/g) > 4 && count(/[^0-9]/g) > 0 && count(/[^+/]/g) <= 9;
}
