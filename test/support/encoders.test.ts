import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ENCODERS, requireEncoder } from "./encoders.ts";
import { makeSecret, seeded } from "./secrets.ts";

type Decode = (encoded: Buffer) => string;

// Decoders that share nothing with the encoders: the runtime's own where it has one.
const fromBase64: Decode = (encoded) => Buffer.from(encoded.toString(), "base64").toString();
const fromHex: Decode = (encoded) => Buffer.from(encoded.toString(), "hex").toString();
const fromUtf16: (label: string) => Decode = (label) => (encoded) => new TextDecoder(label).decode(encoded);
const fromPercent: Decode = (encoded) => decodeURIComponent(encoded.toString());
const fromJson: Decode = (encoded) => String(JSON.parse(`"${encoded.toString()}"`));
const fromQuotedPrintable: Decode = (encoded) => {
  const lines = encoded.toString().replaceAll(/=\r?\n/g, "");
  const bytes = lines.replaceAll(/=(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
};

const DECODERS: Readonly<Record<string, Decode>> = {
  base64: fromBase64,
  "base64-unpadded": fromBase64,
  "base64url-padded": fromBase64,
  base64url: fromBase64,
  "base64-wrapped": fromBase64,
  "base64url-wrapped": fromBase64,
  "base64-of-base64": inTurn(fromBase64, fromBase64),
  "base64-of-gzip": (encoded) => gunzipSync(Buffer.from(encoded.toString(), "base64")).toString(),
  "hex-lower": fromHex,
  "hex-upper": fromHex,
  "hex-of-gzip": (encoded) => gunzipSync(Buffer.from(encoded.toString(), "hex")).toString(),
  "utf-16le": fromUtf16("utf-16le"),
  "utf-16le-bom": fromUtf16("utf-16le"),
  "utf-16be": fromUtf16("utf-16be"),
  "utf-16be-bom": fromUtf16("utf-16be"),
  "utf-32le": fromUtf32((view, at) => view.getUint32(at, true)),
  "utf-32le-bom": fromUtf32((view, at) => view.getUint32(at, true)),
  "utf-32be": fromUtf32((view, at) => view.getUint32(at)),
  "utf-32be-bom": fromUtf32((view, at) => view.getUint32(at)),
  "percent-special": fromPercent,
  "percent-special-lower": fromPercent,
  "percent-component": fromPercent,
  "percent-component-lower": fromPercent,
  "percent-all": fromPercent,
  "percent-all-lower": fromPercent,
  "json-slash": fromJson,
  "json-slash-in-json": inTurn(fromJson, fromJson),
  "json-slash-twice": inTurn(fromJson, fromJson),
  "json-slash-thrice": inTurn(fromJson, fromJson, fromJson),
  "unicode-upper": fromJson,
  "unicode-lower": fromJson,
  "unicode-in-json": inTurn(fromJson, fromJson),
  "unicode-in-json-in-json": inTurn(fromJson, fromJson, fromJson),
  "unicode-all": fromJson,
  "x-lower": fromXEscapes,
  "x-upper": fromXEscapes,
  "x-in-json": inTurn(fromJson, fromXEscapes),
  "x-all": fromXEscapes,
  properties: fromProperties,
  "shell-backslash": fromShellWord,
  "shell-single-quotes": (encoded) => fromShellWord(Buffer.from(`'${encoded.toString()}'`)),
  "entity-decimal": fromEntities,
  "entity-hex-upper": fromEntities,
  "entity-hex-lower": fromEntities,
  "entity-named": fromEntities,
  "entity-all-decimal": fromEntities,
  "entity-all-hex": fromEntities,
  "quoted-printable": fromQuotedPrintable,
  "quoted-printable-special": fromQuotedPrintable,
  "quoted-printable-all": fromQuotedPrintable,
};

/** What `c+/=` becomes. */
const VECTORS: Readonly<Record<string, string>> = {
  base64: "YysvPQ==",
  "base64-unpadded": "YysvPQ",
  "base64url-padded": "YysvPQ==",
  base64url: "YysvPQ",
  "base64-wrapped": "YysvPQ==",
  "base64url-wrapped": "YysvPQ",
  "base64-of-base64": "WXlzdlBRPT0=",
  "hex-lower": "632b2f3d",
  "hex-upper": "632B2F3D",
  "utf-16le": "c\0+\0/\0=\0",
  "utf-16le-bom": "\xff\xfec\0+\0/\0=\0",
  "utf-16be": "\0c\0+\0/\0=",
  "utf-16be-bom": "\xfe\xff\0c\0+\0/\0=",
  "utf-32le": "c\0\0\0+\0\0\0/\0\0\0=\0\0\0",
  "utf-32le-bom": "\xff\xfe\0\0c\0\0\0+\0\0\0/\0\0\0=\0\0\0",
  "utf-32be": "\0\0\0c\0\0\0+\0\0\0/\0\0\0=",
  "utf-32be-bom": "\0\0\xfe\xff\0\0\0c\0\0\0+\0\0\0/\0\0\0=",
  "percent-special": "c%2B%2F%3D",
  "percent-special-lower": "c%2b%2f%3d",
  "percent-component": "c%2B%2F%3D",
  "percent-component-lower": "c%2b%2f%3d",
  "percent-all": "%63%2B%2F%3D",
  "percent-all-lower": "%63%2b%2f%3d",
  "json-slash": "c+\\/=",
  "json-slash-in-json": "c+\\\\/=",
  "json-slash-twice": "c+\\\\\\/=",
  "json-slash-thrice": "c+\\\\\\\\\\\\\\/=",
  "unicode-upper": "c\\u002B\\u002F\\u003D",
  "unicode-lower": "c\\u002b\\u002f\\u003d",
  "unicode-in-json": "c\\\\u002B\\\\u002F\\\\u003D",
  "unicode-in-json-in-json": "c\\\\\\\\u002B\\\\\\\\u002F\\\\\\\\u003D",
  "unicode-all": "\\u0063\\u002b\\u002f\\u003d",
  "x-lower": "c\\x2b\\x2f\\x3d",
  "x-upper": "c\\x2B\\x2F\\x3D",
  "x-in-json": "c\\\\x2b\\\\x2f\\\\x3d",
  "x-all": "\\x63\\x2b\\x2f\\x3d",
  properties: "c+/\\=",
  "shell-backslash": "c\\+\\/\\=",
  "shell-single-quotes": "c+/=",
  "entity-decimal": "c&#43;&#47;&#61;",
  "entity-hex-upper": "c&#x2B;&#x2F;&#x3D;",
  "entity-hex-lower": "c&#x2b;&#x2f;&#x3d;",
  "entity-named": "c&plus;&sol;&equals;",
  "entity-all-decimal": "&#99;&#43;&#47;&#61;",
  "entity-all-hex": "&#x63;&#x2b;&#x2f;&#x3d;",
  "quoted-printable": "c+/=3D",
  "quoted-printable-special": "c=2B=2F=3D",
  "quoted-printable-all": "=63=2B=2F=3D",
};

const TEXTS = [
  makeSecret(seeded(1)),
  `username="A" password='b+/=' a\\b & <c> %2B &#43; =2B \\u002B\n\n  second line, é and 100 %\t\n`,
  `${"long ".repeat(40)}\n${"=".repeat(200)}`,
];

test.each(ENCODERS.map(({ form }) => form))("a decoder of its kind turns back what %s gives", (form) => {
  for (const [i, text] of TEXTS.entries()) {
    const encoded = requireEncoder(form).encode(Buffer.from(text), seeded(i));
    expect(DECODERS[form]?.(encoded)).toBe(text);
  }
});

test.each(Object.entries(VECTORS))("%s writes c+/= as %j", (form, expected) => {
  expect(requireEncoder(form).encode(Buffer.from("c+/="), seeded(1)).toString("latin1")).toBe(expected);
});

test("forms have names of their own, and each is in the tables of this file", () => {
  const forms = ENCODERS.map(({ form }) => form);
  expect(new Set(forms).size).toBe(forms.length);
  expect(Object.keys(DECODERS).toSorted()).toEqual(forms.toSorted());
  expect(Object.keys(VECTORS).concat("base64-of-gzip", "hex-of-gzip").toSorted()).toEqual(forms.toSorted());
});

test("a wrapped text has lines of one length, from 16 characters on, and indentations of one kind", () => {
  for (let seed = 0; seed < 50; seed++) {
    const lines = requireEncoder("base64-wrapped").encode(Buffer.alloc(300), seeded(seed)).toString().split(/\r?\n/);
    const [first = "", second = "", ...others] = lines;
    expect(first).toMatch(/^\S{16,76}$/);
    expect(second.trim()).toHaveLength(first.length);
    expect(new Set([second, ...others].map((line) => /^\s*/.exec(line)?.[0])).size).toBe(1);
  }
});

test("quoted-printable has no line of more than 76 characters, and none that ends in a blank", () => {
  for (const form of ["quoted-printable", "quoted-printable-special", "quoted-printable-all"]) {
    for (let seed = 0; seed < 20; seed++) {
      const lines = requireEncoder(form)
        .encode(Buffer.from(TEXTS.join("")), seeded(seed))
        .toString()
        .split(/\r?\n/);
      expect(lines.filter((line) => line.length > 76 || /[ \t]$/.test(line))).toEqual([]);
    }
  }
});

/** One decoder after the other, the outermost first. */
function inTurn(...decoders: readonly Decode[]): Decode {
  return (encoded) => decoders.reduce((bytes, decode) => Buffer.from(decode(bytes)), encoded).toString();
}

function fromUtf32(codeAt: (view: DataView, at: number) => number): Decode {
  return (encoded) => {
    const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.length);
    const codes = Array.from({ length: encoded.length / 4 }, (_, i) => codeAt(view, i * 4));
    return String.fromCodePoint(...codes).replace(/^\ufeff/, "");
  };
}

function fromXEscapes(encoded: Buffer): string {
  const bytes = encoded
    .toString("latin1")
    .replaceAll(/\\(?:x(..)|(.))/gs, (_, hex?: string, other = "") =>
      hex === undefined ? String(JSON.parse(`"\\${other}"`)) : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1").toString();
}

/** As java.util.Properties.load reads a value. */
function fromProperties(encoded: Buffer): string {
  const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
  return encoded
    .toString()
    .replaceAll(/\\(?:u(....)|(.))/gs, (_, hex?: string, other = "") =>
      hex === undefined ? (named[other] ?? other) : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

/** As a POSIX shell reads one word. */
function fromShellWord(encoded: Buffer): string {
  return encoded
    .toString()
    .replaceAll(/'([^']*)'|\\(.)/gsu, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? "");
}

function fromEntities(encoded: Buffer): string {
  const named: Readonly<Record<string, string>> = {
    plus: "+",
    sol: "/",
    equals: "=",
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
  };
  return encoded
    .toString()
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name = "") => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal === undefined ? (named[name] ?? "") : String.fromCodePoint(Number(decimal));
    });
}
