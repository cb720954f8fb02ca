import type { Rule } from "../model/rule.ts";
import type { ScanResult } from "../model/scan-result.ts";

/** What every report is made from. */
export interface ReportInput {
  readonly result: ScanResult;
  readonly rules: readonly Rule[];
  /** This tool's version. */
  readonly version: string;
  /** Whether the user asked for the secrets themselves. */
  readonly showsSecrets: boolean;
  /** Whether the user asked why findings are findings. */
  readonly explains: boolean;
}

/** The rule of a finding. Throws for one that is not in the list: a defect. */
export function requireRuleOf(input: ReportInput, id: string): Rule {
  const rule = input.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}
