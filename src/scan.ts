import { lstatSync, statSync, type Stats } from "node:fs";
import { groupFindings, sortSkips } from "./findings.ts";
import { asBytePath, toDisplayPath, toFsPath, type BytePath } from "./model/byte-path.ts";
import { errorCode, UsageError } from "./model/errors.ts";
import { groupBy } from "./model/group-by.ts";
import type { Sighting } from "./model/match.ts";
import type { ScanResult } from "./model/scan-result.ts";
import type { Skip } from "./model/skip.ts";
import { joinText, NO_TEXT } from "./model/text-measure.ts";
import { inBytes, scanBlob, type BlobReport } from "./scan-blob.ts";
import {
  addAll,
  addBlob,
  createFilesReport,
  segmentsOf,
  type FilesOptions,
  type FilesReport,
  type LargeFile,
  type SegmentReport,
} from "./scan-files.ts";
import { skipOf } from "./sources/files.ts";
import { PartialBlob } from "./sources/partial-blob.ts";
import type { FileBatch } from "./sources/source.ts";
import { standardInput, withStream } from "./sources/stream.ts";
import { reasonForKind, walkFolder } from "./sources/walk.ts";
import { doTask, ThreadPool, type Task, type TaskReport } from "./thread-pool.ts";

/** One thing to scan. */
export type ScanInput =
  /** The user named it: it is read whatever it is, and must exist. */
  | { readonly kind: "named"; readonly path: BytePath }
  /** It comes from a list: links and special files are left out, what is gone is reported. */
  | { readonly kind: "listed"; readonly path: BytePath }
  /** Standard input; `path` is what the user calls it. */
  | { readonly kind: "stdin"; readonly path: BytePath | null };

/** What to scan, and how. */
export interface ScanRequest {
  readonly inputs: readonly ScanInput[];
  /** Whether a report needs GitHub's line hashes. */
  readonly wantsLineHash: boolean;
  /** Threads, this one included. */
  readonly jobs: number;
  /** The script of a worker (see `ThreadPool`), or `null` to stay on this thread. */
  readonly workerScript: string | null;
}

/** Files seen before workers are started: starting one costs about as long as reading 2,000 small files. */
const FILES_BEFORE_WORKERS = 1_000;
/**
 * Files at least this long are cut in segments that threads share: starting a worker takes as long as
 * scanning 200 MB. They are too long for line hashes (see src/scan-blob.ts), which segments cannot have.
 */
const LARGE_FILE_BYTES = 128 * 1024 * 1024;
const SEGMENT_BYTES = 16 * 1024 * 1024;

/** What standard input is called where it could not be read: as it was typed. */
const STANDARD_INPUT = asBytePath("-");

/** Inputs that were named or listed one by one are handed on this many at a time. */
const BATCH_FILES = 256;

/**
 * Scans files, folders and standard input. What is named twice, or named and found below a folder
 * that is named too, is read once.
 *
 * The result is the same, byte for byte in every report, whatever `jobs` is. Throws a `UsageError`
 * for a named path that does not exist, before anything is read; everything else that cannot be
 * read becomes a skip.
 */
export async function scan(request: ScanRequest): Promise<ScanResult> {
  const inputs = withoutRepeats(request.inputs);
  const named = inputs.map((input) => (input.kind === "named" ? requireStats(input.path) : null));
  const work = new FileWork(request, takenBy(inputs));
  const streams = createFilesReport();

  try {
    inputs.forEach((input, i) => {
      if (input.kind === "stdin") scanStandardInput(input.path, streams);
      else if (input.kind === "listed") addListed(input.path, work);
      else addNamed(input.path, named[i] as Stats, work, streams);
    });
    const files = await work.finish();
    return {
      findings: groupFindings([...files.sightings, ...streams.sightings]),
      skips: sortSkips([...files.skips, ...streams.skips]),
      totals: { files: files.files + streams.files, objects: 0, bytes: files.bytes + streams.bytes },
    };
  } finally {
    work.stop();
  }
}

/** The first of each path, in order; a path that is both named and listed counts as named. */
function withoutRepeats(inputs: readonly ScanInput[]): ScanInput[] {
  const firsts = new Map<string | null, ScanInput>();
  for (const input of inputs) {
    const key = input.kind === "stdin" ? null : plainSpelling(input.path);
    const first = firsts.get(key);
    if (first === undefined || (first.kind === "listed" && input.kind === "named")) firsts.set(key, input);
  }
  return [...firsts.values()];
}

/** Tells whether a path below a folder is an input of its own. */
function takenBy(inputs: readonly ScanInput[]): (path: BytePath) => boolean {
  if (inputs.length < 2) return () => false;
  const taken = new Set(inputs.map((input) => (input.kind === "stdin" ? null : plainSpelling(input.path))));
  return (path) => taken.has(plainSpelling(path));
}

/** One spelling for `./a`, `a/`, `a` and `a/./b`, `a//b`. A `..` stays: behind a link it is not what it seems. */
function plainSpelling(path: BytePath): string {
  if (!/(?:^|\/)\.?(?:\/|$)/.test(path)) return path;
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  return (path.startsWith("/") ? "/" : "") + segments.join("/");
}

function requireStats(path: BytePath): Stats {
  try {
    return statSync(toFsPath(path));
  } catch (error) {
    const code = errorCode(error);
    const why = code === "ENOENT" ? "no such file or folder" : code;
    throw new UsageError(`cannot scan ${JSON.stringify(toDisplayPath(path))}: ${why}`);
  }
}

function addNamed(path: BytePath, stats: Stats, work: FileWork, streams: FilesReport): void {
  if (stats.isDirectory()) work.addFolder(withoutEndSlash(path));
  else if (stats.isFile()) work.addFile(path, true);
  else scanStream(path, streams);
}

function addListed(listed: BytePath, work: FileWork): void {
  // With a slash behind it, a link would be followed.
  const path = withoutEndSlash(listed);
  try {
    const stats = lstatSync(toFsPath(path));
    const reason = reasonForKind(stats);
    if (reason !== null) work.addSkip({ path, reason, detail: "" });
    else if (stats.isDirectory()) work.addFolder(path);
    else work.addFile(path, false);
  } catch (error) {
    work.addSkip(skipOf(path, error));
  }
}

/** `src/` lists `src/a`, not `src//a`; `/` stays itself. */
function withoutEndSlash(path: BytePath): BytePath {
  return asBytePath(path.replace(/(?<=[^/])\/+$/, ""));
}

function scanStandardInput(path: BytePath | null, report: FilesReport): void {
  const blob = new PartialBlob(standardInput(path));
  const result = scanBlob(blob, { wantsLineHash: false }) as BlobReport;
  addBlob(report, result, blob.failure === null ? null : skipOf(path ?? STANDARD_INPUT, blob.failure, true));
}

/** A FIFO, device or socket that the user named: it must be read. */
function scanStream(path: BytePath, report: FilesReport): void {
  try {
    withStream(path, (stream) => {
      const blob = new PartialBlob(stream);
      const result = scanBlob(blob, { wantsLineHash: false }) as BlobReport;
      addBlob(report, result, blob.failure === null ? null : skipOf(path, blob.failure, true));
    });
  } catch (error) {
    report.skips.push(skipOf(path, error, true));
  }
}

/**
 * The files of a scan, shared between threads: batches first, then the segments of large files.
 *
 * This thread walks and scans; others get work only while they are ready for more.
 */
class FileWork {
  readonly #request: ScanRequest;
  readonly #options: FilesOptions;
  readonly #isTaken: (path: BytePath) => boolean;
  readonly #report = createFilesReport();
  readonly #segments: SegmentReport[] = [];
  /** Files that came one by one, by whether they were named, waiting for a batch to be full. */
  readonly #single = new Map<boolean, BytePath[]>();
  #filesSeen = 0;
  #pool: ThreadPool | null = null;

  constructor(request: ScanRequest, isTaken: (path: BytePath) => boolean) {
    this.#request = request;
    this.#isTaken = isTaken;
    const isShared = request.jobs > 1 && request.workerScript !== null;
    this.#options = {
      wantsLineHash: request.wantsLineHash,
      largeFileBytes: isShared ? LARGE_FILE_BYTES : Infinity,
    };
  }

  addFolder(folder: BytePath): void {
    for (const item of walkFolder(folder, this.#isTaken)) {
      if (item.kind === "skip") this.addSkip(item.skip);
      else this.#addBatch(item.batch);
    }
  }

  addFile(path: BytePath, isNamed: boolean): void {
    const waiting = this.#single.get(isNamed) ?? [];
    if (waiting.push(path) === 1) this.#single.set(isNamed, waiting);
    if (waiting.length === BATCH_FILES) this.#flush(isNamed);
  }

  addSkip(skip: Skip): void {
    this.#report.skips.push(skip);
  }

  async finish(): Promise<FilesReport> {
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
  stop(): void {
    this.#pool?.stop();
  }

  #flush(isNamed: boolean): void {
    const paths = this.#single.get(isNamed) ?? [];
    this.#single.delete(isNamed);
    if (paths.length > 0) this.#addBatch({ paths, followsLinks: isNamed });
  }

  #addBatch(batch: FileBatch): void {
    this.#filesSeen += batch.paths.length;
    if (this.#filesSeen > FILES_BEFORE_WORKERS) this.#startWorkers();
    this.#do({ kind: "files", batch });
  }

  #startWorkers(): void {
    const { jobs, workerScript } = this.#request;
    if (jobs < 2 || workerScript === null) return;
    this.#pool ??= new ThreadPool(workerScript, jobs - 1, this.#options);
  }

  #do(task: Task): void {
    if (this.#pool?.offer(task) !== true) this.#take(doTask(task, this.#options));
  }

  async #collect(): Promise<void> {
    if (this.#pool === null) return;
    const { reports, lost } = await this.#pool.drain();
    for (const report of reports) this.#take(report);
    // A large file is several tasks, and one skip.
    const details = new Map(lost.flatMap(({ paths, detail }) => paths.map((path) => [path, detail])));
    for (const [path, detail] of details) this.addSkip({ path, reason: "worker-lost", detail });
  }

  #take(done: TaskReport): void {
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
  #joinSegments(file: LargeFile, reports: readonly SegmentReport[]): void {
    const sightings: Sighting[] = [];
    let before = NO_TEXT;
    for (const one of reports.toSorted((a, b) => a.segment.index - b.segment.index)) {
      addAll(
        sightings,
        one.sightings.map((s) => ({ ...s, textBefore: joinText(before, s.textBefore) })),
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
}
