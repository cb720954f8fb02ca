import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Report } from "../../src/report/json.ts";

/** The launcher, as a user would start it. */
export const LAUNCHER = fileURLToPath(new URL("../../bin/cfltguard.js", import.meta.url));

/** What a run of the command left behind. */
export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run the command. */
export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Runs the real command, built, to its end. Variables that would change its answer are not passed on. */
export function runCli(args: readonly string[], options: CliOptions = {}): CliRun {
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [LAUNCHER, ...args], {
    cwd: options.cwd,
    input: options.input ?? "",
    env: options.env ?? plainEnvironment(),
    encoding: "utf8",
    timeout: options.timeoutMs ?? 20_000,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  return { code: status, signal, stdout, stderr };
}

/** Runs the command with `--format json` and gives its report. */
export function scanJson(args: readonly string[], options: CliOptions = {}): { run: CliRun; report: Report } {
  const run = runCli([...args, "--format", "json"], options);
  return { run, report: JSON.parse(run.stdout) as Report };
}

/** This process's environment without what colours output or points git somewhere. */
export function plainEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|NO_COLOR|FORCE_COLOR|PRE_COMMIT)/.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}
