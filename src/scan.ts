import { lstatSync, statSync, type Stats } from "node:fs";
import { groupFindings, sortSkips } from "./findings.ts";
import { asBytePath, toDisplayPath, toFsPath, type BytePath } from "./model/byte-path.ts";
import { errorCode, isSystemError, ScanError, UsageError } from "./model/errors.ts";
import type { Sighting } from "./model/match.ts";
import type { ScanResult } from "./model/scan-result.ts";
import type { Skip } from "./model/skip.ts";
import type { SourceBlob } from "./model/source-blob.ts";
import { joinText, NO_TEXT, positionAfter } from "./model/text-measure.ts";
import { scanBlob } from "./scan-blob.ts";
import {
  createFilesReport,
  hashLargeFile,
  segmentsOf,
  type FilesOptions,
  type FilesReport,
  type LargeFile,
  type SegmentReport,
} from "./scan-files.ts";
import { skipOf } from "./sources/files.ts";
import type { FileBatch } from "./sources/source.ts";
import { openStream, standardInput } from "./sources/stream.ts";
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
/** Files at least this long are cut in segments that threads share. Measured in bench/DEAD-ENDS.md. */
const LARGE_FILE_BYTES = 128 * 1024 * 1024;
const SEGMENT_BYTES = 16 * 1024 * 1024;

/**
 * Scans files, folders and standard input.
 *
 * The result is the same, byte for byte in every report, whatever `jobs` is. Throws a `UsageError`
 * for a named path that does not exist, before anything is read, and a `ScanError` if standard
 * input breaks; everything else that cannot be read becomes a skip.
 */
export async function scan(request: ScanRequest): Promise<ScanResult> {
  const named = request.inputs.map((input) => (input.kind === "named" ? requireStats(input.path) : null));
  const work = new FileWork(request);
  const streams = createFilesReport();

  request.inputs.forEach((input, i) => {
    if (input.kind === "stdin") scanStream(input.path, () => standardInput(input.path), streams);
    else if (input.kind === "listed") addListed(input.path, work);
    else addNamed(input.path, named[i] as Stats, work, streams);
  });

  const files = await work.finish();
  return {
    findings: groupFindings([...files.sightings, ...streams.sightings]),
    skips: sortSkips([...files.skips, ...streams.skips]),
    totals: { files: files.files + streams.files, objects: 0, bytes: files.bytes + streams.bytes },
  };
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
  else if (stats.isFile()) work.addFiles({ paths: [path], followsLinks: true });
  else scanStream(path, () => openStream(path), streams);
}

function addListed(path: BytePath, work: FileWork): void {
  try {
    const stats = lstatSync(toFsPath(path));
    const reason = reasonForKind(stats);
    if (reason !== null) work.addSkip({ path, reason, detail: "" });
    else if (stats.isDirectory()) work.addFolder(withoutEndSlash(path));
    else work.addFiles({ paths: [path], followsLinks: false });
  } catch (error) {
    work.addSkip(skipOf(path, error));
  }
}

/** `src/` lists `src/a`, not `src//a`; `/` stays itself. */
function withoutEndSlash(path: BytePath): BytePath {
  return asBytePath(path.replace(/(?<=[^/])\/+$/, ""));
}

function scanStream(path: BytePath | null, open: () => SourceBlob, report: FilesReport): void {
  try {
    const result = scanBlob(open(), { wantsLineHash: false });
    report.files++;
    report.bytes += result?.bytes ?? 0;
    report.sightings.push(...(result?.sightings ?? []));
  } catch (error) {
    if (path === null && isSystemError(error)) {
      throw new ScanError("input-failed", `cannot read standard input: ${errorCode(error)}`, { cause: error });
    }
    if (path === null) throw error;
    report.skips.push(skipOf(path, error));
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
  readonly #report = createFilesReport();
  readonly #segments: SegmentReport[] = [];
  #filesSeen = 0;
  #pool: ThreadPool | null = null;

  constructor(request: ScanRequest) {
    this.#request = request;
    const isShared = request.jobs > 1 && request.workerScript !== null;
    this.#options = {
      wantsLineHash: request.wantsLineHash,
      largeFileBytes: isShared ? LARGE_FILE_BYTES : Infinity,
    };
  }

  addFolder(folder: BytePath): void {
    for (const item of walkFolder(folder)) {
      if (item.kind === "skip") this.addSkip(item.skip);
      else this.addFiles(item.batch);
    }
  }

  addFiles(batch: FileBatch): void {
    this.#filesSeen += batch.paths.length;
    if (this.#filesSeen > FILES_BEFORE_WORKERS) this.#startWorkers();
    this.#do({ kind: "files", batch });
  }

  addSkip(skip: Skip): void {
    this.#report.skips.push(skip);
  }

  async finish(): Promise<FilesReport> {
    await this.#collect();
    const large = this.#report.large.splice(0);
    if (large.length > 0) {
      this.#startWorkers();
      for (const file of large) {
        for (const segment of segmentsOf(file, SEGMENT_BYTES)) this.#do({ kind: "segment", segment });
      }
      await this.#collect();
      for (const file of large) this.#joinSegments(file);
    }
    this.#pool?.stop();
    return this.#report;
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
    for (const { paths, detail } of lost) {
      for (const path of paths) this.addSkip({ path, reason: "worker-lost", detail });
    }
  }

  #take(done: TaskReport): void {
    if (done.kind === "segment") {
      this.#segments.push(done.report);
      return;
    }
    const { report } = done;
    this.#report.files += report.files;
    this.#report.bytes += report.bytes;
    this.#report.sightings.push(...report.sightings);
    this.#report.skips.push(...report.skips);
    this.#report.large.push(...report.large);
  }

  /** Puts the segments of a file in order and turns their positions into the file's. */
  #joinSegments(file: LargeFile): void {
    const segments = this.#segments
      .filter((one) => one.segment.file.path === file.path)
      .sort((a, b) => a.segment.index - b.segment.index);
    const sightings: Sighting[] = [];
    let before = NO_TEXT;
    for (const one of segments) {
      sightings.push(...one.sightings.map((s) => ({ ...s, textBefore: joinText(before, s.textBefore) })));
      before = joinText(before, one.measure ?? NO_TEXT);
      this.#report.bytes += one.bytes;
    }
    const skip = segments.find((one) => one.skip !== null)?.skip;
    if (skip) this.addSkip(skip);
    this.#report.files++;
    this.#report.sightings.push(...this.#withHashes(file, sightings));
  }

  #withHashes(file: LargeFile, sightings: readonly Sighting[]): readonly Sighting[] {
    if (!this.#request.wantsLineHash || sightings.length === 0) return sightings;
    const lineOf = (sighting: Sighting): number => positionAfter(sighting.textBefore).line;
    const hashes = hashLargeFile(file, new Set(sightings.map(lineOf)));
    return sightings.map((sighting) => ({ ...sighting, lineHash: hashes.get(lineOf(sighting)) ?? null }));
  }
}
