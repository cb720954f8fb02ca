import type { Layout } from "./layout.ts";
import { SECTION_COLUMN, type Placed } from "./place.ts";

/** How many objects around a secret may be named by its ID. */
const MAX_HEADING_LEVELS = 3;
const OPENS = /^["'`\\]{0,3}(?:\s*(?:[:=]|=>)\s*|[ \t]+)$/;
const OPENS_BYTES = 12;

/** Whether an ID is the key of an object that holds the secret: `"ABC": { "secret": … }`. */
export function isHeadingOf({ text, brackets }: Layout, id: Placed, secret: Placed, column: number): boolean {
  let bracket = brackets[secret.bracket];
  for (let level = 0; level < MAX_HEADING_LEVELS && bracket !== undefined && bracket.at >= id.end; level++) {
    if (bracket.at - id.end <= OPENS_BYTES && OPENS.test(text.slice(id.end, bracket.at))) return true;
    bracket = brackets[bracket.parent];
  }
  return column > id.column && isHeadingLine(text, id);
}

/** `ABC:` or `[ABC]`, with nothing else behind it on its line. */
function isHeadingLine(text: string, id: Placed): boolean {
  const rest = /^["']?(:|\])[ \t\r]*\n/.exec(text.slice(id.end, id.end + OPENS_BYTES));
  return rest !== null && (rest[1] === "]") === (id.column === SECTION_COLUMN);
}
