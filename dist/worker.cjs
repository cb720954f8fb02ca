"use strict"; const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
"use strict";

// src/cli/worker.ts
var import_node_worker_threads = require("node:worker_threads");

// src/model/byte-path.ts
function asBytePath(latin1) {
  return latin1;
}
function toFsPath(path) {
  return isAscii(path) ? path : Buffer.from(path, "latin1");
}
function isAscii(text) {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

// src/model/errors.ts
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
    const hex = toHex({ low, high });
    const count = (counts.get(hex) ?? 0) + 1;
    counts.set(hex, count);
    if (hashes.has(line)) labels.set(line, `${hex}:${count}`);
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
  commit(count) {
    if (this.#base === 0 && this.#filled < 3 && this.#filled + count >= 3) this.#skipByteOrderMark();
    this.#filled += count;
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
      const count = exports2.findCandidates(ARENA_ADDRESS + from, ARENA_ADDRESS + to, OUTPUT_ADDRESS, MAX_CANDIDATES);
      const found = words.subarray(0, count);
      for (let i = 0; i < count; i++) found[i] = (found[i] ?? 0) - ARENA_ADDRESS;
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
    const count = blob.read(arena, start, Math.min(arena.length - start, stopBytes - offset), offset);
    if (count === 0) break;
    if (offset === 0 && options.isTooLarge?.()) return null;
    offset += count;
    sightAll(blob.origin, detector.commit(count), sightings);
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
    for (let count = read(0); count > 0; count = read(offset)) {
      offset += count;
      visit(0, count);
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
    const count = (0, import_node_fs.readSync)(this.#fd, target, start, wanted, offsetBytes);
    if (count === 0) this.#requireWhole();
    else if (this.#endBytes === Infinity && (count === maxBytes || offsetBytes > 0)) {
      this.#findEnd(offsetBytes + count, count === maxBytes);
    }
    return count;
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

// src/thread-pool.ts
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
function taskFromWire(wire) {
  if ("segment" in wire) return { kind: "segment", segment: wire.segment };
  const paths = wire.paths.split("\0").map(asBytePath);
  return { kind: "files", batch: { paths, followsLinks: wire.followsLinks } };
}
function reportToWire(report) {
  const sightings = report.report.sightings.map((one) => ({ ...one, secret: one.secret.toThread() }));
  return { ...report, report: { ...report.report, sightings } };
}

// src/cli/worker.ts
if (import_node_worker_threads.parentPort !== null) serveTasks(import_node_worker_threads.workerData, import_node_worker_threads.parentPort);
