import { checksumOf, hasSecretShape, isChecksumRight, PREFIX, SECRET_CHARACTERS } from "./codec/checksum.ts";
import { groupFindings } from "./findings.ts";
import type { Finding } from "./model/finding.ts";
import { previewOf, Secret } from "./model/secret.ts";
import { PushedBlob } from "./scan-blob.ts";

/** What a line is, seen as a Confluent Cloud API secret. */
export type CheckVerdict =
  "secret" | "wrong-checksum" | "cut" | "too-long" | "wrong-alphabet" | "wrong-case" | "legacy-shape" | "no-secret";

/** The verdict on one line, and the reason in words. Holds no more of what was checked than a preview. */
export interface CheckResult {
  readonly verdict: CheckVerdict;
  readonly preview: string;
  readonly reason: string;
}

const BODY_END = 58;
const ALPHABET = /^[A-Za-z0-9+/]*$/;
/** What is easily copied along with a secret. */
const MARK = /[\s"'`,;()[\]{}<>]/;
/** A candidate in other text, with the characters that may have got into it. */
const CANDIDATE = /(?<![A-Za-z0-9+/])cflt[^\s"'`,;()[\]{}<>&|\\]*/i;
const KEY_ID_BEFORE = /^[A-Z0-9]{16}:/;

/**
 * Says whether `line` is a Confluent Cloud API secret, plain, encoded or in other text, and why not.
 *
 * The right checksum is never told: that would turn a wrong guess into a secret.
 */
export function checkSecret(line: Uint8Array): CheckResult {
  const text = Buffer.from(line).toString("utf8").trim();
  const bare = withoutMarks(text);
  const [found, ...others] = findSecrets(line);
  if (found === undefined) {
    const candidate = CANDIDATE.exec(bare)?.[0] ?? bare.replace(KEY_ID_BEFORE, "");
    return { ...judge(candidate), preview: previewOf(candidate) };
  }
  if (isPlain(found) && bare.length > SECRET_CHARACTERS && ALPHABET.test(bare)) {
    const start = found.occurrences[0].offsetBytes - Buffer.from(line).indexOf(bare);
    return { verdict: "too-long", preview: previewOf(bare), reason: describeExcess(bare, start) };
  }
  const reason = `a Confluent Cloud API secret${describeForm(found, text, bare)}${describeCompany(found, others)}`;
  return { verdict: "secret", preview: found.secret.preview, reason };
}

function findSecrets(line: Uint8Array): Finding[] {
  const blob = new PushedBlob({ source: "stdin", path: null, blob: null }, { wantsLineHash: false, detection: PROVEN });
  blob.push(line);
  return groupFindings(blob.end().sightings, PROVEN.minConfidence);
}

/** What has no checksum is judged by what stands around it, of which a line has little. */
const PROVEN = { minConfidence: "proven" } as const;

/** What is left between the marks; a regular expression for both ends would take quadratic time. */
function withoutMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && MARK.test(text.charAt(start))) start++;
  while (end > start && MARK.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function isPlain(found: Finding): boolean {
  return found.occurrences[0].encodings.length === 0;
}

/** What of a run that is too long would have to go. */
function describeExcess(run: string, start: number): string {
  const rest = run.length - start - SECRET_CHARACTERS;
  const without = (which: string, n: number): string => `without its ${which} ${charactersOf(n)} it is one`;
  if (start > 0 && rest > 0) return `no secret: it is too long; ${SECRET_CHARACTERS} characters within it are one`;
  return `no secret: it is too long; ${start > 0 ? without("first", start) : without("last", rest)}`;
}

function describeForm(found: Finding, text: string, bare: string): string {
  const { encodings } = found.occurrences[0];
  if (encodings.length > 0) {
    return `, encoded: ${encodings.join(", ")}${encodings.length > 1 ? " (outermost first)" : ""}`;
  }
  if (found.secret.equals(new Secret(text))) return ": prefix, length, alphabet and checksum are right";
  return found.secret.equals(new Secret(bare)) ? ", without the marks around it" : ", in other text";
}

function describeCompany({ keyIds }: Finding, others: readonly Finding[]): string {
  const ids = keyIds.length === 0 ? "" : `; key ID${keyIds.length > 1 ? "s" : ""} beside it: ${keyIds.join(", ")}`;
  return others.length === 0 ? ids : `${ids}; ${others.length} more in the same line`;
}

/** The verdict on what is no secret, nor holds one. */
function judge(candidate: string): Omit<CheckResult, "preview"> {
  const { length } = candidate;
  const inLowerCase = PREFIX + candidate.slice(PREFIX.length);
  if (hasSecretShape(candidate)) {
    return no("wrong-checksum", "it has the shape of one, but its checksum is wrong; edited, mistyped, or made up");
  }
  if (!candidate.startsWith(PREFIX)) {
    if (/^cflt/i.test(candidate) && hasSecretShape(inLowerCase)) return no("wrong-case", caseReason(inLowerCase));
    const missing = PREFIX.slice(0, Math.max(0, SECRET_CHARACTERS - length));
    if (isRight(missing + candidate)) {
      return no("cut", `its first ${charactersOf(missing.length)} ${missing.length > 1 ? "are" : "is"} missing`);
    }
    return length === SECRET_CHARACTERS && ALPHABET.test(candidate) ? LEGACY : NO_PREFIX;
  }
  if (!ALPHABET.test(candidate)) return no("wrong-alphabet", alphabetReason(candidate));
  return length < SECRET_CHARACTERS
    ? no("cut", `it is too short, ${length} of ${SECRET_CHARACTERS} characters; ${cutReason(candidate)}`)
    : no(
        "too-long",
        `it is too long, ${length} characters for ${SECRET_CHARACTERS}; perhaps one with something behind it`,
      );
}

const LEGACY: Omit<CheckResult, "preview"> = {
  verdict: "legacy-shape",
  reason:
    "unknown: 64 characters without the prefix cflt; secrets from before 30 July 2025 look so, and carry no checksum",
};
const NO_PREFIX = no("no-secret", "it does not begin with cflt");

function no(verdict: CheckVerdict, why: string): Omit<CheckResult, "preview"> {
  return { verdict, reason: `no secret: ${why}` };
}

function isRight(candidate: string): boolean {
  return hasSecretShape(candidate) && isChecksumRight(candidate);
}

function caseReason(inLowerCase: string): string {
  const wrong = "its prefix is not in lower case";
  return isRight(inLowerCase) ? `${wrong}; with ${PREFIX} it is one` : `${wrong}, and its checksum is wrong`;
}

function alphabetReason(candidate: string): string {
  const isUrlForm = isRight(candidate.replaceAll("-", "+").replaceAll("_", "/"));
  const why = "only A-Z, a-z, 0-9, + and / can stand in one";
  return isUrlForm ? `${why}; with + for - and / for _ it is one` : why;
}

/** What there is of the checksum may show that a real one was cut. */
function cutReason(candidate: string): string {
  const isReal =
    candidate.length > BODY_END + 2 &&
    checksumOf(candidate.slice(PREFIX.length, BODY_END)).startsWith(candidate.slice(BODY_END));
  return isReal ? "what there is of its checksum is right: one that was cut" : "perhaps one that was cut";
}

function charactersOf(n: number): string {
  return n === 1 ? "character" : `${n} characters`;
}
