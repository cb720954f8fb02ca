import { ScanError } from "../model/errors.ts";
import { runGit } from "./spawn.ts";

/** Source: notes/git.md#oldest-git */
const OLDEST = [2, 31] as const;

/**
 * Awaits `work`. If it fails, and git is missing or older than 2.31, throws a `ScanError` that says so in place of
 * what that has broken. Git that is too old always fails: src/git/spawn.ts starts it with an option that it lacks.
 * So the version costs nothing where all is well.
 */
export async function withGitVersion<T>(work: Promise<T>, environment: NodeJS.ProcessEnv): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await requireGit(environment);
    throw error;
  }
}

async function requireGit(environment: NodeJS.ProcessEnv): Promise<void> {
  const { stdout } = await runGit(["version"], environment);
  const text = stdout.toString("utf8").trim();
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
  const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  if (isNewEnough) return;
  const found = JSON.stringify(text.slice(0, 80));
  throw new ScanError("git-missing", `git ${OLDEST.join(".")} or newer is needed; the one on PATH says ${found}`);
}
