import { lstatSync } from "node:fs";
import { posix } from "node:path";
import type { Detection } from "./detection.ts";
import { groupFindings, sortSkips, withoutCopies } from "./findings.ts";
import type { StagedQuestions } from "./git/ask-staged.ts";
import { withGitVersion } from "./git/version.ts";
import { asBytePath, toFsPath, type BytePath } from "./model/byte-path.ts";
import type { ScanResult } from "./model/scan-result.ts";
import { prepareToScan } from "./scan-blob.ts";
import { addAll, createFilesReport, scanContainers, scanFiles, type FilesReport } from "./scan-files.ts";
import type { ArchiveOptions } from "./scan.ts";
import { skipOf } from "./sources/files.ts";
import { reasonForKind } from "./sources/walk.ts";
import { chooseNamed } from "./staged-names.ts";
import { scanStagedObjects } from "./staged-objects.ts";

/** What of the index to scan. */
export interface StagedRequest {
  /** Only these, as typed; all that is staged if empty. */
  readonly files: readonly BytePath[];
  /** Absolute: what a typed path is relative to. */
  readonly currentFolder: BytePath;
  readonly wantsLineHash: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** How containers are opened; none are if not given. */
  readonly archives?: ArchiveOptions;
  /** What to look for; as the detector does by default if not given. */
  readonly detection?: Detection;
}

/**
 * Scans what the commit would record: the blobs of all index entries that differ from HEAD, which `git` was asked for.
 *
 * A file that is named but not staged is read from disk instead, so that hook frameworks can ask for
 * any files. Paths are reported from the repository's root. Throws a `ScanError` where git cannot
 * answer and a `UsageError` for a name outside the repository; an object that git cannot give becomes a skip.
 */
export async function scanStaged(request: StagedRequest, git: StagedQuestions): Promise<ScanResult> {
  const { environment, files, currentFolder } = request;
  try {
    // git takes longer than this does.
    prepareToScan(request.detection);
    const [staged, workTree] = await withGitVersion(Promise.all([git.entries, git.root]), environment);
    const { entries, unstaged } =
      workTree === null ? { entries: staged, unstaged: [] } : chooseNamed(files, staged, workTree, currentFolder);
    const disk = createFilesReport();
    for (const path of unstaged) await scanUnstaged(asBytePath(posix.join(workTree ?? "", path)), path, request, disk);
    const index = await scanStagedObjects(entries, git.catFile, request);
    return {
      findings: groupFindings([...index.sightings, ...disk.sightings], request.detection?.minConfidence),
      skips: sortSkips([...index.skips, ...disk.skips]),
      totals: { files: index.files + disk.files, objects: index.objects, bytes: index.bytes + disk.bytes },
    };
  } finally {
    git.catFile.kill();
  }
}

/** Reads a file of the work tree, which is reported as `path`. Of a folder, only what is staged is asked for. */
async function scanUnstaged(
  fsPath: BytePath,
  path: BytePath,
  request: StagedRequest,
  disk: FilesReport,
): Promise<void> {
  try {
    const stats = lstatSync(toFsPath(fsPath));
    const reason = reasonForKind(stats);
    if (reason !== null) disk.skips.push({ path, reason, detail: "" });
    if (reason !== null || stats.isDirectory()) return;
  } catch (error) {
    disk.skips.push(skipOf(path, error));
    return;
  }
  const { archives, detection, wantsLineHash } = request;
  const limits = archives === undefined || archives.limits.depth === 0 ? {} : { archives: archives.limits };
  const found = createFilesReport();
  const options = { wantsLineHash, detection, largeFileBytes: Infinity, ...limits };
  scanFiles({ paths: [fsPath], followsLinks: false }, options, found);
  const [container] = found.containers;
  if (container !== undefined && archives !== undefined) {
    const inside = scanContainers([container], archives.limits, await archives.load(), detection);
    addAll(found.skips, inside.skips);
    const outside = withoutCopies(found.sightings.splice(0), inside.sightings);
    addAll(found.sightings, [...outside, ...inside.sightings]);
  }
  disk.files += found.files;
  disk.bytes += found.bytes;
  addAll(
    disk.skips,
    found.skips.map((skip) => ({ ...skip, path: asBytePath(path + skip.path.slice(fsPath.length)) })),
  );
  addAll(
    disk.sightings,
    found.sightings.map((one) => ({ ...one, origin: { ...one.origin, path } })),
  );
}
