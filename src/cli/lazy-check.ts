import { checkSecret } from "../check.ts";
import { errorCode, ScanError, UsageError } from "../model/errors.ts";
import { visibleText } from "../report/visible.ts";
import { readStandardInput } from "../sources/stream.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandContext } from "./context.ts";
import { noteTerminalInput, printOutput } from "./streams.ts";

/** `cfltguard check`: one line out for each line in, in order. */
export async function runCheck({ args }: CommandContext): Promise<number> {
  if (args.positionals.length > 0) {
    throw new UsageError(
      "check reads standard input, one candidate a line: a secret on a command line is seen by others",
    );
  }
  noteTerminalInput();
  const candidates = readInput()
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (candidates.length === 0) throw new UsageError("check: nothing on standard input");
  const results = candidates.map(checkSecret);
  printOutput(results.map(({ preview, reason }) => `${visibleText(preview)}  ${reason}\n`).join(""));
  return results.every(({ verdict }) => verdict === "secret") ? EXIT.clean : EXIT.findings;
}

function readInput(): string {
  try {
    return readStandardInput().toString("utf8");
  } catch (error) {
    throw new ScanError("input-failed", `cannot read standard input: ${errorCode(error)}`, { cause: error });
  }
}
