import { ScanError, UsageError } from "../model/errors.ts";
import { VERSION } from "../version.ts";
import { readArguments } from "./arguments.ts";
import { readCommandLine } from "./argv-bytes.ts";
import { runCheck } from "./check.ts";
import type { CommandContext } from "./context.ts";
import { EXIT } from "./exit-code.ts";
import { runFake } from "./fake.ts";
import type { CommandName } from "./options.ts";
import { runScan } from "./scan.ts";
import { runHook, runStaged } from "./staged.ts";
import { printError, printOutput } from "./streams.ts";

const RUNNERS: Readonly<Record<CommandName, (context: CommandContext) => Promise<number>>> = {
  scan: runScan,
  staged: runStaged,
  hook: runHook,
  check: runCheck,
  fake: runFake,
};

/** Runs a command line and returns the exit code. Whatever goes wrong is told in one line. */
export async function main(argv: readonly string[], workerScript: string): Promise<number> {
  try {
    const { argv: exact, decode } = readCommandLine(argv);
    const args = readArguments(exact);
    if (args.isOn("help")) return await showHelp(args.command);
    if (args.isOn("version")) return showVersion();
    if (args.command === null) throw new UsageError("no command given; see cfltguard --help");
    return await RUNNERS[args.command]({ args, decode, workerScript });
  } catch (error) {
    printError(`cfltguard: ${describe(error)}\n`);
    return EXIT.failure;
  }
}

async function showHelp(command: CommandName | null): Promise<number> {
  const { formatHelp } = await import("./lazy-help.ts");
  printOutput(await formatHelp(command));
  return EXIT.clean;
}

function showVersion(): number {
  printOutput(`cfltguard ${VERSION}\n`);
  return EXIT.clean;
}

function describe(error: unknown): string {
  if (error instanceof UsageError || error instanceof ScanError) return error.message;
  return `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
