import { accessSync, constants, realpathSync, renameSync, statSync, unlinkSync, writeFileSync, type Stats } from "node:fs";
import { basename, dirname, join } from "node:path";
import { errorCode, ScanError, UsageError } from "../model/errors.ts";
import { FORMATS } from "./options.ts";
import type { Arguments } from "./arguments.ts";
import { printOutput } from "./streams.ts";

/** A report's format. */
export type Format = (typeof FORMATS)[number];

/** One report to be written, and where to; `null` is standard output. */
export interface Target {
  readonly format: Format;
  readonly file: string | null;
}

/**
 * The reports that a command line asks for. Throws a `UsageError` for a bad `--report`, for two
 * reports in one place, and for a file that could not be written: before anything is scanned.
 */
export function readTargets(args: Arguments): Target[] {
  const output = args.text("output");
  const main = { format: args.text("format") as Format, file: output === undefined || output === "-" ? null : output };
  const targets = [main, ...args.texts("report").map(readReport)];
  // With --report the main report is printed only if it was asked for.
  const isMainWanted = targets.length === 1 || output !== undefined || !targets.slice(1).some((one) => one.file === null);
  const wanted = isMainWanted ? targets : targets.slice(1);
  for (const { file } of wanted) {
    if (wanted.filter((other) => other.file === file).length > 1) {
      throw new UsageError(`two reports go to ${file === null ? "standard output" : JSON.stringify(file)}`);
    }
    if (file !== null) requireWritable(file);
  }
  return wanted;
}

/** Writes a report whole or not at all: to a temporary name beside its place, then by renaming. */
export function writeReport(target: Target, text: string): void {
  if (target.file === null) {
    printOutput(text);
    return;
  }
  try {
    writeFile(target.file, text);
  } catch (error) {
    if (errorCode(error) === "EPIPE") return;
    throw new ScanError("output-failed", `cannot write ${JSON.stringify(target.file)}: ${errorCode(error)}`, { cause: error });
  }
}

function readReport(value: string): Target {
  const [, format = "", file = ""] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  if (!(FORMATS as readonly string[]).includes(format)) {
    throw new UsageError(`bad --report ${JSON.stringify(value)}: write FORMAT=FILE, FORMAT being one of ${FORMATS.join(", ")}`);
  }
  return { format: format as Format, file: file === "-" ? null : file };
}

function requireWritable(file: string): void {
  const stats = statOrNull(file);
  if (stats?.isDirectory()) throw new UsageError(`cannot write ${JSON.stringify(file)}: it is a folder`);
  const folder = dirname(file);
  try {
    if (stats) accessSync(file, constants.W_OK);
    if (!stats || stats.isFile()) accessSync(stats ? dirname(realpathSync(file)) : folder, constants.W_OK);
  } catch (error) {
    const code = errorCode(error);
    const why = code === "ENOENT" ? `the folder ${JSON.stringify(folder)} does not exist` : code;
    throw new UsageError(`cannot write ${JSON.stringify(file)}: ${why}`);
  }
}

function writeFile(file: string, text: string): void {
  const stats = statOrNull(file);
  // A FIFO or a device is written to; replacing it would be absurd.
  if (stats && !stats.isFile()) {
    writeFileSync(file, text);
    return;
  }
  // Behind a link, the file itself is replaced and the link stays.
  const place = stats ? realpathSync(file) : file;
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx", mode: stats ? stats.mode & 0o777 : 0o666 });
    renameSync(temporary, place);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It was never made; the error that led here says why.
  }
}

function statOrNull(file: string): Stats | null {
  return statSync(file, { throwIfNoEntry: false }) ?? null;
}
