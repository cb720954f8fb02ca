import { saysMore } from "./choice.ts";
import type { Field } from "./fields.ts";
import type { Relation } from "./relations.ts";

/** Remarks farther away speak of something else. */
const REMARK_LINES = 2;

/** Beyond so many bytes, an ID whose name says something else than the secret's is another's. */
const OTHER_NAME_BYTES = 48;

/**
 * Whether an ID is only spoken of: in a sentence, where the secret has a field, or in a remark that is not right beside
 * it. Or its field is another's: it is named for something else, and not close.
 */
export function isAside(id: Field, secret: Field, relation: Relation): boolean {
  const { tie, distance } = relation;
  if (tie === "remark") return isElsewhere(relation);
  if (secret.name?.role !== "secret" || secret.isProse) return false;
  if (tie === "named") return relation.scope >= FAR_SCOPE && saysMore(id, relation);
  if (tie === "near") return id.isProse || distance > NO_NAME_BYTES;
  return tie === "field" && (id.isProse || distance > OTHER_NAME_BYTES);
}

/** And one that nothing names: its name may be where the text is cut. */
const NO_NAME_BYTES = 300;
/** Two objects out of the secret's own. */
const FAR_SCOPE = 4;

/** Whether a remark is neither on the secret's line nor right above it. */
function isElsewhere({ lines, blanks, isBefore }: Relation): boolean {
  return lines > REMARK_LINES || blanks > 0 || (!isBefore && lines > 0);
}
