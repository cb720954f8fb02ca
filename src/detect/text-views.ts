import type { Encoding } from "../model/encoding.ts";
import { ViewBuilder, type View } from "./view.ts";

/** How far apart the pieces of a secret may stand, in bytes: three lines of a wide table. */
export const MAX_GAP_BYTES = 160;

/** A line end in a literal (`\n`, `%0A`), or a tag that marks where a line may end. */
const MARKED_GAP = String.raw`\\{1,16}[nrt]|%0[AaDd]|<\/?[A-Za-z]{1,10} ?\/?>`;
const OTHER_BYTE = String.raw`[^A-Za-z0-9+\/\0]`;
/** A `+` or `//` with no character of the alphabet on either side: it joins literals, or begins a comment. */
const FREE_SIGN = String.raw`(?<![A-Za-z0-9+\/])[+\/]{1,3}(?![A-Za-z0-9+\/])`;
/** The same where that is sure: at the beginning of a line, and between quotes. */
const SIGN_IN_PLACE = String.raw`(?<=\n[ \t]*)[+\/]{1,3}(?![A-Za-z0-9+\/])|(?<=["'\x60]\s*)\+(?=\s*(?:\+\s*)?["'\x60])`;
/** At the beginning of a line, directly before a character: a diff's margin, or a comment's. */
const DIFF_MARGIN = String.raw`(?<=\n)[+]`;
const COMMENT_MARGIN = String.raw`(?<=\n)\/\/`;

/**
 * The ways in which what stands between two pieces may be read, and when to try one. The same bytes mean different
 * things: a lone `/` is a comment's sign or a piece of its own, a `%` is none or the beginning of `%2B`.
 */
const READINGS: readonly { readonly gap: string; readonly isFor: RegExp }[] = [
  { gap: [MARKED_GAP, OTHER_BYTE, FREE_SIGN].join("|"), isFor: /^/ },
  { gap: [MARKED_GAP, OTHER_BYTE, FREE_SIGN, DIFF_MARGIN].join("|"), isFor: /\n[+]/ },
  { gap: [MARKED_GAP, OTHER_BYTE, FREE_SIGN, COMMENT_MARGIN].join("|"), isFor: /\n\/\// },
  { gap: [MARKED_GAP, OTHER_BYTE, SIGN_IN_PLACE].join("|"), isFor: new RegExp(FREE_SIGN) },
  { gap: [MARKED_GAP, OTHER_BYTE].join("|"), isFor: new RegExp(FREE_SIGN) },
  { gap: [MARKED_GAP, "[^A-Za-z0-9+\\/%\\0]", FREE_SIGN].join("|"), isFor: /%/ },
];

/** What escapes look like, and the code of the character that one stands for: -1 for none, `null` for no escape. */
interface EscapeForm {
  readonly encoding: Encoding;
  readonly pattern: RegExp;
  readonly decode: (groups: readonly (string | undefined)[]) => number | null;
}

const NONE = -1;
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
]);

/** Names of characters that may stand in a secret, in base64, or next to either. Source: https://html.spec.whatwg.org/multipage/named-characters.html */
const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ["plus", "+"],
  ["sol", "/"],
  ["equals", "="],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["lt", "<"],
  ["gt", ">"],
  ["colon", ":"],
  ["semi", ";"],
  ["percnt", "%"],
  ["bsol", "\\"],
  ["lowbar", "_"],
  ["nbsp", " "],
  ["Tab", "\t"],
  ["NewLine", "\n"],
]);

const ESCAPE_FORMS: readonly EscapeForm[] = [
  {
    encoding: "percent",
    pattern: /%([0-9A-Fa-f]{2})/g,
    decode: ([hex]) => fromHex(hex),
  },
  {
    encoding: "escape",
    pattern: /\\{1,16}(?:u{1,8}\{?([0-9A-Fa-f]{4})\}?|x([0-9A-Fa-f]{2})|([0-3][0-7]{2})|([^]))/g,
    decode: ([unicode, hex, octal, character = ""]) => {
      if (octal !== undefined) return Number.parseInt(octal, 8);
      if (unicode !== undefined || hex !== undefined) return fromHex(unicode ?? hex);
      return CONTROLS.get(character) ?? character.charCodeAt(0);
    },
  },
  {
    encoding: "entity",
    pattern: /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));?/g,
    decode: ([decimal, hex, name = ""]) => {
      if (decimal !== undefined) return Number(decimal);
      return hex === undefined ? (NAMED_ENTITIES.get(name)?.charCodeAt(0) ?? null) : fromHex(hex);
    },
  },
  {
    encoding: "quoted-printable",
    pattern: /=(?:([0-9A-Fa-f]{2})|[ \t]*\r?\n)/g,
    decode: ([hex]) => (hex === undefined ? NONE : fromHex(hex)),
  },
];

function fromHex(digits: string | undefined): number {
  return Number.parseInt(digits ?? "", 16);
}

/** The text (latin1) with its escapes undone, once for each kind of escape that is in it. */
export function escapeViews(text: string): View[] {
  return ESCAPE_FORMS.flatMap((form) => {
    const view = undoEscapes(text, form);
    return view === null ? [] : [view];
  });
}

function undoEscapes(text: string, { encoding, pattern, decode }: EscapeForm): View | null {
  const builder = new ViewBuilder(text.length);
  let copied = 0;
  let isChanged = false;
  for (const match of text.matchAll(pattern)) {
    const code = decode(match.slice(1));
    if (code === null) continue;
    isChanged = true;
    copyPlain(text, copied, match.index, builder);
    copied = match.index + match[0].length;
    if (code !== NONE) builder.add(toByte(code), match.index, copied);
  }
  if (!isChanged) return null;
  copyPlain(text, copied, text.length, builder);
  return builder.build(encoding);
}

/** Characters beyond latin1 are in no secret. */
function toByte(code: number): number {
  return code > 0xff ? "?".charCodeAt(0) : code;
}

function copyPlain(text: string, from: number, to: number, builder: ViewBuilder): void {
  for (let i = from; i < to; i++) builder.add(text.charCodeAt(i), i, i + 1);
}

/** The text (latin1) with its gaps closed, in each way that they may be read. */
export function splitViews(text: string): View[] {
  return READINGS.filter(({ isFor }) => isFor.test(text)).map(({ gap }) => closeGaps(text, gap));
}

function closeGaps(text: string, gap: string): View {
  const builder = new ViewBuilder(text.length);
  let copied = 0;
  for (const match of text.matchAll(new RegExp(`(?:${gap})+`, "g"))) {
    copyPlain(text, copied, match.index, builder);
    copied = match.index + match[0].length;
    if (match[0].length > MAX_GAP_BYTES) builder.add(0, match.index, copied);
  }
  copyPlain(text, copied, text.length, builder);
  return builder.build("split");
}
