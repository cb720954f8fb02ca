import { sha256Hex } from "./codec/sha256.ts";
import { withoutCovered } from "./covered.ts";
import { DEFAULT_MIN_CONFIDENCE } from "./detection.ts";
import type { Confidence } from "./model/confidence.ts";
import type { Finding, Occurrence } from "./model/finding.ts";
import type { BytePath } from "./model/byte-path.ts";
import { groupBy } from "./model/group-by.ts";
import type { KeyIds, Sighting, SightingKind } from "./model/match.ts";
import type { Skip } from "./model/skip.ts";
import { joinText, positionAfter } from "./model/text-measure.ts";

/** The rule that a sighting falls under. */
const RULE_OF = {
  proven: "confluent-api-secret",
  damaged: "confluent-damaged-api-secret",
  legacy: "confluent-legacy-api-secret",
  known: "confluent-legacy-api-secret",
  credential: "flink-connection-credential",
} as const satisfies Record<FindingKind, string>;

/** A key ID alone is never a finding. */
type FindingKind = Exclude<SightingKind, "key-id">;

const RANKS: Readonly<Record<Confidence, number>> = { proven: 0, likely: 1, possible: 2 };

/**
 * Unites sightings into findings, one for each distinct secret, in the order of every report: by
 * first occurrence, that is by path (bytewise), then offset. The same place seen twice counts once, and what needs
 * judgement does not count where a proven secret stands. A finding is as sure as its surest place, and left out if
 * that is less than `minConfidence`.
 */
export function groupFindings(
  sightings: readonly Sighting[],
  minConfidence: Confidence = DEFAULT_MIN_CONFIDENCE,
): Finding[] {
  const groups = groupBy(withoutCovered(sightings.filter(isFindable)), subjectOf);
  return [...groups.values()]
    .map(toFinding)
    .filter(({ confidence }) => RANKS[confidence] <= RANKS[minConfidence])
    .sort(byFirstOccurrence);
}

/** What sightings of one finding share: the secret, or a connection's field in one file. */
function subjectOf({ secret, connection, origin }: Sighting): string {
  if (connection === null) return secret.hashWith(sha256Hex);
  return sha256Hex(JSON.stringify([origin.path, origin.members ?? [], connection.connection, connection.field]));
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

function isFindable(sighting: Sighting): sighting is FindableSighting {
  return sighting.kind !== "key-id";
}

type FindableSighting = Sighting & { readonly kind: FindingKind };

function toFinding(group: readonly [FindableSighting, ...FindableSighting[]]): Finding {
  const surest = group.reduce((a, b) => (RANKS[b.confidence] < RANKS[a.confidence] ? b : a));
  const { secret, confidence, evidence, connection } = surest;
  const rule = RULE_OF[surest.kind];
  const subject = subjectOf(surest);
  const sorted = group.map(toOccurrence).sort(compareOccurrences) as [Occurrence, ...Occurrence[]];
  const [first, ...others] = sorted;
  return {
    rule,
    confidence,
    secret,
    secretSha256: connection === null ? subject : null,
    preview: connection === null ? secret.preview : null,
    fingerprint: `${rule}/${subject}`,
    evidence,
    connection,
    keyIds: keyIdsOf(group),
    occurrences: [first, ...others.filter((one, i) => compareOccurrences(sorted[i] ?? one, one) !== 0)],
  };
}

/** What structure tells at one place outweighs what is merely near at another. */
function keyIdsOf(group: readonly Sighting[]): KeyIds {
  const sure = group.filter(({ isSure }) => isSure);
  return [...new Set((sure.length > 0 ? sure : group).flatMap(({ keyIds }) => keyIds))].sort();
}

/** A sighting as one place of a finding. */
export function toOccurrence(sighting: Sighting): Occurrence {
  const { origin, offsetBytes, encodings, textBefore, textWithin, lineHash } = sighting;
  const { line, column } = positionAfter(textBefore);
  const end = positionAfter(joinText(textBefore, textWithin));
  return { origin, line, column, endLine: end.line, endColumn: end.column, offsetBytes, encodings, lineHash };
}

function byFirstOccurrence(a: Finding, b: Finding): number {
  return compareOccurrences(a.occurrences[0], b.occurrences[0]);
}

/** By path, bytewise, then members, then offset. Standard input without a name comes first. */
export function compareOccurrences(a: Occurrence, b: Occurrence): number {
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
