import { simpleGit } from "simple-git";

/**
 * The root of the work tree that `folder` is in, or `null` where there is none or no git.
 *
 * A question for reports, off the hot path. simple-git hands git no `GIT_*` variable, which is right
 * here: `folder` is meant, not what a hook's environment points at.
 */
export async function findRepositoryRoot(folder: string): Promise<string | null> {
  try {
    return await simpleGit({ baseDir: folder }).revparse(["--show-toplevel"]);
  } catch {
    return null;
  }
}
