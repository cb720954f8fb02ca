import { realpathSync } from "node:fs";
import { posix } from "node:path";
import type { StagedEntry } from "./git/index-changes.ts";
import { asBytePath, toDisplayPath, toFsPath, type BytePath } from "./model/byte-path.ts";
import { UsageError } from "./model/errors.ts";
import { groupBy } from "./model/group-by.ts";

/** What the names of a command line stand for. */
export interface NamedInputs {
  /** Staged files of these names, or below folders of these names; in their order, each once. */
  readonly entries: readonly StagedEntry[];
  /** What else was named, from the repository's root, each once. */
  readonly unstaged: readonly BytePath[];
}

/**
 * Takes typed names, relative to `currentFolder` or absolute, for staged entries where they are that.
 *
 * A name is never a pattern. Throws a `UsageError` for one that is outside the work tree, which `root` is the
 * absolute path of.
 */
export function chooseNamed(
  files: readonly BytePath[],
  entries: readonly StagedEntry[],
  root: BytePath,
  currentFolder: BytePath,
): NamedInputs {
  const byPath = groupBy(
    entries.flatMap((entry) => pathAndFolders(entry.path).map((name) => ({ name, entry }))),
    ({ name }) => name,
  );
  const chosen = new Set<StagedEntry>();
  const unstaged = new Set<BytePath>();
  for (const file of files) {
    const path = fromRoot(file, root, currentFolder);
    const named = byPath.get(path);
    if (named === undefined) unstaged.add(path);
    else named.forEach(({ entry }) => chosen.add(entry));
  }
  return { entries: entries.filter((entry) => chosen.has(entry)), unstaged: [...unstaged] };
}

/** `a/b`: itself, `a`, and the root, which is empty. */
function pathAndFolders(path: BytePath): BytePath[] {
  const names = [path, asBytePath("")];
  for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1))
    names.push(asBytePath(path.slice(0, end)));
  return names;
}

/** A typed path, seen from the root. */
function fromRoot(typed: BytePath, root: BytePath, currentFolder: BytePath): BytePath {
  if (typed === "") throw new UsageError("cannot scan an empty path");
  const absolute = posix.resolve(withSlashes(currentFolder), withSlashes(typed));
  const path = posix.relative(withSlashes(root), absolute);
  if (!isOutside(path)) return asBytePath(path);
  // The root is a path without links; the way that was typed may go through some. The last name is the file's own.
  const real = posix.join(withSlashes(withoutLinks(posix.dirname(absolute))), posix.basename(absolute));
  const realPath = posix.relative(withSlashes(root), real);
  if (!isOutside(realPath)) return asBytePath(realPath);
  throw new UsageError(`${JSON.stringify(toDisplayPath(typed))} is outside the repository: cfltguard scan reads it`);
}

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith("../");
}

/** A folder's path with links resolved, as far as it exists. */
function withoutLinks(folder: string): string {
  for (let at = folder; at !== "/"; at = posix.dirname(at)) {
    try {
      return posix.join(realpathSync.native(toFsPath(asBytePath(at)), "latin1"), posix.relative(at, folder));
    } catch {
      // Not there, or not to be looked into: the folder above may be.
    }
  }
  return folder;
}

/** A path of Windows as one with slashes from `/`, so that a drive counts as a folder. */
function withSlashes(path: string): string {
  if (process.platform !== "win32") return path;
  return path.replaceAll("\\", "/").replace(/^[A-Za-z]:/, "/$&");
}
