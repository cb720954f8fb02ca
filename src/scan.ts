import { lstatSync, statSync, type Stats } from "node:fs";
import { prepareSha256 } from "./codec/sha256.ts";
import { sniffContainer, SNIFF_BYTES } from "./containers/sniff.ts";
import type { Detection } from "./detection.ts";
import { groupFindings, sortSkips, withoutCopies } from "./findings.ts";
import type { ArchiveLimits } from "./model/archive-limits.ts";
import { asBytePath, toDisplayPath, toFsPath, type BytePath } from "./model/byte-path.ts";
import { errorCode, UsageError } from "./model/errors.ts";
import { groupBy } from "./model/group-by.ts";
import type { Sighting } from "./model/match.ts";
import type { Origin } from "./model/origin.ts";
import type { ScanResult } from "./model/scan-result.ts";
import type { Skip } from "./model/skip.ts";
import type { SourceBlob } from "./model/source-blob.ts";
import { joinText, NO_TEXT } from "./model/text-measure.ts";
import { inBytes, scanBlob, skipsOf, type BlobReport } from "./scan-blob.ts";
import {
  addAll,
  addBlob,
  batchContainers,
  createFilesReport,
  segmentsOf,
  type ContainerScanner,
  type ContainersReport,
  type FilesOptions,
  type FilesReport,
  type LargeFile,
  type SegmentBytes,
  type SegmentReport,
} from "./scan-files.ts";
import { skipOf } from "./sources/files.ts";
import { PartialBlob } from "./sources/partial-blob.ts";
import { readHead, ReplayedBlob } from "./sources/replayed-blob.ts";
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
  /** How containers are opened; none are if not given. */
  readonly archives?: ArchiveOptions;
  /** What to look for; as the detector does by default if not given. */
  readonly detection?: Detection;
}

/** How containers are opened. */
export interface ArchiveOptions {
  readonly limits: ArchiveLimits;
  /** Loads what opens them: most scans meet none, and start without it. */
  readonly load: () => Promise<ContainerScanner>;
}

/** Files seen before workers are started: starting one costs about as long as reading 2,000 small files. */
const FILES_BEFORE_WORKERS = 1_000;
/**
 * Files at least this long are cut in segments that threads share: starting a worker takes as long as
 * scanning 200 MB. They are too long for line hashes (see src/scan-blob.ts), which segments cannot have.
 */
const LARGE_FILE_BYTES = 128 * 1024 * 1024;
/** Shorter ones cost more a byte; longer ones leave threads without work while another does the last. */
const SEGMENT_BYTES: SegmentBytes = { most: 16 * 1024 * 1024, least: 1024 * 1024 };

/** Bytes in containers that are worth starting workers for: what a worker inflates while it starts. */
const CONTAINER_BYTES_BEFORE_WORKERS = 16 * 1024 * 1024;

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
  const { sightings, skips, totals } = await scanForSightings(request);
  return { findings: groupFindings(sightings, request.detection?.minConfidence), skips, totals };
}

/** Everything that a scan saw, place by place. */
export interface SightingsResult extends Omit<ScanResult, "findings"> {
  /** In no order. */
  readonly sightings: readonly Sighting[];
}

/** Scans as `scan` does, and leaves what was seen ungrouped. */
export async function scanForSightings(request: ScanRequest): Promise<SightingsResult> {
  const inputs = withoutRepeats(request.inputs);
  const named = inputs.map((input) => (input.kind === "named" ? requireStats(input.path) : null));
  const work = new FileWork(request, takenBy(inputs));
  const streams = createFilesReport();

  try {
    for (const [i, input] of inputs.entries()) {
      if (input.kind === "stdin") await scanStream(standardInput(input.path), request, streams);
      else if (input.kind === "listed") addListed(input.path, work);
      else await addNamed(input.path, named[i] as Stats, work, request, streams);
    }
    const files = await work.finish();
    return {
      sightings: [...files.sightings, ...streams.sightings],
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

async function addNamed(
  path: BytePath,
  stats: Stats,
  work: FileWork,
  request: ScanRequest,
  streams: FilesReport,
): Promise<void> {
  if (stats.isDirectory()) work.addFolder(withoutEndSlash(path));
  else if (stats.isFile()) work.addNamedFile(path, stats.size);
  else await scanSpecialFile(path, request, streams);
}

function addListed(listed: BytePath, work: FileWork): void {
  // With a slash behind it, a link would be followed.
  const path = withoutEndSlash(listed);
  try {
    const stats = lstatSync(toFsPath(path));
    const reason = reasonForKind(stats);
    if (reason !== null) work.addSkip({ path, reason, detail: "" });
    else if (stats.isDirectory()) work.addFolder(path);
    else work.addListedFile(path);
  } catch (error) {
    work.addSkip(skipOf(path, error));
  }
}

/** `src/` lists `src/a`, not `src//a`; `/` stays itself. */
function withoutEndSlash(path: BytePath): BytePath {
  return asBytePath(path.replace(/(?<=[^/])\/+$/, ""));
}

/** A FIFO, device or socket that the user named: it must be read. */
async function scanSpecialFile(path: BytePath, request: ScanRequest, report: FilesReport): Promise<void> {
  try {
    await withStream(path, (stream) => scanStream(stream, request, report));
  } catch (error) {
    report.skips.push(skipOf(path, error, true));
  }
}

/** Scans what is read in order, and its members with it as it comes. */
async function scanStream(stream: SourceBlob, request: ScanRequest, report: FilesReport): Promise<void> {
  const blob = new PartialBlob(stream);
  const head = readHead(blob, SNIFF_BYTES);
  const container = await openStream(head, stream.origin, request);
  const whole = new ReplayedBlob(head, blob, (bytes) => container?.push(bytes));
  const result = scanBlob(whole, { wantsLineHash: false, detection: request.detection }) as BlobReport;
  const inside = container?.end() ?? { sightings: [], skips: [] };

  const failure = blob.failure === null ? null : skipOf(stream.origin.path ?? STANDARD_INPUT, blob.failure, true);
  addBlob(report, { ...result, sightings: withoutCopies(result.sightings, inside.sightings) }, failure);
  addAll(report.sightings, inside.sightings);
  addAll(report.skips, [...skipsOf(result, stream.origin.path ?? STANDARD_INPUT), ...inside.skips]);
}

async function openStream(head: Uint8Array, origin: Origin, { archives, detection }: ScanRequest) {
  const kind = canOpen(archives) ? sniffContainer(head, origin.path) : null;
  if (kind === null || archives === undefined) return null;
  const { PushedContainer } = await archives.load();
  return new PushedContainer(origin, archives.limits, detection);
}

function canOpen(archives: ArchiveOptions | undefined): archives is ArchiveOptions {
  return archives !== undefined && archives.limits.depth > 0;
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
  readonly #inside: ContainersReport = { sightings: [], skips: [] };
  /** Files that came one by one, by whether they were named, waiting for a batch to be full. */
  readonly #single = new Map<boolean, BytePath[]>();
  #filesSeen = 0;
  #pool: ThreadPool | null = null;
  #scanner: ContainerScanner | null = null;

  constructor(request: ScanRequest, isTaken: (path: BytePath) => boolean) {
    this.#request = request;
    this.#isTaken = isTaken;
    const isShared = request.jobs > 1 && request.workerScript !== null;
    this.#options = {
      wantsLineHash: request.wantsLineHash,
      detection: request.detection,
      largeFileBytes: isShared ? LARGE_FILE_BYTES : Infinity,
      ...(canOpen(request.archives) ? { archives: request.archives.limits } : {}),
    };
  }

  addFolder(folder: BytePath): void {
    for (const item of walkFolder(folder, this.#isTaken)) {
      if (item.kind === "skip") this.addSkip(item.skip);
      else this.#addBatch(item.batch);
    }
  }

  /** The workers for a large one start at once, and this thread sees meanwhile whether it can be read. */
  addNamedFile(path: BytePath, sizeBytes: number): void {
    if (sizeBytes < this.#options.largeFileBytes) {
      this.#addFile(path, true);
      return;
    }
    this.#startWorkers();
    this.#take(doTask({ kind: "files", batch: { paths: [path], followsLinks: true } }, this.#options));
  }

  addListedFile(path: BytePath): void {
    this.#addFile(path, false);
  }

  #addFile(path: BytePath, isNamed: boolean): void {
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
        const parts = segmentsOf(file, this.#request.jobs, SEGMENT_BYTES);
        for (const segment of parts) this.#do({ kind: "segment", segment });
      }
      await this.#collect();
      const segments = groupBy(this.#segments, (one) => one.segment.file.path);
      for (const file of large) this.#joinSegments(file, segments.get(file.path) ?? []);
    }
    await this.#openContainers();
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
    if (this.#pool?.offer(task) !== true) this.#take(doTask(task, this.#options, this.#scanner));
  }

  async #collect(): Promise<void> {
    if (this.#pool === null) return;
    // A finding needs it, and this thread has nothing else to do until the others are done.
    if (this.#hasSightings()) prepareSha256();
    const { reports, lost } = await this.#pool.drain();
    for (const report of reports) this.#take(report);
    // A large file is several tasks, and one skip.
    const details = new Map(lost.flatMap(({ paths, detail }) => paths.map((path) => [path, detail])));
    for (const [path, detail] of details) this.addSkip({ path, reason: "worker-lost", detail });
  }

  #hasSightings(): boolean {
    return [this.#report, ...this.#segments].some(({ sightings }) => sightings.length > 0);
  }

  #take(done: TaskReport): void {
    if (done.kind === "segment") {
      this.#segments.push(done.report);
      return;
    }
    if (done.kind === "containers") {
      addAll(this.#inside.sightings, done.report.sightings);
      addAll(this.#inside.skips, done.report.skips);
      return;
    }
    const { report } = done;
    this.#report.files += report.files;
    this.#report.bytes += report.bytes;
    addAll(this.#report.sightings, report.sightings);
    addAll(this.#report.skips, report.skips);
    addAll(this.#report.large, report.large);
    addAll(this.#report.containers, report.containers);
  }

  /** Opens all containers that were met. A member's sightings take the place of those in the container's own bytes. */
  async #openContainers(): Promise<void> {
    const { archives } = this.#request;
    const { containers } = this.#report;
    if (containers.length === 0 || archives === undefined) return;
    this.#scanner = await archives.load();
    const bytes = containers.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (containers.length > 1 && bytes >= CONTAINER_BYTES_BEFORE_WORKERS) this.#startWorkers();
    for (const files of batchContainers(containers.splice(0))) this.#do({ kind: "containers", files });
    await this.#collect();

    const inside = groupBy(this.#inside.sightings, ({ origin }) => origin.path);
    const outside = groupBy(this.#report.sightings.splice(0), ({ origin }) => origin.path);
    for (const [path, sightings] of outside) {
      addAll(this.#report.sightings, withoutCopies(sightings, inside.get(path) ?? []));
    }
    addAll(this.#report.sightings, this.#inside.sightings);
    addAll(this.#report.skips, this.#inside.skips);
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
    const answeredBytes = reports.reduce((sum, { segment }) => sum + segment.end - segment.start, 0);
    const isWhole = skip === null && answeredBytes === file.sizeBytes;
    if (skip) this.addSkip(skip);
    if (isWhole) this.#report.files++;
    const isBinary = reports.some((one) => one.isBinary);
    addAll(this.#report.sightings, isBinary ? sightings.map(inBytes) : sightings);
  }
}
