import { simpleGit } from "simple-git";

/**
 * The way from `folder` up to the root of the work tree that it is in: empty, or `../` as often as
 * needed; `null` outside a work tree, or without git. Dots alone: no name is lost on the way, whatever
 * its bytes are.
 *
 * A question for reports, off the hot path. simple-git hands git no `GIT_*` variable, which is right
 * here: `folder` is meant, not what a hook's environment points at. The repository may belong to
 * somebody else, as in many CI containers: this question runs nothing that a repository can set.
 */
export async function findWayToRoot(folder: string): Promise<string | null> {
  try {
    const git = simpleGit({ baseDir: folder, config: ["safe.directory=*"] });
    return (await git.raw(["rev-parse", "--show-cdup"])).replace(/\n$/, "");
  } catch {
    return null;
  }
}
