/**
 * What speaks for and against 64 characters without prefix and checksum being a secret, and how much.
 *
 * The texts are printed under `--explain`. One strong reason is as much as `LIKELY_SCORE`; what shows that
 * it is something else (-10) outweighs everything together. Source: notes/pairs.md#weights
 */
export const EVIDENCE = {
  "id-joined": { weight: 3, text: "a key ID is joined to it by a colon" },
  "id-beside": { weight: 3, text: "a key ID stands beside it, with nothing but separators between" },
  "id-named-alike": {
    weight: 3,
    text: "a key ID stands in a field of the same object or statement, named like its own",
  },
  "id-in-file-name": { weight: 2, text: "the file is named for a key ID" },
  "id-field": { weight: 2, text: "a field close by holds a key ID" },
  "id-near": { weight: 1, text: "a key ID stands close by" },
  "weak-id-paired": { weight: 2, text: "16 capitals and digits, as a key ID in documentation has, are paired with it" },
  "secret-name": { weight: 1, text: "its field is named as a secret's" },
  "confluent-name": { weight: 2, text: "that name speaks of Confluent, Kafka or SASL" },
  "plain-login": { weight: 2, text: "it is the password of Kafka's PLAIN login" },
  "confluent-near": {
    weight: 1,
    text: "a host or a resource of Confluent Cloud, or Confluent itself, is named close by",
  },
  "foreign-name": { weight: -6, text: "its field is named for something else: a session, a token, another vendor" },
  "hash-name": { weight: -6, text: "its field is named as a hash, a signature or a certificate" },
  "foreign-user": { weight: -3, text: "the user that its field belongs to is no key ID" },
  wrapped: { weight: -10, text: "it is a line of wrapped base64 or of a PEM block" },
  "longer-text": {
    weight: -10,
    text: "it is a part of a longer text: an integrity hash, a token, a path, padded base64",
  },
  encrypted: { weight: -10, text: "it is encrypted" },
  template: { weight: -10, text: "it is a name within a template" },
} as const satisfies Record<string, { readonly weight: number; readonly text: string }>;

/** A reason's name in reports. */
export type Evidence = keyof typeof EVIDENCE;

/** A legacy finding is `likely` from this score on. */
export const LIKELY_SCORE = 3;

/** A legacy finding is `possible` from this score on, and nothing below it. */
export const POSSIBLE_SCORE = 2;

/** The sum of what all of it weighs. */
export function scoreOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, one) => sum + EVIDENCE[one].weight, 0);
}
