import { realpathSync } from "node:fs";
import { asBytePath, toBytePath, type BytePath } from "../model/byte-path.ts";
import { errorCode, ScanError, UsageError } from "../model/errors.ts";
import { scanStaged } from "../staged.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { CommandContext } from "./context.ts";
import { readTargets } from "./output.ts";
import { publish } from "./report.ts";

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

async function scanNamed({ args, decode }: CommandContext, files: readonly string[]): Promise<number> {
  const targets = readTargets(args);
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const result = await scanStaged({
    files: files.map(decode),
    currentFolder: currentFolder(),
    wantsLineHash,
    environment: process.env,
  });
  await publish(result, "staged", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}

/** The current folder as bytes: Node's own answer has lost those that are not UTF-8. */
function currentFolder(): BytePath {
  try {
    const folder = process.cwd();
    return folder.includes("\ufffd") ? asBytePath(realpathSync.native(".", "latin1")) : toBytePath(folder);
  } catch (error) {
    throw new ScanError("input-failed", `the current folder cannot be used: ${errorCode(error)}`, { cause: error });
  }
}
