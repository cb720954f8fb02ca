import { findRepositoryRoot } from "../git/root.ts";
import { toBytePath } from "../model/byte-path.ts";
import type { ReportInput } from "../report/reporter.ts";
import { formatSarif } from "../report/sarif.ts";

/** SARIF for what was scanned from here. Loaded when asked for: it brings simple-git along. */
export async function formatSarifFor(input: ReportInput, category: "tree" | "staged"): Promise<string> {
  const current = process.cwd();
  const repositoryRoot = toBytePath((await findRepositoryRoot(current)) ?? current);
  // git commands report paths from the root already.
  const workingFolder = category === "staged" ? repositoryRoot : toBytePath(current);
  return formatSarif(input, { category, root: { repositoryRoot, workingFolder } });
}
