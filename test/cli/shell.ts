import { spawnSync } from "node:child_process";
import { LAUNCHER, plainEnvironment, type CliOptions, type CliRun } from "../support/cli.ts";

/** Whether a program is on PATH. */
export function isInstalled(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/**
 * Runs a script of the shell in which `cfltguard` is the command. For what only a shell does: pipes,
 * bytes in arguments that are not UTF-8, limits.
 */
export function runShell(script: string, options: CliOptions & { readonly shell?: string } = {}): CliRun {
  const command = `cfltguard() { "${process.execPath}" "${LAUNCHER}" "$@"; }\n${script}`;
  const { status, signal, stdout, stderr, error } = spawnSync(options.shell ?? "sh", ["-c", command], {
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
