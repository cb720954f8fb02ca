import type { Choice } from "./choice.ts";
import type { Layout } from "./layout.ts";
import { likenessOf } from "./names.ts";
import type { Indexed } from "./gaps.ts";
import { compareRelations, relate, type Relation } from "./relations.ts";

/** An ID that another secret has more right to. */
export interface Taken {
  readonly choice: Choice;
  /** That secret. */
  readonly owner: Indexed;
}

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

/**
 * Whether an ID that another secret has more right to is this one's as well, since it is the only one that it can have:
 * both secrets are named alike, as an old one and a new one are, and no field for another ID stands between them.
 */
export function isShared(layout: Layout, own: Indexed, { choice, owner }: Taken): boolean {
  const [first, last] = own.index < owner.index ? [own, owner] : [owner, own];
  const between = layout.text.slice(first.field.value.end, last.field.value.start);
  const isSameName = own.field.name !== null && own.field.name.stem === owner.field.name?.stem;
  return choice.relation.tie === "named" && isSameName && !ID_FIELD.test(between);
}

const ID_FIELD = /(?:user|login|key|\bid|name)["']?\s{0,3}[:=]/i;

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
