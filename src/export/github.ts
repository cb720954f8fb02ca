import type { Rule } from "../model/rule.ts";
import { LOSSES } from "./losses.ts";
import { LEGACY_PARTS } from "./patterns.ts";
import type { Scanner } from "./scanner.ts";

/** How many characters may lie between the halves of a pair: what surrounds a secret has to be short in a form. */
const GAP_CHARACTERS = 120;

/**
 * GitHub secret scanning, by the fields of custom patterns.
 *
 * A form's defaults for what surrounds a secret would ask for a boundary; they are replaced by what is always true.
 * Source: docs.github.com, "Custom patterns reference" (the fields, Hyperscan's syntax without modifiers).
 */
export const GITHUB: Scanner = {
  name: "GitHub secret scanning (custom patterns)",
  usage: [
    "Settings > Advanced Security > Secret scanning > Custom patterns > New pattern, one for each block below.",
    'Fill in the fields, those under "More options" too, save and run a dry run before you publish; then turn on push',
    "protection for the pattern. (GitHub cannot be tried offline: the expressions were checked with other engines.)",
  ],
  losses: [
    LOSSES.encodings,
    LOSSES.checksum,
    LOSSES.legacyAlone,
    `Legacy pairs more than ${GAP_CHARACTERS} characters apart.`,
    "Precision: lines of wrapped base64, of a PEM file too, near a key ID are taken for legacy secrets.",
    LOSSES.legacyEncrypted,
    LOSSES.pairing,
    LOSSES.overlap,
  ],
  comment: "",
  opening: "",
  rules: {
    "confluent-api-secret": (rule) =>
      formatPattern({
        name: rule.title,
        secret: rule.pattern,
        before: String.raw`\A|[\s\S]`,
        after: String.raw`\z|[\s\S]`,
        test: `sasl.password=${requireExample(rule)}`,
        must: [],
        mustNot: [],
      }),
    "confluent-legacy-api-secret": (rule) => LEGACY_PATTERNS.map((one) => formatPattern(one(rule))).join("\n"),
  },
};

interface CustomPattern {
  readonly name: string;
  readonly secret: string;
  readonly before: string;
  readonly after: string;
  readonly test: string;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
}

const KEY_ID = "[A-Z2-7]{16}";
const GAP = String.raw`[\s\S]{0,${GAP_CHARACTERS}}`;
/** Confluent's published example. Source: the OpenAPI specification of iam/v2, schema ApiKey, spec.secret. */
const LEGACY_EXAMPLE = "R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987";
const EXAMPLE_KEY_ID = "ABCDEFGHIJKLMNOP";

const LEGACY_REQUIREMENTS = { must: ["[0-9]", "[A-Z]", "[a-z]"], mustNot: ["^cflt", "^MC4CAQAwBQYDK2V"] } as const;

const LEGACY_PATTERNS: ReadonlyArray<(rule: Rule) => CustomPattern> = [
  (rule) => ({
    name: `${rule.title}, behind its key ID`,
    secret: LEGACY_PARTS.secret,
    before: String.raw`(?:\A|[^A-Za-z0-9])${KEY_ID}(?:[^A-Za-z0-9]${GAP})?${LEGACY_PARTS.before}`,
    after: String.raw`\z|${LEGACY_PARTS.after}`,
    test: `sasl.username=${EXAMPLE_KEY_ID} sasl.password=${LEGACY_EXAMPLE}`,
    ...LEGACY_REQUIREMENTS,
  }),
  (rule) => ({
    name: `${rule.title}, before its key ID`,
    secret: LEGACY_PARTS.secret,
    before: String.raw`\A|${LEGACY_PARTS.before}`,
    after: String.raw`${LEGACY_PARTS.after}(?:${GAP}[^A-Za-z0-9])?${KEY_ID}(?:\z|[^A-Za-z0-9])`,
    test: `"password": "${LEGACY_EXAMPLE}", "username": "${EXAMPLE_KEY_ID}"`,
    ...LEGACY_REQUIREMENTS,
  }),
];

function requireExample(rule: Rule): string {
  const [example] = rule.examples;
  if (example === undefined) throw new Error(`rule ${rule.id} has no example`);
  return example;
}

function formatPattern(pattern: CustomPattern): string {
  const fields: ReadonlyArray<readonly [string, string]> = [
    ["Pattern name", pattern.name],
    ["Secret format", pattern.secret],
    ["Before secret", pattern.before],
    ["After secret", pattern.after],
    ...pattern.must.map((one) => ["Must match", one] as const),
    ...pattern.mustNot.map((one) => ["Must not match", one] as const),
    ["Test string", pattern.test],
  ];
  return fields.map(([label, value]) => `${`${label}:`.padEnd(16)}${value}\n`).join("");
}
