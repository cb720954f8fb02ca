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

// src/cli/lazy-text.ts
var lazy_text_exports = {};
__export(lazy_text_exports, {
  NO_COLORS: () => NO_COLORS,
  formatText: () => formatText
});
module.exports = __toCommonJS(lazy_text_exports);

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

// src/codec/crc32.ts
function crc32(text) {
  table ??= createTable();
  let crc = 4294967295;
  for (let i = 0; i < text.length; i++) {
    crc = (table[(crc ^ text.charCodeAt(i)) & 255] ?? 0) ^ crc >>> 8;
  }
  return ~crc >>> 0;
}
var table;
function createTable() {
  const entries = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 3988292384 : crc >>> 1;
    entries[byte] = crc;
  }
  return entries;
}

// src/codec/checksum.ts
var PREFIX = "cflt";
var SECRET_CHARACTERS = 64;
var BODY_END = 58;
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function isChecksumRight(secret) {
  return secret.endsWith(checksumOf(secret.slice(PREFIX.length, BODY_END)));
}
function checksumOf(body) {
  const crc = crc32(body);
  const first = (crc & 255) << 16 | crc & 65280 | crc >>> 16 & 255;
  const last = crc >>> 24;
  return digit(first >> 18) + digit(first >> 12) + digit(first >> 6) + digit(first) + digit(last >> 2) + digit(last << 4);
}
function digit(bits) {
  return ALPHABET.charAt(bits & 63);
}

// src/codec/mask.ts
function maskSecrets(text) {
  const starts = [...text.matchAll(/(?=cflt[A-Za-z0-9+/]{60})/g)].map(({ index }) => index);
  const secrets = starts.map((at) => text.slice(at, at + SECRET_CHARACTERS)).filter(isChecksumRight);
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, previewOf(secret)), text);
  return masked.replaceAll(FREE_RUN, (run) => isMixed(run) ? previewOf(run) : run);
}
var FREE_RUN = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{64}(?![A-Za-z0-9+/])/g;
function isMixed(run) {
  const count = (kind) => run.replaceAll(kind, "").length;
  return /[a-z]/.test(run) && count(/[^A-Z]/g) > 4 && count(/[^0-9]/g) > 0 && count(/[^+/]/g) <= 9;
}

// src/report/visible.ts
var CHARACTER = new RegExp(
  [
    "[\\x00-\\x7f]",
    "[\\xc2-\\xdf][\\x80-\\xbf]",
    "\\xe0[\\xa0-\\xbf][\\x80-\\xbf]",
    "[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}",
    "\\xed[\\x80-\\x9f][\\x80-\\xbf]",
    "\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}",
    "[\\xf1-\\xf3][\\x80-\\xbf]{3}",
    "\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}",
    "[\\x80-\\xff]"
  ].join("|"),
  "g"
);
var PLAIN = /^[\x20-\x7e]*$/;
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
var INVISIBLE_IN_JSON = new RegExp(`(?!
)${INVISIBLE.source}`, "gu");
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t", "\x1B": "\\e" };
function visiblePath(path) {
  if (PLAIN.test(path)) return maskSecrets(path);
  const visible = path.replace(CHARACTER, (bytes) => {
    const character = Buffer.from(bytes, "latin1").toString("utf8");
    return character === "\uFFFD" && bytes.length === 1 ? `\\x${hex(bytes.charCodeAt(0), 2)}` : visibleCharacter(character);
  });
  return maskSecrets(visible);
}
function visibleText(text) {
  return maskSecrets(text.replace(/./gsu, visibleCharacter));
}
function visibleCharacter(character) {
  if (!INVISIBLE.test(character)) return character;
  const named = NAMED[character];
  if (named !== void 0) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code < 256) return `\\x${hex(code, 2)}`;
  return code < 65536 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 1)}}`;
}
function hex(value, digits) {
  return value.toString(16).padStart(digits, "0");
}

// src/report/place.ts
function formatPlace({ origin, line, column, encodings }) {
  const path = [formatPath(origin.path), ...(origin.members ?? []).map(visiblePath)].join("!");
  const how = encodings.length === 0 ? "" : `  (${encodings.join(", ")})`;
  return `${path}:${line}:${column}${how}`;
}
function formatPath(path) {
  return path === null ? "<stdin>" : visiblePath(path);
}

// src/model/evidence.ts
var EVIDENCE = {
  "id-joined": { weight: 3, text: "a key ID is joined to it by a colon" },
  "id-beside": { weight: 3, text: "a key ID stands beside it, with nothing but separators between" },
  "id-named-alike": {
    weight: 3,
    text: "a key ID stands in a field of the same object or statement, named like its own"
  },
  "id-in-file-name": { weight: 2, text: "the file is named for a key ID" },
  "id-field": { weight: 2, text: "a field close by holds a key ID" },
  "id-near": { weight: 1, text: "a key ID stands close by" },
  "weak-id-paired": { weight: 2, text: "16 capitals and digits, as a key ID in documentation has, are paired with it" },
  "secret-name": { weight: 1, text: "its field is named as a secret's" },
  "confluent-name": { weight: 2, text: "that name speaks of Confluent, Kafka or SASL" },
  "plain-login": { weight: 2, text: "it is the password of Kafka's PLAIN login" },
  "confluent-near": {
    weight: 1,
    text: "a host or a resource of Confluent Cloud, or Confluent itself, is named close by"
  },
  "foreign-name": { weight: -6, text: "its field is named for something else: a session, a token, another vendor" },
  "hash-name": { weight: -6, text: "its field is named as a hash, a signature or a certificate" },
  "foreign-user": { weight: -3, text: "the user that its field belongs to is no key ID" },
  wrapped: { weight: -10, text: "it is a line of wrapped base64 or of a PEM block" },
  "longer-text": {
    weight: -10,
    text: "it is a part of a longer text: an integrity hash, a token, a path, padded base64"
  },
  encrypted: { weight: -10, text: "it is encrypted" },
  template: { weight: -10, text: "it is a name within a template" }
};
function scoreOf(evidence) {
  return evidence.reduce((sum, one) => sum + EVIDENCE[one].weight, 0);
}

// src/report/reasons.ts
function reasonsOf({ rule, confidence, evidence, connection, occurrences }) {
  if (connection !== null) return ["a value stands there as it is, not a reference to one"];
  if (evidence.length > 0) {
    const reasons = evidence.map((id) => `${signed(EVIDENCE[id].weight)} ${EVIDENCE[id].text}`);
    return [...reasons, `${signed(scoreOf(evidence))} in all`];
  }
  const [{ encodings }] = occurrences;
  const how = encodings.length === 0 ? "" : `, decoded from ${encodings.join(", ")}`;
  if (confidence === "possible") return [`prefix, length and alphabet of a secret${how}; the checksum is wrong`];
  if (rule === LEGACY) return [`its hash is in the list of known secrets${how}`];
  return [`the checksum is right${how}`];
}
var LEGACY = "confluent-legacy-api-secret";
function signed(weight) {
  return weight < 0 ? String(weight) : `+${weight}`;
}

// src/report/reporter.ts
function requireRuleOf(input, id) {
  const rule = input.rules.find((one) => one.id === id);
  if (rule === void 0) throw new Error(`no rule ${id}`);
  return rule;
}

// src/report/shown-secret.ts
function shownSecret(finding, isAskedFor) {
  return isAskedFor ? finding.secret.reveal() : null;
}

// src/report/text.ts
var NO_COLORS = { bold: String, cyan: String, dim: String, red: String };
var LABEL_WIDTH = 8;
function formatText(input, style) {
  return input.result.findings.map((finding) => formatFinding(finding, input, style)).join("");
}
function formatFinding(finding, input, style) {
  const rule = requireRuleOf(input, finding.rule);
  const { colors } = style;
  const secret = shownSecret(finding, input.showsSecrets);
  const title = `${colors.bold(colors.red(rule.title))}  ${subjectOf(finding)}`;
  return [
    `${title}  ${colors.dim(`${finding.confidence}, ${finding.rule}`)}`,
    ...finding.occurrences.map((one) => `  ${colors.cyan(formatPlace(one))}`),
    ...secret === null ? [] : [labelled("secret", secret, style)],
    ...finding.connection === null ? [formatKeyIds(finding, rule, style)] : [],
    ...input.explains ? formatReasons(finding, style) : [],
    ...formatSteps(finding, rule, style),
    "\n"
  ].join("\n");
}
function subjectOf({ preview, connection }) {
  if (connection === null) return preview ?? "";
  return visibleText([connection.connection, connection.field].filter((name) => name !== "").join(" "));
}
function formatReasons(finding, style) {
  return reasonsOf(finding).map((reason, i) => labelled(i === 0 ? "why" : "", reason, style));
}
function formatKeyIds(finding, rule, style) {
  const [first, ...others] = finding.keyIds;
  if (first === void 0) return labelled("key ID", rule.unknownKey, style);
  if (others.length === 0) return labelled("key ID", first, style);
  const ids = finding.keyIds.join(", ");
  return labelled("key ID", `one of ${ids}. Find out which one it is before you delete any.`, style);
}
function formatSteps(finding, rule, style) {
  const [only, ...others] = finding.keyIds;
  const keyId = only !== void 0 && others.length === 0 ? only : "<KEY-ID>";
  return rule.remediation.map(
    (step, i) => labelled(i === 0 ? "do now" : "", step.replaceAll("<KEY-ID>", keyId), style, `${i + 1}. `)
  );
}
function labelled(label, text, style, bullet = "") {
  const indent = " ".repeat(LABEL_WIDTH + 2 + bullet.length);
  const width = style.width === null ? Infinity : Math.max(20, style.width - indent.length);
  const head = label === "" ? " ".repeat(LABEL_WIDTH) : style.colors.dim(label.padEnd(LABEL_WIDTH));
  return `  ${head}${bullet}${wrap(text, width).join(`
${indent}`)}`;
}
function wrap(text, width) {
  if (text.length <= width) return [text];
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  NO_COLORS,
  formatText
});
