import type { Choice } from "./choice.ts";
import type { Layout } from "./layout.ts";
import { likenessOf } from "./names.ts";
import type { Indexed } from "./gaps.ts";
import { compareRelations, relate, type Relation } from "./relations.ts";

/** The other secret beside an ID, on either side, that has more right to it than the one in question; `null` if none has. */
export function findOwner(layout: Layout, fields: readonly Indexed[], choice: Choice): Indexed | null {
  for (const direction of [-1, 1]) {
    const rival = nextSecret(layout, fields, choice.index, direction);
    if (rival !== null && isBetter(relationTo(layout, choice, rival), choice.relation)) return rival;
  }
  return choice.relation.tie === "field" ? findNamesake(fields, choice) : null;
}

/** A secret anywhere in the text whose name goes with that of an ID. */
function findNamesake(fields: readonly Indexed[], { field: { name } }: Choice): Indexed | null {
  const isNamesake = ({ field: { value, name: other } }: Indexed): boolean =>
    value.id === null && other?.role === "secret" && name !== null && likenessOf(name, other) === 2;
  return fields.find(isNamesake) ?? null;
}

function relationTo(layout: Layout, { field, index }: Choice, rival: Indexed): Relation {
  return relate(layout, { field, index }, rival);
}

function isBetter(theirs: Relation, ours: Relation): boolean {
  return compareRelations(theirs, ours) < 0;
}

/**
 * The secret next to an ID on one side, with no other ID between; `null` for the one in question. What stands in a remark
 * does not count for an ID that stands in none.
 */
function nextSecret(layout: Layout, fields: readonly Indexed[], from: number, direction: number): Indexed | null {
  const own = fields[from]?.field.value;
  for (let at = from + direction; at !== layout.self; at += direction) {
    const one = fields[at];
    if (own === undefined || one === undefined) return null;
    const { id, isComment } = one.field.value;
    if ((isComment && !own.isComment) || id === own.id) continue;
    return id === null ? one : null;
  }
  return null;
}
