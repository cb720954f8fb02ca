import { MAX_NAME, startOfName } from "./labels.ts";
import { readName, type FieldName } from "./names.ts";
import type { Placed } from "./place.ts";

/** The name of a value in an object or entry whose fields are sorted otherwise: `{ "value": …, "zname": "API_KEY" }`. */
export function nameBehind(text: string, value: Placed, role: "id" | "secret"): FieldName | null {
  const rest = /^[^{}[\]]{0,100}/.exec(text.slice(value.end, value.end + 100))?.[0] ?? "";
  const end = rest.search(/\n\s*- |\n\s*\n/);
  return lastOfRole(end === -1 ? rest : rest.slice(0, end), role)?.name ?? null;
}

/** The name before an opening bracket: `variable "api_key" {`, `"apiKey": {`. */
export function headingOf(text: string, bracket: number): FieldName | null {
  const floor = Math.max(0, bracket - MAX_NAME - HEADING_GAP);
  let end = bracket;
  while (end > floor && bracket - end < HEADING_GAP && /[\s"'\\:=]/.test(text[end - 1] ?? "")) end--;
  const start = startOfName(text, end, floor);
  return start === end ? null : readName(text.slice(start, end));
}

const HEADING_GAP = 8;

/** What every name that tells a role has somewhere; most words of a text do not. */
const TELLS_ROLE = /key|user|usr|login|principal|id|secret|pass|pwd|psw|pw/i;

/** The last name in a text that tells this role. */
export function lastOfRole(zone: string, role: "id" | "secret"): { name: FieldName; at: number } | null {
  let last: { name: FieldName; at: number } | null = null;
  for (const { 0: word, index } of zone.matchAll(/[A-Za-z_][\w.-]*/g)) {
    if (!TELLS_ROLE.test(word)) continue;
    const name = readName(word.slice(0, MAX_NAME));
    if (name.role === role) last = { name, at: index };
  }
  return last;
}
