"use strict"; const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
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

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports2, module2) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors2 = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module2.exports = createColors2();
    module2.exports.createColors = createColors2;
  }
});

// src/cli/start.ts
var import_node_worker_threads2 = require("node:worker_threads");

// src/thread-pool.ts
var import_node_worker_threads = require("node:worker_threads");

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

// src/model/secret.ts
var BRAND = /* @__PURE__ */ Symbol.for("cfltguard.Secret");
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
    Object.defineProperty(this, BRAND, { value: true });
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
  if (candidate.length !== 64) return `${candidate.slice(0, Math.min(8, candidate.length >> 3))}…`;
  return `${candidate.slice(0, 8)}…${candidate.slice(-4)}`;
}

// src/kernel/kernel.ts
var ARENA_BYTES = 528 * 1024;
var MAX_CANDIDATES = 8192;
var LINE_HASH_STEP = 4096;

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

// src/codec/crc32.ts
var TABLE = createTable();
function crc32(text) {
  let crc = 4294967295;
  for (let i = 0; i < text.length; i++) {
    crc = (TABLE[(crc ^ text.charCodeAt(i)) & 255] ?? 0) ^ crc >>> 8;
  }
  return ~crc >>> 0;
}
function createTable() {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 3988292384 : crc >>> 1;
    table[byte] = crc;
  }
  return table;
}

// src/detect/checksum.ts
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
  /** Takes a copy of `bytes`, however many, and returns the matches that they complete. */
  push(bytes) {
    const matches = [];
    for (let at = 0; at < bytes.length; ) {
      const start = this.makeRoom();
      const piece = bytes.subarray(at, at + this.kernel.arena.length - start);
      this.kernel.arena.set(piece, start);
      matches.push(...this.commit(piece.length));
      at += piece.length;
    }
    return matches;
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
    this.kernel.arena.copyWithin(0, from, this.#filled);
    this.#base += from;
    this.#filled -= from;
    this.#probed -= from;
    this.#measured -= from;
    this.#pending = this.#pending.map((at) => at - from);
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

// src/kernel/wasm.generated.ts
var WASM_BASE64 = "AGFzbQEAAAABKAdgAX8AYAAAYAN/f38Bf2ABfwF/YAN/f38AYAR/f39/AX9gAn9/AX8CDwEDZW52Bm1lbW9yeQIAAgMJCAAAAQIDBAUGBjoLfgFCAAt+AUIBC38BQQALfwFBAQt/AUEAC38BQQALfwFBAAt/AUEAC38BQYABC38BQb8BC38BQQALB2YHDmZpbmRDYW5kaWRhdGVzAAYNY291bnROZXdsaW5lcwAHC21lYXN1cmVVdGY4AAUNcmVzZXRMaW5lSGFzaAACDHB1c2hMaW5lSGFzaAADC2VuZExpbmVIYXNoAAQGbWVtb3J5AgAMAQIK0A0IogEBAn8gAEEJRiAAQSBGcgR/QQEFIABBCkZBACMEGwsEQEEAJAQPCyAAQQ1GJAQjAyEBQQogACMEGyIAQQpGJAMjAkGQC2otAAAEQCMFIwZBA3RqIwA3AwAjBkEBaiQGCyAArSMAQiV+fCMBIwJBAnRBgAhqIgI1AgB+fSQAIAIgADYCACMCQZALaiABQQBHOgAAIwJBAWpBACMCQeMARxskAguZAgEBfyMHRQRAIABBgAFJBEAgABAADwsgAEHfAU0gAEHCAU9xBEBBASQHIABBH3EkCgUgAEHvAU0gAEHgAU9xBEAgAEHgAUYEQEGgASQICyAAQe0BRgRAQZ8BJAkLQQIkByAAQQ9xJAoFIABB9AFNIABB8AFPcQRAIABB8AFGBEBBkAEkCAsgAEH0AUYEQEGPASQJC0EDJAcgAEEHcSQKBUH9/wMQAAsLCw8LIAAjCU0gACMITyIBIAEbQYABJAhBvwEkCUUEQEEAJAdB/f8DEAAgABABDwsgAEE/cSMKQQZ0ciQKIwdBAWskByMHBEAPCyMKQYCABEkEQCMKEAAPCyMKQQp2QcCvA2oQACMKQf8HcUGAuANqEAALWAEBf0GACEEAQZAD/AsAQZALQQBB5AD8CwBCACQAQQAkAkEBJANBACQEQQAkB0GAASQIQb8BJAlCASQBA0AgAEHkAEgEQCMBQiV+JAEgAEEBaiEADAELCwsnACACJAVBACQGA0AgACABSQRAIAAtAAAQASAAQQFqIQAMAQsLIwYLlwEBAX8gACQFQQAkBiMHBEBB/f8DEAALQQAkB0H//wMQAEEAIQADQCAAQeQASARAIwJBkAtqLQAABEAjBSMGQQN0aiMANwMAIwZBAWokBgsjAEIlfiMBIwJBAnRBgAhqIgE1AgB+fSQAIAFBADYCACMCQZALakEAOgAAIwJBAWpBACMCQeMARxskAiAAQQFqIQAMAQsLIwYLYAEFfwNAIAAgAUkEQCAFIAAtAAAiA0HwAU8iBEEBIANBwAFxQYABRiIHa2pqIQUgBiADQcABTyADQeABT2ogBGogB2tqIQYgAEEBaiEADAELCyACIAU2AgAgAiAGNgIEC4EFAgd/AXsgASAAa0HAAEkEQEEADwsgACEEIAFBEGshCANAIAQgCE0EQP0MCg4ODg4ODg4ODgwFBAQEBSAE/QAEACIL/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAABAgQIBAgAAAAAAAAAACALQQT9bf0O/U79Y0UEQCAEQTBqIQQMAgsgBCEFAn8DQCAAIAVJBED9DAoODg4ODg4ODg4MBQQEBAUgBUEQa/0ABAAiC/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAAQIECAQIAAAAAAAAAAAgC0EE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIHBEAgACAFIAdnQRBrayIFIAAgBUsbDAMLIAVBEGshBQwBCwsgAAshBSAEQRBqIQQCfwNAIAEgBEsEQP0MCg4ODg4ODg4ODgwFBAQEBSAE/QAEACIL/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAABAgQIBAgAAAAAAAAAACALQQT9bf0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgcEQCABIAQgB2hqIgQgASAESRsMAwsgBEEQaiEEDAELCyABCyIJIAVrQcAATwRAIAlBQGohBwNAIAUgB00EQAJAIAX9AAQA/QxjY2NjY2NjY2NjY2NjY2Nj/SMgBf0ABAH9DGZmZmZmZmZmZmZmZmZmZmb9I/1O/WQhBANAIAQEQCAFIARoaiEKIAQgBEEBa3EhBCAHIApJDQIgCigCAEHjzLGjB0cNASACIAZBAnRqIAo2AgAgBkEBaiIGIANGDQIMAQsLIAVBEGohBQwCCwsLIAMgBkYEQCAGDwsLIAlBMGohBAwBCwsgBguQAgIDfwF7A0AgAEFAayABTQRAIAEgAEHAH2oiAiABIAJJGyEE/QwAAAAAAAAAAAAAAAAAAAAAIQUDQCAEIABBQGsiAk8EQCAFIAD9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABBD9DAoKCgoKCgoKCgoKCgoKCgr9I/1uIAD9AAQg/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABDD9DAoKCgoKCgoKCgoKCgoKCgr9I/1u/W79cSEFIAIhAAwBCwsgAyAF/X39fyIF/RsAIAX9GwFqIAX9GwJqIAX9GwNqaiEDDAELCwNAIAAgAUkEQCADQQFqIAMgAC0AAEEKRhshAyAAQQFqIQAMAQsLIAMLC4IEAgBBgAgLkAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEGQCwtkAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

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
var STRONG = keyIdPattern("[A-Z2-7]{16}");
var WEAK = keyIdPattern("[A-Z0-9]{16}");
var MAX_GAP_BYTES = 1200;
var TIE_BYTES = 8;
var LOOKS_LIKE_NUMBER = /^[0-9]{16}$|^[0-9]{8}T[0-9]{6}Z$/;
function findKeyIds(context) {
  const strong = distances(context, STRONG);
  const all = strong.size > 0 ? strong : distances(context, WEAK);
  const nearest = Math.min(...all.values());
  const ids = [...all].filter(([, distance]) => distance - nearest < TIE_BYTES).map(([id]) => id);
  return ids.sort();
}
function distances(context, pattern) {
  const found = /* @__PURE__ */ new Map();
  const add = (id, distance) => {
    if (distance > MAX_GAP_BYTES || LOOKS_LIKE_NUMBER.test(id)) return;
    found.set(id, Math.min(distance, found.get(id) ?? Infinity));
  };
  for (const { 0: id, index } of context.before.matchAll(pattern)) add(id, context.before.length - index - id.length);
  for (const { 0: id, index } of context.after.matchAll(pattern)) add(id, index);
  return found;
}
function keyIdPattern(id) {
  return new RegExp(`(?:(?<![A-Za-z0-9])|(?<=\\\\[nrtbf]|\\\\u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2}))${id}(?![A-Za-z0-9])`, "g");
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
  const matches = [];
  let offset = stretch.firstByte;
  detector.begin(stretch);
  for (; ; ) {
    const start = detector.makeRoom();
    const count2 = blob.read(arena, start, Math.min(arena.length - start, stopBytes - offset), offset);
    if (count2 === 0) break;
    if (offset === 0 && options.isTooLarge?.()) return null;
    offset += count2;
    const ready = detector.commit(count2);
    if (ready.length > 0) matches.push(...ready);
  }
  matches.push(...detector.end());
  return {
    sightings: matches.length === 0 ? [] : sight(blob.origin, matches, hashesFor(blob, matches, options)),
    bytes: Math.max(0, Math.min(offset, stretch.end) - stretch.start),
    measure: options.stretch === void 0 ? null : detector.measureStretch()
  };
}
var PushedBlob = class {
  #origin;
  #wantsLineHash;
  #matches = [];
  #detector;
  #bytes = 0;
  constructor(origin, wantsLineHash, detector = threadDetector()) {
    this.#origin = origin;
    this.#wantsLineHash = wantsLineHash;
    this.#detector = detector;
    detector.begin();
  }
  push(bytes) {
    this.#bytes += bytes.length;
    this.#matches.push(...this.#detector.push(bytes));
  }
  /** A `lineHash` is given only if the blob fits the kernel's arena: its bytes are gone otherwise. */
  end() {
    const detector = this.#detector;
    this.#matches.push(...detector.end());
    const canHash = this.#wantsLineHash && detector.holdsWholeBlob;
    const hashes = canHash ? hashHeld(detector, linesOf(this.#matches)) : NO_HASHES;
    const sightings = sight(this.#origin, this.#matches, hashes);
    return { sightings, bytes: this.#bytes, measure: null };
  }
};
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
function hashesFor(blob, matches, options) {
  const isWholeFile = options.stretch === void 0 && blob.origin.source !== "stdin";
  if (!options.wantsLineHash || !isWholeFile || matches.length === 0) return NO_HASHES;
  const detector = threadDetector();
  const lines = linesOf(matches);
  if (detector.holdsWholeBlob) return hashHeld(detector, lines);
  return blob.isSeekable ? hashLinesOf(blob, lines) : NO_HASHES;
}
function hashHeld(detector, lines) {
  const { kernel, heldBytes } = detector;
  if (!isTextHead(kernel.arena.subarray(0, heldBytes))) return NO_HASHES;
  return hashLines(kernel, (visit) => visit(0, heldBytes), lines);
}
function linesOf(matches) {
  return new Set(matches.map((match) => positionAfter(match.textBefore).line));
}
function sight(origin, matches, lineHashes) {
  return matches.map((match) => ({
    origin,
    offsetBytes: match.span.start,
    textBefore: match.textBefore,
    secret: match.secret,
    keyIds: findKeyIds(match.context),
    lineHash: lineHashes.get(positionAfter(match.textBefore).line) ?? null
  }));
}

// src/sources/files.ts
var import_node_fs = require("node:fs");
var { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = import_node_fs.constants;
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
    if (count2 === 0) this.#requireWhole(offsetBytes);
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
  #requireWhole(readBytes) {
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
    return { segment, sightings: [], measure: null, bytes: 0, skip };
  }
}
function hashLargeFile(file, lines) {
  try {
    return withFile(file, (blob) => hashLinesOf(blob, lines));
  } catch (error) {
    skipOf(file.path, error);
    return /* @__PURE__ */ new Map();
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

// src/thread-pool.ts
var MAX_WAITING = 3;
function doTask(task, options) {
  if (task.kind === "segment") return { kind: "segment", report: scanSegment(task.segment) };
  const report = createFilesReport();
  scanFiles(task.batch, options, report);
  return { kind: "files", report };
}
function serveTasks(setup, port) {
  port.on("message", (wire) => {
    if (wire === null) {
      port.close();
      return;
    }
    port.postMessage(reportToWire(doTask(taskFromWire(wire), setup.options)));
    Atomics.add(setup.done, 0, 1);
  });
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
    this.#worker = new import_node_worker_threads.Worker(script, { workerData: setup });
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
function taskFromWire(wire) {
  if ("segment" in wire) return { kind: "segment", segment: wire.segment };
  const paths = wire.paths.split("\0").map(asBytePath);
  return { kind: "files", batch: { paths, followsLinks: wire.followsLinks } };
}
function reportToWire(report) {
  const sightings = report.report.sightings.map((one) => ({ ...one, secret: one.secret.toThread() }));
  return { ...report, report: { ...report.report, sightings } };
}
function reportFromWire(wire) {
  const sightings = wire.report.sightings.map((one) => ({
    ...one,
    secret: new Secret(one.secret)
  }));
  return { ...wire, report: { ...wire.report, sightings } };
}

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

// src/version.ts
var VERSION = "0.1.0";

// src/cli/arguments.ts
var import_node_util = require("node:util");

// src/cli/options.ts
var FORMATS = ["text", "json", "sarif"];
var OPTIONS = {
  format: { type: "string", describe: "Format of the report", choices: FORMATS, default: "text" },
  output: { type: "string", placeholder: "FILE", describe: "Write the report to FILE, not to standard output" },
  report: {
    type: "string",
    placeholder: "FORMAT=FILE",
    describe: "Write one more report; repeatable; - is standard output",
    isRepeatable: true
  },
  "files-from": {
    type: "string",
    placeholder: "FILE",
    describe: "Scan what FILE lists, NUL-separated; - is standard input"
  },
  "stdin-filename": { type: "string", placeholder: "PATH", describe: "What to call standard input in reports" },
  jobs: { type: "string", placeholder: "N", describe: "Threads to use (default: one a processor, at most 8)" },
  "exit-zero": { type: "boolean", describe: "Exit with 0 where findings would make it 1", default: false },
  "show-secrets": { type: "boolean", describe: "Print the secrets themselves (text and json)", default: false },
  quiet: { type: "boolean", describe: "No summary, unless something could not be read", default: false },
  verbose: { type: "boolean", describe: "Name every input that was not read", default: false },
  "no-color": { type: "boolean", describe: "No colour, also on a terminal", default: false },
  count: { type: "string", placeholder: "N", describe: "How many to make", default: "1" },
  help: { type: "boolean", describe: "Show this help", short: "h", default: false },
  version: { type: "boolean", describe: "Show the version", default: false }
};
var REPORTING = ["format", "output", "report", "exit-zero", "show-secrets", "quiet", "verbose", "no-color"];
var COMMANDS = {
  scan: {
    usage: "scan [paths..]",
    describe: "Scan files and folders (default .); - is standard input",
    options: ["files-from", "stdin-filename", "jobs", ...REPORTING]
  },
  staged: {
    usage: "staged [files..]",
    describe: "Scan what the commit would record; a named file that is not staged is read from disk",
    options: REPORTING
  },
  hook: {
    usage: "hook pre-commit [files..]",
    describe: "The same, as the entry of a git hook",
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
var COMMON_OPTIONS = ["help", "version"];
function parserOptions(names) {
  return Object.fromEntries(
    names.map((name) => {
      const { type, isRepeatable, short } = OPTIONS[name];
      return [name, { type, multiple: isRepeatable ?? false, ...short === void 0 ? {} : { short } }];
    })
  );
}

// src/cli/arguments.ts
function readArguments(argv) {
  const command = findCommand(argv);
  const names = [...COMMON_OPTIONS, ...command === null ? [] : COMMANDS[command].options];
  const args = command === null ? argv : argv.filter((_, i) => i !== argv.indexOf(command));
  const { values, positionals } = parse(args, names);
  checkChoices(values);
  return {
    command,
    positionals,
    text: (name) => values[name] ?? OPTIONS[name].default,
    texts: (name) => values[name] ?? [],
    isOn: (name) => values[name] === true,
    isGiven: (name) => values[name] !== void 0
  };
}
function findCommand(argv) {
  const first = argv.find((argument) => !argument.startsWith("-"));
  if (first === void 0) {
    if (argv.length === 0) throw new UsageError("no command given; see cfltguard --help");
    return null;
  }
  if (Object.hasOwn(COMMANDS, first)) return first;
  throw new UsageError(
    `unknown command ${JSON.stringify(first)}${suggest(first, Object.keys(COMMANDS))}; see cfltguard --help`
  );
}
function parse(args, names) {
  try {
    return (0, import_node_util.parseArgs)({ args: [...args], options: parserOptions(names), allowPositionals: true });
  } catch (error) {
    throw new UsageError(explain(error, args, names));
  }
}
function explain(error, args, names) {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(--?[^' ,]+)/.exec(message)?.[1] ?? "";
  const isUnknown = error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  if (isUnknown)
    return `unknown option ${JSON.stringify(option)}${suggest(
      option,
      names.map((name) => `--${name}`)
    )}`;
  const spec = OPTIONS[option.replace(/^--/, "")];
  if (spec?.type === "boolean") return `option ${option} takes no value`;
  if (spec?.type === "string")
    return `option ${option} needs a value: ${option} ${spec.placeholder ?? spec.choices?.join("|")}`;
  return `cannot read the command line ${JSON.stringify(args.join(" "))}: ${message}`;
}
function checkChoices(values) {
  for (const [name, value] of Object.entries(values)) {
    const { choices } = OPTIONS[name];
    if (choices && !choices.includes(value)) {
      throw new UsageError(`unknown ${name} ${JSON.stringify(value)}: choose one of ${choices.join(", ")}`);
    }
  }
}
function suggest(word, known) {
  const near = known.find((candidate) => isNear(word, candidate));
  return near === void 0 ? "" : `; did you mean ${near}?`;
}
function isNear(a, b) {
  if (a.length > 3 && b.startsWith(a)) return true;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  const restA = a.slice(head);
  const restB = b.slice(head);
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB || restB.slice(1) === restA || restA.slice(1) === restB.slice(1) || isSwapped;
}

// src/cli/argv-bytes.ts
var import_node_fs2 = require("node:fs");
function readCommandLine(argv) {
  if (argv.some((argument) => argument.includes("�"))) {
    const raw = readRawArguments().slice(-argv.length);
    const isSame = raw.length === argv.length && raw.every((bytes, i) => bytes.toString("utf8") === argv[i]);
    if (isSame) return { argv: raw.map((bytes) => bytes.toString("latin1")), decode: asBytePath };
  }
  return { argv, decode: toBytePath };
}
function readRawArguments() {
  try {
    const text = (0, import_node_fs2.readFileSync)("/proc/self/cmdline", "latin1").replace(/\0$/, "");
    return text.split("\0").map((argument) => Buffer.from(argument, "latin1"));
  } catch {
    return [];
  }
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
  return path.replace(CHARACTER, (bytes) => {
    const character = Buffer.from(bytes, "latin1").toString("utf8");
    return character === "�" && bytes.length === 1 ? `\\x${hex(bytes.charCodeAt(0), 2)}` : visibleCharacter(character);
  });
}
function visibleText(text) {
  return text.replace(/./gsu, visibleCharacter);
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

// src/sources/stream.ts
var import_node_fs3 = require("node:fs");
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
  const fd = (0, import_node_fs3.openSync)(toFsPath(path), "r");
  try {
    return use(createStream(fd, origin));
  } finally {
    (0, import_node_fs3.closeSync)(fd);
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
      return (0, import_node_fs3.readSync)(fd, target, start, maxBytes, null);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

// src/cli/streams.ts
var import_node_fs4 = require("node:fs");
var RETRY_MS2 = 2;
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
function outputColumns() {
  if (!(0, import_node_fs4.fstatSync)(STANDARD_OUTPUT).isCharacterDevice()) return null;
  return process.stdout.isTTY ? process.stdout.columns || 80 : null;
}
function writeAll(fd, text) {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += (0, import_node_fs4.writeSync)(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS2);
    }
  }
}

// src/cli/check.ts
async function runCheck({ args }) {
  if (args.positionals.length > 0) {
    throw new UsageError(
      "check reads standard input, one candidate a line: a secret on a command line is seen by others"
    );
  }
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

// src/fake.ts
var MARK = "FAKEcfltguardFAKE";
var BODY_CHARACTERS = 54;
var ALPHABET3 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function fakeSecret(random) {
  let body = MARK;
  while (body.length < BODY_CHARACTERS) body += ALPHABET3.charAt(random());
  return PREFIX + body + checksumOf(body);
}

// src/cli/fake.ts
var MOST = 1e6;
async function runFake({ args }) {
  const text = args.text("count") ?? "";
  const count2 = Number(text);
  if (!Number.isInteger(count2) || count2 < 1 || count2 > MOST) {
    throw new UsageError(`bad --count ${JSON.stringify(text)}: a whole number from 1 to ${MOST}`);
  }
  if (args.positionals.length > 0)
    throw new UsageError(`fake takes no argument; it was given ${JSON.stringify(args.positionals[0])}`);
  const { randomInt } = await import("node:crypto");
  const lines = Array.from({ length: count2 }, () => `${fakeSecret(() => randomInt(64))}
`);
  printOutput(lines.join(""));
  return EXIT.clean;
}

// src/cli/scan.ts
var import_node_fs8 = require("node:fs");
var import_node_os = require("node:os");

// src/scan.ts
var import_node_fs6 = require("node:fs");

// src/codec/sha256.ts
function sha256Hex(text) {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(text, "utf8").digest("hex");
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

// src/sources/walk.ts
var import_node_fs5 = require("node:fs");
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
  const directory = (0, import_node_fs5.opendirSync)(toFsPath(folder), { encoding: "latin1", bufferSize: READ_ENTRIES });
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
    return entry === null || entry.constructor === import_node_fs5.Dirent ? entry : "unknown";
  } catch (error) {
    const isAboutEntry = isSystemError(error) ? error.syscall === "lstat" : error instanceof TypeError;
    if (isAboutEntry) return "unknown";
    throw error;
  }
}
function* listByStat(folder) {
  for (const name of (0, import_node_fs5.readdirSync)(toFsPath(folder), "latin1")) {
    const kind = askAbout(joinPath(folder, name), (path) => (0, import_node_fs5.lstatSync)(path)) ?? UNKNOWN_KIND;
    yield {
      name,
      isFile: () => kind.isFile(),
      isDirectory: () => kind.isDirectory(),
      isSymbolicLink: () => kind.isSymbolicLink()
    };
  }
}
function isGitDirectory(folder) {
  const inside = (name) => askAbout(joinPath(folder, name), (path) => (0, import_node_fs5.statSync)(path));
  const ownsStores = inside("objects")?.isDirectory() && inside("refs")?.isDirectory();
  const isPartOfGit = ownsStores || inside("commondir")?.isFile();
  return isPartOfGit === true && /^(?:ref:\s*refs\/|refs\/|[0-9a-f]{40})/.test(readHead(joinPath(folder, "HEAD")));
}
function readHead(path) {
  const kind = askAbout(path, (link) => (0, import_node_fs5.lstatSync)(link));
  if (kind?.isSymbolicLink()) return askAbout(path, (link) => (0, import_node_fs5.readlinkSync)(link)) ?? "";
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

// src/scan.ts
var FILES_BEFORE_WORKERS = 1e3;
var LARGE_FILE_BYTES = 128 * 1024 * 1024;
var SEGMENT_BYTES = 16 * 1024 * 1024;
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
    return (0, import_node_fs6.statSync)(toFsPath(path));
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
    const stats = (0, import_node_fs6.lstatSync)(toFsPath(path));
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
  try {
    addBlob(report, scanBlob(standardInput(path), { wantsLineHash: false }), null);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ScanError("input-failed", `cannot read standard input: ${errorCode(error)}`, { cause: error });
  }
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
    addAll(this.#report.sightings, isWhole ? this.#withHashes(file, sightings) : sightings);
  }
  #withHashes(file, sightings) {
    if (!this.#request.wantsLineHash || sightings.length === 0) return sightings;
    const lineOf2 = (sighting) => positionAfter(sighting.textBefore).line;
    const hashes = hashLargeFile(file, new Set(sightings.map(lineOf2)));
    return sightings.map((sighting) => ({ ...sighting, lineHash: hashes.get(lineOf2(sighting)) ?? null }));
  }
};

// src/cli/output.ts
var import_node_fs7 = require("node:fs");
var import_node_path = require("node:path");
var STANDARD_OUTPUT2 = 1;
var ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
function readTargets(args, decode = toBytePath) {
  const main2 = { format: args.text("format"), file: readFile(args.text("output") ?? "-", decode) };
  const others = args.texts("report").map((value) => readReport(value, decode));
  const isMainWanted = args.isGiven("format") || args.isGiven("output") || !others.some(({ file }) => file === null);
  const targets = isMainWanted ? [main2, ...others] : others;
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

// src/report/text.ts
var import_picocolors = __toESM(require_picocolors(), 1);

// src/report/reporter.ts
function requireRuleOf(input, id) {
  const rule = input.rules.find((one) => one.id === id);
  if (rule === void 0) throw new Error(`no rule ${id}`);
  return rule;
}

// src/report/text.ts
var LABEL_WIDTH = 8;
function formatText(input, style) {
  return input.result.findings.map((finding) => formatFinding(finding, input, style)).join("");
}
function formatFinding(finding, input, style) {
  const rule = requireRuleOf(input, finding.rule);
  const colors = (0, import_picocolors.createColors)(style.hasColor);
  const secret = shownSecret(finding, input.showsSecrets);
  const title = `${colors.bold(colors.red(rule.title))}  ${finding.secret.preview}`;
  return [
    `${title}  ${colors.dim(`${finding.confidence}, ${finding.rule}`)}`,
    ...finding.occurrences.map((one) => `  ${colors.cyan(formatPlace(one))}`),
    ...secret === null ? [] : [labelled("secret", secret, style)],
    formatKeyIds(finding, rule, style),
    ...formatSteps(finding, rule, style),
    "\n"
  ].join("\n");
}
function formatPlace({ origin, line, column }) {
  return `${formatPath(origin.path)}:${line}:${column}`;
}
function formatPath(path) {
  return path === null ? "<stdin>" : visiblePath(path);
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
  const colors = (0, import_picocolors.createColors)(style.hasColor);
  const head = label === "" ? " ".repeat(LABEL_WIDTH) : colors.dim(label.padEnd(LABEL_WIDTH));
  return `  ${head}${bullet}${wrap(text, width).join(`
${indent}`)}`;
}
function wrap(text, width) {
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

// src/cli/report.ts
var MAX_NAMED_FAILURES = 20;
async function publish(result, kind, targets, args) {
  const input = { result, rules: RULES, version: VERSION, showsSecrets: args.isOn("show-secrets") };
  for (const target of targets) await writeReport(target, await format(target, input, kind, args));
  printError(formatNotes(result, args));
}
async function format(target, input, kind, args) {
  switch (target.format) {
    case "text": {
      const columns = target.file === null && input.result.findings.length > 0 ? outputColumns() : null;
      return formatText(input, { width: columns, hasColor: hasColor(columns !== null, target, args) });
    }
    case "json":
      return formatJson(input);
    case "sarif": {
      const { formatSarifFor } = await import("./lazy-sarif.cjs");
      return formatSarifFor(input, kind);
    }
  }
}
function hasColor(isTerminal, target, args) {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (args.isOn("no-color") || NO_COLOR || target.file !== null) return false;
  if (FORCE_COLOR !== void 0) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
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
    isSilent ? "" : formatSummary(result, performance.now())
  ].join("");
}

// src/cli/scan.ts
var MOST_DEFAULT_JOBS = 8;
var MOST_JOBS = 256;
var GLOB_CHARACTERS = /[*?[\]{}()!]/;
async function runScan(context) {
  const { args, decode, workerScript } = context;
  const targets = readTargets(args, decode);
  const jobs = readJobs(args);
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
  const { expandGlob } = await import("./lazy-globs.cjs");
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

// src/cli/staged.ts
var import_node_fs12 = require("node:fs");

// src/staged.ts
var import_node_fs11 = require("node:fs");
var import_node_path4 = require("node:path");

// src/git/spawn.ts
var import_node_child_process = require("node:child_process");

// src/git/program.ts
var import_node_fs9 = require("node:fs");
var import_node_path2 = require("node:path");
function findGit(environment, platform = process.platform, isFile = isRegularFile) {
  if (platform !== "win32") return "git";
  const [, path = ""] = Object.entries(environment).find(([name]) => name.toUpperCase() === "PATH") ?? [];
  const folders = path.split(";").map((folder) => folder.replaceAll('"', ""));
  const programs = folders.filter((folder) => import_node_path2.win32.isAbsolute(folder)).map((folder) => import_node_path2.win32.join(folder, "git.exe"));
  return programs.find(isFile) ?? NO_GIT;
}
var NO_GIT = "no git.exe on PATH?";
function isRegularFile(path) {
  return (0, import_node_fs9.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}

// src/git/spawn.ts
var NEUTRAL_CONFIGURATION = [
  // Empty, not `false`: git before 2.36 would start a program of that name.
  "core.fsmonitor=",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "core.untrackedCache=false",
  "diff.external=",
  "log.showSignature=false",
  "protocol.allow=never"
].flatMap((setting) => ["-c", setting]);
var DROPPED_VARIABLES = /^GIT_(?:EXTERNAL_DIFF|DIFF_OPTS|PAGER|EDITOR|SSH|SSH_COMMAND|PROXY_COMMAND|ASKPASS|TRACE.*|REDIRECT_.*|GRAFT_FILE|.*_PATHSPECS)$/i;
var FIXED_VARIABLES = {
  // No protocol has this name.
  GIT_ALLOW_PROTOCOL: "/",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C"
};
var MAX_STDERR_CHARACTERS = 4096;
function startGit(args, environment) {
  const child = (0, import_node_child_process.spawn)(findGit(environment), ["--no-pager", ...NEUTRAL_CONFIGURATION, ...args], {
    env: neutralise(environment),
    windowsHide: true
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    if (stderr.length < MAX_STDERR_CHARACTERS) stderr += text;
  });
  child.stdin.on("error", () => void 0);
  const end = new Promise((resolve2, reject) => {
    child.on("error", (error) => reject(toScanError(error)));
    child.on("close", (code) => resolve2({ code, stderr: stderr.slice(0, MAX_STDERR_CHARACTERS) }));
  });
  end.catch(() => void 0);
  return { stdin: child.stdin, stdout: child.stdout, end, kill: () => void child.kill() };
}
async function runGit(args, environment) {
  const git = startGit(args, environment);
  git.stdin.end();
  const chunks = [];
  git.stdout.on("data", (chunk) => chunks.push(chunk));
  const { code, stderr } = await git.end;
  return { code, stderr, stdout: Buffer.concat(chunks) };
}
function gitFailure(what, end) {
  const said = wordsOf(end);
  const advice = said.includes("not a git repository") ? "; run it in a repository, or read files with cfltguard scan" : "";
  return new ScanError("git-failed", `${what}: ${said}${advice}`);
}
function wordsOf({ code, stderr }) {
  return stderr.replace(/[\0-\x20\x7f]+/g, " ").trim() || `git ended with ${code ?? "a signal"}`;
}
function neutralise(environment) {
  const kept = Object.entries(environment).filter(([name]) => !DROPPED_VARIABLES.test(name));
  return { ...Object.fromEntries(kept), ...FIXED_VARIABLES };
}
function toScanError(error) {
  const isMissing2 = errorCode(error) === "ENOENT";
  const message = isMissing2 ? "git was not found: install git 2.31 or newer, or put it on PATH" : `git could not be started: ${errorCode(error)}`;
  return new ScanError("git-missing", message, { cause: error });
}

// src/git/cat-file.ts
var LINE_FEED2 = 10;
function startCatFile(environment) {
  return startGit(["cat-file", "--batch", "--buffer"], environment);
}
async function readObjects(oids, first, visitor, environment) {
  let git = first;
  for (let rest = oids; ; git = startCatFile(environment)) {
    const reader = new BatchReader(visitor);
    git.stdin.end(rest.map((oid) => `${oid}
`).join(""));
    for await (const chunk of git.stdout) reader.take(chunk);
    const end = await git.end;
    rest = rest.slice(reader.finished);
    const [broken, ...others] = rest;
    if (broken === void 0) return;
    visitor.fail(broken, isMissing(end) ? "missing-object" : "corrupt-object", wordsOf(end));
    rest = others;
    if (rest.length === 0) return;
  }
}
function isMissing({ stderr }) {
  return stderr.includes("promisor remote");
}
var BatchReader = class {
  /** Objects that came to their end, missing ones too. */
  finished = 0;
  #visitor;
  #oid = "";
  #header = "";
  /** Bytes of the object still to come; -1 while a header is being read. */
  #remaining = -1;
  constructor(visitor) {
    this.#visitor = visitor;
  }
  take(chunk) {
    for (let at = 0; at < chunk.length; ) {
      if (this.#remaining < 0) at = this.#takeHeader(chunk, at);
      else if (this.#remaining > 0) at = this.#takeBytes(chunk, at);
      else at = this.#takeEnd(at);
    }
  }
  #takeHeader(chunk, at) {
    const end = chunk.indexOf(LINE_FEED2, at);
    this.#header += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [oid = "", type, size] = this.#header.split(" ");
    this.#header = "";
    this.#oid = oid;
    if (type === "missing" || size === void 0) {
      this.finished++;
      this.#visitor.fail(oid, "missing-object", "git does not have it");
    } else {
      this.#remaining = Number(size);
      this.#visitor.begin(oid, this.#remaining);
    }
    return end + 1;
  }
  #takeBytes(chunk, at) {
    const bytes = chunk.subarray(at, at + this.#remaining);
    this.#visitor.take(bytes);
    this.#remaining -= bytes.length;
    return at + bytes.length;
  }
  /** Steps over the line feed behind the bytes. */
  #takeEnd(at) {
    this.#remaining = -1;
    this.finished++;
    this.#visitor.end(this.#oid);
    return at + 1;
  }
};

// src/git/index-changes.ts
async function readStagedEntries(environment) {
  let answer = await diffIndex("HEAD", environment);
  if (answer.code !== 0 && await isHeadUnborn(environment)) {
    answer = await diffIndex(await findEmptyTree(environment), environment);
  }
  if (answer.code !== 0) throw gitFailure("cannot read the index", answer);
  const { entries, hasUnmerged } = parseRawDiff(answer.stdout.toString("latin1"));
  const isEmptied = entries.length > 0 && entries.every(({ kind }) => kind === "deleted");
  if (isEmptied && !hasUnmerged) await requireIndex(environment);
  return hasUnmerged ? [...entries, ...await readUnmergedEntries(environment)] : entries;
}
async function requireIndex(environment) {
  if (environment["GIT_INDEX_FILE"] !== void 0) return;
  const answer = await runGit(["rev-parse", "--is-bare-repository"], environment);
  if (answer.stdout.toString("utf8").trim() !== "true") return;
  throw new ScanError("git-failed", "cannot read the index: a bare repository has none; run it in a work tree");
}
var DIFF_FLAGS = [
  "--cached",
  "--raw",
  "-z",
  "-r",
  "--no-abbrev",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--ita-invisible-in-index",
  "--ignore-submodules=none"
];
function diffIndex(tree, environment) {
  return runGit(["diff-index", ...DIFF_FLAGS, tree, "--"], environment);
}
var RAW_HEADER = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;
function parseRawDiff(raw) {
  const fields = raw.split("\0");
  if (fields.length % 2 === 0 || fields.at(-1) !== "") throw misunderstood(raw);
  const entries = [];
  let hasUnmerged = false;
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [header, mode = "", oid = "", status] = RAW_HEADER.exec(fields[i] ?? "") ?? [];
    if (header === void 0) throw misunderstood(raw);
    if (status === "U") hasUnmerged = true;
    else entries.push({ path: asBytePath(fields[i + 1] ?? ""), kind: kindOf(mode), oid });
  }
  return { entries, hasUnmerged };
}
function misunderstood(raw) {
  return new ScanError("git-failed", `cannot read the index: git answered ${JSON.stringify(raw.slice(0, 80))}`);
}
async function readUnmergedEntries(environment) {
  const answer = await runGit(["ls-files", "--unmerged", "--full-name", "-z", "--", ":/"], environment);
  if (answer.code !== 0) throw gitFailure("cannot read the index", answer);
  const records = answer.stdout.toString("latin1").split("\0").filter(Boolean);
  return records.map((record) => {
    const tab = record.indexOf("	");
    const [mode = "", oid = ""] = record.slice(0, tab).split(" ");
    return { path: asBytePath(record.slice(tab + 1)), kind: kindOf(mode), oid };
  });
}
function kindOf(mode) {
  if (mode.startsWith("100")) return "file";
  switch (mode) {
    case "120000":
      return "symlink";
    case "160000":
      return "submodule";
    case "000000":
      return "deleted";
    default:
      throw new ScanError("git-failed", `cannot read the index: an entry has the mode ${JSON.stringify(mode)}`);
  }
}
async function isHeadUnborn(environment) {
  const head = await runGit(["symbolic-ref", "-q", "HEAD"], environment);
  if (head.code !== 0) return false;
  const branch = await runGit(["show-ref", "--verify", "-q", head.stdout.toString("utf8").trim()], environment);
  return branch.code === 1;
}
async function findEmptyTree(environment) {
  const answer = await runGit(["hash-object", "-t", "tree", "--stdin"], environment);
  if (answer.code !== 0) throw gitFailure("cannot read the repository", answer);
  return answer.stdout.toString("utf8").trim();
}

// src/git/place.ts
async function readWorkTreeRoot(environment) {
  const { GIT_DIR: gitDir, ...plain } = environment;
  if (gitDir !== void 0 && environment["GIT_WORK_TREE"] === void 0) {
    const [found, wanted, root2] = await Promise.all([
      revParse("--absolute-git-dir", plain),
      revParse("--absolute-git-dir", environment),
      revParse("--show-toplevel", plain)
    ]);
    const isSame = found.code === 0 && found.stdout.equals(wanted.stdout);
    if (isSame && root2.code === 0) return toPath(root2.stdout);
  }
  const root = await revParse("--show-toplevel", environment);
  if (root.code !== 0) throw gitFailure("cannot find the work tree", root);
  return toPath(root.stdout);
}
function revParse(question, environment) {
  return runGit(["rev-parse", question], environment);
}
function toPath(answer) {
  return asBytePath(answer.toString("latin1").replace(/\n$/, ""));
}

// src/git/version.ts
var OLDEST = [2, 31];
async function withGitVersion(work, environment) {
  const [version, answer] = await Promise.allSettled([requireGit(environment), work]);
  if (version.status === "rejected") throw version.reason;
  if (answer.status === "rejected") throw answer.reason;
  return answer.value;
}
async function requireGit(environment) {
  const { stdout } = await runGit(["version"], environment);
  const text = stdout.toString("utf8").trim();
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
  const isNewEnough = major > OLDEST[0] || major === OLDEST[0] && minor >= OLDEST[1];
  if (isNewEnough) return;
  const found = JSON.stringify(text.slice(0, 80));
  throw new ScanError("git-missing", `git ${OLDEST.join(".")} or newer is needed; the one on PATH says ${found}`);
}

// src/staged-names.ts
var import_node_fs10 = require("node:fs");
var import_node_path3 = require("node:path");
function chooseNamed(files, entries, root, currentFolder2) {
  const byPath = groupBy(
    entries.flatMap((entry) => pathAndFolders(entry.path).map((name) => ({ name, entry }))),
    ({ name }) => name
  );
  const chosen = /* @__PURE__ */ new Set();
  const unstaged = /* @__PURE__ */ new Set();
  for (const file of files) {
    const path = fromRoot(file, root, currentFolder2);
    const named = byPath.get(path);
    if (named === void 0) unstaged.add(path);
    else named.forEach(({ entry }) => chosen.add(entry));
  }
  return { entries: entries.filter((entry) => chosen.has(entry)), unstaged: [...unstaged] };
}
function pathAndFolders(path) {
  const names = [path, asBytePath("")];
  for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1))
    names.push(asBytePath(path.slice(0, end)));
  return names;
}
function fromRoot(typed, root, currentFolder2) {
  if (typed === "") throw new UsageError("cannot scan an empty path");
  const absolute = import_node_path3.posix.resolve(withSlashes(currentFolder2), withSlashes(typed));
  const path = import_node_path3.posix.relative(withSlashes(root), absolute);
  if (!isOutside(path)) return asBytePath(path);
  const real = import_node_path3.posix.join(withSlashes(withoutLinks(import_node_path3.posix.dirname(absolute))), import_node_path3.posix.basename(absolute));
  const realPath = import_node_path3.posix.relative(withSlashes(root), real);
  if (!isOutside(realPath)) return asBytePath(realPath);
  throw new UsageError(`${JSON.stringify(toDisplayPath(typed))} is outside the repository: cfltguard scan reads it`);
}
function isOutside(path) {
  return path === ".." || path.startsWith("../");
}
function withoutLinks(folder) {
  for (let at = folder; at !== "/"; at = import_node_path3.posix.dirname(at)) {
    try {
      return import_node_path3.posix.join(import_node_fs10.realpathSync.native(toFsPath(asBytePath(at)), "latin1"), import_node_path3.posix.relative(at, folder));
    } catch {
    }
  }
  return folder;
}
function withSlashes(path) {
  if (process.platform !== "win32") return path;
  return path.replaceAll("\\", "/").replace(/^[A-Za-z]:/, "/$&");
}

// src/staged-objects.ts
var MAX_HASHED_BLOB_BYTES = 48 * 1024 * 1024;
async function scanStagedObjects(entries, catFile, options) {
  const blobs = entries.filter((entry) => entry.kind === "file" || entry.kind === "symlink");
  const byOid = groupBy(blobs, (entry) => entry.oid);
  const visitor = new ScanVisitor(byOid, options.wantsLineHash);
  if (byOid.size > 0) await readObjects([...byOid.keys()], catFile, visitor, options.environment);
  const { sightings, files, objects, bytes } = visitor;
  const submodules = entries.filter((entry) => entry.kind === "submodule");
  const skips = submodules.map(({ path, oid }) => ({ path, reason: "submodule", detail: oid }));
  return {
    sightings: options.wantsLineHash ? await addMissingHashes(sightings, byOid, options.environment) : sightings,
    skips: [...visitor.skips, ...skips],
    files,
    objects,
    bytes
  };
}
var ScanVisitor = class {
  sightings = [];
  skips = [];
  files = 0;
  objects = 0;
  bytes = 0;
  #byOid;
  #wantsLineHash;
  #blob = null;
  constructor(byOid, wantsLineHash) {
    this.#byOid = byOid;
    this.#wantsLineHash = wantsLineHash;
  }
  begin(oid) {
    this.#blob = new PushedBlob({ source: "index", path: null, blob: oid }, this.#wantsLineHash);
  }
  take(chunk) {
    this.#blob?.push(chunk);
  }
  end(oid) {
    const result = this.#blob?.end();
    if (!result) return;
    const entries = this.#entries(oid);
    this.objects++;
    this.files += entries.length;
    this.bytes += result.bytes;
    for (const { path, kind } of entries) {
      for (const one of result.sightings) {
        const lineHash = kind === "file" ? one.lineHash : null;
        this.sightings.push({ ...one, origin: { ...one.origin, path }, lineHash });
      }
    }
  }
  fail(oid, reason, detail) {
    for (const { path } of this.#entries(oid)) this.skips.push({ path, reason, detail: `${oid}: ${detail}` });
  }
  #entries(oid) {
    return this.#byOid.get(oid) ?? [];
  }
};
async function addMissingHashes(sightings, byOid, environment) {
  const isFile = ({ origin }) => byOid.get(origin.blob ?? "")?.some(({ kind, path }) => kind === "file" && path === origin.path) === true;
  const bare = new Set(sightings.filter((one) => one.lineHash === null && isFile(one)));
  if (bare.size === 0) return sightings;
  const linesByOid = new Map(
    [...groupBy(bare, (one) => one.origin.blob ?? "")].map(
      ([oid, group]) => [oid, new Set(group.map(lineOf))]
    )
  );
  const visitor = new HashVisitor(linesByOid);
  await readObjects([...linesByOid.keys()], startCatFile(environment), visitor, environment);
  return sightings.map((one) => {
    const lineHash = bare.has(one) ? visitor.hashes.get(one.origin.blob ?? "")?.get(lineOf(one)) : void 0;
    return lineHash === void 0 ? one : { ...one, lineHash };
  });
}
function lineOf(sighting) {
  return positionAfter(sighting.textBefore).line;
}
var HashVisitor = class {
  /** By object, then line. */
  hashes = /* @__PURE__ */ new Map();
  #linesByOid;
  #bytes = null;
  #filled = 0;
  constructor(linesByOid) {
    this.#linesByOid = linesByOid;
  }
  begin(_oid, sizeBytes) {
    this.#bytes = sizeBytes <= MAX_HASHED_BLOB_BYTES ? Buffer.allocUnsafe(sizeBytes) : null;
    this.#filled = 0;
  }
  take(chunk) {
    this.#bytes?.set(chunk, this.#filled);
    this.#filled += chunk.length;
  }
  end(oid) {
    const bytes = this.#bytes;
    this.#bytes = null;
    if (bytes === null) return;
    const blob = {
      origin: { source: "index", path: null, blob: oid },
      isSeekable: true,
      read: (target, start, maxBytes, offset) => bytes.copy(target, start, offset, offset + maxBytes)
    };
    this.hashes.set(oid, hashLinesOf(blob, this.#linesByOid.get(oid) ?? /* @__PURE__ */ new Set()));
  }
  fail() {
    this.#bytes = null;
  }
};

// src/staged.ts
async function scanStaged(request) {
  const { environment, files, currentFolder: currentFolder2 } = request;
  const catFile = startCatFile(environment);
  try {
    const root = files.length > 0 ? readWorkTreeRoot(environment) : null;
    const [staged, workTree] = await withGitVersion(Promise.all([readStagedEntries(environment), root]), environment);
    const { entries, unstaged } = workTree === null ? { entries: staged, unstaged: [] } : chooseNamed(files, staged, workTree, currentFolder2);
    const disk = createFilesReport();
    for (const path of unstaged) scanUnstaged(asBytePath(import_node_path4.posix.join(workTree ?? "", path)), path, request, disk);
    const index = await scanStagedObjects(entries, catFile, request);
    return {
      findings: groupFindings([...index.sightings, ...disk.sightings]),
      skips: sortSkips([...index.skips, ...disk.skips]),
      totals: { files: index.files + disk.files, objects: index.objects, bytes: index.bytes + disk.bytes }
    };
  } finally {
    catFile.kill();
  }
}
function scanUnstaged(fsPath, path, request, disk) {
  try {
    const stats = (0, import_node_fs11.lstatSync)(toFsPath(fsPath));
    const reason = reasonForKind(stats);
    if (reason !== null) disk.skips.push({ path, reason, detail: "" });
    if (reason !== null || stats.isDirectory()) return;
  } catch (error) {
    disk.skips.push(skipOf(path, error));
    return;
  }
  const found = createFilesReport();
  const options = { wantsLineHash: request.wantsLineHash, largeFileBytes: Infinity };
  scanFiles({ paths: [fsPath], followsLinks: false }, options, found);
  disk.files += found.files;
  disk.bytes += found.bytes;
  disk.skips.push(...found.skips.map((skip) => ({ ...skip, path })));
  disk.sightings.push(...found.sightings.map((one) => ({ ...one, origin: { ...one.origin, path } })));
}

// src/cli/staged.ts
function runStaged(context) {
  return scanNamed(context, context.args.positionals);
}
function runHook(context) {
  const [hook, ...files] = context.args.positionals;
  if (hook !== "pre-commit") {
    throw new UsageError(
      hook === void 0 ? "which hook? write: hook pre-commit" : `unknown hook ${JSON.stringify(hook)}; there is pre-commit`
    );
  }
  return scanNamed(context, files);
}
async function scanNamed({ args, decode }, files) {
  const targets = readTargets(args);
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const result = await scanStaged({
    files: files.map(decode),
    currentFolder: currentFolder(),
    wantsLineHash,
    environment: process.env
  });
  await publish(result, "staged", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}
function currentFolder() {
  try {
    const folder = process.cwd();
    return folder.includes("�") ? asBytePath(import_node_fs12.realpathSync.native(".", "latin1")) : toBytePath(folder);
  } catch (error) {
    throw new ScanError("input-failed", `the current folder cannot be used: ${errorCode(error)}`, { cause: error });
  }
}

// src/cli/main.ts
var RUNNERS = {
  scan: runScan,
  staged: runStaged,
  hook: runHook,
  check: runCheck,
  fake: runFake
};
async function main(argv, workerScript) {
  try {
    const { argv: exact, decode } = readCommandLine(argv);
    const args = readArguments(exact);
    if (args.isOn("help")) return await showHelp(args.command);
    if (args.isOn("version")) return showVersion();
    if (args.command === null) throw new UsageError("no command given; see cfltguard --help");
    return await RUNNERS[args.command]({ args, decode, workerScript });
  } catch (error) {
    printError(`cfltguard: ${describe(error)}
`);
    return EXIT.failure;
  }
}
async function showHelp(command) {
  const { formatHelp } = await import("./lazy-help.cjs");
  printOutput(await formatHelp(command));
  return EXIT.clean;
}
function showVersion() {
  printOutput(`cfltguard ${VERSION}
`);
  return EXIT.clean;
}
function describe(error) {
  if (error instanceof UsageError || error instanceof ScanError) return error.message;
  return `internal error, please report it: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}

// src/cli/start.ts
if (import_node_worker_threads2.isMainThread || import_node_worker_threads2.parentPort === null) {
  process.on("uncaughtException", (error) => {
    printError(`cfltguard: internal error, please report it: ${error.stack ?? error.message}
`);
    process.exit(EXIT.failure);
  });
  void main(process.argv.slice(2), __filename).then((code) => {
    process.exitCode = code;
  });
} else {
  serveTasks(import_node_worker_threads2.workerData, import_node_worker_threads2.parentPort);
}
