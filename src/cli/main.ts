import { maskSecrets } from "../codec/mask.ts";
import { isToldPlainly, UsageError } from "../model/errors.ts";
import { VERSION } from "../version.ts";
import { readArguments } from "./arguments.ts";
import { readCommandLine } from "./argv-bytes.ts";
import type { CommandContext } from "./context.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandName } from "./options.ts";
import { printError, printOutput } from "./streams.ts";

type Runner = (context: CommandContext) => Promise<number>;

/** Each command is a bundle of its own: what the others need is neither read nor parsed. */
const RUNNERS: Readonly<Record<CommandName, () => Promise<Runner>>> = {
  scan: async () => (await import("./lazy-scan.ts")).runScan,
  staged: async () => (await import("./lazy-staged.ts")).runStaged,
  hook: async () => (await import("./lazy-staged.ts")).runHook,
  where: async () => (await import("./lazy-where.ts")).runWhere,
  check: async () => (await import("./lazy-check.ts")).runCheck,
  fake: async () => (await import("./lazy-fake.ts")).runFake,
  rules: async () => (await import("./lazy-rules.ts")).runRules,
};

/** Runs a command line and returns the exit code. Whatever goes wrong is told in one line. */
export async function main(argv: readonly string[], workerScript: string): Promise<number> {
  try {
    const { argv: exact, decode } = readCommandLine(argv);
    const args = readArguments(exact);
    if (args.isOn("help")) return await showHelp(args.command);
    if (args.isOn("version")) return showVersion();
    if (args.command === null) throw new UsageError("no command given; see cfltguard --help");
    const run = await RUNNERS[args.command]();
    return await run({ args, decode, workerScript });
  } catch (error) {
    printError(`cfltguard: ${maskSecrets(describe(error))}\n`);
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
  if (isToldPlainly(error)) return error.message;
  return `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
