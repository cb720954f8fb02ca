import type { Field } from "./fields.ts";
import type { Layout } from "./layout.ts";
import type { Place } from "./place.ts";

/** A field with the index of its candidate. */
export interface Indexed {
  readonly field: Field;
  readonly index: number;
}

/** How many levels are left on the way from one place to another: by brackets and entries, or by indentation alone. */
export interface Exits {
  readonly hard: number;
  readonly soft: number;
}

/** What lies between two candidates. */
export interface Gap {
  readonly exitsOfFirst: Exits;
  readonly exitsOfLast: Exits;
  /** The leftmost column at which a heading, a section or an entry between begins. */
  readonly column: number;
  readonly blanks: number;
  readonly lines: number;
  /** Whether nothing but separators, comments and other IDs stand between. */
  readonly isBare: boolean;
  readonly hasSecret: boolean;
}

/** What lies between two candidates. Linear in the candidates between them. */
export function gapBetween({ candidates }: Layout, first: Indexed, last: Indexed): Gap {
  let depth = Infinity;
  let column = Infinity;
  let hasSecret = false;
  for (let index = first.index + 1; index <= last.index; index++) {
    const one = candidates[index];
    if (one === undefined) break;
    depth = Math.min(depth, one.gapDepth);
    column = Math.min(column, one.gapColumn);
    if (index < last.index && one.id === null) hasSecret = true;
  }
  const [from, to] = [first.field, last.field];
  const isList = from.place.dash >= 0 && from.place.dash === to.place.dash;
  const box = from.isBoxed && to.isBoxed ? 1 : 0;
  return {
    exitsOfFirst: exitsOf(from.place, depth + box, column, isList),
    exitsOfLast: exitsOf(to.place, depth + box, column, isList),
    column,
    blanks: to.value.blanks - from.value.blanks,
    lines: to.value.line - from.value.line,
    isBare: to.value.words === from.value.words,
    hasSecret,
  };
}

/** In a list whose entries are one field each, an entry is no border. */
function exitsOf(place: Place, depth: number, column: number, isList: boolean): Exits {
  const left = isList ? place.dash : place.column;
  return { hard: Math.max(0, place.depth - depth), soft: left > column ? 1 : 0 };
}

/** An ID in an object around the secret's is closer than one in a neighbour of it. */
export function scopeOf(ofId: Exits, ofSecret: Exits): number {
  const neighbours = areNeighbours(ofId, ofSecret) ? 1 : 0;
  return 2 * Math.min(ofSecret.hard, MAX_EXITS) + 3 * Math.min(ofId.hard, MAX_EXITS) + 5 * neighbours;
}

/** Whether both leave an entry, a section or an indentation on the way: one alone may be badly indented. */
export function areNeighbours(ofId: Exits, ofSecret: Exits): boolean {
  return ofId.soft > 0 && ofSecret.soft > 0;
}

const MAX_EXITS = 8;
