import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { errorCode, ScanError } from "../model/errors.ts";
import { findGit } from "./program.ts";

/**
 * Settings that could run a program or change an answer, turned off for every git that is started:
 * the scanned repository's own configuration is hostile. A `-c` wins over every file.
 * Source: notes/git.md#hostile-configuration
 */
const NEUTRAL_CONFIGURATION = [
  // Empty, not `false`: git before 2.36 would start a program of that name.
  "core.fsmonitor=",
  "core.hooksPath=/dev/null",
  "core.untrackedCache=false",
  "diff.external=",
  "log.showSignature=false",
  "protocol.allow=never",
].flatMap((setting) => ["-c", setting]);

/**
 * One setting more, by an option that came with git 2.31: an older one ends with a complaint, and src/git/version.ts
 * explains it. Source: notes/git.md#oldest-git
 */
const VERSION_TEST = "--config-env=core.pager=CFLTGUARD_PAGER";

/**
 * Variables that would make git run, trace, redirect or read something else. `GIT_INDEX_FILE` and its like stay: the
 * hook needs them.
 */
const DROPPED_VARIABLES =
  /^GIT_(?:EXTERNAL_DIFF|DIFF_OPTS|PAGER|EDITOR|SSH|SSH_COMMAND|PROXY_COMMAND|ASKPASS|TRACE.*|REDIRECT_.*|GRAFT_FILE|.*_PATHSPECS)$/i;

/** Nothing is fetched, asked, locked, replaced or translated. */
const FIXED_VARIABLES = {
  // No protocol has this name.
  GIT_ALLOW_PROTOCOL: "/",
  CFLTGUARD_PAGER: "cat",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};

/** git's complaint is shown, not kept for ever. */
const MAX_STDERR_CHARACTERS = 4_096;

/** A git process that has ended. */
export interface GitEnd {
  readonly code: number | null;
  readonly stderr: string;
}

/** A running git: write to it, read from it, and await its end. */
export interface GitProcess {
  readonly stdin: ChildProcessWithoutNullStreams["stdin"];
  readonly stdout: ChildProcessWithoutNullStreams["stdout"];
  /** Settles when the process has ended and its output is read. Rejects with a `ScanError` where git cannot be started. */
  readonly end: Promise<GitEnd>;
  kill(): void;
}

/**
 * Starts `git` with the scanned repository's configuration neutralised.
 *
 * Own code and not simple-git, which drops `GIT_INDEX_FILE`, refuses these very settings, and holds
 * all output in memory. `environment` is the user's.
 */
export function startGit(args: readonly string[], environment: NodeJS.ProcessEnv): GitProcess {
  const child = spawn(findGit(environment), ["--no-pager", VERSION_TEST, ...NEUTRAL_CONFIGURATION, ...args], {
    env: neutralise(environment),
    windowsHide: true,
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (stderr.length < MAX_STDERR_CHARACTERS) stderr += text;
  });
  // A git that ends early closes its input: its exit code says why, not the pipe.
  child.stdin.on("error", () => undefined);
  const end = new Promise<GitEnd>((resolve, reject) => {
    child.on("error", (error) => reject(toScanError(error)));
    child.on("close", (code) => resolve({ code, stderr: stderr.slice(0, MAX_STDERR_CHARACTERS) }));
  });
  // Whoever awaits the end sees the error; nobody may be doing so yet.
  end.catch(() => undefined);
  return { stdin: child.stdin, stdout: child.stdout, end, kill: () => void child.kill() };
}

/** Runs a git with a small answer to its end. */
export async function runGit(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<GitEnd & { readonly stdout: Buffer }> {
  const git = startGit(args, environment);
  git.stdin.end();
  const chunks: Buffer[] = [];
  git.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const { code, stderr } = await git.end;
  return { code, stderr, stdout: Buffer.concat(chunks) };
}

/** What to tell the user when git said no: git's own words, its advice included, in one line. */
export function gitFailure(what: string, end: GitEnd): ScanError {
  const said = wordsOf(end);
  const advice = said.includes("not a git repository")
    ? "; run it in a repository, or read files with cfltguard scan"
    : "";
  return new ScanError("git-failed", `${what}: ${said}${advice}`);
}

/** All that git said on standard error, in one line; how it ended where it said nothing. */
export function wordsOf({ code, stderr }: GitEnd): string {
  return stderr.replace(/[\0-\x20\x7f]+/g, " ").trim() || `git ended with ${code ?? "a signal"}`;
}

function neutralise(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !DROPPED_VARIABLES.test(name));
  return { ...Object.fromEntries(kept), ...FIXED_VARIABLES };
}

function toScanError(error: Error): ScanError {
  const isMissing = errorCode(error) === "ENOENT";
  const message = isMissing
    ? "git was not found: install git 2.31 or newer, or put it on PATH"
    : `git could not be started: ${errorCode(error)}`;
  return new ScanError("git-missing", message, { cause: error });
}
