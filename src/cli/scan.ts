import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { asBytePath } from "../model/byte-path.ts";
import { errorCode, UsageError } from "../model/errors.ts";
import { scan, type ScanInput } from "../scan.ts";
import type { Arguments } from "./arguments.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { CommandContext } from "./context.ts";
import { readTargets } from "./output.ts";
import { publish } from "./report.ts";

/** Eight threads stay below 150 MB: bench/README.md. More is the user's own choice. */
const MOST_DEFAULT_JOBS = 8;
const MOST_JOBS = 256;
const STANDARD_INPUT = 0;

/** `cfltguard scan [paths..]` */
export async function runScan(context: CommandContext): Promise<number> {
  const { args, workerScript } = context;
  const targets = readTargets(args);
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const result = await scan({ inputs: readInputs(context), wantsLineHash, jobs: readJobs(args), workerScript });
  await publish(result, "tree", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}

function readInputs({ args, decode }: CommandContext): ScanInput[] {
  const stdinName = args.text("stdin-filename");
  const named = [...new Set(args.positionals)].map((argument): ScanInput => {
    if (argument === "-") return { kind: "stdin", path: stdinName === undefined ? null : decode(stdinName) };
    if (argument === "") throw new UsageError("cannot scan an empty path");
    return { kind: "named", path: decode(argument) };
  });
  const list = args.text("files-from");
  const readsStdin = named.some((input) => input.kind === "stdin");
  if (list === "-" && readsStdin) throw new UsageError("standard input cannot be both the list of files and an input");
  if (stdinName !== undefined && !readsStdin) throw new UsageError("--stdin-filename needs - among the paths");
  if (list !== undefined) return [...named, ...readList(list)];
  return named.length > 0 ? named : [{ kind: "named", path: asBytePath(".") }];
}

/** A NUL-separated list of paths, as `find -print0` and `git ls-files -z` write it. */
function readList(file: string): ScanInput[] {
  try {
    const text = readFileSync(file === "-" ? STANDARD_INPUT : file, "latin1");
    const paths = new Set(text.split("\0").filter((path) => path !== ""));
    return [...paths].map((path) => ({ kind: "listed", path: asBytePath(path) }));
  } catch (error) {
    throw new UsageError(`cannot read the list ${JSON.stringify(file)}: ${errorCode(error)}`);
  }
}

function readJobs(args: Arguments): number {
  const text = args.text("jobs");
  if (text === undefined) return Math.min(availableParallelism(), MOST_DEFAULT_JOBS);
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) {
    throw new UsageError(`bad --jobs ${JSON.stringify(text)}: a whole number from 1 to ${MOST_JOBS}`);
  }
  return jobs;
}
