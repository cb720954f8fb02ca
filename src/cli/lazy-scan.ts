import { scan } from "../scan.ts";
import { readArchiveOptions } from "./archives.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { CommandContext } from "./context.ts";
import { currentFolder } from "./current-folder.ts";
import { readDetection } from "./detection.ts";
import { readInputs, readJobs } from "./inputs.ts";
import { readTargets } from "./output.ts";
import { publish } from "./report.ts";

/** `cfltguard scan [paths..]` */
export async function runScan(context: CommandContext): Promise<number> {
  const { args, decode, workerScript } = context;
  // For what it throws.
  currentFolder();
  const targets = readTargets(args, decode);
  const jobs = readJobs(args);
  const archives = readArchiveOptions(args);
  const detection = readDetection(args, decode);
  const wantsLineHash = targets.some((target) => target.format !== "text");
  const inputs = await readInputs(context, args.positionals);
  const result = await scan({ inputs, wantsLineHash, jobs, workerScript, archives, detection });
  await publish(result, "tree", targets, args);
  return exitCodeOf(result, args.isOn("exit-zero"));
}
