import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { asBytePath, toBytePath, toDisplayPath, toFsPath, type BytePath } from "../model/byte-path.ts";
import { errorCode, ScanError, UsageError } from "../model/errors.ts";
import { descriptorOf } from "../sources/stream.ts";
import type { Arguments } from "./arguments.ts";
import type { CommandContext } from "./context.ts";
import { FORMATS } from "./options.ts";
import { printTo } from "./streams.ts";

/** A report's format. */
export type Format = (typeof FORMATS)[number];

/** One report to be written, and where to; `null` is standard output. */
export interface Target {
  readonly format: Format;
  readonly file: BytePath | null;
}

type Decode = CommandContext["decode"];

const STANDARD_OUTPUT = 1;
/** Signals that end a process which does nothing about them, and that people and CI send. */
const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The reports that a command line asks for: the main one (`--format`, `--output`) and those of
 * `--report`, which replaces a main one that nobody asked for where it takes standard output.
 *
 * Throws a `UsageError` for a bad `--report`, for two reports in one place, and for a file that
 * could not be written: before anything is scanned.
 */
export function readTargets(args: Arguments, decode: Decode = toBytePath): Target[] {
  const main = { format: args.text("format") as Format, file: readFile(args.text("output") ?? "-", decode) };
  const others = args.texts("report").map((value) => readReport(value, decode));
  const isMainWanted = args.isGiven("format") || args.isGiven("output") || !others.some(({ file }) => file === null);
  const targets = isMainWanted ? [main, ...others] : others;
  const places = new Set<string | null>();
  for (const { file } of targets) {
    const place = file === null ? null : requireWritable(file);
    if (places.has(place))
      throw new UsageError(`two reports go to ${file === null ? "standard output" : nameOf(file)}`);
    places.add(place);
  }
  return targets;
}

/** Writes a report whole or not at all: to a temporary name beside its place, then by renaming. */
export async function writeReport({ file }: Target, text: string): Promise<void> {
  if (file === null) {
    printTo(STANDARD_OUTPUT, text);
    return;
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    // The reader of a FIFO that goes away is no error.
    if (errorCode(error) === "EPIPE") return;
    throw new ScanError("output-failed", `cannot write ${nameOf(file)}: ${errorCode(error)}`, { cause: error });
  }
}

function readReport(value: string, decode: Decode): Target {
  const [, format = "", file = ""] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  if (!(FORMATS as readonly string[]).includes(format)) {
    throw new UsageError(
      `bad --report ${JSON.stringify(value)}: write FORMAT=FILE, FORMAT being one of ${FORMATS.join(", ")}`,
    );
  }
  return { format: format as Format, file: readFile(file, decode) };
}

/** `-`, `/dev/stdout` and `/dev/fd/1` are the same: opened by name, a file behind it would be cut off or replaced. */
function readFile(name: string, decode: Decode): BytePath | null {
  if (name === "") throw new UsageError("cannot write a report to an empty path");
  return name === "-" || descriptorOf(name) === STANDARD_OUTPUT ? null : decode(name);
}

/** Tries what will be done later, leaving nothing behind, and returns the place where the report will be. */
function requireWritable(file: BytePath): string {
  if (descriptorOf(file) !== null) return file;
  try {
    const place = placeOf(file);
    const stats = statOrNull(place);
    if (stats?.isDirectory() || file.endsWith("/"))
      throw new UsageError(`cannot write ${nameOf(file)}: it is a folder`);
    if (stats === null || stats.isFile()) {
      const temporary = toFsPath(temporaryBeside(place));
      closeSync(openSync(temporary, "wx"));
      unlinkSync(temporary);
    }
    return place;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const folder = toDisplayPath(asBytePath(dirname(file)));
    const isFolderMissing = statOrNull(asBytePath(dirname(file))) === null;
    throw new UsageError(
      `cannot write ${nameOf(file)}: ${isFolderMissing ? `there is no folder ${JSON.stringify(folder)}` : errorCode(error)}`,
    );
  }
}

async function writeFile(file: BytePath, text: string): Promise<void> {
  const descriptor = descriptorOf(file);
  if (descriptor !== null) {
    printTo(descriptor, text);
    return;
  }
  const place = placeOf(file);
  const stats = statOrNull(place);
  // A FIFO or a device is written to; replacing it would be absurd.
  if (stats !== null && !stats.isFile()) {
    writeFileSync(toFsPath(place), text);
    return;
  }
  await withSignalsHeld(() => replaceFile(place, text, stats));
}

function replaceFile(place: BytePath, text: string, before: Stats | null): void {
  const temporary = toFsPath(temporaryBeside(place));
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    if (before !== null) chmodSync(temporary, before.mode & 0o777);
    renameSync(temporary, toFsPath(place));
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

/** Ends the process on a signal only after `write`, which must not wait for anybody: so it leaves nothing half done. */
async function withSignalsHeld(write: () => void): Promise<void> {
  const received: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals): void => void received.push(signal);
  for (const signal of ENDING_SIGNALS) process.on(signal, hold);
  try {
    write();
  } finally {
    // A signal is told in a turn of the event loop of its own.
    for (let turn = 0; turn < 2; turn++) await new Promise((next) => setImmediate(next));
    for (const signal of ENDING_SIGNALS) process.off(signal, hold);
    if (received[0] !== undefined) process.kill(process.pid, received[0]);
  }
}

function temporaryBeside(place: BytePath): BytePath {
  // Process ids repeat between containers that share a folder.
  const unique = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  return asBytePath(join(dirname(place), `.cfltguard-${unique}.tmp`));
}

/** The file itself, absolute: behind a link it is the target that is replaced, or made, and the link stays. */
function placeOf(file: BytePath): BytePath {
  try {
    return realPathOf(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  const folder = realPathOf(asBytePath(dirname(file)));
  const place = asBytePath(join(folder, basename(file)));
  const link = lstatSync(toFsPath(place), { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? placeOf(asBytePath(resolve(folder, readlinkSync(toFsPath(place), "latin1")))) : place;
}

function realPathOf(file: BytePath): BytePath {
  // Only the native one takes bytes.
  return asBytePath(realpathSync.native(toFsPath(file), "latin1"));
}

function removeQuietly(file: string | Buffer): void {
  try {
    unlinkSync(file);
  } catch {
    // It was never made; the error that led here says why.
  }
}

function statOrNull(file: BytePath): Stats | null {
  return statSync(toFsPath(file), { throwIfNoEntry: false }) ?? null;
}

function nameOf(file: BytePath): string {
  return JSON.stringify(toDisplayPath(file));
}
