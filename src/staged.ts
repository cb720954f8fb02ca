import { lstatSync } from "node:fs";
import { posix } from "node:path";
import { groupFindings, sortSkips } from "./findings.ts";
import { readObjects, startCatFile, type ObjectVisitor } from "./git/cat-file.ts";
import { readStagedEntries, type StagedEntry } from "./git/index-changes.ts";
import { readPlace } from "./git/place.ts";
import { runGit, type GitProcess } from "./git/spawn.ts";
import { requireGit } from "./git/version.ts";
import { asBytePath, toFsPath, type BytePath } from "./model/byte-path.ts";
import { groupBy } from "./model/group-by.ts";
import type { Sighting } from "./model/match.ts";
import type { ScanResult } from "./model/scan-result.ts";
import type { Skip } from "./model/skip.ts";
import type { SourceBlob } from "./model/source-blob.ts";
import { positionAfter } from "./model/text-measure.ts";
import { hashLinesOf, PushedBlob } from "./scan-blob.ts";
import { createFilesReport, scanFiles, type FilesReport } from "./scan-files.ts";
import { skipOf } from "./sources/files.ts";
import { reasonForKind } from "./sources/walk.ts";

/** What of the index to scan. */
export interface StagedRequest {
  /** Only these, as typed; all that is staged if empty. */
  readonly files: readonly BytePath[];
  readonly wantsLineHash: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Blobs over this size that hold a secret get no line hash: it would need them in memory. */
const MAX_HASHED_BLOB_BYTES = 64 * 1024 * 1024;

/**
 * Scans what the commit would record: the blobs of all index entries that differ from HEAD.
 *
 * A file that is named but not staged is read from disk instead, so that hook frameworks can ask for
 * any files. Paths are reported from the repository's root. Throws a `ScanError` where git cannot
 * answer; an object that git cannot give becomes a skip.
 */
export async function scanStaged(request: StagedRequest): Promise<ScanResult> {
  const { environment, files } = request;
  const catFile = startCatFile(environment);
  try {
    const [entries, place] = await Promise.all([
      readStagedEntries(environment),
      files.length > 0 ? readPlace(environment) : null,
      requireGit(environment),
    ]);
    const disk = createFilesReport();
    const chosen = place === null ? entries : chooseNamed(files, entries, place, request, disk);
    const index = await scanEntries(chosen, catFile, request);
    return {
      findings: groupFindings([...index.sightings, ...disk.sightings]),
      skips: sortSkips([...index.skips, ...disk.skips]),
      totals: { files: index.files + disk.files, objects: index.objects, bytes: index.bytes + disk.bytes },
    };
  } finally {
    catFile.kill();
  }
}

/** What came of the index. */
interface IndexReport {
  readonly sightings: Sighting[];
  readonly skips: Skip[];
  files: number;
  objects: number;
  bytes: number;
}

async function scanEntries(
  entries: readonly StagedEntry[],
  catFile: GitProcess,
  request: StagedRequest,
): Promise<IndexReport> {
  const report: IndexReport = { sightings: [], skips: [], files: 0, objects: 0, bytes: 0 };
  for (const { path, kind, oid } of entries) {
    if (kind === "submodule") report.skips.push({ path, reason: "submodule", detail: oid });
  }
  const blobs = entries.filter((entry) => entry.kind === "file" || entry.kind === "symlink");
  const byOid = groupBy(blobs, (entry) => entry.oid);
  const { environment } = request;
  if (byOid.size > 0) await readObjects([...byOid.keys()], catFile, new EntryVisitor(byOid, report, request), environment);
  if (request.wantsLineHash) await hashLargeBlobs(byOid, report, environment);
  return report;
}

/** Scans each object once and reports it at every path where it is staged. */
class EntryVisitor implements ObjectVisitor {
  readonly #byOid: ReadonlyMap<string, readonly StagedEntry[]>;
  readonly #report: IndexReport;
  readonly #request: StagedRequest;
  #blob: PushedBlob | null = null;

  constructor(byOid: ReadonlyMap<string, readonly StagedEntry[]>, report: IndexReport, request: StagedRequest) {
    this.#byOid = byOid;
    this.#report = report;
    this.#request = request;
  }

  begin(oid: string): void {
    const [first] = this.#entries(oid);
    const wantsLineHash = this.#request.wantsLineHash && first?.kind === "file";
    this.#blob = new PushedBlob({ source: "index", path: first?.path ?? null, blob: oid }, wantsLineHash);
  }

  bytes(chunk: Uint8Array): void {
    this.#blob?.push(chunk);
  }

  end(oid: string): void {
    const result = this.#blob?.end();
    if (!result) return;
    const entries = this.#entries(oid);
    this.#report.objects++;
    this.#report.files += entries.length;
    this.#report.bytes += result.bytes;
    for (const { path } of entries) {
      const seenHere = result.sightings.map((one) => ({ ...one, origin: { ...one.origin, path } }));
      this.#report.sightings.push(...seenHere);
    }
  }

  fail(oid: string, reason: "missing-object" | "corrupt-object", detail: string): void {
    for (const { path } of this.#entries(oid)) {
      this.#report.skips.push({ path, reason, detail: `${oid}: ${detail}` });
    }
  }

  #entries(oid: string): readonly StagedEntry[] {
    return this.#byOid.get(oid) ?? [];
  }
}

/** Fetches the few blobs again that hold a secret and did not fit the arena. */
async function hashLargeBlobs(
  byOid: ReadonlyMap<string, readonly StagedEntry[]>,
  report: IndexReport,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const isOpen = (one: Sighting): boolean =>
    one.lineHash === null && byOid.get(one.origin.blob ?? "")?.[0]?.kind === "file";
  for (const oid of new Set(report.sightings.filter(isOpen).map((one) => one.origin.blob ?? ""))) {
    const hashes = await hashBlob(oid, report.sightings.filter((one) => one.origin.blob === oid), environment);
    report.sightings.forEach((one, i) => {
      const lineHash = hashes.get(positionAfter(one.textBefore).line);
      if (one.origin.blob === oid && lineHash) report.sightings[i] = { ...one, lineHash };
    });
  }
}

async function hashBlob(
  oid: string,
  sightings: readonly Sighting[],
  environment: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<number, string>> {
  const size = await runGit(["cat-file", "-s", oid], environment);
  if (size.code !== 0 || Number(size.stdout.toString()) > MAX_HASHED_BLOB_BYTES) return new Map();
  const { stdout } = await runGit(["cat-file", "blob", oid], environment);
  const lines = new Set(sightings.map((one) => positionAfter(one.textBefore).line));
  return hashLinesOf(bufferBlob(stdout, oid), lines);
}

function bufferBlob(bytes: Buffer, oid: string): SourceBlob {
  return {
    origin: { source: "index", path: null, blob: oid },
    isSeekable: true,
    read: (target, start, maxBytes, offset) => bytes.copy(target, start, offset, offset + maxBytes),
  };
}

/** The staged entries that `files` name; the named files that are not staged are scanned into `disk`. */
function chooseNamed(
  files: readonly BytePath[],
  entries: readonly StagedEntry[],
  place: { readonly root: BytePath; readonly prefix: BytePath },
  request: StagedRequest,
  disk: FilesReport,
): StagedEntry[] {
  const byPath = groupBy(entries, (entry) => entry.path);
  const chosen = new Set<StagedEntry>();
  for (const file of files) {
    const path = fromRoot(file, place);
    const named = byPath.get(path) ?? entries.filter((entry) => path === "" || entry.path.startsWith(`${path}/`));
    named.forEach((entry) => chosen.add(entry));
    if (named.length === 0) scanUnstaged(asBytePath(posix.join(place.root, path)), path, request, disk);
  }
  return entries.filter((entry) => chosen.has(entry));
}

/** A typed path, seen from the repository's root; the root itself is empty. */
function fromRoot(typed: BytePath, { root, prefix }: { readonly root: BytePath; readonly prefix: BytePath }): BytePath {
  const isAbsolute = posix.isAbsolute(typed);
  const path = isAbsolute ? posix.relative(root, typed) : posix.normalize(posix.join(prefix, typed));
  return asBytePath(path.replace(/\/$/, "").replace(/^\.$/, ""));
}

function scanUnstaged(fsPath: BytePath, path: BytePath, request: StagedRequest, disk: FilesReport): void {
  try {
    const stats = lstatSync(toFsPath(fsPath));
    const reason = stats.isDirectory() ? null : reasonForKind(stats);
    if (reason !== null) disk.skips.push({ path, reason, detail: "" });
    if (reason !== null || stats.isDirectory()) return;
  } catch (error) {
    disk.skips.push(skipOf(path, error));
    return;
  }
  const found = createFilesReport();
  const options = { wantsLineHash: request.wantsLineHash, largeFileBytes: Infinity };
  scanFiles({ paths: [fsPath], followsLinks: false }, options, found);
  disk.files += found.files;
  disk.bytes += found.bytes;
  disk.skips.push(...found.skips.map((skip) => ({ ...skip, path })));
  disk.sightings.push(...found.sightings.map((one) => ({ ...one, origin: { ...one.origin, path } })));
}
