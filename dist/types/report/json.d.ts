import type { Confidence } from "../model/confidence.js";
import type { Occurrence } from "../model/finding.js";
import type { SourceKind } from "../model/origin.js";
import type { Skip, SkipReason } from "../model/skip.js";
import type { ReportInput } from "./reporter.js";
/** The report as data: what `--format json` prints, and what the library returns. */
export interface Report {
    readonly schema: "cfltguard/report/v1";
    readonly tool: {
        readonly name: "cfltguard";
        readonly version: string;
    };
    readonly findings: readonly ReportFinding[];
    readonly summary: {
        /** Whether everything that should have been read was read. What was not read is not clean. */
        readonly complete: boolean;
        readonly files: number;
        readonly objects: number;
        readonly commits: number;
        readonly bytes: number;
        readonly suppressed: number;
        readonly skipped: readonly ReportSkip[];
    };
}
/** One distinct secret under one rule. */
export interface ReportFinding {
    readonly rule: string;
    readonly confidence: Confidence;
    /** Of the secret's 64 characters, lower-case hex; `null` for a credential, which could be guessed from it. */
    readonly secretSha256: string | null;
    /** `<rule>/<secretSha256>`; of a credential, the hash of its path, connection and field. */
    readonly fingerprint: string;
    /** The first 8 and the last 4 characters; `null` for a credential. */
    readonly preview: string | null;
    /** The secret itself, only where it was asked for. */
    readonly secret?: string;
    readonly keyIds: readonly string[];
    readonly occurrences: readonly ReportOccurrence[];
    readonly lifetime: null;
    readonly verification: {
        readonly status: "not-checked";
    };
}
/** One place where the secret stands: lines and columns 1-based, ends exclusive, offset 0-based. */
export interface ReportOccurrence {
    readonly repository: null;
    readonly path: string | null;
    /** Base64 of the name where it is not valid UTF-8. */
    readonly pathBytes: string | null;
    readonly members: readonly string[];
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly offsetBytes: number;
    /** GitHub's `primaryLocationLineHash`, `null` where there is no text file. */
    readonly lineHash: string | null;
    readonly encodings: readonly string[];
    readonly source: SourceKind;
    /** The git object id, where there is one. */
    readonly blob: string | null;
    readonly commit: null;
}
/** An input that was not read. */
export interface ReportSkip {
    readonly path: string;
    readonly pathBytes?: string;
    readonly reason: SkipReason;
    readonly detail: string;
}
/** The report `cfltguard/report/v1` as text. */
export declare function formatJson(input: ReportInput): string;
/** The report as data. Fields of sources that are not there yet hold their empty value. */
export declare function toReport(input: ReportInput): Report;
/** One place, as every JSON report has it. */
export declare function toReportOccurrence(occurrence: Occurrence): ReportOccurrence;
/** One input that was not read, likewise. */
export declare function toReportSkip(skip: Skip): ReportSkip;
