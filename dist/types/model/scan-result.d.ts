import type { Finding } from "./finding.js";
import { type Skip } from "./skip.js";
/** What a scan read. */
export interface ScanTotals {
    readonly files: number;
    /** Git objects read. */
    readonly objects: number;
    readonly bytes: number;
}
/** Everything that a scan found, read and did not read, in the order of every report. */
export interface ScanResult {
    readonly findings: readonly Finding[];
    readonly skips: readonly Skip[];
    readonly totals: ScanTotals;
}
/** Whether everything that should have been read was read. */
export declare function isComplete({ skips }: Pick<ScanResult, "skips">): boolean;
