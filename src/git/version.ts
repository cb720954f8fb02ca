import { ScanError } from "../model/errors.ts";
import { runGit } from "./spawn.ts";

/** Source: contract of this tool; 2.31 is where `GIT_CONFIG_COUNT` and stable `--batch` flags meet. */
const OLDEST = [2, 31] as const;

/** Throws a `ScanError` if git is missing or older than 2.31. */
export async function requireGit(environment: NodeJS.ProcessEnv): Promise<void> {
  const { stdout } = await runGit(["version"], environment);
  const text = stdout.toString("utf8").trim();
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
  const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  if (!isNewEnough) throw new ScanError("git-missing", `git ${OLDEST.join(".")} or newer is needed; this is ${text || "unknown"}`);
}
