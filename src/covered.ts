import { groupBy } from "./model/group-by.ts";
import type { Sighting } from "./model/match.ts";
import { joinText, NO_TEXT, type TextMeasure } from "./model/text-measure.ts";

/**
 * The sightings without those that share bytes with a surer one: a line of a proven secret's base64 may look like a
 * secret without a checksum, and what a Flink connection is given may be a Confluent secret.
 */
export function withoutCovered<T extends Sighting>(sightings: readonly T[]): readonly T[] {
  if (sightings.every((one) => rankOf(one) === 0)) return sightings;
  const byBlob = groupBy(sightings, ({ origin }) => JSON.stringify([origin.path, origin.members, origin.blob]));
  const covered = new Set([...byBlob.values()].flatMap((group) => coveredIn(group)));
  return sightings.filter((one) => !covered.has(one));
}

const LOWEST_RANK = 4;

/** Of two sightings of the same bytes, that of the lower rank counts. */
function rankOf({ kind, confidence }: Sighting): number {
  if (kind === "credential") return 2;
  if (kind === "legacy") return confidence === "likely" ? 1 : 3;
  return kind === "damaged" ? LOWEST_RANK : 0;
}

/** The sightings of one blob that share bytes with one of a lower rank that is not covered itself. */
function coveredIn(sightings: readonly Sighting[]): Sighting[] {
  const sorted = sightings.toSorted((a, b) => a.offsetBytes - b.offsetBytes);
  const covered = new Set<Sighting>();
  for (let rank = 1; rank <= LOWEST_RANK; rank++) {
    const others = sorted.filter((one) => rankOf(one) <= rank && !covered.has(one));
    for (const one of coveredAt(rank, others)) covered.add(one);
  }
  return [...covered];
}

/** One pass in each direction: what is covered begins within a surer one, or one begins within it. */
function* coveredAt(rank: number, sorted: readonly Sighting[]): Generator<Sighting> {
  let surerUpTo: TextMeasure = NO_TEXT;
  for (const one of sorted) {
    if (rankOf(one) < rank) {
      const end = endOf(one);
      if (endsBefore(surerUpTo, end)) surerUpTo = end;
    } else if (!isWithinGzip(one) && endsBefore(one.textBefore, surerUpTo)) yield one;
  }
  let surerFrom: TextMeasure | null = null;
  for (const one of sorted.toReversed()) {
    if (rankOf(one) < rank) surerFrom = one.textBefore;
    else if (surerFrom !== null && !isWithinGzip(one) && endsBefore(surerFrom, endOf(one))) yield one;
  }
}

/** All that stands in a compressed text has the same place, that of the text. */
function isWithinGzip({ encodings }: Sighting): boolean {
  return encodings.includes("gzip");
}

function endOf({ textBefore, textWithin }: Sighting): TextMeasure {
  return joinText(textBefore, textWithin);
}

/** Whether `a` is the shorter one of two texts that begin at the same place. */
function endsBefore(a: TextMeasure, b: TextMeasure): boolean {
  return a.newlines === b.newlines ? a.bytes < b.bytes : a.newlines < b.newlines;
}
