import { hasSecretShape, isChecksumRight, PREFIX, SECRET_CHARACTERS } from "./codec/checksum.ts";
import { previewOf } from "./model/secret.ts";

/** What a string is, seen as a Confluent Cloud API secret. */
export type CheckVerdict =
  "secret" | "wrong-checksum" | "cut" | "too-long" | "wrong-alphabet" | "legacy-shape" | "no-secret";

/** The verdict on one candidate, and the reason in words. Holds no more of the candidate than its preview. */
export interface CheckResult {
  readonly verdict: CheckVerdict;
  readonly preview: string;
  readonly reason: string;
}

const REASONS: Readonly<Record<CheckVerdict, string>> = {
  secret: "a Confluent Cloud API secret: prefix, length, alphabet and checksum are right",
  "wrong-checksum": "no secret: it has the shape of one, but its checksum is wrong; edited, mistyped, or made up",
  cut: "no secret: it is too short; perhaps one that was cut",
  "too-long": "no secret: it is too long; perhaps one with something behind it",
  "wrong-alphabet": "no secret: only A-Z, a-z, 0-9, + and / can stand in one",
  "legacy-shape":
    "unknown: 64 characters without the prefix cflt; secrets from before 30 July 2025 look so, and carry no checksum",
  "no-secret": "no secret: it does not begin with cflt",
};

const ALPHABET = /^[A-Za-z0-9+/]*$/;

/**
 * Says whether `candidate`, without anything around it, is a Confluent Cloud API secret, and why not.
 *
 * The right checksum is never told: that would turn a wrong guess into a secret.
 */
export function checkSecret(candidate: string): CheckResult {
  const verdict = judge(candidate);
  return { verdict, preview: previewOf(candidate), reason: REASONS[verdict] };
}

function judge(candidate: string): CheckVerdict {
  if (hasSecretShape(candidate)) return isChecksumRight(candidate) ? "secret" : "wrong-checksum";
  const isAlphabetOnly = ALPHABET.test(candidate);
  if (!candidate.startsWith(PREFIX)) {
    return isAlphabetOnly && candidate.length === SECRET_CHARACTERS ? "legacy-shape" : "no-secret";
  }
  if (!isAlphabetOnly) return "wrong-alphabet";
  return candidate.length < SECRET_CHARACTERS ? "cut" : "too-long";
}
