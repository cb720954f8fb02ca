"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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

// src/cli/exit-code.ts
var EXIT = { clean: 0, findings: 1, failure: 2 };

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
function isToldPlainly(error) {
  return error instanceof Error && (error.name === "UsageError" || error.name === "ScanError");
}
function errorCode(error) {
  if (!(error instanceof Error)) return String(error);
  return error.code ?? error.message;
}

// src/version.ts
var VERSION = "0.1.0";

// src/cli/arguments.ts
var import_node_util = require("node:util");

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
  const at = findCommand(argv);
  const command = at === -1 ? null : requireCommand(argv[at] ?? "");
  const names = [...COMMON_OPTIONS, ...command === null ? [] : COMMANDS[command].options];
  const args = argv.filter((_, i) => i !== at);
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
  if (argv.length === 0) throw new UsageError("no command given; see cfltguard --help");
  return argv.findIndex((argument, i) => !argument.startsWith("-") && !takesValue(argv[i - 1]));
}
function requireCommand(first) {
  if (Object.hasOwn(COMMANDS, first)) return first;
  throw new UsageError(
    `unknown command ${JSON.stringify(first)}${suggest(first, Object.keys(COMMANDS))}; see cfltguard --help`
  );
}
function takesValue(argument) {
  const name = argument?.replace(/^--/, "") ?? "";
  return argument !== name && Object.hasOwn(OPTIONS, name) && OPTIONS[name].type === "string";
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
var import_node_fs = require("node:fs");

// src/model/byte-path.ts
function asBytePath(latin1) {
  return latin1;
}
function toBytePath(text) {
  return asBytePath(isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1"));
}
function isAscii(text) {
  return Buffer.byteLength(text) === text.length;
}

// src/cli/argv-bytes.ts
function readCommandLine(argv) {
  if (argv.some((argument) => argument.includes("\uFFFD"))) {
    const raw = readRawArguments().slice(-argv.length);
    const isSame = raw.length === argv.length && raw.every((bytes, i) => bytes.toString("utf8") === argv[i]);
    if (isSame) return { argv: raw.map((bytes) => bytes.toString("latin1")), decode: asBytePath };
  }
  return { argv, decode: toBytePath };
}
function readRawArguments() {
  try {
    const text = (0, import_node_fs.readFileSync)("/proc/self/cmdline", "latin1").replace(/\0$/, "");
    return text.split("\0").map((argument) => Buffer.from(argument, "latin1"));
  } catch {
    return [];
  }
}

// src/cli/streams.ts
var import_node_fs2 = require("node:fs");
var RETRY_MS = 2;
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
function writeAll(fd, text) {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += (0, import_node_fs2.writeSync)(fd, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

// src/cli/main.ts
var RUNNERS = {
  scan: async () => (await Promise.resolve().then(() => __toESM(require("./lazy-scan.cjs"), 1))).runScan,
  staged: async () => (await Promise.resolve().then(() => __toESM(require("./lazy-staged.cjs"), 1))).runStaged,
  hook: async () => (await Promise.resolve().then(() => __toESM(require("./lazy-staged.cjs"), 1))).runHook,
  where: async () => (await Promise.resolve().then(() => __toESM(require("./lazy-where.cjs"), 1))).runWhere,
  check: async () => (await Promise.resolve().then(() => __toESM(require("./lazy-check.cjs"), 1))).runCheck,
  fake: async () => (await Promise.resolve().then(() => __toESM(require("./lazy-fake.cjs"), 1))).runFake,
  rules: async () => (await Promise.resolve().then(() => __toESM(require("./lazy-rules.cjs"), 1))).runRules
};
async function main(argv, workerScript) {
  try {
    const { argv: exact, decode } = readCommandLine(argv);
    const args = readArguments(exact);
    if (args.isOn("help")) return await showHelp(args.command);
    if (args.isOn("version")) return showVersion();
    if (args.command === null) throw new UsageError("no command given; see cfltguard --help");
    const run = await RUNNERS[args.command]();
    return await run({ args, decode, workerScript });
  } catch (error) {
    printError(`cfltguard: ${maskSecrets(describe(error))}
`);
    return EXIT.failure;
  }
}
async function showHelp(command) {
  const { formatHelp } = await Promise.resolve().then(() => __toESM(require("./lazy-help.cjs"), 1));
  printOutput(await formatHelp(command));
  return EXIT.clean;
}
function showVersion() {
  printOutput(`cfltguard ${VERSION}
`);
  return EXIT.clean;
}
function describe(error) {
  if (isToldPlainly(error)) return error.message;
  return `internal error, please report it: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}

// src/cli/start.ts
process.on("uncaughtException", (error) => {
  printError(`cfltguard: internal error, please report it: ${error.stack ?? error.message}
`);
  process.exit(EXIT.failure);
});
void main(process.argv.slice(2), `${__dirname}/worker.cjs`).then((code) => process.exit(code));
