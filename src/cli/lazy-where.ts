import { UsageError } from "../model/errors.ts";
import { isComplete } from "../model/scan-result.ts";
import { formatWhereJson, formatWhereText } from "../report/where.ts";
import { findWhere, readSubject } from "../where.ts";
import { readArchiveOptions } from "./archives.ts";
import type { CommandContext } from "./context.ts";
import { EXIT } from "./exit-code.ts";
import { readInputs, readJobs } from "./inputs.ts";
import { readTargets, writeReport } from "./output.ts";
import { printNotes } from "./report.ts";

/** `cfltguard where <key-id|fingerprint> [paths..]`: what was found is no failure. */
export async function runWhere(context: CommandContext): Promise<number> {
  const { args, decode, workerScript } = context;
  const [name, ...paths] = args.positionals;
  if (name === undefined) throw new UsageError("where is what? name a key ID or a fingerprint");
  const subject = readSubject(name);
  if (subject === null) {
    throw new UsageError(
      `${JSON.stringify(name)} is neither a key ID (16 capitals and digits) nor a fingerprint (64 hexadecimal digits)`,
    );
  }
  const [target] = readTargets(args, decode);
  if (target === undefined || target.format === "sarif") throw new UsageError("where reports as text or json");
  const inputs = await readInputs(context, paths);
  const how = { wantsLineHash: false, jobs: readJobs(args), workerScript, archives: readArchiveOptions(args) };
  const result = await findWhere(subject, { inputs, ...how });
  await writeReport(target, target.format === "text" ? formatWhereText(result.places) : formatWhereJson(name, result));
  printNotes(result, result.places.length, "place", args);
  return isComplete(result) ? EXIT.clean : EXIT.failure;
}
