import { SECRET_CHARACTERS } from "./codec/checksum.ts";
import { groupBy } from "./model/group-by.ts";
import type { Sighting } from "./model/match.ts";
import { joinText, NO_TEXT, type TextMeasure } from "./model/text-measure.ts";

/**
 * The sightings without those of damaged secrets that share bytes with a proven one: a line of its base64, for example,
 * may look like a secret too.
 */
export function withoutCovered(sightings: readonly Sighting[]): readonly Sighting[] {
  if (!sightings.some(({ kind }) => kind === "damaged")) return sightings;
  const byBlob = groupBy(sightings, ({ origin }) => JSON.stringify([origin.path, origin.members, origin.blob]));
  const covered = new Set([...byBlob.values()].flatMap((group) => [...coveredIn(group)]));
  return sightings.filter((one) => !covered.has(one));
}

/** One pass from start to end: damaged secrets, which stand plainly, never share bytes with each other. */
function* coveredIn(sightings: readonly Sighting[]): Generator<Sighting> {
  let provenUpTo: TextMeasure = NO_TEXT;
  let damagedUpTo = 0;
  let damaged: Sighting | null = null;
  for (const one of sightings.toSorted((a, b) => a.offsetBytes - b.offsetBytes)) {
    if (one.kind === "damaged") {
      if (endsBefore(one.textBefore, provenUpTo)) yield one;
      damaged = one;
      damagedUpTo = one.offsetBytes + SECRET_CHARACTERS;
    } else {
      if (damaged !== null && one.offsetBytes < damagedUpTo) yield damaged;
      const end = joinText(one.textBefore, one.textWithin);
      if (endsBefore(provenUpTo, end)) provenUpTo = end;
    }
  }
}

/** Whether `a` is the shorter one of two texts that begin at the same place. */
function endsBefore(a: TextMeasure, b: TextMeasure): boolean {
  return a.newlines === b.newlines ? a.bytes < b.bytes : a.newlines < b.newlines;
}
