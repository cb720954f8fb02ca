import type { Rule } from "../model/rule.js";
import type { ScanResult } from "../model/scan-result.js";
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
export declare function requireRuleOf(input: ReportInput, id: string): Rule;
