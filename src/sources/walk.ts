import { lstatSync, opendirSync, type Dir, type Dirent, type Stats } from "node:fs";
import { joinPath, toFsPath, type BytePath } from "../model/byte-path.ts";
import type { SkipReason } from "../model/skip.ts";
import { FileBlob, skipOf } from "./files.ts";
import type { WalkItem } from "./source.ts";

/** Files of a batch: large enough to be worth a message to another thread, small enough to share the end of the work. */
const BATCH_FILES = 256;
/** Directory entries fetched at a time. A folder of a million files never stands in memory whole. */
const READ_ENTRIES = 512;

/** Names in a git directory that hold its objects and index: `history` and `staged` read those. */
const GIT_STORES: ReadonlySet<string> = new Set(["objects", "lfs", "index"]);
const GIT_STORE_DETAIL = "a git directory's own store";

/** What an entry of a folder is, whatever the system call that told. */
type EntryKind = Pick<Dirent | Stats, "isFile" | "isDirectory" | "isSymbolicLink">;

/**
 * Lists every file below `root`, in batches, and everything that is left out: links (never
 * followed), FIFOs, sockets and devices, git's own stores, and what cannot be listed.
 *
 * `root` itself is always listed, whatever it is called. Depth is bounded by the system's longest
 * path; memory by the number of folders that are still to be read.
 */
export function* walkFolder(root: BytePath): Generator<WalkItem> {
  const folders: BytePath[] = [root];
  let paths: BytePath[] = [];

  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for (const entry of listFolder(folder)) {
        const path = joinPath(folder, entry.name);
        const reason = reasonToSkip(folder, entry);
        if (reason !== null) yield skipItem(path, reason);
        else if (entry.isDirectory()) folders.push(path);
        else paths.push(path);
        if (paths.length === BATCH_FILES) {
          yield batchItem(paths);
          paths = [];
        }
      }
    } catch (error) {
      yield { kind: "skip", skip: skipOf(folder, error) };
    }
  }
  if (paths.length > 0) yield batchItem(paths);
}

/** Why a file of this kind is not read when it was not named by the user, or `null`. Folders have none. */
export function reasonForKind(kind: EntryKind): SkipReason | null {
  if (kind.isFile() || kind.isDirectory()) return null;
  return kind.isSymbolicLink() ? "symlink" : "special-file";
}

function reasonToSkip(folder: BytePath, entry: Dirent): SkipReason | null {
  const isStore = GIT_STORES.has(entry.name) && isGitDirectory(folder);
  return isStore ? "excluded" : reasonForKind(entry);
}

function batchItem(paths: readonly BytePath[]): WalkItem {
  return { kind: "files", batch: { paths, followsLinks: false } };
}

function skipItem(path: BytePath, reason: SkipReason): WalkItem {
  return { kind: "skip", skip: { path, reason, detail: reason === "excluded" ? GIT_STORE_DETAIL : "" } };
}

/** The entries of a folder. Throws what the system throws, also between entries. */
function* listFolder(folder: BytePath): Generator<Dirent> {
  // latin1 keeps a name's bytes; see BytePath. The type declarations do not know that a path may be a Buffer.
  const directory: Dir = opendirSync(toFsPath(folder) as string, { encoding: "latin1", bufferSize: READ_ENTRIES });
  try {
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) yield entry;
  } finally {
    directory.closeSync();
  }
}

/**
 * Whether git would take a folder for a git directory, bare, linked or a submodule's: a HEAD that
 * names a ref or a commit, and its own objects and refs or a pointer to another's.
 * Source: gitrepository-layout(5)
 */
function isGitDirectory(folder: BytePath): boolean {
  const has = (name: string, test: (stats: Stats) => boolean): boolean => {
    const stats = lstatSync(toFsPath(joinPath(folder, name)), { throwIfNoEntry: false });
    return stats !== undefined && test(stats);
  };
  const isFolder = (stats: Stats): boolean => stats.isDirectory();
  const isFile = (stats: Stats): boolean => stats.isFile();
  const ownsStores = (has("objects", isFolder) && has("refs", isFolder)) || has("commondir", isFile);
  return ownsStores && has("HEAD", isFile) && /^(?:ref: refs\/|[0-9a-f]{40})/.test(readHead(folder));
}

function readHead(folder: BytePath): string {
  const head = new FileBlob(joinPath(folder, "HEAD"), false);
  try {
    const bytes = Buffer.alloc(64);
    return bytes.toString("latin1", 0, head.read(bytes, 0, bytes.length, 0));
  } finally {
    head.close();
  }
}
