import { CONTEXT_BYTES, type Stretch } from "./detect/detector.ts";
import type { BytePath } from "./model/byte-path.ts";
import { isSystemError } from "./model/errors.ts";
import type { Sighting } from "./model/match.ts";
import type { Skip } from "./model/skip.ts";
import type { TextMeasure } from "./model/text-measure.ts";
import { hashLinesOf, scanBlob, type BlobReport } from "./scan-blob.ts";
import { FileBlob, skipOf } from "./sources/files.ts";
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

function scanOneFile(path: BytePath, followsLink: boolean, options: FilesOptions, report: FilesReport): void {
  let blob: FileBlob;
  try {
    blob = new FileBlob(path, followsLink);
  } catch (error) {
    report.skips.push(skipOf(path, error));
    return;
  }
  try {
    const isTooLarge = (): boolean => blob.endBytes !== Infinity && blob.endBytes >= options.largeFileBytes;
    const { wantsLineHash } = options;
    const result = scanBlob(blob, { wantsLineHash, isTooLarge });
    if (result === null) report.large.push({ path, followsLink, sizeBytes: blob.endBytes });
    else addBlob(report, result);
  } catch (error) {
    report.skips.push(skipOf(path, error));
  } finally {
    blob.close();
  }
}

function addBlob(report: FilesReport, result: BlobReport): void {
  report.files++;
  report.bytes += result.bytes;
  if (result.sightings.length > 0) report.sightings.push(...result.sightings);
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
  readonly bytes: number;
  readonly skip: Skip | null;
}

/** Scans one part of a file, reading just enough around it for what crosses its ends. */
export function scanSegment(segment: Segment): SegmentReport {
  const { file, start, end } = segment;
  const stretch: Stretch = { firstByte: Math.max(0, start - CONTEXT_BYTES), start, end };
  try {
    return withFile(file, (blob) => {
      const result = scanBlob(blob, { stretch, wantsLineHash: false }) as BlobReport;
      return { segment, ...result, skip: null };
    });
  } catch (error) {
    return { segment, sightings: [], measure: null, bytes: 0, skip: skipOf(file.path, error) };
  }
}

/** Line hashes of a large file; empty where it can no longer be read. */
export function hashLargeFile(file: LargeFile, lines: ReadonlySet<number>): ReadonlyMap<number, string> {
  try {
    return withFile(file, (blob) => hashLinesOf(blob, lines));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // The file was scanned and its findings stand; only GitHub's own matching of alerts does without.
    return new Map();
  }
}

function withFile<T>(file: LargeFile, use: (blob: FileBlob) => T): T {
  const blob = new FileBlob(file.path, file.followsLink);
  try {
    blob.fixEnd(0);
    return use(blob);
  } finally {
    blob.close();
  }
}

/** Where a file of this size is cut. */
export function segmentsOf(file: LargeFile, segmentBytes: number): Segment[] {
  const count = Math.ceil(file.sizeBytes / segmentBytes);
  return Array.from({ length: count }, (_, index) => ({
    file,
    index,
    start: index * segmentBytes,
    end: Math.min(file.sizeBytes, (index + 1) * segmentBytes),
  }));
}

