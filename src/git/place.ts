import { asBytePath, type BytePath } from "../model/byte-path.ts";
import { gitFailure, runGit } from "./spawn.ts";

/**
 * Asks git for the root of the work tree that the current folder is in, an absolute path without links. Throws a
 * `ScanError` outside a work tree.
 *
 * For a hook of a linked work tree git sets `GIT_DIR` alone, and then takes the current folder for the root, also below
 * it. So the folder is asked without it first, and believed if that leads to the same repository.
 */
export async function readWorkTreeRoot(environment: NodeJS.ProcessEnv): Promise<BytePath> {
  const { GIT_DIR: gitDir, ...plain } = environment;
  if (gitDir !== undefined && environment["GIT_WORK_TREE"] === undefined) {
    const [found, wanted, root] = await Promise.all([
      revParse("--absolute-git-dir", plain),
      revParse("--absolute-git-dir", environment),
      revParse("--show-toplevel", plain),
    ]);
    const isSame = found.code === 0 && found.stdout.equals(wanted.stdout);
    if (isSame && root.code === 0) return toPath(root.stdout);
  }
  const root = await revParse("--show-toplevel", environment);
  if (root.code !== 0) throw gitFailure("cannot find the work tree", root);
  return toPath(root.stdout);
}

function revParse(question: string, environment: NodeJS.ProcessEnv) {
  return runGit(["rev-parse", question], environment);
}

/** git ends its answer with one line feed; any other is the path's. */
function toPath(answer: Buffer): BytePath {
  return asBytePath(answer.toString("latin1").replace(/\n$/, ""));
}
