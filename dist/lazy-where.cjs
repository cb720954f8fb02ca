"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/cli/lazy-where.ts
var lazy_where_exports = {};
__export(lazy_where_exports, {
  runWhere: () => runWhere
});
module.exports = __toCommonJS(lazy_where_exports);

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
function isSystemError(error) {
  return error instanceof Error && "syscall" in error;
}

// src/model/skip.ts
var SKIP_REASONS = {
  symlink: { isFailure: false },
  "special-file": { isFailure: false },
  excluded: { isFailure: false },
  submodule: { isFailure: false },
  opaque: { isFailure: false },
  unreadable: { isFailure: true },
  vanished: { isFailure: true },
  "bound-exceeded": { isFailure: true },
  "missing-object": { isFailure: true },
  "corrupt-object": { isFailure: true },
  "worker-lost": { isFailure: true }
};
function isFailure(skip) {
  return SKIP_REASONS[skip.reason].isFailure;
}

// src/model/scan-result.ts
function isComplete({ skips }) {
  return !skips.some(isFailure);
}

// src/model/byte-path.ts
function asBytePath(latin12) {
  return latin12;
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
function toPathBytes(path) {
  if (isAscii(path)) return null;
  const bytes = Buffer.from(path, "latin1");
  const isUtf8 = Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
  return isUtf8 ? null : bytes.toString("base64");
}
function joinPath(folder, name) {
  if (folder === ".") return asBytePath(name);
  return asBytePath(folder.endsWith("/") ? folder + name : `${folder}/${name}`);
}
function isAscii(text) {
  return Buffer.byteLength(text) === text.length;
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
  hashWith(sha256Hex2) {
    return sha256Hex2(this.#value);
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
  const count2 = (kind) => run.replaceAll(kind, "").length;
  return /[a-z]/.test(run) && count2(/[^A-Z]/g) > 4 && count2(/[^0-9]/g) > 0 && count2(/[^+/]/g) <= 9;
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
function visibleJson(json) {
  return json.replace(
    INVISIBLE_IN_JSON,
    (character) => Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join("")
  );
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

// src/report/json.ts
function toReportOccurrence(occurrence) {
  const { origin } = occurrence;
  return {
    repository: null,
    ...toReportPath(origin.path),
    members: (origin.members ?? []).map(toDisplayPath),
    line: occurrence.line,
    column: occurrence.column,
    endLine: occurrence.endLine,
    endColumn: occurrence.endColumn,
    offsetBytes: occurrence.offsetBytes,
    lineHash: occurrence.lineHash,
    encodings: occurrence.encodings,
    source: origin.source,
    blob: origin.blob,
    commit: null
  };
}
function toReportSkip(skip) {
  const pathBytes = toPathBytes(skip.path);
  const path = toDisplayPath(skip.path);
  return { path, ...pathBytes === null ? {} : { pathBytes }, reason: skip.reason, detail: skip.detail };
}
function toReportPath(path) {
  if (path === null) return { path: null, pathBytes: null };
  return { path: toDisplayPath(path), pathBytes: toPathBytes(path) };
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

// src/report/where.ts
function formatWhereText(places) {
  return places.map(({ occurrence, finding }) => `${formatPlace(occurrence)}  ${describe(finding)}
`).join("");
}
function formatWhereJson(subject, { places, skips }) {
  const report = {
    schema: "cfltguard/where/v1",
    subject,
    places: places.map(({ occurrence, finding }) => ({
      what: finding === null ? "key-id" : "secret",
      rule: finding?.rule ?? null,
      confidence: finding?.confidence ?? null,
      ...toReportOccurrence(occurrence)
    })),
    summary: { complete: isComplete({ skips }), skipped: skips.map(toReportSkip) }
  };
  return `${visibleJson(JSON.stringify(report, null, 2))}
`;
}
function describe(finding) {
  if (finding === null) return "key ID";
  const keys = finding.keyIds.length > 1 ? `, of one of ${finding.keyIds.join(", ")}` : "";
  return `secret ${finding.preview ?? ""} (${finding.confidence}, ${finding.rule}${keys})`;
}

// src/codec/sha256.ts
function sha256Hex(text) {
  return loadCrypto().createHash("sha256").update(text, "utf8").digest("hex");
}
function prepareSha256() {
  loadCrypto();
}
function loadCrypto() {
  return process.getBuiltinModule("node:crypto");
}

// src/model/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

// src/model/text-measure.ts
var NO_TEXT = { newlines: 0, bytes: 0, units: 0, balance: 0 };
var BEFORE_BYTE_ORDER_MARK = { newlines: 0, bytes: -3, units: -1, balance: 0 };
function beforeWideMark(unitBytes) {
  return { newlines: 0, bytes: -unitBytes, units: -1, balance: 0 };
}
function joinText(a, b) {
  if (b.newlines > 0) return { ...b, newlines: a.newlines + b.newlines };
  return {
    newlines: a.newlines,
    bytes: a.bytes + b.bytes,
    units: a.units + b.units,
    balance: a.balance + b.balance
  };
}
function positionAfter(text) {
  const isUtf8 = text.balance === 0;
  return { line: text.newlines + 1, column: (isUtf8 ? text.units : text.bytes) + 1 };
}

// src/covered.ts
function withoutCovered(sightings) {
  if (sightings.every((one) => rankOf(one) === 0)) return sightings;
  const byBlob = groupBy(sightings, ({ origin }) => JSON.stringify([origin.path, origin.members, origin.blob]));
  const covered = new Set([...byBlob.values()].flatMap((group) => coveredIn(group)));
  return sightings.filter((one) => !covered.has(one));
}
var LOWEST_RANK = 4;
function rankOf({ kind, confidence }) {
  if (kind === "credential") return 2;
  if (kind === "legacy") return confidence === "likely" ? 1 : 3;
  return kind === "damaged" ? LOWEST_RANK : 0;
}
function coveredIn(sightings) {
  const sorted2 = sightings.toSorted((a, b) => a.offsetBytes - b.offsetBytes);
  const covered = /* @__PURE__ */ new Set();
  for (let rank = 1; rank <= LOWEST_RANK; rank++) {
    const others = sorted2.filter((one) => rankOf(one) <= rank && !covered.has(one));
    for (const one of coveredAt(rank, others)) covered.add(one);
  }
  return [...covered];
}
function* coveredAt(rank, sorted2) {
  let surerUpTo = NO_TEXT;
  for (const one of sorted2) {
    if (rankOf(one) < rank) {
      const end = endOf(one);
      if (endsBefore(surerUpTo, end)) surerUpTo = end;
    } else if (!isWithinGzip(one) && endsBefore(one.textBefore, surerUpTo)) yield one;
  }
  let surerFrom = null;
  for (const one of sorted2.toReversed()) {
    if (rankOf(one) < rank) surerFrom = one.textBefore;
    else if (surerFrom !== null && !isWithinGzip(one) && endsBefore(surerFrom, endOf(one))) yield one;
  }
}
function isWithinGzip({ encodings }) {
  return encodings.includes("gzip");
}
function endOf({ textBefore, textWithin }) {
  return joinText(textBefore, textWithin);
}
function endsBefore(a, b) {
  return a.newlines === b.newlines ? a.bytes < b.bytes : a.newlines < b.newlines;
}

// src/detection.ts
var DEFAULT_MIN_CONFIDENCE = "likely";
function toDetectorOptions({ minConfidence, maxDecodeDepth, known, keyId }) {
  return {
    ...maxDecodeDepth === void 0 ? {} : { maxDecodeDepth },
    ...keyId === void 0 ? {} : { keyId },
    // The one rule that is no more than possible.
    wantsDamaged: minConfidence === "possible",
    wantsJudged: minConfidence !== "proven" || (known?.size ?? 0) > 0
  };
}

// src/findings.ts
var RULE_OF = {
  proven: "confluent-api-secret",
  damaged: "confluent-damaged-api-secret",
  legacy: "confluent-legacy-api-secret",
  known: "confluent-legacy-api-secret",
  credential: "flink-connection-credential"
};
var RANKS = { proven: 0, likely: 1, possible: 2 };
function groupFindings(sightings, minConfidence = DEFAULT_MIN_CONFIDENCE) {
  const groups = groupBy(withoutCovered(sightings.filter(isFindable)), subjectOf);
  return [...groups.values()].map(toFinding).filter(({ confidence }) => RANKS[confidence] <= RANKS[minConfidence]).sort(byFirstOccurrence);
}
function subjectOf({ secret, connection, origin }) {
  if (connection === null) return secret.hashWith(sha256Hex);
  return sha256Hex(JSON.stringify([origin.path, origin.members ?? [], connection.connection, connection.field]));
}
function sortSkips(skips) {
  return [...skips].sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
}
function withoutCopies(outer, inner) {
  if (outer.length === 0 || inner.length === 0) return outer;
  const hashOf = ({ secret }) => secret.hashWith(sha256Hex);
  const known = new Set(inner.map(hashOf));
  return outer.filter((sighting) => !known.has(hashOf(sighting)));
}
function isFindable(sighting) {
  return sighting.kind !== "key-id";
}
function toFinding(group) {
  const surest = group.reduce((a, b) => RANKS[b.confidence] < RANKS[a.confidence] ? b : a);
  const { secret, confidence, evidence, connection } = surest;
  const rule = RULE_OF[surest.kind];
  const subject = subjectOf(surest);
  const sorted2 = group.map(toOccurrence).sort(compareOccurrences);
  const [first, ...others] = sorted2;
  return {
    rule,
    confidence,
    secret,
    secretSha256: connection === null ? subject : null,
    preview: connection === null ? secret.preview : null,
    fingerprint: `${rule}/${subject}`,
    evidence,
    connection,
    keyIds: keyIdsOf(group),
    occurrences: [first, ...others.filter((one, i) => compareOccurrences(sorted2[i] ?? one, one) !== 0)]
  };
}
function keyIdsOf(group) {
  const sure = group.filter(({ isSure }) => isSure);
  return [...new Set((sure.length > 0 ? sure : group).flatMap(({ keyIds }) => keyIds))].sort();
}
function toOccurrence(sighting) {
  const { origin, offsetBytes, encodings, textBefore, textWithin, lineHash } = sighting;
  const { line, column } = positionAfter(textBefore);
  const end = positionAfter(joinText(textBefore, textWithin));
  return { origin, line, column, endLine: end.line, endColumn: end.column, offsetBytes, encodings, lineHash };
}
function byFirstOccurrence(a, b) {
  return compareOccurrences(a.occurrences[0], b.occurrences[0]);
}
function compareOccurrences(a, b) {
  return compareText(a.origin.path ?? "", b.origin.path ?? "") || compareMembers(a.origin.members ?? [], b.origin.members ?? []) || a.offsetBytes - b.offsetBytes;
}
function compareMembers(a, b) {
  const shared3 = a.findIndex((name, i) => name !== b[i]);
  if (shared3 === -1) return a.length - b.length;
  return compareText(a[shared3] ?? "", b[shared3] ?? "");
}
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/scan.ts
var import_node_fs4 = require("node:fs");

// src/containers/tar-header.ts
var TAR_BLOCK_BYTES = 512;
var CHECKSUM_START = 148;
var CHECKSUM_END = 156;
var SPACE = 32;
function isTarHeader(block) {
  if (block.length < TAR_BLOCK_BYTES || block[154] !== 0 && block[155] !== 0) return false;
  const stored = /^[ 0]*([0-7]{1,6})[ \0]/.exec(latin1(block, CHECKSUM_START, CHECKSUM_END))?.[1];
  if (stored === void 0) return false;
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < TAR_BLOCK_BYTES; i++) {
    const byte = i >= CHECKSUM_START && i < CHECKSUM_END ? SPACE : block[i] ?? 0;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const wanted = Number.parseInt(stored, 8);
  return wanted === unsigned || wanted === signed;
}
function latin1(bytes, start, end) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
}

// src/containers/sniff.ts
var SNIFF_BYTES = 512;
var MAY_BEGIN = Uint8Array.from(
  { length: 256 },
  (_, byte) => (byte & 240) === 80 || [31, 66, 253, 40, 37, 77, 35, 127].includes(byte) ? 1 : 0
);
function mayBeContainer(bytes, count2, name) {
  const mayBeTar = count2 >= SNIFF_BYTES && (bytes[154] === 0 || bytes[155] === 0);
  return MAY_BEGIN[bytes[0] ?? 0] === 1 || mayBeTar || name.endsWith(".br");
}
function sniffContainer(head, name) {
  switch (head[0]) {
    case 80:
      if (isAt(head, 0, "PK") || isAt(head, 0, "PK") || isAt(head, 0, "PK\x07\bPK")) return "zip";
      break;
    case 31:
      if (head[1] === 139 && head[2] === 8) return "gzip";
      break;
    case 66:
      if (isAt(head, 0, "BZh") && (isAt(head, 4, "1AY&SY") || isAt(head, 4, "rE8P\x90"))) return "bzip2";
      break;
    case 253:
      if (isAt(head, 0, "\xFD7zXZ\0")) return "xz";
      break;
    case 40:
      if (isAt(head, 0, "(\xB5/\xFD")) return "zstd";
      break;
    case 37:
      if (isAt(head, 0, "%PDF-")) return "pdf";
      break;
  }
  if (head[1] === 42 && isAt(head, 2, "M") && ((head[0] ?? 0) & 240) === 80) return "zstd";
  if (isTarHeader(head)) return "tar";
  return name?.endsWith(".br") === true && head.length > 0 ? "brotli" : null;
}
var ZIP_END_BYTES = 22;
function endsAsZip(end) {
  return end.length === ZIP_END_BYTES && isAt(end, 0, "PK");
}
function mayEndAsZip(head) {
  return isAt(head, 0, "MZ") || isAt(head, 0, "#!") || isAt(head, 0, "\x7FELF");
}
function isAt(bytes, start, latin12) {
  for (let i = 0; i < latin12.length; i++) if (bytes[start + i] !== latin12.charCodeAt(i)) return false;
  return true;
}

// src/kernel/kernel.ts
var ARENA_BYTES = 528 * 1024;
var REACH_BYTES = 8192;
var VIEW_BYTES = 64 * 1024;
var LINE_HASH_STEP = 4096;

// src/kernel/wasm.generated.ts
var WASM_BASE64 = "AGFzbQEAAAABQwtgBH9/f38Bf2ABfwF/YAF/AGADf39/AX9gA39/fwBgAn9/AX9gBX9/f39/AX9gAABgBn9/f39/fwF/YAABfGAAAX8CDwEDZW52Bm1lbW9yeQIAAgMeHQIEAgMDAAACBgEEAAEFBAUABwMBAQEICQIACgMABnEWfwFBAAt+AUIAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAQt/AUEAC38BQQELfwFBAAt/AUEAC38BQQALfwFBAAt/AUGAAQt/AUG/AQt/AUEACweJAQoJZmluZExlYWRzABYKdXNlU2NyYXRjaAAYDHNjcmF0Y2hCeXRlcwAaCXdvcmtCeXRlcwAXDWNvdW50TmV3bGluZXMADwttZWFzdXJlVXRmOAAODXJlc2V0TGluZUhhc2gAEQxwdXNoTGluZUhhc2gAEgtlbmRMaW5lSGFzaAATBm1lbW9yeQIADAEKCqtpHaIBAQJ/IABBCUYgAEEgRnIEf0EBBSAAQQpGQQAjDxsLBEBBACQPDwsgAEENRiQPIw4hAUEKIAAjDxsiAEEKRiQOIw1BwA1qLQAABEAjECMRQQN0aiMLNwMAIxFBAWokEQsgAK0jC0IlfnwjDCMNQQJ0QbAKaiICNQIAfn0kCyACIAA2AgAjDUHADWogAUEARzoAACMNQQFqQQAjDUHjAEcbJA0LrAgCDH8De0EFQQQgAEEFbEGQCmoiCS0ABBshDCABIQMgAiEEA0AgA0EASiAEIwdLcQR/IARBAWstAAAgCSADQQFrai0AAEYFQQALBEAgA0EBayEDIARBAWshBAwBCwsgAUECaiEIIAJBAmohAgNAIAggDEggAiMISXEEfyACLQAAIAggCWotAABGBUEACwRAIAhBAWohCCACQQFqIQIMAQsLIAIjCEsgBCMKT3IEQA8LIANBAEoiCiAIIAxIIgtxBEAPCyAKBH8Cf0EAIAQQCUUNABojByADaiIFIARBoAFrQQAgBEGgAUsbIgcgBSAHSxshDiAEQQFrIQcDQCAHIA5PBEAgBy0AACIFQTBrQQpJIAVBIHJB4QBrQRpJciAFQStGciAFQS9GckUEQCAHIANrIQ1BACEFQQECfwNAIAMgBUoEQEEAIAUgDWotAAAgBSAJai0AAEcNAhogBUEBaiEFDAELC0EBCw0DGgsgB0EBayEHDAELC0EACwVBAQtFBEAPCyALBEACQCACIwhPBH9BAQUgAi0AACIDQTBrQQpJIANBIHJB4QBrQRpJciADQStGciADQS9GcgsNACMIIAwgCGsiBSMIIgMgAyAFSxtrIgMgAkGgAWoiBiADIAZJGyEHIAJBAWohAwNAIAMgB00EQCAIIAlqIQxBACEGAn8DQCAFIAZKBEBBACADIAZqLQAAIAYgDGotAABHDQIaIAZBAWohBgwBCwtBAQtBASEGBH8gAxAJBUEACw0CIANBAWohAwwBCwtBACEGCwVBASEGCyAGRQRADwtBACABIABBAUZHIAogC3IbBEAPCyAAIAtyIApyBH9BAAUjCCAEQUBrSQR/QQAFQYAI/QAEACIQIAT9AAQAIg/9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQZAI/QAEACIRIA9BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jBH8gECAE/QAEECIP/QwPDw8PDw8PDw8PDw8PDw8P/U79DiARIA9BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jBUEACwR/QYAI/QAEACAE/QAEICIP/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGQCP0ABAAgD0EE/Y0B/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv1O/WMFQQALBH9BgAj9AAQAIAT9AAQwIg/9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQZAI/QAEACAPQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwVBAAsLCwRAIAQjCU8EQCMGRQRAIwQjBUEMbGoiAEEANgIAIAAgBDYCBCAAIARBQGs2AggLIwVBAWokBQsFIwZFBEAjBCMFQQxsaiIAQQE2AgAgACAENgIEIAAgAjYCCAsjBUEBaiQFCwvvAwEDfyAAIwlJIwZBAEpyIAAjCk9yIwggAEEaaklyBEAPCyAAKQMAQtDYhcvmjd2y+ABRBH8gACkDCEL0oMn75q6asuUAUQVBAAsEf0EBBSAAKQMAQuPeubPGrd2y7gBRIgEEfyAAKQMIQvS+meOWzdu13wBRBSABCwR/IAApAxBC496589bsmLrpAFEFQQALBH8gAC8BGEHv3AFGBUEACwsEQEEBIQIFAkAgACkDAEKgwICBgoSIkCCEQuPeufPW7Ji66QBSBH9BAQUgAC8BCEGgwAByQe/cAUcLDQAgACEBA0AgACABa0HAAEkgASMHQQFqS3EEQAJAIAFBAWsiAi0AACIDQSBGIANBCWtBBUlyRQRAIAFBAmsiAi8BAEHc3AFHDQELIAIhAQwCCwsLQQAhAiAAIAFGIAEjB0EFaklyDQAgAUEEaygCAEGgwICBAnIiAUHs6JWTB0YgAUHlwtGrBkZyIAFB7MKNqwZGciECCwsgAgR/QQEFIAAjB0sEfyAAKQMAQuXckYP3rZq39ABRBUEACwR/IABBAWstAABBJ0YFQQALBH8gAC0ACCIBQdwARiABQSdGcgVBAAsLBEAjBkUEQCMEIwVBDGxqIgFBBTYCACABIAA2AgQgASAAQRpqNgIICyMFQQFqJAULC04BBn8jBiMHIQQjCCEFIwkhBiMKIQcjBSEIIAIkBkEAJAUgACAAIAEgAUEBEAgaIwVBAEohACQGIAQkByAFJAggBiQJIAckCiAIJAUgAAuxBgIHfwF7QQAkAkEAJAMjASABIABrrXwkASAAIQQgAiEFA0AgACABSQRAAkBBgAj9AAQAIAD9AAQAIgogCv0MLS0tLS0tLS0tLS0tLS0tLf0j/QwCAgICAgICAgICAgICAgIC/U4gCv0MX19fX19fX19fX19fX19fX/0j/QwwMDAwMDAwMDAwMDAwMDAw/U79UP1xIgr9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQZAI/QAEACAKQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIQYgBSAK/QsEACAGRSAAQRBqIgMgAU1xBEAgBUEQaiEFIAMhAAwDCyAGaEEQIAYbIgMgASAAayIGIAMgBkkbIgMgBWohBSAAIANqIgMgBGtB1gBPBEBBASQDCyABIANGDQAgA0EBaiEAQQAhBAJAAn9BASADLQAAIgdBJUYNABpBAiAHQdwARg0AGkEEIAdBJkYNABpBCEEAIAdBPUYbCyIIRSAAIAFPcg0AQQEhBCAIQQJGDQAgAC0AACEDIAhBBEYEQCADQSNGBH9BAQUgABAMQQBHCyEEDAELQQAhBAJAIABBAmogAUsEQEF/IQQMAQtBACEDA0AgA0ECSARAAkAgACADai0AACIJQTBrIgZB/wFxQQpJDQAgCUEgciIJQdcAayEGIAlB5gBNIAlB4QBPcQ0AQf8BIQYLIAZB/wFGBEBBfyEEDAMLIARBBHQgBnIhBCADQQFqIQMMAQsLCyAEQQBOBH9BAQUgCEEIRgR/IABBAWogACAAIAFJBH8gAC0AAEENRgVBAAsbIgNBAWpBACABIANLBH8gAy0AAEEKRgVBAAsbBUEACwshBAsgBARAAn9BASAHQSVGDQAaQQIgB0HcAEYNABpBBCAHQSZGDQAaQQhBACAHQT1GGwsjAnIkAgsgB0HcAEYEQANAIAAgAUkEfyAALQAAQdwARgVBAAsEQCAAQQFqIQAMAQsLIAAgAUcEQCAAQQFqIAAgAC0AACIAQfIARiAAQe4ARnIgAEH0AEZyGyEACwsgACEEDAILCwsgBSACawu5BwIIfwd7IAFB1gBIBEBBAA8LA0AgASAFSgRAIAEgBUHWIGoiBCABIARIGyEGQaAJ/QAEACENQbAJ/QAEACEOQcAJ/QAEACEPQdAJ/QAEACEQQeAI/QAEACERQfAI/QAEACEMQQAhCCAFIQQDQCAEQRNqIAZMBEBBACEHA0AgB0EESARAIAhBASAHdHIgCCARIAAgBCAHamr9AAQAIhIgDSASQQT9jQEgD/1OIBIgDv0j/W79Dv1uIhIgEP1OQQb9iwEgEkEI/Y0B/VAiEkEQ/asBQQT9rQEgEkEQ/a0B/VAiEiAP/U79DiAMIBJBBP2NASAP/U79Dv1O/WMbIQggB0EBaiEHDAELCyAEQUBrIQQMAQsLQQAhBwNAIAdBBEgEQCAIIAd1QQFxBEAgAiEEQaAJ/QAEACEMQbAJ/QAEACENQcAJ/QAEACEOQdAJ/QAEACEPIAVBgBBrIgZBACAGQQBOGyAHaiIJIABqIgoiBiABIAVBgDBqIgsgASALSBsgCWsiCUFwcWohCwNAIAYgC0kEQCAEIAb9AAQAIhAgDCAQQQT9jQEgDv1OIBAgDf0j/W79Dv1uIhAgD/1OQQb9iwEgEEEI/Y0B/VAiEEEQ/asBQQT9rQEgEEEQ/a0B/VAiECAQ/Q0CAQAGBQQKCQgODQwDAwMD/QsEACAEQQxqIQQgBkEQaiEGDAELCyAKIAlBfHFqIQoDQCAGIApJBEAgBCMAIAYtAANqLQAAIwAgBi0AAGotAABBEnQjACAGLQABai0AAEEMdHIjACAGLQACai0AAEEGdHJyIgtBEHY6AAAgBCALQQh2OgABIAQgCzoAAiAEQQNqIQQgBkEEaiEGDAELCyACIAlBA3EiCUEBSwR/IARBAWohCiAEIwAgBi0AAGotAABBAnQjACAGLQABai0AACIEQQR2cjoAACAJQQJLBH8gCiAEQQR0IwAgBi0AAmotAABBAnZyOgAAIApBAWoFIAoLBSAECyACayACaiADQQFqEAMEQEEBDwsLIAdBAWohBwwBCwsgBUGAIGohBQwBCwtBACEFAn8DQCABIAVKBEAgACAFaiIE/QAEAP0MSEhISEhISEhISEhISEhISP0jIAT9AAQB/Qw0NDQ0NDQ0NDQ0NDQ0NDQ0/SP9Tv1kIQgDQCAIBEAgBCAIaGohBiAIIAhBAWtxIQhBASAGKAIAQcjozMsERiAGQQRqIAAgAWpNcQ0EGgwBCwsgBUEQaiEFDAELC0EACwR/QQEFIAAgASACIAMQHAsLogICA38BeyAAQYACayAAIAAgAksEfyAAQQFrLQAAIgRBMGtBCkkgBEEgckHhAGtBGklyIARBK0ZyIARBL0ZyBUEACxshBgNAIAAgAU0EQEGACP0ABAAgAP0ABAAiB/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BkAj9AAQAIAdBBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WQhBCABIABrIgVBEEgEQCAEQQEgBXRyIQQLA0AgBARAIAAgBGhqIQUgBCAEQQFrcSEEIAUgBmtBQGpBBU0gASAFT3EEfyAGIAUgAiADEBAFQQALBEAgBUFAag8LIAVBAWohBgwBCwsgAEEQaiEADAELCyABC5kCAQF/IxJFBEAgAEGAAUkEQCAAEAAPCyAAQd8BTSAAQcIBT3EEQEEBJBIgAEEfcSQVBSAAQe8BTSAAQeABT3EEQCAAQeABRgRAQaABJBMLIABB7QFGBEBBnwEkFAtBAiQSIABBD3EkFQUgAEH0AU0gAEHwAU9xBEAgAEHwAUYEQEGQASQTCyAAQfQBRgRAQY8BJBQLQQMkEiAAQQdxJBUFQf3/AxAACwsLDwsgACMUTSAAIxNPIgEgARtBgAEkE0G/ASQURQRAQQAkEkH9/wMQACAAEAcPCyAAQT9xIxVBBnRyJBUjEkEBayQSIxIEQA8LIxVBgIAESQRAIxUQAA8LIxVBCnZBwK8DahAAIxVB/wdxQYC4A2oQAAuyDQMFfwp7AX4gACQHIAMkCCABJAkgAiQKIwEgAiABa618JAFBwAj9AAQAIQ5B0Aj9AAQAIQ9B4An9AAQAIgwgAUEQa/0ABAAiCkGACv0ABAAiC/1O/Q5B8An9AAQAIg0gCkEE/Y0BIAv9Tv0O/U4hCiABIQUDQCABIANJIAEgAk1xBEAjBSAETgRAIAEPC0EAIQADQCAAQcABSQRAIAsgCiAMIAAgAWoiB/0ABAAiCiAL/U79DiANIApBBP2NASAL/U79Dv1OIgr9DQ8QERITFBUWFxgZGhscHR4gCkEE/Y0B/U4iECAKIAwgB/0ABBAiCiAL/U79DiANIApBBP2NASAL/U79Dv1OIgr9DQ8QERITFBUWFxgZGhscHR4gCkEE/Y0B/U4iEf1QIAogDCAH/QAEICIKIAv9Tv0OIA0gCkEE/Y0BIAv9Tv0O/U4iCv0NDxAREhMUFRYXGBkaGxwdHiAKQQT9jQH9TiISIAogDCAH/QAEMCIKIAv9Tv0OIA0gCkEE/Y0BIAv9Tv0O/U4iCv0NDxAREhMUFRYXGBkaGxwdHiAKQQT9jQH9TiIT/VD9UP1O/VMEQCAHQQFrIQggECAL/U79DAAAAAAAAAAAAAAAAAAAAAD9JP1krSARIAv9Tv0MAAAAAAAAAAAAAAAAAAAAAP0k/WStQhCGhCASIAv9Tv0MAAAAAAAAAAAAAAAAAAAAAP0k/WStQiCGhCATIAv9Tv0MAAAAAAAAAAAAAAAAAAAAAP0k/WStQjCGhCEUA0AgFEIAUgRAIAggFHqnaiEGIBQgFEIBfYMhFCAGIwdJDQEgBi8BACIJQebYAUYEQCAGLQACIglB9ABGBH9BAAUgCUEwa0EKSSAJQSByQeEAa0EaSXIgCUErRnIgCUEvRnILBEAgCUHpAEYEQCAGQQprEAILBUEAQQEgBhABCwUgCUHjzAFGBEBBAEEAIAYQAQUgCUHDqAFGBEAgBkEFaxACBSAJQdDYAUYEQCAGEAIFIAlB5OABRgRAIAZBAmsQAgUgCUGytAFGBEBBAUEBIAYQAQUgCUHzyAFGBEBBAUEDIAYQAQUgCUHO2gFGBEBBAkEAIAYQAQUgCUHikAFGBEBBAkECIAYQAQUgCUHqtAFGBEBBA0EAIAYQAQUgCUHt8AFGBEBBA0ECIAYQAQsLCwsLCwsLCwsLDAELCyAMIAf9AAQwIgogC/1O/Q4gDSAKQQT9jQEgC/1O/Q79TiEKCyAAQUBrIQAMAQsLIAH9AAQAIRAgAf0ABDAhESAB/QAEYCESIAH9AASQASETIAFBwAFqIAVLBH9BACAQIBH9dyASIBP9d/13/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZGsgDiATIAv9Tv0OIA8gE0EE/Y0BIAv9Tv0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kQQFrIA4gEiAL/U79DiAPIBJBBP2NASAL/U79Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEEBayAOIBAgC/1O/Q4gDyAQQQT9jQEgC/1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBAWsgDiARIAv9Tv0OIA8gEUEE/Y0BIAv9Tv0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kQQFrcnJyckEASAVBAAsEQCAFIQAgASEFA0AgBSABQcABakkEQCMIIAVBEGpJIAAgBUtyRQRAIAX9AAQAIhD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgcEfyAHQarVAkYiBkUEQCAHQdWqAUYhBgsgBkUEQCAHQe7dA0YhBgsgBkUEQCAHQd27A0YhBgsgBkUEQCAHQbv3AkYhBgsgB0EAIAYgB0H37gFGIAYbGwR/IAAgBRAUIgYgACAGSxsFIAALBUHACP0ABAAgEP0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5B0Aj9AAQAIBBBBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jBH9BoAj9AAQAIAX9AAQQIhD9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQbAI/QAEACAQQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwR/QQEFQaAI/QAEACAFQRBr/QAEACIQ/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGwCP0ABAAgEEEE/Y0B/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv1O/WMLBUEACwR/IAAgBRAVIgYgACAGSxsFIAALCyEACyAFQTBqIQUMAQsLIAAhBQsgAUHAAWohAQwBCwsgAgvPAQEBfyAAIwdNBEBBAA8LIABBAWstAAAiAUEwa0EKSSABQSByQeEAa0EaSXIgAUErRnIgAUEvRnJFBEBBAQ8LIAAjB0ECakkEQEEADwsgAEECay0AACEAIAFBL0YgAUErRnIEQCAAIAFGBH9BAAUgAEEwa0EKSSAAQSByQeEAa0EaSXIgAEErRnIgAEEvRnILRQ8LIAFB8gBGIAFB7gBGciABQfQARnIEQCAAQdwARg8LIABBMEZBACABQSByIgBB4QBGIgEgAEHkAEYgARsbC7QCAQd/A0AgASACSQRAIAIgAUGA4AFqIgMgAiADSRshCCAAQQNGBH8jAEGAAmojBiIFQYCABmxqIQdBBEECIAEgCCABa0EFdkEEdGr9AAQA/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIEaUEMTxshBkEAIQMgASAEQX9zaCAGcGohCQNAIAggCUsEQCADIgRBAWohAyAEIAdqIAlBAWstAABFIgQEfyAEBSAJLQABRQsEfyAJLQAABUEACzoAACAGIAlqIQkMAQsLIAcgAyAHaiAFQQFqEAMFIAEgCCMGEBsLIgMEQCMGRQRAIwQjBUEMbGoiBCAANgIAIAQgATYCBCAEIAg2AggLIwVBAWokBQsgAiAIRgR/QQEFIwZBAEpBACADGwsEQA8LIAFBgMABaiEBDAELCwtMACAAIAEjAEGAAmogA0GAgAZsaiIAQYCAAmoiASACEBkgAWohAiABIAIgA0EBahADBEBBAQ8LIAAgASACIAAQBCABQYCAAmogAxAFC+4BAQF+IAApAwAiAUL//////x+DQvDY1Zu3B1EEQEErDwsgAUL/////D4NC896x2wNRBEBBLw8LIAFC//////////8Ag0Ll4tWLxu3cHVEEQEE9DwsgAUL//////x+DQuLmveO2B1EEQEHcAA8LIAFC//////////8Ag0Lwysmb5o3dHVEEQEElDwsgAUL/////D4NC4drB2wNRBEBBJg8LIAFC/////w+DQu7qtdsDUQRAQSMPCyABQv//////H4NC88q1y7YHUQRAQTsPCyABQv//////////AINC7N7dk5bM3B1RBEBB3wAPC0EAC80BAgF7AX8DQCAAIAFBEGpPBEBBoAj9AAQAIABBEGv9AAQAIgL9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQbAI/QAEACACQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgMEQCAAIANnQRBraw8LIABBEGshAAwBCwsDQCAAIAFLBH8gAEEBay0AACIDQQ9xQaAIai0AACADQQR2QaAIai0AEHEFQQALBEAgAEEBayEADAELCyAAC2ABBX8DQCAAIAFJBEAgBSAALQAAIgNB8AFPIgRBASADQcABcUGAAUYiB2tqaiEFIAYgA0HAAU8gA0HgAU9qIARqIAdraiEGIABBAWohAAwBCwsgAiAFNgIAIAIgBjYCBAuQAgIDfwF7A0AgAEFAayABTQRAIAEgAEHAH2oiAiABIAJJGyEE/QwAAAAAAAAAAAAAAAAAAAAAIQUDQCAEIABBQGsiAk8EQCAFIAD9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABBD9DAoKCgoKCgoKCgoKCgoKCgr9I/1uIAD9AAQg/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABDD9DAoKCgoKCgoKCgoKCgoKCgr9I/1u/W79cSEFIAIhAAwBCwsgAyAF/X39fyIF/RsAIAX9GwFqIAX9GwJqIAX9GwNqaiEDDAELCwNAIAAgAUkEQCADQQFqIAMgAC0AAEEKRhshAyAAQQFqIQAMAQsLIAML0Q4DA34GfwN7IAEgA0kEfyABLQAAIgdBMGtBCkkgB0EgckHhAGtBGklyIAdBK0ZyIAdBL0ZyBH9BAQUgAS0AAEHfAEYLBUEACwRAQQAPCyAAIAJLBH8gAEEBay0AAEHfAEYFQQALBEBBAA8LIAEgAGtBQGoiCgR/An9BACAKQQVLDQAaIAAtAAAhCSAAIAJGBEACfwNAIAogC0sEQEEAIwAgACALai0AAGotAABBPkkNAhogC0EBaiELDAELC0EBCwwBCyAAQQFrLQAAIgdBDUYgB0EKRnIEQAJ/A0AgCiALSwRAQQAjACAAIAtqLQAAai0AAEE+SQ0CGiALQQFqIQsMAQsLQQELDAELIAdB3ABGBEAgCUHhAE8gCkEBRg0BGiAJQfUARgRAIApBBUYEfwJAIABBAWoiCUEEaiAAIApqSwRAQX8hCAwBCwNAIAtBBEgEQAJAIAkgC2otAAAiB0EwayIMQf8BcUEKSQ0AIAdBIHIiB0HXAGshDCAHQeYATSAHQeEAT3ENAEH/ASEMCyAMQf8BRgRAQX8hCAwDCyAIQQR0IAxyIQggC0EBaiELDAELCwsgCEEATgVBAAsMAgsgCkEDRiAJQfgARnEEfwJAIABBAWoiCUECaiAAIApqSwRAQX8hCAwBCwNAIAtBAkgEQAJAIAkgC2otAAAiB0EwayIMQf8BcUEKSQ0AIAdBIHIiB0HXAGshDCAHQeYATSAHQeEAT3ENAEH/ASEMCyAMQf8BRgRAQX8hCAwDCyAIQQR0IAxyIQggC0EBaiELDAELCwsgCEEATgVBAAsMAQsgB0E9RiAHQSVGcgRAIApBAkYEfwJAIABBAmogACAKaksEQEF/IQgMAQsDQCALQQJIBEACQCAAIAtqLQAAIgdBMGsiDEH/AXFBCkkNACAHQSByIgdB1wBrIQwgB0HmAE0gB0HhAE9xDQBB/wEhDAsgDEH/AUYEQEF/IQgMAwsgCEEEdCAMciEIIAtBAWohCwwBCwsLIAhBAE4FQQALDAELIAdBO0YgB0HbAEZyBH8gACAKakEBay0AAEHtAEYFQQALIAlBMGtBCklxCwVBAQtFBEBBAA8LAn9BACAAIApqIgcoAgBB48yxowdGDQAaQQAhC0EAIQBBACEIA0AgCEHAAEkEQEIBIwAgByAIai0AAGoxAACGIgQgBoQhBiALQQFqIAsgBEKAgICAgICAgECDQgBSGyELIABBAWogAEIAIAQgBYQiBUL//////////z+DQgAgBUL/////////h0CDQgAgBUL///+fgICAeIMgBUKAgIBgg1AbUBtQG0IAUhshACAEIQUgCEEBaiEIDAELC0EAIAZCgICAgICAgPg/g1AgBkKAgIDg////B4NQIAZC////H4NQcnINABogBnunIghBNU0gCEEdT3EgC0EJTHEgAEEYTnELBH8gByEAA0AgByAAa0HAAEkgACACS3EEQAJAIABBAWstAAAiCEEwa0EKSSAIQSByQeEAa0EaSXIgCEErRnIgCEEvRnIEfyAAIAJBAmpPBH8gAEECay0AAEHcAEYFQQALBH8gAEEBay0AACIIQfIARiAIQe4ARnIFQQALRQ0BIABBAmsFIABBAWsLIQAMAgsLCyAAIAdJIAAgAkEoak9xBH9BgAj9AAQAIg8gAEEoayIA/QAEACIN/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGQCP0ABAAiDiANQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwR/IA8gAP0ABBAiDf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q4gDiANQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwVBAAsEf0GACP0ABAAgAP0ABBgiDf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BkAj9AAQAIA1BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jBUEACwVBAAsEfyABIQgDQCAIIAFrQcAASSAIQQFqIANJcQRAAkAgCC0AACICQdwARgR/IAgtAAEiAEHyAEYgAEHuAEZyBUEACwR/IAhBAmoFIAJBMGtBCkkgAkEgckHhAGtBGklyIAJBK0ZyIAJBL0ZyDQEgCEEBagshCAwCCwsLIAEgCEkgCEEoaiADTXEEf0GACP0ABAAiDyAI/QAEACIN/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGQCP0ABAAiDiANQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwR/IA8gCP0ABBAiDf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q4gDiANQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwVBAAsEf0GACP0ABAAgCP0ABBgiDf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BkAj9AAQAIA1BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jBUEACwVBAAsFQQALBUEBC0ULWAEBf0GwCkEAQZAD/AsAQcANQQBB5AD8CwBCACQLQQAkDUEBJA5BACQPQQAkEkGAASQTQb8BJBRCASQMA0AgAEHkAEgEQCMMQiV+JAwgAEEBaiEADAELCwsnACACJBBBACQRA0AgACABSQRAIAAtAAAQByAAQQFqIQAMAQsLIxELlwEBAX8gACQQQQAkESMSBEBB/f8DEAALQQAkEkH//wMQAEEAIQADQCAAQeQASARAIw1BwA1qLQAABEAjECMRQQN0aiMLNwMAIxFBAWokEQsjC0IlfiMMIw1BAnRBsApqIgE1AgB+fSQLIAFBADYCACMNQcANakEAOgAAIw1BAWpBACMNQeMARxskDSAAQQFqIQAMAQsLIxELkwQBBn8gAP0ABAD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgJBqtUCRiIBRQRAIAJB1aoBRiEBCyABRQRAIAJB7t0DRiEBCyABRQRAIAJB3bsDRiEBCyABRQRAIAJBu/cCRiEBCyACQQAgASACQffuAUYgARsbIQQgAEGAQGojByAAIwdBgEBrSxshAyMIIgEjCkGAQGsiAiAAQYCABGoiBSACIAVJGyICIAEgAkkbIQUgACECA0AgAiADQRBqTwR/IAJBEGv9AAQA/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIGQarVAkYiAUUEQCAGQdWqAUYhAQsgAUUEQCAGQe7dA0YhAQsgAUUEQCAGQd27A0YhAQsgAUUEQCAGQbv3AkYhAQsgBCAGQQAgASAGQffuAUYgARsbRgVBAAsEQCACQRBrIQIMAQsLIABBEGohAQNAIAFBEGogBU0EfyAB/QAEAP0MAAAAAAAAAAAAAAAAAAAAAP0j/WQiBkGq1QJGIgBFBEAgBkHVqgFGIQALIABFBEAgBkHu3QNGIQALIABFBEAgBkHduwNGIQALIABFBEAgBkG79wJGIQALIAQgBkEAIAAgBkH37gFGIAAbG0YFQQALBEAgAUEQaiEBDAELCyMGQQRIIAEgAmtBwABPcQRAQQMgAyACQRBrIgAgACADSRsgBSABQRBqIgAgACAFSxsQCgsgAQurBgIFfwF7IwgiASMKQYBAayICIABBgIAEaiIDIAIgA0kbIgIgASACSRshBCAAQRBqIQECfwNAIAEgBEkEQEGgCP0ABAAgAf0ABAAiBv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BsAj9AAQAIAZBBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WQiAgRAIAQgASACaGoiASABIARLGwwDCyABQRBqIQEMAQsLIAQLIgIgACAAQYBAaiMHIAAjB0GAQGtLGyIDEA0iAGtBwABJBEAgAg8LQRAhAQNAIAFBEE8EQAJAIAAhAQNAIAAgAWtBoAFNIAEgA0txBH8gAUEBay0AACIFQQ9xQaAIai0AACAFQQR2QaAIai0AEHEEf0EABSAFQQlrQQVJIAVBIE9yCwVBAAsEQCABQQFrIQEMAQsLIAAgAUYgASADRnIgACABa0GgAUtyDQAgASABIAMQDSIAayEBDAILCwsgACEDIAIhAEEQIQEDQCABQRBPBEACQCAAIQEDQCABIARJIAEgAGtBoAFNcQR/IAEtAAAiAkEPcUGgCGotAAAgAkEEdkGgCGotABBxBH9BAAUgAkEJa0EFSSACQSBPcgsFQQALBEAgAUEBaiEBDAELCyAAIAFGIAEgBEZyIAEgAGtBoAFLcg0AIAEhAAJ/A0AgACAESQRAQaAI/QAEACAA/QAEACIG/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGwCP0ABAAgBkEE/Y0B/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCICBEAgBCAAIAJoaiIAIAAgBEsbDAMLIABBEGohAAwBCwsgBAsiACABayEBDAILCwsgAyAAIwcjCBAGIQEDQCAAIAFLBEACQCABIwpJBEAjBkUEQCMEIwVBDGxqIgJBBDYCACACIAE2AgQgAiABQUBrNgIICyMFQQFqJAULIwZBAEoNACABQUBrIAAjByMIEAYhAQwCCwsLIwZBBEggACADa0HBAE9xBEBBAiADIAAQCgsgAAsyACAEJARBACQFQQAkBiAEQQRrIAAgASACIAMgBUHwFWsQCCIAIAIgACACSRs2AgAjBQsFACMBuguHAQECfyAAJABBACEAA0AgAEGAAkkEQCMAIABqAkAgAEHBAGsiAUEaSQ0AIABBxwBrIQEgAEHhAGtBGkkNACAAQQRqIQEgAEEwa0EKSQ0AQT4hASAAQS1GIABBK0ZyDQBBPyEBIABB3wBGIABBL0ZyDQBB/wEhAQsgAToAACAAQQFqIQAMAQsLC9YIAQh/IwEgASAAa618JAEgACEEA0AgASAESwRAIARBAWohBQJ/QQEgBC0AACILIgBBJUYNABpBAiAAQdwARg0AGkEEIABBJkYNABpBCEEAIABBPUYbCyADcSIIQQhGIgYgCEEBRnIEQCAGBH8gBUEBaiAFIAEgBUsEfyAFLQAAQQ1GBUEACxsiAEEBakEAIAAgAUkEfyAALQAAQQpGBUEACxsFQQALIgAEQCAAIQQMAwtBACEAAkAgBEEBaiIIQQJqIAFLBEBBfyEADAELQQAhBQNAIAVBAkgEQAJAIAUgCGotAAAiBkEwayIKQf8BcUEKSQ0AIAZBIHIiBkHXAGshCiAGQeYATSAGQeEAT3ENAEH/ASEKCyAKQf8BRgRAQX8hAAwDCyAAQQR0IApyIQAgBUEBaiEFDAELCwsgBEEDaiEFBSAIQQJGBEADQCAFIARBEGpJIAEgBUtxBH8gBS0AAEHcAEYFQQALBEAgBUEBaiEFDAELCyABIAVLBH8gBS0AAAVBAAsiAEH1AEYEfwNAIAUgBEEgakkgBUEBaiABSXEEfyAFLQABQfUARgVBAAsEQCAFQQFqIQUMAQsLQQAhAAJAIAVBAWoiCEEEaiABSwRAQX8hAAwBC0EAIQoDQCAKQQRIBEACQCAIIApqLQAAIgZBMGsiCUH/AXFBCkkNACAGQSByIgZB1wBrIQkgBkHmAE0gBkHhAE9xDQBB/wEhCQsgCUH/AUYEQEF/IQAMAwsgAEEEdCAJciEAIApBAWohCgwBCwsLIAVBBWoFIABB+ABGBH9BACEAAkAgBUEBaiIIQQJqIAFLBEBBfyEADAELQQAhCgNAIApBAkgEQAJAIAggCmotAAAiBkEwayIJQf8BcUEKSQ0AIAZBIHIiBkHXAGshCSAGQeYATSAGQeEAT3ENAEH/ASEJCyAJQf8BRgRAQX8hAAwDCyAAQQR0IAlyIQAgCkEBaiEKDAELCwsgBUEDagUgAEHuAEYiBiAAQfIARnIgAEH0AEZyBEAgBgR/QQoFQQ1BCSAAQfIARhsLIQALIAVBAWoLCyEFBSAIQQRGIARBAmogAUlxBH8gBC0AAUEjRgVBAAsEQCAEQQNBAiAELQACQSByQfgARiIIG2ohBUEAIQADQCAAQYCABEggASAFS3EEQAJAIAUtAAAiBkEwayIKQf8BcUEKSQ0AIAZBIHIiBkHXAGshCiAGQeYATSAGQeEAT3ENAEH/ASEKCyAKQQ9BCSAIG0wEQCAAQRBBCiAIG2wgCmohACAFQQFqIQUMAgsLCyAFQQFqIAUgASAFSwR/IAUtAABBO0YFQQALGyEFBSAIQQRGBEAgBEEBahAMIgYEQCAGIQADQCAFIgZBAWohBSAGLQAAQTtHDQALCwsLCwsgByIGQQFqIQcgAEEASCABIAVJcgRAIARBAWohBSALIQALIAIgBmpBPyAAIABB/wFKGzoAACAFIQQMAQsLIAcLBgBBgIIYC8oFAgd/AnsjAEGAAmogAkGAgAZsaiIFQYCABGohByAAIAEgBRAEIQMjAiEGIAEgAGsgA0sjAyMDGyAFIAMgByACEAUEQEEBDwsEQCAAIQMCQANAIANB1gBqIAFNBEAgAyEEQQEhCAJ/A0AgASAESwRAQYAI/QAEACAE/QAEACIKIAr9DC0tLS0tLS0tLS0tLS0tLS39I/0MAgICAgICAgICAgICAgICAv1OIAr9DF9fX19fX19fX19fX19fX1/9I/0MMDAwMDAwMDAwMDAwMDAwMP1O/VD9cSIK/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGQCP0ABAAgCkEE/Y0B/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIJBEAgASAEIAloaiIEIAEgBEkbDAMLIARBEGohBAwBCwsgAQsiBCADa0HWAE8iCQR/QeAI/QAEACAD/QAEACIKIAr9DC0tLS0tLS0tLS0tLS0tLS39I/0MAgICAgICAgICAgICAgICAv1OIAr9DF9fX19fX19fX19fX19fX1/9I/0MMDAwMDAwMDAwMDAwMDAwMP1O/VD9cSIKQaAJ/QAEACAKQQT9jQFBwAn9AAQAIgv9TiAKQbAJ/QAEAP0j/W79Dv1uIgpB0An9AAQA/U5BBv2LASAKQQj9jQH9UCIKQRD9qwFBBP2tASAKQRD9rQH9UCIKIAv9Tv0OQfAI/QAEACAKQQT9jQEgC/1O/Q79Tv1jBSAJCwR/IAUgAyAEIAUQBCAHIAIQBQVBAAsNAiAEQQFqIQMMAQsLQQAhCAsLIAgEQEEBDwsgBkUEQEEADwsgACABIAYgAhALBEBBAQ8LQQEhAwNAIANBEEgEQCADIAZxQQBHIAMgBkdxBH8gACABIAMgAhALBUEACwRAQQEPCyADQQF0IQMMAQsLQQALkwUCC38BewNAIARBEGogAUwEQAJAIAQgBUgEf0EABUGACf0ABAAgACAEav0ABAAiD/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BkAn9AAQAIA9BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jC0UNACAEIQYDQCAGQQBKBH8CQCAAIAZBAWtqLQAAIgdBMGsiBUH/AXFBCkkNACAHQSByIgVB/wFxIQcgBUHXAGshBSAHQeYATSAHQeEAT3ENAEH/ASEFCyAFQf8BRwVBAAsEQCAGQQFrIQYMAQsLIAQhBQNAIAEgBUoEfwJAIAAgBWotAAAiCEEwayIHQf8BcUEKSQ0AIAhBIHIiB0H/AXEhCCAHQdcAayEHIAhB5gBNIAhB4QBPcQ0AQf8BIQcLIAdB/wFHBUEACwRAIAVBAWohBQwBCwsgBSAGa0GAAUgNAEEAIQoDQCAKQQJIBEAgACAGIApqaiELIAUgBmsgCmshDEEAIQgDQCAIQQFqIAxIBEACQCAIIAtqLQAAIglBMGsiB0H/AXFBCkkNACAJQSByIgdB/wFxIQkgB0HXAGshByAJQeYATSAJQeEAT3ENAEH/ASEHCyACIAhBAXVqAkAgCCALai0AASIOQTBrIglB/wFxQQpJDQAgDkEgciIOQdcAayEJIA5B5gBNIA5B4QBPcQ0AQf8BIQkLIAkgB0EEdHI6AAAgCEECaiEIDAELCyAMQQF1IQhBACEHAn8DQCAHQQNqIAhIBEBBASACIAdqKAIAQf///4d+cUGfliJGDQIaIAdBAWohBwwBCwtBAAsEf0EBBSACIAIgCGogA0EBahADCwRAQQEPCyAKQQFqIQoMAQsLCyAEQeAAaiEEDAELC0EACwvWBgoAQYAICyAKDg4ODg4ODg4ODAUEBAQFAAABAgQIBAgAAAAAAAAAAABBoAgLIBoeHh8eHx8eHh4cBwwHBA0AAAECBAgEEAAAAAAAAAAAAEHACAsgGh4eHx4fHx4eHhwHDAYEBQAAAQIECAQQAAAAAAAAAAAAQeAICyADAgICAgICAgIDAwICAwICAQACAgICAgIAAAAAAAAAAABBgAkLIAEDAwMDAwMBAQEAAAAAAAAAAAABAgACAAAAAAAAAAAAAEGgCQtAABATBL+/ubkAAAAAAAAAAC8vLy8vLy8vLy8vLy8vLy8PDw8PDw8PDw8PDw8PDw8P/wD/AP8A/wD/AP8A/wD/AABB4AkLMEIABAmUABIAYABEACCCCAAAAAAESVK3aAAAAAAAAAAADw8PDw8PDw8PDw8PDw8PDwBBkAoLFGNmbHQAWTJac2RObWJIAGpabXgwAEGwCguQAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQcANC2QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

// src/kernel/simd.ts
var PAGE_BYTES = 65536;
var OUTPUT_ADDRESS = PAGE_BYTES;
var ARENA_ADDRESS = 2 * PAGE_BYTES;
var PADDING_BYTES = 256;
var VIEW_ADDRESS = ARENA_ADDRESS + ARENA_BYTES + PADDING_BYTES;
var SCRATCH_ADDRESS = VIEW_ADDRESS + VIEW_BYTES + PADDING_BYTES;
var SCRATCH_BYTES = 400 * 1024;
var KINDS = ["secret", "anchor", "coded", "wide", "shape", "mention"];
var LEAD_WORDS = 3;
var MAX_LEADS = 5e3;
var NO_LEADS = [];
function createSimdKernel() {
  const pages = Math.ceil((SCRATCH_ADDRESS + SCRATCH_BYTES) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const wasm = new WebAssembly.Module(Buffer.from(WASM_BASE64, "base64"));
  const exports2 = new WebAssembly.Instance(wasm, { env: { memory } }).exports;
  const words = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, 1 + MAX_LEADS * LEAD_WORDS);
  const integers = new Int32Array(memory.buffer, OUTPUT_ADDRESS, 2);
  const hashes = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, PAGE_BYTES / 4);
  const view = new Uint8Array(memory.buffer, VIEW_ADDRESS, VIEW_BYTES);
  if (exports2.scratchBytes() > SCRATCH_BYTES) throw new Error("assembly/coded.ts wants more scratch memory");
  exports2.useScratch(SCRATCH_ADDRESS);
  function find(address, from, to, filled) {
    const end = address + filled;
    const count2 = exports2.findLeads(address, address + from, address + to, end, OUTPUT_ADDRESS + 4, MAX_LEADS);
    return { leads: count2 === 0 ? NO_LEADS : readLeads(count2, address), resume: (words[0] ?? 0) - address };
  }
  function readLeads(count2, address) {
    return Array.from({ length: count2 }, (_, i) => {
      const at = 1 + i * LEAD_WORDS;
      const kind = KINDS[words[at] ?? 0] ?? "secret";
      return { kind, start: (words[at + 1] ?? 0) - address, end: (words[at + 2] ?? 0) - address };
    });
  }
  return {
    arena: new Uint8Array(memory.buffer, ARENA_ADDRESS, ARENA_BYTES),
    findLeads: (from, to, filled) => find(ARENA_ADDRESS, from, to, filled),
    findLeadsIn(text) {
      view.set(text);
      const all = [];
      for (let from = 0; from < text.length; ) {
        const { leads, resume } = find(VIEW_ADDRESS, from, text.length, text.length);
        all.push(...leads);
        from = resume;
      }
      return all;
    },
    countWork: () => exports2.workBytes(),
    countNewlines: (from, to) => exports2.countNewlines(ARENA_ADDRESS + from, ARENA_ADDRESS + to),
    measureUtf8(from, to) {
      exports2.measureUtf8(ARENA_ADDRESS + from, ARENA_ADDRESS + to, OUTPUT_ADDRESS);
      return { units: integers[0] ?? 0, balance: integers[1] ?? 0 };
    },
    resetLineHash: () => exports2.resetLineHash(),
    pushLineHash: (from, to) => hashes.subarray(0, 2 * exports2.pushLineHash(ARENA_ADDRESS + from, ARENA_ADDRESS + to, OUTPUT_ADDRESS)),
    endLineHash: () => hashes.subarray(0, 2 * exports2.endLineHash(OUTPUT_ADDRESS))
  };
}

// src/detect/connection-values.ts
function isLiteral(value) {
  const text = value.trim();
  if (text === "" || hasAtMostTwoCharacters(text)) return false;
  return !REFERENCES.some((form) => form.test(text)) && !MASKS.some((form) => form.test(text)) && !isPlaceholder(text);
}
function hasAtMostTwoCharacters(text) {
  return new Set(text).size <= 2;
}
var REFERENCES = [
  // ${x}, $(x), {{ x }}, #{x}, %{x}, @{x}, <% x %>: wherever they stand, since the rest alone opens nothing.
  /\$[{(]|\{\{|[#%@]\{|<%/,
  // <api-key>, sk-<your key>, and the same as HTML.
  /<[A-Za-z][^<>]*>|&lt;/,
  // $VAR, $env:VAR, %VAR%, %s, %(key)s, :name, {key}, {cfg['key']}: alone.
  /^\$\w+(?::\w+)?$|^%\w+%$|^%(?:\(\w+\))?[a-z]$|^:\w+$|^\{[^{}:]*\}$/,
  // [key], (sensitive value), __KEY__, @KEY@: alone.
  /^\[[^\]]*\]$|^\([^)]*\)$|^__\w+__$|^@\w+@$/,
  // The literal around it is broken off: '" + key + "', '"$KEY"'.
  /^\\*["'`]|["']\s*(?:[+&]|\|\||\. )/,
  // var.x, os.environ[...], secrets.X, and Node's environment: alone.
  /^(?:var|local|data|module|each|env|secrets?|process[.]env|os\.environ|System\.getenv)[.[(][\w.[\]()"'-]*$/,
  // Where a secret store keeps it: op://, vault:, a resource name, SOPS.
  /^(?:op|vault|ssm|awssm|gcpsm|azurekv|keyvault|env|file):|^arn:aws|^ENC\[/
];
var MASKS = [/\*{3}|x{6}|\.{3}/i, /EXAMPLE(?:KEY)?$/, /\u00e2\u0080[\u00a6\u00a2]/];
function isPlaceholder(text) {
  if (text.length > LONGEST_PLACEHOLDER) return false;
  const words = text.split(/[^A-Za-z0-9]|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== "").map((word) => word.toLowerCase());
  const isAboutItself = words.every((word) => NAMING.has(word) || QUALIFYING.has(word) || /^x+$/.test(word));
  return isAboutItself && words.some((word) => !QUALIFYING.has(word));
}
var LONGEST_PLACEHOLDER = 64;
var NAMING = new Set(
  `apikey changeme credential credentials dummy empty example fixme here hidden insert key keys masked none null omitted
  pass passwd password paste placeholder pwd redacted removed replace sample secret sensitive string tbd todo token
  undefined value your`.split(/\s+/)
);
var QUALIFYING = new Set(
  `a access account actual add ai an anthropic api atlas auth aws azure azureml azureopenai bearer bedrock change
  claude client confluent connection cosmosdb couchbase data database db elastic enter fill fireworks flink gcp gemini
  google googleai id in is json llm mcp me mongo mongodb my name new oauth oauth2 old openai pinecone pk put real
  sagemaker service session set sk some text the this to use user username vertex vertexai with zapier`.split(/\s+/)
);

// src/detect/connection-fields.ts
var CREDENTIAL_FIELDS = /* @__PURE__ */ new Set([
  // SQL, command line and Terraform.
  "api-key",
  "aws-access-key",
  "aws-secret-key",
  "aws-session-token",
  "client-secret",
  "password",
  "service-key",
  "token",
  // The same in `auth_data.data` of REST, where the names differ.
  "aws-access-key-id",
  "aws-secret-access-key",
  "bearer-token",
  "oauth2-client-secret"
]);
function isCredentialField(name) {
  return CREDENTIAL_FIELDS.has(name.toLowerCase().replaceAll("_", "-"));
}
function credentialIn(text, span, { connection, field }) {
  const isFound = isCredentialField(field) && isLiteral(text.slice(span.start, span.end));
  return isFound ? [{ span, connection, field }] : [];
}

// src/detect/connection-quotes.ts
function quoteFormBefore(text, at) {
  const mark = text[at - 1];
  if (mark !== '"' && mark !== "'") return null;
  return { mark, backslashes: countBackslashesBefore(text, at - 1) };
}
function quoteRole(text, at, { backslashes }) {
  const rest = countBackslashesBefore(text, at) % (2 * (backslashes + 1));
  if (rest === backslashes) return "delimiter";
  return rest < backslashes ? "outer" : "inner";
}
function isQuoteAt(text, at, { mark, backslashes }) {
  return text[at + backslashes] === mark && text.startsWith("\\".repeat(backslashes), at);
}
function countBackslashesBefore(text, at) {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return at - start;
}
function skipBlanks(text, at) {
  let next = at;
  for (; ; ) {
    const end = blankEnd(text, next);
    if (end === next) return next;
    next = end;
  }
}
function endOfLine(text, at) {
  let end = at;
  while (end < text.length && text[end] !== "\n" && !text.startsWith("\\n", end)) end++;
  return end;
}
function blankEnd(text, at) {
  if (isSpace(text[at])) return at + 1;
  if (text[at] !== "\\") return at;
  let end = at;
  while (text[end] === "\\") end++;
  return /^[nrt\r\n]/.test(text.charAt(end)) ? end + 1 : at;
}
function isSpace(character) {
  return character === " " || character === "\n" || character === "\r" || character === "	";
}

// src/detect/connection-hcl.ts
function findInHcl(text, at, end) {
  const form = quoteFormBefore(text, at);
  if (form === null || form.mark !== '"' || !isQuoteAt(text, end, form)) return [];
  const label = stringAt(text, skipBlanks(text, end + form.backslashes + 1), form);
  const body = label === null ? -1 : skipBlanks(text, label.next);
  if (label === null || text[body] !== "{") return [];
  return readBody(text, body + 1, { form, connection: text.slice(label.span.start, label.span.end) });
}
function readBody(text, at, block) {
  const found = [];
  let depth = 1;
  let next = at;
  while (next < text.length && depth > 0) {
    const attribute = depth === 1 ? attributeAt(text, next, block) : null;
    found.push(...attribute?.found ?? []);
    const character = text[next];
    depth += character === "{" ? 1 : character === "}" ? -1 : 0;
    const end = attribute?.next ?? skipOther(text, next, block.form);
    if (end === -1) return found;
    next = end;
  }
  return found;
}
function skipOther(text, at, form) {
  if (isQuoteAt(text, at, form)) return stringAt(text, at, form)?.next ?? -1;
  if (text.startsWith("<<", at) && isHeredoc(text, at)) return heredocAt(text, at)?.next ?? -1;
  if (text.startsWith("/*", at)) return endOf2(text, "*/", at);
  if (text[at] === "#" || text.startsWith("//", at)) return skipLine(text, at);
  const blanks = skipBlanks(text, at);
  return blanks > at ? blanks : Math.max(at + 1, matchEnd(WORD, text, at));
}
var WORD = /\w+|\\+/y;
function skipLine(text, at) {
  const start = matchEnd(COMMENT_MARKS, text, at);
  return matchEnd(ATTRIBUTE, text, start) > 0 ? start : endOfLine(text, start);
}
var COMMENT_MARKS = /[#/][#/ \t]*/y;
function endOf2(text, mark, from) {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}
function matchEnd(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
var ATTRIBUTE = /([A-Za-z_][\w-]{0,63})[ \t]*=/y;
function attributeAt(text, at, { form, connection }) {
  ATTRIBUTE.lastIndex = at;
  const field = ATTRIBUTE.exec(text)?.[1];
  const value = field === void 0 ? null : valueAt(text, skipBlanks(text, ATTRIBUTE.lastIndex), form);
  if (field === void 0 || value === null) return null;
  const changed = changedTo(text, value.next, form);
  const found = isWhole(text, value.next) ? [value, ...changed].flatMap(({ span }) => credentialIn(text, span, { connection, field })) : [];
  return { found, next: changed[0]?.next ?? value.next };
}
function valueAt(text, at, form) {
  return text.startsWith("<<", at) ? heredocAt(text, at) : stringAt(text, at, form);
}
function changedTo(text, at, form) {
  const arrow = skipBlanks(text, at);
  const value = text.startsWith("->", arrow) ? stringAt(text, skipBlanks(text, arrow + 2), form) : null;
  return value === null ? [] : [value];
}
function isWhole(text, at) {
  return text[at - 1] === "\n" || matchEnd(EXPRESSION_END, text, at) !== -1;
}
var EXPRESSION_END = /[ \t]*(?:$|[\r\n#}]|\\+[nr]|\/[/*]|->|\\*["'`])/y;
function stringAt(text, at, form) {
  if (!isQuoteAt(text, at, form)) return null;
  const start = at + form.backslashes + 1;
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/[$%]\{|[{}"]/g)) {
    const mark = start + index;
    if (token === '"') {
      const role = quoteRole(text, mark, form);
      if (role === "outer") return null;
      if (role === "delimiter" && depth === 0) {
        return { span: { start, end: mark - form.backslashes }, next: mark + 1 };
      }
    } else if (token === "}") depth = Math.max(0, depth - 1);
    else if (token !== "{" || depth > 0) depth++;
  }
  return null;
}
var HEREDOC = /<<[-~]?([A-Za-z_]\w{0,63})[ \t]*\r?\n/y;
function isHeredoc(text, at) {
  return matchEnd(HEREDOC, text, at) !== -1;
}
function heredocAt(text, at) {
  HEREDOC.lastIndex = at;
  const tag = HEREDOC.exec(text)?.[1];
  if (tag === void 0) return null;
  const begin = HEREDOC.lastIndex;
  for (let line = begin; line < text.length; line = endOf2(text, "\n", line)) {
    const end = endOf2(text, "\n", line);
    if (text.slice(line, end).trim() === tag) return { span: trimmed(text, begin, line), next: end };
  }
  return null;
}
function trimmed(text, start, end) {
  const value = text.slice(start, end);
  const first = start + value.length - value.trimStart().length;
  return { start: first, end: Math.max(first, start + value.trimEnd().length) };
}

// src/detect/connection-json-tree.ts
function readObjectsAround(text, at, end) {
  const form = quoteFormBefore(text, at);
  return form !== null && isQuoteAt(text, end, form) ? readObjects(text, form, at - 1, 0) : [];
}
function readObjectsWithin(text, start, end) {
  const mark = text.indexOf('"', start);
  if (mark === -1 || mark >= end) return [];
  const form = { mark: '"', backslashes: countBackslashesBefore(text, mark) };
  return readObjects(text.slice(0, end), form, mark, start);
}
function readObjects(text, form, mark, from) {
  const marks = [...marksBefore(text, form, mark, from), ...marksFrom(text, form, mark)];
  const tree = new JsonTree();
  let end = Math.max(from, (marks[0] ?? 0) - LEAD);
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const span = { start: (marks[index] ?? 0) + 1, end: (marks[index + 1] ?? 0) - form.backslashes };
    tree.addBetween(text, end, span.start - 1 - form.backslashes);
    tree.addString(text, span);
    end = (marks[index + 1] ?? 0) + 1;
  }
  return tree.objects;
}
var LEAD = 256;
function marksBefore(text, form, mark, from) {
  const marks = [];
  for (let at = previousMark(text, form, mark); at >= from && at !== -1; at = previousMark(text, form, at)) {
    const role = quoteRole(text, at, form);
    if (role === "outer") break;
    if (role === "delimiter") marks.push(at);
  }
  marks.reverse();
  return marks.slice(marks.length % 2);
}
function previousMark(text, { mark }, at) {
  return at === 0 ? -1 : text.lastIndexOf(mark, at - 1);
}
function marksFrom(text, form, mark) {
  const marks = [];
  for (let at = mark; at !== -1; at = text.indexOf(form.mark, at + 1)) {
    const role = quoteRole(text, at, form);
    if (role === "outer") break;
    if (role === "delimiter") marks.push(at);
  }
  return marks;
}
var BARE_KEY = /(?:^|[^\w'"$])([A-Za-z_]\w*)[ \t]*:[ \t]*$/;
var LONGEST_BARE_KEY = 64;
var JsonTree = class {
  objects = [];
  #open = this.#create(null, "", -1);
  /** The last string, while it may yet be a key. */
  #last = null;
  /** Whether there is nothing but a colon behind the last string. */
  #isValue = false;
  addString(text, span) {
    const key = this.#last;
    if (key !== null && this.#isValue) {
      this.#open.members.push({ key: key.key, value: span });
      this.#last = null;
    } else {
      this.#last = { key: text.slice(span.start, span.end), start: span.start };
    }
    this.#isValue = false;
  }
  addBetween(text, start, end) {
    let marks = "";
    for (let at = start; at < end; at++) {
      const character = text.charAt(at);
      if (isBlank(text, at)) continue;
      if (character === "{" || character === "[") this.#enter(marks === ":");
      else if (character === "}" || character === "]") this.#leave();
      if (marks.length < 2) marks += character;
    }
    const bare = BARE_KEY.exec(text.slice(Math.max(start, end - LONGEST_BARE_KEY), end))?.[1];
    this.#isValue = marks === ":" || bare !== void 0;
    if (marks !== ":") this.#last = bare === void 0 ? null : { key: bare, start: -1 };
  }
  #enter(isKeyed) {
    const key = isKeyed ? this.#last : null;
    const inner = this.#create(this.#open, key?.key ?? "", key?.start ?? -1);
    this.#open.children.push(inner);
    this.#open = inner;
  }
  /** What ends without having begun began before the text. */
  #leave() {
    const around = this.#open.parent ?? this.#create(null, "", -1);
    if (this.#open.parent === null) {
      this.#open.parent = around;
      around.children.push(this.#open);
    }
    this.#open = around;
  }
  #create(parent, key, keyStart) {
    const object = { parent, key, keyStart, children: [], members: [] };
    this.objects.push(object);
    return object;
  }
};
function isBlank(text, at) {
  const character = text.charAt(at);
  return /[\s\\]/.test(character) || /[nrt]/.test(character) && text[at - 1] === "\\";
}

// src/detect/connection-json.ts
function findInRestJson(text, at, end) {
  const auth = readObjectsAround(text, at, end).find((object) => valueAt2(object, "kind") === at);
  const data = auth?.members.filter(({ key }) => key === "data") ?? [];
  if (auth === void 0) return [];
  const connection = nameOf(text, auth);
  return [
    ...data.flatMap(({ value }) => readData(text, value, connection)),
    ...auth.children.filter(({ key }) => key === "data").flatMap((object) => fieldsOf(text, object, connection, DATA))
  ];
}
function findInTerraformJson(text, at, end) {
  const objects = readObjectsAround(text, at, end);
  const typed = objects.filter((object) => valueAt2(object, "type") === at);
  const labelled = objects.filter(({ keyStart }) => keyStart === at).flatMap(({ children }) => children);
  return [
    ...typed.flatMap((object) => allFieldsOf(text, object, nameOf(text, object))),
    ...labelled.flatMap((object) => allFieldsOf(text, object, object.key))
  ];
}
var DATA = "auth_data.data";
function readData(text, { start, end }, connection) {
  const value = text.slice(start, end);
  const object = value.trimStart().startsWith("{") ? readObjectsWithin(text, start, end)[1] : void 0;
  if (object?.members.some(({ key }) => isCredentialField(key))) return fieldsOf(text, object, connection, DATA);
  return isLiteral(value) ? [{ span: { start, end }, connection, field: DATA }] : [];
}
function fieldsOf(text, { members }, connection, within) {
  return members.flatMap(
    ({ key, value }) => credentialIn(text, value, { connection, field: key }).map((found) => ({ ...found, field: `${within}.${key}` }))
  );
}
function allFieldsOf(text, object, connection) {
  const found = [];
  const open = [object];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    found.push(...next.members.flatMap(({ key, value }) => credentialIn(text, value, { connection, field: key })));
    open.push(...next.children.filter(({ key }) => key !== "credentials"));
  }
  return found;
}
function nameOf(text, object) {
  for (let around = object; around !== null; around = around.parent) {
    const name = around.members.find(({ key }) => key === "name");
    if (name !== void 0) return text.slice(name.value.start, name.value.end);
  }
  return "";
}
function valueAt2({ members }, name) {
  return members.find(({ key }) => key === name)?.value.start ?? -1;
}

// src/detect/connection-sql.ts
function findInSql(text, at) {
  const hasComments = !isCommentedOut(text, at);
  const name = readName(text, skipWords(text, at, ["IF", "NOT", "EXISTS"]));
  const start = name === null ? -1 : findOptions(text, name.end, hasComments);
  return name === null || start === -1 ? [] : readOptions(text, { start, hasComments, depth: 1 }, name.value);
}
function isCommentedOut(text, at) {
  const before = text.slice(Math.max(0, at - LONGEST_BEGINNING), at);
  return /^\W*--/.test(before.split(/\n|\\n/).at(-1) ?? "");
}
var LONGEST_BEGINNING = 128;
var NAME_PART = /\\{0,8}`([^`]{0,256})`|[^\s`(;,"'\\{]{1,256}|\{{1,2}[^{}]{0,256}\}{1,2}/y;
var LONGEST_NAME = 1024;
function readName(text, at) {
  let end = skipFiller(text, at, true);
  let value = "";
  while (value.length <= LONGEST_NAME) {
    NAME_PART.lastIndex = end;
    const part = NAME_PART.exec(text);
    if (part === null) return value === "" ? null : { value, end };
    value += (part[1] ?? part[0]).replace(/\\{1,8}$/, "");
    end = NAME_PART.lastIndex;
  }
  return null;
}
function findOptions(text, at, hasComments) {
  const end = skipRemark(text, at, hasComments);
  const words = skipWords(text, end, ["WITH", "SET"], hasComments);
  const list = skipFiller(text, words, hasComments);
  return words > end && text[list] === "(" ? list + 1 : -1;
}
function skipRemark(text, at, hasComments) {
  const end = skipWords(text, at, ["COMMENT"], hasComments);
  const remark = tokenAt(text, skipFiller(text, end, hasComments), hasComments);
  return end > at && remark.kind === "string" ? remark.next : at;
}
function skipWords(text, at, words, hasComments = true) {
  let end = at;
  for (const word of words) {
    const start = skipFiller(text, end, hasComments);
    const isWord2 = text.slice(start, start + word.length).toUpperCase() === word;
    if (isWord2 && !/^\w/.test(text.charAt(start + word.length))) end = start + word.length;
  }
  return end;
}
function skipFiller(text, at, hasComments) {
  let next = at;
  for (; ; ) {
    const token = tokenAt(text, next, hasComments);
    if (token.kind !== "filler" && token.kind !== "comment") return next;
    next = token.next;
  }
}
function readOptions(text, list, connection) {
  const found = [];
  let key = NO_KEY;
  let { depth } = list;
  let token = tokenAt(text, list.start, list.hasComments);
  while (token.kind !== "end" && depth > 0) {
    if (token.kind === "comment") found.push(...readComment(text, token, connection));
    if (token.kind === "string" && key.hasEquals) {
      found.push(...credentialIn(text, token.span, { connection, field: key.field }));
    }
    if (token.kind === "mark") depth += depthOf(text.charAt(token.span.start));
    key = nextKey(text, key, token);
    token = tokenAt(text, token.next, list.hasComments);
  }
  return found;
}
var NO_KEY = { field: "", hasEquals: false };
function nextKey(text, key, { kind, span }) {
  if (kind === "string") return { field: textOf(text, span), hasEquals: false };
  if (kind !== "mark") return key;
  return text[span.start] === "=" ? { ...key, hasEquals: true } : NO_KEY;
}
function readComment(text, { span }, connection) {
  const list = { start: span.start, hasComments: false, depth: Infinity };
  return readOptions(text.slice(0, span.end), list, connection);
}
function textOf(text, { start, end }) {
  return text.slice(start, end);
}
function depthOf(character) {
  if (character === ";") return -Infinity;
  return character === "(" ? 1 : character === ")" ? -1 : 0;
}
function tokenAt(text, at, hasComments) {
  if (at >= text.length) return makeToken("end", at, at);
  const blanks = skipBlanks(text, at);
  if (blanks > at) return makeToken("filler", at, blanks);
  const quote = quoteAt(text, at);
  if (quote !== null) return stringAt2(text, at, quote);
  if (hasComments && text.startsWith("--", at)) return makeToken("comment", at + 2, endOfLine(text, at));
  if (hasComments && text.startsWith("/*", at)) return blockComment(text, at);
  return FILLER.has(text.charAt(at)) ? makeToken("filler", at, runEnd(text, at)) : makeToken("mark", at, at + 1);
}
function makeToken(kind, start, end, next = end) {
  return { kind, span: { start, end }, next };
}
var FILLER = new Set('"+-|#*/>&\\');
function runEnd(text, at) {
  let end = at + 1;
  while (text[at] === "\\" && text[end] === "\\") end++;
  return end;
}
var QUOTE = /'\\''|\\+u0027|\\*'/y;
function quoteAt(text, at) {
  QUOTE.lastIndex = at;
  return QUOTE.exec(text)?.[0] ?? null;
}
function stringAt2(text, at, quote) {
  const start = at + quote.length;
  let end = findQuote(text, start, quote);
  while (end !== -1 && text.startsWith(quote, end + quote.length)) end = findQuote(text, end + 2 * quote.length, quote);
  return end === -1 ? makeToken("end", start, text.length) : makeToken("string", start, end, end + quote.length);
}
function findQuote(text, from, quote) {
  const backslashes = /^\\+'$/.test(quote) ? quote.length - 1 : 0;
  if (backslashes === 0) return text.indexOf(quote, from);
  for (let mark = text.indexOf("'", from); mark !== -1; mark = text.indexOf("'", mark + 1)) {
    const depth = countBackslashesBefore(text, mark);
    if (depth === backslashes) return mark - depth;
    if (depth < backslashes) return -1;
  }
  return -1;
}
function blockComment(text, at) {
  const end = text.indexOf("*/", at + 2);
  return end === -1 ? makeToken("comment", at + 2, text.length) : makeToken("comment", at + 2, end, end + 2);
}

// src/detect/connections.ts
function findConnectionCredentials(text, at) {
  return readDefinition(text, at).sort((a, b) => a.span.start - b.span.start);
}
function readDefinition(text, at) {
  if (text.startsWith(REST_KIND, at)) return findInRestJson(text, at, at + REST_KIND.length);
  if (text.startsWith(RESOURCE, at)) {
    const end2 = at + RESOURCE.length;
    return [...findInHcl(text, at, end2), ...findInTerraformJson(text, at, end2)];
  }
  const end = at + STATEMENT.length;
  return text.slice(at, end).toUpperCase() === STATEMENT ? findInSql(text, end) : [];
}
var REST_KIND = "PlaintextProvider";
var RESOURCE = "confluent_flink_connection";
var STATEMENT = "CONNECTION";

// src/detect/line-hash.ts
var BINARY_PROBE_BYTES = 8e3;
function isTextHead(head) {
  return !head.subarray(0, BINARY_PROBE_BYTES).includes(0);
}
function hashLines(kernel, pass, lines) {
  const hashes = /* @__PURE__ */ new Map();
  forEachLine(kernel, pass, (line, low, high) => {
    if (lines.has(line)) hashes.set(line, { low, high });
  });
  const wanted = new Set([...hashes.values()].map(({ low }) => low));
  const counts = /* @__PURE__ */ new Map();
  const labels = /* @__PURE__ */ new Map();
  forEachLine(kernel, pass, (line, low, high) => {
    if (!wanted.has(low)) return;
    const hex2 = toHex({ low, high });
    const count2 = (counts.get(hex2) ?? 0) + 1;
    counts.set(hex2, count2);
    if (hashes.has(line)) labels.set(line, `${hex2}:${count2}`);
  });
  return labels;
}
function toHex({ low, high }) {
  return (BigInt(high) << 32n | BigInt(low)).toString(16);
}
function forEachLine(kernel, pass, visit) {
  let line = 0;
  const take = (words) => {
    for (let i = 0; i < words.length; i += 2) visit(++line, words[i] ?? 0, words[i + 1] ?? 0);
  };
  kernel.resetLineHash();
  pass((from, to) => {
    for (let at = from; at < to; at += LINE_HASH_STEP) {
      take(kernel.pushLineHash(at, Math.min(at + LINE_HASH_STEP, to)));
    }
  });
  take(kernel.endLineHash());
}

// src/detect/view.ts
function isReadable({ encoding }) {
  return encoding !== "split";
}
var ViewBuilder = class {
  #bytes;
  #starts;
  #ends;
  #length = 0;
  /** `capacity` is the most bytes that there will be. */
  constructor(capacity) {
    this.#bytes = new Uint8Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }
  /** Adds a byte that stands for [start, end) of the parent. */
  add(byte, start, end) {
    this.#bytes[this.#length] = byte;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
  }
  /** The view so far. */
  build(encoding) {
    const starts = this.#starts;
    const ends = this.#ends;
    return {
      bytes: this.#bytes.subarray(0, this.#length),
      encoding,
      toParent: ({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
      encodingsOf: (span, parent) => lengthOf(span) === lengthOf(parent) ? NO_ENCODINGS : [encoding]
    };
  }
};
function lengthOf({ start, end }) {
  return end - start;
}
var NO_ENCODINGS = [];

// src/detect/coded-views.ts
var NOT_CODED = /\\{1,16}[nrt]?|[^A-Za-z0-9+/_\\-]+/g;
var LONG_HEX = /[0-9A-Fa-f]{128,}/g;
function joinCoded(bytes, { start, end }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  let at = 0;
  const take = (until) => {
    for (; at < until; at++) offsets[length++] = start + at;
  };
  for (const { 0: gap, index } of text.matchAll(NOT_CODED)) {
    take(index);
    at = index + gap.length;
  }
  take(text.length);
  return { text: text.replace(NOT_CODED, ""), offsets };
}
function base64View({ text, offsets }, phase) {
  const characterOf = (index) => phase + Math.floor(index * 4 / 3);
  return {
    bytes: Buffer.from(text.slice(phase), "base64"),
    encoding: "base64",
    toParent: ({ start, end }) => ({
      start: offsets[characterOf(start)] ?? 0,
      end: (offsets[characterOf(end - 1) + 1] ?? 0) + 1
    }),
    encodingsOf(span, parent) {
      const first = characterOf(span.start);
      const end = characterOf(span.end - 1) + 2;
      const isUrl = /[-_]/.test(text.slice(first, end));
      return [...splitIf(end - first !== parent.end - parent.start), isUrl ? "base64url" : "base64"];
    }
  };
}
function hexViews(joined) {
  return [...joined.text.matchAll(LONG_HEX)].flatMap(({ 0: digits, index }) => [
    hexView(joined, index, index + digits.length),
    hexView(joined, index + 1, index + digits.length)
  ]);
}
function hexView({ text, offsets }, start, end) {
  return {
    bytes: Buffer.from(text.slice(start, end), "hex"),
    encoding: "hex",
    toParent: (span) => ({
      start: offsets[start + 2 * span.start] ?? 0,
      end: (offsets[start + 2 * span.end - 1] ?? 0) + 1
    }),
    encodingsOf: (span, parent) => [...splitIf(2 * (span.end - span.start) !== parent.end - parent.start), "hex"]
  };
}
function splitIf(isSplit) {
  return isSplit ? ["split"] : NO_ENCODINGS;
}
function wideView(bytes, { start, end }) {
  const middle = start + (end - start >> 5 << 4);
  const window = bytes.subarray(middle, middle + 16);
  const unit = window.filter((byte) => byte === 0).length >= 12 ? 4 : 2;
  const lane = middle + Math.max(
    0,
    window.findIndex((byte) => byte !== 0)
  );
  const first = start + (lane - start) % unit;
  const laneOf = (index) => first + index * unit;
  const isBig = (span) => isBigEndian(bytes, laneOf(span.start), laneOf(span.end - 1), unit);
  const toParent = (span) => {
    const zeros = isBig(span) ? unit - 1 : 0;
    const from = Math.max(0, laneOf(span.start) - zeros);
    return { start: from, end: Math.min(bytes.length, laneOf(span.end) - zeros) };
  };
  const byteAt = (index) => bytes[index - 1] && bytes[index + 1] ? 0 : bytes[index] ?? 0;
  return {
    bytes: Uint8Array.from({ length: Math.ceil((end - first) / unit) }, (_, i) => byteAt(laneOf(i))),
    encoding: unit === 2 ? "utf-16le" : "utf-32le",
    toParent,
    encodingsOf: (span) => [`utf-${unit === 2 ? "16" : "32"}${isBig(span) ? "be" : "le"}`]
  };
}
function isBigEndian(bytes, first, last, unit) {
  const mayBeBig = hasZeros(bytes, first - unit + 1, unit - 1);
  const mayBeLittle = hasZeros(bytes, last + 1, unit - 1);
  if (mayBeBig !== mayBeLittle) return mayBeBig;
  let start = first;
  while (isTextByte(bytes[start - unit]) && hasZeros(bytes, start - unit + 1, unit - 1)) start -= unit;
  let end = last;
  while (isTextByte(bytes[end + unit]) && hasZeros(bytes, end + 1, unit - 1)) end += unit;
  const isBigAtStart = hasZeros(bytes, start - unit + 1, unit - 1);
  const isLittleAtEnd = hasZeros(bytes, end + 1, unit - 1);
  return isBigAtStart === isLittleAtEnd ? first % unit === unit - 1 : isBigAtStart;
}
function hasZeros(bytes, from, count2) {
  if (from < 0 || from + count2 > bytes.length) return false;
  return bytes.subarray(from, from + count2).every((byte) => byte === 0);
}
function isTextByte(byte) {
  if (byte === void 0 || byte > 253) return false;
  return byte >= 160 || byte >= 32 && byte < 127 || byte === 9 || byte === 10 || byte === 13;
}

// src/detect/text-views.ts
var MAX_GAP_BYTES = 160;
var MARKED_GAP = String.raw`\\{1,16}[nrt]|%0[AaDd]|<\/?[A-Za-z]{1,10} ?\/?>`;
var OTHER_BYTE = String.raw`[^A-Za-z0-9+\/\0]`;
var FREE_SIGN = String.raw`(?<![A-Za-z0-9+\/])[+\/]{1,3}(?![A-Za-z0-9+\/])`;
var SIGN_IN_PLACE = String.raw`(?<=\n[ \t]*)[+\/]{1,3}(?![A-Za-z0-9+\/])|(?<=["'\x60]\s*)\+(?=\s*(?:\+\s*)?["'\x60])`;
var DIFF_MARGIN = String.raw`(?<=\n)[+]`;
var COMMENT_MARGIN = String.raw`(?<=\n)\/\/`;
var READINGS = [
  { gap: [MARKED_GAP, OTHER_BYTE, FREE_SIGN].join("|"), isFor: /^/ },
  { gap: [MARKED_GAP, OTHER_BYTE, FREE_SIGN, DIFF_MARGIN].join("|"), isFor: /\n[+]/ },
  { gap: [MARKED_GAP, OTHER_BYTE, FREE_SIGN, COMMENT_MARGIN].join("|"), isFor: /\n\/\// },
  { gap: [MARKED_GAP, OTHER_BYTE, SIGN_IN_PLACE].join("|"), isFor: new RegExp(FREE_SIGN) },
  { gap: [MARKED_GAP, OTHER_BYTE].join("|"), isFor: new RegExp(FREE_SIGN) },
  { gap: [MARKED_GAP, "[^A-Za-z0-9+\\/%\\0]", FREE_SIGN].join("|"), isFor: /%/ }
];
var NONE = -1;
var CONTROLS = /* @__PURE__ */ new Map([
  ["n", 10],
  ["r", 13],
  ["t", 9]
]);
var NAMED_ENTITIES = /* @__PURE__ */ new Map([
  ["plus", "+"],
  ["sol", "/"],
  ["equals", "="],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["lt", "<"],
  ["gt", ">"],
  ["colon", ":"],
  ["semi", ";"],
  ["percnt", "%"],
  ["bsol", "\\"],
  ["lowbar", "_"],
  ["nbsp", " "],
  ["Tab", "	"],
  ["NewLine", "\n"]
]);
var ESCAPE_FORMS = [
  {
    encoding: "percent",
    pattern: /%([0-9A-Fa-f]{2})/g,
    decode: ([hex2]) => fromHex(hex2)
  },
  {
    encoding: "escape",
    pattern: /\\{1,16}(?:u{1,8}\{?([0-9A-Fa-f]{4})\}?|x([0-9A-Fa-f]{2})|([0-3][0-7]{2})|([^]))/g,
    decode: ([unicode, hex2, octal, character = ""]) => {
      if (octal !== void 0) return Number.parseInt(octal, 8);
      if (unicode !== void 0 || hex2 !== void 0) return fromHex(unicode ?? hex2);
      return CONTROLS.get(character) ?? character.charCodeAt(0);
    }
  },
  {
    encoding: "entity",
    pattern: /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));?/g,
    decode: ([decimal, hex2, name = ""]) => {
      if (decimal !== void 0) return Number(decimal);
      return hex2 === void 0 ? NAMED_ENTITIES.get(name)?.charCodeAt(0) ?? null : fromHex(hex2);
    }
  },
  {
    encoding: "quoted-printable",
    pattern: /=(?:([0-9A-Fa-f]{2})|[ \t]*\r?\n)/g,
    decode: ([hex2]) => hex2 === void 0 ? NONE : fromHex(hex2)
  }
];
function fromHex(digits) {
  return Number.parseInt(digits ?? "", 16);
}
function escapeViews(text) {
  return ESCAPE_FORMS.flatMap((form) => {
    const view = undoEscapes(text, form);
    return view === null ? [] : [view];
  });
}
function undoEscapes(text, { encoding, pattern, decode }) {
  const builder = new ViewBuilder(text.length);
  let copied = 0;
  let isChanged = false;
  for (const match of text.matchAll(pattern)) {
    const code = decode(match.slice(1));
    if (code === null) continue;
    isChanged = true;
    copyPlain(text, copied, match.index, builder);
    copied = match.index + match[0].length;
    if (code !== NONE) builder.add(toByte(code), match.index, copied);
  }
  if (!isChanged) return null;
  copyPlain(text, copied, text.length, builder);
  return builder.build(encoding);
}
function toByte(code) {
  return code > 255 ? "?".charCodeAt(0) : code;
}
function copyPlain(text, from, to, builder) {
  for (let i = from; i < to; i++) builder.add(text.charCodeAt(i), i, i + 1);
}
function splitViews(text) {
  return READINGS.filter(({ isFor }) => isFor.test(text)).map(({ gap }) => closeGaps(text, gap));
}
function closeGaps(text, gap) {
  const builder = new ViewBuilder(text.length);
  let copied = 0;
  for (const match of text.matchAll(new RegExp(`(?:${gap})+`, "g"))) {
    copyPlain(text, copied, match.index, builder);
    copied = match.index + match[0].length;
    if (match[0].length > MAX_GAP_BYTES) builder.add(0, match.index, copied);
  }
  copyPlain(text, copied, text.length, builder);
  return builder.build("split");
}

// src/codec/gzip-header.ts
var FIXED_BYTES = 10;
var HAS_CHECKSUM = 2;
var HAS_EXTRA = 4;
var HAS_NAME = 8;
var HAS_COMMENT = 16;
function gzipHeaderEnd(bytes) {
  if (bytes.length < FIXED_BYTES) return null;
  const flags = bytes[3] ?? 0;
  let at = afterExtra(bytes, flags);
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero === -1) return null;
    at = zero + 1;
  }
  if ((flags & HAS_CHECKSUM) !== 0) at += 2;
  return at <= bytes.length ? at : null;
}
function afterExtra(bytes, flags) {
  if ((flags & HAS_EXTRA) === 0) return FIXED_BYTES;
  if (bytes.length < FIXED_BYTES + 2) return bytes.length + 1;
  return FIXED_BYTES + 2 + bytes.readUInt16LE(FIXED_BYTES);
}

// src/detect/embedded-gzip.ts
var MAX_TEXT_BYTES = 16 * 1024 * 1024;
var MAX_INFLATED_BYTES = 64 * 1024 * 1024;
var MAX_WORK_BYTES = 256 * 1024 * 1024;
var MIN_PIECE_BYTES = 16;
var TEXT = String.raw`A-Za-z0-9+/_\-%\\&#;=\0`;
var PIECES = new RegExp(`[${TEXT}]+|[^${TEXT}]+`, "g");
var IS_TEXT = new RegExp(`^[${TEXT}]`);
var GAP_AT_END = new RegExp(`[^${TEXT}]+$`);
var IS_BINARY = /[^\t-\r -~]/;
var GzipAllowance = class {
  #leftBytes = MAX_WORK_BYTES;
  #isSpent = false;
  /** Begins anew, for another blob. */
  reset() {
    this.#leftBytes = MAX_WORK_BYTES;
    this.#isSpent = false;
  }
  /** Whether more was asked for than there was: something was not read. */
  get isSpent() {
    return this.#isSpent;
  }
  /** How much one stream may come to. */
  get streamBytes() {
    return Math.min(MAX_INFLATED_BYTES, this.#leftBytes);
  }
  /** Takes so many bytes; `false` if that is more than there are. */
  take(bytes) {
    if (bytes > this.#leftBytes) {
      this.#isSpent = true;
      return false;
    }
    this.#leftBytes -= bytes;
    return true;
  }
  /** Says that something was left unread. */
  exceed() {
    this.#isSpent = true;
  }
};
var EmbeddedGzipText = class {
  /** 0-based, in the blob. */
  start;
  textBefore;
  /** Where streams may begin, and the ways to read each, outermost encoding first. */
  #heads = /* @__PURE__ */ new Map();
  #text = [];
  #length = 0;
  #gap = 0;
  #piece = 0;
  #pieces = 0;
  #isComplete = false;
  constructor(start, textBefore) {
    this.start = start;
    this.textBefore = textBefore;
  }
  /** 0-based, in the blob: behind the last character that was taken. */
  get end() {
    return this.start + this.#length;
  }
  get isComplete() {
    return this.#isComplete;
  }
  /** Says that a stream may begin at `start`, and how it is to be read: after the ways that were said before. */
  addHead(start, reading) {
    const readings = this.#heads.get(start) ?? [];
    if (!readings.some((known) => known.join() === reading.join())) readings.push(reading);
    this.#heads.set(start, readings);
  }
  /** Takes the bytes that follow, as latin1. */
  push(text) {
    let taken = 0;
    for (const [piece] of text.matchAll(PIECES)) {
      if (this.#isComplete || !this.#takes(piece)) break;
      taken += piece.length;
    }
    this.#text.push(text.slice(0, taken));
    this.#length += taken;
  }
  /** Whether this run, or what stands between two, belongs to the text; otherwise the text has ended. */
  #takes(piece) {
    if (IS_TEXT.test(piece)) {
      if (this.#gap > 0 || this.#pieces === 0) this.#pieces++;
      this.#piece = this.#gap === 0 ? this.#piece + piece.length : piece.length;
      this.#gap = 0;
    } else {
      const isAfterLast = this.#gap === 0 && this.#piece < MIN_PIECE_BYTES && this.#pieces > 1;
      this.#gap += piece.length;
      this.#isComplete = isAfterLast || this.#gap > MAX_GAP_BYTES || IS_BINARY.test(piece);
    }
    if (this.#length + piece.length > MAX_TEXT_BYTES) this.#isComplete = true;
    return !this.#isComplete;
  }
  /**
   * What the streams hold: those that are gzip and not damaged, each by every reading that gives something. What one
   * stream takes is not read as another. Stops where `allowance` is spent.
   */
  *inflate(allowance) {
    const text = this.#text.join("");
    const heads = [...this.#heads].sort(([a], [b]) => a - b);
    let done = 0;
    for (const [i, [head, readings]] of heads.entries()) {
      const from = head - this.start;
      if (from < done) continue;
      const next = (heads[i + 1]?.[0] ?? Infinity) - this.start;
      for (const reading of readings) {
        const stream = inflateFrom(text, from, Math.min(text.length, next), reading, allowance);
        if (stream === null) continue;
        yield {
          bytes: stream.bytes,
          encodings: [...stream.encodings, "gzip"],
          span: { start: head, end: this.start + stream.end },
          before: measureAscii(text.slice(0, from)),
          within: measureAscii(text.slice(from, stream.end))
        };
        if (!stream.isWhole) continue;
        if (stream.isEndKnown) done = stream.end;
        break;
      }
    }
  }
};
function inflateFrom(text, from, firstEnd, reading, allowance) {
  for (let end = firstEnd; ; end = Math.min(text.length, from + 4 * (end - from))) {
    const part = text.slice(from, end);
    if (!allowance.take(part.length)) return null;
    const stream = findStream(part, reading);
    const inflated = stream === null ? null : inflate(stream.bytes, allowance);
    if (stream === null || inflated === null) return null;
    const { takenBytes, isWhole: isWhole2, isCut } = inflated;
    if (!isWhole2 && end < text.length && !isCut) continue;
    const characters = stream.charactersOf(takenBytes);
    const isEndKnown = Number.isFinite(characters);
    const length = isEndKnown ? endOfCharacters(part, characters) : endOfText(part);
    return {
      bytes: inflated.bytes,
      encodings: stream.encodingsOf(takenBytes),
      end: from + length,
      isEndKnown,
      isWhole: isWhole2
    };
  }
}
function inflate(stream, allowance) {
  const zlib = process.getBuiltinModule("node:zlib");
  const head = gzipHeaderEnd(stream) ?? stream.length;
  for (let end = stream.length; end > head; end = head + (end - head >> 2)) {
    const limit = allowance.streamBytes;
    if (limit === 0) {
      allowance.exceed();
      return null;
    }
    try {
      const result = zlib.inflateRawSync(stream.subarray(head, end), {
        finishFlush: zlib.constants.Z_SYNC_FLUSH,
        maxOutputLength: limit,
        info: true
      });
      const { buffer, engine } = result;
      allowance.take(buffer.length);
      const trailer = head + engine.bytesWritten + TRAILER_BYTES;
      const isWhole2 = trailer <= stream.length && stream.readUInt32LE(trailer - 4) === buffer.length;
      return { bytes: buffer, takenBytes: Math.min(stream.length, trailer), isCut: end < stream.length, isWhole: isWhole2 };
    } catch (error) {
      if (errorCode(error) !== "ERR_BUFFER_TOO_LARGE") return null;
      allowance.take(limit);
      allowance.exceed();
    }
  }
  return null;
}
function findStream(text, reading) {
  const [outer, ...inner] = reading;
  if (outer === void 0) return null;
  if (outer === "base64" || outer === "base64url" || outer === "hex") return findInCode(text, outer, inner);
  if (outer.startsWith("utf-")) return through(outer, findStream(text.replaceAll("\0", ""), inner));
  const view = escapeViews(text).find((one) => one.encoding === outer);
  if (view === void 0) return findStream(text, inner);
  return through(outer, findStream(Buffer.from(view.bytes).toString("latin1"), inner));
}
function through(encoding, found) {
  if (found === null) return null;
  return {
    bytes: found.bytes,
    encodingsOf: (count2) => [encoding, ...found.encodingsOf(count2)],
    charactersOf: () => Infinity
  };
}
function findInCode(text, encoding, inner) {
  const joined = text.replace(NOT_CODED, "");
  const charactersAByte = encoding === "hex" ? 2 : 4 / 3;
  for (let skipped = 0; skipped < 4; skipped++) {
    const bytes = Buffer.from(joined.slice(skipped), encoding);
    const head = inner.length === 0 ? bytes.subarray(0, 5).indexOf(GZIP_HEAD) : -1;
    const deeper = inner.length === 0 ? null : findStream(bytes.toString("latin1"), inner);
    if (head === -1 && deeper === null) continue;
    const charactersOf = (count2) => skipped + Math.ceil((deeper === null ? head + count2 : deeper.charactersOf(count2)) * charactersAByte);
    const nameOf4 = (count2) => encoding !== "hex" && /[-_]/.test(joined.slice(0, charactersOf(count2))) ? "base64url" : encoding;
    return {
      bytes: deeper?.bytes ?? bytes.subarray(head),
      encodingsOf: (count2) => [nameOf4(count2), ...deeper?.encodingsOf(count2) ?? []],
      charactersOf
    };
  }
  return null;
}
function endOfCharacters(text, count2) {
  let left = count2;
  let at = 0;
  for (const { 0: gap, index } of text.matchAll(NOT_CODED)) {
    if (index - at >= left) break;
    left -= index - at;
    at = index + gap.length;
  }
  const end = Math.min(text.length, at + left);
  return end + (/^={1,2}/.exec(text.slice(end))?.[0].length ?? 0);
}
function endOfText(text) {
  return text.replace(GAP_AT_END, "").length;
}
function measureAscii(text) {
  const newlines = text.split("\n").length - 1;
  const bytes = text.length - (text.lastIndexOf("\n") + 1);
  return { newlines, bytes, units: bytes, balance: 0 };
}
var TRAILER_BYTES = 8;
var GZIP_HEAD = Buffer.from([31, 139, 8]);

// src/detect/position.ts
var LINE_FEED = 10;
function measureText(kernel, from, to) {
  const newlines = kernel.countNewlines(from, to);
  const tail = newlines === 0 ? from : kernel.arena.lastIndexOf(LINE_FEED, to - 1) + 1;
  const { units, balance } = kernel.measureUtf8(tail, to);
  return { newlines, bytes: to - tail, units, balance };
}
function wideMark([a, b, c, d]) {
  if (a === 0 && b === 0 && c === 254 && d === 255) return { unitBytes: 4, isBigEndian: true };
  if (a === 255 && b === 254) return { unitBytes: c === 0 && d === 0 ? 4 : 2, isBigEndian: false };
  return a === 254 && b === 255 ? { unitBytes: 2, isBigEndian: true } : null;
}
function measureWideText(bytes, offset, { unitBytes, isBigEndian: isBigEndian2 }) {
  const first = (unitBytes - offset % unitBytes) % unitBytes;
  const own = isBigEndian2 ? unitBytes - 1 : 0;
  let newlines = 0;
  let tail = 0;
  for (let at = first; at + unitBytes <= bytes.length; at += unitBytes) {
    if (bytes[at + own] !== LINE_FEED) continue;
    const isLineFeed = bytes.subarray(at, at + unitBytes).every((byte, i) => i === own || byte === 0);
    if (!isLineFeed) continue;
    newlines++;
    tail = at + unitBytes;
  }
  return { newlines, bytes: bytes.length - tail, units: Math.floor((bytes.length - tail) / unitBytes), balance: 0 };
}

// src/detect/key-id-forms.ts
function formsOfKeyId(keyId) {
  const little = Buffer.from(keyId, "utf16le");
  const wide = little.subarray(0, -1);
  return [
    { bytes: Buffer.from(keyId), secret: keyId, encodings: NO_ENCODINGS },
    ...[0, 1, 2].map((shift) => ({ bytes: inBase64(keyId, shift), secret: keyId, encodings: ["base64"] })),
    { bytes: wide, secret: keyId, encodings: ["utf-16le"] }
  ];
}
function inBase64(text, shift) {
  const bits = 8 * (shift + text.length);
  const encoded = Buffer.from(" ".repeat(shift) + text).toString("base64");
  return Buffer.from(encoded.slice(Math.ceil(8 * shift / 6), Math.floor(bits / 6)));
}

// src/detect/unfold.ts
var MAX_VIEW_RATIO = 64;
function unfold(text, leads, kernel, options) {
  const secrets = [];
  const gzips = [];
  const known = /* @__PURE__ */ new Set();
  const queue = [{ text, leads, depth: 0, view: null, parent: null, isJoined: false }];
  let budgetBytes = MAX_VIEW_RATIO * (text.length + SECRET_CHARACTERS);
  for (const stage of queue) {
    for (const view of viewsOf(stage, stage.depth < options.maxDepth)) {
      if (view.bytes.length > VIEW_BYTES || view.bytes.length < SECRET_CHARACTERS) continue;
      budgetBytes -= view.bytes.length;
      if (budgetBytes < 0) return { secrets, gzips };
      const child = openView(view, stage, kernel);
      for (const one of readPlain(child)) addOnce(secrets, throughStages(one, child, options));
      for (const one of findGzip(view)) gzips.push(gzipThroughStages(one, child));
      if (!child.leads.some(isFollowed)) continue;
      const reading = `${startOf(child)}:${latin1Of(view.bytes, 0, view.bytes.length)}`;
      if (!known.has(reading)) queue.push(child);
      known.add(reading);
    }
  }
  return { secrets, gzips };
}
function openView(view, parent, kernel) {
  const isText = isReadable(view);
  const depth = isText ? parent.depth + 1 : parent.depth;
  const leads = kernel.findLeadsIn(view.bytes);
  return { text: view.bytes, leads, depth, view, parent, isJoined: parent.isJoined || !isText };
}
function throughStages(found, stage, options) {
  let one = found;
  for (let at = stage; at !== null && at.view !== null; at = at.parent) {
    one = throughView(one, at.view, options);
  }
  return one;
}
function startOf(stage) {
  let start = 0;
  for (let at = stage; at !== null && at.view !== null; at = at.parent) {
    start = firstByteOf(at.view, start);
  }
  return start;
}
function firstByteOf(view, index) {
  return view.toParent({ start: index, end: index + 1 }).start;
}
function gzipThroughStages(found, stage) {
  let one = found;
  for (let at = stage; at !== null && at.view !== null; at = at.parent) {
    one = { start: firstByteOf(at.view, one.start), encodings: [at.view.encoding, ...one.encodings] };
  }
  return one;
}
function findGzip({ bytes }) {
  const heads = [];
  for (let at = bytes.indexOf(31); at !== -1; at = bytes.indexOf(31, at + 1)) {
    const isHead = bytes[at + 1] === 139 && bytes[at + 2] === 8 && (bytes[at + 3] ?? 255) < 32;
    if (isHead) heads.push({ start: at, encodings: NO_ENCODINGS });
  }
  return heads;
}
function isFollowed({ kind }) {
  return kind === "anchor" || kind === "coded" || kind === "wide";
}
function* viewsOf({ text, leads, view }, mayDecode) {
  const others = leads.filter(isFollowed);
  if (others.length === 0) return;
  if (mayDecode) {
    for (const lead of others) if (lead.kind === "wide") yield wideView(text, lead);
    for (const lead of others) if (lead.kind === "coded") yield* codedViews(text, lead);
  }
  if (others.every((lead) => lead.kind === "wide")) return;
  const latin12 = Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("latin1");
  if (mayDecode) yield* escapeViews(latin12);
  if ((view === null || isReadable(view)) && others.some((lead) => lead.kind === "anchor")) yield* splitViews(latin12);
}
function* codedViews(text, span) {
  const runs = longRuns(text, span);
  for (const part of runs.length === 1 && runs[0]?.end === span.end ? runs : [...runs, span]) {
    const joined = joinCoded(text, part);
    yield* hexViews(joined);
    for (let phase = 0; phase < 4; phase++) yield base64View(joined, phase);
  }
}
function longRuns(text, { start, end }) {
  const runs = latin1Of(text, start, end).matchAll(/[A-Za-z0-9+/_-]{86,}/g);
  return [...runs].map(({ 0: run, index }) => ({ start: start + index, end: start + index + run.length }));
}
function readPlain({ text, leads, isJoined }) {
  return leads.flatMap(({ kind: lead, start }) => {
    if (lead !== "secret" && (lead !== "shape" || isJoined)) return [];
    const secret = latin1Of(text, start, start + SECRET_CHARACTERS);
    if (lead === "secret" && !isChecksumRight(secret)) return [];
    const span = { start, end: start + SECRET_CHARACTERS };
    const kind = lead === "secret" ? "proven" : "shape";
    return [{ kind, span, secret, encodings: NO_ENCODINGS, contexts: [] }];
  });
}
function throughView(one, view, { contextBytes }) {
  const span = view.toParent(one.span);
  const { start, end } = one.span;
  const context = {
    before: latin1Of(view.bytes, Math.max(0, start - contextBytes), start),
    after: latin1Of(view.bytes, end, end + contextBytes)
  };
  return {
    kind: one.kind,
    span,
    secret: one.secret,
    encodings: [...view.encodingsOf(one.span, span), ...one.encodings],
    contexts: isReadable(view) ? [...one.contexts, context] : one.contexts
  };
}
function addOnce(found, one) {
  const at = found.findIndex(
    ({ secret, span }) => secret === one.secret && span.start < one.span.end && one.span.start < span.end
  );
  if (at === -1) found.push(one);
  else if (one.encodings.length < (found[at]?.encodings.length ?? 0)) found[at] = one;
}
function latin1Of(bytes, start, end) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    "latin1",
    start,
    Math.min(end, bytes.length)
  );
}

// src/detect/detector.ts
var CONTEXT_BYTES = 1232;
var SHIFT_BYTES = 256;
var DEFINITION_BEFORE_BYTES = 4096;
var FREE_DEFINITION_BYTES = 16 * 1024 * 1024;
var MAX_DEFINITION_RATIO = 64;
var MAX_NAME_CHARACTERS = 100;
var MAX_SHIFT_BYTES = DEFINITION_BEFORE_BYTES + SHIFT_BYTES;
var MARGIN_BYTES = MAX_SHIFT_BYTES + REACH_BYTES + CONTEXT_BYTES;
var DEFAULT_DECODE_DEPTH = 4;
var WHOLE_BLOB = { firstByte: 0, start: 0, end: Infinity };
var NO_MATCHES = [];
var MARK_BYTES = 4;
var MIN_ROOM_BYTES = 64 * 1024;
var A = 65;
var Q = 81;
var G = 103;
var W = 119;
var Detector = class _Detector {
  kernel;
  #contextBytes;
  #maxDepth;
  #wantsDamaged;
  #wantsJudged;
  #forms;
  /** So much earlier than its lead may begin what this detector looks for. */
  #shiftBytes;
  #allowance;
  #ownsAllowance;
  #text;
  #stretch = WHOLE_BLOB;
  /** Offset in the blob of arena[0]. The fields below are offsets in the arena. */
  #base = 0;
  #filled = 0;
  /** What begins before this has been found. */
  #probed = 0;
  /** Text from the stretch's start up to here is in `#measure`. */
  #measured = 0;
  #measure = NO_TEXT;
  /** What was found and still waits for the bytes behind it, by where it begins. */
  #pending = [];
  /** Compressed texts that are still being collected. */
  #gzips = [];
  /** What was found in such texts. */
  #inflated = [];
  /** Offsets in the blob of what stands plainly and was found by judgement: a search may come by it twice. */
  #judged = { shape: /* @__PURE__ */ new Set(), credential: /* @__PURE__ */ new Set() };
  /** How much was read around mentions of connections, as often as it was. */
  #definitionBytes = 0;
  #hasTooManyDefinitions = false;
  #isBinary = false;
  /** How the blob is written, where a byte-order mark says that it is wide text. */
  #wide = null;
  /** For what is inflated, by how deep it may be decoded still; made when there is some. */
  #inner = /* @__PURE__ */ new Map();
  constructor(kernel, options = {}) {
    this.kernel = kernel;
    this.#contextBytes = options.contextBytes ?? CONTEXT_BYTES;
    this.#maxDepth = options.maxDecodeDepth ?? DEFAULT_DECODE_DEPTH;
    this.#wantsDamaged = options.wantsDamaged ?? false;
    this.#wantsJudged = options.wantsJudged ?? true;
    this.#shiftBytes = this.#wantsJudged ? MAX_SHIFT_BYTES : SHIFT_BYTES;
    this.#forms = options.keyId === void 0 ? [] : formsOfKeyId(options.keyId);
    this.#allowance = options.allowance ?? new GzipAllowance();
    this.#ownsAllowance = options.allowance === void 0;
    this.#text = Buffer.from(kernel.arena.buffer, kernel.arena.byteOffset, kernel.arena.byteLength);
  }
  /** Forgets the blob before, and starts another one or a stretch of it. */
  begin(stretch = WHOLE_BLOB) {
    this.#stretch = stretch;
    this.#base = stretch.firstByte;
    this.#filled = 0;
    this.#probed = stretch.start - stretch.firstByte;
    this.#measured = this.#probed;
    this.#measure = NO_TEXT;
    this.#pending = [];
    this.#gzips = [];
    this.#inflated = [];
    if (this.#judged.shape.size + this.#judged.credential.size > 0) this.#forgetJudged(Infinity);
    this.#definitionBytes = 0;
    this.#hasTooManyDefinitions = false;
    if (this.#ownsAllowance) this.#allowance.reset();
    this.#isBinary = false;
    this.#wide = null;
  }
  /** Where in the kernel's arena the next bytes go: from here to its end, at least 64 KiB. */
  makeRoom() {
    if (this.kernel.arena.length - this.#filled < MIN_ROOM_BYTES) this.#drop();
    return this.#filled;
  }
  /** Takes `count` bytes that were written where `makeRoom` said, and returns the matches that they complete. */
  commit(count2) {
    if (this.#base === 0 && this.#filled < MARK_BYTES && this.#filled + count2 >= MARK_BYTES) this.#skipByteOrderMark();
    this.#filled += count2;
    const matches = this.#gzips.length === 0 ? NO_MATCHES : this.#collectGzips(this.#filled - count2);
    this.#search(this.#filled - REACH_BYTES);
    return this.#takeReady(matches, false);
  }
  /** Takes a copy of `bytes`, however many, and hands on the matches that they complete, as they are known. */
  push(bytes, take) {
    for (let at = 0; at < bytes.length; ) {
      const start = this.makeRoom();
      const piece = bytes.subarray(at, at + this.kernel.arena.length - start);
      this.kernel.arena.set(piece, start);
      take(this.commit(piece.length));
      at += piece.length;
    }
  }
  /** Says that there are no more bytes, and returns the matches that were waiting for some. */
  end() {
    this.#search(this.#filled);
    const isCut = this.#base + this.#filled >= this.#stretch.end + MARGIN_BYTES;
    if (isCut && this.#gzips.some((text) => !text.isComplete)) this.#allowance.exceed();
    const matches = this.#gzips.length === 0 ? NO_MATCHES : this.#gzips.flatMap((text) => this.#searchInflated(text));
    this.#gzips = [];
    return this.#takeReady(matches, true);
  }
  /** How many bytes of the blob are decided: a secret that is not known yet begins here or later. */
  get settledBytes() {
    return this.#base + Math.max(0, this.#probed - this.#shiftBytes);
  }
  /** What of the blob was not read, as the detail of a skip; `null` where all was. */
  get exceeded() {
    if (this.#hasTooManyDefinitions) return "it has more definitions of Flink connections than its length allows for";
    return this.#allowance.isSpent ? "gzip streams in its text hold too much" : null;
  }
  /** The measure of the stretch as far as it was read. */
  measureStretch() {
    const end = Math.min(this.#filled, this.#stretch.end - this.#base);
    if (end > this.#measured) this.#measureTo(end);
    return this.#measure;
  }
  /** Whether all that was committed is still in the arena, from the blob's first byte on. */
  get holdsWholeBlob() {
    return this.#base === 0;
  }
  /** Whether the blob is not text, by git's rule: a NUL near its beginning. `false` where that was not read. */
  get isBinary() {
    this.#lookAtHead();
    return this.#isBinary;
  }
  /** How many bytes the arena holds. */
  get heldBytes() {
    return this.#filled;
  }
  /** Finds all that begins before `to`: of that, all that belongs to it is in the arena. */
  #search(to) {
    const limit = Math.min(to, this.#stretch.end - this.#base + this.#shiftBytes);
    while (this.#probed < limit) {
      const from = this.#probed;
      const { leads, resume } = this.kernel.findLeads(from, limit, this.#filled);
      this.#probed = resume;
      if (leads.length > 0) this.#look(leads, from, resume);
      if (this.#forms.length > 0) this.#findKeyId(from, resume);
    }
  }
  #look(leads, from, to) {
    const coded = [];
    for (const lead of leads) {
      if (lead.kind === "secret") this.#judge(lead.start);
      else if (isFollowed(lead)) coded.push(lead);
      else if (!this.#wantsJudged) continue;
      else if (lead.kind === "mention") this.#readConnection(lead.start);
      else if (lead.start >= from - this.#shiftBytes) this.#addShape(lead.start);
    }
    if (coded.length > 0 && this.#maxDepth > 0) {
      for (const window of windowsOf(coded, this.#filled, this.#base)) this.#unfold(window, from, to);
    }
    this.#pending.sort((a, b) => a.span.start - b.span.start);
  }
  /** Decides about 64 characters that have the shape of a secret. */
  #judge(start) {
    const { arena } = this.kernel;
    const last = arena[start + SECRET_CHARACTERS - 1];
    const mayBeRight = last === A || last === Q || last === G || last === W;
    if (!mayBeRight && !this.#wantsDamaged || !this.#isOurs(start)) return;
    const secret = this.#secretAt(start);
    const isRight = mayBeRight && isChecksumRight(secret);
    if (!isRight && !(this.#wantsDamaged && this.#standsFree(start))) return;
    const span = { start, end: start + SECRET_CHARACTERS };
    this.#pending.push({ kind: isRight ? "proven" : "damaged", span, secret, encodings: NO_ENCODINGS, contexts: [] });
  }
  /** Finds the key ID, in every form, that begins in [from, to). */
  #findKeyId(from, to) {
    for (const { bytes, secret, encodings } of this.#forms) {
      const text = this.#text.subarray(0, Math.min(to + bytes.length - 1, this.#filled));
      for (let at = text.indexOf(bytes, from); at !== -1; at = text.indexOf(bytes, at + 1)) {
        const span = { start: at, end: at + bytes.length };
        if (this.#isOurs(at)) this.#pending.push({ kind: "key-id", span, secret, encodings, contexts: [] });
      }
    }
    this.#pending.sort((a, b) => a.span.start - b.span.start);
  }
  #addShape(start) {
    const span = { start, end: start + SECRET_CHARACTERS };
    if (!this.#isOurs(start) || !this.#isNew("shape", start)) return;
    this.#pending.push({ kind: "shape", span, secret: this.#secretAt(start), encodings: NO_ENCODINGS, contexts: [] });
  }
  /** Takes the credentials of the connection that is defined around a mention. */
  #readConnection(mention) {
    if (!this.#isOurs(mention) || this.#hasReadTooMuch(mention)) return;
    const start = Math.max(0, this.#measured, mention - DEFINITION_BEFORE_BYTES);
    const text = this.#text.toString("latin1", start, Math.min(this.#filled, mention + REACH_BYTES));
    this.#definitionBytes += text.length;
    const at = startOfDefinition(text, mention - start);
    for (const { span: inText, connection, field } of at === -1 ? [] : findConnectionCredentials(text, at)) {
      const span = { start: start + inText.start, end: start + inText.end };
      if (!this.#isNew("credential", span.start)) continue;
      const secret = text.slice(inText.start, inText.end);
      const names = { connection: nameOf2(connection), field: nameOf2(field) };
      const known = { encodings: NO_ENCODINGS, contexts: [], connection: names };
      this.#pending.push({ kind: "credential", span, secret, ...known });
    }
  }
  /** Whether so many definitions were read that the text must be made of their beginnings; says so from then on. */
  #hasReadTooMuch(mention) {
    const mostBytes = FREE_DEFINITION_BYTES + MAX_DEFINITION_RATIO * (this.#base + mention - this.#stretch.firstByte);
    if (this.#definitionBytes > mostBytes) this.#hasTooManyDefinitions = true;
    return this.#hasTooManyDefinitions;
  }
  /** Whether nothing of the kind was found there so far. */
  #isNew(kind, start) {
    const offset = this.#base + start;
    if (this.#judged[kind].has(offset)) return false;
    this.#judged[kind].add(offset);
    return true;
  }
  /** Forgets what begins before an offset in the blob: no search comes by it again. */
  #forgetJudged(before) {
    for (const offsets of Object.values(this.#judged)) {
      for (const offset of offsets) if (offset < before) offsets.delete(offset);
    }
  }
  /** Whether no character of the alphabet stands on either side of the 64. */
  #standsFree(start) {
    const end = start + SECRET_CHARACTERS;
    const around = this.#text.toString("latin1", Math.max(0, start - 1), Math.min(this.#filled, end + 1));
    return around.replace(/^[^A-Za-z0-9+/]|[^A-Za-z0-9+/]$/g, "").length === SECRET_CHARACTERS;
  }
  /** Finds what the text of a window does not show plainly, and begins in [from, to). */
  #unfold({ span: { start, end }, leads }, from, to) {
    const isHere = (at) => at >= from - this.#shiftBytes && at < to && this.#isOurs(at);
    const text = this.kernel.arena.slice(start, end);
    const found = unfold(text, leads, this.kernel, { maxDepth: this.#maxDepth, contextBytes: this.#contextBytes });
    for (const one of found.secrets) {
      const span = { start: start + one.span.start, end: start + one.span.end };
      const isWanted = one.encodings.length > 0 && (one.kind === "proven" || this.#wantsJudged);
      if (isWanted && isHere(span.start)) addOnce(this.#pending, { ...one, span });
    }
    for (const { start: at, encodings } of found.gzips) {
      if (isHere(start + at)) this.#beginGzip(start + at, encodings);
    }
  }
  /** Whether what begins there is this stretch's to report. */
  #isOurs(start) {
    const offset = this.#base + start;
    return offset >= this.#stretch.start && offset < this.#stretch.end;
  }
  /** Begins to collect a compressed text, unless it is part of one that is being collected. */
  #beginGzip(at, encodings) {
    const start = this.#base + at;
    let text = this.#gzips.find((known) => start >= known.start && start < known.end);
    if (text === void 0) {
      text = new EmbeddedGzipText(start, joinText(this.#measure, this.#measureText(this.#measured, at)));
      this.#gzips.push(text);
      this.#pushTo(text, at);
    }
    text.addHead(start, encodings);
  }
  /** Goes on with what is being collected, and returns the matches in what is complete. */
  #collectGzips(from) {
    for (const text of this.#gzips) this.#pushTo(text, from);
    const complete = this.#gzips.filter((text) => text.isComplete);
    this.#gzips = this.#gzips.filter((text) => !text.isComplete);
    return complete.flatMap((text) => this.#searchInflated(text));
  }
  #pushTo(text, from) {
    text.push(this.#text.toString("latin1", from, this.#filled));
  }
  /** The matches in a compressed text; what was found in one that overlaps it, read otherwise, is left out. */
  #searchInflated(text) {
    const isKnown = ({ span, secret }) => this.#inflated.some((one) => one.span.start < span.end && span.start < one.span.end && one.secret.equals(secret));
    const matches = [];
    for (const match of this.#readInflated(text)) {
      if (isKnown(match)) continue;
      this.#inflated.push(match);
      matches.push(match);
    }
    return matches;
  }
  /** The matches in the streams of a compressed text. */
  #readInflated(text) {
    const found = [];
    for (const { bytes, encodings, span, before, within } of text.inflate(this.#allowance)) {
      for (const match of this.#searchInner(bytes, this.#maxDepth - encodings.length)) {
        found.push({
          ...match,
          span,
          encodings: [...encodings, ...match.encodings],
          textBefore: joinText(text.textBefore, before),
          textWithin: within
        });
      }
    }
    return found;
  }
  #searchInner(bytes, depth) {
    if (depth < 0) return [];
    const matches = [];
    const inner = this.#inner.get(depth) ?? new _Detector(createSimdKernel(), {
      contextBytes: this.#contextBytes,
      maxDecodeDepth: depth,
      wantsJudged: this.#wantsJudged,
      allowance: this.#allowance
    });
    this.#inner.set(depth, inner);
    inner.begin();
    inner.push(bytes, (some) => matches.push(...some));
    return [...matches, ...inner.end()];
  }
  /** `complete`, and what was found in the text itself, as far as all around it is known. */
  #takeReady(complete, isEnd) {
    if (this.#pending.length === 0) return complete;
    const isWaiting = ({ span }) => span.start >= this.#probed - this.#shiftBytes || span.end + this.#contextBytes > this.#filled;
    const first = isEnd ? -1 : this.#pending.findIndex(isWaiting);
    const ready = this.#pending.splice(0, first === -1 ? this.#pending.length : first);
    return [...complete, ...ready.map((one) => this.#matchOf(one))];
  }
  #matchOf({ kind, span: { start, end }, secret, encodings, contexts, connection }) {
    this.#measureTo(start);
    const around = {
      before: this.#text.toString("latin1", Math.max(0, start - this.#contextBytes), start),
      after: this.#text.toString("latin1", end, Math.min(this.#filled, end + this.#contextBytes))
    };
    return {
      kind,
      span: { start: this.#base + start, end: this.#base + end },
      secret: new Secret(secret),
      encodings,
      textBefore: this.#measure,
      textWithin: this.#measureText(start, end),
      contexts: [...contexts, around],
      connection: connection ?? null
    };
  }
  #secretAt(at) {
    return this.#text.toString("latin1", at, at + SECRET_CHARACTERS);
  }
  /** Lets go of every byte that no match and no context can need any more. */
  #drop() {
    const needed = Math.min(this.#probed - REACH_BYTES, this.#pending[0]?.span.start ?? Infinity);
    const earliest = Math.min(this.#filled, Math.max(0, needed - this.#contextBytes));
    const from = Math.max(0, earliest - (this.#base + earliest) % MARK_BYTES);
    if (from > this.#measured) this.#measureTo(from);
    this.#lookAtHead();
    this.kernel.arena.copyWithin(0, from, this.#filled);
    this.#base += from;
    this.#filled -= from;
    this.#probed -= from;
    this.#measured -= from;
    this.#forgetJudged(this.#base);
    this.#pending = this.#pending.map((one) => {
      const { start, end } = one.span;
      return { ...one, span: { start: start - from, end: end - from } };
    });
  }
  /** The blob's beginning tells whether it is text, as long as it is there. */
  #lookAtHead() {
    if (this.#base === 0) this.#isBinary = !isTextHead(this.kernel.arena.subarray(0, this.#filled));
  }
  #measureTo(at) {
    this.#measure = joinText(this.#measure, this.#measureText(this.#measured, at));
    this.#measured = at;
  }
  #measureText(from, to) {
    if (this.#wide === null) return measureText(this.kernel, from, to);
    return measureWideText(this.kernel.arena.subarray(from, to), this.#base + from, this.#wide);
  }
  #skipByteOrderMark() {
    const { arena } = this.kernel;
    if (this.#measured > 0) return;
    if (arena[0] === 239 && arena[1] === 187 && arena[2] === 191) this.#measure = BEFORE_BYTE_ORDER_MARK;
    this.#wide = wideMark(arena);
    if (this.#wide !== null) this.#measure = beforeWideMark(this.#wide.unitBytes);
  }
};
function startOfDefinition(text, mention) {
  if (!text.startsWith("endpoint", mention)) return mention;
  return text.slice(0, mention).toLowerCase().lastIndexOf("connection");
}
function nameOf2(latin12) {
  const name = Buffer.from(latin12, "latin1").toString("utf8");
  return name.length > MAX_NAME_CHARACTERS ? `${name.slice(0, MAX_NAME_CHARACTERS)}\u2026` : name;
}
var WINDOW_BEFORE_BYTES = 2048;
var MAX_WINDOW_BYTES = 2 * REACH_BYTES;
function windowsOf(leads, filled, base) {
  const windows = [];
  for (const lead of [...leads].sort((a, b) => a.start - b.start)) {
    const early = Math.max(0, lead.start - (lead.kind === "wide" ? 0 : WINDOW_BEFORE_BYTES));
    const start = Math.max(0, early - (base + early) % 4);
    const end = Math.min(filled, lead.kind === "anchor" ? lead.start + REACH_BYTES : lead.end);
    const last = windows.at(-1);
    if (last !== void 0 && start < last.end && end - last.start <= MAX_WINDOW_BYTES) {
      last.end = Math.max(last.end, end);
      last.leads.push(lead);
    } else windows.push({ start, end, leads: [lead] });
  }
  return windows.map(({ start, end, leads: inside }) => ({
    span: { start, end },
    leads: inside.map((lead) => ({ ...lead, start: lead.start - start, end: lead.end - start }))
  }));
}

// src/kernel/thread-kernel.ts
var shared;
function threadKernel() {
  shared ??= createSimdKernel();
  return shared;
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
var LIKELY_SCORE = 3;
var POSSIBLE_SCORE = 2;
function scoreOf(evidence) {
  return evidence.reduce((sum, one) => sum + EVIDENCE[one].weight, 0);
}

// src/pair/key-id.ts
var ID_CHARACTERS = 16;
function kindOfId(text) {
  if (!WEAK.test(text) || LOOKS_LIKE_NUMBER.test(text)) return null;
  if (!STRONG.test(text)) return "other";
  if (!isWord(text)) return "base32";
  return SAYS_WHAT_IT_IS.test(text) ? null : "word";
}
function findIdsInFileName(name) {
  return [...name.matchAll(/(?<![A-Za-z0-9])(key[-_.]?)?([A-Z2-7]{16})(?![A-Za-z0-9])/gi)].filter(({ 1: key, 2: id = "" }) => kindOfId(id) === "base32" || key !== void 0 && STRONG.test(id)).map(({ 2: id = "" }) => id);
}
var STRONG = /^[A-Z2-7]{16}$/;
var WEAK = /^[A-Z0-9]{16}$/;
var LOOKS_LIKE_NUMBER = /^[0-9]{16}$|^[0-9]{8}T[0-9]{6}Z$/;
var SAYS_WHAT_IT_IS = /KEY|SECRET|PASSW|USER|KAFKA|CONFLUENT|TOKEN|CONFIG|SCHEMA|REGIS/;
function isWord(id) {
  const isLikely = !/[2-7]|[BCDFGHJKLMNPQRSTVWXZ]{5}|[JQXZ].*[JQXZ]/.test(id);
  return isLikely && id.replace(/[^AEIOUY]/g, "").length >= MIN_VOWELS;
}
var MIN_VOWELS = 5;

// src/pair/surroundings.ts
function isPlainLogin({ before }) {
  return before.lastIndexOf("PlainLoginModule") >= Math.max(0, before.length - LOGIN_BYTES);
}
function namesConfluent({ before, after }) {
  return CONFLUENT.test(before) || CONFLUENT.test(after);
}
function findContradictions(contexts, pairing) {
  const [inner] = contexts;
  if (inner === void 0) return [];
  const found = isWrapped(inner) ? ["wrapped"] : [];
  if (isLonger(inner)) found.push("longer-text");
  if (contexts.some(isEncrypted)) found.push("encrypted");
  if (TEMPLATE.test(inner.before.slice(-EDGE_BYTES))) found.push("template");
  if (pairing.tie === null && hasForeignUser(inner)) found.push("foreign-user");
  return found;
}
var LOGIN_BYTES = 400;
var CONFLUENT = /[Cc]onfluent|CONFLUENT|[Cc]cloud|CCLOUD|crn:\/\/|\b(?:lkc|lsrc|lksqlc|lfcp|pkc|psrc|pksqlc)-[a-z0-9]{5,8}\b/;
var EDGE_BYTES = 48;
var TEMPLATE = /(?:\$\{|\{\{|<%=?|%\{)\s?$/;
var GOES_ON_BEFORE = /(?:[^\s.]\.|[^\s-]-|[_$%~^]|%2[BFbf]|\\u002[BFbf])$/;
var GOES_ON_BEHIND = /^(?:[-_~$(^]|\.[A-Za-z0-9]|=|%(?:25)*(?:3[Dd]|2[BFbf])|\\u00(?:3[Dd]|2[BFbf])|::)/;
function isLonger({ before, after }) {
  return GOES_ON_BEFORE.test(before.slice(-EDGE_BYTES)) || GOES_ON_BEHIND.test(after.slice(0, EDGE_BYTES));
}
function isEncrypted({ before, after }) {
  const near = before.slice(-2 * EDGE_BYTES);
  return /ENC\[[^\]\n]*$|AES\/GCM[^\n]*$|(?:DPAPI|secure|securepass|cipher|vault:v\d):\s?["']?$/.test(near) || /^,(?:iv|tag|type):/.test(after);
}
var PEM = /-----(?:BEGIN|END) [A-Z0-9 ]{1,40}-----/;
var LINE_CHARACTERS = 40;
var LINE_GAP = 64;
function isWrapped({ before, after }) {
  const above = before.slice(-(LINE_GAP + 2 * LINE_CHARACTERS));
  const below = after.slice(0, LINE_GAP + 2 * LINE_CHARACTERS);
  return hasLineAbove(above) || hasLineBelow(below) || hasTailBelow(below) || PEM.test(above) || isEndOfPem(below);
}
function hasLineAbove(above) {
  const line = LINE_ABOVE.exec(above)?.[1];
  return line !== void 0 && isWrappedText(line);
}
function hasLineBelow(below) {
  const line = LINE_BELOW.exec(below)?.[1];
  return line !== void 0 && isWrappedText(line);
}
function isWrappedText(line) {
  return /[A-Z]/.test(line) && /[a-z]/.test(line) && !/^(.)\1*$/.test(line);
}
var BETWEEN_LINES = String.raw`["']?[ \t]*(?:\+[ \t]*|\\[ \t]*)?(?:\r?\n|(?:\\r)?\\n|[ \t])(?!\r?\n)[ \t"'+>#*/\\]{0,${LINE_GAP - 8}}`;
var LINE_ABOVE = new RegExp(`(?:^|[^A-Za-z0-9+/=])(?:n|\\+)?([A-Za-z0-9+/]{${LINE_CHARACTERS},76})${BETWEEN_LINES}$`);
var LINE_BELOW = new RegExp(`^${BETWEEN_LINES}([A-Za-z0-9+/]{${LINE_CHARACTERS},76})(?![A-Za-z0-9+/])`);
var TAIL_BELOW = /^["']?[ \t+\\]*(?:\r?\n|(?:\\r)?\\n)[\s"'+>#*]{0,40}([A-Za-z0-9+/]{2,63}={1,2})(?=["']?[\s,;)+\\]|["']?$)/;
function hasTailBelow(below) {
  const tail = TAIL_BELOW.exec(below)?.[1];
  return tail !== void 0 && tail.length % 4 === 0 && /[0-9]|[a-z][A-Z]/.test(tail);
}
function isEndOfPem(below) {
  const end = below.indexOf("-----END ");
  return end !== -1 && /^[\s"'+\\nr,]*[A-Za-z0-9+/=]{0,64}[\s"'+\\nr,]*$/.test(below.slice(0, end));
}
var USER = /user(?:_?name|[._-]name)?["'\\]{0,3}\s{0,8}[:=]\s{0,8}["'\\]{0,3}([^\s"'\\,;}]{1,64})/gi;
var USER_BYTES = 160;
function hasForeignUser({ before, after }) {
  const near = `${before.slice(-USER_BYTES)}
${after.slice(0, USER_BYTES)}`;
  return [...near.matchAll(USER)].some(
    ({ 1: user = "" }) => /^[A-Za-z][\w.@-]*$/.test(user) && !PLACEHOLDER.test(user) && kindOfId(user) === null
  );
}
var PLACEHOLDER = /key|user|var|secret|env|data|config|placeholder|change|example|xxx/i;

// src/pair/legacy.ts
function judgeLegacy(input, pairing) {
  const { contexts } = input;
  const reasons = [...ofPairing(pairing), ...ofName(pairing), ...ofLogin(contexts, pairing)];
  if (scoreOf(reasons) + scoreOf(["confluent-near"]) < POSSIBLE_SCORE) return NOTHING;
  const evidence = [...reasons, ...ofSurroundings(contexts), ...findContradictions(contexts, pairing)];
  return { confidence: confidenceOf(scoreOf(evidence)), evidence };
}
var NOTHING = { confidence: null, evidence: [] };
function confidenceOf(score) {
  if (score >= LIKELY_SCORE) return "likely";
  return score >= POSSIBLE_SCORE ? "possible" : null;
}
var EVIDENCE_OF_TIE = {
  joined: "id-joined",
  row: "id-beside",
  adjacent: "id-beside",
  named: "id-named-alike",
  "file-name": "id-in-file-name",
  field: "id-field",
  near: "id-near",
  remark: "id-near"
};
function ofPairing({ tie, isStrong: isStrong2, isSure }) {
  if (tie === null) return [];
  if (isStrong2) return [EVIDENCE_OF_TIE[tie]];
  return isSure ? ["weak-id-paired"] : [];
}
var BRAND2 = /^(?:confluent|confluentcloud|ccloud|kafka|sasl)/;
var FOREIGN = /^(?:jwt|session|sessions|cookie|cookies|csrf|xsrf|totp|otp|mfa|hmac|signing|sign|encryption|encrypt|aes|rsa|ssh|pgp|gpg|tls|ssl|webhook|oauth|oauth2|oidc|saml|nextauth|django|flask|rails|laravel|aws|s3|azure|gcp|google|github|gitlab|slack|stripe|twilio|sendgrid|openai|anthropic|npm|docker|datadog|sumo|segment|square|disqus|couchbase|nvapi|refresh|bearer|storage|cosmos|redis|postgres|postgresql|mysql|mongo|mongodb|salt|pepper|nonce|iv|cipher|ciphertext|encrypted|sealed|recovery|private|public)$/;
var HASH = /^(?:sha|sha1|sha256|sha384|sha512|md|md5|digest|checksum|checksums|integrity|hash|hashes|hashed|signature|signatures|sig|fingerprint|fingerprints|thumbprint|etag|cert|certs|certificate|certificates|crt|pem|modulus|pubkey|mac|commit|revision|blake|crc)$/;
function ofName({ secretName: name, tie, isStrong: isStrong2 }) {
  if (name === null) return [];
  const { words, role } = name;
  const isOfKey = isStrong2 && (tie === "named" || tie === "joined");
  if (!isOfKey && words.some((word) => HASH.test(word))) return ["hash-name"];
  if (!isOfKey && words.some((word) => FOREIGN.test(word))) return ["foreign-name"];
  if (role !== "secret") return [];
  return words.some((word) => BRAND2.test(word)) ? ["secret-name", "confluent-name"] : ["secret-name"];
}
function ofLogin(contexts, { secretName }) {
  return secretName?.role === "secret" && contexts.some(isPlainLogin) ? ["plain-login"] : [];
}
function ofSurroundings(contexts) {
  return contexts.some(namesConfluent) ? ["confluent-near"] : [];
}

// src/pair/gaps.ts
function gapBetween({ candidates }, first, last) {
  let depth = Infinity;
  let column = Infinity;
  let hasSecret = false;
  for (let index = first.index + 1; index <= last.index; index++) {
    const one = candidates[index];
    if (one === void 0) break;
    depth = Math.min(depth, one.gapDepth);
    column = Math.min(column, one.gapColumn);
    if (index < last.index && one.id === null) hasSecret = true;
  }
  const [from, to] = [first.field, last.field];
  const isList = from.place.dash >= 0 && from.place.dash === to.place.dash;
  const box = from.isBoxed && to.isBoxed ? 1 : 0;
  return {
    exitsOfFirst: exitsOf(from.place, depth + box, column, isList),
    exitsOfLast: exitsOf(to.place, depth + box, column, isList),
    column,
    blanks: to.value.blanks - from.value.blanks,
    lines: to.value.line - from.value.line,
    isBare: to.value.words === from.value.words,
    hasSecret
  };
}
function exitsOf(place, depth, column, isList) {
  const left = isList ? place.dash : place.column;
  return { hard: Math.max(0, place.depth - depth), soft: left > column ? 1 : 0 };
}
function scopeOf(ofId, ofSecret) {
  const neighbours = areNeighbours(ofId, ofSecret) ? 1 : 0;
  return 2 * Math.min(ofSecret.hard, MAX_EXITS) + 3 * Math.min(ofId.hard, MAX_EXITS) + 5 * neighbours;
}
function areNeighbours(ofId, ofSecret) {
  return ofId.soft > 0 && ofSecret.soft > 0;
}
var MAX_EXITS = 8;

// src/pair/place.ts
var SECTION_COLUMN = -1;

// src/pair/headings.ts
var MAX_HEADING_LEVELS = 3;
var OPENS = /^["'`\\]{0,3}(?:\s*(?:[:=]|=>)\s*|[ \t]+)$/;
var OPENS_BYTES = 12;
function isHeadingOf({ text, brackets }, id, secret, column) {
  let bracket = brackets[secret.bracket];
  for (let level = 0; level < MAX_HEADING_LEVELS && bracket !== void 0 && bracket.at >= id.end; level++) {
    if (bracket.at - id.end <= OPENS_BYTES && OPENS.test(text.slice(id.end, bracket.at))) return true;
    bracket = brackets[bracket.parent];
  }
  return column > id.column && isHeadingLine(text, id);
}
function isHeadingLine(text, id) {
  const rest = /^["']?(:|\])[ \t\r]*\n/.exec(text.slice(id.end, id.end + OPENS_BYTES));
  return rest !== null && rest[1] === "]" === (id.column === SECTION_COLUMN);
}

// src/pair/names.ts
function readName2(text) {
  const written = text.match(WORD2) ?? [];
  const words = written.map((word) => word.toLowerCase());
  const stems = words.map((word) => word.replace(ROLE_ENDING, ""));
  const isStem = (word) => word !== "" && !ROLES.has(word);
  const specific = stems.filter((word) => isStem(word) && !UNSPECIFIC.has(word));
  const stem = stems.flatMap((word, at) => isStem(word) ? [written[at]?.slice(0, word.length)] : []).join(" ");
  return { text, role: roleOf(words), words, stem, specific };
}
function likenessOf(id, secret) {
  const isWithin = (a, b) => a.specific.every((word) => b.specific.includes(word));
  const [isLess, isMore] = [isWithin(id, secret), isWithin(secret, id)];
  if (isLess && isMore) return 2;
  return isLess || isMore ? 1 : 0;
}
function isSeed({ words }) {
  return words.some((word) => SEED_WORD.test(word));
}
var WORD2 = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;
var SECRET_WORD = /(?:secret|password|passwd|passphrase|pass|pwd)s?$|^(?:psw|pw)$/;
var ID_WORD = /(?:key|user|username|login|principal|id)s?$|^(?:client|account|identifier|usr)$/;
var ID_ENDING = /^(?:id|user|username|usr)$/;
var ROLE_ENDING = /(?:secret|password|passwd|passphrase|pass|pwd|username|user|login|principal|(?:key|user)?id|key)s?$/;
var ROLES = new Set(
  "id ids client account identifier usr uid pass pwd psw pw name value".split(" ")
);
var UNSPECIFIC = new Set(
  "api access sasl plain auth basic authentication credential credentials e x export set env var config the my our your is".split(
    " "
  )
);
var SEED_WORD = /^(?:otp|totp|hotp|mfa|2fa|seed|authenticator)$/;
function roleOf(words) {
  const last = words.at(-1) ?? "";
  if (words.some((word) => SECRET_WORD.test(word)) && !ID_ENDING.test(last)) return "secret";
  return words.some((word) => ID_WORD.test(word)) ? "id" : null;
}

// src/pair/relations.ts
var TIES = ["joined", "row", "adjacent", "named", "field", "near", "remark"];
function relate(layout, id, secret) {
  const isBefore = id.index < secret.index;
  const [first, last] = isBefore ? [id, secret] : [secret, id];
  const distance = last.field.value.start - first.field.value.end;
  const gap = gapBetween(layout, first, last);
  const [idExits, secretExits] = isBefore ? [gap.exitsOfFirst, gap.exitsOfLast] : [gap.exitsOfLast, gap.exitsOfFirst];
  const { tie, likeness, isSameName, isHeading: isHeading2 } = tieOf(layout, id, secret, gap, { distance, isBefore });
  return {
    tie,
    likeness,
    isSameName,
    scope: isHeading2 ? 0 : scopeOf(idExits, secretExits),
    border: isHeading2 ? 0 : idExits.soft + secretExits.soft + (gap.lines > 0 ? 1 : 0),
    isAround: isHeading2 || idExits.hard === 0 && !areNeighbours(idExits, secretExits),
    distance,
    blanks: gap.blanks,
    lines: gap.lines,
    isBefore
  };
}
function compareRelations(a, b) {
  const order = compareRanks(a, b);
  if (order !== 0) return order;
  const distance = isTie(a, b) ? 0 : a.distance - b.distance;
  if (a.tie !== "named") return distance;
  const signs = [a.border - b.border, Number(b.isSameName) - Number(a.isSameName), distance];
  if (signs.every((sign) => sign <= 0)) return Math.min(...signs);
  return signs.every((sign) => sign >= 0) ? Math.max(...signs) : 0;
}
function isTie(a, b) {
  const nearest = Math.min(a.distance, b.distance);
  const most = a.isBefore === b.isBefore ? TIE_BYTES : Math.max(TIE_BYTES, nearest / 2);
  return Math.abs(a.distance - b.distance) < most;
}
function compareRanks(a, b) {
  if (a.tie !== b.tie) return TIES.indexOf(a.tie) - TIES.indexOf(b.tie);
  return a.tie === "named" ? a.scope - b.scope || b.likeness - a.likeness : 0;
}
var TIE_BYTES = 8;
var MAX_ADJACENT_BYTES = 160;
function tieOf(layout, id, secret, gap, { distance, isBefore }) {
  const [{ value, name }, owner] = [id.field, secret.field];
  if (isBefore && distance <= MAX_JOINT && JOINT.test(layout.text.slice(value.end, owner.value.start))) {
    return unnamed("joined");
  }
  if (value.isComment && !owner.value.isComment) return unnamed("remark");
  if (owner.name?.role !== "secret") return unnamed(besideOf(layout, id.field, owner, gap, distance));
  if (isBefore && isHeadingOf(layout, value, owner.value, gap.column)) return HEADING;
  return name?.role === "id" ? namedTie(id.field, name, owner, owner.name) : unnamed("near");
}
var HEADING = { tie: "named", likeness: 2, isSameName: true, isHeading: true };
function unnamed(tie) {
  return { tie, likeness: 0, isSameName: false, isHeading: false };
}
function namedTie(id, name, secret, secretName) {
  const likeness = id.isProse && !secret.isProse ? 0 : likenessOf(name, secretName);
  if (likeness === 0) return unnamed("field");
  return { tie: "named", likeness, isSameName: name.stem === secretName.stem, isHeading: false };
}
function besideOf(layout, id, secret, gap, distance) {
  const isClose = !gap.hasSecret && distance <= MAX_ADJACENT_BYTES;
  const isBeside = isClose && gap.isBare;
  if (isClose && gap.lines === 0 && isOfRow(layout, id, secret, gap)) return "row";
  const isOwn2 = id.name?.role === "id" ? id.name.specific.length === 0 : id.value.isFirst && (id.name === null || id.isProse);
  if (isBeside && secret.value.isFirst && isOwn2) return "adjacent";
  return id.name?.role === "id" ? "field" : "near";
}
function isOfRow({ text }, id, secret, gap) {
  const [first, last] = id.value.start < secret.value.start ? [id.value, secret.value] : [secret.value, id.value];
  const between = text.slice(first.end, last.start);
  if (/[,;|\t]/.test(between) && !id.isWhole) return false;
  if (gap.isBare) return gap.exitsOfFirst.hard + gap.exitsOfLast.hard === 0;
  return (secret.name === null || secret.isCell) && (WIDE_CELLS.test(between) || CELLS.test(between));
}
var WIDE_CELLS = /^["'`]?[ \t]*([|\t])[^\n|\t]*(?:\1[^\n|\t]*)*$/;
var CELLS = /^["'`]? ?([,;])(?:[^\n{}]*\1)? ?["'`]?$/;
var JOINT = /^["'`\\]{0,4} {0,3}(?:=>|[:=]|\\+:|%(?:25)*3[Aa]|\\+u003[Aa]|\\+x3[Aa]|=3A|&#58;|&#x3[Aa];|&colon;) {0,3}["'`\\]{0,4}$/;
var MAX_JOINT = 20;

// src/pair/alternation.ts
function chooseAlternating(layout, choices) {
  const [first, ...others] = choices;
  if (first === void 0) return NONE2;
  const best = others.reduce((a, b) => compareRanks(b.relation, a.relation) < 0 ? b : a, first);
  if (!ORDERED.has(best.relation.tie)) return NONE2;
  const sequence = sequenceOf(layout);
  const self = sequence.indexOf(layout.self);
  const sides = [followSide(layout, sequence, self, -1), followSide(layout, sequence, self, 1)];
  const asGood = choices.filter((one) => compareRanks(one.relation, best.relation) === 0);
  return sides.some(({ hasSecret }) => hasSecret) ? chooseSide(sides, asGood) : NONE2;
}
var NONE2 = [];
var ORDERED = /* @__PURE__ */ new Set(["row", "adjacent", "named"]);
function chooseSide([before, behind], choices) {
  const [own, other] = isOwn(before, behind) ? [before, behind] : [behind, before];
  const [chosen, rival] = [own, other].map(({ index }) => choices.find((one) => one.index === index));
  if (chosen === void 0 || !isOwn(own, other)) return NONE2;
  if (rival === void 0 || compareRelations(rival.relation, chosen.relation) >= 0) return [chosen];
  return own.isLeft === true && other.isLeft === false ? [chosen, rival] : NONE2;
}
function sequenceOf({ candidates, self }) {
  const isRemark = candidates[self]?.isComment === true;
  return [...candidates.keys()].filter((index) => isRemark || candidates[index]?.isComment === false);
}
function followSide(layout, sequence, self, direction) {
  const isIdAt = (links2) => {
    const candidate = layout.candidates[sequence[self + links2 * direction] ?? -1];
    return candidate && candidate.id !== null;
  };
  let links = 0;
  while (isIdAt(links + 1) === (links % 2 === 0)) links++;
  if (links === 0) return { index: null, isLeft: false, hasSecret: false };
  const isCut = isIdAt(links + 1) === void 0 && reachOf(layout, direction) >= CUT_BYTES;
  const index = sequence[self + direction] ?? null;
  return { index, isLeft: isCut ? null : links % 2 === 1, hasSecret: links > 1 };
}
function isOwn(side, other) {
  if (side.isLeft === true) return other.isLeft !== true;
  return side.isLeft === null && other.index !== null && other.isLeft === false;
}
var CUT_BYTES = 1200;
function reachOf({ text, self, candidates }, direction) {
  const own = candidates[self];
  return direction === -1 ? own?.start ?? 0 : text.length - (own?.end ?? 0);
}

// src/pair/choice.ts
function chooseBest(layout, choices) {
  const distinct = bestOfEach(choices);
  const [best] = distinct;
  if (best === void 0) return [];
  const isSide = (one) => one.index < layout.self;
  switch (best.relation.tie) {
    case "joined":
      return [best];
    case "row":
    case "adjacent":
      return chooseBeside(layout, withTie(distinct, best), isSide(best));
    case "named":
      return chooseNamed(layout, distinct, best);
    case "field":
    case "near":
    case "remark":
      return chooseNear(layout, distinct, best);
  }
}
function bestOfEach(choices) {
  const sorted2 = [...choices].sort(byRelation);
  const seen = /* @__PURE__ */ new Set();
  return sorted2.filter(({ id }) => !seen.has(id) && seen.add(id));
}
function byRelation({ relation: a }, { relation: b }) {
  return compareRanks(a, b) || a.distance - b.distance;
}
function withTie(choices, { relation }) {
  return choices.filter((one) => one.relation.tie === relation.tie);
}
function chooseBeside(layout, beside, isBefore) {
  const [best] = beside;
  if (best === void 0) return [];
  const onSide = beside.filter((one) => one.index < layout.self === isBefore);
  const run = onSide.filter((one) => one === best || isOfRun(one, best));
  const [rival] = beside.filter((one) => one.index < layout.self !== isBefore);
  if (rival === void 0 || compareRelations(best.relation, rival.relation) !== 0) return run;
  const decided = decideByBlanks(best, rival);
  if (decided === null) return [...run, rival];
  return decided === best ? run : [rival];
}
function isOfRun({ relation, field }, best) {
  return relation.tie === "row" || relation.blanks <= best.relation.blanks && field.value.isFirst;
}
function chooseNamed(layout, all, best) {
  const named = all.filter((one) => compareRanks(one.relation, best.relation) === 0);
  const free = named.filter((one) => !named.some((other) => compareRelations(other.relation, one.relation) < 0));
  const [first, second] = free;
  const decided = free.length === 2 && first && second ? decideByBlanks(first, second) : null;
  const meant = decided === null ? free : [decided];
  return [...meant, ...all.filter((one) => !meant.includes(one) && mayRival(layout, one, best))];
}
function mayRival(layout, one, best) {
  if (one.relation.tie === "remark") return false;
  const isNeighbour = !best.relation.isAround && isNoWorse(one.relation, best.relation);
  const isOther = saysMore(best.field, best.relation) && one.field.name !== null && !one.field.isProse;
  return isNeighbour || isOther || isLeftBy(layout, best, one);
}
function isLeftBy({ candidates, self }, outer, inner) {
  const isOuter = outer.field.value.bracket === -1 && outer.relation.scope > 0;
  return isOuter && candidates[self]?.bracket !== -1 && inner.field.value.bracket !== -1;
}
function isNoWorse(relation, best) {
  const isAlike = relation.tie === best.tie && relation.scope === best.scope;
  return relation.scope < best.scope || isAlike && isComparable(relation, best);
}
function saysMore({ name }, { likeness }) {
  return likeness === 1 && (name?.specific.length ?? 0) > 0;
}
function chooseNear(layout, all, best) {
  const open = all.filter(({ relation }) => relation.tie !== "remark");
  const known = open.length > 0 ? open : all;
  const around = known.filter(({ relation }) => relation.isAround);
  const inside = known.filter((one) => isLeftBy(layout, best, one));
  const likely = around.includes(best) && inside.length === 0 ? around : known;
  const nearest = likely.reduce((a, b) => b.relation.distance < a.relation.distance ? b : a);
  const meant = likely.filter((one) => isComparable(one.relation, nearest.relation) || inside.includes(one));
  return [best, ...meant.filter((one) => one !== best)];
}
function isComparable({ distance }, { distance: nearest }) {
  return distance <= 2 * nearest + NEAR_BYTES;
}
var NEAR_BYTES = 40;
function decideByBlanks(a, b) {
  const [isA, isB] = [a.relation.blanks === 0, b.relation.blanks === 0];
  if (isA === isB || !isTie(a.relation, b.relation)) return null;
  return isA ? a : b;
}

// src/pair/asides.ts
var REMARK_LINES = 2;
var OTHER_NAME_BYTES = 48;
function isAside(id, secret, relation) {
  const { tie, distance } = relation;
  if (tie === "remark") return isElsewhere(relation);
  if (secret.name?.role !== "secret" || secret.isProse) return false;
  if (tie === "named") return relation.scope >= FAR_SCOPE && saysMore(id, relation);
  if (tie === "near") return id.isProse || distance > NO_NAME_BYTES;
  return tie === "field" && (id.isProse || distance > OTHER_NAME_BYTES);
}
var NO_NAME_BYTES = 300;
var FAR_SCOPE = 4;
function isElsewhere({ lines, blanks, isBefore }) {
  return lines > REMARK_LINES || blanks > 0 || !isBefore && lines > 0;
}

// src/pair/labels.ts
var NAME_REACH = 240;
var MAX_NAME = 64;
var FILLERS = /^(?:is|as|was|to|be|b|f|r)$/i;
function findLabel(text, before, floor) {
  let end = skipSeparators(text, before, floor);
  let start = startOfName(text, end, floor);
  const isFilled = start < end && FILLERS.test(text.slice(start, end));
  if (isFilled) {
    end = skipSeparators(text, start, floor);
    start = startOfName(text, end, floor);
  }
  if (start === end || end === before || !mayName(text.slice(end, before))) return null;
  if (text[start - 1] === "/" && text[start - 2] !== "<" && text[start - 2] !== "/") return null;
  const between = text.slice(end, before);
  const extended = /^[^=]*$/.test(between) ? startOfPhrase(text, start, end, floor) : start;
  const isProse = isFilled || isProseAt(text, extended, between, floor);
  return { text: text.slice(extended, end), start: extended, isProse, isCell: !isProse && !/[:=>]/.test(between) };
}
function mayName(between) {
  return !/\n|\\n/.test(between) || /^[^\n]*?[:=>(|\\,[{][^\n]*\n|^["']?[ \t]*[:=]|^[ \t\r]*\\[ \t\r]*(?:\n|\\n)/.test(between);
}
function isProseAt(text, start, between, floor) {
  if (/^ +["'`]?$/.test(between)) return text[start] !== "-";
  if (!between.startsWith(": ")) return false;
  return /[A-Za-z0-9.,;)] $/.test(text.slice(Math.max(floor, start - 2), start));
}
function skipSeparators(text, from, floor) {
  let at = from;
  for (let next = previous(text, at, floor); next < at; next = previous(text, at, floor)) at = next;
  return at;
}
var SEPARATORS = new Set(" 	\n\r\"'`\\=:,|([{>~*\0");
var CODED_SIGN = /(?:=[23][0-9A-F]|\\+(?:u00[0-9A-Fa-f]{2}|x[0-9A-Fa-f]{2}|[nrt])|%(?:25)*[0-9A-Fa-f]{2}|&#?[A-Za-z0-9]{2,7};)$/;
var CODED_SIGN_BYTES = 12;
function previous(text, at, floor) {
  if (at <= floor) return at;
  const sign = text[at - 1] ?? "";
  const isLetter = /[A-Za-z0-9;]/.test(sign);
  if (isLetter) {
    const coded = CODED_SIGN.exec(text.slice(Math.max(floor, at - CODED_SIGN_BYTES), at));
    return coded === null ? at : at - coded[0].length;
  }
  if (SEPARATORS.has(sign) || sign.charCodeAt(0) >= 128) return at - 1;
  const isDash = (sign === "-" || sign === "+") && /[ \t\n\r]/.test(text[at] ?? "") && /[ \t\n]/.test(text[at - 2] ?? "");
  return isDash ? at - 1 : at;
}
function startOfName(text, end, floor) {
  const lowest = Math.max(floor, end - MAX_NAME);
  let start = end;
  while (start > lowest && isNameCode(text.charCodeAt(start - 1))) start--;
  return text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "") ? Math.min(start + 1, end) : start;
}
function isNameCode(code) {
  const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
  return isLetter || code >= 48 && code <= 57 || code === 45 || code === 46 || code === 95 || code === 36;
}
function startOfPhrase(text, start, end, floor) {
  let first = start;
  if (!/^(?:key|id|secret|password|username|user|login|name)s?$/i.test(text.slice(start, end))) return first;
  for (let words = 0; words < 4 && text[first - 1] === " "; words++) {
    const next = startOfName(text, first - 1, floor);
    if (next === first - 1 || !/^[A-Za-z0-9][\w.-]*$/.test(text.slice(next, first - 1))) break;
    first = next;
  }
  return first;
}

// src/pair/holders.ts
function nameBehind(text, value, role) {
  const rest = /^[^{}[\]]{0,100}/.exec(text.slice(value.end, value.end + 100))?.[0] ?? "";
  const end = rest.search(/\n\s*- |\n\s*\n/);
  return lastOfRole(end === -1 ? rest : rest.slice(0, end), role)?.name ?? null;
}
function headingOf(text, bracket) {
  const floor = Math.max(0, bracket - MAX_NAME - HEADING_GAP);
  let end = bracket;
  while (end > floor && bracket - end < HEADING_GAP && /[\s"'\\:=]/.test(text[end - 1] ?? "")) end--;
  const start = startOfName(text, end, floor);
  return start === end ? null : readName2(text.slice(start, end));
}
var HEADING_GAP = 8;
var TELLS_ROLE = /key|user|usr|login|principal|id|secret|pass|pwd|psw|pw/i;
function lastOfRole(zone, role) {
  let last = null;
  for (const { 0: word, index } of zone.matchAll(/[A-Za-z_][\w.-]*/g)) {
    if (!TELLS_ROLE.test(word)) continue;
    const name = readName2(word.slice(0, MAX_NAME));
    if (name.role === role) last = { name, at: index };
  }
  return last;
}

// src/pair/secret-run.ts
var SECRET_CHARACTERS2 = 64;
function isMixed2(run) {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
}

// src/pair/coded-halves.ts
function decodeHalf(run) {
  const isHex = HEX_CHARACTERS.has(run.length) && /^[0-9A-Fa-f]*$/.test(run);
  if (!isHex && !BASE64_CHARACTERS.has(run.length)) return null;
  const decoded = Buffer.from(run, isHex ? "hex" : "base64").toString("latin1").replace(/\r?\n$/, "");
  return isHalf(decoded) ? decoded : null;
}
var BASE64_CHARACTERS = /* @__PURE__ */ new Set([22, 23, 24, 86, 87, 88]);
var HEX_CHARACTERS = /* @__PURE__ */ new Set([32, 34, 36, 128, 130, 132]);
function isHalf(text) {
  if (text.length === ID_CHARACTERS) return kindOfId(text) !== null;
  return text.length === SECRET_CHARACTERS2 && /^[A-Za-z0-9+/]*$/.test(text) && isMixed2(text);
}

// src/pair/candidates.ts
function findCandidates(text, { isCoded }) {
  const found = [];
  if (!HAS_CODED_SIGN.test(text)) addRuns(text, 0, isCoded, found);
  else for (const { 0: run, index } of text.matchAll(CODED_RUN)) addCodedRun(run, index, text, isCoded, found);
  return found;
}
var RUN_CODES = Uint8Array.from(
  { length: 256 },
  (_, code) => Number(/[A-Za-z0-9+/]/.test(String.fromCharCode(code)))
);
var CODED_SIGN2 = String.raw`%2[BFbf]|\\/|\\u002[BFbf]`;
var CODED_RUN = new RegExp(`(?:[A-Za-z0-9+/]|${CODED_SIGN2}){16,}`, "g");
var HAS_CODED_SIGN = new RegExp(CODED_SIGN2);
var EACH_CODED_SIGN = new RegExp(CODED_SIGN2, "g");
var ESCAPE = new RegExp(
  String.raw`(?:\\(?:[nrtbf]|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})|%(?:25)*[0-9A-Fa-f]{2}|=[23][0-9A-F]|${String.fromCharCode(27)}\[[0-9;]*m)$`
);
var ESCAPE_BYTES = 16;
function addCodedRun(run, index, text, isCoded, found) {
  const plain = run.replaceAll(EACH_CODED_SIGN, "+");
  if (plain.length === SECRET_CHARACTERS2 && plain !== run && isMixed2(plain)) {
    found.push({ start: index, end: index + run.length, id: null, kind: "secret" });
  } else addRuns(text.slice(0, index + run.length), index, isCoded, found);
}
function addRuns(text, from, isCoded, found) {
  for (let at = from; at + ID_CHARACTERS <= text.length; ) {
    let gap = at + ID_CHARACTERS - 1;
    while (gap >= at && isInRun(text, gap)) gap--;
    if (gap < at) {
      let end = at + ID_CHARACTERS;
      while (end < text.length && isInRun(text, end)) end++;
      addRun(text, text.slice(at, end), at, isCoded, found);
      gap = end;
    }
    at = gap + 1;
  }
}
function isInRun(text, at) {
  return RUN_CODES[text.charCodeAt(at) & 255] === 1;
}
function addRun(text, run, index, isCoded, found) {
  if (run.length >= SECRET_CHARACTERS2 && isSecretRun(text, run, index)) {
    found.push({ start: index + run.length - SECRET_CHARACTERS2, end: index + run.length, id: null, kind: "secret" });
    return;
  }
  const half = isCoded ? decodeHalf(run) : null;
  if (half === null) return addIds(text, run, index, found);
  const kind = kindOfId(half);
  const end = endOfPadding(text, index + run.length);
  found.push(kind === null ? { start: index, end, id: null, kind: "secret" } : { start: index, end, id: half, kind });
}
function isEscapeBefore(text, index, at) {
  return at === index || ESCAPE.test(text.slice(Math.max(0, index - ESCAPE_BYTES), at));
}
function isSecretRun(text, run, index) {
  const start = index + run.length - SECRET_CHARACTERS2;
  const isWhole2 = isEscapeBefore(text, index, start) || /^[+/]{1,2}$/.test(text.slice(index, start));
  return isWhole2 && isMixed2(run);
}
function addIds(text, run, index, found) {
  let from = 0;
  for (let at = 0; at <= run.length; at++) {
    const code = at < run.length ? run.charCodeAt(at) : SLASH;
    if (code !== SLASH && code !== PLUS) continue;
    if (at - from >= ID_CHARACTERS) addId(text, index + from, index + at, found);
    from = at + 1;
  }
}
var PLUS = 43;
var SLASH = 47;
function addId(text, from, end, found) {
  const start = end - ID_CHARACTERS;
  const id = text.slice(start, end);
  const kind = kindOfId(id);
  if (kind === null || !isEscapeBefore(text, from, start) || isPartOfName(text, start, end, id)) return;
  found.push({ start, end, id, kind });
}
function isPartOfName(text, start, end, id) {
  return (text[start - 1] === "_" || text[end] === "_") && !/[0-9]/.test(id);
}
function endOfPadding(text, end) {
  let at = end;
  while (at < end + 2 && text[at] === "=") at++;
  return at;
}

// src/pair/layout-reader.ts
var TAB = 9;
var LINE_FEED2 = 10;
var CARRIAGE_RETURN = 13;
var SPACE2 = 32;
var HASH2 = 35;
var STAR = 42;
var PLUS2 = 43;
var DASH = 45;
var SLASH2 = 47;
var COLON = 58;
var SEMICOLON = 59;
var LESS = 60;
var GREATER = 62;
var BRACKET_OPEN = 91;
var BACKSLASH = 92;
var LETTER = 1;
var BLANK = 2;
var OPENING = 3;
var CLOSING = 4;
var COMMENT = 5;
var KINDS2 = kindsOf([
  [LETTER, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"],
  [BLANK, " 	\r"],
  [OPENING, "[{"],
  [CLOSING, "]}"],
  [COMMENT, "#/<"]
]);
function kindsOf(table2) {
  const kinds = new Uint8Array(256);
  for (const [kind, characters] of table2) for (const one of characters) kinds[one.charCodeAt(0)] = kind;
  return kinds;
}
var SECTION = /^\[[^\]\n\\]{1,60}\][ \t\r]*(?:\n|\\n|$)/;
var SECTION_BYTES = 80;
var DIVIDER = /^---[ \r]*(?:\n|\\n|$)/;
var DIVIDER_BYTES = 8;
var DIVIDER_COLUMN = -2;
var LayoutReader = class {
  #text;
  #candidates;
  #placed = [];
  #brackets = [];
  #lines = [];
  #lineStart = 0;
  /** Whether only spaces and margins have come since the line's start. */
  #isFresh = true;
  #column = 0;
  #dash = -1;
  #depth = 0;
  #bracket = -1;
  #words = 0;
  #wordsBeforeLine = 0;
  #blanks = 0;
  #comment = null;
  #gapDepth = 0;
  #gapColumn = Infinity;
  constructor(text, candidates) {
    this.#text = text;
    this.#candidates = candidates;
  }
  read() {
    let at = 0;
    for (const candidate of this.#candidates) {
      at = this.#readTo(at, candidate.start);
      if (this.#isFresh) this.#beginContent(at, this.#text.charCodeAt(at));
      this.#place(candidate);
      at = candidate.end;
    }
    this.#endLine(at);
    return { placed: this.#placed, brackets: this.#brackets, lines: this.#lines };
  }
  #readTo(from, to) {
    let at = from;
    while (at < to) {
      const code = this.#text.charCodeAt(at);
      const kind = KINDS2[code & 255];
      if (kind === BLANK) at++;
      else if (kind === LETTER) at = this.#readWord(at, to);
      else at += this.#readSign(at, code, kind);
    }
    return to;
  }
  /** Letters and digits from `at` on; returns where they end. */
  #readWord(at, to) {
    if (this.#isFresh) this.#beginContent(at, LETTER);
    let end = at + 1;
    while (end < to && KINDS2[this.#text.charCodeAt(end) & 255] === LETTER) end++;
    if (this.#comment === null) this.#words += end - at;
    return end;
  }
  /** Any other character; returns how many belong to it. */
  #readSign(at, code, kind) {
    if (code === LINE_FEED2) return this.#endLine(at + 1);
    if (code === BACKSLASH) return this.#escape(at);
    if (this.#isFresh && !this.#isMargin(at, code)) this.#beginContent(at, code);
    if (kind === OPENING) this.#open(at);
    else if (kind === CLOSING) this.#close();
    else if (this.#comment !== null) this.#endComment(at, code);
    else if (kind === COMMENT) this.#beginComment(at, code, this.#isAfterBlank(at));
    return 1;
  }
  /** A backslash: an escaped line end is a line end; any other escape is one sign. */
  #escape(at) {
    const next = this.#text[at + 1];
    if (next === "n") return this.#endLine(at + 2) + 1;
    if (next === "r" || next === "t") return 2;
    if (this.#isFresh) this.#beginContent(at, BACKSLASH);
    return 1;
  }
  #open(at) {
    this.#depth++;
    this.#brackets.push({ at, parent: this.#bracket });
    this.#bracket = this.#brackets.length - 1;
  }
  #close() {
    this.#depth--;
    this.#bracket = this.#brackets[this.#bracket]?.parent ?? -1;
    this.#gapDepth = Math.min(this.#gapDepth, this.#depth);
  }
  /** A comment within a line, or around some. */
  #beginComment(at, code, isAlone) {
    const next = this.#text.charCodeAt(at + 1);
    if (code === LESS) {
      if (this.#text.startsWith("<!--", at)) this.#comment = "-->";
    } else if (isAlone && code === SLASH2 && next === STAR) this.#comment = "*/";
    else if (isAlone && (code === HASH2 || next === SLASH2)) this.#comment = "line";
  }
  #isAfterBlank(at) {
    return isSpace2(this.#text.charCodeAt(at - 1)) || this.#text.startsWith("\\t", at - 2);
  }
  #endComment(at, code) {
    const isEnd = this.#comment === "*/" ? code === SLASH2 && this.#text[at - 1] === "*" : code === GREATER;
    if (isEnd && this.#comment !== "line" && (this.#comment === "*/" || this.#text.endsWith("--", at))) {
      this.#comment = null;
    }
  }
  /** Returns 1, as a step. */
  #endLine(next) {
    if (this.#isFresh) this.#blanks++;
    this.#lines.push({ start: this.#lineStart, column: this.#column, dash: this.#dash });
    this.#lineStart = next;
    this.#wordsBeforeLine = this.#words;
    this.#isFresh = true;
    this.#column = 0;
    this.#dash = -1;
    if (this.#comment === "line") this.#comment = null;
    return 1;
  }
  /** A diff's or a mail's margin, which stands at the line's start, before its content. */
  #isMargin(at, code) {
    if (at !== this.#lineStart) return false;
    if (code === PLUS2 || code === GREATER) return true;
    const next = this.#text.charCodeAt(at + 1);
    return code === DASH && next !== DASH && !(next === SPACE2 && !isSpace2(this.#text.charCodeAt(at + 2)));
  }
  /** The first character of a line's content: says where the line stands. */
  #beginContent(at, code) {
    this.#isFresh = false;
    this.#column = at - this.#lineStart;
    if (this.#comment === null && (code === HASH2 || code === SLASH2 || code === LESS))
      this.#beginComment(at, code, true);
    if (code === DASH && this.#isEntry(at)) {
      this.#dash = this.#column;
      this.#border(this.#column);
      this.#column += 2;
    } else if (code === DASH && DIVIDER.test(this.#text.slice(at, at + DIVIDER_BYTES))) this.#border(DIVIDER_COLUMN);
    else if (code === BRACKET_OPEN && SECTION.test(this.#text.slice(at, at + SECTION_BYTES))) {
      this.#column = SECTION_COLUMN;
      this.#border(SECTION_COLUMN);
    } else if (this.#comment === null && isCommentLine(code, this.#text.charCodeAt(at + 1), this.#text, at)) {
      this.#comment = "line";
    } else if (this.#comment === null && isHeading(this.#text, at)) this.#border(this.#column);
  }
  /** What stands right of this column ends here. Lines that are no heading are none: indentation alone may mean nothing. */
  #border(column) {
    this.#gapColumn = Math.min(this.#gapColumn, column);
  }
  #isEntry(at) {
    return this.#text.charCodeAt(at + 1) === SPACE2 && !isSpace2(this.#text.charCodeAt(at + 2));
  }
  #place(candidate) {
    this.#placed.push({
      start: candidate.start,
      end: candidate.end,
      id: candidate.id,
      kind: candidate.kind,
      line: this.#lines.length,
      depth: this.#depth,
      column: this.#column,
      dash: this.#dash,
      words: this.#words,
      blanks: this.#blanks,
      isComment: this.#comment !== null,
      isFirst: this.#words === this.#wordsBeforeLine,
      bracket: this.#bracket,
      gapDepth: this.#gapDepth,
      gapColumn: this.#gapColumn
    });
    this.#gapDepth = this.#depth;
    this.#gapColumn = Infinity;
  }
};
function isCommentLine(code, next, text, at) {
  return code === SEMICOLON || code === DASH && next === DASH && isSpace2(text.charCodeAt(at + 2));
}
var MAX_HEADING = 160;
function isHeading(text, at) {
  const most = Math.min(text.length, at + MAX_HEADING);
  let last = 0;
  for (let end = at; end < most; end++) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED2 || code === BACKSLASH && text[end + 1] === "n") return last === COLON;
    if (!isSpace2(code)) last = code;
  }
  return false;
}
function isSpace2(code) {
  return code === SPACE2 || code === TAB || code === LINE_FEED2 || code === CARRIAGE_RETURN;
}

// src/pair/masked.ts
function findMasked(text, found) {
  const masked = [];
  let next = 0;
  for (const { 0: name, index } of text.matchAll(SECRET_FIELD)) {
    const start = index + name.length;
    while ((found[next]?.end ?? Infinity) <= start) next++;
    const isShown = (found[next]?.start ?? Infinity) <= start + QUOTE_BYTES;
    const isHeading2 = HEADS_OTHERS.test(text.slice(start, start + NAME_BYTES));
    if (!isShown && !isHeading2) masked.push({ start, end: start + 1, id: null, kind: "masked" });
  }
  return masked;
}
function findMaskedIds(text) {
  return [...text.matchAll(ID_FIELD)].map(({ 0: name, index }) => {
    const start = index + name.length;
    return { start, end: start + 1, id: MASKED_ID, kind: "base32" };
  });
}
var MASKED_ID = "";
var ID_NAME = String.raw`(?:[kK]ey|KEY|[uU]ser(?:[nN]ame)?|USER(?:NAME)?|[lL]ogin|LOGIN)(?:[._-]?(?:id|ID|Id))?["'\x60\\]{0,3}`;
var QUOTES = String.raw`["'\x60\\]{0,3}`;
var REFERENCE = String.raw`\$[{(A-Za-z]|\{\{|%[({]|<[A-Z][A-Z_-]{2,}>`;
var NO_VALUE = String.raw`%[A-Za-z]|<[A-Za-z]|(?:var|local|data|module|secrets|env)\.|(?:null|None|nil|undefined)\b|os\.|System\.|process\.|ENV\b|env\(|getenv|\*{3}|REPLACE|YOUR|CHANGE`;
var HOLDER = String.raw`(?:\s|[:=,>(|"']|<\/?[a-z]{1,8}>|value|default|string){1,16}`;
var ID_FIELD = new RegExp(
  String.raw`${ID_NAME}(?:[ \t]{0,20}(?:=>|[:=])[ \t]{0,20}(?:${QUOTES}(?=${NO_VALUE})|(?=""|''))|${HOLDER}(?=${REFERENCE})|=(?=\r?\n))`,
  "g"
);
var SECRET_FIELD = /(?:[sS]ecret|SECRET|[pP]ass(?:w(?:or)?d|phrase)?|PASS(?:W(?:OR)?D|PHRASE)?|[pP]wd|PWD)["'`\\]{0,3}[ \t]{0,20}(?:=>|[:=|])\s{0,20}["'`\\]{0,3}(?=[^\s"'`\\=|:])/g;
var QUOTE_BYTES = 2;
var HEADS_OTHERS = /^[\w.-]+["']?\s?[:=]/;
var NAME_BYTES = 48;

// src/pair/layout.ts
function readLayout(before, after, options) {
  const text = `${before}\0${after}`;
  const self = { start: before.length, end: before.length + 1, id: null, kind: "secret" };
  const ahead = findCandidates(before, options);
  const behind = findCandidates(after, options);
  if (ahead.length + behind.length === 0 && before.length + after.length > 2 * LEAN_BYTES) {
    return readLayout(before.slice(-LEAN_BYTES), after.slice(0, LEAN_BYTES), options);
  }
  const own = [
    ...ahead.slice(-MAX_CANDIDATES),
    self,
    ...behind.slice(0, MAX_CANDIDATES).map((one) => moveBehind(one, self.end))
  ];
  const masked = own.length > 1 ? [...findMasked(text, own), ...findMaskedIds(text).slice(0, MAX_CANDIDATES)] : [];
  const all = [...own, ...masked].sort((a, b) => a.start - b.start);
  const { placed, brackets, lines } = new LayoutReader(text, all).read();
  return { text, candidates: placed, self: all.indexOf(self), brackets, lines };
}
var MAX_CANDIDATES = 32;
var LEAN_BYTES = 400;
function moveBehind({ start, end, id, kind }, offset) {
  return { start: start + offset, end: end + offset, id, kind };
}
function lineAt({ lines }, at, from) {
  let line = from;
  while (line > 0 && (lines[line]?.start ?? 0) > at) line--;
  return line;
}

// src/pair/fields.ts
function findField(layout, index) {
  const value = requireCandidate(layout, index);
  const floor = Math.max(layout.candidates[index - 1]?.end ?? 0, value.start - NAME_REACH);
  const resource = startOfResource(layout.text, value.start, floor);
  if (resource !== null) return resourceField(layout, value, resource, floor);
  const label = findLabel(layout.text, value.start, floor);
  if (label === null) return fieldOf(layout, value, null);
  if (HOLDERS.test(label.text)) return heldField(layout, value, label, floor);
  const isBoxed = isBoxedIn(layout, value, label.start);
  const { isProse, isCell } = label;
  const isWhole2 = !isProse && !IN_NAME.test(layout.text[value.start - 1] ?? "");
  return { value, name: readName2(label.text), isProse, isCell, isWhole: isWhole2, place: placeOf(layout, value), isBoxed };
}
var IN_NAME = /[\w./-]/;
function fieldOf(layout, value, name, isWhole2 = true) {
  return { value, name, isProse: false, isCell: false, isWhole: isWhole2, place: placeOf(layout, value), isBoxed: false };
}
var RESOURCE2 = /(?:crn|https?):\/\/[^\s"'`<>\\]*\/api-keys?[=/]$/;
function startOfResource(text, at, floor) {
  if (!/api-keys?[=/]$/.test(text.slice(Math.max(0, at - 9), at))) return null;
  const from = Math.max(floor, at - NAME_REACH);
  const match = RESOURCE2.exec(text.slice(from, at));
  return match === null ? null : from + match.index;
}
function resourceField(layout, value, start, floor) {
  const label = findLabel(layout.text, start, floor);
  const isOwn2 = label !== null && OWN_ADDRESS.test(label.text);
  const field = fieldOf(layout, value, isOwn2 ? KEY : null, false);
  return { ...field, isProse: label !== null && (label.isProse || isSpoken(layout.text, label)) };
}
function isSpoken(text, { text: label, start }) {
  const isInString = /["'`]/.test(text[start - 1] ?? "") && text[start + label.length] === ":";
  return isInString || label.includes(" ");
}
var OWN_ADDRESS = /^(?:resource_name|resourceName|self)$/;
var KEY = readName2("id");
var HOLDERS = /^(?:value|val|v|default|content|data|string|str|text|name)$/i;
function heldField(layout, value, label, floor) {
  const { text } = layout;
  const role = value.id === null ? "secret" : "id";
  const bracket = layout.brackets[value.bracket]?.at ?? -1;
  const heading = bracket === -1 ? null : headingOf(text, bracket);
  if (heading?.role === role) return { ...fieldOf(layout, value, heading), isBoxed: true };
  const from = Math.max(floor, bracket, startOfEntry(layout, value));
  const named = lastOfRole(text.slice(from, label.start), role);
  const isBoxed = bracket >= floor;
  if (named === null) return { ...fieldOf(layout, value, nameBehind(text, value, role)), isBoxed };
  return { ...fieldOf(layout, value, named.name), place: placeAt(layout, value, from + named.at), isBoxed };
}
function startOfEntry({ lines }, { line, dash }) {
  return dash >= 0 ? lines[line]?.start ?? 0 : 0;
}
function placeAt(layout, value, at) {
  const line = lineAt(layout, at, value.line);
  if (line === value.line) return value;
  const { column, dash } = layout.lines[line] ?? value;
  return { line, column, dash, depth: value.depth };
}
function placeOf({ lines }, value) {
  const next = lines[value.line + 1];
  const isLonger2 = next !== void 0 && next.dash === -1 && next.column > value.dash;
  return value.dash >= 0 && isLonger2 ? withoutDash(value) : value;
}
function withoutDash({ line, depth, column }) {
  return { line, depth, column, dash: -1 };
}
function isBoxedIn({ text, brackets }, value, nameStart) {
  const inner = brackets[value.bracket];
  if (inner === void 0 || inner.at >= nameStart) return false;
  return isOnly(OPENING2, text, inner.at + 1, nameStart) && CLOSING2.test(text.slice(value.end, value.end + 16));
}
var OPENING2 = /^[\s"'\\:]*$/;
var CLOSING2 = /^[\s"'\\]*[}\]]/;
function isOnly(pattern, text, from, to) {
  return to - from <= 32 && pattern.test(text.slice(from, to));
}
function requireCandidate({ candidates }, index) {
  const candidate = candidates[index];
  if (candidate === void 0) throw new Error(`there is no candidate ${index}`);
  return candidate;
}

// src/pair/rivals.ts
function findOwner(layout, fields, choice) {
  for (const direction of [-1, 1]) {
    const rival = nextSecret(layout, fields, choice.index, direction);
    if (rival !== null && isBetter(relationTo(layout, choice, rival), choice.relation)) return rival;
  }
  return choice.relation.tie === "field" ? findNamesake(fields, choice) : null;
}
function findNamesake(fields, { field: { name } }) {
  const isNamesake = ({ field: { value, name: other } }) => value.id === null && other?.role === "secret" && name !== null && likenessOf(name, other) === 2;
  return fields.find(isNamesake) ?? null;
}
function relationTo(layout, { field, index }, rival) {
  return relate(layout, { field, index }, rival);
}
function isBetter(theirs, ours) {
  return compareRelations(theirs, ours) < 0;
}
function nextSecret(layout, fields, from, direction) {
  const own = fields[from]?.field.value;
  for (let at = from + direction; at !== layout.self; at += direction) {
    const one = fields[at];
    if (own === void 0 || one === void 0) return null;
    const { id, isComment } = one.field.value;
    if (isComment && !own.isComment || id === own.id) continue;
    return id === null ? one : null;
  }
  return null;
}

// src/pair/pairing.ts
function pairKeys(input) {
  let best = null;
  let secretName = null;
  for (const [index, { before, after }] of input.contexts.entries()) {
    const layout = readLayout(before, after, { isCoded: index > 0 && input.encodings.some(mayStandAlone) });
    const fields = fieldsOf2(layout);
    secretName ??= fields[layout.self]?.field.name ?? null;
    if (fields.length === 1 || best?.isSure === true) continue;
    const found = findIn(layout, fields);
    if (found !== null && (best === null || found.isSure)) best = found;
  }
  return { ...fromFileName(input, best) ?? best ?? NOTHING2, secretName };
}
var NOTHING2 = { keyIds: [], isSure: false, tie: null, isStrong: false };
var MAX_GAP_BYTES2 = 1200;
function mayStandAlone(encoding) {
  return encoding === "base64" || encoding === "base64url" || encoding === "hex";
}
function fieldsOf2(layout) {
  return layout.candidates.map((_, index) => ({ field: findField(layout, index), index }));
}
function findIn(layout, fields) {
  const own = fields[layout.self];
  if (own === void 0) return null;
  const all = fields.flatMap((one) => choiceOf(layout, one, own));
  const strong = all.filter(isStrong);
  const choices = ofBestKind(all, strong);
  const best = chooseOwn(layout, fields, own, choices);
  const [first] = best;
  if (first === void 0 || best.some(({ id }) => id === MASKED_ID)) return null;
  const { tie } = first.relation;
  const isSure = best.every((one) => isStructural(one.relation.tie) && one.relation.isAround);
  return { keyIds: sorted(best.map(({ id }) => id)), isSure, tie, isStrong: best.some(isCertain) };
}
function choiceOf(layout, one, own) {
  const { field, index } = one;
  const { id } = field.value;
  if (id === null || field.name !== null && isSeed(field.name)) return [];
  const relation = relate(layout, one, own);
  if (relation.distance > MAX_GAP_BYTES2 || isAside(field, own.field, relation) || isOfOther(field, own.field))
    return [];
  return [{ id, index, field, relation }];
}
function isOfOther({ name, isProse }, { name: own }) {
  if (name === null || own === null || name.role !== "id" || own.role !== "secret" || isProse) return false;
  return likenessOf(name, own) === 0;
}
function ofBestKind(all, strong) {
  if (strong.length === 0) return all;
  if (strong.some(({ relation }) => isStructural(relation.tie))) return strong;
  return all.filter(({ field }) => field.value.kind !== "other");
}
function isStrong(choice) {
  return isCertain(choice) || choice.field.value.kind === "word" && isStructural(choice.relation.tie);
}
function isCertain({ field: { value, name }, relation }) {
  if (value.kind !== "word") return value.kind === "base32";
  return relation.tie === "joined" || relation.tie === "named" || name?.role === "id";
}
function isStructural(tie) {
  return tie === "joined" || tie === "row" || tie === "adjacent" || tie === "named";
}
function chooseOwn(layout, fields, own, choices) {
  const alternating = chooseAlternating(layout, choices);
  if (alternating.length > 0) return alternating;
  const isTaken = (choice) => findOwner(layout, fields, choice) !== null;
  const best = chooseBest(
    layout,
    choices.filter((choice) => !isTaken(choice))
  );
  const [first] = best;
  if (first === void 0) return best;
  const between = choices.filter((choice) => isTaken(choice) && isOnTheWay(choice, first, own));
  return [...best, ...between.filter(({ id }) => best.every((one) => one.id !== id))];
}
function isOnTheWay(taken, best, own) {
  const isSameSide = taken.index < own.index === best.index < own.index;
  const isNearer = taken.relation.distance < best.relation.distance;
  return isSameSide && isNearer && compareRanks(taken.relation, best.relation) <= 0;
}
function fromFileName({ path, members }, found) {
  if (found?.isSure === true && found.keyIds.length === 1 && found.isStrong) return null;
  const names = [...members, ...path === null ? [] : [path]].map((name) => name.slice(name.lastIndexOf("/") + 1));
  const ids = [...new Set(names.flatMap(findIdsInFileName))];
  if (ids.length === 0) return null;
  return { keyIds: sorted(ids), isSure: ids.length === 1, tie: "file-name", isStrong: true };
}
function sorted(ids) {
  return ids.map((id) => Buffer.from(id, "latin1").toString("latin1")).sort();
}

// src/sighting.ts
var NONE3 = /* @__PURE__ */ new Set();
function sight(origin, match, known = NONE3) {
  const { kind, contexts, encodings } = match;
  const input = { contexts, encodings, path: origin.path, members: origin.members ?? [] };
  if (kind === "credential") return toSighting(origin, match, { kind, confidence: "likely" }, null);
  if (kind === "key-id") return toSighting(origin, match, { kind, confidence: "proven" }, null);
  if (kind === "shape") return sightShape(origin, match, input, known);
  const confidence = kind === "proven" ? "proven" : "possible";
  return toSighting(origin, match, { kind, confidence }, input);
}
function sightShape(origin, match, input, known) {
  if (known.size > 0 && known.has(match.secret.hashWith(sha256Hex))) {
    return toSighting(origin, match, { kind: "known", confidence: "proven" }, input);
  }
  const pairing = pairKeys(input);
  const { confidence, evidence } = judgeLegacy(input, pairing);
  if (confidence === null) return null;
  const { keyIds, isSure } = pairing;
  return { ...toSighting(origin, match, { kind: "legacy", confidence }, null), evidence, keyIds, isSure };
}
function toSighting(origin, { span, encodings, textBefore, textWithin, secret, connection }, what, input) {
  const { keyIds, isSure } = input === null ? { keyIds: [], isSure: false } : pairKeys(input);
  return {
    origin,
    ...what,
    evidence: [],
    offsetBytes: span.start,
    encodings,
    textBefore,
    textWithin,
    secret,
    keyIds,
    isSure,
    connection,
    lineHash: null
  };
}

// src/scan-blob.ts
function skipsOf({ exceeded }, path) {
  return exceeded === null ? [] : [{ path, reason: "bound-exceeded", detail: exceeded }];
}
var shared2;
function threadDetector(detection) {
  if (shared2 === void 0 || shared2.detection !== detection) {
    shared2 = { detector: new Detector(threadKernel(), toDetectorOptions(detection ?? {})), detection };
  }
  return shared2.detector;
}
function scanBlob(blob, options) {
  const stretch = options.stretch ?? WHOLE_BLOB;
  const stopBytes = stretch.end + MARGIN_BYTES;
  const detector = threadDetector(options.detection);
  const { arena } = detector.kernel;
  const known = options.detection?.known;
  const sightings = [];
  let offset = stretch.firstByte;
  detector.begin(stretch);
  for (; ; ) {
    const start = detector.makeRoom();
    const count2 = blob.read(arena, start, Math.min(arena.length - start, stopBytes - offset), offset);
    if (count2 === 0) break;
    if (offset === 0) options.onHead?.(arena, count2);
    if (offset === 0 && options.isTooLarge?.()) return null;
    offset += count2;
    sightAll(blob.origin, detector.commit(count2), known, sightings);
  }
  sightAll(blob.origin, detector.end(), known, sightings);
  const isBinary = (sightings.length > 0 || options.stretch !== void 0) && detector.isBinary;
  const measure = options.stretch === void 0 ? null : detector.measureStretch();
  const hashes = isBinary ? NO_HASHES : hashesFor(blob, sightings, offset, options);
  return {
    sightings: finish(sightings, isBinary, hashes),
    bytes: Math.max(0, Math.min(offset, stretch.end) - stretch.start),
    measure,
    isBinary,
    exceeded: detector.exceeded
  };
}
function hashLinesOf(blob, lines) {
  const kernel = threadKernel();
  const { arena } = kernel;
  const read = (offset) => blob.read(arena, 0, arena.length, offset);
  if (!isTextHead(arena.subarray(0, read(0)))) return NO_HASHES;
  const pass = (visit) => {
    let offset = 0;
    for (let count2 = read(0); count2 > 0; count2 = read(offset)) {
      offset += count2;
      visit(0, count2);
    }
  };
  return hashLines(kernel, pass, lines);
}
var NO_HASHES = /* @__PURE__ */ new Map();
var MAX_HASHED_BYTES = 100 * 1024 * 1024;
function hashesFor(blob, sightings, sizeBytes, options) {
  const isWholeFile = options.stretch === void 0 && blob.origin.source !== "stdin";
  const isWanted = options.wantsLineHash && isWholeFile && sizeBytes <= MAX_HASHED_BYTES;
  if (!isWanted || sightings.length === 0) return NO_HASHES;
  const detector = threadDetector(options.detection);
  const lines = linesOf(sightings);
  if (detector.holdsWholeBlob) return hashHeld(detector, lines);
  return blob.isSeekable ? hashLinesOf(blob, lines) : NO_HASHES;
}
function hashHeld(detector, lines) {
  const { kernel, heldBytes } = detector;
  return hashLines(kernel, (visit) => visit(0, heldBytes), lines);
}
function linesOf(sightings) {
  return new Set(sightings.map(lineOf));
}
function lineOf({ textBefore }) {
  return positionAfter(textBefore).line;
}
function sightAll(origin, matches, known, sightings) {
  for (const match of matches) {
    const sighting = sight(origin, match, known);
    if (sighting !== null) sightings.push(sighting);
  }
}
function finish(sightings, isBinary, hashes) {
  if (isBinary) return sightings.map((one) => inCharacters(one) ?? inBytes(one));
  if (hashes.size === 0) return sightings;
  return sightings.map((one) => ({ ...one, lineHash: hashes.get(lineOf(one)) ?? null }));
}
function inCharacters(sighting) {
  const [, bits] = /^utf-(16|32)/.exec(sighting.encodings[0] ?? "") ?? [];
  if (bits === void 0) return null;
  const toUnits = (measure) => ({
    ...measure,
    units: Math.floor(measure.bytes / (Number(bits) / 8)),
    balance: 0
  });
  return { ...sighting, textBefore: toUnits(sighting.textBefore), textWithin: toUnits(sighting.textWithin) };
}
function inBytes(sighting) {
  const { textBefore, textWithin } = sighting;
  return {
    ...sighting,
    textBefore: { ...textBefore, units: textBefore.bytes },
    textWithin: { ...textWithin, units: textWithin.bytes }
  };
}

// src/sources/files.ts
var import_node_fs = require("node:fs");
var { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = import_node_fs.constants;
var WALKED = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
var NAMED2 = O_RDONLY | O_NONBLOCK;
var FileBlob = class {
  origin;
  isSeekable = true;
  #fd;
  #isNamed;
  #endBytes = Infinity;
  /** `isNamed`: the user named it, so a link is followed. Throws what `openSync` throws. */
  constructor(path, isNamed) {
    this.origin = { source: "file", path, blob: null };
    this.#isNamed = isNamed;
    this.#fd = (0, import_node_fs.openSync)(toFsPath(path), isNamed ? NAMED2 : WALKED);
    if (isNamed) this.#endBytes = (0, import_node_fs.fstatSync)(this.#fd).size || Infinity;
  }
  /** The file's size where it is known: it did not end within the first read, or was named. Else `Infinity`. */
  get endBytes() {
    return this.#endBytes;
  }
  read(target, start, maxBytes, offsetBytes) {
    const wanted = Math.min(maxBytes, this.#endBytes - offsetBytes);
    if (wanted <= 0) return 0;
    const count2 = (0, import_node_fs.readSync)(this.#fd, target, start, wanted, offsetBytes);
    if (count2 === 0) this.#requireWhole();
    else if (this.#endBytes === Infinity && (count2 === maxBytes || offsetBytes > 0)) {
      this.#findEnd(offsetBytes + count2, count2 === maxBytes);
    }
    return count2;
  }
  /** Says how long the file is: a read that finds it shorter throws. */
  expectSize(sizeBytes) {
    this.#endBytes = sizeBytes;
  }
  close() {
    (0, import_node_fs.closeSync)(this.#fd);
  }
  /**
   * Files of the kernel (below /proc) claim a size of 0 and are read as long as they give something.
   * Unless it was named, one that fills whole reads is left: /proc/self/pagemap goes on for 256 GB.
   */
  #findEnd(readBytes, wasFull) {
    const { size } = (0, import_node_fs.fstatSync)(this.#fd);
    if (size >= readBytes) this.#endBytes = size;
    else if (wasFull && !this.#isNamed) {
      throw new IncompleteRead("unreadable", `holds more than the ${size} bytes that it claims`);
    }
  }
  /** Files below /sys claim more than they have, and go on doing so: only a size that changed is a loss. */
  #requireWhole() {
    if (this.#endBytes === Infinity) return;
    const { size } = (0, import_node_fs.fstatSync)(this.#fd);
    if (size >= this.#endBytes) return;
    throw new IncompleteRead("vanished", `shrank from ${this.#endBytes} to ${size} bytes while being read`);
  }
};
var IncompleteRead = class extends Error {
  name = "IncompleteRead";
  reason;
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
};
function skipOf(path, error, isNamed = false) {
  if (error instanceof IncompleteRead) return { path, reason: error.reason, detail: error.message };
  if (!isSystemError(error)) throw error;
  const detail = errorCode(error);
  switch (detail) {
    case "ENOENT":
    case "ENOTDIR":
      return { path, reason: "vanished", detail };
    case "ELOOP":
      return { path, reason: isNamed ? "unreadable" : "symlink", detail };
    case "ENXIO":
      return { path, reason: isNamed ? "unreadable" : "special-file", detail };
    default:
      return { path, reason: "unreadable", detail };
  }
}

// src/sources/partial-blob.ts
var PartialBlob = class {
  #whole;
  #failure = null;
  constructor(whole) {
    this.#whole = whole;
  }
  get origin() {
    return this.#whole.origin;
  }
  get isSeekable() {
    return this.#whole.isSeekable;
  }
  get failure() {
    return this.#failure;
  }
  read(target, start, maxBytes, offsetBytes) {
    if (this.#failure !== null) return 0;
    try {
      return this.#whole.read(target, start, maxBytes, offsetBytes);
    } catch (error) {
      this.#failure = error;
      return 0;
    }
  }
};

// src/scan-files.ts
function createFilesReport() {
  return { sightings: [], skips: [], large: [], containers: [], files: 0, bytes: 0 };
}
function scanFiles(batch, options, report) {
  for (const path of batch.paths) scanOneFile(path, batch.followsLinks, options, report);
}
function scanOneFile(path, isNamed, options, report) {
  let blob;
  try {
    blob = new FileBlob(path, isNamed);
  } catch (error) {
    report.skips.push(skipOf(path, error, isNamed));
    return;
  }
  try {
    const isTooLarge = () => blob.endBytes !== Infinity && blob.endBytes >= options.largeFileBytes;
    const partial = new PartialBlob(blob);
    let kind = null;
    const onHead = (bytes, count2) => {
      if (!mayBeContainer(bytes, count2, path)) return;
      const head = bytes.subarray(0, count2);
      kind = mayEndAsZip(head) ? "unknown" : sniffContainer(head, path);
    };
    const opens = options.archives === void 0 ? {} : { onHead };
    const { wantsLineHash, detection } = options;
    const result = scanBlob(partial, { wantsLineHash, detection, isTooLarge, ...opens });
    const file = { path, followsLink: isNamed, sizeBytes: result === null ? blob.endBytes : result.bytes };
    if (result === null) report.large.push(file);
    else {
      addBlob(report, result, partial.failure === null ? null : skipOf(path, partial.failure, isNamed));
      addAll(report.skips, skipsOf(result, path));
    }
    addContainer(file, kind, partial, report);
  } finally {
    blob.close();
  }
}
function addContainer(file, kind, blob, report) {
  if (kind === null || blob.failure !== null) return;
  if (kind !== "unknown") report.containers.push({ ...file, kind });
  else if (endsAsZip(readEnd(blob, file.sizeBytes))) report.containers.push({ ...file, kind: "zip" });
}
function readEnd(blob, sizeBytes) {
  const end = new Uint8Array(ZIP_END_BYTES);
  const from = sizeBytes - ZIP_END_BYTES;
  return from < 0 ? new Uint8Array(0) : end.subarray(0, blob.read(end, 0, ZIP_END_BYTES, from));
}
function scanContainers(files, limits, scanner, detection) {
  const report = { sightings: [], skips: [] };
  for (const file of files) {
    const { path, followsLink } = file;
    try {
      withFile(file, (blob) => {
        const partial = new PartialBlob(blob);
        const { sightings, skips } = scanner.scanContainer(partial, file.sizeBytes, file.kind, limits, detection);
        addAll(report.sightings, sightings);
        addAll(report.skips, skips);
        if (partial.failure !== null) report.skips.push(skipOf(path, partial.failure, followsLink));
      });
    } catch (error) {
      report.skips.push(skipOf(path, error, followsLink));
    }
  }
  return report;
}
var BATCH_CONTAINERS = 64;
var BATCH_CONTAINER_BYTES = 1024 * 1024;
function* batchContainers(files) {
  let batch = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += file.sizeBytes;
    if (batch.length < BATCH_CONTAINERS && bytes < BATCH_CONTAINER_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
function addBlob(report, result, skip) {
  if (skip === null) report.files++;
  else report.skips.push(skip);
  report.bytes += result.bytes;
  addAll(report.sightings, result.sightings);
}
function addAll(list, items) {
  for (const item of items) list.push(item);
}
function scanSegment(segment, detection) {
  const { file, start, end } = segment;
  const stretch = { firstByte: Math.max(0, start - MARGIN_BYTES), start, end };
  try {
    return withFile(file, (blob) => {
      const partial = new PartialBlob(blob);
      const result = scanBlob(partial, { stretch, wantsLineHash: false, detection });
      const [exceeded = null] = skipsOf(result, file.path);
      const skip = partial.failure === null ? exceeded : skipOf(file.path, partial.failure, file.followsLink);
      return { segment, ...result, skip };
    });
  } catch (error) {
    const skip = skipOf(file.path, error, file.followsLink);
    return { segment, sightings: [], measure: null, isBinary: false, bytes: 0, skip };
  }
}
function withFile(file, use) {
  const blob = new FileBlob(file.path, file.followsLink);
  try {
    blob.expectSize(file.sizeBytes);
    return use(blob);
  } finally {
    blob.close();
  }
}
var PARTS_OF_REST = 4;
function* segmentsOf(file, threads, { most, least }) {
  for (let index = 0, start = 0; start < file.sizeBytes; index++) {
    const rest = file.sizeBytes - start;
    const part = Math.ceil(rest / (PARTS_OF_REST * threads));
    const end = start + Math.min(rest, most, Math.max(least, part));
    yield { file, index, start, end };
    start = end;
  }
}

// src/sources/replayed-blob.ts
var ReplayedBlob = class {
  isSeekable = false;
  #head;
  #rest;
  #see;
  constructor(head, rest, see) {
    this.#head = head;
    this.#rest = rest;
    this.#see = see;
  }
  get origin() {
    return this.#rest.origin;
  }
  read(target, start, maxBytes, offsetBytes) {
    const again = this.#head.subarray(offsetBytes, offsetBytes + maxBytes);
    target.set(again, start);
    const count2 = again.length > 0 ? again.length : this.#rest.read(target, start, maxBytes, offsetBytes);
    this.#see(target.subarray(start, start + count2));
    return count2;
  }
};
function readHead(blob, length) {
  const head = new Uint8Array(length);
  let filled = 0;
  for (let count2 = -1; count2 !== 0 && filled < length; filled += count2) {
    count2 = blob.read(head, filled, length - filled, filled);
  }
  return head.subarray(0, filled);
}

// src/sources/stream.ts
var import_node_fs2 = require("node:fs");
var STANDARD_INPUT = 0;
var RETRY_MS = 5;
var CHUNK_BYTES = 64 * 1024;
function standardInput(path) {
  return createStream(STANDARD_INPUT, { source: "stdin", path, blob: null });
}
async function withStream(path, use) {
  const origin = { source: "file", path, blob: null };
  const own = descriptorOf(path);
  if (own !== null) return use(createStream(own, origin));
  const fd = (0, import_node_fs2.openSync)(toFsPath(path), "r");
  try {
    return await use(createStream(fd, origin));
  } finally {
    (0, import_node_fs2.closeSync)(fd);
  }
}
function descriptorOf(path) {
  const [, name = ""] = /^\/dev\/(stdin|stdout|stderr)$/.exec(path) ?? [];
  if (name !== "") return ["stdin", "stdout", "stderr"].indexOf(name);
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === void 0 ? null : Number(number);
}
function readStandardInput() {
  const chunks = [];
  for (; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count2 = readWaiting(STANDARD_INPUT, chunk, 0, CHUNK_BYTES);
    if (count2 === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count2));
  }
}
function createStream(fd, origin) {
  return { origin, isSeekable: false, read: (target, start, maxBytes) => readWaiting(fd, target, start, maxBytes) };
}
function readWaiting(fd, target, start, maxBytes) {
  for (; ; ) {
    try {
      return (0, import_node_fs2.readSync)(fd, target, start, maxBytes, null);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

// src/sources/walk.ts
var import_node_fs3 = require("node:fs");
var BATCH_FILES = 256;
var READ_ENTRIES = 64;
var GIT_STORES = /* @__PURE__ */ new Set(["objects", "lfs", "index"]);
var GIT_STORE_DETAIL = "a git directory's own store";
var UNKNOWN_KIND = { isFile: () => true, isDirectory: () => false, isSymbolicLink: () => false };
function* walkFolder(root, isTaken = () => false) {
  const folders = [root];
  let paths = [];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    try {
      for (const entry of listFolder(folder)) {
        const path = joinPath(folder, entry.name);
        if (isTaken(path)) continue;
        const reason = reasonToSkip(folder, entry);
        if (reason !== null) yield skipItem(path, reason);
        else if (entry.isDirectory()) folders.push(path);
        else paths.push(path);
        if (paths.length === BATCH_FILES) {
          yield batchItem(paths);
          paths = [];
        }
      }
    } catch (error) {
      yield { kind: "skip", skip: skipOf(folder, error) };
    }
  }
  if (paths.length > 0) yield batchItem(paths);
}
function reasonForKind(kind) {
  if (kind.isFile() || kind.isDirectory()) return null;
  return kind.isSymbolicLink() ? "symlink" : "special-file";
}
function reasonToSkip(folder, entry) {
  const isStore = GIT_STORES.has(entry.name) && isGitDirectory(folder);
  return isStore ? "excluded" : reasonForKind(entry);
}
function batchItem(paths) {
  return { kind: "files", batch: { paths, followsLinks: false } };
}
function skipItem(path, reason) {
  return { kind: "skip", skip: { path, reason, detail: reason === "excluded" ? GIT_STORE_DETAIL : "" } };
}
function* listFolder(folder) {
  const directory = (0, import_node_fs3.opendirSync)(toFsPath(folder), { encoding: "latin1", bufferSize: READ_ENTRIES });
  try {
    const first = readFirst(directory);
    if (first === "unknown") yield* listByStat(folder);
    else for (let entry = first; entry !== null; entry = directory.readSync()) yield entry;
  } finally {
    directory.closeSync();
  }
}
function readFirst(directory) {
  try {
    const entry = directory.readSync();
    return entry === null || entry.constructor === import_node_fs3.Dirent ? entry : "unknown";
  } catch (error) {
    const isAboutEntry = isSystemError(error) ? error.syscall === "lstat" : error instanceof TypeError;
    if (isAboutEntry) return "unknown";
    throw error;
  }
}
function* listByStat(folder) {
  for (const name of (0, import_node_fs3.readdirSync)(toFsPath(folder), "latin1")) {
    const kind = askAbout(joinPath(folder, name), (path) => (0, import_node_fs3.lstatSync)(path)) ?? UNKNOWN_KIND;
    yield {
      name,
      isFile: () => kind.isFile(),
      isDirectory: () => kind.isDirectory(),
      isSymbolicLink: () => kind.isSymbolicLink()
    };
  }
}
function isGitDirectory(folder) {
  const inside = (name) => askAbout(joinPath(folder, name), (path) => (0, import_node_fs3.statSync)(path));
  const ownsStores = inside("objects")?.isDirectory() && inside("refs")?.isDirectory();
  const isPartOfGit = ownsStores || inside("commondir")?.isFile();
  return isPartOfGit === true && /^(?:ref:\s*refs\/|refs\/|[0-9a-f]{40})/.test(readHead2(joinPath(folder, "HEAD")));
}
function readHead2(path) {
  const kind = askAbout(path, (link) => (0, import_node_fs3.lstatSync)(link));
  if (kind?.isSymbolicLink()) return askAbout(path, (link) => (0, import_node_fs3.readlinkSync)(link)) ?? "";
  return kind?.isFile() ? askAbout(path, () => readBeginning(path)) ?? "" : "";
}
function readBeginning(path) {
  const file = new FileBlob(path, false);
  try {
    const bytes = Buffer.alloc(64);
    return bytes.toString("latin1", 0, file.read(bytes, 0, bytes.length, 0));
  } finally {
    file.close();
  }
}
function askAbout(path, ask) {
  try {
    return ask(toFsPath(path));
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

// src/thread-pool.ts
var MAX_WAITING = 3;
var WORKER_LIMITS = { maxYoungGenerationSizeMb: 2 };
function doTask(task, options, scanner = null) {
  switch (task.kind) {
    case "files": {
      const report = createFilesReport();
      scanFiles(task.batch, options, report);
      return { kind: "files", report };
    }
    case "segment":
      return { kind: "segment", report: scanSegment(task.segment, options.detection) };
    case "containers": {
      const { archives, detection } = options;
      if (archives === void 0 || scanner === null) throw new Error("containers, and nothing that opens them");
      return { kind: "containers", report: scanContainers(task.files, archives, scanner, detection) };
    }
  }
}
var ThreadPool = class {
  #members = [];
  /**
   * `script` is a CommonJS file that calls `serveTasks` when its `workerData` is a `WorkerSetup`.
   * Fewer threads than `count`, or none, where the system gives no more.
   */
  constructor(script, count2, options) {
    try {
      while (this.#members.length < count2) this.#members.push(new Member(script, options));
    } catch (error) {
      if (errorCode(error) !== "ERR_WORKER_INIT_FAILED") throw error;
    }
  }
  /** Hands the task to a worker that has little waiting; `false` if there is none. */
  offer(task) {
    const member = this.#members.find((candidate) => candidate.isFree);
    member?.post(task);
    return member !== void 0;
  }
  /** Waits until every task is done or its worker is lost; gives reports since the last time, and the lost tasks. */
  async drain() {
    await Promise.all(this.#members.map((member) => member.idle()));
    return {
      reports: this.#members.flatMap((member) => member.takeReports()),
      lost: this.#members.flatMap((member) => member.takeLost())
    };
  }
  /** Lets the workers end. */
  stop() {
    for (const member of this.#members) member.stop();
  }
};
var Member = class {
  #worker;
  #done = new Int32Array(new SharedArrayBuffer(4));
  /** Posted and not yet reported, oldest first. */
  #waiting = [];
  #posted = 0;
  #reports = [];
  #failure = null;
  #wake = () => void 0;
  constructor(script, options) {
    const setup = { role: "cfltguard-worker", options, done: this.#done };
    const threads = process.getBuiltinModule("node:worker_threads");
    this.#worker = new threads.Worker(script, { workerData: setup, resourceLimits: WORKER_LIMITS });
    this.#worker.on("message", (report) => {
      this.#reports.push(reportFromWire(report));
      this.#waiting.shift();
      this.#wake();
    });
    this.#worker.on("error", (error) => this.#fail(error.message));
    this.#worker.on("exit", (code) => this.#fail(`worker ended with ${code}`));
  }
  get isFree() {
    return this.#failure === null && this.#posted - Atomics.load(this.#done, 0) < MAX_WAITING;
  }
  post(task) {
    this.#posted++;
    this.#waiting.push(task);
    this.#worker.postMessage(taskToWire(task));
  }
  async idle() {
    while (this.#waiting.length > 0 && this.#failure === null) {
      await new Promise((resolve2) => this.#wake = resolve2);
    }
  }
  takeReports() {
    const reports = this.#reports;
    this.#reports = [];
    return reports;
  }
  takeLost() {
    const detail = this.#failure;
    if (detail === null) return [];
    const lost = this.#waiting.map((task) => ({ paths: pathsOf(task), detail }));
    this.#waiting = [];
    return lost;
  }
  stop() {
    if (this.#failure === null) this.#worker.postMessage(null);
  }
  #fail(detail) {
    this.#failure ??= detail;
    this.#wake();
  }
};
function pathsOf(task) {
  switch (task.kind) {
    case "files":
      return [...task.batch.paths];
    case "segment":
      return [task.segment.file.path];
    case "containers":
      return task.files.map((file) => file.path);
  }
}
function taskToWire(task) {
  if (task.kind === "segment") return { segment: task.segment };
  if (task.kind === "containers") return { files: task.files };
  return { paths: task.batch.paths.join("\0"), followsLinks: task.batch.followsLinks };
}
function reportFromWire(wire) {
  const sightings = wire.report.sightings.map((one) => ({
    ...one,
    secret: new Secret(one.secret)
  }));
  return { ...wire, report: { ...wire.report, sightings } };
}

// src/scan.ts
var FILES_BEFORE_WORKERS = 1e3;
var LARGE_FILE_BYTES = 128 * 1024 * 1024;
var SEGMENT_BYTES = { most: 16 * 1024 * 1024, least: 1024 * 1024 };
var CONTAINER_BYTES_BEFORE_WORKERS = 16 * 1024 * 1024;
var STANDARD_INPUT2 = asBytePath("-");
var BATCH_FILES2 = 256;
async function scanForSightings(request) {
  const inputs = withoutRepeats(request.inputs);
  const named = inputs.map((input) => input.kind === "named" ? requireStats(input.path) : null);
  const work = new FileWork(request, takenBy(inputs));
  const streams = createFilesReport();
  try {
    for (const [i, input] of inputs.entries()) {
      if (input.kind === "stdin") await scanStream(standardInput(input.path), request, streams);
      else if (input.kind === "listed") addListed(input.path, work);
      else await addNamed(input.path, named[i], work, request, streams);
    }
    const files = await work.finish();
    return {
      sightings: [...files.sightings, ...streams.sightings],
      skips: sortSkips([...files.skips, ...streams.skips]),
      totals: { files: files.files + streams.files, objects: 0, bytes: files.bytes + streams.bytes }
    };
  } finally {
    work.stop();
  }
}
function withoutRepeats(inputs) {
  const firsts = /* @__PURE__ */ new Map();
  for (const input of inputs) {
    const key = input.kind === "stdin" ? null : plainSpelling(input.path);
    const first = firsts.get(key);
    if (first === void 0 || first.kind === "listed" && input.kind === "named") firsts.set(key, input);
  }
  return [...firsts.values()];
}
function takenBy(inputs) {
  if (inputs.length < 2) return () => false;
  const taken = new Set(inputs.map((input) => input.kind === "stdin" ? null : plainSpelling(input.path)));
  return (path) => taken.has(plainSpelling(path));
}
function plainSpelling(path) {
  if (!/(?:^|\/)\.?(?:\/|$)/.test(path)) return path;
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  return (path.startsWith("/") ? "/" : "") + segments.join("/");
}
function requireStats(path) {
  try {
    return (0, import_node_fs4.statSync)(toFsPath(path));
  } catch (error) {
    const code = errorCode(error);
    const why = code === "ENOENT" ? "no such file or folder" : code;
    throw new UsageError(`cannot scan ${JSON.stringify(toDisplayPath(path))}: ${why}`);
  }
}
async function addNamed(path, stats, work, request, streams) {
  if (stats.isDirectory()) work.addFolder(withoutEndSlash(path));
  else if (stats.isFile()) work.addNamedFile(path, stats.size);
  else await scanSpecialFile(path, request, streams);
}
function addListed(listed, work) {
  const path = withoutEndSlash(listed);
  try {
    const stats = (0, import_node_fs4.lstatSync)(toFsPath(path));
    const reason = reasonForKind(stats);
    if (reason !== null) work.addSkip({ path, reason, detail: "" });
    else if (stats.isDirectory()) work.addFolder(path);
    else work.addListedFile(path);
  } catch (error) {
    work.addSkip(skipOf(path, error));
  }
}
function withoutEndSlash(path) {
  return asBytePath(path.replace(/(?<=[^/])\/+$/, ""));
}
async function scanSpecialFile(path, request, report) {
  try {
    await withStream(path, (stream) => scanStream(stream, request, report));
  } catch (error) {
    report.skips.push(skipOf(path, error, true));
  }
}
async function scanStream(stream, request, report) {
  const blob = new PartialBlob(stream);
  const head = readHead(blob, SNIFF_BYTES);
  const container = await openStream(head, stream.origin, request);
  const whole = new ReplayedBlob(head, blob, (bytes) => container?.push(bytes));
  const result = scanBlob(whole, { wantsLineHash: false, detection: request.detection });
  const inside = container?.end() ?? { sightings: [], skips: [] };
  const failure = blob.failure === null ? null : skipOf(stream.origin.path ?? STANDARD_INPUT2, blob.failure, true);
  addBlob(report, { ...result, sightings: withoutCopies(result.sightings, inside.sightings) }, failure);
  addAll(report.sightings, inside.sightings);
  addAll(report.skips, [...skipsOf(result, stream.origin.path ?? STANDARD_INPUT2), ...inside.skips]);
}
async function openStream(head, origin, { archives, detection }) {
  const kind = canOpen(archives) ? sniffContainer(head, origin.path) : null;
  if (kind === null || archives === void 0) return null;
  const { PushedContainer } = await archives.load();
  return new PushedContainer(origin, archives.limits, detection);
}
function canOpen(archives) {
  return archives !== void 0 && archives.limits.depth > 0;
}
var FileWork = class {
  #request;
  #options;
  #isTaken;
  #report = createFilesReport();
  #segments = [];
  #inside = { sightings: [], skips: [] };
  /** Files that came one by one, by whether they were named, waiting for a batch to be full. */
  #single = /* @__PURE__ */ new Map();
  #filesSeen = 0;
  #pool = null;
  #scanner = null;
  constructor(request, isTaken) {
    this.#request = request;
    this.#isTaken = isTaken;
    const isShared = request.jobs > 1 && request.workerScript !== null;
    this.#options = {
      wantsLineHash: request.wantsLineHash,
      detection: request.detection,
      largeFileBytes: isShared ? LARGE_FILE_BYTES : Infinity,
      ...canOpen(request.archives) ? { archives: request.archives.limits } : {}
    };
  }
  addFolder(folder) {
    for (const item of walkFolder(folder, this.#isTaken)) {
      if (item.kind === "skip") this.addSkip(item.skip);
      else this.#addBatch(item.batch);
    }
  }
  /** The workers for a large one start at once, and this thread sees meanwhile whether it can be read. */
  addNamedFile(path, sizeBytes) {
    if (sizeBytes < this.#options.largeFileBytes) {
      this.#addFile(path, true);
      return;
    }
    this.#startWorkers();
    this.#take(doTask({ kind: "files", batch: { paths: [path], followsLinks: true } }, this.#options));
  }
  addListedFile(path) {
    this.#addFile(path, false);
  }
  #addFile(path, isNamed) {
    const waiting = this.#single.get(isNamed) ?? [];
    if (waiting.push(path) === 1) this.#single.set(isNamed, waiting);
    if (waiting.length === BATCH_FILES2) this.#flush(isNamed);
  }
  addSkip(skip) {
    this.#report.skips.push(skip);
  }
  async finish() {
    for (const isNamed of [true, false]) this.#flush(isNamed);
    await this.#collect();
    const large = this.#report.large.splice(0);
    if (large.length > 0) {
      this.#startWorkers();
      for (const file of large) {
        const parts = segmentsOf(file, this.#request.jobs, SEGMENT_BYTES);
        for (const segment of parts) this.#do({ kind: "segment", segment });
      }
      await this.#collect();
      const segments = groupBy(this.#segments, (one) => one.segment.file.path);
      for (const file of large) this.#joinSegments(file, segments.get(file.path) ?? []);
    }
    await this.#openContainers();
    return this.#report;
  }
  /** Lets the workers end, also when the scan did not get to its end: the process would wait for them. */
  stop() {
    this.#pool?.stop();
  }
  #flush(isNamed) {
    const paths = this.#single.get(isNamed) ?? [];
    this.#single.delete(isNamed);
    if (paths.length > 0) this.#addBatch({ paths, followsLinks: isNamed });
  }
  #addBatch(batch) {
    this.#filesSeen += batch.paths.length;
    if (this.#filesSeen > FILES_BEFORE_WORKERS) this.#startWorkers();
    this.#do({ kind: "files", batch });
  }
  #startWorkers() {
    const { jobs, workerScript } = this.#request;
    if (jobs < 2 || workerScript === null) return;
    this.#pool ??= new ThreadPool(workerScript, jobs - 1, this.#options);
  }
  #do(task) {
    if (this.#pool?.offer(task) !== true) this.#take(doTask(task, this.#options, this.#scanner));
  }
  async #collect() {
    if (this.#pool === null) return;
    if (this.#hasSightings()) prepareSha256();
    const { reports, lost } = await this.#pool.drain();
    for (const report of reports) this.#take(report);
    const details = new Map(lost.flatMap(({ paths, detail }) => paths.map((path) => [path, detail])));
    for (const [path, detail] of details) this.addSkip({ path, reason: "worker-lost", detail });
  }
  #hasSightings() {
    return [this.#report, ...this.#segments].some(({ sightings }) => sightings.length > 0);
  }
  #take(done) {
    if (done.kind === "segment") {
      this.#segments.push(done.report);
      return;
    }
    if (done.kind === "containers") {
      addAll(this.#inside.sightings, done.report.sightings);
      addAll(this.#inside.skips, done.report.skips);
      return;
    }
    const { report } = done;
    this.#report.files += report.files;
    this.#report.bytes += report.bytes;
    addAll(this.#report.sightings, report.sightings);
    addAll(this.#report.skips, report.skips);
    addAll(this.#report.large, report.large);
    addAll(this.#report.containers, report.containers);
  }
  /** Opens all containers that were met. A member's sightings take the place of those in the container's own bytes. */
  async #openContainers() {
    const { archives } = this.#request;
    const { containers } = this.#report;
    if (containers.length === 0 || archives === void 0) return;
    this.#scanner = await archives.load();
    const bytes = containers.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (containers.length > 1 && bytes >= CONTAINER_BYTES_BEFORE_WORKERS) this.#startWorkers();
    for (const files of batchContainers(containers.splice(0))) this.#do({ kind: "containers", files });
    await this.#collect();
    const inside = groupBy(this.#inside.sightings, ({ origin }) => origin.path);
    const outside = groupBy(this.#report.sightings.splice(0), ({ origin }) => origin.path);
    for (const [path, sightings] of outside) {
      addAll(this.#report.sightings, withoutCopies(sightings, inside.get(path) ?? []));
    }
    addAll(this.#report.sightings, this.#inside.sightings);
    addAll(this.#report.skips, this.#inside.skips);
  }
  /**
   * Puts the segments of a file in order and turns their positions into the file's. Behind a
   * segment that is missing, lines count from where reading went on: the skip says that it is.
   */
  #joinSegments(file, reports) {
    const sightings = [];
    let before = NO_TEXT;
    for (const one of reports.toSorted((a, b) => a.segment.index - b.segment.index)) {
      addAll(
        sightings,
        one.sightings.map((s) => ({ ...s, textBefore: joinText(before, s.textBefore) }))
      );
      before = joinText(before, one.measure ?? NO_TEXT);
      this.#report.bytes += one.bytes;
    }
    const skip = reports.find((one) => one.skip !== null)?.skip ?? null;
    const answeredBytes = reports.reduce((sum, { segment }) => sum + segment.end - segment.start, 0);
    const isWhole2 = skip === null && answeredBytes === file.sizeBytes;
    if (skip) this.addSkip(skip);
    if (isWhole2) this.#report.files++;
    const isBinary = reports.some((one) => one.isBinary);
    addAll(this.#report.sightings, isBinary ? sightings.map(inBytes) : sightings);
  }
};

// src/where.ts
var FINGERPRINT = /^(?:([a-z0-9-]+)\/)?([0-9A-Fa-f]{64})$/;
function readSubject(text) {
  if (/^[A-Z0-9]{16}$/.test(text)) return { kind: "key-id", keyId: text };
  const [, rule = null, sha256] = FINGERPRINT.exec(text) ?? [];
  return sha256 === void 0 ? null : { kind: "hash", rule, sha256: sha256.toLowerCase() };
}
async function findWhere(subject, request) {
  const { sightings, skips, totals } = await scanForSightings({ ...request, detection: detectionOf(subject) });
  const ids = sightings.filter(({ kind }) => kind === "key-id").map(toOccurrence);
  const findings = groupFindings(sightings, "possible").filter((finding) => isAbout(finding, subject));
  const places = [
    ...ids.map((occurrence) => ({ occurrence, finding: null })),
    ...findings.flatMap((finding) => finding.occurrences.map((occurrence) => ({ occurrence, finding })))
  ];
  return { places: places.sort((a, b) => compareOccurrences(a.occurrence, b.occurrence)), skips, totals };
}
function detectionOf(subject) {
  const minConfidence = "possible";
  if (subject.kind === "key-id") return { minConfidence, keyId: subject.keyId };
  return { minConfidence, known: /* @__PURE__ */ new Set([subject.sha256]) };
}
function isAbout(finding, subject) {
  if (subject.kind === "key-id") return finding.keyIds.includes(subject.keyId);
  return finding.fingerprint === `${subject.rule ?? finding.rule}/${subject.sha256}`;
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

// src/cli/arguments.ts
function readWholeNumber(args, name, least, most) {
  const text = args.text(name) ?? "";
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`bad --${name} ${JSON.stringify(text)}: a whole number from ${least} to ${most}`);
}

// src/cli/archives.ts
var MOST = Number.MAX_SAFE_INTEGER;
function readArchiveOptions(args) {
  return {
    limits: {
      depth: readWholeNumber(args, "max-archive-depth", 0, MOST),
      bytes: readWholeNumber(args, "max-archive-bytes", 0, MOST),
      ratio: readWholeNumber(args, "max-archive-ratio", 0, MOST),
      members: readWholeNumber(args, "max-archive-members", 0, MOST)
    },
    load: () => Promise.resolve().then(() => __toESM(require("./lazy-containers.cjs"), 1))
  };
}

// src/cli/exit-code.ts
var EXIT = { clean: 0, findings: 1, failure: 2 };

// src/cli/inputs.ts
var import_node_fs6 = require("node:fs");
var import_node_os = require("node:os");

// src/cli/streams.ts
var import_node_fs5 = require("node:fs");
var RETRY_MS2 = 2;
var STANDARD_INPUT3 = 0;
var STANDARD_ERROR = 2;
function printTo(fd, text) {
  try {
    writeAll(fd, text);
  } catch (error) {
    throw new ScanError("output-failed", `cannot write the report: ${errorCode(error)}`, { cause: error });
  }
}
function printError(text) {
  try {
    writeAll(STANDARD_ERROR, text);
  } catch {
  }
}
function noteTerminalInput() {
  const isTerminal = (0, import_node_fs5.fstatSync)(STANDARD_INPUT3).isCharacterDevice() && process.stdin.isTTY;
  if (isTerminal) printError("reading standard input; Ctrl-D ends it\n");
}
function writeAll(fd, text) {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += (0, import_node_fs5.writeSync)(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS2);
    }
  }
}

// src/cli/inputs.ts
var MOST_DEFAULT_JOBS = 6;
var MOST_JOBS = 256;
var GLOB_CHARACTERS = /[*?[\]{}()!]/;
async function readInputs({ args, decode }, paths) {
  if (paths.includes("-")) noteTerminalInput();
  const stdinName = args.text("stdin-filename");
  const list = args.text("files-from");
  const readsStdin = paths.includes("-");
  if (list === "-" && readsStdin) throw new UsageError("standard input cannot be both the list of files and an input");
  if (stdinName !== void 0 && !readsStdin) throw new UsageError("--stdin-filename needs - among the paths");
  const named = [];
  for (const argument of paths) {
    if (argument === "") throw new UsageError("cannot scan an empty path");
    if (argument === "-") named.push({ kind: "stdin", path: stdinName === void 0 ? null : decode(stdinName) });
    else named.push(...await readPath(decode(argument)));
  }
  if (list !== void 0) return [...named, ...readList(decode(list))];
  return named.length > 0 ? named : [{ kind: "named", path: asBytePath(".") }];
}
async function readPath(path) {
  if (!GLOB_CHARACTERS.test(path) || exists(path)) return [{ kind: "named", path }];
  const pattern = toDisplayPath(path);
  const { expandGlob } = await Promise.resolve().then(() => __toESM(require("./lazy-globs.cjs"), 1));
  const found = await expandGlob(pattern).catch((error) => {
    throw new UsageError(`cannot list what ${JSON.stringify(pattern)} stands for: ${errorCode(error)}`);
  });
  if (found === null) return [{ kind: "named", path }];
  if (found.length === 0)
    throw new UsageError(`cannot scan ${JSON.stringify(pattern)}: no such file, and no file matches`);
  return found.map((file) => ({ kind: "listed", path: toBytePath(file) }));
}
function exists(path) {
  try {
    (0, import_node_fs6.lstatSync)(toFsPath(path));
    return true;
  } catch {
    return false;
  }
}
function readList(file) {
  const name = JSON.stringify(toDisplayPath(file));
  let text;
  try {
    text = (file === "-" ? readStandardInput() : (0, import_node_fs6.readFileSync)(toFsPath(file))).toString("latin1");
  } catch (error) {
    throw new UsageError(`cannot read the list ${name}: ${errorCode(error)}`);
  }
  if (text.includes("\n") && !text.includes("\0")) {
    throw new UsageError(`the list ${name} is not NUL-separated: write it with find -print0 or git ls-files -z`);
  }
  return text.split("\0").filter((path) => path !== "").map((path) => ({ kind: "listed", path: asBytePath(path) }));
}
function readJobs(args) {
  if (args.isGiven("jobs")) return readWholeNumber(args, "jobs", 1, MOST_JOBS);
  return Math.min((0, import_node_os.availableParallelism)(), MOST_DEFAULT_JOBS);
}

// src/cli/output.ts
var import_node_fs7 = require("node:fs");
var import_node_path = require("node:path");
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
      throw new UsageError(`two reports go to ${file === null ? "standard output" : nameOf3(file)}`);
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
    throw new ScanError("output-failed", `cannot write ${nameOf3(file)}: ${errorCode(error)}`, { cause: error });
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
    const place = placeOf2(file);
    const stats = statOrNull(place);
    if (stats?.isDirectory() || file.endsWith("/"))
      throw new UsageError(`cannot write ${nameOf3(file)}: it is a folder`);
    if (stats === null || stats.isFile()) {
      const temporary = toFsPath(temporaryBeside(place));
      (0, import_node_fs7.closeSync)((0, import_node_fs7.openSync)(temporary, "wx"));
      (0, import_node_fs7.unlinkSync)(temporary);
    }
    return place;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const folder = toDisplayPath(asBytePath((0, import_node_path.dirname)(file)));
    const isFolderMissing = statOrNull(asBytePath((0, import_node_path.dirname)(file))) === null;
    throw new UsageError(
      `cannot write ${nameOf3(file)}: ${isFolderMissing ? `there is no folder ${JSON.stringify(folder)}` : errorCode(error)}`
    );
  }
}
async function writeFile(file, text) {
  const descriptor = descriptorOf(file);
  if (descriptor !== null) {
    printTo(descriptor, text);
    return;
  }
  const place = placeOf2(file);
  const stats = statOrNull(place);
  if (stats !== null && !stats.isFile()) {
    (0, import_node_fs7.writeFileSync)(toFsPath(place), text);
    return;
  }
  await withSignalsHeld(() => replaceFile(place, text, stats));
}
function replaceFile(place, text, before) {
  const temporary = toFsPath(temporaryBeside(place));
  try {
    (0, import_node_fs7.writeFileSync)(temporary, text, { flag: "wx" });
    if (before !== null) (0, import_node_fs7.chmodSync)(temporary, before.mode & 511);
    (0, import_node_fs7.renameSync)(temporary, toFsPath(place));
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
function placeOf2(file) {
  try {
    return realPathOf(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  const folder = realPathOf(asBytePath((0, import_node_path.dirname)(file)));
  const place = asBytePath((0, import_node_path.join)(folder, (0, import_node_path.basename)(file)));
  const link = (0, import_node_fs7.lstatSync)(toFsPath(place), { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? placeOf2(asBytePath((0, import_node_path.resolve)(folder, (0, import_node_fs7.readlinkSync)(toFsPath(place), "latin1")))) : place;
}
function realPathOf(file) {
  return asBytePath(import_node_fs7.realpathSync.native(toFsPath(file), "latin1"));
}
function removeQuietly(file) {
  try {
    (0, import_node_fs7.unlinkSync)(file);
  } catch {
  }
}
function statOrNull(file) {
  return (0, import_node_fs7.statSync)(toFsPath(file), { throwIfNoEntry: false }) ?? null;
}
function nameOf3(file) {
  return JSON.stringify(toDisplayPath(file));
}

// src/report/summary.ts
var UNITS = ["kB", "MB", "GB", "TB"];
function formatSummary({ skips, totals }, found, noun, elapsedMs) {
  const { files, bytes } = totals;
  const failures = skips.filter(isFailure).length;
  const parts = [
    `scanned ${count(files, "file")}, ${formatBytes(bytes)}`,
    ...skips.length > 0 ? [`skipped ${formatNumber(skips.length)} (${countReasons(skips)})`] : [],
    ...failures > 0 ? [`INCOMPLETE: ${count(failures, "input")} could not be read`] : [],
    `${count(found, noun)} in ${(elapsedMs / 1e3).toFixed(2)} s`
  ];
  return `${parts.join("; ")}
`;
}
function formatSkip(skip) {
  const verb = isFailure(skip) ? "cannot read" : "did not read";
  const detail = skip.detail === "" ? skip.reason : `${visibleText(skip.detail)} (${skip.reason})`;
  return `${verb} ${visiblePath(skip.path)}: ${detail}
`;
}
function countReasons(skips) {
  const counts = /* @__PURE__ */ new Map();
  for (const { reason } of skips) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a < b ? -1 : 1).map(([reason, n]) => `${reason} ${formatNumber(n)}`).join(", ");
}
function count(n, noun) {
  return `${formatNumber(n)} ${noun}${n === 1 ? "" : "s"}`;
}
function formatNumber(n) {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function formatBytes(bytes) {
  if (bytes < 1e3) return count(bytes, "byte");
  let value = bytes / 1e3;
  let unit = 0;
  for (; value >= 999.95 && unit < UNITS.length - 1; unit++) value /= 1e3;
  return `${value.toFixed(1)} ${UNITS[unit]}`;
}

// src/cli/report.ts
var MAX_NAMED_FAILURES = 20;
function printNotes(coverage, found, noun, args) {
  const isVerbose = args.isOn("verbose");
  const failures = coverage.skips.filter(isFailure);
  const opaque = args.isOn("quiet") ? [] : coverage.skips.filter(({ reason }) => reason === "opaque");
  const told = [...failures, ...opaque];
  const named = isVerbose ? coverage.skips : told.slice(0, MAX_NAMED_FAILURES);
  const unnamed2 = isVerbose ? 0 : told.length - named.length;
  const isSilent = args.isOn("quiet") && failures.length === 0;
  const notes = [
    ...named.map(formatSkip),
    unnamed2 > 0 ? `and ${unnamed2} more; --verbose names them
` : "",
    isSilent ? "" : formatSummary(coverage, found, noun, process.uptime() * 1e3)
  ];
  printError(notes.join(""));
}

// src/cli/lazy-where.ts
async function runWhere(context) {
  const { args, decode, workerScript } = context;
  const [name, ...paths] = args.positionals;
  if (name === void 0) throw new UsageError("where is what? name a key ID or a fingerprint");
  const subject = readSubject(name);
  if (subject === null) {
    throw new UsageError(
      `${JSON.stringify(name)} is neither a key ID (16 capitals and digits) nor a fingerprint (64 hexadecimal digits)`
    );
  }
  const [target] = readTargets(args, decode);
  if (target === void 0 || target.format === "sarif") throw new UsageError("where reports as text or json");
  const inputs = await readInputs(context, paths);
  const how = { wantsLineHash: false, jobs: readJobs(args), workerScript, archives: readArchiveOptions(args) };
  const result = await findWhere(subject, { inputs, ...how });
  await writeReport(target, target.format === "text" ? formatWhereText(result.places) : formatWhereJson(name, result));
  printNotes(result, result.places.length, "place", args);
  return isComplete(result) ? EXIT.clean : EXIT.failure;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runWhere
});
