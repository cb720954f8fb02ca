import { Dirent, lstatSync, opendirSync, readdirSync, readlinkSync, statSync, type Dir, type Stats } from "node:fs";
import { joinPath, toFsPath, type BytePath } from "../model/byte-path.ts";
import { isSystemError } from "../model/errors.ts";
import type { SkipReason } from "../model/skip.ts";
import { FileBlob, skipOf } from "./files.ts";
import type { WalkItem } from "./source.ts";

/** Files of a batch: large enough to be worth a message to another thread, small enough to share the end of the work. */
const BATCH_FILES = 256;
/**
 * Directory entries fetched at a time. A folder of a million files never stands in memory whole, and of more than
 * about a hundred Node takes longer to hand out each.
 */
const READ_ENTRIES = 64;

/** Names in a git directory that hold its objects and index: `history` and `staged` read those. */
const GIT_STORES: ReadonlySet<string> = new Set(["objects", "lfs", "index"]);
const GIT_STORE_DETAIL = "a git directory's own store";

/** What an entry of a folder is, whatever the system call that told. */
type EntryKind = Pick<Dirent | Stats, "isFile" | "isDirectory" | "isSymbolicLink">;

/** An entry of a folder; the name is latin1, as `BytePath` is. */
interface Entry extends EntryKind {
  readonly name: string;
}

/** What a folder's entry is taken for when nobody can tell: opening it will say why. */
const UNKNOWN_KIND: EntryKind = { isFile: () => true, isDirectory: () => false, isSymbolicLink: () => false };

/**
 * Lists every file below `root`, in batches, and everything that is left out: links (never
 * followed), FIFOs, sockets and devices, git's own stores, and what cannot be listed.
 *
 * `root` itself is always listed, whatever it is called. Paths that `isTaken` are passed over in
 * silence: somebody else reads them. Depth is bounded by the system's longest path; memory by the
 * number of folders that are still to be read.
 */
export function* walkFolder(root: BytePath, isTaken: (path: BytePath) => boolean = () => false): Generator<WalkItem> {
  const folders: BytePath[] = [root];
  let paths: BytePath[] = [];

  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for (const entry of listFolder(folder)) {
        const path = joinPath(folder, entry.name);
        if (isTaken(path)) continue;
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

function reasonToSkip(folder: BytePath, entry: Entry): SkipReason | null {
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
function* listFolder(folder: BytePath): Generator<Entry> {
  // latin1 keeps a name's bytes; see BytePath. The type declarations do not know that a path may be a Buffer.
  const directory: Dir = opendirSync(toFsPath(folder), { encoding: "latin1", bufferSize: READ_ENTRIES });
  try {
    const first = readFirst(directory);
    if (first === "unknown") yield* listByStat(folder);
    else for (let entry = first; entry !== null; entry = directory.readSync()) yield entry;
  } finally {
    directory.closeSync();
  }
}

/**
 * The first entry, or `"unknown"` on a file system that does not say what its entries are. There
 * Node 20 asks with `lstat`, but for the wrong name where bytes are not ASCII: it fails, or gives a
 * subclass of `Dirent`. Either way nothing was handed out yet.
 */
function readFirst(directory: Dir): Dirent | null | "unknown" {
  try {
    const entry = directory.readSync();
    return entry === null || entry.constructor === Dirent ? entry : "unknown";
  } catch (error) {
    const isAboutEntry = isSystemError(error) ? error.syscall === "lstat" : error instanceof TypeError;
    if (isAboutEntry) return "unknown";
    throw error;
  }
}

function* listByStat(folder: BytePath): Generator<Entry> {
  for (const name of readdirSync(toFsPath(folder), "latin1")) {
    const kind = askAbout(joinPath(folder, name), (path) => lstatSync(path)) ?? UNKNOWN_KIND;
    yield {
      name,
      isFile: () => kind.isFile(),
      isDirectory: () => kind.isDirectory(),
      isSymbolicLink: () => kind.isSymbolicLink(),
    };
  }
}

/**
 * Whether git would take a folder for a git directory, bare, linked or a submodule's: a HEAD that
 * names a ref or a commit, and its own objects and refs or a pointer to another's.
 * Source: gitrepository-layout(5), and is_git_directory in git's setup.c
 */
function isGitDirectory(folder: BytePath): boolean {
  const inside = (name: string): Stats | null => askAbout(joinPath(folder, name), (path) => statSync(path));
  const ownsStores = inside("objects")?.isDirectory() && inside("refs")?.isDirectory();
  const isPartOfGit = ownsStores || inside("commondir")?.isFile();
  return isPartOfGit === true && /^(?:ref:\s*refs\/|refs\/|[0-9a-f]{40})/.test(readHead(joinPath(folder, "HEAD")));
}

/** The beginning of HEAD, or what it links to, as in old repositories; empty where it cannot be read. */
function readHead(path: BytePath): string {
  const kind = askAbout(path, (link) => lstatSync(link));
  if (kind?.isSymbolicLink()) return askAbout(path, (link) => readlinkSync(link)) ?? "";
  return kind?.isFile() ? (askAbout(path, () => readBeginning(path)) ?? "") : "";
}

function readBeginning(path: BytePath): string {
  const file = new FileBlob(path, false);
  try {
    const bytes = Buffer.alloc(64);
    return bytes.toString("latin1", 0, file.read(bytes, 0, bytes.length, 0));
  } finally {
    file.close();
  }
}

/** An answer of the file system, or `null` where there is none. */
function askAbout<T>(path: BytePath, ask: (path: string | Buffer) => T): T | null {
  try {
    return ask(toFsPath(path));
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
