import { asBytePath, type BytePath } from "../model/byte-path.ts";
import { ScanError } from "../model/errors.ts";
import { gitFailure, runGit, type GitEnd } from "./spawn.ts";

/** What the commit would make of a path. */
export type StagedKind = "file" | "symlink" | "submodule" | "deleted";

/** An entry of the index that differs from HEAD. Paths count from the repository's root. */
export interface StagedEntry {
  readonly path: BytePath;
  readonly kind: StagedKind;
  readonly oid: string;
}

/**
 * The entries that the commit would change, with the object id of what it would record.
 *
 * Reads the index that `GIT_INDEX_FILE` names, compares against an empty tree where HEAD is unborn, and takes all
 * sides of an unmerged entry. What `git add --intent-to-add` promised is not staged. Throws a `ScanError` with git's
 * words. Source: notes/git.md#what-is-staged
 */
export async function readStagedEntries(environment: NodeJS.ProcessEnv): Promise<StagedEntry[]> {
  let answer = await diffIndex("HEAD", environment);
  if (answer.code !== 0 && (await isHeadUnborn(environment))) {
    answer = await diffIndex(await findEmptyTree(environment), environment);
  }
  if (answer.code !== 0) throw gitFailure("cannot read the index", answer);

  const { entries, hasUnmerged } = parseRawDiff(answer.stdout.toString("latin1"));
  const isEmptied = entries.length > 0 && entries.every(({ kind }) => kind === "deleted");
  if (isEmptied && !hasUnmerged) await requireIndex(environment);
  return hasUnmerged ? [...entries, ...(await readUnmergedEntries(environment))] : entries;
}

/** A bare repository has no index, which git takes for one that deletes everything. */
async function requireIndex(environment: NodeJS.ProcessEnv): Promise<void> {
  if (environment["GIT_INDEX_FILE"] !== undefined) return;
  const answer = await runGit(["rev-parse", "--is-bare-repository"], environment);
  if (answer.stdout.toString("utf8").trim() !== "true") return;
  throw new ScanError("git-failed", "cannot read the index: a bare repository has none; run it in a work tree");
}

/**
 * `-r` because newer git lists a folder of a sparse index as one entry without it, and `--ignore-submodules` because
 * the repository's own .gitmodules can say `ignore = all`.
 */
const DIFF_FLAGS = [
  "--cached",
  "--raw",
  "-z",
  "-r",
  "--no-abbrev",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--ita-invisible-in-index",
  "--ignore-submodules=none",
];

function diffIndex(tree: string, environment: NodeJS.ProcessEnv): Promise<GitEnd & { stdout: Buffer }> {
  return runGit(["diff-index", ...DIFF_FLAGS, tree, "--"], environment);
}

const RAW_HEADER = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;

/**
 * Reads `:<old mode> <mode> <old oid> <oid> <status>\0<path>\0`, as often as it stands. Throws for anything else: an
 * answer that is not understood must not read as nothing staged.
 */
function parseRawDiff(raw: string): { entries: StagedEntry[]; hasUnmerged: boolean } {
  const fields = raw.split("\0");
  if (fields.length % 2 === 0 || fields.at(-1) !== "") throw misunderstood(raw);
  const entries: StagedEntry[] = [];
  let hasUnmerged = false;
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [header, mode = "", oid = "", status] = RAW_HEADER.exec(fields[i] ?? "") ?? [];
    if (header === undefined) throw misunderstood(raw);
    if (status === "U") hasUnmerged = true;
    else entries.push({ path: asBytePath(fields[i + 1] ?? ""), kind: kindOf(mode), oid });
  }
  return { entries, hasUnmerged };
}

function misunderstood(raw: string): ScanError {
  return new ScanError("git-failed", `cannot read the index: git answered ${JSON.stringify(raw.slice(0, 80))}`);
}

/** Every side of every conflict: `<mode> <oid> <stage>\t<path>\0`. */
async function readUnmergedEntries(environment: NodeJS.ProcessEnv): Promise<StagedEntry[]> {
  const answer = await runGit(["ls-files", "--unmerged", "--full-name", "-z", "--", ":/"], environment);
  if (answer.code !== 0) throw gitFailure("cannot read the index", answer);
  const records = answer.stdout.toString("latin1").split("\0").filter(Boolean);
  return records.map((record) => {
    const tab = record.indexOf("\t");
    const [mode = "", oid = ""] = record.slice(0, tab).split(" ");
    return { path: asBytePath(record.slice(tab + 1)), kind: kindOf(mode), oid };
  });
}

/** Throws for a mode that is not an index entry's: git would have listed a folder and left out what is below it. */
function kindOf(mode: string): StagedKind {
  if (mode.startsWith("100")) return "file";
  switch (mode) {
    case "120000":
      return "symlink";
    case "160000":
      return "submodule";
    case "000000":
      return "deleted";
    default:
      throw new ScanError("git-failed", `cannot read the index: an entry has the mode ${JSON.stringify(mode)}`);
  }
}

/** Whether HEAD names a branch that has no commit yet; not whether it is broken. */
async function isHeadUnborn(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const head = await runGit(["symbolic-ref", "-q", "HEAD"], environment);
  if (head.code !== 0) return false;
  const branch = await runGit(["show-ref", "--verify", "-q", head.stdout.toString("utf8").trim()], environment);
  return branch.code === 1;
}

/** The id of the tree without entries, which git knows in every repository, SHA-256 ones too. */
async function findEmptyTree(environment: NodeJS.ProcessEnv): Promise<string> {
  const answer = await runGit(["hash-object", "-t", "tree", "--stdin"], environment);
  if (answer.code !== 0) throw gitFailure("cannot read the repository", answer);
  return answer.stdout.toString("utf8").trim();
}
