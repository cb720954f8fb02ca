/** The name of a field, read for what it says. */
export interface FieldName {
  /** As it stands: `KAFKA_API_SECRET`. */
  readonly text: string;
  /** What such a field holds. */
  readonly role: "id" | "secret" | null;
  /** Its words in small letters, role words included. */
  readonly words: readonly string[];
  /** What is left without the words that tell the role, as it is written: equal for the two halves of a pair. */
  readonly stem: string;
  /** The words of that which tell one pair from another. */
  readonly specific: readonly string[];
}

/** Reads a name of any style: `sasl.username`, `SaslUserName`, `KAFKA_API_KEY`, `--api-key`, `API Key`. */
export function readName(text: string): FieldName {
  const written: readonly string[] = text.match(WORD) ?? [];
  const words = written.map((word) => word.toLowerCase());
  const stems = words.map((word) => word.replace(ROLE_ENDING, ""));
  const isStem = (word: string): boolean => word !== "" && !ROLES.has(word);
  const specific = stems.filter((word) => isStem(word) && !UNSPECIFIC.has(word));
  const stem = stems.flatMap((word, at) => (isStem(word) ? [written[at]?.slice(0, word.length)] : [])).join(" ");
  return { text, role: roleOf(words), words, stem, specific };
}

/**
 * How well an ID's and a secret's name go together: 2 for the same words besides those that tell the role, 1 where one
 * says less than the other (`key` and `kafka_secret`), 0 where each says something else (`sr_key` and `kafka_secret`).
 */
export function likenessOf(id: FieldName, secret: FieldName): 0 | 1 | 2 {
  const isWithin = (a: FieldName, b: FieldName): boolean => a.specific.every((word) => b.specific.includes(word));
  const [isLess, isMore] = [isWithin(id, secret), isWithin(secret, id)];
  if (isLess && isMore) return 2;
  return isLess || isMore ? 1 : 0;
}

/** Whether a field of this name holds the seed of one-time passwords, which is base32 as well. */
export function isSeed({ words }: FieldName): boolean {
  return words.some((word) => SEED_WORD.test(word));
}

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;
const SECRET_WORD = /(?:secret|password|passwd|passphrase|pass|pwd)s?$|^(?:psw|pw)$/;
const ID_WORD = /(?:key|user|username|login|principal|id)s?$|^(?:client|account|identifier|usr)$/;
/** Names that end so hold an ID though they speak of a secret: `client_secret_id`. */
const ID_ENDING = /^(?:id|user|username|usr)$/;
/** The end of a word that tells the role, in names without borders between their words: `apikey`. */
const ROLE_ENDING =
  /(?:secret|password|passwd|passphrase|pass|pwd|username|user|login|principal|(?:key|user)?id|key)s?$/;
const ROLES: ReadonlySet<string> = new Set(
  "id ids client account identifier usr uid pass pwd psw pw name value".split(" "),
);
/** Words that stand in one half's name and not in the other's, of the same pair. */
const UNSPECIFIC: ReadonlySet<string> = new Set(
  "api access sasl plain auth basic authentication credential credentials e x export set env var config the my our your is".split(
    " ",
  ),
);
const SEED_WORD = /^(?:otp|totp|hotp|mfa|2fa|seed|authenticator)$/;

function roleOf(words: readonly string[]): "id" | "secret" | null {
  const last = words.at(-1) ?? "";
  if (words.some((word) => SECRET_WORD.test(word)) && !ID_ENDING.test(last)) return "secret";
  return words.some((word) => ID_WORD.test(word)) ? "id" : null;
}
