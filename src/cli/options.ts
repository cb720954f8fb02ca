import type { ParseArgsConfig } from "node:util";
import { SCANNER_NAMES } from "../export/scanner-names.ts";
import { DEFAULT_ARCHIVE_LIMITS } from "../model/archive-limits.ts";
import type { Confidence } from "../model/confidence.ts";

/** An option as the command line, the help and the error messages know it. */
export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly describe: string;
  /** What stands for the value in the help. */
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  readonly default?: string | boolean;
  readonly isRepeatable?: boolean;
  readonly short?: string;
}

/** The formats of a report. */
export const FORMATS = ["text", "json", "sarif"] as const;

/** How sure a finding may be, the surest first. */
export const CONFIDENCES = ["proven", "likely", "possible"] as const satisfies readonly Confidence[];

/** Every option there is, and every default. The parser and `--help` are both made from this table. */
export const OPTIONS = {
  format: { type: "string", describe: "Format of the report", choices: FORMATS, default: "text" },
  output: { type: "string", placeholder: "FILE", describe: "Write the report to FILE, not to standard output" },
  report: {
    type: "string",
    placeholder: "FORMAT=FILE",
    describe: "Write one more report, as FORMAT=FILE; repeatable; - is standard output",
    isRepeatable: true,
  },
  "files-from": {
    type: "string",
    placeholder: "FILE",
    describe: "Scan what the file FILE lists, NUL-separated; - is standard input",
  },
  "stdin-filename": { type: "string", placeholder: "PATH", describe: "Call standard input PATH in reports" },
  "min-confidence": {
    type: "string",
    describe: "Report what is at least this sure; possible adds weak evidence and wrong checksums",
    choices: CONFIDENCES,
    default: "likely",
  },
  "max-decode-depth": {
    type: "string",
    placeholder: "N",
    describe: "Undo up to N encodings one in another; 0 decodes nothing",
    default: "4",
  },
  "max-archive-depth": {
    type: "string",
    placeholder: "N",
    describe: "Open archives up to N inside each other; 0 opens none",
    default: String(DEFAULT_ARCHIVE_LIMITS.depth),
  },
  "max-archive-bytes": {
    type: "string",
    placeholder: "N",
    describe: "Expand at most N bytes of each file",
    default: String(DEFAULT_ARCHIVE_LIMITS.bytes),
  },
  "max-archive-ratio": {
    type: "string",
    placeholder: "N",
    describe: "Expand at most N times the bytes that are read, once they are more than 10 MiB",
    default: String(DEFAULT_ARCHIVE_LIMITS.ratio),
  },
  "max-archive-members": {
    type: "string",
    placeholder: "N",
    describe: "Read at most N members of each file",
    default: String(DEFAULT_ARCHIVE_LIMITS.members),
  },
  jobs: { type: "string", placeholder: "N", describe: "Use N threads (default: one a processor, at most 6)" },
  known: {
    type: "string",
    placeholder: "FILE",
    describe: "Report 64 characters as proven whose SHA-256 FILE lists, one a line in hex",
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
  version: { type: "boolean", describe: "Show the version", default: false },
} as const satisfies Record<string, OptionSpec>;

/** An option's name. */
export type OptionName = keyof typeof OPTIONS;

/** A command as the command line and the help know it. */
export interface CommandSpec {
  /** How positional arguments stand in the usage line. */
  readonly usage: string;
  readonly describe: string;
  readonly options: readonly OptionName[];
}

const DETECTION = ["min-confidence", "known", "max-decode-depth"] as const;
const ARCHIVES = ["max-archive-depth", "max-archive-bytes", "max-archive-ratio", "max-archive-members"] as const;
const REPORTING = [
  "format",
  "output",
  "report",
  "exit-zero",
  "show-secrets",
  "explain",
  "quiet",
  "verbose",
  "no-color",
] as const;

/** Every command there is. */
export const COMMANDS = {
  scan: {
    usage: "scan [paths..]",
    describe: "Scan files, folders and globs (default .); - is standard input",
    options: ["files-from", "stdin-filename", "jobs", ...DETECTION, ...ARCHIVES, ...REPORTING],
  },
  staged: {
    usage: "staged [files..]",
    describe: "Scan what the commit would record; a named file that is not staged is read from disk",
    options: [...DETECTION, ...ARCHIVES, ...REPORTING],
  },
  hook: {
    usage: "hook pre-commit [files..]",
    describe: "Scan what the commit would record, as the entry of a git hook",
    options: [...DETECTION, ...ARCHIVES, ...REPORTING],
  },
  where: {
    usage: "where <key-id|fingerprint> [paths..]",
    describe: "Find every place of a key ID and its secrets, or of one secret (text, json)",
    options: ["files-from", "stdin-filename", "jobs", ...ARCHIVES, "format", "output", "quiet", "verbose"],
  },
  check: {
    usage: "check",
    describe: "Say of each line of standard input whether it is a Confluent secret, and why not",
    options: [],
  },
  fake: {
    usage: "fake",
    describe: "Print never-issued secrets that pass the checksum, to try the hook with",
    options: ["count"],
  },
  rules: {
    usage: "rules <list|explain|export> [id]",
    describe: "List the rules, explain one, or export them for another scanner (--for)",
    options: ["format", "for", "output"],
  },
} as const satisfies Record<string, CommandSpec>;

/** A command's name. */
export type CommandName = keyof typeof COMMANDS;

/** The options of every command, beside its own. */
export const COMMON_OPTIONS = ["help", "version"] as const satisfies readonly OptionName[];

/** What `util.parseArgs` must be told of a command's options. */
export function parserOptions(names: readonly OptionName[]): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    names.map((name) => {
      const { type, isRepeatable, short }: OptionSpec = OPTIONS[name];
      return [name, { type, multiple: isRepeatable ?? false, ...(short === undefined ? {} : { short }) }];
    }),
  );
}
