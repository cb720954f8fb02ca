import type { Encoding } from "../../src/model/encoding.ts";
import type { MatchContext } from "../../src/model/match.ts";
import type { PairingInput } from "../../src/pair/pairing.ts";
import { makeKeyId, makeLegacySecret, seeded } from "../support/secrets.ts";

/** As much of a text around a secret as the detector hands out. */
const CONTEXT_BYTES = 1_232;

/** What stands for what in a shape: IDs and secrets by a capital each. */
export type Cast = Readonly<Record<string, string>>;

/** Draws three IDs (K is the secret's own, D and E are others'), three secrets (S is the one in question) and a line. */
export function drawCast(seed: number): Cast {
  const random = seeded(seed);
  const [K, D, E] = [makeKeyId(random), makeKeyId(random), makeKeyId(random)];
  const [S, T, U, L] = Array.from({ length: 4 }, () => makeLegacySecret(random));
  return { K, D, E, S: S ?? "", T: T ?? "", U: U ?? "", L: L ?? "" };
}

/** A shape with its cast in it: `{K}` is the ID K. */
export function play(shape: string, cast: Cast): string {
  return shape.replaceAll(/\{([A-Z])\}/g, (_, role: string) => cast[role] ?? "");
}

/** What `pairKeys` is given for a text that holds a secret: plainly, percent-encoded, in base64, or in pieces. */
export function inputFor(text: string, secret: string): PairingInput {
  const { contexts, encodings } = readText(text, secret);
  return { contexts, encodings, path: null, members: [] };
}

function readText(text: string, secret: string): { contexts: MatchContext[]; encodings: Encoding[] } {
  if (text.includes(secret)) return { contexts: [around(text, secret)], encodings: [] };
  const percent = encodeURIComponent(secret);
  if (text.includes(percent)) {
    const decoded = text.replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { contexts: [around(decoded, secret), around(text, percent)], encodings: ["percent"] };
  }
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{64,}=*/g)) {
    const decoded = Buffer.from(run, "base64").toString("latin1");
    if (decoded.includes(secret))
      return { contexts: [around(decoded, secret), around(text, run)], encodings: ["base64"] };
  }
  const start = text.indexOf(secret.slice(0, 13));
  const end = text.indexOf(secret.slice(46)) + secret.length - 46;
  return { contexts: [around(text, text.slice(start, end))], encodings: ["split"] };
}

function around(text: string, part: string): MatchContext {
  const start = text.indexOf(part);
  const end = start + part.length;
  return { before: text.slice(Math.max(0, start - CONTEXT_BYTES), start), after: text.slice(end, end + CONTEXT_BYTES) };
}
