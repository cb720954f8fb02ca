"use strict"; const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
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

// src/cli/lazy-check.ts
var lazy_check_exports = {};
__export(lazy_check_exports, {
  runCheck: () => runCheck
});
module.exports = __toCommonJS(lazy_check_exports);

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
var SHAPE = /^cflt[A-Za-z0-9+/]{60}$/;
function hasSecretShape(text) {
  return SHAPE.test(text);
}
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

// src/check.ts
var REASONS = {
  secret: "a Confluent Cloud API secret: prefix, length, alphabet and checksum are right",
  "wrong-checksum": "no secret: it has the shape of one, but its checksum is wrong; edited, mistyped, or made up",
  cut: "no secret: it is too short; perhaps one that was cut",
  "too-long": "no secret: it is too long; perhaps one with something behind it",
  "wrong-alphabet": "no secret: only A-Z, a-z, 0-9, + and / can stand in one",
  "legacy-shape": "unknown: 64 characters without the prefix cflt; secrets from before 30 July 2025 look so, and carry no checksum",
  "no-secret": "no secret: it does not begin with cflt"
};
var ALPHABET2 = /^[A-Za-z0-9+/]*$/;
function checkSecret(candidate) {
  const verdict = judge(candidate);
  return { verdict, preview: previewOf(candidate), reason: REASONS[verdict] };
}
function judge(candidate) {
  if (hasSecretShape(candidate)) return isChecksumRight(candidate) ? "secret" : "wrong-checksum";
  const isAlphabetOnly = ALPHABET2.test(candidate);
  if (!candidate.startsWith(PREFIX)) {
    return isAlphabetOnly && candidate.length === SECRET_CHARACTERS ? "legacy-shape" : "no-secret";
  }
  if (!isAlphabetOnly) return "wrong-alphabet";
  return candidate.length < SECRET_CHARACTERS ? "cut" : "too-long";
}

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

// src/codec/mask.ts
function maskSecrets(text) {
  const starts = [...text.matchAll(/(?=cflt[A-Za-z0-9+/]{60})/g)].map(({ index }) => index);
  const secrets = starts.map((at) => text.slice(at, at + SECRET_CHARACTERS)).filter(isChecksumRight);
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, previewOf(secret)), text);
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
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
var INVISIBLE_IN_JSON = new RegExp(`(?!
)${INVISIBLE.source}`, "gu");
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t", "\x1B": "\\e" };
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

// src/sources/stream.ts
var import_node_fs = require("node:fs");
var STANDARD_INPUT = 0;
var RETRY_MS = 5;
var CHUNK_BYTES = 64 * 1024;
function readStandardInput() {
  const chunks = [];
  for (; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = readWaiting(STANDARD_INPUT, chunk, 0, CHUNK_BYTES);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
  }
}
function readWaiting(fd, target, start, maxBytes) {
  for (; ; ) {
    try {
      return (0, import_node_fs.readSync)(fd, target, start, maxBytes, null);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

// src/cli/exit-code.ts
var EXIT = { clean: 0, findings: 1, failure: 2 };

// src/cli/streams.ts
var import_node_fs2 = require("node:fs");
var RETRY_MS2 = 2;
var STANDARD_INPUT2 = 0;
var STANDARD_OUTPUT = 1;
var STANDARD_ERROR = 2;
function printOutput(text) {
  printTo(STANDARD_OUTPUT, text);
}
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
  const isTerminal = (0, import_node_fs2.fstatSync)(STANDARD_INPUT2).isCharacterDevice() && process.stdin.isTTY;
  if (isTerminal) printError("reading standard input; Ctrl-D ends it\n");
}
function writeAll(fd, text) {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += (0, import_node_fs2.writeSync)(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS2);
    }
  }
}

// src/cli/lazy-check.ts
async function runCheck({ args }) {
  if (args.positionals.length > 0) {
    throw new UsageError(
      "check reads standard input, one candidate a line: a secret on a command line is seen by others"
    );
  }
  noteTerminalInput();
  const candidates = readInput().split("\n").map((line) => line.trim()).filter((line) => line !== "");
  if (candidates.length === 0) throw new UsageError("check: nothing on standard input");
  const results = candidates.map(checkSecret);
  printOutput(results.map(({ preview, reason }) => `${visibleText(preview)}  ${reason}
`).join(""));
  return results.every(({ verdict }) => verdict === "secret") ? EXIT.clean : EXIT.findings;
}
function readInput() {
  try {
    return readStandardInput().toString("utf8");
  } catch (error) {
    throw new ScanError("input-failed", `cannot read standard input: ${errorCode(error)}`, { cause: error });
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runCheck
});
