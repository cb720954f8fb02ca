import { Detector, MARGIN_BYTES, WHOLE_BLOB, type Stretch } from "./detect/detector.ts";
import { toDetectorOptions, type Detection } from "./detection.ts";
import { prepareSha256 } from "./codec/sha256.ts";
import { hashLines, isTextHead, type FilePass } from "./detect/line-hash.ts";
import { threadKernel } from "./kernel/thread-kernel.ts";
import type { Origin } from "./model/origin.ts";
import type { Match, Sighting } from "./model/match.ts";
import type { BytePath } from "./model/byte-path.ts";
import type { Skip } from "./model/skip.ts";
import type { SourceBlob } from "./model/source-blob.ts";
import { positionAfter, type TextMeasure } from "./model/text-measure.ts";
import { sight, type KnownSecrets } from "./sighting.ts";

/** What one blob, or one stretch of it, held. */
export interface BlobReport {
  readonly sightings: readonly Sighting[];
  /** Bytes read of the stretch, the context around it not counted. */
  readonly bytes: number;
  /** The measure of the stretch, for what comes behind it; `null` for a whole blob. */
  readonly measure: TextMeasure | null;
  /** Whether the blob is not text, by git's rule; known only where its beginning was read. */
  readonly isBinary: boolean;
  /** What of the blob was too much to read, as the detail of a skip; `null` where all was read. */
  readonly exceeded: string | null;
}

/** The skip that a report is worth where not all of its blob was read. */
export function skipsOf({ exceeded }: Pick<BlobReport, "exceeded">, path: BytePath): Skip[] {
  return exceeded === null ? [] : [{ path, reason: "bound-exceeded", detail: exceeded }];
}

/** How to scan a blob. */
export interface BlobOptions {
  /** The part to answer for; a whole blob if not given. */
  readonly stretch?: Stretch;
  /** Whether sightings get their `lineHash`: it costs two more passes over a blob with findings. */
  readonly wantsLineHash: boolean;
  /** What to look for; as the detector does by default if not given. */
  readonly detection?: Detection | undefined;
  /** Told what the first read gave, the first `count` of `bytes`: good until it returns. */
  readonly onHead?: (bytes: Uint8Array, count: number) => void;
  /** Asked after the first read: `true` leaves the blob alone. */
  readonly isTooLarge?: () => boolean;
}

let shared: { readonly detector: Detector; readonly detection: Detection | undefined } | undefined;

/** This thread's detector, on its one kernel: made at the first call, and again for another `detection`. */
export function threadDetector(detection?: Detection): Detector {
  if (shared === undefined || shared.detection !== detection) {
    shared = { detector: new Detector(threadKernel(), toDetectorOptions(detection ?? {})), detection };
  }
  return shared.detector;
}

/** Does what the first scan of this thread would have to do first; for a caller that is waiting anyway. */
export function prepareToScan(detection?: Detection): void {
  threadDetector(detection);
  prepareSha256();
}

/**
 * Reads a blob to its end and pairs what it finds; `null` if it was too large.
 *
 * Uses the thread's one kernel: one blob at a time. Throws what the blob's `read` throws.
 */
export function scanBlob(blob: SourceBlob, options: BlobOptions): BlobReport | null {
  const stretch = options.stretch ?? WHOLE_BLOB;
  const stopBytes = stretch.end + MARGIN_BYTES;
  const detector = threadDetector(options.detection);
  const { arena } = detector.kernel;
  const known = options.detection?.known;
  const sightings: Sighting[] = [];
  let offset = stretch.firstByte;

  detector.begin(stretch);
  for (;;) {
    const start = detector.makeRoom();
    const count = blob.read(arena, start, Math.min(arena.length - start, stopBytes - offset), offset);
    if (count === 0) break;
    if (offset === 0) options.onHead?.(arena, count);
    if (offset === 0 && options.isTooLarge?.()) return null;
    offset += count;
    sightAll(blob.origin, detector.commit(count), known, sightings);
  }
  sightAll(blob.origin, detector.end(), known, sightings);

  const isBinary = (sightings.length > 0 || options.stretch !== undefined) && detector.isBinary;
  const measure = options.stretch === undefined ? null : detector.measureStretch();
  const hashes = isBinary ? NO_HASHES : hashesFor(blob, sightings, offset, options);
  return {
    sightings: finish(sightings, isBinary, hashes),
    bytes: Math.max(0, Math.min(offset, stretch.end) - stretch.start),
    measure,
    isBinary,
    exceeded: detector.exceeded,
  };
}

/** How to scan bytes that are pushed. */
export interface PushOptions {
  readonly wantsLineHash: boolean;
  readonly detection?: Detection | undefined;
  /** One of its own; the thread's one if not given. */
  readonly detector?: Detector;
}

/**
 * Scans bytes that somebody else reads, in order: `push` them, then `end`.
 *
 * Two of these can be open at a time only with a `detector` of their own.
 */
export class PushedBlob {
  readonly #origin: Origin;
  readonly #wantsLineHash: boolean;
  readonly #sightings: Sighting[] = [];
  readonly #detector: Detector;
  readonly #known: KnownSecrets | undefined;
  #bytes = 0;

  constructor(origin: Origin, { wantsLineHash, detection, detector = threadDetector(detection) }: PushOptions) {
    this.#origin = origin;
    this.#wantsLineHash = wantsLineHash;
    this.#known = detection?.known;
    this.#detector = detector;
    detector.begin();
  }

  push(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    this.#detector.push(bytes, (matches) => sightAll(this.#origin, matches, this.#known, this.#sightings));
  }

  /** A `lineHash` is given only if the blob fits the kernel's arena: its bytes are gone otherwise. */
  end(): BlobReport {
    const detector = this.#detector;
    sightAll(this.#origin, detector.end(), this.#known, this.#sightings);
    const isBinary = this.#sightings.length > 0 && detector.isBinary;
    const canHash = this.#wantsLineHash && !isBinary && detector.holdsWholeBlob && this.#sightings.length > 0;
    const hashes = canHash ? hashHeld(detector, linesOf(this.#sightings)) : NO_HASHES;
    const sightings = finish(this.#sightings, isBinary, hashes);
    return { sightings, bytes: this.#bytes, measure: null, isBinary, exceeded: detector.exceeded };
  }
}

/**
 * Line hashes of a blob that was scanned before, by line; empty where it is not text.
 * Throws what the blob's `read` throws.
 */
export function hashLinesOf(blob: SourceBlob, lines: ReadonlySet<number>): ReadonlyMap<number, string> {
  const kernel = threadKernel();
  const { arena } = kernel;
  const read = (offset: number): number => blob.read(arena, 0, arena.length, offset);
  if (!isTextHead(arena.subarray(0, read(0)))) return NO_HASHES;
  const pass: FilePass = (visit) => {
    let offset = 0;
    for (let count = read(0); count > 0; count = read(offset)) {
      offset += count;
      visit(0, count);
    }
  };
  return hashLines(kernel, pass, lines);
}

const NO_HASHES: ReadonlyMap<number, string> = new Map();

/**
 * Files over this size have no line hash. GitHub takes none over 100 MiB, so it has no alerts there to match, and
 * hashing every line takes 100 times as long as the scan. Source: notes/line-hash.md#size
 */
const MAX_HASHED_BYTES = 100 * 1024 * 1024;

function hashesFor(
  blob: SourceBlob,
  sightings: readonly Sighting[],
  sizeBytes: number,
  options: BlobOptions,
): ReadonlyMap<number, string> {
  const isWholeFile = options.stretch === undefined && blob.origin.source !== "stdin";
  const isWanted = options.wantsLineHash && isWholeFile && sizeBytes <= MAX_HASHED_BYTES;
  if (!isWanted || sightings.length === 0) return NO_HASHES;
  const detector = threadDetector(options.detection);
  const lines = linesOf(sightings);
  if (detector.holdsWholeBlob) return hashHeld(detector, lines);
  return blob.isSeekable ? hashLinesOf(blob, lines) : NO_HASHES;
}

/** For a blob that is text and still in the arena whole. */
function hashHeld(detector: Detector, lines: ReadonlySet<number>): ReadonlyMap<number, string> {
  const { kernel, heldBytes } = detector;
  return hashLines(kernel, (visit) => visit(0, heldBytes), lines);
}

function linesOf(sightings: readonly Sighting[]): Set<number> {
  return new Set(sightings.map(lineOf));
}

function lineOf({ textBefore }: Sighting): number {
  return positionAfter(textBefore).line;
}

/** Pairs matches as they come, so that their contexts, 2 kB each, need not be kept. */
function sightAll(
  origin: Origin,
  matches: readonly Match[],
  known: KnownSecrets | undefined,
  sightings: Sighting[],
): void {
  for (const match of matches) {
    const sighting = sight(origin, match, known);
    if (sighting !== null) sightings.push(sighting);
  }
}

function finish(sightings: Sighting[], isBinary: boolean, hashes: ReadonlyMap<number, string>): readonly Sighting[] {
  if (isBinary) return sightings.map((one) => inCharacters(one) ?? inBytes(one));
  if (hashes.size === 0) return sightings;
  return sightings.map((one) => ({ ...one, lineHash: hashes.get(lineOf(one)) ?? null }));
}

/** The sighting with its column in characters of two or four bytes, where it stands in such text; else `null`. */
function inCharacters(sighting: Sighting): Sighting | null {
  const [, bits] = /^utf-(16|32)/.exec(sighting.encodings[0] ?? "") ?? [];
  if (bits === undefined) return null;
  const toUnits = (measure: TextMeasure): TextMeasure => ({
    ...measure,
    units: Math.floor(measure.bytes / (Number(bits) / 8)),
    balance: 0,
  });
  return { ...sighting, textBefore: toUnits(sighting.textBefore), textWithin: toUnits(sighting.textWithin) };
}

/** The sighting with its column in bytes: what is not text has no characters. */
export function inBytes(sighting: Sighting): Sighting {
  const { textBefore, textWithin } = sighting;
  return {
    ...sighting,
    textBefore: { ...textBefore, units: textBefore.bytes },
    textWithin: { ...textWithin, units: textWithin.bytes },
  };
}
