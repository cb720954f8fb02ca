import type { Detection } from "../detection.ts";
import type { StagedQuestions } from "../git/ask-staged.ts";
import type { BytePath } from "../model/byte-path.ts";
import type { ArchiveOptions } from "../scan.ts";
import { scanStaged } from "../staged.ts";
import type { Arguments } from "./arguments.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { Target } from "./output.ts";
import { prepareToPublish, publish } from "./report.ts";

/** What the index is scanned with. */
export interface IndexScan {
  readonly args: Arguments;
  readonly targets: readonly Target[];
  readonly files: readonly BytePath[];
  readonly currentFolder: BytePath;
  readonly archives: ArchiveOptions;
  readonly detection: Detection;
  readonly git: StagedQuestions;
}

/** Scans the index, reports, and returns the exit code. Loaded while git is at work. */
export async function scanIndex({ args, targets, git, ...request }: IndexScan): Promise<number> {
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const scanning = scanStaged({ ...request, wantsLineHash, environment: process.env }, git);
  prepareToPublish(targets);
  const result = await scanning;
  await publish(result, "staged", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}
