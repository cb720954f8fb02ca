import type { StagedQuestions } from "../git/ask-staged.ts";
import type { BytePath } from "../model/byte-path.ts";
import { scanStaged } from "../staged.ts";
import type { Arguments } from "./arguments.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { Target } from "./output.ts";
import { publish } from "./report.ts";

/** What the index is scanned with. */
export interface IndexScan {
  readonly args: Arguments;
  readonly targets: readonly Target[];
  readonly files: readonly BytePath[];
  readonly currentFolder: BytePath;
  readonly git: StagedQuestions;
}

/** Scans the index, reports, and returns the exit code. Loaded while git is at work. */
export async function scanIndex({ args, targets, files, currentFolder, git }: IndexScan): Promise<number> {
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const result = await scanStaged({ files, currentFolder, wantsLineHash, environment: process.env }, git);
  await publish(result, "staged", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}
