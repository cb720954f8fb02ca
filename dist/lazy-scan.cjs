"use strict"; const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
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

// src/cli/lazy-scan.ts
var lazy_scan_exports = {};
__export(lazy_scan_exports, {
  runScan: () => runScan
});
module.exports = __toCommonJS(lazy_scan_exports);
var import_node_fs8 = require("node:fs");
var import_node_os = require("node:os");

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
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
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
function isSystemError(error) {
  return error instanceof Error && "syscall" in error;
}

// src/scan.ts
var import_node_fs4 = require("node:fs");

// src/codec/sha256.ts
function sha256Hex(text) {
  return loadCrypto().createHash("sha256").update(text, "utf8").digest("hex");
}
function loadCrypto() {
  return process.getBuiltinModule("node:crypto");
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

// src/findings.ts
var PROVEN_RULE = "confluent-api-secret";
function groupFindings(sightings) {
  const groups = groupBy(sightings, (sighting) => sighting.secret.hashWith(sha256Hex));
  return [...groups].map(([hash, group]) => toFinding(hash, group)).sort(byFirstOccurrence);
}
function sortSkips(skips) {
  return [...skips].sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
}
function toFinding(secretSha256, group) {
  const sorted = group.map(toOccurrence).sort(compareOccurrences);
  const [first, ...others] = sorted;
  return {
    rule: PROVEN_RULE,
    confidence: "proven",
    secret: group[0].secret,
    secretSha256,
    fingerprint: `${PROVEN_RULE}/${secretSha256}`,
    keyIds: [...new Set(group.flatMap((sighting) => sighting.keyIds))].sort(),
    occurrences: [first, ...others.filter((one, i) => compareOccurrences(sorted[i] ?? one, one) !== 0)]
  };
}
function toOccurrence({ origin, offsetBytes, textBefore, lineHash }) {
  const { line, column } = positionAfter(textBefore);
  return { origin, line, column, endLine: line, endColumn: column + SECRET_CHARACTERS, offsetBytes, lineHash };
}
function byFirstOccurrence(a, b) {
  return compareOccurrences(a.occurrences[0], b.occurrences[0]);
}
function compareOccurrences(a, b) {
  return compareText(a.origin.path ?? "", b.origin.path ?? "") || a.offsetBytes - b.offsetBytes;
}
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/kernel/kernel.ts
var ARENA_BYTES = 528 * 1024;
var MAX_CANDIDATES = 8192;
var LINE_HASH_STEP = 4096;

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

// src/detect/position.ts
var LINE_FEED = 10;
function measureText(kernel, from, to) {
  const newlines = kernel.countNewlines(from, to);
  const tail = newlines === 0 ? from : kernel.arena.lastIndexOf(LINE_FEED, to - 1) + 1;
  const { units, balance } = kernel.measureUtf8(tail, to);
  return { newlines, bytes: to - tail, units, balance };
}

// src/detect/detector.ts
var CONTEXT_BYTES = 1232;
var WHOLE_BLOB = { firstByte: 0, start: 0, end: Infinity };
var NO_MATCHES = [];
var MIN_ROOM_BYTES = 64 * 1024;
var A = 65;
var Q = 81;
var G = 103;
var W = 119;
var Detector = class {
  kernel;
  #contextBytes;
  #text;
  #stretch = WHOLE_BLOB;
  /** Offset in the blob of arena[0]. The fields below are offsets in the arena. */
  #base = 0;
  #filled = 0;
  /** Candidates that begin before this have been found. */
  #probed = 0;
  /** Text from the stretch's start up to here is in `#measure`. */
  #measured = 0;
  #measure = NO_TEXT;
  /** Where the proven secrets begin that still wait for the bytes behind them. */
  #pending = [];
  #isBinary = false;
  constructor(kernel, contextBytes = CONTEXT_BYTES) {
    this.kernel = kernel;
    this.#contextBytes = contextBytes;
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
    this.#isBinary = false;
  }
  /** Where in the kernel's arena the next bytes go: from here to its end, at least 64 KiB. */
  makeRoom() {
    if (this.kernel.arena.length - this.#filled < MIN_ROOM_BYTES) this.#drop();
    return this.#filled;
  }
  /** Takes `count` bytes that were written where `makeRoom` said, and returns the matches that they complete. */
  commit(count2) {
    if (this.#base === 0 && this.#filled < 3 && this.#filled + count2 >= 3) this.#skipByteOrderMark();
    this.#filled += count2;
    this.#probe();
    return this.#pending.length === 0 ? NO_MATCHES : this.#takeReady(false);
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
    return this.#pending.length === 0 ? NO_MATCHES : this.#takeReady(true);
  }
  /** How many bytes of the blob are decided: a secret that is not known yet begins here or later. */
  get settledBytes() {
    let at = Math.min(this.#probed, this.#filled);
    while (at < this.#filled && !this.#mayBeginSecret(at)) at++;
    return this.#base + at;
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
  #probe() {
    const { arena } = this.kernel;
    const limit = this.#stretch.end - this.#base;
    let from = this.#probed;
    for (; ; ) {
      const candidates = this.kernel.findCandidates(from, this.#filled);
      for (const at of candidates) {
        const last = arena[at + SECRET_CHARACTERS - 1];
        const mayBeRight = last === A || last === Q || last === G || last === W;
        if (mayBeRight && at < limit && isChecksumRight(this.#secretAt(at))) this.#pending.push(at);
      }
      if (candidates.length < MAX_CANDIDATES) break;
      from = (candidates[MAX_CANDIDATES - 1] ?? 0) + 1;
    }
    this.#probed = Math.max(this.#probed, this.#filled - SECRET_CHARACTERS + 1);
  }
  #takeReady(isEnd) {
    const matches = [];
    for (const at of this.#pending) {
      if (!isEnd && at + SECRET_CHARACTERS + this.#contextBytes > this.#filled) break;
      matches.push(this.#matchAt(at));
    }
    this.#pending.splice(0, matches.length);
    return matches;
  }
  #matchAt(at) {
    const end = at + SECRET_CHARACTERS;
    this.#measureTo(at);
    return {
      kind: "proven",
      span: { start: this.#base + at, end: this.#base + end },
      secret: new Secret(this.#secretAt(at)),
      textBefore: this.#measure,
      context: {
        before: this.#text.toString("latin1", Math.max(0, at - this.#contextBytes), at),
        after: this.#text.toString("latin1", end, Math.min(this.#filled, end + this.#contextBytes))
      }
    };
  }
  #secretAt(at) {
    return this.#text.toString("latin1", at, at + SECRET_CHARACTERS);
  }
  /** Lets go of every byte that no match and no context can need any more. */
  #drop() {
    const needed = Math.min(this.#probed, this.#pending[0] ?? Infinity);
    const from = Math.min(this.#filled, Math.max(0, needed - this.#contextBytes));
    if (from > this.#measured) this.#measureTo(from);
    this.#lookAtHead();
    this.kernel.arena.copyWithin(0, from, this.#filled);
    this.#base += from;
    this.#filled -= from;
    this.#probed -= from;
    this.#measured -= from;
    this.#pending = this.#pending.map((at) => at - from);
  }
  /** The blob's beginning tells whether it is text, as long as it is there. */
  #lookAtHead() {
    if (this.#base === 0) this.#isBinary = !isTextHead(this.kernel.arena.subarray(0, this.#filled));
  }
  #measureTo(at) {
    this.#measure = joinText(this.#measure, measureText(this.kernel, this.#measured, at));
    this.#measured = at;
  }
  #skipByteOrderMark() {
    const { arena } = this.kernel;
    const isMarked = arena[0] === 239 && arena[1] === 187 && arena[2] === 191;
    if (isMarked && this.#measured === 0) this.#measure = BEFORE_BYTE_ORDER_MARK;
  }
  /** Whether the bytes from `at` to the end of what was read could be the start of a secret. */
  #mayBeginSecret(at) {
    return /^(?:c|cf|cfl|cflt[A-Za-z0-9+/]*)$/.test(this.#text.toString("latin1", at, this.#filled));
  }
};

// src/kernel/wasm.generated.ts
var WASM_BASE64 = "AGFzbQEAAAABKAdgAX8AYAAAYAN/f38Bf2ABfwF/YAN/f38AYAR/f39/AX9gAn9/AX8CDwEDZW52Bm1lbW9yeQIAAgMJCAAAAQIDBAUGBjoLfgFCAAt+AUIBC38BQQALfwFBAQt/AUEAC38BQQALfwFBAAt/AUEAC38BQYABC38BQb8BC38BQQALB2YHDmZpbmRDYW5kaWRhdGVzAAYNY291bnROZXdsaW5lcwAHC21lYXN1cmVVdGY4AAUNcmVzZXRMaW5lSGFzaAACDHB1c2hMaW5lSGFzaAADC2VuZExpbmVIYXNoAAQGbWVtb3J5AgAMAQIKrBAIogEBAn8gAEEJRiAAQSBGcgR/QQEFIABBCkZBACMEGwsEQEEAJAQPCyAAQQ1GJAQjAyEBQQogACMEGyIAQQpGJAMjAkGQC2otAAAEQCMFIwZBA3RqIwA3AwAjBkEBaiQGCyAArSMAQiV+fCMBIwJBAnRBgAhqIgI1AgB+fSQAIAIgADYCACMCQZALaiABQQBHOgAAIwJBAWpBACMCQeMARxskAguZAgEBfyMHRQRAIABBgAFJBEAgABAADwsgAEHfAU0gAEHCAU9xBEBBASQHIABBH3EkCgUgAEHvAU0gAEHgAU9xBEAgAEHgAUYEQEGgASQICyAAQe0BRgRAQZ8BJAkLQQIkByAAQQ9xJAoFIABB9AFNIABB8AFPcQRAIABB8AFGBEBBkAEkCAsgAEH0AUYEQEGPASQJC0EDJAcgAEEHcSQKBUH9/wMQAAsLCw8LIAAjCU0gACMITyIBIAEbQYABJAhBvwEkCUUEQEEAJAdB/f8DEAAgABABDwsgAEE/cSMKQQZ0ciQKIwdBAWskByMHBEAPCyMKQYCABEkEQCMKEAAPCyMKQQp2QcCvA2oQACMKQf8HcUGAuANqEAALWAEBf0GACEEAQZAD/AsAQZALQQBB5AD8CwBCACQAQQAkAkEBJANBACQEQQAkB0GAASQIQb8BJAlCASQBA0AgAEHkAEgEQCMBQiV+JAEgAEEBaiEADAELCwsnACACJAVBACQGA0AgACABSQRAIAAtAAAQASAAQQFqIQAMAQsLIwYLlwEBAX8gACQFQQAkBiMHBEBB/f8DEAALQQAkB0H//wMQAEEAIQADQCAAQeQASARAIwJBkAtqLQAABEAjBSMGQQN0aiMANwMAIwZBAWokBgsjAEIlfiMBIwJBAnRBgAhqIgE1AgB+fSQAIAFBADYCACMCQZALakEAOgAAIwJBAWpBACMCQeMARxskAiAAQQFqIQAMAQsLIwYLYAEFfwNAIAAgAUkEQCAFIAAtAAAiA0HwAU8iBEEBIANBwAFxQYABRiIHa2pqIQUgBiADQcABTyADQeABT2ogBGogB2tqIQYgAEEBaiEADAELCyACIAU2AgAgAiAGNgIEC90HAgd/AXsgASAAa0HAAEkEQEEADwsgACEEIAFBEGshBwNAIAQgB00EQANAIARBkAFqIAdNBH/9DAoODg4ODg4ODg4MBQQEBAUgBP0ABJABIgv9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAAAECBAgECAAAAAAAAAAAIAtBBP1t/Q79Tv1j/QwKDg4ODg4ODg4ODAUEBAQFIAT9AARgIgv9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAAAECBAgECAAAAAAAAAAAIAtBBP1t/Q79Tv1j/QwKDg4ODg4ODg4ODAUEBAQFIAT9AAQAIgv9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAAAECBAgECAAAAAAAAAAAIAtBBP1t/Q79Tv1j/QwKDg4ODg4ODg4ODAUEBAQFIAT9AAQwIgv9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAAAECBAgECAAAAAAAAAAAIAtBBP1t/Q79Tv1jcnJyBUEBC0UEQCAEQcABaiEEDAELC/0MCg4ODg4ODg4ODgwFBAQEBSAE/QAEACIL/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAABAgQIBAgAAAAAAAAAACALQQT9bf0O/U79Y0UEQCAEQTBqIQQMAgsgBCEFAn8DQCAAIAVJBED9DAoODg4ODg4ODg4MBQQEBAUgBUEQa/0ABAAiC/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAAQIECAQIAAAAAAAAAAAgC0EE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIIBEAgACAFIAhnQRBrayIFIAAgBUsbDAMLIAVBEGshBQwBCwsgAAshBSAEQRBqIQQCfwNAIAEgBEsEQP0MCg4ODg4ODg4ODgwFBAQEBSAE/QAEACIL/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAABAgQIBAgAAAAAAAAAACALQQT9bf0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIggEQCABIAQgCGhqIgQgASAESRsMAwsgBEEQaiEEDAELCyABCyIJIAVrQcAATwRAIAlBQGohCANAIAUgCE0EQAJAIAX9AAQA/QxjY2NjY2NjY2NjY2NjY2Nj/SMgBf0ABAH9DGZmZmZmZmZmZmZmZmZmZmb9I/1O/WQhBANAIAQEQCAFIARoaiEKIAQgBEEBa3EhBCAIIApJDQIgCigCAEHjzLGjB0cNASACIAZBAnRqIAo2AgAgBkEBaiIGIANGDQIMAQsLIAVBEGohBQwCCwsLIAMgBkYEQCAGDwsLIAlBMGohBAwBCwsgBguQAgIDfwF7A0AgAEFAayABTQRAIAEgAEHAH2oiAiABIAJJGyEE/QwAAAAAAAAAAAAAAAAAAAAAIQUDQCAEIABBQGsiAk8EQCAFIAD9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABBD9DAoKCgoKCgoKCgoKCgoKCgr9I/1uIAD9AAQg/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABDD9DAoKCgoKCgoKCgoKCgoKCgr9I/1u/W79cSEFIAIhAAwBCwsgAyAF/X39fyIF/RsAIAX9GwFqIAX9GwJqIAX9GwNqaiEDDAELCwNAIAAgAUkEQCADQQFqIAMgAC0AAEEKRhshAyAAQQFqIQAMAQsLIAMLC4IEAgBBgAgLkAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEGQCwtkAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

// src/kernel/simd.ts
var PAGE_BYTES = 65536;
var OUTPUT_ADDRESS = PAGE_BYTES;
var ARENA_ADDRESS = 2 * PAGE_BYTES;
var PADDING_BYTES = 64;
function createSimdKernel() {
  const pages = Math.ceil((ARENA_ADDRESS + ARENA_BYTES + PADDING_BYTES) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const wasm = new WebAssembly.Module(Buffer.from(WASM_BASE64, "base64"));
  const exports2 = new WebAssembly.Instance(wasm, { env: { memory } }).exports;
  const words = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, MAX_CANDIDATES);
  const integers = new Int32Array(memory.buffer, OUTPUT_ADDRESS, 2);
  const hashes = new Uint32Array(memory.buffer, OUTPUT_ADDRESS, PAGE_BYTES / 4);
  return {
    arena: new Uint8Array(memory.buffer, ARENA_ADDRESS, ARENA_BYTES),
    findCandidates(from, to) {
      const count2 = exports2.findCandidates(ARENA_ADDRESS + from, ARENA_ADDRESS + to, OUTPUT_ADDRESS, MAX_CANDIDATES);
      const found = words.subarray(0, count2);
      for (let i = 0; i < count2; i++) found[i] = (found[i] ?? 0) - ARENA_ADDRESS;
      return found;
    },
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

// src/kernel/thread-kernel.ts
var shared;
function threadKernel() {
  shared ??= createSimdKernel();
  return shared;
}

// src/pair/key-ids.ts
var STRONG = /^[A-Z2-7]{16}$/;
var WEAK = /^[A-Z0-9]{16}$/;
var ID_CHARACTERS = 16;
var MAX_GAP_BYTES = 1200;
var TIE_BYTES = 8;
var LOOKS_LIKE_NUMBER = /^[0-9]{16}$|^[0-9]{8}T[0-9]{6}Z$/;
function findKeyIds(context) {
  const candidates = [...findBefore(context.before), ...findBehind(context.after)];
  const strong = distances(candidates, STRONG);
  const all = strong.size > 0 ? strong : distances(candidates, WEAK);
  const nearest = Math.min(...all.values());
  const ids = [...all].filter(([, distance]) => distance - nearest < TIE_BYTES).map(([id]) => id);
  return ids.sort();
}
function distances(candidates, kind) {
  const found = /* @__PURE__ */ new Map();
  for (const { id, distance } of candidates) {
    const isNear = distance <= MAX_GAP_BYTES && distance < (found.get(id) ?? Infinity);
    if (isNear && kind.test(id) && !LOOKS_LIKE_NUMBER.test(id)) found.set(id, distance);
  }
  return found;
}
function findBefore(text) {
  return findStanding(text).map(({ id, start }) => ({ id, distance: text.length - start - ID_CHARACTERS }));
}
function findBehind(text) {
  return findStanding(text).map(({ id, start }) => ({ id, distance: start }));
}
var ESCAPE = new RegExp(
  String.raw`(?:\\(?:[nrtbf]|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})|%[0-9A-Fa-f]{2}|${String.fromCharCode(27)}\[[0-9;]*m)$`
);
var ESCAPE_BYTES = 16;
function findStanding(text) {
  return [...text.matchAll(/[A-Za-z0-9]{16,}/g)].flatMap(({ 0: run, index }) => {
    const start = index + run.length - ID_CHARACTERS;
    const isWhole = start === index || ESCAPE.test(text.slice(Math.max(0, index - ESCAPE_BYTES), start));
    return isWhole ? [{ id: copyOf(text.slice(start, start + ID_CHARACTERS)), start }] : [];
  });
}
function copyOf(latin1) {
  return Buffer.from(latin1, "latin1").toString("latin1");
}

// src/scan-blob.ts
var shared2;
function threadDetector() {
  shared2 ??= new Detector(threadKernel());
  return shared2;
}
function scanBlob(blob, options) {
  const stretch = options.stretch ?? WHOLE_BLOB;
  const stopBytes = stretch.end + SECRET_CHARACTERS - 1 + CONTEXT_BYTES;
  const detector = threadDetector();
  const { arena } = detector.kernel;
  const sightings = [];
  let offset = stretch.firstByte;
  detector.begin(stretch);
  for (; ; ) {
    const start = detector.makeRoom();
    const count2 = blob.read(arena, start, Math.min(arena.length - start, stopBytes - offset), offset);
    if (count2 === 0) break;
    if (offset === 0 && options.isTooLarge?.()) return null;
    offset += count2;
    sightAll(blob.origin, detector.commit(count2), sightings);
  }
  sightAll(blob.origin, detector.end(), sightings);
  const isBinary = (sightings.length > 0 || options.stretch !== void 0) && detector.isBinary;
  const measure = options.stretch === void 0 ? null : detector.measureStretch();
  const hashes = isBinary ? NO_HASHES : hashesFor(blob, sightings, offset, options);
  return {
    sightings: finish(sightings, isBinary, hashes),
    bytes: Math.max(0, Math.min(offset, stretch.end) - stretch.start),
    measure,
    isBinary
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
  const detector = threadDetector();
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
function sightAll(origin, matches, sightings) {
  for (const { span, textBefore, secret, context } of matches) {
    sightings.push({
      origin,
      offsetBytes: span.start,
      textBefore,
      secret,
      keyIds: findKeyIds(context),
      lineHash: null
    });
  }
}
function finish(sightings, isBinary, hashes) {
  if (isBinary) return sightings.map(inBytes);
  if (hashes.size === 0) return sightings;
  return sightings.map((one) => ({ ...one, lineHash: hashes.get(lineOf(one)) ?? null }));
}
function inBytes(sighting) {
  const { textBefore } = sighting;
  return { ...sighting, textBefore: { ...textBefore, units: textBefore.bytes } };
}

// src/sources/files.ts
var import_node_fs = require("node:fs");
var { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = import_node_fs.constants;
var WALKED = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
var NAMED = O_RDONLY | O_NONBLOCK;
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
    this.#fd = (0, import_node_fs.openSync)(toFsPath(path), isNamed ? NAMED : WALKED);
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
  return { sightings: [], skips: [], large: [], files: 0, bytes: 0 };
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
    const result = scanBlob(partial, { wantsLineHash: options.wantsLineHash, isTooLarge });
    if (result === null) report.large.push({ path, followsLink: isNamed, sizeBytes: blob.endBytes });
    else addBlob(report, result, partial.failure === null ? null : skipOf(path, partial.failure, isNamed));
  } finally {
    blob.close();
  }
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
function scanSegment(segment) {
  const { file, start, end } = segment;
  const stretch = { firstByte: Math.max(0, start - CONTEXT_BYTES), start, end };
  try {
    return withFile(file, (blob) => {
      const partial = new PartialBlob(blob);
      const result = scanBlob(partial, { stretch, wantsLineHash: false });
      const skip = partial.failure === null ? null : skipOf(file.path, partial.failure, file.followsLink);
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
function* segmentsOf(file, segmentBytes) {
  for (let index = 0; index * segmentBytes < file.sizeBytes; index++) {
    const start = index * segmentBytes;
    yield { file, index, start, end: Math.min(file.sizeBytes, start + segmentBytes) };
  }
}

// src/sources/stream.ts
var import_node_fs2 = require("node:fs");
var STANDARD_INPUT = 0;
var RETRY_MS = 5;
var CHUNK_BYTES = 64 * 1024;
function standardInput(path) {
  return createStream(STANDARD_INPUT, { source: "stdin", path, blob: null });
}
function withStream(path, use) {
  const origin = { source: "file", path, blob: null };
  const own = descriptorOf(path);
  if (own !== null) return use(createStream(own, origin));
  const fd = (0, import_node_fs2.openSync)(toFsPath(path), "r");
  try {
    return use(createStream(fd, origin));
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
var READ_ENTRIES = 512;
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
  return isPartOfGit === true && /^(?:ref:\s*refs\/|refs\/|[0-9a-f]{40})/.test(readHead(joinPath(folder, "HEAD")));
}
function readHead(path) {
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
function doTask(task, options) {
  if (task.kind === "segment") return { kind: "segment", report: scanSegment(task.segment) };
  const report = createFilesReport();
  scanFiles(task.batch, options, report);
  return { kind: "files", report };
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
  return task.kind === "segment" ? [task.segment.file.path] : [...task.batch.paths];
}
function taskToWire(task) {
  if (task.kind === "segment") return { segment: task.segment };
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
var SEGMENT_BYTES = 16 * 1024 * 1024;
var STANDARD_INPUT2 = asBytePath("-");
var BATCH_FILES2 = 256;
async function scan(request) {
  const inputs = withoutRepeats(request.inputs);
  const named = inputs.map((input) => input.kind === "named" ? requireStats(input.path) : null);
  const work = new FileWork(request, takenBy(inputs));
  const streams = createFilesReport();
  try {
    inputs.forEach((input, i) => {
      if (input.kind === "stdin") scanStandardInput(input.path, streams);
      else if (input.kind === "listed") addListed(input.path, work);
      else addNamed(input.path, named[i], work, streams);
    });
    const files = await work.finish();
    return {
      findings: groupFindings([...files.sightings, ...streams.sightings]),
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
function addNamed(path, stats, work, streams) {
  if (stats.isDirectory()) work.addFolder(withoutEndSlash(path));
  else if (stats.isFile()) work.addFile(path, true);
  else scanStream(path, streams);
}
function addListed(listed, work) {
  const path = withoutEndSlash(listed);
  try {
    const stats = (0, import_node_fs4.lstatSync)(toFsPath(path));
    const reason = reasonForKind(stats);
    if (reason !== null) work.addSkip({ path, reason, detail: "" });
    else if (stats.isDirectory()) work.addFolder(path);
    else work.addFile(path, false);
  } catch (error) {
    work.addSkip(skipOf(path, error));
  }
}
function withoutEndSlash(path) {
  return asBytePath(path.replace(/(?<=[^/])\/+$/, ""));
}
function scanStandardInput(path, report) {
  const blob = new PartialBlob(standardInput(path));
  const result = scanBlob(blob, { wantsLineHash: false });
  addBlob(report, result, blob.failure === null ? null : skipOf(path ?? STANDARD_INPUT2, blob.failure, true));
}
function scanStream(path, report) {
  try {
    withStream(path, (stream) => {
      const blob = new PartialBlob(stream);
      const result = scanBlob(blob, { wantsLineHash: false });
      addBlob(report, result, blob.failure === null ? null : skipOf(path, blob.failure, true));
    });
  } catch (error) {
    report.skips.push(skipOf(path, error, true));
  }
}
var FileWork = class {
  #request;
  #options;
  #isTaken;
  #report = createFilesReport();
  #segments = [];
  /** Files that came one by one, by whether they were named, waiting for a batch to be full. */
  #single = /* @__PURE__ */ new Map();
  #filesSeen = 0;
  #pool = null;
  constructor(request, isTaken) {
    this.#request = request;
    this.#isTaken = isTaken;
    const isShared = request.jobs > 1 && request.workerScript !== null;
    this.#options = {
      wantsLineHash: request.wantsLineHash,
      largeFileBytes: isShared ? LARGE_FILE_BYTES : Infinity
    };
  }
  addFolder(folder) {
    for (const item of walkFolder(folder, this.#isTaken)) {
      if (item.kind === "skip") this.addSkip(item.skip);
      else this.#addBatch(item.batch);
    }
  }
  addFile(path, isNamed) {
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
        for (const segment of segmentsOf(file, SEGMENT_BYTES)) this.#do({ kind: "segment", segment });
      }
      await this.#collect();
      const segments = groupBy(this.#segments, (one) => one.segment.file.path);
      for (const file of large) this.#joinSegments(file, segments.get(file.path) ?? []);
    }
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
    if (this.#pool?.offer(task) !== true) this.#take(doTask(task, this.#options));
  }
  async #collect() {
    if (this.#pool === null) return;
    const { reports, lost } = await this.#pool.drain();
    for (const report of reports) this.#take(report);
    const details = new Map(lost.flatMap(({ paths, detail }) => paths.map((path) => [path, detail])));
    for (const [path, detail] of details) this.addSkip({ path, reason: "worker-lost", detail });
  }
  #take(done) {
    if (done.kind === "segment") {
      this.#segments.push(done.report);
      return;
    }
    const { report } = done;
    this.#report.files += report.files;
    this.#report.bytes += report.bytes;
    addAll(this.#report.sightings, report.sightings);
    addAll(this.#report.skips, report.skips);
    addAll(this.#report.large, report.large);
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
    const isWhole = skip === null && reports.length * SEGMENT_BYTES >= file.sizeBytes;
    if (skip) this.addSkip(skip);
    if (isWhole) this.#report.files++;
    const isBinary = reports.some((one) => one.isBinary);
    addAll(this.#report.sightings, isBinary ? sightings.map(inBytes) : sightings);
  }
};

// src/model/skip.ts
var SKIP_REASONS = {
  symlink: { isFailure: false },
  "special-file": { isFailure: false },
  excluded: { isFailure: false },
  submodule: { isFailure: false },
  unreadable: { isFailure: true },
  vanished: { isFailure: true },
  "missing-object": { isFailure: true },
  "corrupt-object": { isFailure: true },
  "worker-lost": { isFailure: true }
};
function isFailure(skip) {
  return SKIP_REASONS[skip.reason].isFailure;
}

// src/model/scan-result.ts
function isComplete(result) {
  return !result.skips.some(isFailure);
}

// src/cli/exit-code.ts
var EXIT = { clean: 0, findings: 1, failure: 2 };
function exitCodeOf(result, isExitZero) {
  if (result.findings.length > 0 && !isExitZero) return EXIT.findings;
  return isComplete(result) ? EXIT.clean : EXIT.failure;
}

// src/cli/current-folder.ts
var import_node_fs5 = require("node:fs");
function currentFolder() {
  try {
    const folder = process.cwd();
    return folder.includes("\uFFFD") ? asBytePath(import_node_fs5.realpathSync.native(".", "latin1")) : toBytePath(folder);
  } catch (error) {
    throw new ScanError("input-failed", `the current folder cannot be used: ${errorCode(error)}`, { cause: error });
  }
}

// src/cli/output.ts
var import_node_fs7 = require("node:fs");
var import_node_path = require("node:path");

// src/cli/options.ts
var FORMATS = ["text", "json", "sarif"];
var REPORTING = ["format", "output", "report", "exit-zero", "show-secrets", "quiet", "verbose", "no-color"];
var COMMANDS = {
  scan: {
    usage: "scan [paths..]",
    describe: "Scan files, folders and globs (default .); - is standard input",
    options: ["files-from", "stdin-filename", "jobs", ...REPORTING]
  },
  staged: {
    usage: "staged [files..]",
    describe: "Scan what the commit would record; a named file that is not staged is read from disk",
    options: REPORTING
  },
  hook: {
    usage: "hook pre-commit [files..]",
    describe: "Scan what the commit would record, as the entry of a git hook",
    options: REPORTING
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
  }
};

// src/cli/streams.ts
var import_node_fs6 = require("node:fs");
var RETRY_MS2 = 2;
var STANDARD_INPUT3 = 0;
var STANDARD_OUTPUT = 1;
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
function outputColumns() {
  if (!(0, import_node_fs6.fstatSync)(STANDARD_OUTPUT).isCharacterDevice()) return null;
  return process.stdout.isTTY ? process.stdout.columns || 80 : null;
}
function noteTerminalInput() {
  const isTerminal = (0, import_node_fs6.fstatSync)(STANDARD_INPUT3).isCharacterDevice() && process.stdin.isTTY;
  if (isTerminal) printError("reading standard input; Ctrl-D ends it\n");
}
function writeAll(fd, text) {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += (0, import_node_fs6.writeSync)(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS2);
    }
  }
}

// src/cli/output.ts
var STANDARD_OUTPUT2 = 1;
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
    printTo(STANDARD_OUTPUT2, text);
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
  const [, format2 = "", file = ""] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  if (!FORMATS.includes(format2)) {
    throw new UsageError(
      `bad --report ${JSON.stringify(value)}: write FORMAT=FILE, FORMAT being one of ${FORMATS.join(", ")}`
    );
  }
  return { format: format2, file: readFile(file, decode) };
}
function readFile(name, decode) {
  if (name === "") throw new UsageError("cannot write a report to an empty path");
  return name === "-" || descriptorOf(name) === STANDARD_OUTPUT2 ? null : decode(name);
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
      (0, import_node_fs7.closeSync)((0, import_node_fs7.openSync)(temporary, "wx"));
      (0, import_node_fs7.unlinkSync)(temporary);
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
function placeOf(file) {
  try {
    return realPathOf(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  const folder = realPathOf(asBytePath((0, import_node_path.dirname)(file)));
  const place = asBytePath((0, import_node_path.join)(folder, (0, import_node_path.basename)(file)));
  const link = (0, import_node_fs7.lstatSync)(toFsPath(place), { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? placeOf(asBytePath((0, import_node_path.resolve)(folder, (0, import_node_fs7.readlinkSync)(toFsPath(place), "latin1")))) : place;
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
function nameOf(file) {
  return JSON.stringify(toDisplayPath(file));
}

// src/report/shown-secret.ts
function shownSecret(finding, isAskedFor) {
  return isAskedFor ? finding.secret.reveal() : null;
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
var NAMED2 = { "\n": "\\n", "\r": "\\r", "	": "\\t", "\x1B": "\\e" };
function visiblePath(path) {
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
  const named = NAMED2[character];
  if (named !== void 0) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code < 256) return `\\x${hex(code, 2)}`;
  return code < 65536 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 1)}}`;
}
function hex(value, digits) {
  return value.toString(16).padStart(digits, "0");
}

// src/report/json.ts
function formatJson(input) {
  return `${visibleJson(JSON.stringify(toReport(input), null, 2))}
`;
}
function toReport(input) {
  const { result, version } = input;
  const { files, objects, bytes } = result.totals;
  return {
    schema: "cfltguard/report/v1",
    tool: { name: "cfltguard", version },
    findings: result.findings.map((finding) => toReportFinding(finding, input)),
    summary: {
      complete: isComplete(result),
      files,
      objects,
      commits: 0,
      bytes,
      suppressed: 0,
      skipped: result.skips.map(toReportSkip)
    }
  };
}
function toReportFinding(finding, input) {
  const secret = shownSecret(finding, input.showsSecrets);
  return {
    rule: finding.rule,
    confidence: finding.confidence,
    secretSha256: finding.secretSha256,
    fingerprint: finding.fingerprint,
    preview: finding.secret.preview,
    ...secret === null ? {} : { secret },
    keyIds: finding.keyIds,
    occurrences: finding.occurrences.map(toReportOccurrence),
    lifetime: null,
    verification: { status: "not-checked" }
  };
}
function toReportOccurrence(occurrence) {
  const { origin } = occurrence;
  return {
    repository: null,
    ...toReportPath(origin.path),
    members: [],
    line: occurrence.line,
    column: occurrence.column,
    endLine: occurrence.endLine,
    endColumn: occurrence.endColumn,
    offsetBytes: occurrence.offsetBytes,
    lineHash: occurrence.lineHash,
    encodings: [],
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

// src/report/summary.ts
var UNITS = ["kB", "MB", "GB", "TB"];
function formatSummary(result, elapsedMs) {
  const { files, bytes } = result.totals;
  const failures = result.skips.filter(isFailure).length;
  const parts = [
    `scanned ${count(files, "file")}, ${formatBytes(bytes)}`,
    ...result.skips.length > 0 ? [`skipped ${formatNumber(result.skips.length)} (${countReasons(result.skips)})`] : [],
    ...failures > 0 ? [`INCOMPLETE: ${count(failures, "input")} could not be read`] : [],
    `${count(result.findings.length, "finding")} in ${(elapsedMs / 1e3).toFixed(2)} s`
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

// rules/confluent-api-secret.json
var confluent_api_secret_default = {
  id: "confluent-api-secret",
  title: "Confluent Cloud API secret",
  name: "ConfluentApiSecret",
  confidence: "proven",
  severity: "9.5",
  pattern: "cflt[A-Za-z0-9+/]{59}[AQgw]",
  explanation: "A Confluent Cloud API secret stands here in plain text. Its checksum is right, so it is not a look-alike. With its key ID it gives whoever reads this the rights of the key's owner, until the key is deleted.",
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
var RULES = [confluent_api_secret_default].map(requireRule);

// src/version.ts
var VERSION = "0.1.0";

// src/cli/report.ts
var MAX_NAMED_FAILURES = 20;
async function publish(result, kind, targets, args) {
  const input = { result, rules: RULES, version: VERSION, showsSecrets: args.isOn("show-secrets") };
  const failures = [];
  for (const target of targets) {
    try {
      await writeReport(target, await format(target, input, kind, args));
    } catch (error) {
      failures.push(error);
    }
  }
  printError(formatNotes(result, args));
  if (failures.length > 0) throw failures[0];
}
async function format(target, input, kind, args) {
  switch (target.format) {
    case "text": {
      if (input.result.findings.length === 0) return "";
      const { formatText } = await Promise.resolve().then(() => __toESM(require("./lazy-text.cjs"), 1));
      const columns = target.file === null ? outputColumns() : null;
      return formatText(input, { width: columns, hasColor: hasColor(columns !== null, target, args) });
    }
    case "json":
      return formatJson(input);
    case "sarif": {
      const { formatSarifFor } = await Promise.resolve().then(() => __toESM(require("./lazy-sarif.cjs"), 1));
      return formatSarifFor(input, kind);
    }
  }
}
function hasColor(isTerminal, target, args) {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (args.isOn("no-color") || NO_COLOR || target.file !== null) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
function formatNotes(result, args) {
  const isVerbose = args.isOn("verbose");
  const failures = result.skips.filter(isFailure);
  const named = isVerbose ? result.skips : failures.slice(0, MAX_NAMED_FAILURES);
  const unnamed = isVerbose ? 0 : failures.length - named.length;
  const isSilent = args.isOn("quiet") && failures.length === 0;
  return [
    ...named.map(formatSkip),
    unnamed > 0 ? `and ${unnamed} more; --verbose names them
` : "",
    isSilent ? "" : formatSummary(result, process.uptime() * 1e3)
  ].join("");
}

// src/cli/lazy-scan.ts
var MOST_DEFAULT_JOBS = 6;
var MOST_JOBS = 256;
var GLOB_CHARACTERS = /[*?[\]{}()!]/;
async function runScan(context) {
  const { args, decode, workerScript } = context;
  currentFolder();
  const targets = readTargets(args, decode);
  const jobs = readJobs(args);
  if (args.positionals.includes("-")) noteTerminalInput();
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const result = await scan({ inputs: await readInputs(context), wantsLineHash, jobs, workerScript });
  await publish(result, "tree", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}
async function readInputs({ args, decode }) {
  const stdinName = args.text("stdin-filename");
  const list = args.text("files-from");
  const readsStdin = args.positionals.includes("-");
  if (list === "-" && readsStdin) throw new UsageError("standard input cannot be both the list of files and an input");
  if (stdinName !== void 0 && !readsStdin) throw new UsageError("--stdin-filename needs - among the paths");
  const named = [];
  for (const argument of args.positionals) {
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
    (0, import_node_fs8.lstatSync)(toFsPath(path));
    return true;
  } catch {
    return false;
  }
}
function readList(file) {
  const name = JSON.stringify(toDisplayPath(file));
  let text;
  try {
    text = (file === "-" ? readStandardInput() : (0, import_node_fs8.readFileSync)(toFsPath(file))).toString("latin1");
  } catch (error) {
    throw new UsageError(`cannot read the list ${name}: ${errorCode(error)}`);
  }
  if (text.includes("\n") && !text.includes("\0")) {
    throw new UsageError(`the list ${name} is not NUL-separated: write it with find -print0 or git ls-files -z`);
  }
  return text.split("\0").filter((path) => path !== "").map((path) => ({ kind: "listed", path: asBytePath(path) }));
}
function readJobs(args) {
  const text = args.text("jobs");
  if (text === void 0) return Math.min((0, import_node_os.availableParallelism)(), MOST_DEFAULT_JOBS);
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) {
    throw new UsageError(`bad --jobs ${JSON.stringify(text)}: a whole number from 1 to ${MOST_JOBS}`);
  }
  return jobs;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runScan
});
