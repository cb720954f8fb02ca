import type { BytePath } from "../model/byte-path.ts";
import type { Encoding } from "../model/encoding.ts";
import type { KeyIds, MatchContext } from "../model/match.ts";
import { findIdsInFileName } from "./key-id.ts";
import { chooseAlternating } from "./alternation.ts";
import { isAside } from "./asides.ts";
import { chooseBest, type Choice } from "./choice.ts";
import { findField, type Field } from "./fields.ts";
import { readLayout, type Layout } from "./layout.ts";
import { MASKED_ID } from "./masked.ts";
import { isSeed, likenessOf, type FieldName } from "./names.ts";
import type { Indexed } from "./gaps.ts";
import { compareRanks, relate, type Tie } from "./relations.ts";
import { findOwner } from "./rivals.ts";

/** What is known around a secret. */
export interface PairingInput {
  /** Texts around the secret, innermost first: decoded ones first, the file's own last. */
  readonly contexts: readonly MatchContext[];
  /** Of the secret, outermost first. */
  readonly encodings: readonly Encoding[];
  /** The file's path, whose name may hold the key ID. */
  readonly path: BytePath | null;
  /** Archive members, outermost first. */
  readonly members: readonly BytePath[];
}

/** The key IDs of a secret, and why they are. */
export interface Pairing {
  /** None, one or several; sorted. Base32 ones, and others only where no base32 one stands. */
  readonly keyIds: KeyIds;
  /** Whether structure tells it (joined, side by side, named alike, the file's name), and not nearness alone. */
  readonly isSure: boolean;
  /** What ties the best of them to the secret. */
  readonly tie: Tie | "file-name" | null;
  /** Whether they are base32. */
  readonly isStrong: boolean;
  /** The name of the secret's field, from the innermost text that has one. */
  readonly secretName: FieldName | null;
}

/**
 * The IDs of the key that a secret belongs to. Structure decides before nearness, and an ID that another secret has more
 * right to is left to that; where it does not decide, all that may be meant are given.
 *
 * Pure. Its cost is linear in the contexts, save for some steps for each pair of candidates in a context.
 */
export function pairKeys(input: PairingInput): Pairing {
  let best: Found | null = null;
  let secretName: FieldName | null = null;
  for (const [index, { before, after }] of input.contexts.entries()) {
    const layout = readLayout(before, after, { isCoded: index > 0 && input.encodings.some(mayStandAlone) });
    const fields = fieldsOf(layout);
    secretName ??= fields[layout.self]?.field.name ?? null;
    if (fields.length === 1 || best?.isSure === true) continue;
    const found = findIn(layout, fields);
    if (found !== null && (best === null || found.isSure)) best = found;
  }
  return { ...(fromFileName(input, best) ?? best ?? NOTHING), secretName };
}

type Found = Omit<Pairing, "secretName">;

const NOTHING: Found = { keyIds: [], isSure: false, tie: null, isStrong: false };

/** How far from a secret its ID may stand. Source: notes/secret-format.md#pairs */
const MAX_GAP_BYTES = 1_200;

/** Encodings in which people write an ID and a secret each on its own, side by side. */
function mayStandAlone(encoding: Encoding): boolean {
  return encoding === "base64" || encoding === "base64url" || encoding === "hex";
}

/** The field of each candidate. */
function fieldsOf(layout: Layout): Indexed[] {
  return layout.candidates.map((_, index) => ({ field: findField(layout, index), index }));
}

function findIn(layout: Layout, fields: readonly Indexed[]): Found | null {
  const own = fields[layout.self];
  if (own === undefined) return null;
  const all = fields.flatMap((one) => choiceOf(layout, one, own));
  const strong = all.filter(isStrong);
  const choices = ofBestKind(all, strong);
  const best = chooseOwn(layout, fields, own, choices);
  const [first] = best;
  // Where its own field may hold a reference, no other ID is known to be its.
  if (first === undefined || best.some(({ id }) => id === MASKED_ID)) return null;
  const { tie } = first.relation;
  const isSure = best.every((one) => isStructural(one.relation.tie) && one.relation.isAround);
  return { keyIds: sorted(best.map(({ id }) => id)), isSure, tie, isStrong: best.some(isCertain) };
}

/** What a candidate is to the secret, if it can be its ID at all. */
function choiceOf(layout: Layout, one: Indexed, own: Indexed): Choice[] {
  const { field, index } = one;
  const { id } = field.value;
  if (id === null || (field.name !== null && isSeed(field.name))) return [];
  const relation = relate(layout, one, own);
  if (relation.distance > MAX_GAP_BYTES || isAside(field, own.field, relation) || isOfOther(field, own.field))
    return [];
  return [{ id, index, field, relation }];
}

/** Whether both fields have names that say whose they are, and each says another: `ORDER_ID` and `KAFKA_PASSWORD`. */
function isOfOther({ name, isProse }: Field, { name: own }: Field): boolean {
  if (name === null || own === null || name.role !== "id" || own.role !== "secret" || isProse) return false;
  return likenessOf(name, own) === 0;
}

/** The base32 IDs, or all where there are none. Those that read like words only where nothing better is certain. */
function ofBestKind(all: readonly Choice[], strong: readonly Choice[]): readonly Choice[] {
  if (strong.length === 0) return all;
  if (strong.some(({ relation }) => isStructural(relation.tie))) return strong;
  return all.filter(({ field }) => field.value.kind !== "other");
}

/** A base32 ID; one that reads like words only where something but nearness speaks for it. */
function isStrong(choice: Choice): boolean {
  return isCertain(choice) || (choice.field.value.kind === "word" && isStructural(choice.relation.tie));
}

/** An ID that nothing else can be: base32, and no words, or named or joined as an ID is. */
function isCertain({ field: { value, name }, relation }: Choice): boolean {
  if (value.kind !== "word") return value.kind === "base32";
  return relation.tie === "joined" || relation.tie === "named" || name?.role === "id";
}

function isStructural(tie: Tie): boolean {
  return tie === "joined" || tie === "row" || tie === "adjacent" || tie === "named";
}

/** The best of the choices that no other secret takes. */
function chooseOwn(
  layout: Layout,
  fields: readonly Indexed[],
  own: Indexed,
  choices: readonly Choice[],
): readonly Choice[] {
  const alternating = chooseAlternating(layout, choices);
  if (alternating.length > 0) return alternating;
  const isTaken = (choice: Choice): boolean => findOwner(layout, fields, choice) !== null;
  const best = chooseBest(
    layout,
    choices.filter((choice) => !isTaken(choice)),
  );
  const [first] = best;
  if (first === undefined) return best;
  // One that stands between is as likely to be meant: all IDs may come before all secrets.
  const between = choices.filter((choice) => isTaken(choice) && isOnTheWay(choice, first, own));
  return [...best, ...between.filter(({ id }) => best.every((one) => one.id !== id))];
}

/** Whether an ID that another secret takes stands between the best one and the secret, and is as good but for that. */
function isOnTheWay(taken: Choice, best: Choice, own: Indexed): boolean {
  const isSameSide = taken.index < own.index === best.index < own.index;
  const isNearer = taken.relation.distance < best.relation.distance;
  return isSameSide && isNearer && compareRanks(taken.relation, best.relation) <= 0;
}

/** What the file's name says, where the text does not decide: the name speaks of all that the file holds. */
function fromFileName({ path, members }: PairingInput, found: Found | null): Found | null {
  if (found?.isSure === true && found.keyIds.length === 1 && found.isStrong) return null;
  const names = [...members, ...(path === null ? [] : [path])].map((name) => name.slice(name.lastIndexOf("/") + 1));
  const ids = [...new Set(names.flatMap(findIdsInFileName))];
  if (ids.length === 0) return null;
  return { keyIds: sorted(ids), isSure: ids.length === 1, tie: "file-name", isStrong: true };
}

/** Copies: a part of a text would keep all of it in memory. */
function sorted(ids: readonly string[]): KeyIds {
  return ids.map((id) => Buffer.from(id, "latin1").toString("latin1")).sort();
}
