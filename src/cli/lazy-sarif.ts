import { posix } from "node:path";
import { findWayToRoot } from "../git/root.ts";
import { asBytePath, toBytePath, type BytePath } from "../model/byte-path.ts";
import type { ReportInput } from "../report/reporter.ts";
import { countLeftOut, formatSarif } from "../report/sarif.ts";
import type { SourceRoot } from "../report/sarif-location.ts";
import { currentFolder } from "./current-folder.ts";
import { printError } from "./streams.ts";

/** SARIF for what was scanned from here. Loaded when asked for: it brings simple-git along. */
export async function formatSarifFor(input: ReportInput, category: "tree" | "staged"): Promise<string> {
  const leftOut = countLeftOut(input);
  if (leftOut > 0)
    printError(`cfltguard: SARIF holds no more than GitHub keeps: ${leftOut} results are left out of it\n`);
  return formatSarif(input, { category, root: await findSourceRoot(category) });
}

async function findSourceRoot(category: "tree" | "staged"): Promise<SourceRoot> {
  const current = rootedFolder();
  const repositoryRoot = asBytePath(posix.resolve(current, toBytePath((await findWayToRoot(".")) ?? "")));
  // git commands report paths from the root already.
  return { repositoryRoot, workingFolder: category === "staged" ? repositoryRoot : current };
}

/** The current folder from `/`: a drive of Windows becomes the first folder. */
function rootedFolder(): BytePath {
  const folder = currentFolder();
  return process.platform === "win32" ? asBytePath(`/${folder.replaceAll("\\", "/")}`) : folder;
}
