import { readObjects, startCatFile, type ObjectVisitor } from "./git/cat-file.ts";
import type { StagedEntry } from "./git/index-changes.ts";
import type { GitProcess } from "./git/spawn.ts";
import { sniffContainer, SNIFF_BYTES } from "./containers/sniff.ts";
import type { Detection } from "./detection.ts";
import { withoutCopies } from "./findings.ts";
import { asBytePath, type BytePath } from "./model/byte-path.ts";
import { groupBy } from "./model/group-by.ts";
import type { Sighting } from "./model/match.ts";
import type { Skip } from "./model/skip.ts";
import { positionAfter } from "./model/text-measure.ts";
import { hashLinesOf, PushedBlob, skipsOf } from "./scan-blob.ts";
import type { ContainerReport } from "./scan-container.ts";
import type { ArchiveOptions } from "./scan.ts";

/** What came of the index. */
export interface ObjectsReport {
  readonly sightings: readonly Sighting[];
  readonly skips: readonly Skip[];
  readonly files: number;
  readonly objects: number;
  readonly bytes: number;
}

/** How to scan the index. */
export interface ObjectsOptions {
  readonly wantsLineHash: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** How containers are opened; none are if not given. */
  readonly archives?: ArchiveOptions;
  /** What to look for; as the detector does by default if not given. */
  readonly detection?: Detection;
}

/** Blobs over this size that hold a secret get no line hash: it needs them in memory, which is to stay below 150 MB. */
const MAX_HASHED_BLOB_BYTES = 48 * 1024 * 1024;

const NO_BYTES: Buffer = Buffer.alloc(0);

/** The staged entries of each object. */
type EntriesByOid = ReadonlyMap<string, readonly StagedEntry[]>;

/**
 * Scans each object once, through `catFile`, which has not been asked anything, and reports it at every path where it
 * is staged. Of a symbolic link the text is scanned; a submodule is left out, and what is deleted has no object.
 */
export async function scanStagedObjects(
  entries: readonly StagedEntry[],
  catFile: GitProcess,
  options: ObjectsOptions,
): Promise<ObjectsReport> {
  const blobs = entries.filter((entry) => entry.kind === "file" || entry.kind === "symlink");
  const byOid = groupBy(blobs, (entry) => entry.oid);
  const visitor = new ScanVisitor(byOid, options);
  if (byOid.size > 0) await readObjects([...byOid.keys()], catFile, visitor, options.environment);

  const { files, objects, bytes } = visitor;
  const inside = await scanContainers(visitor.containers, byOid, options);
  const insideByOid = groupBy(inside.sightings, ({ origin }) => origin.blob);
  const outside = groupBy(visitor.sightings, ({ origin }) => origin.blob);
  const sightings = [...outside].flatMap(([oid, own]) => withoutCopies(own, insideByOid.get(oid) ?? []));
  const submodules = entries.filter((entry) => entry.kind === "submodule");
  const skips = submodules.map(({ path, oid }): Skip => ({ path, reason: "submodule", detail: oid }));
  return {
    sightings: [
      ...(options.wantsLineHash ? await addMissingHashes(sightings, byOid, options.environment) : sightings),
      ...inside.sightings,
    ],
    skips: [...visitor.skips, ...inside.skips, ...skips],
    files,
    objects,
    bytes,
  };
}

class ScanVisitor implements ObjectVisitor {
  readonly sightings: Sighting[] = [];
  readonly skips: Skip[] = [];
  /** Objects that are containers: they are read again, if they are to be opened. */
  readonly containers: string[] = [];
  files = 0;
  objects = 0;
  bytes = 0;
  readonly #byOid: EntriesByOid;
  readonly #options: ObjectsOptions;
  #blob: PushedBlob | null = null;
  #head: Buffer = NO_BYTES;

  constructor(byOid: EntriesByOid, options: ObjectsOptions) {
    this.#byOid = byOid;
    this.#options = options;
  }

  begin(oid: string): void {
    const { wantsLineHash, detection } = this.#options;
    // A file's name may hold the key ID: the first one speaks for all.
    const path = this.#entries(oid)[0]?.path ?? null;
    this.#blob = new PushedBlob({ source: "index", path, blob: oid }, { wantsLineHash, detection });
    this.#head = NO_BYTES;
  }

  take(chunk: Uint8Array): void {
    this.#blob?.push(chunk);
    const missing = SNIFF_BYTES - this.#head.length;
    if (missing > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, missing)]);
  }

  end(oid: string): void {
    const result = this.#blob?.end();
    if (!result) return;
    const entries = this.#entries(oid);
    this.objects++;
    this.files += entries.length;
    this.bytes += result.bytes;
    const name = containerPath(entries);
    if (name !== null && sniffContainer(this.#head, name) !== null) this.containers.push(oid);
    for (const { path, kind } of entries) {
      this.skips.push(...skipsOf(result, path));
      for (const one of result.sightings) {
        const lineHash = kind === "file" ? one.lineHash : null;
        this.sightings.push({ ...one, origin: { ...one.origin, path }, lineHash });
      }
    }
  }

  fail(oid: string, reason: "missing-object" | "corrupt-object", detail: string): void {
    for (const { path } of this.#entries(oid)) this.skips.push({ path, reason, detail: `${oid}: ${detail}` });
  }

  #entries(oid: string): readonly StagedEntry[] {
    return this.#byOid.get(oid) ?? [];
  }
}

/** The first path at which an object is a file: that of a link is no container. */
function containerPath(entries: readonly StagedEntry[]): BytePath | null {
  return entries.find(({ kind }) => kind === "file")?.path ?? null;
}

/** Opens the containers among the objects, each once, and reports what is in it at every path where it is staged. */
async function scanContainers(
  oids: readonly string[],
  byOid: EntriesByOid,
  { archives, detection, environment }: ObjectsOptions,
): Promise<ContainerReport> {
  const sightings: Sighting[] = [];
  const skips: Skip[] = [];
  if (oids.length === 0 || archives === undefined || archives.limits.depth === 0) return { sightings, skips };
  const { PushedContainer } = await archives.load();
  let container: InstanceType<typeof PushedContainer> | null = null;
  const visitor: ObjectVisitor = {
    begin: (oid) => {
      const path = containerPath(byOid.get(oid) ?? []);
      container = new PushedContainer({ source: "index", path, blob: oid }, archives.limits, detection);
    },
    take: (chunk) => container?.push(chunk),
    end: (oid) => {
      const report = container?.end() ?? { sightings: [], skips: [] };
      const entries = byOid.get(oid) ?? [];
      const first = containerPath(entries) ?? "";
      for (const { path } of entries.filter(({ kind }) => kind === "file")) {
        for (const one of report.sightings) sightings.push({ ...one, origin: { ...one.origin, path } });
        for (const one of report.skips) skips.push({ ...one, path: asBytePath(path + one.path.slice(first.length)) });
      }
    },
    fail: (oid, reason, detail) => {
      for (const { path } of byOid.get(oid) ?? []) skips.push({ path, reason, detail: `${oid}: ${detail}` });
    },
  };
  await readObjects(oids, startCatFile(environment), visitor, environment);
  return { sightings, skips };
}

/** Reads the few blobs again that hold a secret and were too large to be held until their end. */
async function addMissingHashes(
  sightings: readonly Sighting[],
  byOid: EntriesByOid,
  environment: NodeJS.ProcessEnv,
): Promise<readonly Sighting[]> {
  const isFile = ({ origin }: Sighting): boolean =>
    byOid.get(origin.blob ?? "")?.some(({ kind, path }) => kind === "file" && path === origin.path) === true;
  const bare = new Set(sightings.filter((one) => one.lineHash === null && isFile(one)));
  if (bare.size === 0) return sightings;

  const linesByOid = new Map(
    [...groupBy(bare, (one) => one.origin.blob ?? "")].map(
      ([oid, group]) => [oid, new Set(group.map(lineOf))] as const,
    ),
  );
  const visitor = new HashVisitor(linesByOid);
  await readObjects([...linesByOid.keys()], startCatFile(environment), visitor, environment);
  return sightings.map((one) => {
    const lineHash = bare.has(one) ? visitor.hashes.get(one.origin.blob ?? "")?.get(lineOf(one)) : undefined;
    return lineHash === undefined ? one : { ...one, lineHash };
  });
}

function lineOf(sighting: Sighting): number {
  return positionAfter(sighting.textBefore).line;
}

/** Holds one object at a time and hashes lines of it. One that fails now, having been read before, gets no hash. */
class HashVisitor implements ObjectVisitor {
  /** By object, then line. */
  readonly hashes = new Map<string, ReadonlyMap<number, string>>();
  readonly #linesByOid: ReadonlyMap<string, ReadonlySet<number>>;
  #bytes: Buffer | null = null;
  #filled = 0;

  constructor(linesByOid: ReadonlyMap<string, ReadonlySet<number>>) {
    this.#linesByOid = linesByOid;
  }

  begin(_oid: string, sizeBytes: number): void {
    this.#bytes = sizeBytes <= MAX_HASHED_BLOB_BYTES ? Buffer.allocUnsafe(sizeBytes) : null;
    this.#filled = 0;
  }

  take(chunk: Uint8Array): void {
    this.#bytes?.set(chunk, this.#filled);
    this.#filled += chunk.length;
  }

  end(oid: string): void {
    const bytes = this.#bytes;
    this.#bytes = null;
    if (bytes === null) return;
    const blob = {
      origin: { source: "index", path: null, blob: oid },
      isSeekable: true,
      read: (target: Uint8Array, start: number, maxBytes: number, offset: number) =>
        bytes.copy(target, start, offset, offset + maxBytes),
    } as const;
    this.hashes.set(oid, hashLinesOf(blob, this.#linesByOid.get(oid) ?? new Set()));
  }

  fail(): void {
    this.#bytes = null;
  }
}
