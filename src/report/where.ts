import type { Finding, Occurrence } from "../model/finding.ts";
import { isComplete } from "../model/scan-result.ts";
import type { Skip } from "../model/skip.ts";
import { toReportOccurrence, toReportSkip, type ReportOccurrence, type ReportSkip } from "./json.ts";
import { formatPlace } from "./place.ts";
import { visibleJson } from "./visible.ts";

/** A place where a key ID stands, or a secret. */
interface Place {
  readonly occurrence: Occurrence;
  readonly finding: Finding | null;
}

/** What `cfltguard where --format json` prints. */
interface WhereReport {
  readonly schema: "cfltguard/where/v1";
  readonly subject: string;
  readonly places: ReadonlyArray<
    {
      readonly what: "key-id" | "secret";
      readonly rule: string | null;
      readonly confidence: string | null;
    } & ReportOccurrence
  >;
  readonly summary: { readonly complete: boolean; readonly skipped: readonly ReportSkip[] };
}

/** A line a place: where, and what stands there. */
export function formatWhereText(places: readonly Place[]): string {
  return places.map(({ occurrence, finding }) => `${formatPlace(occurrence)}  ${describe(finding)}\n`).join("");
}

/** The same as data. */
export function formatWhereJson(
  subject: string,
  { places, skips }: { readonly places: readonly Place[]; readonly skips: readonly Skip[] },
): string {
  const report: WhereReport = {
    schema: "cfltguard/where/v1",
    subject,
    places: places.map(({ occurrence, finding }) => ({
      what: finding === null ? "key-id" : "secret",
      rule: finding?.rule ?? null,
      confidence: finding?.confidence ?? null,
      ...toReportOccurrence(occurrence),
    })),
    summary: { complete: isComplete({ skips }), skipped: skips.map(toReportSkip) },
  };
  return `${visibleJson(JSON.stringify(report, null, 2))}\n`;
}

function describe(finding: Finding | null): string {
  if (finding === null) return "key ID";
  const keys = finding.keyIds.length > 1 ? `, of one of ${finding.keyIds.join(", ")}` : "";
  return `secret ${finding.preview ?? ""} (${finding.confidence}, ${finding.rule}${keys})`;
}
