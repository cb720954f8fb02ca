import { lstatSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { asBytePath, toBytePath, toDisplayPath, toFsPath, type BytePath } from "../model/byte-path.ts";
import { errorCode, UsageError } from "../model/errors.ts";
import type { ScanInput } from "../scan.ts";
import { readStandardInput } from "../sources/stream.ts";
import { readWholeNumber, type Arguments } from "./arguments.ts";
import type { CommandContext } from "./context.ts";
import { noteTerminalInput } from "./streams.ts";

/** Six threads stay below 150 MB: bench/DEAD-ENDS.md. More is the user's own choice. */
const MOST_DEFAULT_JOBS = 6;
const MOST_JOBS = 256;
/** What every pattern has one of, and few paths: reason enough to load the library that knows. */
const GLOB_CHARACTERS = /[*?[\]{}()!]/;

/** What a command line wants scanned: `paths`, and what `--files-from` lists; the current folder without either. */
export async function readInputs({ args, decode }: CommandContext, paths: readonly string[]): Promise<ScanInput[]> {
  if (paths.includes("-")) noteTerminalInput();
  const stdinName = args.text("stdin-filename");
  const list = args.text("files-from");
  const readsStdin = paths.includes("-");
  if (list === "-" && readsStdin) throw new UsageError("standard input cannot be both the list of files and an input");
  if (stdinName !== undefined && !readsStdin) throw new UsageError("--stdin-filename needs - among the paths");

  const named: ScanInput[] = [];
  for (const argument of paths) {
    if (argument === "") throw new UsageError("cannot scan an empty path");
    if (argument === "-") named.push({ kind: "stdin", path: stdinName === undefined ? null : decode(stdinName) });
    else named.push(...(await readPath(decode(argument))));
  }
  if (list !== undefined) return [...named, ...readList(decode(list))];
  return named.length > 0 ? named : [{ kind: "named", path: asBytePath(".") }];
}

/** A path, or what a pattern stands for. A path that exists is never taken for a pattern. */
async function readPath(path: BytePath): Promise<ScanInput[]> {
  if (!GLOB_CHARACTERS.test(path) || exists(path)) return [{ kind: "named", path }];
  const pattern = toDisplayPath(path);
  const { expandGlob } = await import("./lazy-globs.ts");
  const found = await expandGlob(pattern).catch((error: unknown) => {
    throw new UsageError(`cannot list what ${JSON.stringify(pattern)} stands for: ${errorCode(error)}`);
  });
  if (found === null) return [{ kind: "named", path }];
  if (found.length === 0)
    throw new UsageError(`cannot scan ${JSON.stringify(pattern)}: no such file, and no file matches`);
  return found.map((file) => ({ kind: "listed", path: toBytePath(file) }));
}

function exists(path: BytePath): boolean {
  try {
    lstatSync(toFsPath(path));
    return true;
  } catch {
    // Whatever is wrong with it, the scan says so if it turns out to be no pattern.
    return false;
  }
}

/** A NUL-separated list of paths, as `find -print0` and `git ls-files -z` write it. */
function readList(file: BytePath): ScanInput[] {
  const name = JSON.stringify(toDisplayPath(file));
  let text: string;
  try {
    text = (file === "-" ? readStandardInput() : readFileSync(toFsPath(file))).toString("latin1");
  } catch (error) {
    throw new UsageError(`cannot read the list ${name}: ${errorCode(error)}`);
  }
  if (text.includes("\n") && !text.includes("\0")) {
    throw new UsageError(`the list ${name} is not NUL-separated: write it with find -print0 or git ls-files -z`);
  }
  return text
    .split("\0")
    .filter((path) => path !== "")
    .map((path) => ({ kind: "listed", path: asBytePath(path) }));
}

/** How many threads to use. Throws a `UsageError` for a number that is none. */
export function readJobs(args: Arguments): number {
  if (args.isGiven("jobs")) return readWholeNumber(args, "jobs", 1, MOST_JOBS);
  return Math.min(availableParallelism(), MOST_DEFAULT_JOBS);
}
