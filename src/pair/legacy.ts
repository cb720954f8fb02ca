import type { Confidence } from "../model/confidence.ts";
import { LIKELY_SCORE, POSSIBLE_SCORE, scoreOf, type Evidence } from "../model/evidence.ts";
import type { MatchContext } from "../model/match.ts";
import type { Pairing, PairingInput } from "./pairing.ts";
import { findContradictions, isPlainLogin, namesConfluent } from "./surroundings.ts";

/** Whether 64 characters without prefix and checksum are a secret, and why. */
export interface LegacyJudgement {
  /** `null` where they are none, as far as anybody can tell. */
  readonly confidence: Exclude<Confidence, "proven"> | null;
  /** What speaks for and against it. */
  readonly evidence: readonly Evidence[];
}

/**
 * Judges a shape by what surrounds it and by the IDs that were found for it. Entropy alone never counts.
 * Source: notes/pairs.md#weights
 */
export function judgeLegacy(input: PairingInput, pairing: Pairing): LegacyJudgement {
  const { contexts } = input;
  const reasons = [...ofPairing(pairing), ...ofName(pairing), ...ofLogin(contexts, pairing)];
  // What surrounds it can only take away where there is something to take from.
  if (scoreOf(reasons) + scoreOf(["confluent-near"]) < POSSIBLE_SCORE) return NOTHING;
  const evidence = [...reasons, ...ofSurroundings(contexts), ...findContradictions(contexts, pairing)];
  return { confidence: confidenceOf(scoreOf(evidence)), evidence };
}

const NOTHING: LegacyJudgement = { confidence: null, evidence: [] };

function confidenceOf(score: number): LegacyJudgement["confidence"] {
  if (score >= LIKELY_SCORE) return "likely";
  return score >= POSSIBLE_SCORE ? "possible" : null;
}

const EVIDENCE_OF_TIE = {
  joined: "id-joined",
  row: "id-beside",
  adjacent: "id-beside",
  named: "id-named-alike",
  "file-name": "id-in-file-name",
  field: "id-field",
  near: "id-near",
  remark: "id-near",
} as const satisfies Record<NonNullable<Pairing["tie"]>, Evidence>;

function ofPairing({ tie, isStrong, isSure }: Pairing): readonly Evidence[] {
  if (tie === null) return [];
  if (isStrong) return [EVIDENCE_OF_TIE[tie]];
  return isSure ? ["weak-id-paired"] : [];
}

/** Names of what is Confluent's or Kafka's. */
const BRAND = /^(?:confluent|confluentcloud|ccloud|kafka|sasl)/;
/** Names that end in a role word, of what holds some other 64 characters. */
const FOREIGN =
  /^(?:jwt|session|sessions|cookie|cookies|csrf|xsrf|totp|otp|mfa|hmac|signing|sign|encryption|encrypt|aes|rsa|ssh|pgp|gpg|tls|ssl|webhook|oauth|oauth2|oidc|saml|nextauth|django|flask|rails|laravel|aws|s3|azure|gcp|google|github|gitlab|slack|stripe|twilio|sendgrid|openai|anthropic|npm|docker|datadog|sumo|segment|square|disqus|couchbase|nvapi|refresh|bearer|storage|cosmos|redis|postgres|postgresql|mysql|mongo|mongodb|salt|pepper|nonce|iv|cipher|ciphertext|encrypted|sealed|recovery|private|public)$/;
const HASH =
  /^(?:sha|sha1|sha256|sha384|sha512|md|md5|digest|checksum|checksums|integrity|hash|hashes|hashed|signature|signatures|sig|fingerprint|fingerprints|thumbprint|etag|cert|certs|certificate|certificates|crt|pem|modulus|pubkey|mac|commit|revision|blake|crc)$/;

function ofName({ secretName: name, tie, isStrong }: Pairing): readonly Evidence[] {
  if (name === null) return [];
  const { words, role } = name;
  // What a key ID is named as well, or joined to, is a key's, whatever else the names say: `GCP_KAFKA_API_KEY`.
  const isOfKey = isStrong && (tie === "named" || tie === "joined");
  if (!isOfKey && words.some((word) => HASH.test(word))) return ["hash-name"];
  if (!isOfKey && words.some((word) => FOREIGN.test(word))) return ["foreign-name"];
  if (role !== "secret") return [];
  return words.some((word) => BRAND.test(word)) ? ["secret-name", "confluent-name"] : ["secret-name"];
}

function ofLogin(contexts: readonly MatchContext[], { secretName }: Pairing): readonly Evidence[] {
  return secretName?.role === "secret" && contexts.some(isPlainLogin) ? ["plain-login"] : [];
}

function ofSurroundings(contexts: readonly MatchContext[]): readonly Evidence[] {
  return contexts.some(namesConfluent) ? ["confluent-near"] : [];
}
