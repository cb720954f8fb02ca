import { sha256Hex } from "./codec/sha256.ts";
import type { Match, Sighting } from "./model/match.ts";
import type { Origin } from "./model/origin.ts";
import { judgeLegacy } from "./pair/legacy.ts";
import { pairKeys, type PairingInput } from "./pair/pairing.ts";

/** Secrets that somebody already knows of, by the SHA-256 of their characters, in lower-case hex. */
export type KnownSecrets = ReadonlySet<string>;

const NONE: KnownSecrets = new Set();

/** What a match is, and which keys it belongs to; `null` for a shape that is nothing. */
export function sight(origin: Origin, match: Match, known: KnownSecrets = NONE): Sighting | null {
  const { kind, contexts, encodings } = match;
  const input = { contexts, encodings, path: origin.path, members: origin.members ?? [] };
  if (kind === "credential") return toSighting(origin, match, { kind, confidence: "likely" }, null);
  if (kind === "key-id") return toSighting(origin, match, { kind, confidence: "proven" }, null);
  if (kind === "shape") return sightShape(origin, match, input, known);
  const confidence = kind === "proven" ? "proven" : "possible";
  return toSighting(origin, match, { kind, confidence }, input);
}

function sightShape(origin: Origin, match: Match, input: PairingInput, known: KnownSecrets): Sighting | null {
  if (known.size > 0 && known.has(match.secret.hashWith(sha256Hex))) {
    return toSighting(origin, match, { kind: "known", confidence: "proven" }, input);
  }
  const pairing = pairKeys(input);
  const { confidence, evidence } = judgeLegacy(input, pairing);
  if (confidence === null) return null;
  const { keyIds, isSure } = pairing;
  return { ...toSighting(origin, match, { kind: "legacy", confidence }, null), evidence, keyIds, isSure };
}

function toSighting(
  origin: Origin,
  { span, encodings, textBefore, textWithin, secret, connection }: Match,
  what: Pick<Sighting, "kind" | "confidence">,
  input: PairingInput | null,
): Sighting {
  const { keyIds, isSure } = input === null ? { keyIds: [], isSure: false } : pairKeys(input);
  return {
    origin,
    ...what,
    evidence: [],
    offsetBytes: span.start,
    encodings,
    textBefore,
    textWithin,
    secret,
    keyIds,
    isSure,
    connection,
    lineHash: null,
  };
}
