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

// src/cli/lazy-index.ts
var lazy_index_exports = {};
__export(lazy_index_exports, {
  scanIndex: () => scanIndex
});
module.exports = __toCommonJS(lazy_index_exports);

// src/staged.ts
var import_node_fs4 = require("node:fs");
var import_node_path3 = require("node:path");

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
  if (!sightings.some(({ kind }) => kind === "damaged")) return sightings;
  const byBlob = groupBy(sightings, ({ origin }) => JSON.stringify([origin.path, origin.members, origin.blob]));
  const covered = new Set([...byBlob.values()].flatMap((group) => [...coveredIn(group)]));
  return sightings.filter((one) => !covered.has(one));
}
function* coveredIn(sightings) {
  let provenUpTo = NO_TEXT;
  let damagedUpTo = 0;
  let damaged = null;
  for (const one of sightings.toSorted((a, b) => a.offsetBytes - b.offsetBytes)) {
    if (one.kind === "damaged") {
      if (endsBefore(one.textBefore, provenUpTo)) yield one;
      damaged = one;
      damagedUpTo = one.offsetBytes + SECRET_CHARACTERS;
    } else {
      if (damaged !== null && one.offsetBytes < damagedUpTo) yield damaged;
      const end = joinText(one.textBefore, one.textWithin);
      if (endsBefore(provenUpTo, end)) provenUpTo = end;
    }
  }
}
function endsBefore(a, b) {
  return a.newlines === b.newlines ? a.bytes < b.bytes : a.newlines < b.newlines;
}

// src/findings.ts
var RULE_OF = {
  proven: { rule: "confluent-api-secret", confidence: "proven" },
  damaged: { rule: "confluent-damaged-api-secret", confidence: "possible" }
};
function groupFindings(sightings) {
  const groups = groupBy(withoutCovered(sightings), ({ secret }) => secret.hashWith(sha256Hex));
  return [...groups].map(([hash, group]) => toFinding(hash, group)).sort(byFirstOccurrence);
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
function toFinding(secretSha256, group) {
  const { rule, confidence } = RULE_OF[group[0].kind];
  const sorted = group.map(toOccurrence).sort(compareOccurrences);
  const [first, ...others] = sorted;
  return {
    rule,
    confidence,
    secret: group[0].secret,
    secretSha256,
    fingerprint: `${rule}/${secretSha256}`,
    keyIds: [...new Set(group.flatMap((sighting) => sighting.keyIds))].sort(),
    occurrences: [first, ...others.filter((one, i) => compareOccurrences(sorted[i] ?? one, one) !== 0)]
  };
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

// src/git/spawn.ts
var import_node_child_process = require("node:child_process");

// src/git/program.ts
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
function findGit(environment, platform = process.platform, isFile = isRegularFile) {
  if (platform !== "win32") return "git";
  const [, path = ""] = Object.entries(environment).find(([name]) => name.toUpperCase() === "PATH") ?? [];
  const folders = path.split(";").map((folder) => folder.replaceAll('"', ""));
  const programs = folders.filter((folder) => import_node_path.win32.isAbsolute(folder)).map((folder) => import_node_path.win32.join(folder, "git.exe"));
  return programs.find(isFile) ?? NO_GIT;
}
var NO_GIT = "no git.exe on PATH?";
function isRegularFile(path) {
  return (0, import_node_fs.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}

// src/git/spawn.ts
var NEUTRAL_CONFIGURATION = [
  // Empty, not `false`: git before 2.36 would start a program of that name.
  "core.fsmonitor=",
  "core.hooksPath=/dev/null",
  "core.untrackedCache=false",
  "diff.external=",
  "log.showSignature=false",
  "protocol.allow=never"
].flatMap((setting) => ["-c", setting]);
var VERSION_TEST = "--config-env=core.pager=CFLTGUARD_PAGER";
var DROPPED_VARIABLES = /^GIT_(?:EXTERNAL_DIFF|DIFF_OPTS|PAGER|EDITOR|SSH|SSH_COMMAND|PROXY_COMMAND|ASKPASS|TRACE.*|REDIRECT_.*|GRAFT_FILE|.*_PATHSPECS)$/i;
var FIXED_VARIABLES = {
  // No protocol has this name.
  GIT_ALLOW_PROTOCOL: "/",
  CFLTGUARD_PAGER: "cat",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C"
};
var MAX_STDERR_CHARACTERS = 4096;
function startGit(args, environment) {
  const child = (0, import_node_child_process.spawn)(findGit(environment), ["--no-pager", VERSION_TEST, ...NEUTRAL_CONFIGURATION, ...args], {
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

// src/git/version.ts
var OLDEST = [2, 31];
async function withGitVersion(work, environment) {
  try {
    return await work;
  } catch (error) {
    await requireGit(environment);
    throw error;
  }
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

// src/model/byte-path.ts
function asBytePath(latin12) {
  return latin12;
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
function isAscii(text) {
  return Buffer.byteLength(text) === text.length;
}

// src/kernel/kernel.ts
var ARENA_BYTES = 528 * 1024;
var REACH_BYTES = 8192;
var VIEW_BYTES = 64 * 1024;
var LINE_HASH_STEP = 4096;

// src/kernel/wasm.generated.ts
var WASM_BASE64 = "AGFzbQEAAAABQwtgAX8Bf2AEf39/fwF/YAF/AGADf39/AGADf39/AX9gAn9/AX9gBX9/f39/AX9gAABgBn9/f39/fwF/YAABfGAAAX8CDwEDZW52Bm1lbW9yeQIAAgMaGQIDBAIGAAMBAAQBBQMFBwQAAAAICQIBCgEGbBV/AUEAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAQt/AUEAC38BQQELfwFBAAt/AUEAC38BQQALfwFBAAt/AUGAAQt/AUG/AQt/AUEACweJAQoJZmluZExlYWRzABMKdXNlU2NyYXRjaAAVDHNjcmF0Y2hCeXRlcwAXCXdvcmtCeXRlcwAUDWNvdW50TmV3bGluZXMADQttZWFzdXJlVXRmOAAMDXJlc2V0TGluZUhhc2gADgxwdXNoTGluZUhhc2gADwtlbmRMaW5lSGFzaAAQBm1lbW9yeQIADAEKCtdNGaIBAQJ/IABBCUYgAEEgRnIEf0EBBSAAQQpGQQAjDhsLBEBBACQODwsgAEENRiQOIw0hAUEKIAAjDhsiAEEKRiQNIwxBwA1qLQAABEAjDyMQQQN0aiMKNwMAIxBBAWokEAsgAK0jCkIlfnwjCyMMQQJ0QbAKaiICNQIAfn0kCiACIAA2AgAjDEHADWogAUEARzoAACMMQQFqQQAjDEHjAEcbJAwLrAgCDH8De0EFQQQgAEEFbEGQCmoiCS0ABBshDCABIQMgAiEEA0AgA0EASiAEIwZLcQR/IARBAWstAAAgCSADQQFrai0AAEYFQQALBEAgA0EBayEDIARBAWshBAwBCwsgAUECaiEIIAJBAmohAgNAIAggDEggAiMHSXEEfyACLQAAIAggCWotAABGBUEACwRAIAhBAWohCCACQQFqIQIMAQsLIAIjB0sgBCMJT3IEQA8LIANBAEoiCiAIIAxIIgtxBEAPCyAKBH8Cf0EAIAQQBUUNABojBiADaiIFIARBoAFrQQAgBEGgAUsbIgcgBSAHSxshDiAEQQFrIQcDQCAHIA5PBEAgBy0AACIFQTBrQQpJIAVBIHJB4QBrQRpJciAFQStGciAFQS9GckUEQCAHIANrIQ1BACEFQQECfwNAIAMgBUoEQEEAIAUgDWotAAAgBSAJai0AAEcNAhogBUEBaiEFDAELC0EBCw0DGgsgB0EBayEHDAELC0EACwVBAQtFBEAPCyALBEACQCACIwdPBH9BAQUgAi0AACIDQTBrQQpJIANBIHJB4QBrQRpJciADQStGciADQS9GcgsNACMHIAwgCGsiBSMHIgMgAyAFSxtrIgMgAkGgAWoiBiADIAZJGyEHIAJBAWohAwNAIAMgB00EQCAIIAlqIQxBACEGAn8DQCAFIAZKBEBBACADIAZqLQAAIAYgDGotAABHDQIaIAZBAWohBgwBCwtBAQtBASEGBH8gAxAFBUEACw0CIANBAWohAwwBCwtBACEGCwVBASEGCyAGRQRADwtBACABIABBAUZHIAogC3IbBEAPCyAAIAtyIApyBH9BAAUjByAEQUBrSQR/QQAFQYAI/QAEACIQIAT9AAQAIg/9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQZAI/QAEACIRIA9BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jBH8gECAE/QAEECIP/QwPDw8PDw8PDw8PDw8PDw8P/U79DiARIA9BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jBUEACwR/QYAI/QAEACAE/QAEICIP/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGQCP0ABAAgD0EE/Y0B/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv1O/WMFQQALBH9BgAj9AAQAIAT9AAQwIg/9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQZAI/QAEACAPQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwVBAAsLCwRAIAQjCE8EQCMFRQRAIwMjBEEMbGoiAEEANgIAIAAgBDYCBCAAIARBQGs2AggLIwRBAWokBAsFIwVFBEAjAyMEQQxsaiIAQQE2AgAgACAENgIEIAAgAjYCCAsjBEEBaiQECwtOAQZ/IwUjBiEEIwchBSMIIQYjCSEHIwQhCCACJAVBACQEIAAgACABIAFBARAEGiMEQQBKIQAkBSAEJAYgBSQHIAYkCCAHJAkgCCQEIAALmQIBAX8jEUUEQCAAQYABSQRAIAAQAA8LIABB3wFNIABBwgFPcQRAQQEkESAAQR9xJBQFIABB7wFNIABB4AFPcQRAIABB4AFGBEBBoAEkEgsgAEHtAUYEQEGfASQTC0ECJBEgAEEPcSQUBSAAQfQBTSAAQfABT3EEQCAAQfABRgRAQZABJBILIABB9AFGBEBBjwEkEwtBAyQRIABBB3EkFAVB/f8DEAALCwsPCyAAIxNNIAAjEk8iASABG0GAASQSQb8BJBNFBEBBACQRQf3/AxAAIAAQAw8LIABBP3EjFEEGdHIkFCMRQQFrJBEjEQRADwsjFEGAgARJBEAjFBAADwsjFEEKdkHArwNqEAAjFEH/B3FBgLgDahAAC7UMAgd/CnsgACQGIAMkByABJAggAiQJIwEgAiABa618JAFB4An9AAQAIQ5B8An9AAQAIQ9BgAr9AAQAIQ1BwAj9AAQAIRBB0Aj9AAQAIREgASEAA0AgASADSSABIAJNcQRAIwQgBE4EQCABDwtBACEIA0AgCEHAAUkEQCANIAwgDiABIAhqIgb9AAQAIgwgDf1O/Q4gDyAMQQT9jQEgDf1O/Q79TiIM/Q0PEBESExQVFhcYGRobHB0eIAxBBP2NAf1OIAwgDiAG/QAEECIMIA39Tv0OIA8gDEEE/Y0BIA39Tv0O/U4iDP0NDxAREhMUFRYXGBkaGxwdHiAMQQT9jQH9Tv1QIAwgDiAG/QAEICIMIA39Tv0OIA8gDEEE/Y0BIA39Tv0O/U4iDP0NDxAREhMUFRYXGBkaGxwdHiAMQQT9jQH9TiAMIA4gBv0ABDAiDCAN/U79DiAPIAxBBP2NASAN/U79Dv1OIgz9DQ8QERITFBUWFxgZGhscHR4gDEEE/Y0B/U79UP1Q/U79UwRAQeAJ/QAEACEMQfAJ/QAEACESQYAK/QAEACETIAYhBQNAIAUgBkFAa0kEQCAFQQFrIQkgDCAFQRBr/QAEACIUIBP9Tv0OIBIgFEEE/Y0BIBP9Tv0O/U4gDCAF/QAEACIUIBP9Tv0OIBIgFEEE/Y0BIBP9Tv0O/U4iFP0NDxAREhMUFRYXGBkaGxwdHiAUQQT9jQH9TiAT/U79DAAAAAAAAAAAAAAAAAAAAAD9JP1kIQcDQCAHBEAgCSAHaGohCiAHIAdBAWtxIQcgCiMGSQ0BIAovAQAiC0HjzAFGBEBBAEEAIAoQAQUgC0Hm2AFGBEBBAEEBIAoQAQUgC0GytAFGBEBBAUEBIAoQAQUgC0HzyAFGBEBBAUEDIAoQAQUgC0HO2gFGBEBBAkEAIAoQAQUgC0HikAFGBEBBAkECIAoQAQUgC0HqtAFGBEBBA0EAIAoQAQUgC0Ht8AFGBEBBA0ECIAoQAQsLCwsLCwsLDAELCyAFQRBqIQUMAQsLIA4gBv0ABDAiDCAN/U79DiAPIAxBBP2NASAN/U79Dv1OIQwLIAhBQGshCAwBCwsgAf0ABAAhEyAB/QAEMCEUIAH9AARgIRUgAf0ABJABIRIgAUHAAWogAEsEf0EAIBMgFP13IBUgEv13/Xf9DAAAAAAAAAAAAAAAAAAAAAD9I/1kayAQIBIgDf1O/Q4gESASQQT9jQEgDf1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBAWsgECAVIA39Tv0OIBEgFUEE/Y0BIA39Tv0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kQQFrIBAgEyAN/U79DiARIBNBBP2NASAN/U79Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEEBayAQIBQgDf1O/Q4gESAUQQT9jQEgDf1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBAWtycnJyQQBIBUEACwRAIAEhBQNAIAUgAUHAAWpJBEAjByAFQRBqSSAAIAVLckUEQCAF/QAEACIS/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIHBH8gB0Gq1QJGIgZFBEAgB0HVqgFGIQYLIAZFBEAgB0Hu3QNGIQYLIAZFBEAgB0HduwNGIQYLIAZFBEAgB0G79wJGIQYLIAdBACAGIAdB9+4BRiAGGxsEfyAAIAUQESIGIAAgBksbBSAACwVBwAj9AAQAIBL9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQdAI/QAEACASQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79YwR/QaAI/QAEACAF/QAEECIS/QwPDw8PDw8PDw8PDw8PDw8P/U79DkGwCP0ABAAgEkEE/Y0B/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv1O/WMEf0EBBUGgCP0ABAAgBUEQa/0ABAAiEv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BsAj9AAQAIBJBBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jCwVBAAsEfyAAIAUQEiIGIAAgBksbBSAACwshAAsgBUEwaiEFDAELCwsgAUHAAWohAQwBCwsgAgvPAQEBfyAAIwZNBEBBAA8LIABBAWstAAAiAUEwa0EKSSABQSByQeEAa0EaSXIgAUErRnIgAUEvRnJFBEBBAQ8LIAAjBkECakkEQEEADwsgAEECay0AACEAIAFBL0YgAUErRnIEQCAAIAFGBH9BAAUgAEEwa0EKSSAAQSByQeEAa0EaSXIgAEErRnIgAEEvRnILRQ8LIAFB8gBGIAFB7gBGciABQfQARnIEQCAAQdwARg8LIABBMEZBACABQSByIgBB4QBGIgEgAEHkAEYgARsbC5wDAQd/A0AgASACSQRAIAIgAUGA4AFqIgMgAiADSRshBiAAQQNGBEAjAEGAAmojBSIHQYCABmxqIQhBBEECIAEgBiABa0EFdkEEdGr9AAQA/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIEaUEMTxshCUEAIQMgASAEQX9zaCAJcGohBQNAIAUgBkkEQCADIgRBAWohAyAEIAhqIAUtAAA6AAAgBSAJaiEFDAELCyAIIAMgCGogB0EBahACIQQFIAEgBiMAQYACaiMFIgVBgIAGbGoiAxAJIQcjAiEIQQEhBAJAIAMgByADQYCABGogBRAKDQBBACEEIAhFDQBBASEEIAEgBiAIIAUQBw0AQQEhAwNAIANBEEgEQCADIAhxQQBHIAMgCEdxBH8gASAGIAMgBRAHBUEACw0CIANBAXQhAwwBCwtBACEECwsgBARAIwVFBEAjAyMEQQxsaiIDIAA2AgAgAyABNgIEIAMgBjYCCAsjBEEBaiQECyACIAZGBH9BAQUjBUEASkEAIAQbCwRADwsgAUGAwAFqIQEMAQsLC0wAIAAgASMAQYACaiADQYCABmxqIgBBgIACaiIBIAIQFiABaiECIAEgAiADQQFqEAIEQEEBDwsgACABIAIgABAJIAFBgIACaiADEAoL7gEBAX4gACkDACIBQv//////H4NC8NjVm7cHUQRAQSsPCyABQv////8Pg0Lz3rHbA1EEQEEvDwsgAUL//////////wCDQuXi1YvG7dwdUQRAQT0PCyABQv//////H4NC4ua947YHUQRAQdwADwsgAUL//////////wCDQvDKyZvmjd0dUQRAQSUPCyABQv////8Pg0Lh2sHbA1EEQEEmDwsgAUL/////D4NC7uq12wNRBEBBIw8LIAFC//////8fg0LzyrXLtgdRBEBBOw8LIAFC//////////8Ag0Ls3t2TlszcHVEEQEHfAA8LQQALjQYCB38Be0EAJAIjASABIABrrXwkASACIQQDQCAAIAFJBEACQEGACP0ABAAgAP0ABAAiCiAK/QwtLS0tLS0tLS0tLS0tLS0t/SP9DAICAgICAgICAgICAgICAgL9TiAK/QxfX19fX19fX19fX19fX19f/SP9DDAwMDAwMDAwMDAwMDAwMDD9Tv1Q/XEiCv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BkAj9AAQAIApBBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WQhBSAEIAr9CwQAIAVFIABBEGoiAyABTXEEQCAEQRBqIQQgAyEADAMLIAVoQRAgBRsiAyABIABrIgUgAyAFSRsiAyAEaiEEIAAgA2oiAyABRg0AIANBAWohAAJ/QQACf0EBIAMtAAAiCEElRg0AGkECIAhB3ABGDQAaQQQgCEEmRg0AGkEIQQAgCEE9RhsLIgdFIAAgAU9yDQAaQQEgB0ECRg0AGiAALQAAIQMgB0EERgRAIANBI0YEf0EBBSAAEAhBAEcLDAELQQAhAwJAIABBAmogAUsEQEF/IQMMAQtBACEFA0AgBUECSARAAkAgACAFai0AACIJQTBrIgZB/wFxQQpJDQAgCUEgciIJQdcAayEGIAlB5gBNIAlB4QBPcQ0AQf8BIQYLIAZB/wFGBEBBfyEDDAMLIANBBHQgBnIhAyAFQQFqIQUMAQsLCyADQQBOBH9BAQUgB0EIRgR/IABBAWogACAAIAFJBH8gAC0AAEENRgVBAAsbIgNBAWpBACABIANLBH8gAy0AAEEKRgVBAAsbBUEACwsLBEACf0EBIAhBJUYNABpBAiAIQdwARg0AGkEEIAhBJkYNABpBCEEAIAhBPUYbCyMCciQCCyAIQdwARgRAA0AgACABSQR/IAAtAABB3ABGBUEACwRAIABBAWohAAwBCwsgACABRwRAIABBAWogACAALQAAIgBB8gBGIABB7gBGciAAQfQARnIbIQALCwwCCwsLIAQgAmsLuQcCCH8HeyABQdYASARAQQAPCwNAIAEgBUoEQCABIAVB1iBqIgQgASAESBshBkGgCf0ABAAhDUGwCf0ABAAhDkHACf0ABAAhD0HQCf0ABAAhEEHgCP0ABAAhEUHwCP0ABAAhDEEAIQggBSEEA0AgBEETaiAGTARAQQAhBwNAIAdBBEgEQCAIQQEgB3RyIAggESAAIAQgB2pq/QAEACISIA0gEkEE/Y0BIA/9TiASIA79I/1u/Q79biISIBD9TkEG/YsBIBJBCP2NAf1QIhJBEP2rAUEE/a0BIBJBEP2tAf1QIhIgD/1O/Q4gDCASQQT9jQEgD/1O/Q79Tv1jGyEIIAdBAWohBwwBCwsgBEFAayEEDAELC0EAIQcDQCAHQQRIBEAgCCAHdUEBcQRAIAIhBEGgCf0ABAAhDEGwCf0ABAAhDUHACf0ABAAhDkHQCf0ABAAhDyAFQYAQayIGQQAgBkEAThsgB2oiCSAAaiIKIgYgASAFQYAwaiILIAEgC0gbIAlrIglBcHFqIQsDQCAGIAtJBEAgBCAG/QAEACIQIAwgEEEE/Y0BIA79TiAQIA39I/1u/Q79biIQIA/9TkEG/YsBIBBBCP2NAf1QIhBBEP2rAUEE/a0BIBBBEP2tAf1QIhAgEP0NAgEABgUECgkIDg0MAwMDA/0LBAAgBEEMaiEEIAZBEGohBgwBCwsgCiAJQXxxaiEKA0AgBiAKSQRAIAQjACAGLQADai0AACMAIAYtAABqLQAAQRJ0IwAgBi0AAWotAABBDHRyIwAgBi0AAmotAABBBnRyciILQRB2OgAAIAQgC0EIdjoAASAEIAs6AAIgBEEDaiEEIAZBBGohBgwBCwsgAiAJQQNxIglBAUsEfyAEQQFqIQogBCMAIAYtAABqLQAAQQJ0IwAgBi0AAWotAAAiBEEEdnI6AAAgCUECSwR/IAogBEEEdCMAIAYtAAJqLQAAQQJ2cjoAACAKQQFqBSAKCwUgBAsgAmsgAmogA0EBahACBEBBAQ8LCyAHQQFqIQcMAQsLIAVBgCBqIQUMAQsLQQAhBQJ/A0AgASAFSgRAIAAgBWoiBP0ABAD9DEhISEhISEhISEhISEhISEj9IyAE/QAEAf0MNDQ0NDQ0NDQ0NDQ0NDQ0NP0j/U79ZCEIA0AgCARAIAQgCGhqIQYgCCAIQQFrcSEIQQEgBigCAEHI6MzLBEYgBkEEaiAAIAFqTXENBBoMAQsLIAVBEGohBQwBCwtBAAsEf0EBBSAAIAEgAiADEBgLC80BAgF7AX8DQCAAIAFBEGpPBEBBoAj9AAQAIABBEGv9AAQAIgL9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQbAI/QAEACACQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgMEQCAAIANnQRBraw8LIABBEGshAAwBCwsDQCAAIAFLBH8gAEEBay0AACIDQQ9xQaAIai0AACADQQR2QaAIai0AEHEFQQALBEAgAEEBayEADAELCyAAC2ABBX8DQCAAIAFJBEAgBSAALQAAIgNB8AFPIgRBASADQcABcUGAAUYiB2tqaiEFIAYgA0HAAU8gA0HgAU9qIARqIAdraiEGIABBAWohAAwBCwsgAiAFNgIAIAIgBjYCBAuQAgIDfwF7A0AgAEFAayABTQRAIAEgAEHAH2oiAiABIAJJGyEE/QwAAAAAAAAAAAAAAAAAAAAAIQUDQCAEIABBQGsiAk8EQCAFIAD9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABBD9DAoKCgoKCgoKCgoKCgoKCgr9I/1uIAD9AAQg/QwKCgoKCgoKCgoKCgoKCgoK/SMgAP0ABDD9DAoKCgoKCgoKCgoKCgoKCgr9I/1u/W79cSEFIAIhAAwBCwsgAyAF/X39fyIF/RsAIAX9GwFqIAX9GwJqIAX9GwNqaiEDDAELCwNAIAAgAUkEQCADQQFqIAMgAC0AAEEKRhshAyAAQQFqIQAMAQsLIAMLWAEBf0GwCkEAQZAD/AsAQcANQQBB5AD8CwBCACQKQQAkDEEBJA1BACQOQQAkEUGAASQSQb8BJBNCASQLA0AgAEHkAEgEQCMLQiV+JAsgAEEBaiEADAELCwsnACACJA9BACQQA0AgACABSQRAIAAtAAAQAyAAQQFqIQAMAQsLIxALlwEBAX8gACQPQQAkECMRBEBB/f8DEAALQQAkEUH//wMQAEEAIQADQCAAQeQASARAIwxBwA1qLQAABEAjDyMQQQN0aiMKNwMAIxBBAWokEAsjCkIlfiMLIwxBAnRBsApqIgE1AgB+fSQKIAFBADYCACMMQcANakEAOgAAIwxBAWpBACMMQeMARxskDCAAQQFqIQAMAQsLIxALkwQBBn8gAP0ABAD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgJBqtUCRiIBRQRAIAJB1aoBRiEBCyABRQRAIAJB7t0DRiEBCyABRQRAIAJB3bsDRiEBCyABRQRAIAJBu/cCRiEBCyACQQAgASACQffuAUYgARsbIQQgAEGAQGojBiAAIwZBgEBrSxshAyMHIgEjCUGAQGsiAiAAQYCABGoiBSACIAVJGyICIAEgAkkbIQUgACECA0AgAiADQRBqTwR/IAJBEGv9AAQA/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIGQarVAkYiAUUEQCAGQdWqAUYhAQsgAUUEQCAGQe7dA0YhAQsgAUUEQCAGQd27A0YhAQsgAUUEQCAGQbv3AkYhAQsgBCAGQQAgASAGQffuAUYgARsbRgVBAAsEQCACQRBrIQIMAQsLIABBEGohAQNAIAFBEGogBU0EfyAB/QAEAP0MAAAAAAAAAAAAAAAAAAAAAP0j/WQiBkGq1QJGIgBFBEAgBkHVqgFGIQALIABFBEAgBkHu3QNGIQALIABFBEAgBkHduwNGIQALIABFBEAgBkG79wJGIQALIAQgBkEAIAAgBkH37gFGIAAbG0YFQQALBEAgAUEQaiEBDAELCyMFQQRIIAEgAmtBwABPcQRAQQMgAyACQRBrIgAgACADSRsgBSABQRBqIgAgACAFSxsQBgsgAQvEBQIFfwF7IwciASMJQYBAayICIABBgIAEaiIDIAIgA0kbIgIgASACSRshBCAAQRBqIQECfwNAIAEgBEkEQEGgCP0ABAAgAf0ABAAiBv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BsAj9AAQAIAZBBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WQiAgRAIAQgASACaGoiASABIARLGwwDCyABQRBqIQEMAQsLIAQLIgIgACAAQYBAaiMGIAAjBkGAQGtLGyIDEAsiAGtBwABJBEAgAg8LQRAhAQNAIAFBEE8EQAJAIAAhAQNAIAAgAWtBoAFNIAEgA0txBH8gAUEBay0AACIFQQ9xQaAIai0AACAFQQR2QaAIai0AEHEEf0EABSAFQQlrQQVJIAVBIE9yCwVBAAsEQCABQQFrIQEMAQsLIAAgAUYgASADRnIgACABa0GgAUtyDQAgASABIAMQCyIAayEBDAILCwsgACEDIwVBBEggAiEAQRAhAQNAIAFBEE8EQAJAIAAhAQNAIAEgBEkgASAAa0GgAU1xBH8gAS0AACICQQ9xQaAIai0AACACQQR2QaAIai0AEHEEf0EABSACQQlrQQVJIAJBIE9yCwVBAAsEQCABQQFqIQEMAQsLIAAgAUYgASAERnIgASAAa0GgAUtyDQAgASEAAn8DQCAAIARJBEBBoAj9AAQAIAD9AAQAIgb9DA8PDw8PDw8PDw8PDw8PDw/9Tv0OQbAI/QAEACAGQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgIEQCAEIAAgAmhqIgAgACAESxsMAwsgAEEQaiEADAELCyAECyIAIAFrIQEMAgsLCyAAIANrQdYAT3EEQEECIAMgABAGCyAACzIAIAQkA0EAJARBACQFIARBBGsgACABIAIgAyAFQZADaxAEIgAgAiAAIAJJGzYCACMECwUAIwG6C4cBAQJ/IAAkAEEAIQADQCAAQYACSQRAIwAgAGoCQCAAQcEAayIBQRpJDQAgAEHHAGshASAAQeEAa0EaSQ0AIABBBGohASAAQTBrQQpJDQBBPiEBIABBLUYgAEErRnINAEE/IQEgAEHfAEYgAEEvRnINAEH/ASEBCyABOgAAIABBAWohAAwBCwsL1ggBCH8jASABIABrrXwkASAAIQQDQCABIARLBEAgBEEBaiEFAn9BASAELQAAIgsiAEElRg0AGkECIABB3ABGDQAaQQQgAEEmRg0AGkEIQQAgAEE9RhsLIANxIghBCEYiBiAIQQFGcgRAIAYEfyAFQQFqIAUgASAFSwR/IAUtAABBDUYFQQALGyIAQQFqQQAgACABSQR/IAAtAABBCkYFQQALGwVBAAsiAARAIAAhBAwDC0EAIQACQCAEQQFqIghBAmogAUsEQEF/IQAMAQtBACEFA0AgBUECSARAAkAgBSAIai0AACIGQTBrIgpB/wFxQQpJDQAgBkEgciIGQdcAayEKIAZB5gBNIAZB4QBPcQ0AQf8BIQoLIApB/wFGBEBBfyEADAMLIABBBHQgCnIhACAFQQFqIQUMAQsLCyAEQQNqIQUFIAhBAkYEQANAIAUgBEEQakkgASAFS3EEfyAFLQAAQdwARgVBAAsEQCAFQQFqIQUMAQsLIAEgBUsEfyAFLQAABUEACyIAQfUARgR/A0AgBSAEQSBqSSAFQQFqIAFJcQR/IAUtAAFB9QBGBUEACwRAIAVBAWohBQwBCwtBACEAAkAgBUEBaiIIQQRqIAFLBEBBfyEADAELQQAhCgNAIApBBEgEQAJAIAggCmotAAAiBkEwayIJQf8BcUEKSQ0AIAZBIHIiBkHXAGshCSAGQeYATSAGQeEAT3ENAEH/ASEJCyAJQf8BRgRAQX8hAAwDCyAAQQR0IAlyIQAgCkEBaiEKDAELCwsgBUEFagUgAEH4AEYEf0EAIQACQCAFQQFqIghBAmogAUsEQEF/IQAMAQtBACEKA0AgCkECSARAAkAgCCAKai0AACIGQTBrIglB/wFxQQpJDQAgBkEgciIGQdcAayEJIAZB5gBNIAZB4QBPcQ0AQf8BIQkLIAlB/wFGBEBBfyEADAMLIABBBHQgCXIhACAKQQFqIQoMAQsLCyAFQQNqBSAAQe4ARiIGIABB8gBGciAAQfQARnIEQCAGBH9BCgVBDUEJIABB8gBGGwshAAsgBUEBagsLIQUFIAhBBEYgBEECaiABSXEEfyAELQABQSNGBUEACwRAIARBA0ECIAQtAAJBIHJB+ABGIggbaiEFQQAhAANAIABBgIAESCABIAVLcQRAAkAgBS0AACIGQTBrIgpB/wFxQQpJDQAgBkEgciIGQdcAayEKIAZB5gBNIAZB4QBPcQ0AQf8BIQoLIApBD0EJIAgbTARAIABBEEEKIAgbbCAKaiEAIAVBAWohBQwCCwsLIAVBAWogBSABIAVLBH8gBS0AAEE7RgVBAAsbIQUFIAhBBEYEQCAEQQFqEAgiBgRAIAYhAANAIAUiBkEBaiEFIAYtAABBO0cNAAsLCwsLCyAHIgZBAWohByAAQQBIIAEgBUlyBEAgBEEBaiEFIAshAAsgAiAGakE/IAAgAEH/AUobOgAAIAUhBAwBCwsgBwsGAEGAghgLkwUCC38BewNAIARBEGogAUwEQAJAIAQgBUgEf0EABUGACf0ABAAgACAEav0ABAAiD/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q5BkAn9AAQAIA9BBP2NAf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79Tv1jC0UNACAEIQYDQCAGQQBKBH8CQCAAIAZBAWtqLQAAIgdBMGsiBUH/AXFBCkkNACAHQSByIgVB/wFxIQcgBUHXAGshBSAHQeYATSAHQeEAT3ENAEH/ASEFCyAFQf8BRwVBAAsEQCAGQQFrIQYMAQsLIAQhBQNAIAEgBUoEfwJAIAAgBWotAAAiCEEwayIHQf8BcUEKSQ0AIAhBIHIiB0H/AXEhCCAHQdcAayEHIAhB5gBNIAhB4QBPcQ0AQf8BIQcLIAdB/wFHBUEACwRAIAVBAWohBQwBCwsgBSAGa0GAAUgNAEEAIQoDQCAKQQJIBEAgACAGIApqaiELIAUgBmsgCmshDEEAIQgDQCAIQQFqIAxIBEACQCAIIAtqLQAAIglBMGsiB0H/AXFBCkkNACAJQSByIgdB/wFxIQkgB0HXAGshByAJQeYATSAJQeEAT3ENAEH/ASEHCyACIAhBAXVqAkAgCCALai0AASIOQTBrIglB/wFxQQpJDQAgDkEgciIOQdcAayEJIA5B5gBNIA5B4QBPcQ0AQf8BIQkLIAkgB0EEdHI6AAAgCEECaiEIDAELCyAMQQF1IQhBACEHAn8DQCAHQQNqIAhIBEBBASACIAdqKAIAQf///4d+cUGfliJGDQIaIAdBAWohBwwBCwtBAAsEf0EBBSACIAIgCGogA0EBahACCwRAQQEPCyAKQQFqIQoMAQsLCyAEQeAAaiEEDAELC0EACwvWBgoAQYAICyAKDg4ODg4ODg4ODAUEBAQFAAABAgQIBAgAAAAAAAAAAABBoAgLIBoeHh8eHx8eHh4cBwwHBA0AAAECBAgEEAAAAAAAAAAAAEHACAsgGh4eHx4fHx4eHhwHDAYEBQAAAQIECAQQAAAAAAAAAAAAQeAICyADAgICAgICAgIDAwICAwICAQACAgICAgIAAAAAAAAAAABBgAkLIAEDAwMDAwMBAQEAAAAAAAAAAAABAgACAAAAAAAAAAAAAEGgCQtAABATBL+/ubkAAAAAAAAAAC8vLy8vLy8vLy8vLy8vLy8PDw8PDw8PDw8PDw8PDw8P/wD/AP8A/wD/AP8A/wD/AABB4AkLMAAABAmAABIAYABEACCCCAAAAAAESEC3KAAAAAAAAAAADw8PDw8PDw8PDw8PDw8PDwBBkAoLFGNmbHQAWTJac2RObWJIAGpabXgwAEGwCguQAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQcANC2QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

// src/kernel/simd.ts
var PAGE_BYTES = 65536;
var OUTPUT_ADDRESS = PAGE_BYTES;
var ARENA_ADDRESS = 2 * PAGE_BYTES;
var PADDING_BYTES = 256;
var VIEW_ADDRESS = ARENA_ADDRESS + ARENA_BYTES + PADDING_BYTES;
var SCRATCH_ADDRESS = VIEW_ADDRESS + VIEW_BYTES + PADDING_BYTES;
var SCRATCH_BYTES = 400 * 1024;
var KINDS = ["secret", "anchor", "coded", "wide"];
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
  return {
    bytes: Uint8Array.from({ length: Math.ceil((end - first) / unit) }, (_, i) => bytes[laneOf(i)] ?? 0),
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
    const { takenBytes, isWhole, isCut } = inflated;
    if (!isWhole && end < text.length && !isCut) continue;
    const characters = stream.charactersOf(takenBytes);
    const isEndKnown = Number.isFinite(characters);
    const length = isEndKnown ? endOfCharacters(part, characters) : endOfText(part);
    return {
      bytes: inflated.bytes,
      encodings: stream.encodingsOf(takenBytes),
      end: from + length,
      isEndKnown,
      isWhole
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
      const isWhole = trailer <= stream.length && stream.readUInt32LE(trailer - 4) === buffer.length;
      return { bytes: buffer, takenBytes: Math.min(stream.length, trailer), isCut: end < stream.length, isWhole };
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
    const nameOf2 = (count2) => encoding !== "hex" && /[-_]/.test(joined.slice(0, charactersOf(count2))) ? "base64url" : encoding;
    return {
      bytes: deeper?.bytes ?? bytes.subarray(head),
      encodingsOf: (count2) => [nameOf2(count2), ...deeper?.encodingsOf(count2) ?? []],
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

// src/detect/unfold.ts
var MAX_VIEW_RATIO = 64;
function unfold(text, leads, kernel, options) {
  const secrets = [];
  const gzips = [];
  const known = /* @__PURE__ */ new Set();
  const queue = [{ text, leads, depth: 0, view: null, parent: null }];
  let budgetBytes = MAX_VIEW_RATIO * (text.length + SECRET_CHARACTERS);
  for (const stage of queue) {
    for (const view of viewsOf(stage, stage.depth < options.maxDepth)) {
      if (view.bytes.length > VIEW_BYTES || view.bytes.length < SECRET_CHARACTERS) continue;
      budgetBytes -= view.bytes.length;
      if (budgetBytes < 0) return { secrets, gzips };
      const child = openView(view, stage, kernel);
      for (const one of readPlain(view.bytes, child.leads)) addOnce(secrets, throughStages(one, child, options));
      for (const one of findGzip(view)) gzips.push(gzipThroughStages(one, child));
      if (child.leads.length === 0) continue;
      const reading = `${startOf(child)}:${latin1Of(view.bytes, 0, view.bytes.length)}`;
      if (!known.has(reading)) queue.push(child);
      known.add(reading);
    }
  }
  return { secrets, gzips };
}
function openView(view, parent, kernel) {
  const depth = isReadable(view) ? parent.depth + 1 : parent.depth;
  return { text: view.bytes, leads: kernel.findLeadsIn(view.bytes), depth, view, parent };
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
function* viewsOf({ text, leads, view }, mayDecode) {
  const others = leads.filter((lead) => lead.kind !== "secret");
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
function readPlain(bytes, leads) {
  return leads.flatMap(({ kind, start }) => {
    if (kind !== "secret") return [];
    const secret = latin1Of(bytes, start, start + SECRET_CHARACTERS);
    if (!isChecksumRight(secret)) return [];
    return [{ span: { start, end: start + SECRET_CHARACTERS }, secret, encodings: NO_ENCODINGS, contexts: [] }];
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
var MARGIN_BYTES = REACH_BYTES + CONTEXT_BYTES;
var DEFAULT_DECODE_DEPTH = 4;
var WHOLE_BLOB = { firstByte: 0, start: 0, end: Infinity };
var NO_MATCHES = [];
var MARK_BYTES = 4;
var MAX_SHIFT_BYTES = 256;
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
    return this.#base + Math.max(0, this.#probed - MAX_SHIFT_BYTES);
  }
  /** What of the blob was not read, as the detail of a skip; `null` where all was. */
  get exceeded() {
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
    const limit = Math.min(to, this.#stretch.end - this.#base + MAX_SHIFT_BYTES);
    while (this.#probed < limit) {
      const from = this.#probed;
      const { leads, resume } = this.kernel.findLeads(from, limit, this.#filled);
      this.#probed = resume;
      if (leads.length > 0) this.#look(leads, from, resume);
    }
  }
  #look(leads, from, to) {
    const coded = [];
    for (const lead of leads) {
      if (lead.kind === "secret") this.#judge(lead.start);
      else coded.push(lead);
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
  /** Whether no character of the alphabet stands on either side of the 64. */
  #standsFree(start) {
    const end = start + SECRET_CHARACTERS;
    const around = this.#text.toString("latin1", Math.max(0, start - 1), Math.min(this.#filled, end + 1));
    return around.replace(/^[^A-Za-z0-9+/]|[^A-Za-z0-9+/]$/g, "").length === SECRET_CHARACTERS;
  }
  /** Finds what the text of a window does not show plainly, and begins in [from, to). */
  #unfold({ span: { start, end }, leads }, from, to) {
    const isHere = (at) => at >= from - MAX_SHIFT_BYTES && at < to && this.#isOurs(at);
    const text = this.kernel.arena.slice(start, end);
    const found = unfold(text, leads, this.kernel, { maxDepth: this.#maxDepth, contextBytes: this.#contextBytes });
    for (const one of found.secrets) {
      const span = { start: start + one.span.start, end: start + one.span.end };
      if (isHere(span.start) && one.encodings.length > 0) addOnce(this.#pending, { kind: "proven", ...one, span });
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
    const isWaiting = ({ span }) => span.start >= this.#probed - MAX_SHIFT_BYTES || span.end + this.#contextBytes > this.#filled;
    const first = isEnd ? -1 : this.#pending.findIndex(isWaiting);
    const ready = this.#pending.splice(0, first === -1 ? this.#pending.length : first);
    return [...complete, ...ready.map((one) => this.#matchOf(one))];
  }
  #matchOf({ kind, span: { start, end }, secret, encodings, contexts }) {
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
      contexts: [...contexts, around]
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
var WINDOW_BEFORE_BYTES = 2048;
var MAX_WINDOW_BYTES = 2 * REACH_BYTES;
function windowsOf(leads, filled, base) {
  const windows = [];
  for (const lead of [...leads].sort((a, b) => a.start - b.start)) {
    const early = Math.max(0, lead.start - (lead.kind === "anchor" ? WINDOW_BEFORE_BYTES : 0));
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

// src/pair/key-ids.ts
var STRONG = /^[A-Z2-7]{16}$/;
var WEAK = /^[A-Z0-9]{16}$/;
var ID_CHARACTERS = 16;
var MAX_GAP_BYTES2 = 1200;
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
    const isNear = distance <= MAX_GAP_BYTES2 && distance < (found.get(id) ?? Infinity);
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
function copyOf(latin12) {
  return Buffer.from(latin12, "latin1").toString("latin1");
}

// src/scan-blob.ts
function skipsOf({ exceeded }, path) {
  return exceeded === null ? [] : [{ path, reason: "bound-exceeded", detail: exceeded }];
}
var shared2;
function threadDetector(detection) {
  if (shared2 === void 0 || shared2.detection !== detection) {
    shared2 = { detector: new Detector(threadKernel(), detection), detection };
  }
  return shared2.detector;
}
function prepareToScan(detection) {
  threadDetector(detection);
  prepareSha256();
}
function scanBlob(blob, options) {
  const stretch = options.stretch ?? WHOLE_BLOB;
  const stopBytes = stretch.end + MARGIN_BYTES;
  const detector = threadDetector(options.detection);
  const { arena } = detector.kernel;
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
    isBinary,
    exceeded: detector.exceeded
  };
}
var PushedBlob = class {
  #origin;
  #wantsLineHash;
  #sightings = [];
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
    this.#detector.push(bytes, (matches) => sightAll(this.#origin, matches, this.#sightings));
  }
  /** A `lineHash` is given only if the blob fits the kernel's arena: its bytes are gone otherwise. */
  end() {
    const detector = this.#detector;
    sightAll(this.#origin, detector.end(), this.#sightings);
    const isBinary = this.#sightings.length > 0 && detector.isBinary;
    const canHash = this.#wantsLineHash && !isBinary && detector.holdsWholeBlob && this.#sightings.length > 0;
    const hashes = canHash ? hashHeld(detector, linesOf(this.#sightings)) : NO_HASHES;
    const sightings = finish(this.#sightings, isBinary, hashes);
    return { sightings, bytes: this.#bytes, measure: null, isBinary, exceeded: detector.exceeded };
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
function sightAll(origin, matches, sightings) {
  for (const { kind, span, encodings, textBefore, textWithin, secret, contexts } of matches) {
    sightings.push({
      origin,
      kind,
      offsetBytes: span.start,
      encodings,
      textBefore,
      textWithin,
      secret,
      keyIds: keyIdsNear(contexts),
      lineHash: null
    });
  }
}
function keyIdsNear(contexts) {
  for (const context of contexts) {
    const ids = findKeyIds(context);
    if (ids.length > 0) return ids;
  }
  return [];
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

// src/sources/files.ts
var import_node_fs2 = require("node:fs");
var { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = import_node_fs2.constants;
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
    this.#fd = (0, import_node_fs2.openSync)(toFsPath(path), isNamed ? NAMED : WALKED);
    if (isNamed) this.#endBytes = (0, import_node_fs2.fstatSync)(this.#fd).size || Infinity;
  }
  /** The file's size where it is known: it did not end within the first read, or was named. Else `Infinity`. */
  get endBytes() {
    return this.#endBytes;
  }
  read(target, start, maxBytes, offsetBytes) {
    const wanted = Math.min(maxBytes, this.#endBytes - offsetBytes);
    if (wanted <= 0) return 0;
    const count2 = (0, import_node_fs2.readSync)(this.#fd, target, start, wanted, offsetBytes);
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
    (0, import_node_fs2.closeSync)(this.#fd);
  }
  /**
   * Files of the kernel (below /proc) claim a size of 0 and are read as long as they give something.
   * Unless it was named, one that fills whole reads is left: /proc/self/pagemap goes on for 256 GB.
   */
  #findEnd(readBytes, wasFull) {
    const { size } = (0, import_node_fs2.fstatSync)(this.#fd);
    if (size >= readBytes) this.#endBytes = size;
    else if (wasFull && !this.#isNamed) {
      throw new IncompleteRead("unreadable", `holds more than the ${size} bytes that it claims`);
    }
  }
  /** Files below /sys claim more than they have, and go on doing so: only a size that changed is a loss. */
  #requireWhole() {
    if (this.#endBytes === Infinity) return;
    const { size } = (0, import_node_fs2.fstatSync)(this.#fd);
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
var BATCH_CONTAINER_BYTES = 1024 * 1024;
function addBlob(report, result, skip) {
  if (skip === null) report.files++;
  else report.skips.push(skip);
  report.bytes += result.bytes;
  addAll(report.sightings, result.sightings);
}
function addAll(list, items) {
  for (const item of items) list.push(item);
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

// src/sources/walk.ts
function reasonForKind(kind) {
  if (kind.isFile() || kind.isDirectory()) return null;
  return kind.isSymbolicLink() ? "symlink" : "special-file";
}

// src/staged-names.ts
var import_node_fs3 = require("node:fs");
var import_node_path2 = require("node:path");
function chooseNamed(files, entries, root, currentFolder) {
  const byPath = groupBy(
    entries.flatMap((entry) => pathAndFolders(entry.path).map((name) => ({ name, entry }))),
    ({ name }) => name
  );
  const chosen = /* @__PURE__ */ new Set();
  const unstaged = /* @__PURE__ */ new Set();
  for (const file of files) {
    const path = fromRoot(file, root, currentFolder);
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
function fromRoot(typed, root, currentFolder) {
  if (typed === "") throw new UsageError("cannot scan an empty path");
  const absolute = import_node_path2.posix.resolve(withSlashes(currentFolder), withSlashes(typed));
  const path = import_node_path2.posix.relative(withSlashes(root), absolute);
  if (!isOutside(path)) return asBytePath(path);
  const real = import_node_path2.posix.join(withSlashes(withoutLinks(import_node_path2.posix.dirname(absolute))), import_node_path2.posix.basename(absolute));
  const realPath = import_node_path2.posix.relative(withSlashes(root), real);
  if (!isOutside(realPath)) return asBytePath(realPath);
  throw new UsageError(`${JSON.stringify(toDisplayPath(typed))} is outside the repository: cfltguard scan reads it`);
}
function isOutside(path) {
  return path === ".." || path.startsWith("../");
}
function withoutLinks(folder) {
  for (let at = folder; at !== "/"; at = import_node_path2.posix.dirname(at)) {
    try {
      return import_node_path2.posix.join(import_node_fs3.realpathSync.native(toFsPath(asBytePath(at)), "latin1"), import_node_path2.posix.relative(at, folder));
    } catch {
    }
  }
  return folder;
}
function withSlashes(path) {
  if (process.platform !== "win32") return path;
  return path.replaceAll("\\", "/").replace(/^[A-Za-z]:/, "/$&");
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
    for await (const chunk of git.stdout) {
      reader.take(chunk);
      if (reader.finished === rest.length) return;
    }
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

// src/staged-objects.ts
var MAX_HASHED_BLOB_BYTES = 48 * 1024 * 1024;
var NO_BYTES = Buffer.alloc(0);
async function scanStagedObjects(entries, catFile, options) {
  const blobs = entries.filter((entry) => entry.kind === "file" || entry.kind === "symlink");
  const byOid = groupBy(blobs, (entry) => entry.oid);
  const visitor = new ScanVisitor(byOid, options);
  if (byOid.size > 0) await readObjects([...byOid.keys()], catFile, visitor, options.environment);
  const { files, objects, bytes } = visitor;
  const inside = await scanContainers2(visitor.containers, byOid, options);
  const insideByOid = groupBy(inside.sightings, ({ origin }) => origin.blob);
  const outside = groupBy(visitor.sightings, ({ origin }) => origin.blob);
  const sightings = [...outside].flatMap(([oid, own]) => withoutCopies(own, insideByOid.get(oid) ?? []));
  const submodules = entries.filter((entry) => entry.kind === "submodule");
  const skips = submodules.map(({ path, oid }) => ({ path, reason: "submodule", detail: oid }));
  return {
    sightings: [
      ...options.wantsLineHash ? await addMissingHashes(sightings, byOid, options.environment) : sightings,
      ...inside.sightings
    ],
    skips: [...visitor.skips, ...inside.skips, ...skips],
    files,
    objects,
    bytes
  };
}
var ScanVisitor = class {
  sightings = [];
  skips = [];
  /** Objects that are containers: they are read again, if they are to be opened. */
  containers = [];
  files = 0;
  objects = 0;
  bytes = 0;
  #byOid;
  #options;
  #blob = null;
  #head = NO_BYTES;
  constructor(byOid, options) {
    this.#byOid = byOid;
    this.#options = options;
  }
  begin(oid) {
    const { wantsLineHash, detection } = this.#options;
    this.#blob = new PushedBlob({ source: "index", path: null, blob: oid }, wantsLineHash, threadDetector(detection));
    this.#head = NO_BYTES;
  }
  take(chunk) {
    this.#blob?.push(chunk);
    const missing = SNIFF_BYTES - this.#head.length;
    if (missing > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, missing)]);
  }
  end(oid) {
    const result = this.#blob?.end();
    if (!result) return;
    const entries = this.#entries(oid);
    this.objects++;
    this.files += entries.length;
    this.bytes += result.bytes;
    const name = containerPath(entries);
    if (name !== null && sniffContainer(this.#head, name) !== null) this.containers.push(oid);
    for (const { path, kind } of entries) {
      this.skips.push(...skipsOf(result, path));
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
function containerPath(entries) {
  return entries.find(({ kind }) => kind === "file")?.path ?? null;
}
async function scanContainers2(oids, byOid, { archives, detection, environment }) {
  const sightings = [];
  const skips = [];
  if (oids.length === 0 || archives === void 0 || archives.limits.depth === 0) return { sightings, skips };
  const { PushedContainer } = await archives.load();
  let container = null;
  const visitor = {
    begin: (oid) => {
      const path = containerPath(byOid.get(oid) ?? []);
      container = new PushedContainer({ source: "index", path, blob: oid }, archives.limits, detection);
    },
    take: (chunk) => container?.push(chunk),
    end: (oid) => {
      const report = container?.end() ?? { sightings: [], skips: [] };
      const entries = byOid.get(oid) ?? [];
      const first = containerPath(entries) ?? "";
      for (const { path } of entries.filter(({ kind }) => kind === "file")) {
        for (const one of report.sightings) sightings.push({ ...one, origin: { ...one.origin, path } });
        for (const one of report.skips) skips.push({ ...one, path: asBytePath(path + one.path.slice(first.length)) });
      }
    },
    fail: (oid, reason, detail) => {
      for (const { path } of byOid.get(oid) ?? []) skips.push({ path, reason, detail: `${oid}: ${detail}` });
    }
  };
  await readObjects(oids, startCatFile(environment), visitor, environment);
  return { sightings, skips };
}
async function addMissingHashes(sightings, byOid, environment) {
  const isFile = ({ origin }) => byOid.get(origin.blob ?? "")?.some(({ kind, path }) => kind === "file" && path === origin.path) === true;
  const bare = new Set(sightings.filter((one) => one.lineHash === null && isFile(one)));
  if (bare.size === 0) return sightings;
  const linesByOid = new Map(
    [...groupBy(bare, (one) => one.origin.blob ?? "")].map(
      ([oid, group]) => [oid, new Set(group.map(lineOf2))]
    )
  );
  const visitor = new HashVisitor(linesByOid);
  await readObjects([...linesByOid.keys()], startCatFile(environment), visitor, environment);
  return sightings.map((one) => {
    const lineHash = bare.has(one) ? visitor.hashes.get(one.origin.blob ?? "")?.get(lineOf2(one)) : void 0;
    return lineHash === void 0 ? one : { ...one, lineHash };
  });
}
function lineOf2(sighting) {
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
async function scanStaged(request, git) {
  const { environment, files, currentFolder } = request;
  try {
    prepareToScan(request.detection);
    const [staged, workTree] = await withGitVersion(Promise.all([git.entries, git.root]), environment);
    const { entries, unstaged } = workTree === null ? { entries: staged, unstaged: [] } : chooseNamed(files, staged, workTree, currentFolder);
    const disk = createFilesReport();
    for (const path of unstaged) await scanUnstaged(asBytePath(import_node_path3.posix.join(workTree ?? "", path)), path, request, disk);
    const index = await scanStagedObjects(entries, git.catFile, request);
    return {
      findings: groupFindings([...index.sightings, ...disk.sightings]),
      skips: sortSkips([...index.skips, ...disk.skips]),
      totals: { files: index.files + disk.files, objects: index.objects, bytes: index.bytes + disk.bytes }
    };
  } finally {
    git.catFile.kill();
  }
}
async function scanUnstaged(fsPath, path, request, disk) {
  try {
    const stats = (0, import_node_fs4.lstatSync)(toFsPath(fsPath));
    const reason = reasonForKind(stats);
    if (reason !== null) disk.skips.push({ path, reason, detail: "" });
    if (reason !== null || stats.isDirectory()) return;
  } catch (error) {
    disk.skips.push(skipOf(path, error));
    return;
  }
  const { archives, detection, wantsLineHash } = request;
  const limits = archives === void 0 || archives.limits.depth === 0 ? {} : { archives: archives.limits };
  const found = createFilesReport();
  const options = { wantsLineHash, detection, largeFileBytes: Infinity, ...limits };
  scanFiles({ paths: [fsPath], followsLinks: false }, options, found);
  const [container] = found.containers;
  if (container !== void 0 && archives !== void 0) {
    const inside = scanContainers([container], archives.limits, await archives.load(), detection);
    addAll(found.skips, inside.skips);
    const outside = withoutCopies(found.sightings.splice(0), inside.sightings);
    addAll(found.sightings, [...outside, ...inside.sightings]);
  }
  disk.files += found.files;
  disk.bytes += found.bytes;
  addAll(
    disk.skips,
    found.skips.map((skip) => ({ ...skip, path: asBytePath(path + skip.path.slice(fsPath.length)) }))
  );
  addAll(
    disk.sightings,
    found.sightings.map((one) => ({ ...one, origin: { ...one.origin, path } }))
  );
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
function isComplete(result) {
  return !result.skips.some(isFailure);
}

// src/cli/exit-code.ts
var EXIT = { clean: 0, findings: 1, failure: 2 };
function exitCodeOf(result, isExitZero) {
  if (result.findings.length > 0 && !isExitZero) return EXIT.findings;
  return isComplete(result) ? EXIT.clean : EXIT.failure;
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
var PLAIN = /^[\x20-\x7e]*$/;
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
var INVISIBLE_IN_JSON = new RegExp(`(?!
)${INVISIBLE.source}`, "gu");
var NAMED2 = { "\n": "\\n", "\r": "\\r", "	": "\\t", "\x1B": "\\e" };
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
var RULES = [confluent_api_secret_default, confluent_damaged_api_secret_default].map(requireRule);

// src/version.ts
var VERSION = "0.1.0";

// src/cli/output.ts
var import_node_fs6 = require("node:fs");
var import_node_path4 = require("node:path");

// src/sources/stream.ts
var CHUNK_BYTES = 64 * 1024;
function descriptorOf(path) {
  const [, name = ""] = /^\/dev\/(stdin|stdout|stderr)$/.exec(path) ?? [];
  if (name !== "") return ["stdin", "stdout", "stderr"].indexOf(name);
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === void 0 ? null : Number(number);
}

// src/cli/streams.ts
var import_node_fs5 = require("node:fs");
var RETRY_MS = 2;
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
  if (!(0, import_node_fs5.fstatSync)(STANDARD_OUTPUT).isCharacterDevice()) return null;
  return process.stdout.isTTY ? process.stdout.columns || 80 : null;
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
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

// src/cli/output.ts
var STANDARD_OUTPUT2 = 1;
var ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
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
async function writeFile(file, text) {
  const descriptor = descriptorOf(file);
  if (descriptor !== null) {
    printTo(descriptor, text);
    return;
  }
  const place = placeOf(file);
  const stats = statOrNull(place);
  if (stats !== null && !stats.isFile()) {
    (0, import_node_fs6.writeFileSync)(toFsPath(place), text);
    return;
  }
  await withSignalsHeld(() => replaceFile(place, text, stats));
}
function replaceFile(place, text, before) {
  const temporary = toFsPath(temporaryBeside(place));
  try {
    (0, import_node_fs6.writeFileSync)(temporary, text, { flag: "wx" });
    if (before !== null) (0, import_node_fs6.chmodSync)(temporary, before.mode & 511);
    (0, import_node_fs6.renameSync)(temporary, toFsPath(place));
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
  return asBytePath((0, import_node_path4.join)((0, import_node_path4.dirname)(place), `.cfltguard-${unique}.tmp`));
}
function placeOf(file) {
  try {
    return realPathOf(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  const folder = realPathOf(asBytePath((0, import_node_path4.dirname)(file)));
  const place = asBytePath((0, import_node_path4.join)(folder, (0, import_node_path4.basename)(file)));
  const link = (0, import_node_fs6.lstatSync)(toFsPath(place), { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? placeOf(asBytePath((0, import_node_path4.resolve)(folder, (0, import_node_fs6.readlinkSync)(toFsPath(place), "latin1")))) : place;
}
function realPathOf(file) {
  return asBytePath(import_node_fs6.realpathSync.native(toFsPath(file), "latin1"));
}
function removeQuietly(file) {
  try {
    (0, import_node_fs6.unlinkSync)(file);
  } catch {
  }
}
function statOrNull(file) {
  return (0, import_node_fs6.statSync)(toFsPath(file), { throwIfNoEntry: false }) ?? null;
}
function nameOf(file) {
  return JSON.stringify(toDisplayPath(file));
}

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
function prepareToPublish(targets) {
  if (targets.some((target) => target.format === "text")) void Promise.resolve().then(() => __toESM(require("./lazy-text.cjs"), 1));
}
async function format(target, input, kind, args) {
  switch (target.format) {
    case "text": {
      if (input.result.findings.length === 0) return "";
      const { formatText, NO_COLORS } = await Promise.resolve().then(() => __toESM(require("./lazy-text.cjs"), 1));
      const columns = target.file === null ? outputColumns() : null;
      const isColored = hasColor(columns !== null, target, args);
      const colors = isColored ? (await Promise.resolve().then(() => __toESM(require("./lazy-colors.cjs"), 1))).COLORS : NO_COLORS;
      return formatText(input, { width: columns, colors });
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
  const opaque = args.isOn("quiet") ? [] : result.skips.filter(({ reason }) => reason === "opaque");
  const told = [...failures, ...opaque];
  const named = isVerbose ? result.skips : told.slice(0, MAX_NAMED_FAILURES);
  const unnamed = isVerbose ? 0 : told.length - named.length;
  const isSilent = args.isOn("quiet") && failures.length === 0;
  return [
    ...named.map(formatSkip),
    unnamed > 0 ? `and ${unnamed} more; --verbose names them
` : "",
    isSilent ? "" : formatSummary(result, process.uptime() * 1e3)
  ].join("");
}

// src/cli/lazy-index.ts
async function scanIndex({ args, targets, git, ...request }) {
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const scanning = scanStaged({ ...request, wantsLineHash, environment: process.env }, git);
  prepareToPublish(targets);
  const result = await scanning;
  await publish(result, "staged", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  scanIndex
});
