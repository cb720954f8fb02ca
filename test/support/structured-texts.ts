import { drawAbsentSecret, drawOtherField, sayAnything } from "./decoys.ts";
import { between, choose } from "./encoders.ts";
import { toCamel, toDotted, toSnake, toUpper } from "./notations.ts";
import { makeText, type Random } from "./secrets.ts";

/** One key in a text. */
export interface Entry {
  /** Words that tell it from the other entries of its text. */
  readonly name: readonly string[];
  readonly keyId: string;
  /** `null` for a key whose secret is kept elsewhere. */
  readonly secret: string | null;
  /** A remark about another key between the halves, if there is any. */
  readonly remark: string | null;
}

/** What a text is to hold. */
export interface Contents {
  readonly entries: readonly Entry[];
  /** Said above all entries and below. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** A kind of file in which keys stand in an order that tells which secret belongs to which ID. */
export interface StructuredText {
  readonly id: string;
  readonly maxEntries: number;
  /** Whether remarks can stand between the halves. */
  readonly takesRemarks: boolean;
  /** Whether halves are told apart by their names alone, so that all IDs may stand before all secrets. */
  readonly isFlat: boolean;
  readonly write: (contents: Contents, style: Style) => WrittenText;
}

/** How one user writes; drawn once for a text. */
export interface Style {
  readonly random: Random;
  readonly isSecretFirst: boolean;
  /** All IDs before all secrets, in a flat text. */
  readonly isGrouped: boolean;
  readonly indentation: string;
  /** The last words of the names of the halves. */
  readonly halves: readonly [readonly string[], readonly string[]];
  /** How many further fields stand between the halves. */
  readonly gap: number;
}

export interface WrittenText {
  readonly fileName: string;
  readonly text: string;
}

/** What another user would choose. */
export function drawStyle(random: Random): Style {
  return {
    random,
    isSecretFirst: random() < 0.35,
    isGrouped: false,
    indentation: choose(["  ", "    ", "\t"], random),
    halves: choose<Style["halves"]>(
      [
        [
          ["api", "key"],
          ["api", "secret"],
        ],
        [
          ["kafka", "api", "key"],
          ["kafka", "api", "secret"],
        ],
        [
          ["cloud", "key"],
          ["cloud", "secret"],
        ],
        [
          ["sasl", "username"],
          ["sasl", "password"],
        ],
        [["username"], ["password"]],
        [["user"], ["pass"]],
        [
          ["key", "id"],
          ["key", "secret"],
        ],
        [
          ["confluent", "key"],
          ["confluent", "secret"],
        ],
      ],
      random,
    ),
    gap: choose([0, 0, 1, 2, 3], random),
  };
}

/** A field, or a remark where there is no name. */
interface Item {
  readonly name: readonly string[] | null;
  readonly value: string;
  readonly half?: "id" | "secret";
}

/** The fields of one entry in their order, prefixed by the entry's name where the text has no other place for it. */
function itemsOf(entry: Entry, style: Style, prefix: readonly string[] = []): readonly Item[] {
  const [idName, secretName] = style.halves;
  const id: Item = { name: [...prefix, ...idName], value: entry.keyId, half: "id" };
  const value = entry.secret ?? drawAbsentSecret(style.random);
  const secret: Item = { name: [...prefix, ...secretName], value, half: "secret" };
  const remark: Item[] = entry.remark === null ? [] : [{ name: null, value: entry.remark }];
  const gap = distinct(Array.from({ length: style.gap }, () => drawItem(style.random, prefix)));
  const inner = style.random() < 0.5 ? [...gap, ...remark] : [...remark, ...gap];
  return style.isSecretFirst ? [secret, ...inner, id] : [id, ...inner, secret];
}

/** The items without those whose name stood before. */
function distinct(items: readonly Item[]): readonly Item[] {
  const nameOf = ({ name }: Item): string | undefined => name?.join(" ");
  return items.filter((item, i) => item.name === null || items.findIndex((one) => nameOf(one) === nameOf(item)) === i);
}

function drawItem(random: Random, prefix: readonly string[]): Item {
  if (random() < 0.3) return { name: null, value: sayAnything(between(5, 60, random), random) };
  const [name, value] = drawOtherField(random);
  return { name: [...prefix, ...name], value };
}

/** The items of all entries in a text whose names have to tell them apart. */
function flatItems(entries: readonly Entry[], style: Style): readonly Item[] {
  const all = entries.map((entry) => itemsOf(entry, style, entry.name));
  if (!style.isGrouped) return all.flat();
  const first = style.isSecretFirst ? "secret" : "id";
  const isFirst = ({ half }: Item): boolean => half === first;
  return [...all.flat().filter(isFirst), ...all.flat().filter((item) => !isFirst(item))];
}

/** Lines `name<joint>value` and remarks. */
function toLines(
  items: readonly Item[],
  field: (name: readonly string[], value: string) => string,
  mark = "# ",
): string[] {
  return items.map(({ name, value }) => (name === null ? mark + value : field(name, value)));
}

const indentBy = (indentation: string, lines: readonly string[]): string[] => lines.map((line) => indentation + line);
const hash = (remarks: readonly string[]): string[] => remarks.map((remark) => `# ${remark}`);

function yamlValue(value: string, random: Random): string {
  const quote = choose(["", '"', "'"], random);
  return `${quote}${value}${quote}`;
}

const envYaml =
  ({ random }: Style) =>
  (name: readonly string[], value: string): string =>
    `${toUpper(name)}: ${yamlValue(value, random)}`;

function stringify(value: unknown, { random, indentation }: Style): string {
  return random() < 0.3 ? JSON.stringify(value) : `${JSON.stringify(value, null, indentation)}\n`;
}

/** Members that hold remarks, for JSON texts. */
function remarkMembers(name: string, remarks: readonly string[]): Record<string, unknown> {
  if (remarks.length === 0) return {};
  return { [name]: remarks.length === 1 ? remarks[0] : remarks };
}

function iamResponse({ entries, above, below }: Contents, style: Style): WrittenText {
  const documents = entries.map((entry) => {
    const address = `crn://api.confluent.cloud/organization=b0b21724-4586-4a07-b787-d0bb5aacbf87/user=u-lq1dr3`;
    const value = {
      api_version: "iam/v2",
      id: entry.keyId,
      kind: "ApiKey",
      metadata: {
        created_at: "2023-12-15T23:10:20.406556Z",
        resource_name: `${address}/api-key=${entry.keyId}`,
        self: `https://api.confluent.cloud/iam/v2/api-keys/${entry.keyId}`,
      },
      spec: {
        description: entry.remark ?? sayAnything(between(0, 300, style.random), style.random),
        display_name: toSnake(entry.name),
        owner: { api_version: "iam/v2", id: "u-lq1dr3", kind: "User", resource_name: address },
        resource: {
          api_version: "cmk/v2",
          id: "lkc-abc123",
          kind: "Cluster",
          related: "https://api.confluent.cloud/cmk/v2/clusters/lkc-abc123",
        },
        secret: entry.secret ?? "",
      },
    };
    return stringify(value, style).trim();
  });
  const lines = [...hash(above), ...documents, ...hash(below)];
  return { fileName: "created-keys.json", text: `${lines.join("\n")}\n` };
}

function terraformState({ entries, above, below }: Contents, style: Style): WrittenText {
  const resources = entries.map((entry) => ({
    mode: "managed",
    type: "confluent_api_key",
    name: toSnake(entry.name),
    provider: 'provider["registry.terraform.io/confluentinc/confluent"]',
    instances: [
      {
        schema_version: 1,
        attributes: {
          description: entry.remark ?? sayAnything(between(0, 60, style.random), style.random),
          disable_wait_for_ready: false,
          display_name: `${toSnake(entry.name)}-kafka-api-key`,
          id: entry.keyId,
          managed_resource: [
            { api_version: "cmk/v2", environment: [{ id: "env-abc123" }], id: "lkc-abc123", kind: "Cluster" },
          ],
          owner: [{ api_version: "iam/v2", id: "sa-abc123", kind: "ServiceAccount" }],
          secret: entry.secret ?? "",
          timeouts: null,
        },
        sensitive_attributes: [],
        private: "bnVsbA==",
      },
    ],
  }));
  const value = {
    version: 4,
    terraform_version: "1.9.5",
    serial: between(1, 400, style.random),
    lineage: "1e1bb8f0-57ab-8dd0-86d3-8b7d0c1b2b3c",
    outputs: toOutputs("note", above),
    resources,
    check_results: below.length === 0 ? null : toOutputs("summary", below),
  };
  return { fileName: "terraform.tfstate", text: `${JSON.stringify(value, null, 2)}\n` };
}

function toOutputs(name: string, texts: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(texts.map((value, i) => [`${name}_${i}`, { value, type: "string" }]));
}

function compose({ entries, above, below }: Contents, style: Style): WrittenText {
  const isList = style.random() < 0.5;
  const field = isList
    ? (name: readonly string[], value: string): string => `- ${toUpper(name)}=${value}`
    : envYaml(style);
  const services = entries.flatMap((entry) => [
    `  ${toSnake(entry.name)}:`,
    `    image: example/${toSnake(entry.name)}:1.4`,
    "    environment:",
    ...indentBy("      ", toLines(itemsOf(entry, style), field)),
    "    restart: always",
  ]);
  return { fileName: "docker-compose.yml", text: joinLines(hash(above), ["services:"], services, hash(below)) };
}

function helmValues({ entries, above, below }: Contents, style: Style): WrittenText {
  const nameOf = choose([toCamel, toSnake], style.random);
  const field = (name: readonly string[], value: string): string =>
    `${nameOf(name)}: ${yamlValue(value, style.random)}`;
  const blocks = entries.flatMap((entry) => [
    `${toCamel(entry.name)}:`,
    "  replicas: 2",
    "  auth:",
    ...indentBy("    ", toLines(itemsOf(entry, style), field)),
  ]);
  return { fileName: "values.yaml", text: joinLines(hash(above), blocks, hash(below)) };
}

function springYaml({ entries, above, below }: Contents, style: Style): WrittenText {
  const isJaas = style.random() < 0.5;
  const documents = entries.map((entry) => [
    "spring:",
    "  config:",
    "    activate:",
    `      on-profile: ${toSnake(entry.name)}`,
    "  kafka:",
    "    properties:",
    "      security.protocol: SASL_SSL",
    ...indentBy(
      "      ",
      isJaas ? jaasLines(entry, style) : toLines(itemsOf(entry, style), (name, value) => `${toDotted(name)}: ${value}`),
    ),
  ]);
  const joined = documents.flatMap((document, i) => (i === 0 ? document : ["---", ...document]));
  return { fileName: "application.yml", text: joinLines(hash(above), joined, hash(below)) };
}

function jaasLines(entry: Entry, { random, isSecretFirst }: Style): readonly string[] {
  const secret = entry.secret ?? drawAbsentSecret(random);
  const halves = [`username='${entry.keyId}'`, `password='${secret}'`];
  const options = (isSecretFirst ? halves.toReversed() : halves).join(" ".repeat(between(1, 20, random)));
  const remark = entry.remark === null ? [] : [`# ${entry.remark}`];
  return [
    ...remark,
    `sasl.jaas.config: "org.apache.kafka.common.security.plain.PlainLoginModule required ${options};"`,
  ];
}

function csv({ entries, above, below }: Contents, style: Style): WrittenText {
  const separator = choose([",", ";", "\t"], style.random);
  const quote = choose(["", '"'], style.random);
  const hasRemarks = entries.some(({ remark }) => remark !== null);
  const [id, secret] = [toSnake(style.halves[0]), toSnake(style.halves[1])];
  const halves = style.isSecretFirst ? [secret, id] : [id, secret];
  const columns = [halves[0], ...(hasRemarks ? ["remark"] : []), halves[1]];
  const rows = entries.map((entry) => {
    const values = new Map([
      [id, entry.keyId],
      [secret, entry.secret ?? ""],
      ["remark", entry.remark ?? ""],
    ]);
    const cells = columns.map((column) => values.get(column ?? "") ?? "");
    return [toSnake(entry.name), ...cells, "lkc-abc123"]
      .map((cell) => quote + cell.replaceAll(/[,;"]/g, " ") + quote)
      .join(separator);
  });
  const head = ["name", ...columns, "cluster"].join(separator);
  return { fileName: "keys.csv", text: joinLines(hash(above), [head], rows, hash(below)) };
}

function postman({ entries, above, below }: Contents, style: Style): WrittenText {
  const values = flatItems(entries, style).map(({ name, value }, i) => ({
    key: name === null ? `note_${i}` : toSnake(name),
    value,
    type: choose(["default", "secret"], style.random),
    enabled: true,
  }));
  const note = (texts: readonly string[], key: string): readonly unknown[] =>
    texts.map((value, i) => ({ key: `${key}_${i}`, value, type: "default", enabled: false }));
  const environment = {
    id: "7d1f4a52-3f0f-4bb0-9d54-0a6f8f0f9a11",
    name: "Confluent Cloud",
    values: [...note(above, "info"), ...values, ...note(below, "hint")],
    _postman_variable_scope: "environment",
  };
  return { fileName: "cloud.postman_environment.json", text: stringify(environment, style) };
}

function actions({ entries, above, below }: Contents, style: Style): WrittenText {
  const jobs = entries.flatMap((entry) => [
    `  ${toSnake(entry.name)}:`,
    "    runs-on: ubuntu-latest",
    "    env:",
    ...indentBy("      ", toLines(itemsOf(entry, style), envYaml(style))),
    "    steps:",
    "      - run: ./deploy.sh",
  ]);
  return {
    fileName: "deploy.yml",
    text: joinLines(["name: deploy", "on: push"], hash(above), ["jobs:"], jobs, hash(below)),
  };
}

function environmentArray({ entries, above, below }: Contents, style: Style): WrittenText {
  const isTurned = style.random() < 0.3;
  const environment = flatItems(entries, style).map(({ name, value }, i) => {
    const key = name === null ? `NOTE_${i}` : toUpper(name);
    return isTurned ? { value, name: key } : { name: key, value };
  });
  const definition = {
    family: "orders",
    ...remarkMembers("description", above),
    containerDefinitions: [{ name: "app", image: "example/app:1.4", cpu: 256, environment, essential: true }],
    ...remarkMembers("tags", below),
  };
  return { fileName: "task-definition.json", text: stringify(definition, style) };
}

function kubernetesSecret({ entries, above, below }: Contents, style: Style): WrittenText {
  const nameOf = choose([toCamel, toSnake], style.random);
  const field = (name: readonly string[], value: string): string => `${nameOf(name)}: ${encode(value)}`;
  const documents = entries.map((entry) => [
    "apiVersion: v1",
    "kind: Secret",
    "metadata:",
    `  name: ${toSnake(entry.name)}`,
    "data:",
    ...indentBy("  ", toLines(itemsOf(entry, style), field)),
  ]);
  const joined = documents.flatMap((document, i) => (i === 0 ? document : ["---", ...document]));
  return { fileName: "secret.yaml", text: joinLines(hash(above), joined, hash(below)) };
}

function kubernetesMap({ entries, above, below }: Contents, style: Style): WrittenText {
  const field = (name: readonly string[], value: string): string => `${name.join("-")}: ${encode(value)}`;
  const data = indentBy("  ", toLines(flatItems(entries, style), field));
  const head = ["apiVersion: v1", "kind: Secret", "metadata:", "  name: kafka", "data:"];
  return { fileName: "secret.yaml", text: joinLines(hash(above), head, data, hash(below)) };
}

function encode(value: string): string {
  return Buffer.from(value).toString("base64");
}

function ini({ entries, above, below }: Contents, style: Style): WrittenText {
  const joint = choose(["=", " = ", ": "], style.random);
  const mark = choose(["# ", "; "], style.random);
  const sections = entries.flatMap((entry) => [
    `[${toSnake(entry.name)}]`,
    ...toLines(itemsOf(entry, style), (name, value) => `${toSnake(name)}${joint}${value}`, mark),
    "",
  ]);
  const say = (texts: readonly string[]): string[] => texts.map((text) => mark + text);
  return { fileName: "app.ini", text: joinLines(say(above), sections, say(below)) };
}

function notebook({ entries, above, below }: Contents, style: Style): WrittenText {
  const quote = choose(['"', "'"], style.random);
  const nameOf = choose([toSnake, toUpper], style.random);
  const code = [
    ...hash(above),
    ...toLines(flatItems(entries, style), (name, value) => `${nameOf(name)} = ${quote}${value}${quote}`),
    ...hash(below),
  ];
  const cell = {
    cell_type: "code",
    execution_count: between(1, 30, style.random),
    metadata: {},
    outputs: [],
    source: code.map((line) => `${line}\n`),
  };
  const text = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
  return { fileName: "explore.ipynb", text: `${text}\n` };
}

function variableDefaults({ entries, above, below }: Contents, style: Style): WrittenText {
  const blocks = flatItems(entries, style).flatMap(({ name, value, half }) => {
    if (name === null) return [`# ${value}`];
    const sensitive = half === "secret" || style.random() < 0.3 ? ["  sensitive   = true"] : [];
    const description = style.random() < 0.5 ? [`  description = "${sayAnything(30, style.random)}"`] : [];
    return [
      `variable "${toSnake(name)}" {`,
      "  type        = string",
      ...description,
      `  default     = "${value}"`,
      ...sensitive,
      "}",
      "",
    ];
  });
  return { fileName: "variables.tf", text: joinLines(hash(above), blocks, hash(below)) };
}

function dotEnv({ entries, above, below }: Contents, style: Style): WrittenText {
  const quote = choose(["", "", '"', "'"], style.random);
  const opening = choose(["", "", "export "], style.random);
  const field = (name: readonly string[], value: string): string =>
    `${opening}${toUpper(name)}=${quote}${value}${quote}`;
  return { fileName: ".env", text: joinLines(hash(above), toLines(flatItems(entries, style), field), hash(below)) };
}

function mapById({ entries, above, below }: Contents, style: Style): WrittenText {
  const isPlain = style.random() < 0.5;
  const members = entries.map((entry): [string, unknown] => {
    const secret = entry.secret ?? drawAbsentSecret(style.random);
    return [entry.keyId, isPlain ? secret : { description: toSnake(entry.name), api_secret: secret }];
  });
  const value = {
    ...remarkMembers("_comment", above),
    api_keys: Object.fromEntries(members),
    ...remarkMembers("note", below),
  };
  return { fileName: "keys.json", text: stringify(value, style) };
}

function joinedPairs({ entries, above, below }: Contents, style: Style): WrittenText {
  const joint = choose(["=", ": ", " "], style.random);
  const pairs = entries.map(
    (entry) => `${toSnake(entry.name)}${joint}${entry.keyId}:${entry.secret ?? drawAbsentSecret(style.random)}`,
  );
  return { fileName: "users.txt", text: joinLines(hash(above), pairs, hash(below)) };
}

function downloadedKey({ entries, above, below }: Contents, style: Style): WrittenText {
  const joint = choose(["\n", " "], style.random);
  const texts = entries.map((entry) => [
    "=== Confluent Cloud API key ===",
    "",
    `API key:${joint}${entry.keyId}`,
    "",
    ...(entry.remark === null ? [] : [entry.remark, ""]),
    `API secret:${joint}${entry.secret ?? "********"}`,
    "",
    `Resource:${joint}lkc-${makeText(style.random, "abcdefghjkmnpqrstvwxyz0123456789", 6)}`,
    "",
  ]);
  return { fileName: "api-keys.txt", text: joinLines(above, texts.flat(), below) };
}

function fileOfItsName({ entries, above, below }: Contents): WrittenText {
  const [entry] = entries.filter(({ secret }) => secret !== null);
  if (entry === undefined) throw new Error("a file of one key is written for no secret");
  const text = joinLines(hash(above), ["API secret:", entry.secret ?? "", "", "Resource: lkc-abc123"], hash(below));
  return { fileName: `api-key-${entry.keyId}.txt`, text };
}

function joinLines(...parts: readonly (readonly string[])[]): string {
  return `${parts.flat().join("\n")}\n`;
}

const MANY = 5;

function describe(
  id: string,
  write: StructuredText["write"],
  { maxEntries = MANY, takesRemarks = true, isFlat = false }: Partial<Omit<StructuredText, "id" | "write">> = {},
): StructuredText {
  return { id, write, maxEntries, takesRemarks, isFlat };
}

/** All of them. */
export const STRUCTURED_TEXTS: readonly StructuredText[] = [
  describe("IAM create responses", iamResponse),
  describe("terraform.tfstate", terraformState),
  describe("docker-compose", compose),
  describe("Helm values", helmValues),
  describe("Spring YAML with profiles", springYaml),
  describe("CSV", csv),
  describe("Postman environment", postman, { isFlat: true }),
  describe("GitHub Actions env", actions),
  describe("JSON environment array", environmentArray, { isFlat: true }),
  describe("Kubernetes Secrets", kubernetesSecret),
  describe("Kubernetes Secret of several keys", kubernetesMap, { isFlat: true }),
  describe("INI with sections", ini),
  describe("notebook cell", notebook, { isFlat: true }),
  describe("HCL variable defaults", variableDefaults, { isFlat: true }),
  describe(".env", dotEnv, { isFlat: true }),
  describe("JSON by key ID", mapById, { takesRemarks: false }),
  describe("joined pairs", joinedPairs, { takesRemarks: false }),
  describe("downloaded key", downloadedKey),
  describe("file named for its key", fileOfItsName, { maxEntries: 1, takesRemarks: false }),
];
