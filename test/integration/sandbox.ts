import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { git, gitEnvironment } from "../support/git.ts";

/** The root of this project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a program left behind: its exit code, and both streams as one text, as a person would see them. */
export interface ProgramRun {
  readonly code: number | null;
  readonly output: string;
}

/** A folder that stands for a machine: a home, caches and configuration that are nobody's. */
export interface Sandbox {
  readonly folder: string;
  /** A path below the folder. */
  path(...names: string[]): string;
  /** Runs a program in `cwd` to its end. Throws if it cannot be started. */
  run(cwd: string, command: string, ...args: string[]): ProgramRun;
  /** Runs a program that must succeed; throws with what it said otherwise. */
  mustRun(cwd: string, command: string, ...args: string[]): string;
}

/** Makes a sandbox that is gone after the tests of the file, or of the `describe` that asks. */
export function createSandbox(): Sandbox {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cfltguard-integration-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const path = (...names: string[]): string => join(folder, ...names);
  mkdirSync(path("home"));
  const run = (cwd: string, command: string, ...args: string[]): ProgramRun => {
    // One pipe for both streams, so that their order is the real one.
    const words = [command, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
    const options = {
      cwd,
      env: environmentOf(path),
      encoding: "utf8",
      input: "",
      maxBuffer: 64 * 1024 * 1024,
    } as const;
    const { status, stdout, error } = spawnSync("sh", ["-c", `exec ${words} 2>&1`], options);
    if (error) throw error;
    return { code: status, output: stdout };
  };
  const mustRun = (cwd: string, command: string, ...args: string[]): string => {
    const { code, output } = run(cwd, command, ...args);
    if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
    return output;
  };
  return { folder, path, run, mustRun };
}

/** Copies this project as it stands, uncommitted changes too, into a repository of one commit. Returns that commit. */
export function copyProject(folder: string): string {
  const names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  for (const name of names.filter((one) => one !== "" && existsSync(join(ROOT, one)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(ROOT, name), join(folder, name));
  }
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "the project as it stands");
  return git(folder, "rev-parse", "HEAD");
}

/** Prints a measurement. */
export function note(text: string): void {
  process.stderr.write(`  ${text}\n`);
}

/** Runs `work` and returns what it gave, and how long it took. */
export function timed<T>(work: () => T): { readonly value: T; readonly seconds: string } {
  const start = performance.now();
  const value = work();
  return { value, seconds: ((performance.now() - start) / 1000).toFixed(1) };
}

function environmentOf(path: (...names: string[]) => string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|NODE_(?!EXTRA_CA_CERTS)|VITEST)/i.test(name),
  );
  const isolated = Object.fromEntries(inherited);
  // npm puts the project's own programs in front when it runs a script.
  const folders = (process.env.PATH ?? "").split(delimiter).filter((one) => !one.includes("node_modules"));
  return gitEnvironment({
    ...isolated,
    PATH: folders.join(delimiter),
    HOME: path("home"),
    XDG_CACHE_HOME: path("cache"),
    PRE_COMMIT_HOME: path("pre-commit"),
    npm_config_cache: path("npm-cache"),
    npm_config_update_notifier: "false",
    npm_config_fund: "false",
    npm_config_audit: "false",
  });
}
