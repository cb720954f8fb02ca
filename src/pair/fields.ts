import { headingOf, lastOfRole, nameBehind } from "./holders.ts";
import { findLabel, NAME_REACH, type Label } from "./labels.ts";
import { lineAt, type Layout } from "./layout.ts";
import { readName, type FieldName } from "./names.ts";
import type { Place, Placed } from "./place.ts";

/** A candidate, and the field that it is the value of. */
export interface Field {
  readonly value: Placed;
  /** `null` where nothing names it. */
  readonly name: FieldName | null;
  /** Whether the name stands in running text, as in "the key ABC", rather than as a field's. */
  readonly isProse: boolean;
  /** Whether nothing but a comma, a bar or the like parts the two, so that it may as well be the cell before in a row. */
  readonly isCell: boolean;
  /** Whether it is all of its value, and not a part of a sentence, a name or an address. */
  readonly isWhole: boolean;
  /** Where the field stands. */
  readonly place: Place;
  /** Whether braces hold it alone, as in `{ "name": "API_KEY", "value": "ABC" }`: then it is one of a list of fields. */
  readonly isBoxed: boolean;
}

/** The field of the candidate at `index`: its name is looked for between it and the candidate before. */
export function findField(layout: Layout, index: number): Field {
  const value = requireCandidate(layout, index);
  const floor = Math.max(layout.candidates[index - 1]?.end ?? 0, value.start - NAME_REACH);
  const resource = startOfResource(layout.text, value.start, floor);
  if (resource !== null) return resourceField(layout, value, resource, floor);
  const label = findLabel(layout.text, value.start, floor);
  if (label === null) return fieldOf(layout, value, null);
  if (HOLDERS.test(label.text)) return heldField(layout, value, label, floor);
  const isBoxed = isBoxedIn(layout, value, label.start);
  const { isProse, isCell } = label;
  const isWhole = !isProse && !IN_NAME.test(layout.text[value.start - 1] ?? "");
  return { value, name: readName(label.text), isProse, isCell, isWhole, place: placeOf(layout, value), isBoxed };
}

/** What stands in a name or an address, and not around one. */
const IN_NAME = /[\w./-]/;

function fieldOf(layout: Layout, value: Placed, name: FieldName | null, isWhole = true): Field {
  return { value, name, isProse: false, isCell: false, isWhole, place: placeOf(layout, value), isBoxed: false };
}

/** An address of a resource, up to the ID that ends it. Source: notes/pairs.md#resources */
const RESOURCE = /(?:crn|https?):\/\/[^\s"'`<>\\]*\/api-keys?[=/]$/;

/** Where the address begins that a value ends, as in `crn://confluent.cloud/…/api-key=ABC`; `null` if it ends none. */
function startOfResource(text: string, at: number, floor: number): number | null {
  if (!/api-keys?[=/]$/.test(text.slice(Math.max(0, at - 9), at))) return null;
  const from = Math.max(floor, at - NAME_REACH);
  const match = RESOURCE.exec(text.slice(from, at));
  return match === null ? null : from + match.index;
}

/** The field of an ID in the address of its key: an API response names the key so, others may speak of any. */
function resourceField(layout: Layout, value: Placed, start: number, floor: number): Field {
  const label = findLabel(layout.text, start, floor);
  const isOwn = label !== null && OWN_ADDRESS.test(label.text);
  const field = fieldOf(layout, value, isOwn ? KEY : null, false);
  return { ...field, isProse: label !== null && (label.isProse || isSpoken(layout.text, label)) };
}

/** Whether a label of several words, or at the start of a string, makes what follows a sentence: `"revoked: https://…"`. */
function isSpoken(text: string, { text: label, start }: Label): boolean {
  const isInString = /["'`]/.test(text[start - 1] ?? "") && text[start + label.length] === ":";
  return isInString || label.includes(" ");
}

const OWN_ADDRESS = /^(?:resource_name|resourceName|self)$/;
const KEY = readName("id");

/** Names that say nothing but that this is the value of something that is named elsewhere. */
const HOLDERS = /^(?:value|val|v|default|content|data|string|str|text|name)$/i;

/** The field of a value whose own name is `value`, `default` or the like: what holds the two of them is named. */
function heldField(layout: Layout, value: Placed, label: Label, floor: number): Field {
  const { text } = layout;
  const role = value.id === null ? "secret" : "id";
  const bracket = layout.brackets[value.bracket]?.at ?? -1;
  const heading = bracket === -1 ? null : headingOf(text, bracket);
  if (heading?.role === role) return { ...fieldOf(layout, value, heading), isBoxed: true };
  const from = Math.max(floor, bracket, startOfEntry(layout, value));
  const named = lastOfRole(text.slice(from, label.start), role);
  const isBoxed = bracket >= floor;
  if (named === null) return { ...fieldOf(layout, value, nameBehind(text, value, role)), isBoxed };
  return { ...fieldOf(layout, value, named.name), place: placeAt(layout, value, from + named.at), isBoxed };
}

/** Where the entry of a list begins whose line the value stands on; 0 elsewhere. */
function startOfEntry({ lines }: Layout, { line, dash }: Placed): number {
  return dash >= 0 ? (lines[line]?.start ?? 0) : 0;
}

/** Where a line of the layout stands that a name of `value` is on. */
function placeAt(layout: Layout, value: Placed, at: number): Place {
  const line = lineAt(layout, at, value.line);
  if (line === value.line) return value;
  const { column, dash } = layout.lines[line] ?? value;
  return { line, column, dash, depth: value.depth };
}

/** Where a field stands. An entry of a list that holds more than this line is no field of the list itself. */
function placeOf({ lines }: Layout, value: Placed): Place {
  const next = lines[value.line + 1];
  const isLonger = next !== undefined && next.dash === -1 && next.column > value.dash;
  return value.dash >= 0 && isLonger ? withoutDash(value) : value;
}

function withoutDash({ line, depth, column }: Place): Place {
  return { line, depth, column, dash: -1 };
}

/** Whether braces hold nothing but a field's name and its value. */
function isBoxedIn({ text, brackets }: Layout, value: Placed, nameStart: number): boolean {
  const inner = brackets[value.bracket];
  if (inner === undefined || inner.at >= nameStart) return false;
  return isOnly(OPENING, text, inner.at + 1, nameStart) && CLOSING.test(text.slice(value.end, value.end + 16));
}

const OPENING = /^[\s"'\\:]*$/;
const CLOSING = /^[\s"'\\]*[}\]]/;

function isOnly(pattern: RegExp, text: string, from: number, to: number): boolean {
  return to - from <= 32 && pattern.test(text.slice(from, to));
}

/** The candidate at `index`, which the caller knows to exist. */
function requireCandidate({ candidates }: Layout, index: number): Placed {
  const candidate = candidates[index];
  if (candidate === undefined) throw new Error(`there is no candidate ${index}`);
  return candidate;
}
