import { maskSecrets } from "../codec/mask.ts";
import type { BytePath } from "../model/byte-path.ts";

/** A UTF-8 character in a latin1 string of bytes, or one byte that belongs to none. Source: Unicode 15, table 3-7. */
const CHARACTER = new RegExp(
  [
    "[\\x00-\\x7f]",
    "[\\xc2-\\xdf][\\x80-\\xbf]",
    "\\xe0[\\xa0-\\xbf][\\x80-\\xbf]",
    "[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}",
    "\\xed[\\x80-\\x9f][\\x80-\\xbf]",
    "\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}",
    "[\\xf1-\\xf3][\\x80-\\xbf]{3}",
    "\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}",
    "[\\x80-\\xff]",
  ].join("|"),
  "g",
);

/** Nothing to be made visible: most paths, and the patterns of the rest take a millisecond to compile. */
const PLAIN = /^[\x20-\x7e]*$/;

/** What moves a terminal's cursor, changes its state, reorders text, or cannot be seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
const INVISIBLE_IN_JSON = new RegExp(`(?!\n)${INVISIBLE.source}`, "gu");
const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u001b": "\\e" };

/**
 * A path as text that a terminal cannot misunderstand: control characters and broken bytes as escapes. A secret in a
 * name is masked.
 */
export function visiblePath(path: BytePath): string {
  if (PLAIN.test(path)) return maskSecrets(path);
  const visible = path.replace(CHARACTER, (bytes) => {
    const character = Buffer.from(bytes, "latin1").toString("utf8");
    return character === "\ufffd" && bytes.length === 1
      ? `\\x${hex(bytes.charCodeAt(0), 2)}`
      : visibleCharacter(character);
  });
  return maskSecrets(visible);
}

/** Any text made safe to print, the same way. */
export function visibleText(text: string): string {
  return maskSecrets(text.replace(/./gsu, visibleCharacter));
}

/**
 * JSON, as `JSON.stringify` indents it, in which a terminal finds nothing but text and line feeds:
 * what else it could act on stands as `\uXXXX`, which says the same.
 */
export function visibleJson(json: string): string {
  return json.replace(INVISIBLE_IN_JSON, (character) =>
    Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join(""),
  );
}

function visibleCharacter(character: string): string {
  if (!INVISIBLE.test(character)) return character;
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 1)}}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
