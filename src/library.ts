import { Detector } from "./detect/detector.ts";
import { hasSecretShape, isChecksumRight } from "./codec/checksum.ts";
import { groupFindings, sortSkips, withoutCopies } from "./findings.ts";
import { createSimdKernel } from "./kernel/simd.ts";
import { DEFAULT_ARCHIVE_LIMITS } from "./model/archive-limits.ts";
import { asBytePath, toBytePath, type BytePath } from "./model/byte-path.ts";
import type { Origin } from "./model/origin.ts";
import type { ScanResult } from "./model/scan-result.ts";
import { toReport, type Report } from "./report/json.ts";
import { RULES } from "./rules.ts";
import { PushedBlob, skipsOf, type BlobReport } from "./scan-blob.ts";
import { PushedContainer, scanContainer, type ContainerReport } from "./scan-container.ts";
import { scan } from "./scan.ts";
import { VERSION } from "./version.ts";

/** What a scan of bytes or a stream is told. */
export interface ScanOptions {
  /** What the input is called in the report; `null` if not given. */
  readonly path?: string;
}

/**
 * Whether `text`, all of it, is a Confluent Cloud API secret: prefix, length, alphabet and checksum.
 * Whether it still works is not known by that. Never throws.
 */
export function isSecret(text: string): boolean {
  return hasSecretShape(text) && isChecksumRight(text);
}

/** What can be scanned in memory: bytes in any form, or a text, which stands for its UTF-8 bytes. */
export type Bytes = string | ArrayBufferView | ArrayBufferLike;

/**
 * Finds every secret in `bytes`, archives opened. Synchronous, keeps nothing. Throws a `TypeError` for anything that
 * is not bytes or a text: it must not pass for clean.
 */
export function scanBytes(bytes: Bytes, options: ScanOptions = {}): Report {
  const all = toBytes(bytes);
  const blob = new PushedBlob(originOf(options), { wantsLineHash: true });
  const members = new PushedContainer(originOf(options), DEFAULT_ARCHIVE_LIMITS);
  blob.push(all);
  members.push(all);
  return reportOf(blob.end(), members.end(), originOf(options).path);
}

/**
 * Finds every secret in a stream, archives opened, in memory that does not grow with it. Rejects with what the stream
 * throws, and with a `TypeError` for a chunk that is neither bytes nor text. Any number of streams may be scanned at a time.
 */
export async function scanStream(
  stream: AsyncIterable<Bytes> | Iterable<Bytes>,
  options: ScanOptions = {},
): Promise<Report> {
  const blob = new PushedBlob(originOf(options), { wantsLineHash: false, detector: new Detector(createSimdKernel()) });
  const members = new PushedContainer(originOf(options), DEFAULT_ARCHIVE_LIMITS);
  for await (const chunk of stream) {
    const bytes = toBytes(chunk);
    blob.push(bytes);
    members.push(bytes);
  }
  return reportOf(blob.end(), members.end(), originOf(options).path);
}

/**
 * Finds every secret in a file, or in all files below a folder. What could not be read is in
 * `summary.skipped`, and makes `summary.complete` false. Rejects where nothing is at `path`.
 */
export async function scanFile(path: string): Promise<Report> {
  const named = { kind: "named", path: toBytePath(path) } as const;
  const archives = { limits: DEFAULT_ARCHIVE_LIMITS, load: async () => ({ scanContainer, PushedContainer }) };
  const result = await scan({ inputs: [named], wantsLineHash: true, jobs: 1, workerScript: null, archives });
  return toReport(inputOf(result));
}

/** What bytes without a name are called where something of them was not read. */
const NAMELESS = asBytePath("-");

function toBytes(value: Bytes): Uint8Array {
  if (typeof value === "string") return Buffer.from(value, "utf8");
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const isBuffer = value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;
  if (isBuffer) return new Uint8Array(value);
  throw new TypeError("only bytes and text can be scanned: a string, an ArrayBuffer or a view of one");
}

function originOf(options: ScanOptions): Origin {
  return { source: "stdin", path: options.path === undefined ? null : toBytePath(options.path), blob: null };
}

function reportOf(blob: BlobReport, inside: ContainerReport, path: BytePath | null): Report {
  const outside = withoutCopies(blob.sightings, inside.sightings);
  const findings = groupFindings([...outside, ...inside.sightings]);
  const skips = sortSkips([...skipsOf(blob, path ?? NAMELESS), ...inside.skips]);
  return toReport(inputOf({ findings, skips, totals: { files: 1, objects: 0, bytes: blob.bytes } }));
}

function inputOf(result: ScanResult) {
  return { result, rules: RULES, version: VERSION, showsSecrets: false, explains: false };
}
