import { asBytePath, type BytePath } from "../model/byte-path.ts";
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
 * The entries that the commit would change, with the object id of what it would record. Reads the index that `GIT_INDEX_FILE` names, compares against an empty tree where HEAD is
 * unborn, and takes all sides of an unmerged entry. Throws a `ScanError` with git's words.
 */
export async function readStagedEntries(environment: NodeJS.ProcessEnv): Promise<StagedEntry[]> {
  let answer = await diffIndex("HEAD", environment);
  if (answer.code !== 0 && (await isHeadUnborn(environment))) {
    answer = await diffIndex(await emptyTree(environment), environment);
  }
  if (answer.code !== 0) throw gitFailure("cannot read the index", answer);

  const { entries, hasUnmerged } = parseRawDiff(answer.stdout.toString("latin1"));
  return hasUnmerged ? [...entries, ...(await readUnmergedEntries(environment))] : entries;
}

function diffIndex(tree: string, environment: NodeJS.ProcessEnv): Promise<GitEnd & { stdout: Buffer }> {
  const flags = ["--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-relative"];
  return runGit(["diff-index", ...flags, tree, "--"], environment);
}

/** Reads `:<old mode> <mode> <old oid> <oid> <status>\0<path>\0`, as often as it stands. */
function parseRawDiff(raw: string): { entries: StagedEntry[]; hasUnmerged: boolean } {
  const fields = raw.split("\0");
  const entries: StagedEntry[] = [];
  let hasUnmerged = false;
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [, mode = "", , oid = "", status = ""] = (fields[i] ?? "").split(" ");
    if (status === "U") hasUnmerged = true;
    else entries.push({ path: asBytePath(fields[i + 1] ?? ""), kind: kindOf(mode), oid });
  }
  return { entries, hasUnmerged };
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

function kindOf(mode: string): StagedKind {
  switch (mode) {
    case "120000":
      return "symlink";
    case "160000":
      return "submodule";
    case "000000":
      return "deleted";
    default:
      return "file";
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
async function emptyTree(environment: NodeJS.ProcessEnv): Promise<string> {
  const answer = await runGit(["hash-object", "-t", "tree", "--stdin"], environment);
  if (answer.code !== 0) throw gitFailure("cannot read the repository", answer);
  return answer.stdout.toString("utf8").trim();
}
