import { sha256Hex } from "./codec/sha256.ts";
import { withoutCovered } from "./covered.ts";
import type { Confidence, Finding, Occurrence } from "./model/finding.ts";
import type { BytePath } from "./model/byte-path.ts";
import { groupBy } from "./model/group-by.ts";
import type { MatchKind, Sighting } from "./model/match.ts";
import type { Skip } from "./model/skip.ts";
import { joinText, positionAfter } from "./model/text-measure.ts";

/** The rule that a match falls under, and how sure its finding is. */
const RULE_OF = {
  proven: { rule: "confluent-api-secret", confidence: "proven" },
  damaged: { rule: "confluent-damaged-api-secret", confidence: "possible" },
} as const satisfies Record<MatchKind, { rule: string; confidence: Confidence }>;

/**
 * Unites sightings into findings, one for each distinct secret, in the order of every report: by
 * first occurrence, that is by path (bytewise), then offset. The same place seen twice counts once, and a
 * damaged secret does not count where a proven one stands.
 */
export function groupFindings(sightings: readonly Sighting[]): Finding[] {
  const groups = groupBy(withoutCovered(sightings), ({ secret }) => secret.hashWith(sha256Hex));
  return [...groups].map(([hash, group]) => toFinding(hash, group)).sort(byFirstOccurrence);
}

/** Skips in the order of every report: by path (bytewise), then reason. */
export function sortSkips(skips: readonly Skip[]): Skip[] {
  return [...skips].sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
}

/**
 * The sightings in a container's own bytes of which its members have none: what is stored uncompressed
 * stands in both, and is one place.
 */
export function withoutCopies(outer: readonly Sighting[], inner: readonly Sighting[]): readonly Sighting[] {
  if (outer.length === 0 || inner.length === 0) return outer;
  const hashOf = ({ secret }: Sighting): string => secret.hashWith(sha256Hex);
  const known = new Set(inner.map(hashOf));
  return outer.filter((sighting) => !known.has(hashOf(sighting)));
}

function toFinding(secretSha256: string, group: readonly [Sighting, ...Sighting[]]): Finding {
  const { rule, confidence } = RULE_OF[group[0].kind];
  const sorted = group.map(toOccurrence).sort(compareOccurrences) as [Occurrence, ...Occurrence[]];
  const [first, ...others] = sorted;
  return {
    rule,
    confidence,
    secret: group[0].secret,
    secretSha256,
    fingerprint: `${rule}/${secretSha256}`,
    keyIds: [...new Set(group.flatMap((sighting) => sighting.keyIds))].sort(),
    occurrences: [first, ...others.filter((one, i) => compareOccurrences(sorted[i] ?? one, one) !== 0)],
  };
}

function toOccurrence(sighting: Sighting): Occurrence {
  const { origin, offsetBytes, encodings, textBefore, textWithin, lineHash } = sighting;
  const { line, column } = positionAfter(textBefore);
  const end = positionAfter(joinText(textBefore, textWithin));
  return { origin, line, column, endLine: end.line, endColumn: end.column, offsetBytes, encodings, lineHash };
}

function byFirstOccurrence(a: Finding, b: Finding): number {
  return compareOccurrences(a.occurrences[0], b.occurrences[0]);
}

/** Standard input without a name comes first. */
function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    compareText(a.origin.path ?? "", b.origin.path ?? "") ||
    compareMembers(a.origin.members ?? [], b.origin.members ?? []) ||
    a.offsetBytes - b.offsetBytes
  );
}

/** What stands in the file itself comes before what stands in its members. */
function compareMembers(a: readonly BytePath[], b: readonly BytePath[]): number {
  const shared = a.findIndex((name, i) => name !== b[i]);
  if (shared === -1) return a.length - b.length;
  return compareText(a[shared] ?? "", b[shared] ?? "");
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
