import type { Field } from "./fields.ts";
import { areNeighbours, gapBetween, scopeOf, type Gap, type Indexed } from "./gaps.ts";
import { isHeadingOf } from "./headings.ts";
import type { Layout } from "./layout.ts";
import { likenessOf, type FieldName } from "./names.ts";

/** How an ID and a secret can belong together, the strongest first. Source: notes/pairs.md#ranks */
export const TIES = ["joined", "row", "adjacent", "named", "field", "near", "remark"] as const;

/** `joined` by a colon; side by side in a `row` or on `adjacent` lines; `named` alike; the ID's `field` says that it is one; `near`; in a `remark`. */
export type Tie = (typeof TIES)[number];

/** What ties an ID to a secret. */
export interface Relation {
  readonly tie: Tie;
  /** How many objects are left and entered on the way from one to the other: 0 is the same object. */
  readonly scope: number;
  /** How many entries, sections, indentations and lines: 0 is the same line. Weaker, since indentation may mean nothing. */
  readonly border: number;
  /** Whether the ID stands in the secret's object or in one around it, and not in a neighbour of those. */
  readonly isAround: boolean;
  /** Of `named` ones, how alike: 2 for the same words, 1 where one name says less than the other. */
  readonly likeness: number;
  /** Whether they have the same words besides those that tell the role, the unspecific ones included. */
  readonly isSameName: boolean;
  /** Bytes between the two. */
  readonly distance: number;
  readonly blanks: number;
  readonly lines: number;
  readonly isBefore: boolean;
}

/** The relation of two fields of one text: the candidates at these indices. */
export function relate(layout: Layout, id: Indexed, secret: Indexed): Relation {
  const isBefore = id.index < secret.index;
  const [first, last] = isBefore ? [id, secret] : [secret, id];
  const distance = last.field.value.start - first.field.value.end;
  const gap = gapBetween(layout, first, last);
  const [idExits, secretExits] = isBefore ? [gap.exitsOfFirst, gap.exitsOfLast] : [gap.exitsOfLast, gap.exitsOfFirst];
  const { tie, likeness, isSameName, isHeading } = tieOf(layout, id, secret, gap, { distance, isBefore });
  return {
    tie,
    likeness,
    isSameName,
    scope: isHeading ? 0 : scopeOf(idExits, secretExits),
    border: isHeading ? 0 : idExits.soft + secretExits.soft + (gap.lines > 0 ? 1 : 0),
    isAround: isHeading || (idExits.hard === 0 && !areNeighbours(idExits, secretExits)),
    distance,
    blanks: gap.blanks,
    lines: gap.lines,
    isBefore,
  };
}

/** Negative where `a` is the better relation, positive where `b` is; 0 where either may be meant. */
export function compareRelations(a: Relation, b: Relation): number {
  const order = compareRanks(a, b);
  if (order !== 0) return order;
  const distance = isTie(a, b) ? 0 : a.distance - b.distance;
  if (a.tie !== "named") return distance;
  // Of the weaker signs, none may speak for the other one.
  const signs = [a.border - b.border, Number(b.isSameName) - Number(a.isSameName), distance];
  if (signs.every((sign) => sign <= 0)) return Math.min(...signs);
  return signs.every((sign) => sign >= 0) ? Math.max(...signs) : 0;
}

/** Whether two distances say nothing about which ID is meant. On the same side of the secret, the farther ID is beyond. */
export function isTie(a: Relation, b: Relation): boolean {
  const nearest = Math.min(a.distance, b.distance);
  const most = a.isBefore === b.isBefore ? TIE_BYTES : Math.max(TIE_BYTES, nearest / 2);
  return Math.abs(a.distance - b.distance) < most;
}

/** Compares what is never outweighed: the tie, and for names the objects that they stand in and how alike they are. */
export function compareRanks(a: Relation, b: Relation): number {
  if (a.tie !== b.tie) return TIES.indexOf(a.tie) - TIES.indexOf(b.tie);
  return a.tie === "named" ? a.scope - b.scope || b.likeness - a.likeness : 0;
}

/** Distances that differ by less than this say nothing about which ID is meant. */
const TIE_BYTES = 8;

/** How far apart two that stand side by side may be: as wide as a column of a table. */
const MAX_ADJACENT_BYTES = 160;

/** How far apart an ID and a secret are, and which comes first. */
interface Way {
  readonly distance: number;
  readonly isBefore: boolean;
}

interface Kind extends Pick<Relation, "tie" | "likeness" | "isSameName"> {
  readonly isHeading: boolean;
}

function tieOf(layout: Layout, id: Indexed, secret: Indexed, gap: Gap, { distance, isBefore }: Way): Kind {
  const [{ value, name }, owner] = [id.field, secret.field];
  if (isBefore && distance <= MAX_JOINT && JOINT.test(layout.text.slice(value.end, owner.value.start))) {
    return unnamed("joined");
  }
  if (value.isComment && !owner.value.isComment) return unnamed("remark");
  if (owner.name?.role !== "secret") return unnamed(besideOf(layout, id.field, owner, gap, distance));
  if (isBefore && isHeadingOf(layout, value, owner.value, gap.column)) return HEADING;
  return name?.role === "id" ? namedTie(id.field, name, owner, owner.name) : unnamed("near");
}

const HEADING: Kind = { tie: "named", likeness: 2, isSameName: true, isHeading: true };

function unnamed(tie: Tie): Kind {
  return { tie, likeness: 0, isSameName: false, isHeading: false };
}

function namedTie(id: Field, name: FieldName, secret: Field, secretName: FieldName): Kind {
  const likeness = id.isProse && !secret.isProse ? 0 : likenessOf(name, secretName);
  if (likeness === 0) return unnamed("field");
  return { tie: "named", likeness, isSameName: name.stem === secretName.stem, isHeading: false };
}

/** What an ID is to a secret that nothing names. */
function besideOf(layout: Layout, id: Field, secret: Field, gap: Gap, distance: number): Tie {
  const isClose = !gap.hasSecret && distance <= MAX_ADJACENT_BYTES;
  const isBeside = isClose && gap.isBare;
  if (isClose && gap.lines === 0 && isOfRow(layout, id, secret, gap)) return "row";
  // On another line, it may be some other field's value, and the secret the last of some other row.
  const isOwn =
    id.name?.role === "id" ? id.name.specific.length === 0 : id.value.isFirst && (id.name === null || id.isProse);
  if (isBeside && secret.value.isFirst && isOwn) return "adjacent";
  return id.name?.role === "id" ? "field" : "near";
}

/** Whether an ID and a secret stand in one row: side by side, or as cells with others between. */
function isOfRow({ text }: Layout, id: Field, secret: Field, gap: Gap): boolean {
  const [first, last] = id.value.start < secret.value.start ? [id.value, secret.value] : [secret.value, id.value];
  const between = text.slice(first.end, last.start);
  if (/[,;|\t]/.test(between) && !id.isWhole) return false;
  if (gap.isBare) return gap.exitsOfFirst.hard + gap.exitsOfLast.hard === 0;
  return (secret.name === null || secret.isCell) && (WIDE_CELLS.test(between) || CELLS.test(between));
}

/** Cells with a delimiter that is none in other languages may hold anything. */
const WIDE_CELLS = /^["'`]?[ \t]*([|\t])[^\n|\t]*(?:\1[^\n|\t]*)*$/;
const CELLS = /^["'`]? ?([,;])(?:[^\n{}]*\1)? ?["'`]?$/;

/** A colon, however it is written, or a sign that makes the secret the ID's value; with quotes, where each half has its own. */
const JOINT =
  /^["'`\\]{0,4} {0,3}(?:=>|[:=]|\\+:|%(?:25)*3[Aa]|\\+u003[Aa]|\\+x3[Aa]|=3A|&#58;|&#x3[Aa];|&colon;) {0,3}["'`\\]{0,4}$/;
const MAX_JOINT = 20;
