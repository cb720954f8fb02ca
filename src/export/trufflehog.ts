import type { Rule } from "../model/rule.ts";
import { LOSSES } from "./losses.ts";
import { KEY_ID_THEN_SECRET, LEAST_ENTROPY, NOT_LEGACY, SECRET_THEN_KEY_ID } from "./patterns.ts";
import type { Scanner } from "./scanner.ts";

/**
 * TruffleHog runs a custom detector only near a keyword, from 512 characters before it to 1,000 behind it. A legacy
 * pair needs none; these stand near almost all.
 */
const LEGACY_KEYWORDS = [
  "api",
  "auth",
  "basic",
  "broker",
  "ccloud",
  "client",
  "cloud",
  "cluster",
  "confluent",
  "credential",
  "key",
  "kafka",
  "lkc-",
  "login",
  "passw",
  "registry",
  "sasl",
  "schema",
  "secret",
  "token",
  "user",
];

/**
 * TruffleHog, by custom detectors.
 *
 * Each is one regular expression, so that a pair is near each other: with two named ones every key ID of a chunk is
 * combined with every secret, up to 100. Source: trufflehog 3.92.5, pkg/custom_detectors (custom_detectors.go,
 * CUSTOM_DETECTORS.md), pkg/engine/ahocorasick, proto/custom_detectors.proto.
 */
export const TRUFFLEHOG: Scanner = {
  name: "TruffleHog 3.92 or newer",
  usage: [
    "trufflehog filesystem . --config=THIS-FILE --no-verification    (or git, ...)",
    "What custom detectors find is unverified: a hook or a job with --results=verified never shows it. Use",
    "--results=verified,unverified,unknown with --fail.",
  ],
  losses: [
    "Encodings but base64, UTF-16 and \\u escapes: percent, hex, JSON's \\/, HTML, quoted-printable,\n" +
      "base64 of base64, gzip inside text; and secrets that are wrapped or split.",
    LOSSES.checksum,
    LOSSES.legacyAlone,
    LOSSES.legacyCharacters,
    "Legacy pairs with none of the keywords below within 1,000 characters before or 512 behind them.",
    LOSSES.legacyNeighbours,
    LOSSES.legacyTwice,
    LOSSES.pairing,
    LOSSES.overlap,
  ],
  comment: "# ",
  opening: "detectors:\n",
  rules: {
    "confluent-api-secret": (rule) =>
      formatDetector(rule.id, rule, ["cflt"], rule.pattern, [`    entropy: ${LEAST_ENTROPY.toFixed(1)}`]),
    "confluent-legacy-api-secret": (rule) =>
      [
        formatDetector(rule.id, rule, LEGACY_KEYWORDS, KEY_ID_THEN_SECRET, LEGACY_FIELDS),
        formatDetector(`${rule.id}-first`, rule, LEGACY_KEYWORDS, SECRET_THEN_KEY_ID, LEGACY_FIELDS),
      ].join("\n"),
  },
};

const LEGACY_FIELDS = [
  `    entropy: ${LEAST_ENTROPY.toFixed(1)}`,
  "    exclude_regexes_capture:",
  ...NOT_LEGACY.map((pattern) => `      - '${pattern}'`),
  "    exclude_regexes_match:",
  "      # Encrypted by Confluent Secret Protection.",
  String.raw`      - 'ENC\['`,
];

function formatDetector(
  name: string,
  rule: Rule,
  keywords: readonly string[],
  pattern: string,
  fields: readonly string[],
): string {
  return [
    `  - name: ${name}`,
    `    description: ${JSON.stringify(rule.title)}`,
    "    keywords:",
    ...keywords.map((keyword) => `      - ${keyword}`),
    "    regex:",
    `      secret: '${pattern}'`,
    ...fields,
    "",
  ].join("\n");
}
