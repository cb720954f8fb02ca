import {
  endsAsZip,
  mayBeContainer,
  mayEndAsZip,
  sniffContainer,
  ZIP_END_BYTES,
  type ContainerKind,
} from "./containers/sniff.ts";
import { MARGIN_BYTES, type Stretch } from "./detect/detector.ts";
import type { Detection } from "./detection.ts";
import type { ArchiveLimits } from "./model/archive-limits.ts";
import type { BytePath } from "./model/byte-path.ts";
import type { Sighting } from "./model/match.ts";
import type { Skip } from "./model/skip.ts";
import type { TextMeasure } from "./model/text-measure.ts";
import { scanBlob, skipsOf, type BlobReport } from "./scan-blob.ts";
import { FileBlob, skipOf } from "./sources/files.ts";
import { PartialBlob } from "./sources/partial-blob.ts";
import type { FileBatch } from "./sources/source.ts";

/** A file that is worth splitting between threads, put aside for later. */
export interface LargeFile {
  readonly path: BytePath;
  readonly followsLink: boolean;
  readonly sizeBytes: number;
}

/** A container: its bytes are scanned as any file's, and its members later. */
export interface ContainerFile extends LargeFile {
  readonly kind: ContainerKind;
}

/** What a batch of files held. */
export interface FilesReport {
  readonly sightings: Sighting[];
  readonly skips: Skip[];
  readonly large: LargeFile[];
  readonly containers: ContainerFile[];
  files: number;
  bytes: number;
}

/** How to scan files. */
export interface FilesOptions {
  readonly wantsLineHash: boolean;
  /** What to look for; as the detector does by default if not given. */
  readonly detection?: Detection | undefined;
  /** Files at least this long are put aside as `large`. */
  readonly largeFileBytes: number;
  /** Containers are put aside as `containers`, to be opened within these limits; none are if not given. */
  readonly archives?: ArchiveLimits;
}

/** A report of nothing yet. */
export function createFilesReport(): FilesReport {
  return { sightings: [], skips: [], large: [], containers: [], files: 0, bytes: 0 };
}

/** Scans files one after another into `report`. What cannot be read becomes a skip; never throws for one. */
export function scanFiles(batch: FileBatch, options: FilesOptions, report: FilesReport): void {
  for (const path of batch.paths) scanOneFile(path, batch.followsLinks, options, report);
}

function scanOneFile(path: BytePath, isNamed: boolean, options: FilesOptions, report: FilesReport): void {
  let blob: FileBlob;
  try {
    blob = new FileBlob(path, isNamed);
  } catch (error) {
    report.skips.push(skipOf(path, error, isNamed));
    return;
  }
  try {
    const isTooLarge = (): boolean => blob.endBytes !== Infinity && blob.endBytes >= options.largeFileBytes;
    const partial = new PartialBlob(blob);
    let kind: ContainerKind | "unknown" | null = null;
    const onHead = (bytes: Uint8Array, count: number): void => {
      if (!mayBeContainer(bytes, count, path)) return;
      const head = bytes.subarray(0, count);
      kind = mayEndAsZip(head) ? "unknown" : sniffContainer(head, path);
    };
    const opens = options.archives === undefined ? {} : { onHead };
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

function addContainer(
  file: LargeFile,
  kind: ContainerKind | "unknown" | null,
  blob: PartialBlob,
  report: FilesReport,
): void {
  if (kind === null || blob.failure !== null) return;
  if (kind !== "unknown") report.containers.push({ ...file, kind });
  else if (endsAsZip(readEnd(blob, file.sizeBytes))) report.containers.push({ ...file, kind: "zip" });
}

function readEnd(blob: PartialBlob, sizeBytes: number): Uint8Array {
  const end = new Uint8Array(ZIP_END_BYTES);
  const from = sizeBytes - ZIP_END_BYTES;
  return from < 0 ? new Uint8Array(0) : end.subarray(0, blob.read(end, 0, ZIP_END_BYTES, from));
}

/** The part of src/scan-container.ts that is loaded when the first container was seen. */
export type ContainerScanner = Pick<typeof import("./scan-container.ts"), "scanContainer" | "PushedContainer">;

/** What the members of containers held, and what could not be read of them. */
export interface ContainersReport {
  readonly sightings: Sighting[];
  readonly skips: Skip[];
}

/** Scans the members of containers that were put aside. */
export function scanContainers(
  files: readonly ContainerFile[],
  limits: ArchiveLimits,
  scanner: ContainerScanner,
  detection?: Detection,
): ContainersReport {
  const report: ContainersReport = { sightings: [], skips: [] };
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

const BATCH_CONTAINERS = 64;
const BATCH_CONTAINER_BYTES = 1024 * 1024;

/** Containers in lists that are worth a message to another thread each, and leave work for all. */
export function* batchContainers(files: readonly ContainerFile[]): Generator<readonly ContainerFile[]> {
  let batch: ContainerFile[] = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += file.sizeBytes;
    if (batch.length < BATCH_CONTAINERS && bytes < BATCH_CONTAINER_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Adds what a blob held. One that was not read to its end counts as skipped, and what was found in it stands. */
export function addBlob(report: FilesReport, result: BlobReport, skip: Skip | null): void {
  if (skip === null) report.files++;
  else report.skips.push(skip);
  report.bytes += result.bytes;
  addAll(report.sightings, result.sightings);
}

/** `list.push(...items)` for any number of items: arguments are bounded by the stack. */
export function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}

/** One part of a large file, for one thread. */
export interface Segment {
  readonly file: LargeFile;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** What a segment held: positions count from its start, or why it could not be read. */
export interface SegmentReport {
  readonly segment: Segment;
  readonly sightings: readonly Sighting[];
  readonly measure: TextMeasure | null;
  readonly isBinary: boolean;
  readonly bytes: number;
  readonly skip: Skip | null;
}

/** Scans one part of a file, reading just enough around it for what crosses its ends. */
export function scanSegment(segment: Segment, detection?: Detection): SegmentReport {
  const { file, start, end } = segment;
  const stretch: Stretch = { firstByte: Math.max(0, start - MARGIN_BYTES), start, end };
  try {
    return withFile(file, (blob) => {
      const partial = new PartialBlob(blob);
      const result = scanBlob(partial, { stretch, wantsLineHash: false, detection }) as BlobReport;
      const [exceeded = null] = skipsOf(result, file.path);
      const skip = partial.failure === null ? exceeded : skipOf(file.path, partial.failure, file.followsLink);
      return { segment, ...result, skip };
    });
  } catch (error) {
    const skip = skipOf(file.path, error, file.followsLink);
    return { segment, sightings: [], measure: null, isBinary: false, bytes: 0, skip };
  }
}

/** Opens a file that was seen before: what is missing of its size by now is missing from the scan. */
function withFile<T>(file: LargeFile, use: (blob: FileBlob) => T): T {
  const blob = new FileBlob(file.path, file.followsLink);
  try {
    blob.expectSize(file.sizeBytes);
    return use(blob);
  } finally {
    blob.close();
  }
}

/** The bounds of a segment's length, but for a file's last one. */
export interface SegmentBytes {
  readonly most: number;
  readonly least: number;
}

/** What is left of a file is cut into this many parts a thread: one in its hands, three waiting at it. */
const PARTS_OF_REST = 4;

/** Where a file is cut for so many threads: into ever shorter segments towards its end, so that all end at once. */
export function* segmentsOf(file: LargeFile, threads: number, { most, least }: SegmentBytes): Generator<Segment> {
  for (let index = 0, start = 0; start < file.sizeBytes; index++) {
    const rest = file.sizeBytes - start;
    const part = Math.ceil(rest / (PARTS_OF_REST * threads));
    const end = start + Math.min(rest, most, Math.max(least, part));
    yield { file, index, start, end };
    start = end;
  }
}
