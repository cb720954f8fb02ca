import { UsageError } from "../model/errors.ts";
import { fakeSecret } from "../fake.ts";
import { readWholeNumber } from "./arguments.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandContext } from "./context.ts";
import { printOutput } from "./streams.ts";

const MOST = 1_000_000;

/** `cfltguard fake`: one a line. */
export async function runFake({ args }: CommandContext): Promise<number> {
  const count = readWholeNumber(args, "count", 1, MOST);
  if (args.positionals.length > 0)
    throw new UsageError(`fake takes no argument; it was given ${JSON.stringify(args.positionals[0])}`);
  const { randomInt } = await import("node:crypto");
  const lines = Array.from({ length: count }, () => `${fakeSecret(() => randomInt(64))}\n`);
  printOutput(lines.join(""));
  return EXIT.clean;
}
