import { Detector, type DetectorOptions } from "../../src/detect/detector.ts";
import type { Kernel } from "../../src/kernel/kernel.ts";
import type { Match } from "../../src/model/match.ts";
import { makeLegacySecret, makeSecret, seeded, type Random } from "./secrets.ts";
import { joinText, positionAfter } from "../../src/model/text-measure.ts";

/** All matches of some bytes (text is latin1) that are pushed in pieces of these lengths, and then the rest. */
export function detect(
  kernel: Kernel,
  input: string | Uint8Array,
  cuts: readonly number[] = [],
  options: DetectorOptions = {},
): Match[] {
  const detector = new Detector(kernel, options);
  const bytes = typeof input === "string" ? Buffer.from(input, "latin1") : input;
  const matches: Match[] = [];
  let at = 0;
  detector.begin();
  for (const length of [...cuts, bytes.length]) {
    matches.push(...push(detector, bytes.subarray(at, at + length)));
    at += length;
  }
  return [...matches, ...detector.end()];
}

/** The matches that these bytes complete. */
export function push(detector: Detector, bytes: Uint8Array): Match[] {
  const matches: Match[] = [];
  detector.push(bytes, (ready) => matches.push(...ready));
  return matches;
}

/** All of a match that can be compared: its secret is told, and its measures are places. */
export function plain({ kind, span, secret, encodings, textBefore, textWithin, contexts }: Match) {
  const start = positionAfter(textBefore);
  const end = positionAfter(joinText(textBefore, textWithin));
  return { kind, span, secret: secret.reveal(), encodings, start, end, contexts };
}

/** In the order of their places: what was inflated comes late. */
export function inOrder(matches: readonly Match[]): readonly Match[] {
  return matches.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A secret in which these characters stand. */
export function secretWith(...characters: readonly string[]): string {
  return drawWith(makeSecret, characters);
}

/** A secret without prefix and checksum in which these characters stand. */
export function legacyWith(...characters: readonly string[]): string {
  return drawWith(makeLegacySecret, characters);
}

function drawWith(make: (random: Random) => string, characters: readonly string[]): string {
  const random = seeded(1);
  for (;;) {
    const secret = make(random);
    if (characters.every((character) => secret.includes(character))) return secret;
  }
}
