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
  const lines = linesOf(readInput());
  if (lines.length === 0) throw new UsageError("check: nothing on standard input");
  const results = lines.map(checkSecret);
  printOutput(results.map(({ preview, reason }) => `${visibleText(preview)}  ${reason}\n`).join(""));
  return results.every(({ verdict }) => verdict === "secret") ? EXIT.clean : EXIT.findings;
}

const LINE_FEED = 0x0a;

/** Lines that are not empty, as bytes: they may be of text with two bytes a character, as PowerShell writes it. */
function linesOf(input: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < input.length;) {
    const found = input.indexOf(LINE_FEED, start);
    const end = found === -1 ? input.length : found;
    lines.push(input.subarray(start, end));
    start = endOfLineFeed(input, end);
  }
  return lines.filter((line) => line.toString("utf8").replaceAll("\0", "").trim() !== "");
}

/** A line feed that begins a character of two or four bytes takes the zeros behind it along. */
function endOfLineFeed(input: Buffer, at: number): number {
  let end = at + 1;
  if (at % 2 !== 0) return end;
  while (end % 4 !== 0 && input[end] === 0) end++;
  return end;
}

function readInput(): Buffer {
  try {
    return readStandardInput();
  } catch (error) {
    throw new ScanError("input-failed", `cannot read standard input: ${errorCode(error)}`, { cause: error });
  }
}
