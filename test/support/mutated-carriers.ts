import { fillCarrier, type Carrier, type FilledCarrier } from "./carriers.ts";
import {
  DECOYS,
  drawAbsentSecret,
  drawOtherEntry,
  drawOtherField,
  sayAnything,
  sayFormerKey,
  sayOtherKey,
} from "./decoys.ts";
import { between, choose } from "./encoders.ts";
import { requireNotation, type Notation } from "./notations.ts";
import { makeKeyId, type Random } from "./secrets.ts";

/** Where the IDs of other keys stand: nowhere, around the pair, or also between its halves. */
export type Planting = "none" | "around" | "between";

/** Whether a remark can stand on a line of its own between this shape's key ID and secret. */
export function canPlantBetween({ id, lines }: Carrier): boolean {
  const isApart = lines.findIndex(hasHalf) !== lines.findLastIndex(hasHalf);
  return isApart && !UNBREAKABLE.has(id) && id !== BARE_PAIR;
}

/**
 * A shape as another user would have written it, filled in: other names, quotes, order, gap, indentation and line
 * ends, more text around it, and the IDs of two other keys where `planting` says so. What a careful reader takes for
 * the secret's key is still the given one.
 */
export function mutateCarrier(
  carrier: Carrier,
  planting: Planting,
  keyId: string,
  secret: string,
  random: Random,
): FilledCarrier {
  const changed = widen(requote(carrier, renameAndTurn(carrier, random), random), random);
  const lines = indent(plant(surround(changed, random), planting, random), random);
  return finish(fillCarrier({ ...carrier, lines }, keyId, secret), random);
}

/** A shape on its way: its lines, and what its other lines are written in. */
interface Draft {
  readonly id: number;
  readonly notation: Notation;
  readonly lines: readonly string[];
}

/** The lines that stay as they are, because they are continued, in one literal, or a program's own output. */
const UNBREAKABLE: ReadonlySet<number> = new Set([6, 10, 13, 40, 48, 54, 74, 81]);
/** Behind whose secret no remark can stand. */
const CLOSED: ReadonlySet<number> = new Set([7, 10, 13, 48, 49, 54, 65, 68, 69]);
/** Between whose halves no further field can stand. */
const FIELDLESS: ReadonlySet<number> = new Set([22, 23, 53, 63, 70, 90]);
/** Two lines without a name: what stands between them is anybody's guess. */
const BARE_PAIR = 90;
/** Whose names belong to a program, a library or an interface. */
const FIXED_NAMES: ReadonlySet<number> = new Set([
  22, 23, 28, 30, 31, 41, 42, 46, 48, 49, 51, 53, 54, 55, 56, 59, 62, 63, 64, 67, 69, 70, 71, 88,
]);

/** A JSON text that a program writes to a terminal, and a shape that is a part of a JSON text. */
const CLI_JSON = 49;
const JSON_SHAPE = 26;

type NamePair = readonly [string, string];
type NamePairs = readonly [NamePair, ...NamePair[]];

/** Names that users have for the halves, those of one list in place of each other. */
const NAMES: readonly NamePairs[] = [
  [
    ["confluent_cloud_api_key", "confluent_cloud_api_secret"],
    ["confluent_api_key", "confluent_api_secret"],
    ["cloud_api_key", "cloud_api_secret"],
    ["kafka_api_key", "kafka_api_secret"],
    ["schema_registry_api_key", "schema_registry_api_secret"],
    ["ccloud_api_key", "ccloud_api_secret"],
    ["cluster_api_key", "cluster_api_secret"],
    ["kafka_username", "kafka_password"],
    ["kafka_sasl_username", "kafka_sasl_password"],
    ["sasl_plain_username", "sasl_plain_password"],
    ["sasl_username", "sasl_password"],
    ["confluent_username", "confluent_password"],
    ["broker_user", "broker_pass"],
    ["orders_kafka_key", "orders_kafka_secret"],
    ["ccloud_key_id", "ccloud_key_secret"],
    ["api_key", "api_secret"],
    ["cloud_key", "cloud_secret"],
    ["key_id", "key_secret"],
  ],
  [
    ["sasl.username", "sasl.password"],
    ["producer.sasl.username", "producer.sasl.password"],
    ["consumer.override.sasl.username", "consumer.override.sasl.password"],
    ["ccloud.api.key", "ccloud.api.secret"],
    ["confluent.cloud.api.key", "confluent.cloud.api.secret"],
    ["kafka.user", "kafka.password"],
    ["spring.kafka.username", "spring.kafka.password"],
    ["cluster.key.id", "cluster.key.secret"],
  ],
  [
    ["apiKey", "apiSecret"],
    ["cloudApiKey", "cloudApiSecret"],
    ["kafkaApiKey", "kafkaApiSecret"],
    ["saslUsername", "saslPassword"],
    ["keyId", "keySecret"],
    ["confluentKey", "confluentSecret"],
    ["username", "password"],
    ["user", "pass"],
  ],
  [
    ["SaslUsername", "SaslPassword"],
    ["KafkaUsername", "KafkaPassword"],
    ["ConfluentCloudUsername", "ConfluentCloudPassword"],
    ["ConfluentApiKey", "ConfluentApiSecret"],
    ["ApiKey", "ApiSecret"],
    ["ClusterUserName", "ClusterPassword"],
  ],
];

/** Names that only tell where the halves are. */
const OTHER_NAMES: NamePairs = [
  ["X-Confluent-API-Key", "X-Confluent-API-Secret"],
  ["ccloud_api_key_id", "ccloud_api_key_secret"],
  ["kafka.api.key", "kafka.api.secret"],
  ["sasl-user", "sasl-password"],
  ["api-key", "api-secret"],
  ["Username", "Password"],
  ["username", "password"],
  ["key", "secret"],
];

/** Names of what holds both halves. */
const HOLDERS: ReadonlyArray<readonly [string, ...string[]]> = [
  [
    "basic.auth.user.info",
    "schema.registry.basic.auth.user.info",
    "value.converter.schema.registry.basic.auth.user.info",
    "confluent.license.basic.auth.user.info",
  ],
  ["SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO", "SR_AUTH", "CONNECT_VALUE_CONVERTER_BASIC_AUTH_USER_INFO", "SR_CREDENTIALS"],
  ["sasl.jaas.config", "producer.sasl.jaas.config", "consumer.override.sasl.jaas.config"],
];

/** Quotes that may stand around the values of these shapes in place of each other. */
const QUOTES: ReadonlyArray<readonly [ids: readonly number[], quotes: readonly [string, ...string[]]]> = [
  [
    [31, 36, 43, 50, 51, 52, 61, 66, 67, 73, 76, 77, 80, 82, 83, 88],
    ["", "'", '"'],
  ],
  [
    [2, 3, 4, 6, 7, 8, 9, 10, 17, 18, 19, 20, 29, 32, 47, 79, 85],
    ["'", '"'],
  ],
  [
    [11, 12, 13, 16, 75],
    ["'", '\\"'],
  ],
  [
    [27, 28],
    ["'", '"', "`"],
  ],
  [
    [21, 22],
    ['"', "`"],
  ],
  [[89], ["`", ""]],
];

/** Gives the halves other names, and sometimes puts the secret first. */
function renameAndTurn(carrier: Carrier, random: Random): readonly string[] {
  const text = renameHolder(carrier.lines.join("\n"), random);
  const { names, family } = namesIn(text, carrier.id);
  if (names === null) return text.split("\n");
  const [id, secret] = random() < 0.7 ? choose(adapt(family, names), random) : names;
  const turned = random() < 0.35 ? turn(text) : null;
  return replaceNames(turned ?? text, names, turned === null ? [id, secret] : [secret, id]).split("\n");
}

function renameHolder(text: string, random: Random): string {
  const holders = HOLDERS.find((some) => some.some((name) => hasName(text, name)));
  const name = holders?.find((one) => hasName(text, one));
  return holders === undefined || name === undefined ? text : text.replace(name, choose(holders, random));
}

/** The names of the halves as the text has them, and what they may be called as well. */
function namesIn(text: string, id: number): { names: NamePair | null; family: NamePairs } {
  for (const family of FIXED_NAMES.has(id) || JAAS.test(text) ? [] : NAMES) {
    for (const [idName, secretName] of family) {
      const names = [idName, secretName].map((name) => [name, name.toUpperCase()].find((one) => hasName(text, one)));
      if (names[0] !== undefined && names[1] !== undefined) return { names: [names[0], names[1]], family };
    }
  }
  const all = [...OTHER_NAMES, ...NAMES.flat()];
  const names = all.find(([idName, secretName]) => hasName(text, idName) && hasName(text, secretName)) ?? null;
  return { names, family: names === null ? OTHER_NAMES : [names] };
}

const JAAS = /PlainLoginModule/;

/** A family in the case that the text has. */
function adapt(family: NamePairs, [first]: NamePair): NamePairs {
  const isUpper = first === first.toUpperCase();
  const [head, ...others] = family.map(([id, secret]): NamePair =>
    isUpper ? [id.toUpperCase(), secret.toUpperCase()] : [id, secret],
  );
  return head === undefined ? family : [head, ...others];
}

function hasName(text: string, name: string): boolean {
  return nameIn(name).test(text);
}

/** A name of its own; the `TF_VAR_` of Terraform's variables and words behind `--` go before it. */
function nameIn(name: string): RegExp {
  const literal = name.replaceAll(".", "\\.");
  return new RegExp(`(?<=TF_VAR_|--|(?<![\\w.-]))${literal}(?![\\w.-])`, "g");
}

function replaceNames(text: string, [id, secret]: NamePair, [first, second]: NamePair): string {
  return text
    .replace(nameIn(id), "\u0001")
    .replace(nameIn(secret), "\u0002")
    .replaceAll("\u0001", first)
    .replaceAll("\u0002", second);
}

/** Lets the values change places; `null` where there are not just two of them. */
function turn(text: string): string | null {
  const halves = text.match(HALF) ?? [];
  const [first = "", second = ""] = halves;
  if (halves.length !== 2 || first.includes("KEY") === second.includes("KEY")) return null;
  return text.replaceAll(HALF, (half) => (half === first ? second : first));
}

const HALF = /<[^<>]*\b(?:KEY|SECRET)\b[^<>]*>/g;

function requote({ id }: Carrier, lines: readonly string[], random: Random): Draft {
  const notation = requireNotation(id);
  const quotes = QUOTES.find(([ids]) => ids.includes(id))?.[1];
  if (quotes === undefined) return { id, notation, lines: closeList(lines, notation) };
  const quote = choose(quotes, random);
  const requoted = lines.map((line) => line.replaceAll(QUOTED, (_, __, content: string) => quote + content + quote));
  return { id, notation, lines: closeList(requoted, notation) };
}

/** A comma behind the last line, where lines that follow are further elements. */
function closeList(lines: readonly string[], { field }: Notation): readonly string[] {
  const last = lines.at(-1) ?? "";
  return field(["a"], "").endsWith(",") && !last.endsWith(",") ? [...lines.slice(0, -1), `${last},`] : lines;
}

const QUOTED = /(\\"|["'`]|)(<KEY>:<SECRET>|<KEY>|<SECRET>)\1/g;

/** Makes the gap between the halves up to three times as long. */
function widen(draft: Draft, random: Random): Draft {
  const text = draft.lines.join("\n");
  const [start, end] = gapIn(text);
  const budget = Math.floor(random() * 2 * (end - start));
  if (random() < 0.3 || budget < 1) return draft;
  const empty = '"description":""';
  if (text.includes(empty)) {
    const description = `"description":"${sayAnything(budget, random)}"`;
    return { ...draft, lines: text.replace(empty, description).split("\n") };
  }
  const second = draft.lines.findLastIndex(hasHalf);
  const isApart = draft.lines.findIndex(hasHalf) !== second;
  if (isApart && !UNBREAKABLE.has(draft.id)) return insertLines(draft, second, budget, random);
  return { ...draft, lines: spread(text, start, end, budget).split("\n") };
}

/** From the end of one half's placeholder to the start of the other's. */
function gapIn(text: string): readonly [number, number] {
  const halves = [...text.matchAll(HALF)];
  const second = halves.findIndex(
    ({ 0: half }, i) => half.includes("KEY") !== (halves[i - 1] ?? halves[0])?.[0].includes("KEY"),
  );
  const [before, behind] = [halves[second - 1], halves[second]];
  return before === undefined || behind === undefined ? [0, 0] : [before.index + before[0].length, behind.index];
}

/** Puts lines that say nothing of the pair before a line, `budget` characters at most. */
function insertLines(draft: Draft, before: number, budget: number, random: Random): Draft {
  const { lines } = draft;
  const indentation = indentationOf(lines[before] ?? "");
  const inserted: string[] = [];
  let rest = budget;
  for (let tries = 0; tries < 8 && rest > 0; tries++) {
    const line = drawFiller({ ...draft, notation: innerNotation(draft) }, indentation, rest, random);
    if (line.length + 1 > rest) continue;
    inserted.push(line);
    rest -= line.length + 1;
  }
  return { ...draft, lines: lines.toSpliced(before, 0, ...inserted) };
}

function drawFiller({ id, notation }: Draft, indentation: string, room: number, random: Random): string {
  const kind = choose(["blank", "remark", "field"], random);
  if (kind === "blank") return "";
  if (kind === "field" && !FIELDLESS.has(id)) return indentation + notation.field(...drawOtherField(random));
  return indentation + notation.remark(sayAnything(Math.max(3, Math.min(40, room - 8)), random));
}

/** More spaces where there are some between the halves. */
function spread(text: string, start: number, end: number, budget: number): string {
  const spaces = [...text.slice(start, end).matchAll(/ +/g)].at(-1);
  if (spaces === undefined) return text;
  const at = start + spaces.index;
  return text.slice(0, at) + " ".repeat(Math.min(budget, 60)) + text.slice(at);
}

/** Other fields before and behind. */
function surround(draft: Draft, random: Random): Draft {
  const indentation = indentationOf(draft.lines[0] ?? "");
  const draw = (): readonly string[] => {
    const count = random() < 0.6 ? 0 : between(1, 3, random);
    const fields = Array.from({ length: count }, () => indentation + draft.notation.field(...drawOtherField(random)));
    return [...new Set(fields)];
  };
  return { ...draft, lines: [...draw(), ...draft.lines, ...draw()] };
}

/** Writes the IDs of two other keys down. */
function plant(draft: Draft, planting: Planting, random: Random): readonly string[] {
  if (planting === "none") return draft.lines;
  if (planting === "around") return plantAround(draft, random);
  const second = draft.lines.findLastIndex(hasHalf);
  const remark = indentationOf(draft.lines[second] ?? "") + innerNotation(draft).remark(sayFormerKey(random));
  const lines = draft.lines.toSpliced(second, 0, remark);
  return plantAt(choose(["before", "behind"], random), { ...draft, lines }, 1, random);
}

type Place = "before" | "behind" | "trailing";

function plantAround(draft: Draft, random: Random): readonly string[] {
  if (random() < 0.25) return plantAt(choose(["before", "behind"], random), draft, DECOYS, random);
  const trails = draft.notation.trails && !CLOSED.has(draft.id);
  const places: readonly [Place, Place, Place] = ["before", "behind", trails ? "trailing" : "behind"];
  const lines = plantAt(choose(places, random), draft, 1, random);
  const [first, second] = places;
  return plantAt(choose([first, second], random), { ...draft, lines }, 1, random);
}

function plantAt(place: Place, draft: Draft, count: number, random: Random): readonly string[] {
  const { lines, notation } = draft;
  if (place === "trailing") {
    const last = lines.findLastIndex(hasHalf);
    return lines.with(last, `${lines[last]}  ${notation.remark(sayFormerKey(random))}`);
  }
  const others = drawDecoyLines(draft, count, random).map((line) => indentationOf(lines[0] ?? "") + line);
  const blank = random() < 0.3 ? [""] : [];
  return place === "before" ? [...others, ...blank, ...lines] : [...lines, ...blank, ...others];
}

/** Another entry, whose secret is elsewhere, or a remark. */
function drawDecoyLines({ notation }: Draft, count: number, random: Random): readonly string[] {
  if (count > 1 || random() < 0.6) return [notation.remark(sayOtherKey(count, random))];
  const name = drawOtherEntry(random);
  const id = notation.field([...name, "api", "key"], makeKeyId(random));
  const secret = notation.field([...name, "api", "secret"], drawAbsentSecret(random));
  return random() < 0.6 ? [id, secret] : [id];
}

function indent(lines: readonly string[], random: Random): readonly string[] {
  const indentation = choose(["", "", "", "  ", "    ", "\t"], random);
  return lines.map((line) => (line === "" ? line : indentation + line));
}

/** Other line ends, or all of it in one string of a JSON log. */
function finish({ text, line }: FilledCarrier, random: Random): FilledCarrier {
  const draw = random();
  if (draw < 0.2) return { text: text.replaceAll("\n", "\r\n"), line };
  if (draw < 0.3)
    return { text: `{"level":"info","file":"a.conf"}\n{"level":"info","text":${JSON.stringify(text)}}\n`, line: 2 };
  return { text: draw < 0.7 ? `${text}\n` : text, line };
}

/** What is written between the halves: JSON in a shape that stands in a terminal's text has its own. */
function innerNotation({ id, notation }: Draft): Notation {
  return id === CLI_JSON ? requireNotation(JSON_SHAPE) : notation;
}

function indentationOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? "";
}

function hasHalf(line: string): boolean {
  return line.includes("<KEY>") || line.includes("KEY)") || hasSecret(line);
}

function hasSecret(line: string): boolean {
  return /<[^<>]*\bSECRET\b/.test(line);
}
