import { sha256Hex } from "./codec/sha256.ts";
import { SECRET_CHARACTERS } from "./codec/checksum.ts";
import type { Finding, Occurrence } from "./model/finding.ts";
import { groupBy } from "./model/group-by.ts";
import type { Sighting } from "./model/match.ts";
import type { Skip } from "./model/skip.ts";
import { positionAfter } from "./model/text-measure.ts";

/** The rule that every proven secret falls under. */
const PROVEN_RULE = "confluent-api-secret";

/**
 * Unites sightings into findings, one for each distinct secret, in the order of every report: by
 * first occurrence, that is by path (bytewise), then offset. The same place seen twice counts once.
 */
export function groupFindings(sightings: readonly Sighting[]): Finding[] {
  const groups = groupBy(sightings, (sighting) => sighting.secret.hashWith(sha256Hex));
  return [...groups].map(([hash, group]) => toFinding(hash, group)).sort(byFirstOccurrence);
}

/** Skips in the order of every report: by path (bytewise), then reason. */
export function sortSkips(skips: readonly Skip[]): Skip[] {
  return [...skips].sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
}

function toFinding(secretSha256: string, group: readonly [Sighting, ...Sighting[]]): Finding {
  const sorted = group.map(toOccurrence).sort(compareOccurrences) as [Occurrence, ...Occurrence[]];
  const [first, ...others] = sorted;
  return {
    rule: PROVEN_RULE,
    confidence: "proven",
    secret: group[0].secret,
    secretSha256,
    fingerprint: `${PROVEN_RULE}/${secretSha256}`,
    keyIds: [...new Set(group.flatMap((sighting) => sighting.keyIds))].sort(),
    occurrences: [first, ...others.filter((one, i) => compareOccurrences(sorted[i] ?? one, one) !== 0)],
  };
}

function toOccurrence({ origin, offsetBytes, textBefore, lineHash }: Sighting): Occurrence {
  const { line, column } = positionAfter(textBefore);
  return { origin, line, column, endLine: line, endColumn: column + SECRET_CHARACTERS, offsetBytes, lineHash };
}

function byFirstOccurrence(a: Finding, b: Finding): number {
  return compareOccurrences(a.occurrences[0], b.occurrences[0]);
}

/** Standard input without a name comes first. */
function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return compareText(a.origin.path ?? "", b.origin.path ?? "") || a.offsetBytes - b.offsetBytes;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
