import { lstatSync } from "node:fs";
import { posix } from "node:path";
import { groupFindings, sortSkips } from "./findings.ts";
import type { StagedQuestions } from "./git/ask-staged.ts";
import { withGitVersion } from "./git/version.ts";
import { asBytePath, toFsPath, type BytePath } from "./model/byte-path.ts";
import type { ScanResult } from "./model/scan-result.ts";
import { prepareToScan } from "./scan-blob.ts";
import { addAll, createFilesReport, scanFiles, type FilesReport } from "./scan-files.ts";
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
    prepareToScan();
    const [staged, workTree] = await withGitVersion(Promise.all([git.entries, git.root]), environment);
    const { entries, unstaged } =
      workTree === null ? { entries: staged, unstaged: [] } : chooseNamed(files, staged, workTree, currentFolder);
    const disk = createFilesReport();
    for (const path of unstaged) scanUnstaged(asBytePath(posix.join(workTree ?? "", path)), path, request, disk);
    const index = await scanStagedObjects(entries, git.catFile, request);
    return {
      findings: groupFindings([...index.sightings, ...disk.sightings]),
      skips: sortSkips([...index.skips, ...disk.skips]),
      totals: { files: index.files + disk.files, objects: index.objects, bytes: index.bytes + disk.bytes },
    };
  } finally {
    git.catFile.kill();
  }
}

/** Reads a file of the work tree, which is reported as `path`. Of a folder, only what is staged is asked for. */
function scanUnstaged(fsPath: BytePath, path: BytePath, request: StagedRequest, disk: FilesReport): void {
  try {
    const stats = lstatSync(toFsPath(fsPath));
    const reason = reasonForKind(stats);
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
  addAll(
    disk.skips,
    found.skips.map((skip) => ({ ...skip, path })),
  );
  addAll(
    disk.sightings,
    found.sightings.map((one) => ({ ...one, origin: { ...one.origin, path } })),
  );
}
