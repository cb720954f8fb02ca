import { realpathSync } from "node:fs";
import { posix } from "node:path";
import { findWayToRoot } from "../git/root.ts";
import { asBytePath, toBytePath, type BytePath } from "../model/byte-path.ts";
import type { ReportInput } from "../report/reporter.ts";
import { countLeftOut, formatSarif } from "../report/sarif.ts";
import type { SourceRoot } from "../report/sarif-location.ts";
import { printError } from "./streams.ts";

/** SARIF for what was scanned from here. Loaded when asked for: it brings simple-git along. */
export async function formatSarifFor(input: ReportInput, category: "tree" | "staged"): Promise<string> {
  const leftOut = countLeftOut(input);
  if (leftOut > 0)
    printError(`cfltguard: SARIF holds no more than GitHub keeps: ${leftOut} results are left out of it\n`);
  return formatSarif(input, { category, root: await findSourceRoot(category) });
}

async function findSourceRoot(category: "tree" | "staged"): Promise<SourceRoot> {
  const current = currentFolder();
  const repositoryRoot = asBytePath(posix.resolve(current, toBytePath((await findWayToRoot(".")) ?? "")));
  // git commands report paths from the root already.
  return { repositoryRoot, workingFolder: category === "staged" ? repositoryRoot : current };
}

/** With its bytes: `process.cwd()` loses those that are not UTF-8. A drive of Windows becomes the first folder. */
function currentFolder(): BytePath {
  const folder = asBytePath(realpathSync.native(".", "latin1"));
  return process.platform === "win32" ? asBytePath(`/${folder.replaceAll("\\", "/")}`) : folder;
}
