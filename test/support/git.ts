import { spawnSync } from "node:child_process";
import { plainEnvironment } from "./cli.ts";
import { tempFolder, writeFiles, type Files } from "./temp.ts";

/** Runs the real git in a folder and gives its output; throws with git's words where it fails. */
export function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    env: gitEnvironment(),
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stdout.trim();
}

/** An environment in which git reads no configuration but the repository's, and knows who commits. */
export function gitEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return plainEnvironment({
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.test",
    GIT_COMMITTER_NAME: "C",
    GIT_COMMITTER_EMAIL: "c@example.test",
    ...extra,
  });
}

/** A new repository without a commit, with these files in its work tree. */
export function tempRepository(files: Files = {}, ...initArgs: string[]): string {
  const folder = tempFolder();
  git(folder, "init", "-q", "-b", "main", ...initArgs);
  writeFiles(folder, files);
  return folder;
}

/** Commits all that is in the work tree. */
export function commitAll(folder: string, message = "all"): void {
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "--allow-empty", "-m", message);
}
