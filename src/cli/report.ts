import type { ScanResult } from "../model/scan-result.ts";
import { isFailure } from "../model/skip.ts";
import { formatJson } from "../report/json.ts";
import type { ReportInput } from "../report/reporter.ts";
import { formatSkip, formatSummary, type Coverage } from "../report/summary.ts";
import { RULES } from "../rules.ts";
import { VERSION } from "../version.ts";
import type { Arguments } from "./arguments.ts";
import { writeReport, type Target } from "./output.ts";
import { outputColumns, printError } from "./streams.ts";

/** What was scanned, as far as SARIF cares. */
export type ScanKind = "tree" | "staged";

/** Failures that are named one by one; the summary counts them all, `--verbose` names them all. */
const MAX_NAMED_FAILURES = 20;

/** Writes every report that was asked for, then says on standard error what was read and what was not. */
export async function publish(
  result: ScanResult,
  kind: ScanKind,
  targets: readonly Target[],
  args: Arguments,
): Promise<void> {
  const input: ReportInput = {
    result,
    rules: RULES,
    version: VERSION,
    showsSecrets: args.isOn("show-secrets"),
    explains: args.isOn("explain"),
  };
  const failures: unknown[] = [];
  for (const target of targets) {
    try {
      await writeReport(target, await format(target, input, kind, args));
    } catch (error) {
      // The other reports and the summary are no less true.
      failures.push(error);
    }
  }
  printNotes(result, result.findings.length, "finding", args);
  if (failures.length > 0) throw failures[0];
}

/** Says on standard error what was read and what was not, and how many of what `noun` names were found. */
export function printNotes(coverage: Coverage, found: number, noun: string, args: Arguments): void {
  const isVerbose = args.isOn("verbose");
  const failures = coverage.skips.filter(isFailure);
  const opaque = args.isOn("quiet") ? [] : coverage.skips.filter(({ reason }) => reason === "opaque");
  const told = [...failures, ...opaque];
  const named = isVerbose ? coverage.skips : told.slice(0, MAX_NAMED_FAILURES);
  const unnamed = isVerbose ? 0 : told.length - named.length;
  const isSilent = args.isOn("quiet") && failures.length === 0;
  const notes = [
    ...named.map(formatSkip),
    unnamed > 0 ? `and ${unnamed} more; --verbose names them\n` : "",
    isSilent ? "" : formatSummary(coverage, found, noun, process.uptime() * 1000),
  ];
  printError(notes.join(""));
}

/** Loads what `publish` may need, for a caller that is waiting anyway. */
export function prepareToPublish(targets: readonly Target[]): void {
  if (targets.some((target) => target.format === "text")) void import("./lazy-text.ts");
}

async function format(target: Target, input: ReportInput, kind: ScanKind, args: Arguments): Promise<string> {
  switch (target.format) {
    case "text": {
      if (input.result.findings.length === 0) return "";
      const { formatText, NO_COLORS } = await import("./lazy-text.ts");
      const columns = target.file === null ? outputColumns() : null;
      const isColored = hasColor(columns !== null, target, args);
      const colors = isColored ? (await import("./lazy-colors.ts")).COLORS : NO_COLORS;
      return formatText(input, { width: columns, colors });
    }
    case "json":
      return formatJson(input);
    case "sarif": {
      const { formatSarifFor } = await import("./lazy-sarif.ts");
      return formatSarifFor(input, kind);
    }
  }
}

/** Source: https://no-color.org and https://force-color.org */
function hasColor(isTerminal: boolean, target: Target, args: Arguments): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (args.isOn("no-color") || NO_COLOR || target.file !== null) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
