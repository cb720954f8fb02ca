import type { Rule } from "../model/rule.ts";
import { LOSSES } from "./losses.ts";
import { KEY_ID_THEN_SECRET, LEAST_ENTROPY, SECRET_THEN_KEY_ID } from "./patterns.ts";
import type { Scanner } from "./scanner.ts";

/** The new format with the parts that the checksum is computed of; TOKEN is what is reported. */
const NEW_SECRET = "(?P<TOKEN>cflt(?P<body>[A-Za-z0-9+/]{54})(?P<checksum>[A-Za-z0-9+/]{5}[AQgw]))";

/**
 * Kingfisher, by custom rules, the checksum computed.
 *
 * The templates of the checksum stand exactly as they do here: the second line knows a closed list of them, and
 * takes YAML rules for the user's own alone. Source: kingfisher 1.112.0 and 2.14.0, docs/RULES.md.
 */
export const KINGFISHER: Scanner = {
  name: "Kingfisher 1.112 or newer, 2.x too",
  usage: ["kingfisher scan . --rules-path THIS-FILE --no-validate", "With --load-builtins=false only these rules run."],
  losses: [
    "Encodings but base64 (2.x: and UTF-16): percent, hex, \\u escapes, JSON's \\/, HTML, quoted-printable,\n" +
      "gzip inside text; and secrets that are wrapped or split.",
    LOSSES.legacyAlone,
    LOSSES.legacyCharacters,
    LOSSES.legacyNeighbours,
    LOSSES.legacyEncrypted,
    LOSSES.legacyTwice,
    LOSSES.pairing,
    LOSSES.overlap,
  ],
  comment: "# ",
  opening: "rules:\n",
  rules: {
    "confluent-api-secret": (rule) => formatRule(`custom.${rule.id}`, rule.title, "high", NEW_SECRET, CHECKSUM),
    "confluent-legacy-api-secret": (rule) =>
      [
        formatLegacy(rule, `custom.${rule.id}`, "behind its key ID", KEY_ID_THEN_SECRET),
        formatLegacy(rule, `custom.${rule.id}-first`, "before its key ID", SECRET_THEN_KEY_ID),
      ].join("\n"),
  },
};

const CHECKSUM = [
  "    pattern_requirements:",
  "      checksum:",
  "        actual:",
  `          template: "{{ checksum }}"`,
  "          requires_capture: checksum",
  `        expected: "{{ body | crc32_le_b64: 6 }}"`,
  "        skip_if_missing: false",
];

/** Hex lacks one of the three. What has the prefix is the other rule's; the last is an Ed25519 or X25519 key in PEM. */
const LEGACY_REQUIREMENTS = [
  "    pattern_requirements:",
  "      min_digits: 1",
  "      min_uppercase: 1",
  "      min_lowercase: 1",
  "      ignore_if_contains: [cflt, MC4CAQAwBQYDK2V]",
];

function formatLegacy(rule: Rule, id: string, where: string, pattern: string): string {
  return formatRule(id, `${rule.title}, ${where}`, "medium", pattern, LEGACY_REQUIREMENTS);
}

function formatRule(id: string, name: string, confidence: string, pattern: string, fields: readonly string[]): string {
  return [
    `  - name: ${JSON.stringify(name)}`,
    `    id: ${id}`,
    `    pattern: '${pattern}'`,
    `    min_entropy: ${LEAST_ENTROPY.toFixed(1)}`,
    `    confidence: ${confidence}`,
    ...fields,
    "",
  ].join("\n");
}
