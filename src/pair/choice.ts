import type { Field } from "./fields.ts";
import type { Layout } from "./layout.ts";
import { compareRanks, compareRelations, isTie, type Relation } from "./relations.ts";

/** An ID that may be the secret's, with what ties it to that. */
export interface Choice {
  readonly id: string;
  /** Of the candidate in the layout. */
  readonly index: number;
  readonly field: Field;
  readonly relation: Relation;
}

/**
 * The best of some choices, one an ID: one where the structure decides, several where another could be meant as well.
 * The first is the best of them. Source: notes/pairs.md#ranks
 */
export function chooseBest(layout: Layout, choices: readonly Choice[]): readonly Choice[] {
  const distinct = bestOfEach(choices);
  const [best] = distinct;
  if (best === undefined) return [];
  const isSide = (one: Choice): boolean => one.index < layout.self;
  switch (best.relation.tie) {
    case "joined":
      return [best];
    case "row":
    case "adjacent":
      return chooseBeside(layout, withTie(distinct, best), isSide(best));
    case "named":
      return chooseNamed(layout, distinct, best);
    case "field":
    case "near":
    case "remark":
      return chooseNear(layout, distinct, best);
  }
}

/** The best relation of each ID, the best ID first. */
function bestOfEach(choices: readonly Choice[]): readonly Choice[] {
  const sorted = [...choices].sort(byRelation);
  const seen = new Set<string>();
  return sorted.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A total order: of relations of one rank, the nearest is first. */
function byRelation({ relation: a }: Choice, { relation: b }: Choice): number {
  return compareRanks(a, b) || a.distance - b.distance;
}

function withTie(choices: readonly Choice[], { relation }: Choice): readonly Choice[] {
  return choices.filter((one) => one.relation.tie === relation.tie);
}

/**
 * IDs side by side with the secret. Of several on its nearer side, none is known to be the one; but an empty line
 * parts what belongs together from what does not.
 */
function chooseBeside(layout: Layout, beside: readonly Choice[], isBefore: boolean): readonly Choice[] {
  const [best] = beside;
  if (best === undefined) return [];
  const onSide = beside.filter((one) => one.index < layout.self === isBefore);
  const run = onSide.filter((one) => one === best || isOfRun(one, best));
  const [rival] = beside.filter((one) => one.index < layout.self !== isBefore);
  if (rival === undefined || compareRelations(best.relation, rival.relation) !== 0) return run;
  const decided = decideByBlanks(best, rival);
  if (decided === null) return [...run, rival];
  return decided === best ? run : [rival];
}

/** Whether an ID stands in one row, or one list of bare lines, with the best one and the secret. */
function isOfRun({ relation, field }: Choice, best: Choice): boolean {
  return relation.tie === "row" || (relation.blanks <= best.relation.blanks && field.value.isFirst);
}

/** IDs whose field is named like the secret's: those nearest in the structure that no other is clearly better than. */
function chooseNamed(layout: Layout, all: readonly Choice[], best: Choice): readonly Choice[] {
  const named = all.filter((one) => compareRanks(one.relation, best.relation) === 0);
  const free = named.filter((one) => !named.some((other) => compareRelations(other.relation, one.relation) < 0));
  const [first, second] = free;
  const decided = free.length === 2 && first && second ? decideByBlanks(first, second) : null;
  const meant = decided === null ? free : [decided];
  return [...meant, ...all.filter((one) => !meant.includes(one) && mayRival(layout, one, best))];
}

/** Whether an ID may be meant as well as the best named one, since that is not in the secret's own place, or named for more. */
function mayRival(layout: Layout, one: Choice, best: Choice): boolean {
  if (one.relation.tie === "remark") return false;
  const isNeighbour = !best.relation.isAround && isNoWorse(one.relation, best.relation);
  const isOther = saysMore(best.field, best.relation) && one.field.name !== null && !one.field.isProse;
  return isNeighbour || isOther || isLeftBy(layout, best, one);
}

/** Whether one ID stands outside of all the brackets that the secret stands in, and another one within some. */
function isLeftBy({ candidates, self }: Layout, outer: Choice, inner: Choice): boolean {
  const isOuter = outer.field.value.bracket === -1 && outer.relation.scope > 0;
  return isOuter && candidates[self]?.bracket !== -1 && inner.field.value.bracket !== -1;
}

/** Whether an ID is closer in the structure, or as close, named alike and about as near. */
function isNoWorse(relation: Relation, best: Relation): boolean {
  const isAlike = relation.tie === best.tie && relation.scope === best.scope;
  return relation.scope < best.scope || (isAlike && isComparable(relation, best));
}

/** Whether an ID's name says what the secret's does not: `other_cluster_key` beside `secret`. */
export function saysMore({ name }: Field, { likeness }: Relation): boolean {
  return likeness === 1 && (name?.specific.length ?? 0) > 0;
}

/** IDs that only stand near: all that are about as near as the nearest. */
function chooseNear(layout: Layout, all: readonly Choice[], best: Choice): readonly Choice[] {
  const open = all.filter(({ relation }) => relation.tie !== "remark");
  const known = open.length > 0 ? open : all;
  const around = known.filter(({ relation }) => relation.isAround);
  const inside = known.filter((one) => isLeftBy(layout, best, one));
  const likely = around.includes(best) && inside.length === 0 ? around : known;
  const nearest = likely.reduce((a, b) => (b.relation.distance < a.relation.distance ? b : a));
  const meant = likely.filter((one) => isComparable(one.relation, nearest.relation) || inside.includes(one));
  return [best, ...meant.filter((one) => one !== best)];
}

/** Whether one distance says no more than another, so that nearness does not decide. */
function isComparable({ distance }: Relation, { distance: nearest }: Relation): boolean {
  return distance <= 2 * nearest + NEAR_BYTES;
}

const NEAR_BYTES = 40;

/** Of two IDs that are as good, the one that no empty line parts from the secret. */
function decideByBlanks(a: Choice, b: Choice): Choice | null {
  const [isA, isB] = [a.relation.blanks === 0, b.relation.blanks === 0];
  if (isA === isB || !isTie(a.relation, b.relation)) return null;
  return isA ? a : b;
}
