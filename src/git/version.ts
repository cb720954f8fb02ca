import { ScanError } from "../model/errors.ts";
import { runGit } from "./spawn.ts";

/** Source: notes/git.md#oldest-git */
const OLDEST = [2, 31] as const;

/**
 * Awaits `work` and git's version together. Throws a `ScanError` if git is missing or older than 2.31, before anything
 * that this may have broken in `work`.
 */
export async function withGitVersion<T>(work: Promise<T>, environment: NodeJS.ProcessEnv): Promise<T> {
  const [version, answer] = await Promise.allSettled([requireGit(environment), work]);
  if (version.status === "rejected") throw version.reason;
  if (answer.status === "rejected") throw answer.reason;
  return answer.value;
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
