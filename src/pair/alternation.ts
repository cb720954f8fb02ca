import type { Choice } from "./choice.ts";
import type { Layout } from "./layout.ts";
import { compareRanks, compareRelations } from "./relations.ts";

/**
 * The ID that is a secret's by the order of a list in which IDs and secrets alternate: every other secret has one of its
 * own, and this one is left. Empty where there is no such list, or its order does not show.
 *
 * Indentation and distances mean nothing to it, but the ID must be as good as the best one.
 */
export function chooseAlternating(layout: Layout, choices: readonly Choice[]): readonly Choice[] {
  const [first, ...others] = choices;
  if (first === undefined) return NONE;
  const best = others.reduce((a, b) => (compareRanks(b.relation, a.relation) < 0 ? b : a), first);
  if (!ORDERED.has(best.relation.tie)) return NONE;
  const sequence = sequenceOf(layout);
  const self = sequence.indexOf(layout.self);
  const sides = [followSide(layout, sequence, self, -1), followSide(layout, sequence, self, 1)] as const;
  const asGood = choices.filter((one) => compareRanks(one.relation, best.relation) === 0);
  return sides.some(({ hasSecret }) => hasSecret) ? chooseSide(sides, asGood) : NONE;
}

const NONE: readonly Choice[] = [];
/** What a list's order can tell apart. */
const ORDERED: ReadonlySet<string> = new Set(["row", "adjacent", "named"]);

/** The ID of the side that has one to spare; that of the other side too, if all but the order speaks for it. */
function chooseSide([before, behind]: readonly [Side, Side], choices: readonly Choice[]): readonly Choice[] {
  const [own, other] = isOwn(before, behind) ? [before, behind] : [behind, before];
  const [chosen, rival] = [own, other].map(({ index }) => choices.find((one) => one.index === index));
  if (chosen === undefined || !isOwn(own, other)) return NONE;
  if (rival === undefined || compareRelations(rival.relation, chosen.relation) >= 0) return [chosen];
  return own.isLeft === true && other.isLeft === false ? [chosen, rival] : NONE;
}

/** The list's IDs and secrets; remarks are no part of a list that stands in none. */
function sequenceOf({ candidates, self }: Layout): readonly number[] {
  const isRemark = candidates[self]?.isComment === true;
  return [...candidates.keys()].filter((index) => isRemark || candidates[index]?.isComment === false);
}

/** What stands on one side of the secret. */
interface Side {
  /** Of the ID next to it. */
  readonly index: number | null;
  /** Whether that ID is left when each secret farther on has taken one; `null` where the text is cut before that shows. */
  readonly isLeft: boolean | null;
  /** Whether there is another secret that takes one. */
  readonly hasSecret: boolean;
}

function followSide(layout: Layout, sequence: readonly number[], self: number, direction: 1 | -1): Side {
  const isIdAt = (links: number): boolean | undefined => {
    const candidate = layout.candidates[sequence[self + links * direction] ?? -1];
    return candidate && candidate.id !== null;
  };
  let links = 0;
  while (isIdAt(links + 1) === (links % 2 === 0)) links++;
  if (links === 0) return { index: null, isLeft: false, hasSecret: false };
  const isCut = isIdAt(links + 1) === undefined && reachOf(layout, direction) >= CUT_BYTES;
  const index = sequence[self + direction] ?? null;
  return { index, isLeft: isCut ? null : links % 2 === 1, hasSecret: links > 1 };
}

/** Whether the ID on one side is the secret's: it is left, and the other side's is not. */
function isOwn(side: Side, other: Side): boolean {
  if (side.isLeft === true) return other.isLeft !== true;
  return side.isLeft === null && other.index !== null && other.isLeft === false;
}

/** A context that is so long may have been cut. */
const CUT_BYTES = 1_200;

function reachOf({ text, self, candidates }: Layout, direction: 1 | -1): number {
  const own = candidates[self];
  return direction === -1 ? (own?.start ?? 0) : text.length - (own?.end ?? 0);
}
