import { askStaged } from "../git/ask-staged.ts";
import { UsageError } from "../model/errors.ts";
import { readArchiveOptions } from "./archives.ts";
import type { CommandContext } from "./context.ts";
import { currentFolder } from "./current-folder.ts";
import { readDetection } from "./detection.ts";
import { readTargets } from "./output.ts";

/** `cfltguard staged [files..]` */
export function runStaged(context: CommandContext): Promise<number> {
  return scanNamed(context, context.args.positionals);
}

/** `cfltguard hook pre-commit [files..]` */
export function runHook(context: CommandContext): Promise<number> {
  const [hook, ...files] = context.args.positionals;
  if (hook !== "pre-commit") {
    throw new UsageError(
      hook === undefined
        ? "which hook? write: hook pre-commit"
        : `unknown hook ${JSON.stringify(hook)}; there is pre-commit`,
    );
  }
  return scanNamed(context, files);
}

async function scanNamed({ args, decode }: CommandContext, names: readonly string[]): Promise<number> {
  const targets = readTargets(args, decode);
  const how = { archives: readArchiveOptions(args), detection: readDetection(args, decode) };
  const scan = { args, targets, files: names.map(decode), currentFolder: currentFolder(), ...how };
  const git = askStaged(process.env, names.length > 0);
  const { scanIndex } = await import("./lazy-index.ts");
  return scanIndex({ ...scan, git });
}
