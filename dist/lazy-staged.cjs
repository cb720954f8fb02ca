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

// src/cli/lazy-staged.ts
var lazy_staged_exports = {};
__export(lazy_staged_exports, {
  runHook: () => runHook,
  runStaged: () => runStaged
});
module.exports = __toCommonJS(lazy_staged_exports);

// src/git/spawn.ts
var import_node_child_process = require("node:child_process");

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
  const isMissing = errorCode(error) === "ENOENT";
  const message = isMissing ? "git was not found: install git 2.31 or newer, or put it on PATH" : `git could not be started: ${errorCode(error)}`;
  return new ScanError("git-missing", message, { cause: error });
}

// src/git/cat-file.ts
function startCatFile(environment) {
  return startGit(["cat-file", "--batch", "--buffer"], environment);
}

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

// src/git/ask-staged.ts
function askStaged(environment, needsRoot) {
  const entries = readStagedEntries(environment);
  const catFile = startCatFile(environment);
  const root = needsRoot ? readWorkTreeRoot(environment) : null;
  entries.catch(() => void 0);
  root?.catch(() => void 0);
  return { entries, root, catFile };
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

// src/cli/current-folder.ts
var import_node_fs2 = require("node:fs");
function currentFolder() {
  try {
    const folder = process.cwd();
    return folder.includes("\uFFFD") ? asBytePath(import_node_fs2.realpathSync.native(".", "latin1")) : toBytePath(folder);
  } catch (error) {
    throw new ScanError("input-failed", `the current folder cannot be used: ${errorCode(error)}`, { cause: error });
  }
}

// src/cli/detection.ts
var import_node_fs3 = require("node:fs");
var MOST_DECODE_DEPTH = 100;
var LINE = /^(?:#.*|([0-9A-Fa-f]{64})(?:[ \t].*)?)?$/;
function readDetection(args, decode) {
  const known = args.text("known");
  return {
    maxDecodeDepth: readWholeNumber(args, "max-decode-depth", 0, MOST_DECODE_DEPTH),
    minConfidence: CONFIDENCES.find((confidence) => confidence === args.text("min-confidence")) ?? "likely",
    ...known === void 0 ? {} : { known: readKnown(decode(known)) }
  };
}
function readKnown(file) {
  const name = JSON.stringify(toDisplayPath(file));
  const lines = readLines(file, name);
  return new Set(
    lines.flatMap((line, i) => {
      const match = LINE.exec(line);
      if (match === null) throw new UsageError(`bad line ${i + 1} of ${name}: a SHA-256 of 64 hexadecimal digits`);
      return match[1] === void 0 ? [] : [match[1].toLowerCase()];
    })
  );
}
function readLines(file, name) {
  try {
    return (0, import_node_fs3.readFileSync)(toFsPath(file), "latin1").split(/\r?\n/);
  } catch (error) {
    throw new UsageError(`cannot read the known secrets ${name}: ${errorCode(error)}`);
  }
}

// src/cli/output.ts
var import_node_fs4 = require("node:fs");
var import_node_path2 = require("node:path");

// src/sources/stream.ts
var CHUNK_BYTES = 64 * 1024;
function descriptorOf(path) {
  const [, name = ""] = /^\/dev\/(stdin|stdout|stderr)$/.exec(path) ?? [];
  if (name !== "") return ["stdin", "stdout", "stderr"].indexOf(name);
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === void 0 ? null : Number(number);
}

// src/cli/output.ts
var STANDARD_OUTPUT = 1;
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
      (0, import_node_fs4.closeSync)((0, import_node_fs4.openSync)(temporary, "wx"));
      (0, import_node_fs4.unlinkSync)(temporary);
    }
    return place;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const folder = toDisplayPath(asBytePath((0, import_node_path2.dirname)(file)));
    const isFolderMissing = statOrNull(asBytePath((0, import_node_path2.dirname)(file))) === null;
    throw new UsageError(
      `cannot write ${nameOf(file)}: ${isFolderMissing ? `there is no folder ${JSON.stringify(folder)}` : errorCode(error)}`
    );
  }
}
function temporaryBeside(place) {
  const unique = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  return asBytePath((0, import_node_path2.join)((0, import_node_path2.dirname)(place), `.cfltguard-${unique}.tmp`));
}
function placeOf(file) {
  try {
    return realPathOf(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  const folder = realPathOf(asBytePath((0, import_node_path2.dirname)(file)));
  const place = asBytePath((0, import_node_path2.join)(folder, (0, import_node_path2.basename)(file)));
  const link = (0, import_node_fs4.lstatSync)(toFsPath(place), { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? placeOf(asBytePath((0, import_node_path2.resolve)(folder, (0, import_node_fs4.readlinkSync)(toFsPath(place), "latin1")))) : place;
}
function realPathOf(file) {
  return asBytePath(import_node_fs4.realpathSync.native(toFsPath(file), "latin1"));
}
function statOrNull(file) {
  return (0, import_node_fs4.statSync)(toFsPath(file), { throwIfNoEntry: false }) ?? null;
}
function nameOf(file) {
  return JSON.stringify(toDisplayPath(file));
}

// src/cli/lazy-staged.ts
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
async function scanNamed({ args, decode }, names) {
  const targets = readTargets(args, decode);
  const how = { archives: readArchiveOptions(args), detection: readDetection(args, decode) };
  const scan = { args, targets, files: names.map(decode), currentFolder: currentFolder(), ...how };
  const git = askStaged(process.env, names.length > 0);
  const { scanIndex } = await Promise.resolve().then(() => __toESM(require("./lazy-index.cjs"), 1));
  return scanIndex({ ...scan, git });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runHook,
  runStaged
});
