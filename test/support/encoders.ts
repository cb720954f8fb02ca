import { gzipSync } from "node:zlib";
import type { Random } from "./secrets.ts";

/** The ids by which a finding names encodings. Written down here again on purpose: the tests share no table with the product. */
export type EncodingId =
  | "base64"
  | "base64url"
  | "utf-16le"
  | "utf-16be"
  | "utf-32le"
  | "utf-32be"
  | "percent"
  | "escape"
  | "entity"
  | "quoted-printable"
  | "hex"
  | "split"
  | "gzip";

/** One form in which a text is written down. Plain and slow; shares no code with the product. */
export interface Encoder {
  /** Unique among all. */
  readonly form: string;
  /** What a finding names, outermost first. A secret that the form leaves as it is has none. */
  readonly encodings: readonly [EncodingId, ...EncodingId[]];
  /** How many decoders it takes to undo it; a line wrap counts as one. */
  readonly layers: number;
  /** `text` is UTF-8. */
  readonly takes: "bytes" | "text";
  readonly gives: "bytes" | "text";
  /** Where a form leaves a choice (a column, an indentation), `random` makes it. */
  encode(input: Buffer, random: Random): Buffer;
}

const BASE64_FORMS = [
  fromBytes("base64", ["base64"], toBase64),
  fromBytes("base64-unpadded", ["base64"], (input) => withoutPadding(toBase64(input))),
  fromBytes("base64url-padded", ["base64url"], (input) => toBase64(input).replaceAll("+", "-").replaceAll("/", "_")),
  fromBytes("base64url", ["base64url"], (input) => input.toString("base64url")),
  fromBytes("base64-wrapped", ["split", "base64"], (input, random) => wrapAnyhow(toBase64(input), input, random)),
  fromBytes("base64url-wrapped", ["split", "base64url"], (input, random) =>
    wrapAnyhow(input.toString("base64url"), input, random),
  ),
  fromBytes("base64-of-base64", ["base64", "base64"], (input) => toBase64(Buffer.from(toBase64(input)))),
  fromBytes("base64-of-gzip", ["base64", "gzip"], (input) => toBase64(gzipSync(input))),
];

const HEX_FORMS = [
  fromBytes("hex-lower", ["hex"], (input) => input.toString("hex")),
  fromBytes("hex-upper", ["hex"], (input) => input.toString("hex").toUpperCase()),
  fromBytes("hex-of-gzip", ["hex", "gzip"], (input) => gzipSync(input).toString("hex")),
];

const UTF_FORMS = [
  toUnits("utf-16le", (text) => Buffer.from(text, "utf16le")),
  toUnits("utf-16be", (text) => Buffer.from(text, "utf16le").swap16()),
  toUnits("utf-32le", (text) => toUtf32(text).swap32()),
  toUnits("utf-32be", (text) => toUtf32(text)),
].flat();

const PERCENT_FORMS = [
  fromText("percent-special", "percent", (text) => text.replaceAll(/[+/=%]/g, toPercent)),
  fromText("percent-special-lower", "percent", (text) =>
    text.replaceAll(/[+/=%]/g, (character) => toPercent(character).toLowerCase()),
  ),
  fromText("percent-component", "percent", encodeURIComponent),
  fromText("percent-component-lower", "percent", (text) =>
    encodeURIComponent(text).replaceAll(/%../g, (triple) => triple.toLowerCase()),
  ),
  fromText("percent-all", "percent", (text) => text.replaceAll(/[^]/gu, toPercent)),
  fromText("percent-all-lower", "percent", (text) =>
    text.replaceAll(/[^]/gu, (character) => toPercent(character).toLowerCase()),
  ),
];

const ESCAPE_FORMS = [
  fromText("json-slash", "escape", toJsonSlash),
  fromText("json-slash-in-json", "escape", (text) => toJson(toJsonSlash(text)), 2),
  fromText("json-slash-twice", "escape", (text) => toJsonSlash(toJsonSlash(text)), 2),
  fromText("json-slash-thrice", "escape", (text) => toJsonSlash(toJsonSlash(toJsonSlash(text))), 3),
  fromText("unicode-upper", "escape", (text) => toUnicodeEscapes(text)),
  fromText("unicode-lower", "escape", (text) => escapeSpecials(toJson(text), (code) => `\\u${hexOf(code, 4)}`)),
  fromText("unicode-in-json", "escape", (text) => toJson(toUnicodeEscapes(text)), 2),
  fromText("unicode-in-json-in-json", "escape", (text) => toJson(toJson(toUnicodeEscapes(text))), 3),
  fromText("unicode-all", "escape", (text) => text.replaceAll(/[^]/g, (unit) => `\\u${hexOf(unit.charCodeAt(0), 4)}`)),
  fromText("x-lower", "escape", toXEscapes),
  fromText("x-upper", "escape", (text) => escapeSpecials(toJson(text), (code) => `\\x${hexOf(code, 2).toUpperCase()}`)),
  fromText("x-in-json", "escape", (text) => toJson(toXEscapes(text)), 2),
  fromText("x-all", "escape", (text) => Buffer.from(text).toString("hex").replaceAll(/../g, "\\x$&")),
  fromText("properties", "escape", toPropertiesValue),
  fromText("shell-backslash", "escape", (text) => text.replaceAll(/[^A-Za-z0-9\n]/gu, "\\$&").replaceAll("\n", "'\n'")),
  fromText("shell-single-quotes", "escape", (text) => text.replaceAll("'", `'\\''`)),
];

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ["+", "&plus;"],
  ["/", "&sol;"],
  ["=", "&equals;"],
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

const ENTITY_FORMS = [
  fromText("entity-decimal", "entity", (text) => text.replaceAll(/[+/=&<>"']/g, toDecimalEntity)),
  fromText("entity-hex-upper", "entity", (text) =>
    text.replaceAll(/[+/=&<>"']/g, (character) => `&#x${hexOf(codeOf(character), 2).toUpperCase()};`),
  ),
  fromText("entity-hex-lower", "entity", (text) => text.replaceAll(/[+/=&<>"']/g, toHexEntity)),
  fromText("entity-named", "entity", (text) =>
    text.replaceAll(/[+/=&<>"']/g, (character) => NAMED_ENTITIES.get(character) ?? character),
  ),
  fromText("entity-all-decimal", "entity", (text) => text.replaceAll(/[^]/gu, toDecimalEntity)),
  fromText("entity-all-hex", "entity", (text) => text.replaceAll(/[^]/gu, toHexEntity)),
];

const QUOTED_PRINTABLE_FORMS = [
  fromText("quoted-printable", "quoted-printable", (text, random) =>
    toQuotedPrintable(text, /[^\t\x20-\x3c\x3e-\x7e]/, random),
  ),
  fromText("quoted-printable-special", "quoted-printable", (text, random) =>
    toQuotedPrintable(text, /[^\t\x20-\x7e]|[+/=]/, random),
  ),
  fromText("quoted-printable-all", "quoted-printable", (text, random) => toQuotedPrintable(text, /[^]/, random)),
];

/** Every form of every encoding, but for texts that are broken up: those are in broken-up.ts. */
export const ENCODERS: readonly Encoder[] = [
  ...BASE64_FORMS,
  ...HEX_FORMS,
  ...UTF_FORMS,
  ...PERCENT_FORMS,
  ...ESCAPE_FORMS,
  ...ENTITY_FORMS,
  ...QUOTED_PRINTABLE_FORMS,
];

/** The encoder of a form; throws where there is none. */
export function requireEncoder(form: string): Encoder {
  const encoder = ENCODERS.find((one) => one.form === form);
  if (encoder === undefined) throw new Error(`there is no form ${form}`);
  return encoder;
}

/** `text` in lines of `column` characters, the last one without a line end. */
export function wrapText(text: string, column: number, lineEnd: string, indentation: string): string {
  const lines = text.match(new RegExp(`.{1,${column}}`, "gs")) ?? [];
  return lines.join(lineEnd + indentation);
}

/** One of `choices`. */
export function choose<T>(choices: readonly [T, ...T[]], random: Random): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

/** A whole number from `least` to `most`, both included. */
export function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

function fromBytes(
  form: string,
  encodings: Encoder["encodings"],
  encode: (input: Buffer, random: Random) => string,
): Encoder {
  return {
    form,
    encodings,
    layers: encodings.length,
    takes: "bytes",
    gives: "text",
    encode: (input, random) => Buffer.from(encode(input, random)),
  };
}

function fromText(
  form: string,
  encoding: EncodingId,
  encode: (text: string, random: Random) => string,
  layers = 1,
): Encoder {
  return {
    form,
    encodings: [encoding],
    layers,
    takes: "text",
    gives: "text",
    encode: (input, random) => Buffer.from(encode(input.toString(), random)),
  };
}

/** A UTF of wide units, without and with a byte-order mark. */
function toUnits(id: EncodingId, encode: (text: string) => Buffer): readonly Encoder[] {
  const parts = { encodings: [id], layers: 1, takes: "text", gives: "bytes" } as const;
  return [
    { ...parts, form: id, encode: (input) => encode(input.toString()) },
    { ...parts, form: `${id}-bom`, encode: (input) => encode(`\ufeff${input.toString()}`) },
  ];
}

function toBase64(input: Buffer): string {
  return input.toString("base64");
}

function withoutPadding(text: string): string {
  return text.replace(/=+$/, "");
}

/** Narrow lines are promised to be read where `input` shows the prefix; what hides it once more needs lines of 64. */
function wrapAnyhow(text: string, input: Buffer, random: Random): string {
  const column = between(input.includes("flt") ? 16 : 64, 76, random);
  const indentation = choose([" ", "\t"], random).repeat(between(0, 12, random));
  return wrapText(text, column, choose(["\n", "\r\n"], random), indentation);
}

function toUtf32(text: string): Buffer {
  const codes = Array.from(text, codeOf);
  const bytes = Buffer.alloc(codes.length * 4);
  for (const [i, code] of codes.entries()) bytes.writeUInt32BE(code, i * 4);
  return bytes;
}

function toPercent(character: string): string {
  return Buffer.from(character).toString("hex").toUpperCase().replaceAll(/../g, "%$&");
}

/** A text as it stands between the quotes of a JSON string. */
function toJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function toJsonSlash(text: string): string {
  return toJson(text).replaceAll("/", "\\/");
}

function toUnicodeEscapes(text: string): string {
  return escapeSpecials(toJson(text), (code) => `\\u${hexOf(code, 4).toUpperCase()}`);
}

function toXEscapes(text: string): string {
  return escapeSpecials(toJson(text), (code) => `\\x${hexOf(code, 2)}`);
}

function escapeSpecials(text: string, escape: (code: number) => string): string {
  return text.replaceAll(/[+/=]/g, (character) => escape(codeOf(character)));
}

/** A value as java.util.Properties.store writes it. */
function toPropertiesValue(text: string): string {
  return text
    .replaceAll(/[\\:=#!]/g, "\\$&")
    .replace(/^ /, "\\ ")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${hexOf(unit.charCodeAt(0), 4).toUpperCase()}`);
}

function toDecimalEntity(character: string): string {
  return `&#${codeOf(character)};`;
}

function toHexEntity(character: string): string {
  return `&#x${hexOf(codeOf(character), 2)};`;
}

/** Line ends of the text stay; soft ones are put where a line would be longer than 76, or than a drawn, smaller width. */
function toQuotedPrintable(text: string, quoted: RegExp, random: Random): string {
  // What hides the prefix is promised to be read in lines of 64 and more: see wrapAnyhow.
  const width = quoted.test("a") || !text.includes("flt") ? 76 : choose([76, 76, between(30, 76, random)], random);
  const softBreak = `=${choose(["\r\n", "\n"], random)}`;
  return text
    .split("\n")
    .map((line) => breakSoftly(quoteLine(line, quoted), width, softBreak))
    .join("\n");
}

/** The pieces of a line that no soft break may cut. */
function quoteLine(line: string, quoted: RegExp): readonly string[] {
  const bytes = Array.from(Buffer.from(line).toString("latin1"));
  return bytes.map((byte, i) => {
    const isBlankAtEnd = i === bytes.length - 1 && (byte === " " || byte === "\t");
    return isBlankAtEnd || quoted.test(byte) ? `=${hexOf(byte.charCodeAt(0), 2).toUpperCase()}` : byte;
  });
}

function breakSoftly(pieces: readonly string[], width: number, softBreak: string): string {
  let broken = "";
  let column = 0;
  for (const piece of pieces) {
    if (column + piece.length > width - 1) {
      broken += softBreak;
      column = 0;
    }
    broken += piece;
    column += piece.length;
  }
  return broken;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function hexOf(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
