"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/cli/lazy-rules.ts
var lazy_rules_exports = {};
__export(lazy_rules_exports, {
  runRules: () => runRules
});
module.exports = __toCommonJS(lazy_rules_exports);

// src/export/patterns.ts
var PAIR_GAP_CHARACTERS = 500;
var PAIR_GAP_LINES = 20;
var LEAST_ENTROPY = 4;
var KEY_ID = String.raw`\b[A-Z2-7]{16}\b`;
var CHARACTER = "[A-Za-z0-9+/]";
var NOT_BEFORE = String.raw`A-Za-z0-9+/_.-`;
var NOT_AFTER = String.raw`A-Za-z0-9+/=_-`;
var NEXT_LINE = [
  String.raw`[\r\n]`,
  String.raw`(?:[a-z]{1,6}|[A-Z]{1,6}|[A-Z2-7]{16})\s`,
  "-{1,4}[^-]",
  `${CHARACTER}{1,63}-`,
  String.raw`${CHARACTER}{0,63}(?:[^A-Za-z0-9+/=\s-]|={1,2}[^=\s]|[ \t]+\S)`
].join("|");
var BEFORE_MORE = String.raw`[^\r\n.${NOT_AFTER}]|\.[^A-Za-z0-9_-]|\r?\n[ \t]*(?:${NEXT_LINE})`;
var AFTER = String.raw`(?:${BEFORE_MORE}|\r?\n[ \t]*(?:[a-z]{1,6}|[A-Z]{1,6}|[A-Z2-7]{16})?$|\.?$)`;
var LEGACY_SECRET_IN_LINE = String.raw`(?:(?m:^)|[^\n${NOT_BEFORE}])(${CHARACTER}{64})${AFTER}`;
var LEGACY_PARTS = {
  secret: `${CHARACTER}{64}`,
  before: `[^${NOT_BEFORE}]`,
  after: String.raw`(?:[^.${NOT_AFTER}]|\.[^A-Za-z0-9_-])`
};
var GAP = String.raw`[\s\S]{0,${PAIR_GAP_CHARACTERS}}?`;
var KEY_ID_THEN_SECRET = `${KEY_ID}${GAP}[^${NOT_BEFORE}](${CHARACTER}{64})${AFTER}`;
var SECRET_THEN_KEY_ID = `(?:^|[^${NOT_BEFORE}])(${CHARACTER}{64})` + String.raw`(?:(?:${BEFORE_MORE})${GAP}|\r?\n[ \t]*(?:${CHARACTER}{0,63}=)?)${KEY_ID}`;
var NOT_LEGACY = ["^[^0-9]+$", "^[^A-Z]+$", "^[^a-z]+$", "^cflt", "^MC4CAQAwBQYDK2V"];

// src/export/losses.ts
var LOSSES = {
  checksum: "The checksum: rules cannot compute one here, so an edited, mistyped or invented secret is\nreported like a real one. cfltguard check tells them apart.",
  encodings: "All encodings: base64, percent, \\u escapes, UTF-16, archives; and secrets that are wrapped or\nsplit.",
  gitleaksEncodings: "Encodings but base64, hex, percent and \\u escapes: UTF-16, JSON's \\/, HTML, quoted-printable,\ngzip inside text; and secrets that are wrapped or split.",
  pairing: "Which key a secret belongs to, and so which one to delete: nearness is all that counts here.",
  overlap: "A secret that begins within another look-alike (cfltcflt...), one time in 16.",
  legacyAlone: "Legacy secrets without a key ID nearby, or directly behind an escape such as \\n; cfltguard also\nweighs field names and hosts.",
  legacyCharacters: `Legacy pairs more than ${PAIR_GAP_CHARACTERS} characters apart.`,
  legacyLines: `Legacy pairs more than ${PAIR_GAP_LINES} lines apart, or of which one half alone is encoded.`,
  legacyNeighbours: "Of two legacy secrets with one character between them, the second.",
  legacyEncrypted: "Precision: what Confluent Secret Protection encrypted (ENC[...]) near a key ID is taken for a legacy\nsecret.",
  legacyTwice: "Brevity: a legacy secret between two key IDs is reported by both rules for pairs.",
  gitleaksFiles: "Files that its default configuration leaves out by name: lock files, images, PDF, office\ndocuments, node_modules."
};

// src/export/gitleaks.ts
var KEY_ID_RULE = "confluent-key-id";
var TOML_RULES = {
  "confluent-api-secret": (rule) => formatRule(rule, rule.pattern, [`keywords = ["cflt"]`, `entropy = ${LEAST_ENTROPY.toFixed(1)}`]),
  "confluent-legacy-api-secret": (rule) => `${formatRule(rule, LEGACY_SECRET_IN_LINE, LEGACY_FIELDS)}
${KEY_ID_TEXT}`
};
var TOML_OPENING = `title = "Confluent Cloud API secrets"

[extend]
useDefault = true
# These two allow neither + nor / in a secret, and report every key ID, which is not confidential.
disabledRules = ["confluent-secret-key", "confluent-access-token"]

`;
var TOML_LOSSES = [
  LOSSES.gitleaksEncodings,
  LOSSES.checksum,
  LOSSES.legacyAlone,
  LOSSES.legacyLines,
  LOSSES.legacyNeighbours,
  LOSSES.pairing,
  LOSSES.overlap,
  LOSSES.gitleaksFiles
];
var GITLEAKS = {
  name: "Gitleaks 8.28 or newer",
  usage: [
    "gitleaks dir --config THIS-FILE .          (or git, stdin)",
    "As the repository's .gitleaks.toml it is used without being named.",
    "To use it alone, take out the section [extend]."
  ],
  losses: TOML_LOSSES,
  comment: "# ",
  opening: TOML_OPENING,
  rules: TOML_RULES
};
var LEGACY_FIELDS = [
  `secretGroup = 1`,
  `entropy = ${LEAST_ENTROPY.toFixed(1)}`,
  "[[rules.required]]",
  `id = "${KEY_ID_RULE}"`,
  `withinLines = ${PAIR_GAP_LINES}`,
  "[[rules.allowlists]]",
  `description = "no secret, or a new one"`,
  `regexes = [
${NOT_LEGACY.map((pattern) => `  '''${pattern}''',`).join("\n")}
]`,
  "[[rules.allowlists]]",
  `description = "encrypted by Confluent Secret Protection"`,
  `regexTarget = "line"`,
  `regexes = ['''ENC\\[''']`
];
var KEY_ID_TEXT = `[[rules]]
id = "${KEY_ID_RULE}"
description = "Key ID of a Confluent Cloud API key: half of a pair"
regex = '''${KEY_ID}'''
skipReport = true
`;
function formatRule(rule, pattern, fields) {
  const head = [`id = "${rule.id}"`, `description = ${JSON.stringify(rule.title)}`, `regex = '''${pattern}'''`];
  return ["[[rules]]", ...head, ...fields, ""].join("\n");
}

// src/export/betterleaks.ts
var BETTERLEAKS = {
  name: "Betterleaks 1.0 or newer",
  usage: [
    "betterleaks dir --config THIS-FILE .       (or git, stdin)",
    "As the repository's .betterleaks.toml it is used without being named.",
    "To use it alone, take out the section [extend]."
  ],
  losses: TOML_LOSSES,
  comment: "# ",
  opening: TOML_OPENING,
  rules: TOML_RULES
};

// src/export/detect-secrets.ts
var DETECT_SECRETS = {
  name: "detect-secrets 1.5",
  usage: [
    "detect-secrets scan --all-files --plugin THIS-FILE --disable-filter \\",
    "  detect_secrets.filters.heuristic.is_indirect_reference",
    'Name the file .py. The filter would leave out each line that looks like a call, as in password = read("...").',
    "The hook (detect-secrets-hook) takes the same arguments."
  ],
  losses: [
    LOSSES.encodings,
    LOSSES.legacyAlone,
    "Legacy pairs more than five lines apart.",
    LOSSES.pairing,
    "Files that it leaves out by name: lock files, archives, images, .css, .map, anything with swagger\nin its path."
  ],
  comment: "# ",
  opening: `import re
from base64 import b64encode
from zlib import crc32

from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.plugins.base import RegexBasedDetector

`,
  rules: { "confluent-api-secret": formatNew, "confluent-legacy-api-secret": formatLegacy }
};
function formatNew(rule) {
  return `
class ConfluentApiSecretDetector(RegexBasedDetector):
    """Prefix, length, alphabet, and a checksum that is right: overlapping, without boundaries."""

    secret_type = ${JSON.stringify(rule.title)}
    denylist = (re.compile(r"(?=(${rule.pattern}))"),)

    def analyze_string(self, string, **kwargs):
        for secret in super().analyze_string(string):
            if self.is_checksum_right(secret):
                yield secret

    @staticmethod
    def is_checksum_right(secret):
        checksum = crc32(secret[4:58].encode()).to_bytes(4, "little")
        return b64encode(checksum)[:6].decode() == secret[58:]
`;
}
function formatLegacy(rule) {
  return `
class ConfluentLegacyApiSecretDetector(RegexBasedDetector):
    """64 characters without a prefix, with a key ID in the lines around them."""

    secret_type = ${JSON.stringify(rule.title)}
    denylist = (re.compile(r"(?<![A-Za-z0-9+/_.-])([A-Za-z0-9+/]{64})(?![A-Za-z0-9+/=_-]|\\.[A-Za-z0-9_-])"),)
    key_id = re.compile(r"(?<![A-Za-z0-9_])[A-Z2-7]{16}(?![A-Za-z0-9_])")
    no_secret = re.compile(r"${NOT_LEGACY.join("|")}")
    # A line of nothing but base64: of a PEM file, or of something long that was wrapped.
    wrapped = re.compile(r"\\s*[A-Za-z0-9+/]{20,}={0,2}\\s*|\\s*-----.*\\s*")

    def analyze_string(self, string, **kwargs):
        for secret in super().analyze_string(string):
            if len(set(secret)) > 24 and not self.no_secret.search(secret):
                yield secret

    def analyze_line(self, filename, line, line_number=0, context=None, **kwargs):
        lines = context.lines if context else [line]
        if "ENC[" in line or not any(self.key_id.search(one) for one in lines):
            return set()
        if context and self.wrapped.fullmatch(line) and self.is_in_block(context):
            return set()
        secrets = self.analyze_string(line)
        return {
            PotentialSecret(type=self.secret_type, filename=filename, secret=secret, line_number=line_number)
            for secret in secrets
        }

    def is_in_block(self, context):
        at = context.target_index
        beside = context.lines[max(0, at - 1) : at] + context.lines[at + 1 : at + 2]
        return any(self.wrapped.fullmatch(one) for one in beside)
`;
}

// src/export/github.ts
var GAP_CHARACTERS = 120;
var GITHUB = {
  name: "GitHub secret scanning (custom patterns)",
  usage: [
    "Settings > Advanced Security > Secret scanning > Custom patterns > New pattern, one for each block below.",
    'Fill in the fields, those under "More options" too, save and run a dry run before you publish; then turn on push',
    "protection for the pattern. (GitHub cannot be tried offline: the expressions were checked with other engines.)"
  ],
  losses: [
    LOSSES.encodings,
    LOSSES.checksum,
    LOSSES.legacyAlone,
    `Legacy pairs more than ${GAP_CHARACTERS} characters apart.`,
    "Precision: lines of wrapped base64, of a PEM file too, near a key ID are taken for legacy secrets.",
    LOSSES.legacyEncrypted,
    LOSSES.pairing,
    LOSSES.overlap
  ],
  comment: "",
  opening: "",
  rules: {
    "confluent-api-secret": (rule) => formatPattern({
      name: rule.title,
      secret: rule.pattern,
      before: String.raw`\A|[\s\S]`,
      after: String.raw`\z|[\s\S]`,
      test: `sasl.password=${requireExample(rule)}`,
      must: [],
      mustNot: []
    }),
    "confluent-legacy-api-secret": (rule) => LEGACY_PATTERNS.map((one) => formatPattern(one(rule))).join("\n")
  }
};
var KEY_ID2 = "[A-Z2-7]{16}";
var GAP2 = String.raw`[\s\S]{0,${GAP_CHARACTERS}}`;
var LEGACY_EXAMPLE = "R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987";
var EXAMPLE_KEY_ID = "ABCDEFGHIJKLMNOP";
var LEGACY_REQUIREMENTS = { must: ["[0-9]", "[A-Z]", "[a-z]"], mustNot: ["^cflt", "^MC4CAQAwBQYDK2V"] };
var LEGACY_PATTERNS = [
  (rule) => ({
    name: `${rule.title}, behind its key ID`,
    secret: LEGACY_PARTS.secret,
    before: String.raw`(?:\A|[^A-Za-z0-9])${KEY_ID2}(?:[^A-Za-z0-9]${GAP2})?${LEGACY_PARTS.before}`,
    after: String.raw`\z|${LEGACY_PARTS.after}`,
    test: `sasl.username=${EXAMPLE_KEY_ID} sasl.password=${LEGACY_EXAMPLE}`,
    ...LEGACY_REQUIREMENTS
  }),
  (rule) => ({
    name: `${rule.title}, before its key ID`,
    secret: LEGACY_PARTS.secret,
    before: String.raw`\A|${LEGACY_PARTS.before}`,
    after: String.raw`${LEGACY_PARTS.after}(?:${GAP2}[^A-Za-z0-9])?${KEY_ID2}(?:\z|[^A-Za-z0-9])`,
    test: `"password": "${LEGACY_EXAMPLE}", "username": "${EXAMPLE_KEY_ID}"`,
    ...LEGACY_REQUIREMENTS
  })
];
function requireExample(rule) {
  const [example] = rule.examples;
  if (example === void 0) throw new Error(`rule ${rule.id} has no example`);
  return example;
}
function formatPattern(pattern) {
  const fields = [
    ["Pattern name", pattern.name],
    ["Secret format", pattern.secret],
    ["Before secret", pattern.before],
    ["After secret", pattern.after],
    ...pattern.must.map((one) => ["Must match", one]),
    ...pattern.mustNot.map((one) => ["Must not match", one]),
    ["Test string", pattern.test]
  ];
  return fields.map(([label, value]) => `${`${label}:`.padEnd(16)}${value}
`).join("");
}

// src/export/kingfisher.ts
var NEW_SECRET = "(?P<TOKEN>cflt(?P<body>[A-Za-z0-9+/]{54})(?P<checksum>[A-Za-z0-9+/]{5}[AQgw]))";
var KINGFISHER = {
  name: "Kingfisher 1.112 or newer, 2.x too",
  usage: ["kingfisher scan . --rules-path THIS-FILE --no-validate", "With --load-builtins=false only these rules run."],
  losses: [
    "Encodings but base64 (2.x: and UTF-16): percent, hex, \\u escapes, JSON's \\/, HTML, quoted-printable,\ngzip inside text; and secrets that are wrapped or split.",
    LOSSES.legacyAlone,
    LOSSES.legacyCharacters,
    LOSSES.legacyNeighbours,
    LOSSES.legacyEncrypted,
    LOSSES.legacyTwice,
    LOSSES.pairing,
    LOSSES.overlap
  ],
  comment: "# ",
  opening: "rules:\n",
  rules: {
    "confluent-api-secret": (rule) => formatRule2(`custom.${rule.id}`, rule.title, "high", NEW_SECRET, CHECKSUM),
    "confluent-legacy-api-secret": (rule) => [
      formatLegacy2(rule, `custom.${rule.id}`, "behind its key ID", KEY_ID_THEN_SECRET),
      formatLegacy2(rule, `custom.${rule.id}-first`, "before its key ID", SECRET_THEN_KEY_ID)
    ].join("\n")
  }
};
var CHECKSUM = [
  "    pattern_requirements:",
  "      checksum:",
  "        actual:",
  `          template: "{{ checksum }}"`,
  "          requires_capture: checksum",
  `        expected: "{{ body | crc32_le_b64: 6 }}"`,
  "        skip_if_missing: false"
];
var LEGACY_REQUIREMENTS2 = [
  "    pattern_requirements:",
  "      min_digits: 1",
  "      min_uppercase: 1",
  "      min_lowercase: 1",
  "      ignore_if_contains: [cflt, MC4CAQAwBQYDK2V]"
];
function formatLegacy2(rule, id, where, pattern) {
  return formatRule2(id, `${rule.title}, ${where}`, "medium", pattern, LEGACY_REQUIREMENTS2);
}
function formatRule2(id, name, confidence, pattern, fields) {
  return [
    `  - name: ${JSON.stringify(name)}`,
    `    id: ${id}`,
    `    pattern: '${pattern}'`,
    `    min_entropy: ${LEAST_ENTROPY.toFixed(1)}`,
    `    confidence: ${confidence}`,
    ...fields,
    ""
  ].join("\n");
}

// src/export/scanner.ts
function formatExport(scanner, rules) {
  const texts = rules.flatMap((rule) => scanner.rules[rule.id]?.(rule) ?? []);
  return `${formatHead(scanner, rules)}
${scanner.opening}${texts.join("\n")}`;
}
function formatHead(scanner, rules) {
  const absent = rules.filter(({ id }) => !(id in scanner.rules)).map(({ id }) => id);
  const losses = absent.length === 0 ? scanner.losses : [...scanner.losses, describeAbsent(absent)];
  const lines = [
    `Confluent Cloud API secrets for ${scanner.name}; written by cfltguard rules export.`,
    "",
    "How to use it:",
    ...scanner.usage.map((line) => `  ${line}`),
    "",
    "What it loses against cfltguard:",
    ...losses.flatMap((loss) => `- ${loss}`.replaceAll("\n", "\n  ").split("\n"))
  ];
  return lines.map((line) => `${scanner.comment}${line}`.trimEnd() + "\n").join("");
}
function describeAbsent(ids) {
  return `Not in this file: ${ids.join(", ")}.`;
}

// src/export/trufflehog.ts
var LEGACY_KEYWORDS = [
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
  "user"
];
var TRUFFLEHOG = {
  name: "TruffleHog 3.92 or newer",
  usage: [
    "trufflehog filesystem . --config=THIS-FILE --no-verification    (or git, ...)",
    "What custom detectors find is unverified: a hook or a job with --results=verified never shows it. Use",
    "--results=verified,unverified,unknown with --fail."
  ],
  losses: [
    "Encodings but base64, UTF-16 and \\u escapes: percent, hex, JSON's \\/, HTML, quoted-printable,\nbase64 of base64, gzip inside text; and secrets that are wrapped or split.",
    LOSSES.checksum,
    LOSSES.legacyAlone,
    LOSSES.legacyCharacters,
    "Legacy pairs with none of the keywords below within 1,000 characters before or 512 behind them.",
    LOSSES.legacyNeighbours,
    LOSSES.legacyTwice,
    LOSSES.pairing,
    LOSSES.overlap
  ],
  comment: "# ",
  opening: "detectors:\n",
  rules: {
    "confluent-api-secret": (rule) => formatDetector(rule.id, rule, ["cflt"], rule.pattern, [`    entropy: ${LEAST_ENTROPY.toFixed(1)}`]),
    "confluent-legacy-api-secret": (rule) => [
      formatDetector(rule.id, rule, LEGACY_KEYWORDS, KEY_ID_THEN_SECRET, LEGACY_FIELDS2),
      formatDetector(`${rule.id}-first`, rule, LEGACY_KEYWORDS, SECRET_THEN_KEY_ID, LEGACY_FIELDS2)
    ].join("\n")
  }
};
var LEGACY_FIELDS2 = [
  `    entropy: ${LEAST_ENTROPY.toFixed(1)}`,
  "    exclude_regexes_capture:",
  ...NOT_LEGACY.map((pattern) => `      - '${pattern}'`),
  "    exclude_regexes_match:",
  "      # Encrypted by Confluent Secret Protection.",
  String.raw`      - 'ENC\['`
];
function formatDetector(name, rule, keywords, pattern, fields) {
  return [
    `  - name: ${name}`,
    `    description: ${JSON.stringify(rule.title)}`,
    "    keywords:",
    ...keywords.map((keyword) => `      - ${keyword}`),
    "    regex:",
    `      secret: '${pattern}'`,
    ...fields,
    ""
  ].join("\n");
}

// src/export/export.ts
var SCANNERS = {
  gitleaks: GITLEAKS,
  betterleaks: BETTERLEAKS,
  trufflehog: TRUFFLEHOG,
  kingfisher: KINGFISHER,
  github: GITHUB,
  "detect-secrets": DETECT_SECRETS
};
function exportRules(name, rules) {
  return formatExport(SCANNERS[name], rules);
}

// src/model/secret.ts
var BRAND = /* @__PURE__ */ Symbol.for("cfltguard.Secret");
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** Marks every instance; see `isSecretObject`. */
  get [BRAND]() {
    return true;
  }
  /** The value itself. The caller answers for where it goes. */
  reveal() {
    return this.#value;
  }
  /** The first 8 and the last 4 characters: enough to find it by eye, useless to authenticate. */
  get preview() {
    return previewOf(this.#value);
  }
  /** Lower-case hex SHA-256 of the characters, made by the caller's hash function. */
  hashWith(sha256Hex) {
    return sha256Hex(this.#value);
  }
  /** Whether both hold the same characters. */
  equals(other) {
    return this.#value === other.#value;
  }
  /** The characters for the channel between this process's own threads, where classes do not survive. */
  toThread() {
    return this.#value;
  }
  toString() {
    return `[Secret ${this.preview}]`;
  }
  toJSON() {
    return this.toString();
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return this.toString();
  }
};
function previewOf(candidate) {
  if (candidate.length !== 64) return `${candidate.slice(0, Math.min(8, candidate.length >> 3))}\u2026`;
  return `${candidate.slice(0, 8)}\u2026${candidate.slice(-4)}`;
}

// src/export/rule-text.ts
function formatRuleList(rules) {
  const widest = (texts) => Math.max(0, ...texts.map(({ length }) => length));
  const idWidth = widest(rules.map(({ id }) => id));
  const confidenceWidth = widest(rules.map(({ confidence }) => confidence));
  return rules.map(({ id, confidence, title }) => `${id.padEnd(idWidth)}  ${confidence.padEnd(confidenceWidth)}  ${title}
`).join("");
}
function formatRulesJson(rules) {
  const masked = rules.map((rule) => ({
    ...rule,
    examples: rule.examples.map(maskExample),
    non_examples: rule.non_examples.map(maskRuns)
  }));
  return `${JSON.stringify(masked, null, 2)}
`;
}
function formatRule3(rule) {
  return [
    `${rule.title}
`,
    `${rule.id}, ${rule.confidence}, severity ${rule.severity}
`,
    `
${rule.explanation}
`,
    section("Pattern", [rule.pattern]),
    section(
      "What to do",
      rule.remediation.map((step, i) => `${i + 1}. ${step}`)
    ),
    section("The key ID", [rule.unknownKey]),
    section("It finds something in", rule.examples.map(maskExample)),
    section("It finds nothing in", rule.non_examples.map(maskRuns)),
    section("References", rule.references)
  ].join("");
}
function maskRuns(text) {
  return text.replaceAll(/[A-Za-z0-9+/_-]{48,}={0,2}/g, previewOf);
}
function maskExample(example) {
  return maskRuns(example).replaceAll(CREDENTIAL_VALUE, "$1\u2026");
}
var CREDENTIAL_VALUE = /((?:data|key|key-id|key_id|password|secret|token)["']?\s*[=:]\s*["'])(?![A-Z0-9]{16}["']|[^"'\n]*…)[^"'\n]+/gi;
function section(title, texts) {
  return `
${title}:
${texts.map((text) => `  ${text.trimEnd().replaceAll("\n", "\n  ")}
`).join("")}`;
}

// src/export/scanner-names.ts
var SCANNER_NAMES = [
  "gitleaks",
  "betterleaks",
  "trufflehog",
  "kingfisher",
  "github",
  "detect-secrets"
];

// src/model/errors.ts
var UsageError = class extends Error {
  name = "UsageError";
};
var ScanError = class extends Error {
  name = "ScanError";
  code;
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
};
function errorCode(error) {
  if (!(error instanceof Error)) return String(error);
  return error.code ?? error.message;
}

// rules/confluent-api-secret.json
var confluent_api_secret_default = {
  id: "confluent-api-secret",
  title: "Confluent Cloud API secret",
  name: "ConfluentApiSecret",
  confidence: "proven",
  severity: "9.5",
  pattern: "cflt[A-Za-z0-9+/]{59}[AQgw]",
  explanation: "A Confluent Cloud API secret stands here, plain or in an encoding that anyone can undo. Its checksum is right, so it is not a look-alike. With its key ID it gives whoever reads this the rights of the key's owner, until the key is deleted.",
  remediation: [
    "Create a new key for the same owner and resource, and move everything that uses this one to it.",
    "Delete this key: confluent api-key delete <KEY-ID>",
    "Take the secret out of the text. Deleting the text alone ends nothing: the secret works until its key is deleted."
  ],
  unknownKey: "No key ID stands nearby. It is the user name that goes with the secret (sasl.username, or what stands before the colon in user.info); confluent api-key list shows the IDs with their owners and dates.",
  examples: [
    "cfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw",
    "sasl.username=ABCD1234567890AB\nsasl.password=cfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw\n",
    "xcfltcfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjwx"
  ],
  non_examples: [
    "cfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjA",
    "cfltU8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw",
    "CFLTT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw",
    "cfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDj",
    "sasl.username=ABCD1234567890AB"
  ],
  references: [
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html"
  ],
  tags: ["security", "secret", "confluent", "external/cwe/cwe-798"]
};

// rules/confluent-damaged-api-secret.json
var confluent_damaged_api_secret_default = {
  id: "confluent-damaged-api-secret",
  title: "Confluent Cloud API secret with a wrong checksum",
  name: "ConfluentDamagedApiSecret",
  confidence: "possible",
  severity: "2.0",
  pattern: "(?<![A-Za-z0-9+/])cflt[A-Za-z0-9+/]{60}(?![A-Za-z0-9+/])",
  explanation: "This has the prefix, length and alphabet of a Confluent Cloud API secret, and a checksum that is wrong: it was edited, mistyped, put together from parts, or made up. As it stands it opens nothing. If it was copied from a real secret with a mistake in it, almost all of that secret is readable here.",
  remediation: [
    "Find out what it was made from. If it is made up, nothing has leaked: a placeholder without the prefix cflt is not taken for a secret.",
    "If it comes from a real secret, treat that one as leaked: create a new key for the same owner and resource, and move everything that uses the old one to it.",
    "Delete the old key: confluent api-key delete <KEY-ID>",
    "Take the text out, since whoever reads it has only the mistake left to find."
  ],
  unknownKey: "No key ID stands nearby. If this comes from a real secret, that one's key ID is the user name where it is used; confluent api-key list shows the IDs with their owners and dates.",
  examples: [
    "cfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjA",
    "sasl.username=ABCD1234567890AB\nsasl.password=cfltU8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw\n",
    '"cfltXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"'
  ],
  non_examples: [
    "cfltT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDj",
    "cfltU8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjwx",
    "xcfltU8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw",
    "CFLTU8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw",
    "cfltU8d8RzkNseTMEDKcjNM1BZTFPHqRn_dQm9q7w6SjzZ12wZfwjaJdipHZtDjw",
    "sasl.username=ABCD1234567890AB"
  ],
  references: [
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html"
  ],
  tags: ["security", "secret", "confluent", "external/cwe/cwe-798"]
};

// rules/confluent-legacy-api-secret.json
var confluent_legacy_api_secret_default = {
  id: "confluent-legacy-api-secret",
  title: "Confluent Cloud API secret without a checksum",
  name: "ConfluentLegacyApiSecret",
  confidence: "likely",
  severity: "9.0",
  pattern: "(?<![A-Za-z0-9+/])(?!cflt)[A-Za-z0-9+/]{64}(?![A-Za-z0-9+/=])",
  explanation: "64 random characters stand here with a Confluent Cloud key ID or under a name that only such a secret has. Secrets made before 30 July 2025 look like this and still work. They carry no checksum, so what stands around one decides: --explain says what. With its key ID it gives whoever reads this the rights of the key's owner, until the key is deleted.",
  remediation: [
    "Create a new key for the same owner and resource, and move everything that uses this one to it.",
    "Delete this key: confluent api-key delete <KEY-ID>",
    "Take the secret out of the text. Deleting the text alone ends nothing: the secret works until its key is deleted."
  ],
  unknownKey: "No key ID stands nearby. It is the user name that goes with the secret (sasl.username, or what stands before the colon in user.info); confluent api-key list shows the IDs with their owners and dates.",
  examples: [
    "sasl.username=KJDYFDMBOBDNQEIU\nsasl.password=R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987\n",
    "KJDYFDMBOBDNQEIU:R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987",
    '{"username": "KJDYFDMBOBDNQEIU", "password": "R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987"}'
  ],
  non_examples: [
    "R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987",
    "sha384-R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx987",
    "KJDYFDMBOBDNQEIU:R15hoiDIq8Nxu/lY4mPO3DwAVIfU5W7OI+efsB607mLgHTnVW5XJGVqX2ysDx98",
    "KJDYFDMBOBDNQEIU:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "sasl.username=KJDYFDMBOBDNQEIU\nsasl.password=****************************************************************"
  ],
  references: [
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html"
  ],
  tags: ["security", "secret", "confluent", "external/cwe/cwe-798"]
};

// rules/flink-connection-credential.json
var flink_connection_credential_default = {
  id: "flink-connection-credential",
  title: "Credential in the definition of a Flink connection",
  name: "FlinkConnectionCredential",
  confidence: "likely",
  severity: "8.0",
  pattern: "(?:[Cc][Rr][Ee][Aa][Tt][Ee](?:\\s+[Oo][Rr]\\s+[Rr][Ee][Pp][Ll][Aa][Cc][Ee])?|[Aa][Ll][Tt][Ee][Rr])\\s+[Cc][Oo][Nn][Nn][Ee][Cc][Tt][Ii][Oo][Nn](?![A-Za-z0-9_])|PlaintextProvider|confluent_flink_connection",
  explanation: "A connection of Confluent Cloud for Apache Flink is defined here with another service's credential in plain text: an API key, a password, a token. Whoever reads this can use that service as the connection does, without Confluent. Confluent keeps the credential out of sight once the connection is made, but not in the text that makes it. Nothing of the credential is shown or hashed, since a weak password could be guessed from its hash.",
  remediation: [
    "At the service that the connection opens, create a new credential. Not every service lets two be valid at once: plan for that.",
    "Give the connection the new one: ALTER CONNECTION <name> SET ('api-key' = '...'), or confluent flink connection update, from a value that no file holds.",
    "At the service, revoke the old credential.",
    "Take it out of the text: a variable in Terraform, a value from a secret store in scripts. Deleting the text alone ends nothing: the credential works until the service revokes it."
  ],
  unknownKey: "This is no Confluent key: it has no key ID, and the service that issued it is the one to ask. The connection's type and endpoint say which service that is.",
  examples: [
    "CREATE CONNECTION `my-connection` WITH ('type' = 'OPENAI', 'endpoint' = 'https://api.openai.com/v1/chat/completions', 'api-key' = 'sk-Qm7vT2xLr9ZcW4nYb6HdK1sPfU8gEj3A');",
    "ALTER CONNECTION my_connection SET ('username' = 'app', 'password' = 'hunter2')",
    '{"name":"my-connection","spec":{"connection_type":"OPENAI","auth_data":{"kind":"PlaintextProvider","data":"sk-Qm7vT2xLr9ZcW4nYb6HdK1sPfU8gEj3A"}}}',
    'resource "confluent_flink_connection" "main" {\n  type    = "OPENAI"\n  api_key = "sk-Qm7vT2xLr9ZcW4nYb6HdK1sPfU8gEj3A"\n}\n'
  ],
  non_examples: [
    "CREATE CONNECTION `my-connection` WITH ('type' = 'AZUREML', 'api-key' = '<your-api-key>');",
    "CREATE CONNECTION c WITH ('type' = 'MCP_SERVER', 'token' = '${var.token}')",
    "CREATE CONNECTION c WITH (type = 'kafka', password = 'hunter2')",
    '{"name":"my-connection","spec":{"auth_data":{"kind":"PlaintextProvider","data":"string"}}}',
    'resource "confluent_flink_connection" "main" {\n  api_key = "API_Key_value"\n}\n',
    'resource "confluent_flink_connection" "main" {\n  api_key = var.api_key\n}\n'
  ],
  references: [
    "https://docs.confluent.io/cloud/current/flink/operate-and-deploy/manage-connections.html",
    "https://docs.confluent.io/cloud/current/flink/reference/statements/create-connection.html",
    "https://docs.confluent.io/cloud/current/flink/reference/statements/alter-connection.html",
    "https://registry.terraform.io/providers/confluentinc/confluent/latest/docs/resources/confluent_flink_connection"
  ],
  tags: ["security", "secret", "confluent", "flink", "external/cwe/cwe-798"]
};

// src/model/rule.ts
var REQUIRED = {
  id: isText,
  title: isText,
  name: isText,
  confidence: (value) => value === "proven" || value === "likely" || value === "possible",
  severity: (value) => typeof value === "string" && Number(value) >= 0.1 && Number(value) <= 10,
  pattern: isText,
  explanation: isText,
  remediation: isTextList,
  unknownKey: isText,
  examples: isTextList,
  non_examples: isTextList,
  references: isTextList,
  tags: isTextList
};
function requireRule(data) {
  if (typeof data !== "object" || data === null) throw new Error("a rule must be an object");
  for (const [field, isValid] of Object.entries(REQUIRED)) {
    if (!isValid(data[field])) throw new Error(`rule field ${field} is missing or wrong`);
  }
  for (const field of Object.keys(data)) {
    if (!(field in REQUIRED)) throw new Error(`rule field ${field} is not known`);
  }
  return data;
}
function isText(value) {
  return typeof value === "string" && value.trim() !== "";
}
function isTextList(value) {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}

// src/rules.ts
var RULES = [
  confluent_api_secret_default,
  confluent_legacy_api_secret_default,
  confluent_damaged_api_secret_default,
  flink_connection_credential_default
].map(requireRule);

// src/cli/exit-code.ts
var EXIT = { clean: 0, findings: 1, failure: 2 };

// src/cli/output.ts
var import_node_fs2 = require("node:fs");
var import_node_path = require("node:path");

// src/model/byte-path.ts
function asBytePath(latin1) {
  return latin1;
}
function toBytePath(text) {
  return asBytePath(isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1"));
}
function toFsPath(path) {
  return isAscii(path) ? path : Buffer.from(path, "latin1");
}
function toDisplayPath(path) {
  return isAscii(path) ? path : Buffer.from(path, "latin1").toString("utf8");
}
function isAscii(text) {
  return Buffer.byteLength(text) === text.length;
}

// src/sources/stream.ts
var CHUNK_BYTES = 64 * 1024;
function descriptorOf(path) {
  const [, name = ""] = /^\/dev\/(stdin|stdout|stderr)$/.exec(path) ?? [];
  if (name !== "") return ["stdin", "stdout", "stderr"].indexOf(name);
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === void 0 ? null : Number(number);
}

// src/model/archive-limits.ts
var DEFAULT_ARCHIVE_LIMITS = {
  depth: 5,
  bytes: 2 * 1024 ** 3,
  ratio: 1e3,
  members: 1e6
};

// src/cli/options.ts
var FORMATS = ["text", "json", "sarif"];
var CONFIDENCES = ["proven", "likely", "possible"];
var OPTIONS = {
  format: { type: "string", describe: "Format of the report", choices: FORMATS, default: "text" },
  output: { type: "string", placeholder: "FILE", describe: "Write the report to FILE, not to standard output" },
  report: {
    type: "string",
    placeholder: "FORMAT=FILE",
    describe: "Write one more report, as FORMAT=FILE; repeatable; - is standard output",
    isRepeatable: true
  },
  "files-from": {
    type: "string",
    placeholder: "FILE",
    describe: "Scan what the file FILE lists, NUL-separated; - is standard input"
  },
  "stdin-filename": { type: "string", placeholder: "PATH", describe: "Call standard input PATH in reports" },
  "min-confidence": {
    type: "string",
    describe: "Report what is at least this sure; possible adds weak evidence and wrong checksums",
    choices: CONFIDENCES,
    default: "likely"
  },
  "max-decode-depth": {
    type: "string",
    placeholder: "N",
    describe: "Undo up to N encodings one in another; 0 decodes nothing",
    default: "4"
  },
  "max-archive-depth": {
    type: "string",
    placeholder: "N",
    describe: "Open archives up to N inside each other; 0 opens none",
    default: String(DEFAULT_ARCHIVE_LIMITS.depth)
  },
  "max-archive-bytes": {
    type: "string",
    placeholder: "N",
    describe: "Expand at most N bytes of each file",
    default: String(DEFAULT_ARCHIVE_LIMITS.bytes)
  },
  "max-archive-ratio": {
    type: "string",
    placeholder: "N",
    describe: "Expand at most N times the bytes that are read, once they are more than 10 MiB",
    default: String(DEFAULT_ARCHIVE_LIMITS.ratio)
  },
  "max-archive-members": {
    type: "string",
    placeholder: "N",
    describe: "Read at most N members of each file",
    default: String(DEFAULT_ARCHIVE_LIMITS.members)
  },
  jobs: { type: "string", placeholder: "N", describe: "Use N threads (default: one a processor, at most 6)" },
  known: {
    type: "string",
    placeholder: "FILE",
    describe: "Report 64 characters as proven whose SHA-256 FILE lists, one a line in hex"
  },
  explain: { type: "boolean", describe: "Say why each finding is one (text)", default: false },
  "exit-zero": { type: "boolean", describe: "Exit with 0 where findings would make it 1", default: false },
  "show-secrets": { type: "boolean", describe: "Print the secrets themselves (text and json)", default: false },
  quiet: { type: "boolean", describe: "No summary, unless something could not be read", default: false },
  verbose: { type: "boolean", describe: "Name every input that was not read", default: false },
  "no-color": { type: "boolean", describe: "No colour, also on a terminal", default: false },
  for: { type: "string", describe: "Write the rules in the language of this scanner", choices: SCANNER_NAMES },
  count: { type: "string", placeholder: "N", describe: "Make N of them", default: "1" },
  help: { type: "boolean", describe: "Show this help", short: "h", default: false },
  version: { type: "boolean", describe: "Show the version", default: false }
};
var DETECTION = ["min-confidence", "known", "max-decode-depth"];
var ARCHIVES = ["max-archive-depth", "max-archive-bytes", "max-archive-ratio", "max-archive-members"];
var REPORTING = [
  "format",
  "output",
  "report",
  "exit-zero",
  "show-secrets",
  "explain",
  "quiet",
  "verbose",
  "no-color"
];
var COMMANDS = {
  scan: {
    usage: "scan [paths..]",
    describe: "Scan files, folders and globs (default .); - is standard input",
    options: ["files-from", "stdin-filename", "jobs", ...DETECTION, ...ARCHIVES, ...REPORTING]
  },
  staged: {
    usage: "staged [files..]",
    describe: "Scan what the commit would record; a named file that is not staged is read from disk",
    options: [...DETECTION, ...ARCHIVES, ...REPORTING]
  },
  hook: {
    usage: "hook pre-commit [files..]",
    describe: "Scan what the commit would record, as the entry of a git hook",
    options: [...DETECTION, ...ARCHIVES, ...REPORTING]
  },
  where: {
    usage: "where <key-id|fingerprint> [paths..]",
    describe: "Find every place of a key ID and its secrets, or of one secret (text, json)",
    options: ["files-from", "stdin-filename", "jobs", ...ARCHIVES, "format", "output", "quiet", "verbose"]
  },
  check: {
    usage: "check",
    describe: "Say of each line of standard input whether it is a Confluent secret, and why not",
    options: []
  },
  fake: {
    usage: "fake",
    describe: "Print never-issued secrets that pass the checksum, to try the hook with",
    options: ["count"]
  },
  rules: {
    usage: "rules <list|explain|export> [id]",
    describe: "List the rules, explain one, or export them for another scanner (--for)",
    options: ["format", "for", "output"]
  }
};

// src/cli/streams.ts
var import_node_fs = require("node:fs");
var RETRY_MS = 2;
function printTo(fd, text) {
  try {
    writeAll(fd, text);
  } catch (error) {
    throw new ScanError("output-failed", `cannot write the report: ${errorCode(error)}`, { cause: error });
  }
}
function writeAll(fd, text) {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += (0, import_node_fs.writeSync)(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

// src/cli/output.ts
var STANDARD_OUTPUT = 1;
var ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
function readTargets(args, decode = toBytePath) {
  const main = { format: args.text("format"), file: readFile(args.text("output") ?? "-", decode) };
  const others = args.texts("report").map((value) => readReport(value, decode));
  const isMainWanted = args.isGiven("format") || args.isGiven("output") || !others.some(({ file }) => file === null);
  const targets = isMainWanted ? [main, ...others] : others;
  const places = /* @__PURE__ */ new Set();
  for (const { file } of targets) {
    const place = file === null ? null : requireWritable(file);
    if (places.has(place))
      throw new UsageError(`two reports go to ${file === null ? "standard output" : nameOf(file)}`);
    places.add(place);
  }
  return targets;
}
async function writeReport({ file }, text) {
  if (file === null) {
    printTo(STANDARD_OUTPUT, text);
    return;
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    if (errorCode(error) === "EPIPE") return;
    throw new ScanError("output-failed", `cannot write ${nameOf(file)}: ${errorCode(error)}`, { cause: error });
  }
}
function readReport(value, decode) {
  const [, format = "", file = ""] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  if (!FORMATS.includes(format)) {
    throw new UsageError(
      `bad --report ${JSON.stringify(value)}: write FORMAT=FILE, FORMAT being one of ${FORMATS.join(", ")}`
    );
  }
  return { format, file: readFile(file, decode) };
}
function readFile(name, decode) {
  if (name === "") throw new UsageError("cannot write a report to an empty path");
  return name === "-" || descriptorOf(name) === STANDARD_OUTPUT ? null : decode(name);
}
function requireWritable(file) {
  if (descriptorOf(file) !== null) return file;
  try {
    const place = placeOf(file);
    const stats = statOrNull(place);
    if (stats?.isDirectory() || file.endsWith("/"))
      throw new UsageError(`cannot write ${nameOf(file)}: it is a folder`);
    if (stats === null || stats.isFile()) {
      const temporary = toFsPath(temporaryBeside(place));
      (0, import_node_fs2.closeSync)((0, import_node_fs2.openSync)(temporary, "wx"));
      (0, import_node_fs2.unlinkSync)(temporary);
    }
    return place;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const folder = toDisplayPath(asBytePath((0, import_node_path.dirname)(file)));
    const isFolderMissing = statOrNull(asBytePath((0, import_node_path.dirname)(file))) === null;
    throw new UsageError(
      `cannot write ${nameOf(file)}: ${isFolderMissing ? `there is no folder ${JSON.stringify(folder)}` : errorCode(error)}`
    );
  }
}
async function writeFile(file, text) {
  const descriptor = descriptorOf(file);
  if (descriptor !== null) {
    printTo(descriptor, text);
    return;
  }
  const place = placeOf(file);
  const stats = statOrNull(place);
  if (stats !== null && !stats.isFile()) {
    (0, import_node_fs2.writeFileSync)(toFsPath(place), text);
    return;
  }
  await withSignalsHeld(() => replaceFile(place, text, stats));
}
function replaceFile(place, text, before) {
  const temporary = toFsPath(temporaryBeside(place));
  try {
    (0, import_node_fs2.writeFileSync)(temporary, text, { flag: "wx" });
    if (before !== null) (0, import_node_fs2.chmodSync)(temporary, before.mode & 511);
    (0, import_node_fs2.renameSync)(temporary, toFsPath(place));
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}
async function withSignalsHeld(write) {
  const received = [];
  const hold = (signal) => void received.push(signal);
  for (const signal of ENDING_SIGNALS) process.on(signal, hold);
  try {
    write();
  } finally {
    for (let turn = 0; turn < 2; turn++) await new Promise((next) => setImmediate(next));
    for (const signal of ENDING_SIGNALS) process.off(signal, hold);
    if (received[0] !== void 0) process.kill(process.pid, received[0]);
  }
}
function temporaryBeside(place) {
  const unique = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  return asBytePath((0, import_node_path.join)((0, import_node_path.dirname)(place), `.cfltguard-${unique}.tmp`));
}
function placeOf(file) {
  try {
    return realPathOf(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  const folder = realPathOf(asBytePath((0, import_node_path.dirname)(file)));
  const place = asBytePath((0, import_node_path.join)(folder, (0, import_node_path.basename)(file)));
  const link = (0, import_node_fs2.lstatSync)(toFsPath(place), { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? placeOf(asBytePath((0, import_node_path.resolve)(folder, (0, import_node_fs2.readlinkSync)(toFsPath(place), "latin1")))) : place;
}
function realPathOf(file) {
  return asBytePath(import_node_fs2.realpathSync.native(toFsPath(file), "latin1"));
}
function removeQuietly(file) {
  try {
    (0, import_node_fs2.unlinkSync)(file);
  } catch {
  }
}
function statOrNull(file) {
  return (0, import_node_fs2.statSync)(toFsPath(file), { throwIfNoEntry: false }) ?? null;
}
function nameOf(file) {
  return JSON.stringify(toDisplayPath(file));
}

// src/cli/lazy-rules.ts
var SUBCOMMANDS = { list, explain, export: writeExport };
async function runRules({ args, decode }) {
  const [name, ...operands] = args.positionals;
  if (name === void 0 || !Object.hasOwn(SUBCOMMANDS, name)) {
    throw new UsageError(`${describeWrong(name)}: choose one of ${Object.keys(SUBCOMMANDS).join(", ")}`);
  }
  if (name !== "export" && args.isGiven("for")) throw new UsageError("--for goes with rules export");
  if (name !== "list" && args.isGiven("format")) throw new UsageError("--format goes with rules list");
  const text = SUBCOMMANDS[name](args, operands);
  for (const target of readTargets(args, decode)) await writeReport(target, text);
  return EXIT.clean;
}
function describeWrong(name) {
  return name === void 0 ? "rules: nothing to do" : `unknown rules command ${JSON.stringify(name)}`;
}
function list(args, operands) {
  requireNone("list", operands);
  const format = args.text("format");
  if (format === "text") return formatRuleList(RULES);
  if (format === "json") return formatRulesJson(RULES);
  throw new UsageError(`rules list has no format ${JSON.stringify(format)}: choose one of text, json`);
}
function explain(_args, operands) {
  const [id, ...others] = operands;
  if (id === void 0 || others.length > 0) throw new UsageError(`rules explain takes one id: ${describeIds()}`);
  return formatRule3(requireRuleWithId(id));
}
function requireRuleWithId(id) {
  const rule = RULES.find((one) => one.id === id);
  if (rule === void 0)
    throw new UsageError(`there is no rule ${JSON.stringify(id)}: choose one of ${describeIds()}`);
  return rule;
}
function describeIds() {
  return RULES.map(({ id }) => id).join(", ");
}
function writeExport(args, operands) {
  requireNone("export", operands);
  const scanner = args.text("for");
  if (scanner === void 0) throw new UsageError(`rules export needs --for ${SCANNER_NAMES.join("|")}`);
  return exportRules(scanner, RULES);
}
function requireNone(name, operands) {
  if (operands.length > 0) {
    throw new UsageError(`rules ${name} takes no argument; it was given ${JSON.stringify(operands[0])}`);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runRules
});
