import { Budget } from "./containers/bounds.ts";
import type { ContainerReader, MemberSink, MemberWriter, Problem } from "./containers/container.ts";
import { openContainer } from "./containers/open.ts";
import { sniffContainer, SNIFF_BYTES, type ContainerKind } from "./containers/sniff.ts";
import { readZipAnywhere } from "./containers/zip.ts";
import { Detector, type DetectorOptions } from "./detect/detector.ts";
import { toDetectorOptions, type Detection } from "./detection.ts";
import { withoutCopies } from "./findings.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { createSimdKernel } from "./kernel/simd.ts";
import type { ArchiveLimits } from "./model/archive-limits.ts";
import { asBytePath, type BytePath } from "./model/byte-path.ts";
import type { Sighting } from "./model/match.ts";
import type { Origin } from "./model/origin.ts";
import type { Skip } from "./model/skip.ts";
import type { SourceBlob } from "./model/source-blob.ts";
import { PushedBlob } from "./scan-blob.ts";

/** What the members of a container held. Their bytes are no bytes of the input: totals do not count them. */
export interface ContainerReport {
  readonly sightings: readonly Sighting[];
  readonly skips: readonly Skip[];
}

const READ_BYTES = 256 * 1024;
/** One for the thread, which scans one file at a time. */
let readBuffer: Uint8Array | undefined;
const NAMELESS = asBytePath("-");

/**
 * Scans all members of a container that can be read at any place. `kind` is what `sniffContainer` said.
 * Throws what the blob's `read` throws.
 */
export function scanContainer(
  blob: SourceBlob,
  sizeBytes: number,
  kind: ContainerKind,
  limits: ArchiveLimits,
  detection?: Detection,
): ContainerReport {
  const run = new Run(blob.origin, limits, detection);
  run.budget.inputBytes = sizeBytes;
  const members = new ContainerMembers(run, [], levelsOf(kind));
  if (kind === "zip") {
    const read = blob.read.bind(blob);
    readZipAnywhere({ sizeBytes, read }, members, run.budget);
    return run.report();
  }
  const reader = openContainer(kind, blob.origin.path, members, run.budget);
  readBuffer ??= new Uint8Array(READ_BYTES);
  for (let offset = 0; offset < sizeBytes && !run.budget.isSpent;) {
    const count = blob.read(readBuffer, 0, READ_BYTES, offset);
    if (count === 0) break;
    offset += count;
    reader.push(readBuffer.subarray(0, count));
  }
  reader.end();
  return run.report();
}

/**
 * Scans all members of what somebody else reads, in order, if it is a container: `push` its bytes, then `end`. What is
 * none has no members.
 */
export class PushedContainer {
  readonly #run: Run;
  readonly #reader: ContainerReader;

  constructor(origin: Origin, limits: ArchiveLimits, detection?: Detection) {
    const run = new Run(origin, limits, detection);
    this.#run = run;
    this.#reader = new SniffedReader((head) => {
      const kind = limits.depth === 0 ? null : sniffContainer(head, origin.path);
      if (kind === null) return null;
      return openContainer(kind, origin.path, new ContainerMembers(run, [], levelsOf(kind)), run.budget);
    });
  }

  push(bytes: Uint8Array): void {
    this.#run.budget.inputBytes += bytes.length;
    if (!this.#run.budget.isSpent) this.#reader.push(bytes);
  }

  end(): ContainerReport {
    this.#reader.end();
    return this.#run.report();
  }
}

/** Waits for a blob's beginning, asks what reads it, and gives all bytes to that; to nobody, if it is `null`. */
class SniffedReader implements ContainerReader {
  readonly #open: (head: Uint8Array) => ContainerReader | null;
  #head: Uint8Array | null = new Uint8Array(0);
  #reader: ContainerReader | null = null;

  constructor(open: (head: Uint8Array) => ContainerReader | null) {
    this.#open = open;
  }

  push(bytes: Uint8Array): void {
    if (this.#head === null) {
      this.#reader?.push(bytes);
      return;
    }
    const head = this.#head.length === 0 ? bytes : Buffer.concat([this.#head, bytes]);
    if (head.length >= SNIFF_BYTES) this.#decide(head);
    else this.#head = Uint8Array.from(head);
  }

  end(): void {
    if (this.#head !== null) this.#decide(this.#head);
    this.#reader?.end();
  }

  #decide(head: Uint8Array): void {
    this.#head = null;
    this.#reader = this.#open(head.subarray(0, SNIFF_BYTES));
    this.#reader?.push(head);
  }
}

/** Kernels of this thread that no member is read with: one takes half a megabyte, and time to make. */
const idleKernels: Kernel[] = [];

/** What the scan of one file's members has come to. */
class Run {
  readonly origin: Origin;
  readonly budget: Budget;
  readonly sightings: Sighting[] = [];
  readonly detection: Detection | undefined;
  readonly detectorOptions: DetectorOptions;
  /** The first problem of each kind in each container, and how many more there are. */
  readonly #problems = new Map<string, { readonly skip: Skip; more: number }>();

  constructor(origin: Origin, limits: ArchiveLimits, detection: Detection | undefined) {
    this.origin = origin;
    this.budget = new Budget(limits);
    this.detection = detection;
    this.detectorOptions = toDetectorOptions(detection ?? {});
  }

  fail(container: readonly BytePath[], { reason, detail, member }: Problem): void {
    const key = [...container, reason, detail].join("\0");
    const known = this.#problems.get(key);
    if (known !== undefined) {
      known.more++;
      return;
    }
    const names = member === null ? container : [...container, member];
    const path = asBytePath([this.origin.path ?? NAMELESS, ...names].join("!"));
    this.#problems.set(key, { skip: { path, reason, detail }, more: 0 });
  }

  report(): ContainerReport {
    const skips = [...this.#problems.values()].map(({ skip, more }) =>
      more === 0 ? skip : { ...skip, detail: `${skip.detail}; and ${more} more beside it` },
    );
    return { sightings: this.sightings, skips };
  }
}

/** How deep a container is: one level, and a compressed stream half a one, since it is mostly an archive's wrapping. */
function levelsOf(kind: ContainerKind): number {
  return kind === "zip" || kind === "tar" || kind === "pdf" ? 1 : 0.5;
}

/** The members of one container, named by the members that lead to it. */
class ContainerMembers implements MemberSink {
  readonly #run: Run;
  readonly #names: readonly BytePath[];
  /** How deep the members stand. */
  readonly #level: number;
  /** Once the container itself is known to be cut off, what is missing inside it is no news. */
  isMuted = false;

  constructor(run: Run, names: readonly BytePath[], level: number) {
    this.#run = run;
    this.#names = names;
    this.#level = level;
  }

  begin(name: BytePath): MemberWriter | null {
    const { budget } = this.#run;
    if (budget.isSpent) return null;
    const exceeded = budget.addMember();
    if (exceeded === null) return new MemberScan(this.#run, [...this.#names, name], this.#level);
    this.fail({ reason: "bound-exceeded", detail: exceeded, member: null });
    return null;
  }

  fail(problem: Problem): void {
    if (!this.isMuted) this.#run.fail(this.#names, problem);
  }
}

/** Scans one member's bytes, and its own members if it is a container. */
class MemberScan implements MemberWriter {
  readonly #run: Run;
  readonly #names: readonly BytePath[];
  readonly #kernel: Kernel = idleKernels.pop() ?? createSimdKernel();
  readonly #blob: PushedBlob;
  /** Sightings from here on are of the member's own members. */
  readonly #firstInner: number;
  readonly #level: number;
  #members: ContainerMembers | null = null;
  readonly #reader: ContainerReader;

  constructor(run: Run, names: readonly BytePath[], level: number) {
    this.#run = run;
    this.#names = names;
    this.#firstInner = run.sightings.length;
    this.#blob = new PushedBlob(
      { ...run.origin, members: names },
      { wantsLineHash: false, detection: run.detection, detector: new Detector(this.#kernel, run.detectorOptions) },
    );
    this.#level = level;
    this.#reader = new SniffedReader((head) => this.#open(head));
  }

  write(bytes: Uint8Array): boolean {
    this.#blob.push(bytes);
    this.#reader.push(bytes);
    return !this.#run.budget.isSpent;
  }

  end(isWhole: boolean): void {
    if (this.#members !== null) this.#members.isMuted = !isWhole;
    this.#reader.end();
    const { sightings } = this.#run;
    const inner = sightings.slice(this.#firstInner);
    const report = this.#blob.end();
    for (const sighting of withoutCopies(report.sightings, inner)) sightings.push(sighting);
    if (report.exceeded !== null) {
      this.#run.fail(this.#names, { reason: "bound-exceeded", detail: report.exceeded, member: null });
    }
    idleKernels.push(this.#kernel);
  }

  #open(head: Uint8Array): ContainerReader | null {
    const name = this.#names.at(-1) ?? null;
    const kind = sniffContainer(head, name);
    if (kind === null) return null;
    const { budget } = this.#run;
    if (this.#level < budget.limits.depth) {
      this.#members = new ContainerMembers(this.#run, this.#names, this.#level + levelsOf(kind));
      return openContainer(kind, name, this.#members, budget);
    }
    const detail = `archives inside each other beyond --max-archive-depth ${budget.limits.depth}`;
    this.#run.fail(this.#names, { reason: "bound-exceeded", detail, member: null });
    return null;
  }
}
