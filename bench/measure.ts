import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command under measurement, and how to read its answer. */
export interface Arm {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  /** The exit code that the answer comes with: any other one spoils the row. */
  readonly exit: number;
  /** How many secrets it says there are; `null` for a command that looks for none. */
  readonly answer: ((output: Output) => number) | null;
}

/** What a finished process said. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** One run of an arm. */
export interface Sample {
  /** Milliseconds from spawning it to its end and the end of its output. */
  readonly wallMs: number;
  readonly answer: number | null;
  /** Its last line on standard error, for the record. */
  readonly told: string;
  /** Why the run does not count. */
  readonly problem: string | null;
}

/** The process's environment without what would change an answer. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const dropped = /^(?:GIT_|NODE_|NO_COLOR$|FORCE_COLOR$|PRE_COMMIT|RIPGREP_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)));
}

/** An environment in which git reads no configuration but the repository's, and knows who commits. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    ...plainEnvironment(),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "Bench",
    GIT_AUTHOR_EMAIL: "bench@example.test",
    GIT_COMMITTER_NAME: "Bench",
    GIT_COMMITTER_EMAIL: "bench@example.test",
  };
}

/** Runs an arm once, as a whole process, from its start to its end. */
export function timeArm(arm: Arm, env: NodeJS.ProcessEnv): Sample {
  const [program, ...args] = arm.command;
  const start = process.hrtime.bigint();
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    cwd: arm.cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
  });
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  const told = stderr.trim().split("\n").at(-1) ?? "";
  if (error) return { wallMs, answer: null, told, problem: error.message };
  if (status !== arm.exit) return { wallMs, answer: null, told, problem: `ended with ${status ?? signal}: ${told}` };
  return { wallMs, answer: arm.answer?.({ stdout, stderr }) ?? null, told, problem: null };
}

/** The most memory that an arm's process had at any time, in bytes, and its answer. */
export async function measurePeak(arm: Arm, env: NodeJS.ProcessEnv): Promise<{ peakBytes: number } & Sample> {
  return hasGnuTime() ? peakByTime(arm, env) : peakByProc(arm, env);
}

const GNU_TIME = "/usr/bin/time";

function hasGnuTime(): boolean {
  return existsSync(GNU_TIME) && spawnSync(GNU_TIME, ["-f", "%M", "true"], { encoding: "utf8" }).status === 0;
}

/**
 * Asks `time`, a small program, to wait for the process: the kernel counts the memory of whoever
 * forks among that of the child, and this process is not small.
 */
function peakByTime(arm: Arm, env: NodeJS.ProcessEnv): { peakBytes: number } & Sample {
  const folder = mkdtempSync(join(tmpdir(), "cfltguard-bench-time-"));
  const file = join(folder, "peak");
  try {
    const sample = timeArm({ ...arm, command: [GNU_TIME, "-q", "-f", "%M", "-o", file, ...arm.command] }, env);
    return { ...sample, peakBytes: Number(readFileSync(file, "utf8").trim().split("\n").at(-1)) * 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads the kernel's high-water mark while the process runs: what it takes in its last milliseconds is missed. */
async function peakByProc(arm: Arm, env: NodeJS.ProcessEnv): Promise<{ peakBytes: number } & Sample> {
  const [program, ...args] = arm.command;
  const start = process.hrtime.bigint();
  const child = spawn(program, args, { cwd: arm.cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr, peakBytes] = ["", "", 0];
  child.stdout.on("data", (bytes: Buffer) => (stdout += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (stderr += bytes.toString()));
  const timer = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    const text = existsSync(status) ? readFileSync(status, "utf8") : "";
    peakBytes = Math.max(peakBytes, Number(/VmHWM:\s+(\d+) kB/.exec(text)?.[1] ?? 0) * 1024);
  }, 2);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(timer));
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  const told = stderr.trim().split("\n").at(-1) ?? "";
  const problem = code === arm.exit ? null : `ended with ${code}: ${told}`;
  return { wallMs, answer: arm.answer?.({ stdout, stderr }) ?? null, told, problem, peakBytes };
}
