import { between, choose } from "./encoders.ts";
import { makeKeyId, makeText, type Random } from "./secrets.ts";

/** How many key IDs that belong to nothing are planted beside a pair. */
export const DECOYS = 2;

const ORGANIZATION = "b0b21724-4586-4a07-b787-d0bb5aacbf87";
const DIGITS = "0123456789";

type Sentence = (id: string) => string;
type Sentences = readonly [Sentence, ...Sentence[]];

/** What people note about a key beside another one. */
const NOTES: Sentences = [
  (id) => `old key: ${id} (deleted)`,
  (id) => `rotated 2026-03-02, was ${id}`,
  (id) => `replaces ${id}`,
  (id) => `previous key ${id}, revoked`,
  (id) => `staging uses ${id} instead`,
  (id) => `do not use ${id} any more`,
];

/** What names a key by its address. */
const ADDRESSES: Sentences = [
  (id) => `former key: crn://confluent.cloud/organization=${ORGANIZATION}/service-account=sa-7x2k9q/api-key=${id}`,
  (id) => `revoked: https://api.confluent.cloud/iam/v2/api-keys/${id}`,
];

const AUDIT_LINES: Sentences = [
  (id) => `2026-03-01T08:14:22.114Z kafka.Authentication principal=u-lq1dr3 apiKey=${id} status=SUCCESS`,
  (id) => `io.confluent.cloud/apikey DeleteAPIKey {"resourceName":"crn://confluent.cloud/api-key=${id}"} by u-lq1dr3`,
];

/** A remark about another key, as may stand above or below a pair: `count` says how many IDs are in it, one or two. */
export function sayOtherKey(count: number, random: Random): string {
  const id = makeKeyId(random);
  if (count === 1) return choose(choose([NOTES, ADDRESSES, AUDIT_LINES], random), random)(id);
  const list = `${id}, ${makeKeyId(random)}`;
  return choose([`other keys of sa-7x2k9q: ${list}`, `deleted last week: ${list}`], random);
}

/** A remark about another key that cannot be read as naming the key of the secret below it. */
export function sayFormerKey(random: Random): string {
  return choose(random() < 0.7 ? NOTES : ADDRESSES, random)(makeKeyId(random));
}

/** The words of what another entry is named, none of which a shape has for its own. */
export function drawOtherEntry(random: Random): readonly string[] {
  return [choose(["metrics", "billing", "staging", "backup", "ksqldb"], random)];
}

/** What stands where a secret is kept elsewhere or was masked; no secret. */
export function drawAbsentSecret(random: Random): string {
  return choose(["${OTHER_API_SECRET}", "********", "see-vault"], random);
}

/** A remark about something else, without any key ID, and at most so long. */
export function sayAnything(maxLength: number, random: Random): string {
  const words: string[] = [];
  while (words.join(" ").length < maxLength) words.push(choose(WORDS, random));
  return words.join(" ").slice(0, maxLength).trim();
}

const WORDS = ["cluster", "of", "the", "orders", "team", "ask", "platform", "first", "see", "page", "nightly"] as const;

/** A field that has nothing to do with the pair: the words of its name, and its value. */
export function drawOtherField(random: Random): readonly [readonly string[], string] {
  const number = makeText(random, DIGITS, between(1, 4, random));
  return choose<readonly [readonly string[], string]>(
    [
      [["client", "id"], "orders-service"],
      [["acks"], "all"],
      [["security", "protocol"], "SASL_SSL"],
      [["sasl", "mechanism"], "PLAIN"],
      [["linger", "ms"], number],
      [["retries"], number],
      [["bootstrap", "servers"], "pkc-abc12.us-east-2.aws.confluent.cloud:9092"],
      [["group", "id"], "orders-consumer"],
      [["tag"], "x"],
    ],
    random,
  );
}
