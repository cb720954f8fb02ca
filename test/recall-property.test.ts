import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanBytes } from "../src/library.ts";
import { ENCODERS, requireEncoder, type Encoder } from "./support/encoders.ts";
import { seeded } from "./support/secrets.ts";
import { secrets, texts } from "./support/texts.ts";

const MAX_LAYERS = 3;

/** What stands before and behind, ended and begun so that it is no part of what it surrounds. */
const surroundings: fc.Arbitrary<readonly [Buffer, Buffer]> = fc.oneof(
  fc.constant([Buffer.alloc(0), Buffer.alloc(0)] as const),
  fc
    .tuple(textOf(160), textOf(80))
    .map(([before, after]) => [Buffer.from(`${before}\n`), Buffer.from(`\n${after}`)] as const),
  fc
    .tuple(bytesOf(160), bytesOf(80))
    .map(([before, after]) => [fromLatin1(`${before}\0`), fromLatin1(`\0${after}`)] as const),
);

/** What anchors and gaps begin with. None means anything alone. */
const OPENINGS = fc.constantFrom(
  ..."cflt Y2ZsdD NmbHQ jZmx0 63666c74 H4sIAAAAAAAA 1f8b08 % %63 %2 & &# &#x &#99; = =6 + | > # //".split(" "),
  ...String.raw`\ \\ \u \u00 \x6 \n " ' "." '+'`.split(" "),
  "c\0f\0l\0t\0",
  "\0c\0f\0l\0t",
  "c\0\0\0f\0\0\0l\0\0\0",
  "\xff\xfe",
  "\0\0",
  "=\r\n",
  "\n+",
  "\r\n    ",
);

/** Forms on top of each other, outermost first, and characters that may stand right in front of the outermost. */
const gluedChains = fc
  .array(fc.constantFrom(...ENCODERS.map(({ form }) => form)), { minLength: 1, maxLength: MAX_LAYERS })
  .filter(isChain)
  .chain((forms) => fc.tuple(fc.constant(forms), gluesOf(forms[0] ?? "")));

describe("any secret", () => {
  test("through any chain of up to three encoders, at any offset, is found once and at its place", () => {
    fc.assert(
      fc.property(secrets, gluedChains, fc.nat(), surroundings, (secret, [forms, glue], seed, [before, after]) => {
        const encoded = encodeThrough(forms, secret, seed);
        const head = Buffer.concat([before, Buffer.from(glue)]);
        const found = occurrencesOf(secret, Buffer.concat([head, encoded, after]));
        expect(found.map(({ line }) => line)).toEqual([lineEndsIn(head) + 1]);
        expect(found[0]?.offsetBytes).toBeGreaterThanOrEqual(head.length - glue.length - zerosBefore(head, forms));
        expect(found[0]?.offsetBytes).toBeLessThan(head.length + encoded.length);
      }),
      { numRuns: 600 },
    );
  });
});

describe("any bytes at all", () => {
  const pieces = fc.oneof(OPENINGS, OPENINGS.chain(repeated), texts, bytesOf(60));
  const inputs = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
    fc.array(pieces, { maxLength: 60 }).map((parts) => fromLatin1(parts.join(""))),
  );

  test("are read to their end without an error", () => {
    fc.assert(
      fc.property(inputs, (bytes) => {
        expect(scanBytes(bytes).summary).toMatchObject({ complete: true, bytes: bytes.length });
      }),
      { numRuns: 500 },
    );
  });
});

function occurrencesOf(secret: string, bytes: Buffer) {
  const sha256 = createHash("sha256").update(secret).digest("hex");
  const found = scanBytes(bytes).findings.filter(({ secretSha256 }) => secretSha256 === sha256);
  return found.flatMap(({ occurrences }) => occurrences);
}

/** Whether each form can encode what the next one gives, and all of them are not too deep. */
function isChain(forms: readonly string[]): boolean {
  const encoders = forms.map(requireEncoder);
  const layers = encoders.reduce((sum, encoder) => sum + encoder.layers, 0);
  const fits = encoders.every(({ takes }, i) => takes === "bytes" || encoders[i + 1]?.gives !== "bytes");
  // Narrow lines that were hidden line by line are not promised to be read: see wrapAnyhow.
  const isWrapped = ({ form, encodings }: Encoder): boolean =>
    form.includes("wrapped") || encodings[0] === "quoted-printable";
  const isHiddenByLine = encoders.some((one, i) => {
    const keepsLines = one.encodings[0] === "quoted-printable" || one.form === "shell-backslash";
    return keepsLines && encoders.slice(i + 1).some(isWrapped);
  });
  return fits && layers <= MAX_LAYERS && !isHiddenByLine;
}

function encodeThrough(forms: readonly string[], secret: string, seed: number): Buffer {
  const random = seeded(seed);
  let bytes: Buffer = Buffer.from(secret);
  for (const form of forms.toReversed()) bytes = requireEncoder(form).encode(bytes, random);
  return bytes;
}

/** What people's files have right before such a text, characters of its own alphabet among it. */
function gluesOf(form: string): fc.Arbitrary<string> {
  const { encodings, gives } = requireEncoder(form);
  if (gives === "bytes") return fc.constant("");
  const everywhere = ["", "\\n", "/etc/keys/", "key:", "x", '"'];
  if (encodings[0] === "hex") return fc.constantFrom(...everywhere, "0x", "a", "deadbeef", "123");
  return fc.constantFrom(...everywhere, "A+/9", "ab", "abc", "cflt", "data:;base64,");
}

/** How many zeros right before wide text may as well be a part of its first character: they are read as one. */
function zerosBefore(head: Buffer, [outermost = ""]: readonly string[]): number {
  if (!outermost.startsWith("utf-") || head.at(-1) !== 0) return 0;
  return outermost.startsWith("utf-16") ? 1 : 3;
}

function textOf(maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.string({ maxLength: maxLength / 4, unit: "grapheme" }), { maxLength: 4 })
    .map((lines) => lines.join("\n"));
}

/** Bytes as latin1 text. */
function bytesOf(maxLength: number): fc.Arbitrary<string> {
  return fc.uint8Array({ maxLength }).map((bytes) => Buffer.from(bytes).toString("latin1"));
}

function repeated(opening: string): fc.Arbitrary<string> {
  return fc.integer({ min: 2, max: 200 }).map((count) => opening.repeat(count));
}

function fromLatin1(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function lineEndsIn(bytes: Buffer): number {
  return bytes.filter((byte) => byte === 0x0a).length;
}
