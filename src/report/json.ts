import { toDisplayPath, toPathBytes, type BytePath } from "../model/byte-path.ts";
import type { Confidence } from "../model/confidence.ts";
import type { Finding, Occurrence } from "../model/finding.ts";
import type { SourceKind } from "../model/origin.ts";
import { isComplete } from "../model/scan-result.ts";
import type { Skip, SkipReason } from "../model/skip.ts";
import type { ReportInput } from "./reporter.ts";
import { shownSecret } from "./shown-secret.ts";
import { visibleJson } from "./visible.ts";

/** The report as data: what `--format json` prints, and what the library returns. */
export interface Report {
  readonly schema: "cfltguard/report/v1";
  readonly tool: { readonly name: "cfltguard"; readonly version: string };
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
  readonly verification: { readonly status: "not-checked" };
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
export function formatJson(input: ReportInput): string {
  return `${visibleJson(JSON.stringify(toReport(input), null, 2))}\n`;
}

/** The report as data. Fields of sources that are not there yet hold their empty value. */
export function toReport(input: ReportInput): Report {
  const { result, version } = input;
  const { files, objects, bytes } = result.totals;
  return {
    schema: "cfltguard/report/v1",
    tool: { name: "cfltguard", version },
    findings: result.findings.map((finding) => toReportFinding(finding, input)),
    summary: {
      complete: isComplete(result),
      files,
      objects,
      commits: 0,
      bytes,
      suppressed: 0,
      skipped: result.skips.map(toReportSkip),
    },
  };
}

function toReportFinding(finding: Finding, input: ReportInput): ReportFinding {
  const secret = shownSecret(finding, input.showsSecrets);
  return {
    rule: finding.rule,
    confidence: finding.confidence,
    secretSha256: finding.secretSha256,
    fingerprint: finding.fingerprint,
    preview: finding.preview,
    ...(secret === null ? {} : { secret }),
    keyIds: finding.keyIds,
    occurrences: finding.occurrences.map(toReportOccurrence),
    lifetime: null,
    verification: { status: "not-checked" },
  };
}

/** One place, as every JSON report has it. */
export function toReportOccurrence(occurrence: Occurrence): ReportOccurrence {
  const { origin } = occurrence;
  return {
    repository: null,
    ...toReportPath(origin.path),
    members: (origin.members ?? []).map(toDisplayPath),
    line: occurrence.line,
    column: occurrence.column,
    endLine: occurrence.endLine,
    endColumn: occurrence.endColumn,
    offsetBytes: occurrence.offsetBytes,
    lineHash: occurrence.lineHash,
    encodings: occurrence.encodings,
    source: origin.source,
    blob: origin.blob,
    commit: null,
  };
}

/** One input that was not read, likewise. */
export function toReportSkip(skip: Skip): ReportSkip {
  const pathBytes = toPathBytes(skip.path);
  const path = toDisplayPath(skip.path);
  return { path, ...(pathBytes === null ? {} : { pathBytes }), reason: skip.reason, detail: skip.detail };
}

function toReportPath(path: BytePath | null): { path: string | null; pathBytes: string | null } {
  if (path === null) return { path: null, pathBytes: null };
  return { path: toDisplayPath(path), pathBytes: toPathBytes(path) };
}
