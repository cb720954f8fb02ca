import { CONTEXT_BYTES, type Stretch } from "./detect/detector.ts";
import type { BytePath } from "./model/byte-path.ts";
import type { Sighting } from "./model/match.ts";
import type { Skip } from "./model/skip.ts";
import type { TextMeasure } from "./model/text-measure.ts";
import { scanBlob, type BlobReport } from "./scan-blob.ts";
import { FileBlob, skipOf } from "./sources/files.ts";
import { PartialBlob } from "./sources/partial-blob.ts";
import type { FileBatch } from "./sources/source.ts";

/** A file that is worth splitting between threads, put aside for later. */
export interface LargeFile {
  readonly path: BytePath;
  readonly followsLink: boolean;
  readonly sizeBytes: number;
}

/** What a batch of files held. */
export interface FilesReport {
  readonly sightings: Sighting[];
  readonly skips: Skip[];
  readonly large: LargeFile[];
  files: number;
  bytes: number;
}

/** How to scan files. */
export interface FilesOptions {
  readonly wantsLineHash: boolean;
  /** Files at least this long are put aside as `large`. */
  readonly largeFileBytes: number;
}

/** A report of nothing yet. */
export function createFilesReport(): FilesReport {
  return { sightings: [], skips: [], large: [], files: 0, bytes: 0 };
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
    const result = scanBlob(partial, { wantsLineHash: options.wantsLineHash, isTooLarge });
    if (result === null) report.large.push({ path, followsLink: isNamed, sizeBytes: blob.endBytes });
    else addBlob(report, result, partial.failure === null ? null : skipOf(path, partial.failure, isNamed));
  } finally {
    blob.close();
  }
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
export function scanSegment(segment: Segment): SegmentReport {
  const { file, start, end } = segment;
  const stretch: Stretch = { firstByte: Math.max(0, start - CONTEXT_BYTES), start, end };
  try {
    return withFile(file, (blob) => {
      const partial = new PartialBlob(blob);
      const result = scanBlob(partial, { stretch, wantsLineHash: false }) as BlobReport;
      const skip = partial.failure === null ? null : skipOf(file.path, partial.failure, file.followsLink);
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

/** Where a file of this size is cut. */
export function* segmentsOf(file: LargeFile, segmentBytes: number): Generator<Segment> {
  for (let index = 0; index * segmentBytes < file.sizeBytes; index++) {
    const start = index * segmentBytes;
    yield { file, index, start, end: Math.min(file.sizeBytes, start + segmentBytes) };
  }
}
