/**
 * The legacy secret and the key ID as regular expressions that RE2, Rust's regex, Hyperscan and JavaScript read
 * alike: no lookaround, no back-reference. Everything but the prefix format is judged by what stands around it.
 */

/** How many characters may lie between the two halves of a pair where a language counts characters. */
export const PAIR_GAP_CHARACTERS = 500;
/** The same where it counts lines: the halves stand 20 lines apart in a Terraform state. */
export const PAIR_GAP_LINES = 20;

/**
 * Bits a character that a rule may ask of a secret. Of 300,000 random legacy secrets none had less than 4.63; of
 * the new ones, whose prefix is fixed, a little less is asked. It keeps out placeholders such as cfltAAAA….
 */
export const LEAST_ENTROPY = 4;

/** A key's ID, which is base32; placeholders in documents are not, and stay out. */
export const KEY_ID = String.raw`\b[A-Z2-7]{16}\b`;

const CHARACTER = "[A-Za-z0-9+/]";
/** `-` stands before the hash of an SRI attribute, `.` and `_` within tokens. */
const NOT_BEFORE = String.raw`A-Za-z0-9+/_.-`;
/** `=` would be padding, so more than 64 characters. */
const NOT_AFTER = String.raw`A-Za-z0-9+/=_-`;

/**
 * What may stand in the next line behind a secret that ends its own: not more base64, since PEM files and wrapped
 * base64 have lines of 64 characters. A word of up to six letters (EOF, done), a key ID, or a character that no
 * base64 has.
 */
const NEXT_LINE = [
  String.raw`[\r\n]`,
  String.raw`(?:[a-z]{1,6}|[A-Z]{1,6}|[A-Z2-7]{16})\s`,
  "-{1,4}[^-]",
  `${CHARACTER}{1,63}-`,
  String.raw`${CHARACTER}{0,63}(?:[^A-Za-z0-9+/=\s-]|={1,2}[^=\s]|[ \t]+\S)`,
].join("|");

/** What may follow a secret in text that goes on behind it: a full stop, but none within a token (JWT). */
const BEFORE_MORE = String.raw`[^\r\n.${NOT_AFTER}]|\.[^A-Za-z0-9_-]|\r?\n[ \t]*(?:${NEXT_LINE})`;
/** What may follow where the text can end. Hyperscan takes `$` only where nothing follows it. */
const AFTER = String.raw`(?:${BEFORE_MORE}|\r?\n[ \t]*(?:[a-z]{1,6}|[A-Z]{1,6}|[A-Z2-7]{16})?$|\.?$)`;

/**
 * A legacy secret, captured, that is neither part of a longer run nor of wrapped base64. The match begins in the
 * secret's own line, since some scanners report where that is.
 */
export const LEGACY_SECRET_IN_LINE = String.raw`(?:(?m:^)|[^\n${NOT_BEFORE}])(${CHARACTER}{64})${AFTER}`;

/** A legacy secret in the fields of a form that adds what stands around by itself. */
export const LEGACY_PARTS = {
  secret: `${CHARACTER}{64}`,
  before: `[^${NOT_BEFORE}]`,
  after: String.raw`(?:[^.${NOT_AFTER}]|\.[^A-Za-z0-9_-])`,
} as const;

const GAP = String.raw`[\s\S]{0,${PAIR_GAP_CHARACTERS}}?`;

/** A key ID and, not far behind it, a legacy secret, captured. */
export const KEY_ID_THEN_SECRET = `${KEY_ID}${GAP}[^${NOT_BEFORE}](${CHARACTER}{64})${AFTER}`;

/** A legacy secret, captured, and a key ID not far behind it, be it all that the next line holds or assigns. */
export const SECRET_THEN_KEY_ID =
  `(?:^|[^${NOT_BEFORE}])(${CHARACTER}{64})` +
  String.raw`(?:(?:${BEFORE_MORE})${GAP}|\r?\n[ \t]*(?:${CHARACTER}{0,63}=)?)${KEY_ID}`;

/**
 * What 64 characters of the alphabet are if they are no legacy secret: text without a digit, a capital or a small
 * letter (hex, identifiers), a secret with the prefix, an Ed25519 or X25519 key in PEM, which is one line of 64. A
 * random secret is one of them once in 50,000.
 */
export const NOT_LEGACY = ["^[^0-9]+$", "^[^A-Z]+$", "^[^a-z]+$", "^cflt", "^MC4CAQAwBQYDK2V"] as const;
