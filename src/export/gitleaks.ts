import type { Rule } from "../model/rule.ts";
import { LOSSES } from "./losses.ts";
import { KEY_ID, LEAST_ENTROPY, LEGACY_SECRET_IN_LINE, NOT_LEGACY, PAIR_GAP_LINES } from "./patterns.ts";
import type { Scanner } from "./scanner.ts";

const KEY_ID_RULE = "confluent-key-id";

/**
 * Rules of TOML, which Betterleaks reads as well.
 *
 * Source: gitleaks 8.30.1, config/config.go (fields), config/rule.go, detect/detect.go (a rule's keywords and
 * entropy, `required`, `skipReport`), config/gitleaks.toml (the two rules that are switched off).
 */
export const TOML_RULES: Scanner["rules"] = {
  "confluent-api-secret": (rule) =>
    formatRule(rule, rule.pattern, [`keywords = ["cflt"]`, `entropy = ${LEAST_ENTROPY.toFixed(1)}`]),
  "confluent-legacy-api-secret": (rule) => `${formatRule(rule, LEGACY_SECRET_IN_LINE, LEGACY_FIELDS)}\n${KEY_ID_TEXT}`,
};

/** What stands before them: the scanner's own rules stay, but for two that these replace. */
export const TOML_OPENING = `title = "Confluent Cloud API secrets"

[extend]
useDefault = true
# These two allow neither + nor / in a secret, and report every key ID, which is not confidential.
disabledRules = ["confluent-secret-key", "confluent-access-token"]

`;

/** What both lose. */
export const TOML_LOSSES = [
  LOSSES.gitleaksEncodings,
  LOSSES.checksum,
  LOSSES.legacyAlone,
  LOSSES.legacyLines,
  LOSSES.legacyNeighbours,
  LOSSES.pairing,
  LOSSES.overlap,
  LOSSES.gitleaksFiles,
] as const;

/** Gitleaks. */
export const GITLEAKS: Scanner = {
  name: "Gitleaks 8.28 or newer",
  usage: [
    "gitleaks dir --config THIS-FILE .          (or git, stdin)",
    "As the repository's .gitleaks.toml it is used without being named.",
    "To use it alone, take out the section [extend].",
  ],
  losses: TOML_LOSSES,
  comment: "# ",
  opening: TOML_OPENING,
  rules: TOML_RULES,
};

const LEGACY_FIELDS = [
  `secretGroup = 1`,
  `entropy = ${LEAST_ENTROPY.toFixed(1)}`,
  "[[rules.required]]",
  `id = "${KEY_ID_RULE}"`,
  `withinLines = ${PAIR_GAP_LINES}`,
  "[[rules.allowlists]]",
  `description = "no secret, or a new one"`,
  `regexes = [\n${NOT_LEGACY.map((pattern) => `  '''${pattern}''',`).join("\n")}\n]`,
  "[[rules.allowlists]]",
  `description = "encrypted by Confluent Secret Protection"`,
  `regexTarget = "line"`,
  `regexes = ['''ENC\\[''']`,
];

/** Reports nothing by itself. */
const KEY_ID_TEXT = `[[rules]]
id = "${KEY_ID_RULE}"
description = "Key ID of a Confluent Cloud API key: half of a pair"
regex = '''${KEY_ID}'''
skipReport = true
`;

function formatRule(rule: Rule, pattern: string, fields: readonly string[]): string {
  const head = [`id = "${rule.id}"`, `description = ${JSON.stringify(rule.title)}`, `regex = '''${pattern}'''`];
  return ["[[rules]]", ...head, ...fields, ""].join("\n");
}
