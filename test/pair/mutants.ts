import { fillCarrier, type Carrier } from "../support/carriers.ts";
import { makeKeyId, makeLegacySecret, type Random } from "../support/secrets.ts";

/** A text with a pair and IDs of other keys in it. */
export interface Mutant {
  readonly text: string;
  readonly secret: string;
  readonly keyId: string;
  /** What was done to the carrier, for a message. */
  readonly steps: readonly string[];
}

/** A carrier with other names, quotes, order and gaps, and IDs of two other keys before, behind or between its halves. */
export function mutate(carrier: Carrier, random: Random): Mutant {
  const [keyId, secret] = [makeKeyId(random), makeLegacySecret(random)];
  const steps: string[] = [];
  let lines = carrier.lines;
  for (const mutation of MUTATIONS) {
    if (random() < 0.5) continue;
    const mutated = mutation.apply(lines, random);
    if (mutated === null) continue;
    lines = mutated;
    steps.push(mutation.name);
  }
  for (let decoys = 0; decoys < 2; decoys++) lines = addDecoy(lines, random, steps);
  return { text: fillCarrier({ ...carrier, lines }, keyId, secret).text, secret, keyId, steps };
}

interface Mutation {
  readonly name: string;
  /** `null` where the carrier cannot be changed so. */
  apply(lines: readonly string[], random: Random): readonly string[] | null;
}

const MUTATIONS: readonly Mutation[] = [
  { name: "names", apply: (lines, random) => lines.map(renamer(random)) },
  { name: "prefix", apply: (lines, random) => addPrefix(lines, pick(random, ["orders_", "eu-1.", "PROD_", "my"])) },
  { name: "quotes", apply: (lines) => lines.map(swapQuotes) },
  { name: "order", apply: swapHalves },
  { name: "gap", apply: widenGap },
];

/** Pairs of words that people use for one another. */
const RENAMINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/username/g, ["user", "login", "userName", "user_name", "username"]],
  [/password/g, ["passwd", "pass", "pwd", "password"]],
  [/api_key\b/g, ["key", "apikey", "api-key", "key_id", "apiKey"]],
  [/api_secret\b/g, ["secret", "apisecret", "api-secret", "key_secret", "apiSecret"]],
  [/API_KEY\b/g, ["KEY", "APIKEY", "API_KEY_ID", "USER", "ACCESS_KEY"]],
  [/API_SECRET\b/g, ["SECRET", "APISECRET", "API_KEY_SECRET", "PASSWORD", "ACCESS_SECRET"]],
];

function renamer(random: Random): (line: string) => string {
  const chosen = RENAMINGS.map(([from, to]) => [from, pick(random, to)] as const);
  return (line) => chosen.reduce((text, [from, to]) => text.replaceAll(from, to), line);
}

const NAME = /(?<![\w.$-])(?!value)([A-Za-z][\w.-]*)(["']?\s*[:=]\s*\\?["']?<(?:KEY|SECRET)>)/g;

function addPrefix(lines: readonly string[], prefix: string): readonly string[] | null {
  const prefixed = lines.map((line) => line.replaceAll(NAME, `${prefix}$1$2`));
  return isSame(prefixed, lines) ? null : prefixed;
}

function swapQuotes(line: string): string {
  if (line.includes("\\") || (line.includes("'") && line.includes('"'))) return line;
  return line.replaceAll(/["']/g, (quote) => (quote === '"' ? "'" : '"'));
}

/** The two halves in the other order: lines keep their indentation, or it goes with them. */
function swapHalves(lines: readonly string[], random: Random): readonly string[] | null {
  const [key, secret] = [lineOf(lines, "<KEY>"), lineOf(lines, "<SECRET>")];
  const [keyLine = "", secretLine = ""] = [lines[key], lines[secret]];
  const isOnce = lines.filter((line) => line.includes("<KEY>")).length === 1;
  if (!isOnce || secret === -1) return null;
  if (key === secret) return swapWithin(lines, key);
  if (!isField(keyLine) || !isField(secretLine)) return null;
  const keep = random() < 0.5;
  const changed = [...lines];
  changed[key] = keep ? indentOf(keyLine) + secretLine.trimStart() : secretLine;
  changed[secret] = keep ? indentOf(secretLine) + keyLine.trimStart() : keyLine;
  return changed;
}

const HALVES =
  /((?:--?)?["']?[\w.-]+["']?\s*[=:]\s*\\?["']?<KEY>\\?["']?)(.+?)((?:--?)?["']?[\w.-]+["']?\s*[=:]\s*\\?["']?<SECRET>\\?["']?)/;

function swapWithin(lines: readonly string[], at: number): readonly string[] | null {
  const changed = lines.map((line, index) => (index === at ? line.replace(HALVES, "$3$2$1") : line));
  return isSame(changed, lines) ? null : changed;
}

/** Whether a line holds one half and its name, and nothing that opens or closes. */
function isField(line: string): boolean {
  return /^[^{}()\\|]*<(?:KEY|SECRET)>[^{}()\\|:]*$/.test(line);
}

/** Up to three times as much between the halves: blanks behind the sign, and lines of comment. */
function widenGap(lines: readonly string[], random: Random): readonly string[] {
  const wider = lines.map((line) => line.replace(/([=:]) (?=["']?<)/, "$1   "));
  const at = betweenHalves(wider);
  if (at === null) return wider;
  const notes = ["see the runbook", "of the cluster in eu-west-1", "owner: team-orders", ""];
  const filling = Array.from({ length: 1 + Math.floor(random() * 3) }, () => noteIn(wider, pick(random, notes)));
  return wider.toSpliced(at, 0, ...filling);
}

/** Where a line can stand between the halves, `null` where there is no such place. */
function betweenHalves(lines: readonly string[]): number | null {
  const [key, secret] = [lineOf(lines, "<KEY>"), lineOf(lines, "<SECRET>")];
  if (key === -1 || secret === -1 || key === secret || (lines[Math.min(key, secret)] ?? "").endsWith("\\")) return null;
  return Math.max(key, secret);
}

/** A comment as the carrier's language has them. */
function noteIn(lines: readonly string[], note: string): string {
  if (note === "") return "";
  const text = lines.join("\n");
  if (/CREATE/.test(text)) return `-- ${note}`;
  return /[{(]$|[;,]$|^\s*["']/m.test(text) ? `// ${note}` : `# ${note}`;
}

/** Ways to write down the ID of some other key, each on a line of its own. */
const DECOYS: Readonly<Record<string, (id: string) => string>> = {
  crn: (id) => `owner: "crn://confluent.cloud/organization=0/service-account=sa-a1b2c3/api-key=${id}"`,
  url: (id) => `see https://api.confluent.cloud/iam/v2/api-keys/${id}`,
  list: (id) => `revoked_keys = ["${id}"]`,
  entry: (id) => `other_cluster_api_key = "${id}"`,
  sentence: (id) => `The key ${id} is for the old cluster.`,
  reference: (id) => `reference: ${id}`,
};

/** Adds another key's ID on a line: before or behind, or between the halves, where that is a comment. */
function addDecoy(lines: readonly string[], random: Random, steps: string[]): readonly string[] {
  const id = makeKeyId(random);
  const at = betweenHalves(lines);
  const place = pick(random, at === null ? ["before", "behind"] : ["before", "behind", "between"]);
  if (at !== null && place === "between") {
    steps.push("note between");
    return lines.toSpliced(at, 0, noteIn(lines, pick(random, [`not ${id}`, `was ${id}`, `key ${id}`])));
  }
  const [kind, write] = pick(random, Object.entries({ ...DECOYS, note: (text: string) => noteIn(lines, text) }));
  steps.push(`${kind} ${place}`);
  return place === "before" ? [write(id), ...lines] : [...lines, write(id)];
}

function lineOf(lines: readonly string[], part: string): number {
  return lines.findLastIndex((line) => line.includes(part));
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? "";
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join("\n") === b.join("\n");
}

function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error("there is nothing to pick from");
  return one;
}
