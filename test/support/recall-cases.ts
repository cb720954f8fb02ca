import { brotliCompressSync, gzipSync } from "node:zlib";
import { makeTar, makeZip } from "./archives.ts";
import { BROKEN_SHAPES, breakUp, cutUp, type BrokenShape } from "./broken-up.ts";
import { CARRIERS, fillCarrier } from "./carriers.ts";
import { between, ENCODERS, requireEncoder, wrapText, type Encoder } from "./encoders.ts";
import { seeded, type Random } from "./secrets.ts";

/** One input that holds one secret, and where it does. */
export interface RecallInput {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** 1-based: of the first byte that depends on the secret; of the encoded text's first byte where that is compressed. */
  readonly line: number;
}

/** A shape in which a secret has to be found, whatever secret it is. */
export interface RecallCase {
  /** Unique; its parts have a slash between them. */
  readonly id: string;
  readonly group: "carrier" | "encoding" | "split" | "chain" | "container";
  /** Whether the given key ID stands with the secret, so that the two have to be paired. */
  readonly hasPair: boolean;
  make(secret: string, keyId: string, random: Random): RecallInput;
}

/** Bytes, and where the first of them stands that depends on the secret. */
interface Placed {
  readonly bytes: Buffer;
  readonly at: number;
  /** The line in the innermost member, where the bytes are a container. */
  readonly line?: number;
}

type Content = (secret: string, keyId: string) => Placed;
type Step = (inner: Placed, random: Random) => Placed;

const JAAS = "org.apache.kafka.common.security.plain.PlainLoginModule required";

/** What is encoded: a secret alone, or one in a text of its own. */
const CONTENTS = {
  secret: (secret) => around("", placeText(secret), ""),
  "secret-and-newline": (secret) => around("", placeText(secret), "\n"),
  pair: (secret, keyId) => around(`${keyId}:`, placeText(secret), ""),
  "pair-and-newline": (secret, keyId) => around(`${keyId}:`, placeText(secret), "\n"),
  properties: (secret, keyId) =>
    around(
      `# Kafka\nbootstrap.servers=pkc-abc12.example.test:9092\nsasl.username=${keyId}\nsasl.password=`,
      placeText(secret),
      "\nacks=all\n",
    ),
  json: (secret, keyId) =>
    around(
      `{\n  "api_key": "${keyId}",\n  "api_secret": "`,
      placeText(secret),
      `",\n  "resource": "lkc-abc123 / orders + 'x'"\n}\n`,
    ),
  jaas: (secret, keyId) => around(`sasl.jaas.config=${JAAS} username="${keyId}" password="`, placeText(secret), `";`),
} as const satisfies Record<string, Content>;

type ContentName = keyof typeof CONTENTS;

const ENCODED_CONTENTS: readonly ContentName[] = ["secret", "pair", "properties", "json", "jaas"];

/** The text that each encoding is usually met in: before and behind. */
const SURROUNDINGS: Record<Encoder["encodings"][0], readonly [string, string]> = {
  base64: ["apiVersion: v1\nkind: Secret\ndata:\n  client.properties: ", "\n  user: YWRtaW4=\n"],
  base64url: ["{\n  'headers': {\n    'authorization': '", "',\n    'accept': '*/*'\n  }\n}\n"],
  split: ["write_files:\n- encoding: b64\n  content: |\n    ", "\n  path: /etc/app.conf\n"],
  gzip: ["blob: ", "\n"],
  hex: ["begin;\nINSERT INTO files (id, body) VALUES (7, X'", "');\ncommit;\n"],
  percent: ["# sinks\nuri: https://sink.example.test/x?topic=a%20b&config=", "&tls=true\nnext: 1\n"],
  escape: ['{\n  "level": "info",\n  "message": "config: ', '"\n}\n'],
  entity: ["<html>\n<body>\n<pre>a &lt; b: ", "</pre>\n</body>\n"],
  "quoted-printable": ["Content-Transfer-Encoding: quoted-printable\r\n\r\nHello,\r\n", "\r\nRegards\r\n"],
  "utf-16le": ["", ""],
  "utf-16be": ["", ""],
  "utf-32le": ["", ""],
  "utf-32be": ["", ""],
};

/** What stands around forms that are not at home where their encoding usually is. */
const OWN_SURROUNDINGS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["properties", ["#Sat Nov 21 05:00:00 UTC 2026\na.b=c\nuser.info=", "\nz=1\n"]],
  ["shell-backslash", ["#!/bin/sh\nset -e\nexport CONFIG=", "\nrun\n"]],
  ["shell-single-quotes", ["#!/bin/sh\nset -e\nexport CONFIG='", "'\nrun\n"]],
]);

function encodingCases(): readonly RecallCase[] {
  return ENCODERS.flatMap((encoder) => [
    ...(["secret", "properties"] as const).map((content) =>
      recallCase("encoding", `${encoder.form}/${content}-alone`, "input.bin", content, [encode(encoder.form)]),
    ),
    ...ENCODED_CONTENTS.map((content) =>
      recallCase("encoding", `${encoder.form}/${content}`, "input.txt", content, [
        encode(encoder.form),
        surround(encoder.form),
      ]),
    ),
  ]);
}

/** Shapes that people meet, each one written out: their steps are from the inside to the outside. */
function shapeCases(): readonly RecallCase[] {
  const shape = (id: string, content: ContentName, ...steps: readonly Step[]): RecallCase =>
    recallCase("encoding", `shape/${id}`, "input.txt", content, steps);
  return [
    shape(
      "userinfo-of-a-url",
      "pair",
      encode("percent-component"),
      inside("a: 1\nurl: https://", "@psrc-a.example.test\n"),
    ),
    shape("form-body", "secret", encode("percent-component-lower"), inside("POST /\r\n\r\nuser=a+b&password=", "&x=1")),
    shape("json-with-escaped-slashes", "secret", encode("json-slash"), inside('{"a":"http:\\/\\/x","b":"', '"}')),
    shape("dotnet-json", "secret", encode("unicode-upper"), inside('{\n  "Name": "it\\u0027s",\n  "Key": "', '"\n}\n')),
    shape("gson-jaas", "secret", inside(`{"c":"${JAAS} username\\u003d\\u0027A\\u0027 password\\u003d\\u0027`, '"}')),
    shape("html-quotes", "secret", encode("entity-hex-upper"), inside("<p>\n<b>password=&quot;", "&quot;;</b>")),
    shape("html-decimal", "secret", encode("entity-decimal"), inside("<p>\nvalue=&#39;", "&#39;</p>")),
    shape("properties-store", "pair", encode("properties"), inside("#Mon\nurl=https\\://x\nuser.info=", "\n")),
    shape("shell-quote-in-quotes", "jaas", encode("shell-single-quotes"), inside("#!/bin/sh\nrun '", "'\n")),
    shape("shell-escaped-quotes", "secret", inside('#!/bin/sh\nrun "user=\\"A\\" password=\\"', '\\""\n')),
    shape("continued-in-sh", "secret", inside("run --key AAAAAAAAAAAAAAAA \\\n  --secret ", " \\\n  --x\n")),
    shape("continued-in-cmd", "secret", inside("run --key AAAAAAAAAAAAAAAA ^\r\n  --secret ", " ^\r\n  --x\r\n")),
    shape("continued-in-powershell", "secret", inside("run -Key AAAA `\r\n  -Secret ", " `\r\n  -X\r\n")),
    shape("mail-of-a-jaas-line", "jaas", encode("quoted-printable"), inside("Hi,\r\n\r\n", "\r\nBye\r\n")),
    shape("kubernetes-value", "secret", encode("base64"), inside("data:\n  key: QQ==\n  secret: ", "\n")),
    shape("kubernetes-value-of-a-line", "secret-and-newline", encode("base64"), inside("data:\n  secret: ", "\n")),
    shape("base64-at-the-second-alignment", "secret", inside("p", ""), encode("base64"), inside("x: ", "\n")),
    shape("base64-at-the-third-alignment", "secret", inside("p=", ";"), encode("base64"), inside("x: ", "\n")),
    shape("base64url-of-a-pair", "pair", encode("base64url"), inside("\nauthorization=", "\n")),
    shape("basic-header", "pair", encode("base64"), inside("GET / HTTP/1.1\r\nAuthorization: Basic ", "\r\n\r\n")),
    shape("basic-header-of-a-line", "pair-and-newline", encode("base64"), inside("Authorization: Basic ", "\n")),
    shape("base64-in-64-columns", "properties", encode("base64"), wrapAt(64, "\n", ""), inside("-----A-----\n", "\n")),
    shape(
      "base64-in-76-columns",
      "properties",
      encode("base64"),
      wrapAt(76, "\r\n", ""),
      inside("To: a\r\n\r\n", "\r\n"),
    ),
    shape(
      "base64-in-a-yaml-block",
      "json",
      encode("base64"),
      wrapAt(60, "\n", "    "),
      inside("a: |\n    ", "\nb: 1\n"),
    ),
    shape("base64-in-16-columns", "pair", encode("base64"), wrapAt(16, "\n", "\t\t"), inside("a: |\n\t\t", "\nb: 1\n")),
    shape("powershell-output", "properties", encode("utf-16le-bom")),
    shape("utf-16le-in-a-binary", "jaas", encode("utf-16le"), inside("\x7fELF\n\0\0\x01", "\0\0\0\x02\x03")),
    shape("utf-16be-in-a-binary", "jaas", encode("utf-16be"), inside("\x7fELF\n\0\0\x01\0", "\0\0\0\x02\x03")),
    shape("terminal-of-80-columns", "secret", inside(CLI_TABLE_BEFORE, " |\n+---+\n"), wrapLinesAt(80)),
    shape("terminal-of-60-columns", "secret", inside(CLI_TABLE_BEFORE, " |\n+---+\n"), wrapLinesAt(60)),
  ];
}

const CLI_TABLE_BEFORE = `+${"-".repeat(79)}+\n| API Key    | ${"A".repeat(16)} |\n| API Secret | `;

function splitCases(): readonly RecallCase[] {
  return BROKEN_SHAPES.flatMap((shape) =>
    [false, true].map((isInPrefix) => {
      const id = `${shape.id}/${isInPrefix ? "cut-inside-the-prefix" : "cut-behind-the-prefix"}`;
      return recallCase("split", id, shape.fileName, "secret", [breakInto(shape, isInPrefix)]);
    }),
  );
}

function carrierCases(): readonly RecallCase[] {
  return CARRIERS.map((carrier) => ({
    id: `carrier/${carrier.id}/${carrier.name}`,
    group: "carrier",
    hasPair: true,
    make(secret, keyId) {
      const { text, line } = fillCarrier(carrier, keyId, secret);
      return { fileName: `carrier-${carrier.id}.txt`, bytes: Buffer.from(text), line };
    },
  }));
}

/** Forms on top of each other, outermost first, and what is in the innermost. */
const CHAINS: ReadonlyArray<readonly [ContentName, readonly string[]]> = [
  ["json", ["base64", "json-slash"]],
  ["json", ["base64url", "unicode-upper"]],
  ["json", ["base64", "unicode-lower"]],
  ["pair", ["json-slash", "percent-component"]],
  ["pair", ["percent-component", "json-slash"]],
  ["pair", ["percent-special", "unicode-upper"]],
  ["pair", ["utf-16le", "base64"]],
  ["pair", ["utf-16le-bom", "base64"]],
  ["pair", ["utf-16be-bom", "base64-wrapped"]],
  ["pair", ["utf-32le", "base64"]],
  ["json", ["base64", "base64-of-gzip"]],
  ["json", ["base64", "base64", "base64"]],
  ["properties", ["base64", "base64"]],
  ["properties", ["base64url", "base64"]],
  ["properties", ["base64", "base64-wrapped"]],
  ["properties", ["base64-wrapped", "base64"]],
  ["properties", ["json-slash", "base64-wrapped"]],
  ["pair", ["json-slash", "base64"]],
  ["pair", ["unicode-upper", "base64"]],
  ["pair", ["unicode-in-json", "base64"]],
  ["jaas", ["base64", "utf-16le"]],
  ["jaas", ["base64", "utf-16be-bom"]],
  ["jaas", ["base64", "utf-32be"]],
  ["properties", ["base64-wrapped", "utf-16le"]],
  ["pair", ["hex-lower", "base64"]],
  ["pair", ["base64", "hex-upper"]],
  ["jaas", ["hex-upper", "utf-16le"]],
  ["pair", ["percent-component", "base64"]],
  ["pair", ["percent-component-lower", "base64url-padded"]],
  ["pair", ["percent-component", "percent-component"]],
  ["secret", ["percent-special", "percent-special-lower", "percent-special"]],
  ["secret", ["percent-all", "percent-all"]],
  ["secret", ["entity-named", "percent-component"]],
  ["secret", ["percent-component", "entity-decimal"]],
  ["secret", ["entity-decimal", "entity-decimal"]],
  ["secret", ["entity-hex-lower", "json-slash"]],
  ["secret", ["json-slash", "entity-hex-upper"]],
  ["pair", ["entity-decimal", "base64"]],
  ["secret", ["unicode-upper", "shell-backslash"]],
  ["pair", ["quoted-printable", "base64"]],
  ["pair", ["quoted-printable-special", "percent-component"]],
  ["secret", ["quoted-printable", "entity-decimal"]],
  ["jaas", ["base64", "quoted-printable-special"]],
  ["json", ["utf-16le-bom", "json-slash"]],
  ["json", ["utf-16be", "unicode-upper"]],
  ["jaas", ["utf-16le", "percent-component"]],
  ["secret", ["utf-16le", "entity-decimal"]],
  ["pair", ["utf-16le", "base64", "json-slash"]],
  ["json", ["json-slash", "base64-of-gzip"]],
  ["json", ["percent-component", "base64-of-gzip"]],
  ["json", ["base64-of-gzip", "json-slash"]],
  ["pair", ["base64", "percent-component", "json-slash"]],
  ["json", ["percent-component", "base64", "json-slash"]],
  ["jaas", ["json-slash", "base64", "utf-16le"]],
  ["jaas", ["base64", "utf-16le", "percent-special"]],
  ["json", ["base64", "json-slash-in-json"]],
  ["jaas", ["base64", "json-slash-twice"]],
  ["secret", ["base64", "x-lower"]],
  ["secret", ["json-slash", "x-in-json"]],
  ["properties", ["properties", "base64"]],
  ["properties", ["shell-backslash", "base64"]],
];

function chainCases(): readonly RecallCase[] {
  return CHAINS.map(([content, forms]) =>
    recallCase("chain", `${forms.join("-of-")}/${content}`, "input.txt", content, [
      ...forms.toReversed().map(encode),
      surround(forms[0] ?? ""),
    ]),
  );
}

/** Chains whose layers have something of their own around them, or that are broken up. */
function writtenChainCases(): readonly RecallCase[] {
  const chain = (id: string, content: ContentName, ...steps: readonly Step[]): RecallCase =>
    recallCase("chain", `shape/${id}`, "input.txt", content, steps);
  const kubernetes = inside("data:\n  a: QQ==\n  b: ", "\n");
  const authorization = inside("GET /\r\nAuthorization: Basic ", "\r\n");
  return [
    chain(
      "helm-release",
      "properties",
      encode("base64"),
      inside('{"name":"a","manifest":"apiVersion: v1\\ndata:\\n  x: ', '\\n"}'),
      encode("base64-of-gzip"),
      encode("base64"),
      inside("data:\n  release: ", "\ntype: helm.sh/release.v1\n"),
    ),
    chain(
      "user-data",
      "properties",
      inside("#cloud-config\nwrite_files:\n- content: |\n", ""),
      encode("base64-of-gzip"),
      inside('{\n  "user_data": "', '"\n}\n'),
    ),
    chain("header-in-utf-16", "pair", encode("base64"), authorization, encode("utf-16le-bom")),
    chain("header-in-json", "pair", encode("base64"), authorization, encode("json-slash"), inside('{\n"h": "', '"}\n')),
    chain("header-in-base64", "pair", encode("base64"), authorization, encode("base64"), kubernetes),
    chain(
      "json-in-json",
      "json",
      encode("json-slash"),
      inside('{"body":"', '"}'),
      encode("json-slash"),
      inside("\n", ""),
    ),
    chain("manifest-in-base64", "secret", encode("base64"), kubernetes, encode("base64"), kubernetes),
    chain(
      "url-in-json-in-base64",
      "pair",
      encode("percent-component"),
      inside('{"u":"https://', '@x"}'),
      encode("base64"),
    ),
    chain("literals-in-base64", "secret", breakNamed("adjacent-double-lines"), encode("base64"), kubernetes),
    chain("literals-in-utf-16", "secret", breakNamed("plus-double-lines"), encode("utf-16le-bom")),
    chain("literals-in-json", "secret", breakNamed("plus-single"), encode("json-slash"), inside('{"code":"', '"}')),
    chain("base64-in-literals", "pair", encode("base64"), breakNamed("adjacent-double-lines")),
    chain("base64-in-concatenated-literals", "pair", encode("base64"), breakNamed("plus-single-lines")),
    chain("base64-in-continued-lines", "secret", encode("base64"), breakNamed("backslash")),
    chain("base64-in-a-mail", "pair", encode("base64"), breakNamed("soft-break-crlf")),
    chain("base64-in-a-log", "pair", encode("base64"), breakNamed("json-newline")),
    chain("base64-in-a-diff", "pair", encode("base64"), breakNamed("diff-added")),
    chain("base64-in-a-comment", "pair", encode("base64"), breakNamed("hash-comment")),
    chain("base64-in-a-quoted-mail", "pair", encode("base64"), breakNamed("mail-quote")),
    chain("percent-in-literals", "secret", encode("percent-special"), breakNamed("adjacent-double-lines")),
  ];
}

/** All cases. None needs a file. */
export const RECALL_CASES: readonly RecallCase[] = [
  ...carrierCases(),
  ...encodingCases(),
  ...shapeCases(),
  ...splitCases(),
  ...chainCases(),
  ...writtenChainCases(),
  ...containerCases(),
];

/** A properties file in archives and compressed files, alone and in one another. */
function containerCases(): readonly RecallCase[] {
  const NAME = "conf/client.properties";
  const zip: Step = packed((content) =>
    makeZip([
      { name: "README", content: "x" },
      { name: NAME, content },
    ]),
  );
  const stored: Step = packed((content) => makeZip([{ name: NAME, content, isStored: true }]));
  const piped: Step = packed((content) => makeZip([{ name: NAME, content, hasDescriptor: true }]));
  const tar: Step = packed((content) =>
    makeTar([
      { name: "README", content: "x" },
      { name: NAME, content },
    ]),
  );
  const gzip: Step = packed((content) => gzipSync(content));
  const brotli: Step = packed((content) => brotliCompressSync(content));
  const container = (id: string, fileName: string, ...steps: readonly Step[]): RecallCase =>
    recallCase("container", id, fileName, "properties", steps);
  return [
    container("zip", "app.jar", zip),
    container("zip-stored", "app.war", stored),
    container("zip-from-a-pipe", "app.whl", piped),
    container("zip-without-its-name", "upload.bin", zip),
    container("tar", "app.tar", tar),
    container("tar-gzip", "app.tgz", tar, gzip),
    container("gzip", "server.log.gz", gzip),
    container("brotli", "app.properties.br", brotli),
    container("jar-in-war", "app.war", zip, zip),
    container("layer-in-an-image", "image.tar", tar, tar),
    container("gzipped-layer-in-an-image", "image.tar", tar, gzip, tar),
    container("zip-in-tar-in-zip", "backup.zip", zip, tar, zip),
    container("base64-in-zip", "app.zip", encode("base64-wrapped"), zip),
    container("utf-16-in-tar-gzip", "app.tgz", encode("utf-16le-bom"), tar, gzip),
  ];
}

/** Puts the bytes in a container: their lines stay those of the member. */
function packed(pack: (content: Buffer) => Buffer): Step {
  return (inner) => ({ bytes: pack(inner.bytes), at: 0, line: lineOf(inner) });
}

function recallCase(
  group: RecallCase["group"],
  name: string,
  fileName: string,
  content: ContentName,
  steps: readonly Step[],
): RecallCase {
  return {
    id: `${group}/${name}`,
    group,
    hasPair: content !== "secret" && content !== "secret-and-newline",
    make(secret, keyId, random) {
      const start = CONTENTS[content](secret, keyId);
      const placed = steps.reduce((inner, step) => step(inner, random), start);
      return { fileName, bytes: placed.bytes, line: lineOf(placed) };
    },
  };
}

function lineOf({ bytes, at, line }: Placed): number {
  return line ?? bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
}

function placeText(text: string): Placed {
  return { bytes: Buffer.from(text), at: 0 };
}

function around(before: string, inner: Placed, after: string): Placed {
  const head = Buffer.from(before);
  return { bytes: Buffer.concat([head, inner.bytes, Buffer.from(after)]), at: head.length + inner.at };
}

function inside(before: string, after: string): Step {
  return (inner) => around(before, inner, after);
}

/** Puts encoded bytes where they are usually met: wide units between other bytes, all else in a text. */
function surround(form: string): Step {
  const { encodings, gives } = requireEncoder(form);
  if (gives === "bytes") {
    return (inner, random) => around(binaryText(random), inner, binaryText(random));
  }
  const [before, after] = OWN_SURROUNDINGS.get(form) ?? SURROUNDINGS[encodings[0]];
  return inside(before, after);
}

/** Bytes that are no text, of a drawn length, so that what follows begins at any alignment. */
function binaryText(random: Random): string {
  return Array.from({ length: between(1, 40, random) }, () => String.fromCharCode(between(0, 8, random))).join("");
}

function encode(form: string): Step {
  const encoder = requireEncoder(form);
  const isCompressed = encoder.encodings.includes("gzip");
  return (inner, random) => {
    const { bytes, at } = transform(inner, random, (input, choices) => encoder.encode(input, choices));
    return { bytes, at: isCompressed ? 0 : at - (at % unitBytes(encoder)) };
  };
}

/** Changes the bytes, and sees where they are from then on by doing the same to others that differ there. */
function transform(inner: Placed, random: Random, change: (input: Buffer, random: Random) => Buffer): Placed {
  const seed = random() * 2 ** 32;
  const bytes = change(inner.bytes, seeded(seed));
  const twin = change(withOther(inner), seeded(seed));
  return { bytes, at: bytes.findIndex((byte, i) => byte !== twin[i]) };
}

/** The same bytes with another character at their place, whose highest bits differ too. */
function withOther({ bytes, at }: Placed): Buffer {
  const other = Buffer.from(bytes);
  other.write((bytes[at] ?? 0) < 0x40 ? "c" : "3", at);
  return other;
}

/** Of a wide unit, the first byte may be zero whatever the character. */
function unitBytes({ encodings }: Encoder): number {
  if (encodings[0].startsWith("utf-16")) return 2;
  return encodings[0].startsWith("utf-32") ? 4 : 1;
}

function wrapAt(column: number, lineEnd: string, indentation: string): Step {
  return ({ bytes, at }) => {
    const wrapped = Buffer.from(wrapText(bytes.toString(), column, lineEnd, indentation));
    return { bytes: wrapped, at: at + Math.floor(at / column) * (lineEnd.length + indentation.length) };
  };
}

/** What a terminal of so many columns leaves of a text that is copied from it. */
function wrapLinesAt(column: number): Step {
  return ({ bytes, at }) => {
    const wrap = (text: string): string => text.replaceAll(new RegExp(`[^\n]{${column}}(?=[^\n])`, "g"), "$&\n");
    const text = bytes.toString();
    return { bytes: Buffer.from(wrap(text)), at: wrap(text.slice(0, at + 1)).length - 1 };
  };
}

function breakNamed(id: string): Step {
  const shape = BROKEN_SHAPES.find((one) => one.id === id);
  if (shape === undefined) throw new Error(`there is no shape ${id}`);
  return breakInto(shape, false);
}

function breakInto(shape: BrokenShape, isInPrefix: boolean): Step {
  return (inner, random) => {
    const breakText = (input: Buffer, choices: Random): Buffer =>
      Buffer.from(breakUp(shape, cutUp(input.toString(), isInPrefix, choices), choices));
    return around(shape.before, transform(inner, random, breakText), shape.after);
  };
}
