import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LINE_HASH_STEP, type Kernel, type Lead } from "../../src/kernel/kernel.ts";
import { createScalarKernel } from "../../src/kernel/scalar.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import { BROKEN_SHAPES } from "../support/broken-up.ts";
import { legacyWith, secretWith } from "../support/detecting.ts";
import { ENCODERS } from "../support/encoders.ts";
import { makeLegacySecret, makeSecret, makeText, PUBLISHED_LEGACY_EXAMPLE, seeded } from "../support/secrets.ts";
import { texts } from "../support/texts.ts";

const simd = createSimdKernel();
const scalar = createScalarKernel();
const KERNELS: ReadonlyArray<readonly [string, Kernel]> = [
  ["simd", simd],
  ["scalar", scalar],
];

const SECRET = makeSecret(seeded(1));
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const END = simd.arena.length;
const EVERY_SHAPE = /(?=cflt[A-Za-z0-9+/]{60})/g;
/** `cflt`, and what base64 makes of it at its three alignments. */
const ANCHORS = ["cflt", "Y2Zsd", "NmbH", "jZmx0"];
const PROSE = Buffer.from("The quick brown fox jumps over it. ".repeat(6));
/** So many bytes are looked at together. */
const BLOCK_BYTES = 192;

/** Where a text is put: page and vector boundaries, and both ends of the arena. */
const PLACES = [0, 1, 15, 16, 17, 47, 48, 49, 63, 64, 191, 192, 193, 4095, 65_535];

describe.each(KERNELS)("the %s kernel", (_, kernel) => {
  test.each(PLACES)("finds a secret that begins at %i and is all there is", (at) => {
    put(kernel, SECRET, at);
    expect(secretsIn(kernel, at, at + 64)).toEqual([at]);
  });

  test("finds a secret that ends with the arena", () => {
    put(kernel, SECRET, END - 64);
    expect(secretsIn(kernel, END - 1000, END)).toEqual([END - 64]);
  });

  test("finds a secret at every offset from the start of the range", () => {
    for (let offset = 0; offset < 400; offset++) {
      put(kernel, " ".repeat(offset) + SECRET + " ".repeat(20), 100, " ");
      expect(secretsIn(kernel, 100, 100 + offset + 84)).toEqual([100 + offset]);
    }
  });

  test("finds what begins in the range, as far as bytes may be looked at", () => {
    put(kernel, SECRET, 500, " ");
    expect(secretsIn(kernel, 400, 501, 564)).toEqual([500]);
    expect(secretsIn(kernel, 400, 501, 563)).toEqual([]);
    expect(secretsIn(kernel, 400, 500, 600)).toEqual([]);
    expect(secretsIn(kernel, 501, 600, 600)).toEqual([]);
  });

  test("does not mind that there is less than a secret", () => {
    put(kernel, "", 0);
    for (let length = 0; length < 64; length++) expect(secretsIn(kernel, 10, 10 + length)).toEqual([]);
  });

  test.each([
    ["both starts of cfltcflt…", `cflt${SECRET}`, [0, 4]],
    ["a start inside a longer run", `AAAA${SECRET}AAAA`, [4]],
    ["nothing where a character is outside the alphabet", SECRET.replace(SECRET.slice(30, 31), "-"), []],
    ["nothing with the prefix in capitals", `CFLT${SECRET.slice(4)}`, []],
    ["nothing in 63 characters", SECRET.slice(0, 63), []],
  ])("finds %s", (_title, text, offsets) => {
    put(kernel, text, 0);
    expect(secretsIn(kernel, 0, text.length)).toEqual(offsets);
  });

  test("takes every byte of the alphabet, and no other", () => {
    const inside = Array.from({ length: 256 }, (_unused, byte) => {
      put(kernel, SECRET, 0);
      kernel.arena[40] = byte;
      return secretsIn(kernel, 0, 64).length === 1 ? String.fromCharCode(byte) : "";
    });
    expect(inside.join("")).toBe("+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  });

  test("finds the same in a text by itself as in the arena", () => {
    const text = `${"word ".repeat(50)}${SECRET} cf\nlt ${SECRET}`;
    put(kernel, text, 0);
    expect(kernel.findLeadsIn(Buffer.from(text))).toEqual(leadsIn(kernel, 0, text.length));
    expect(kernel.findLeadsIn(new Uint8Array(0))).toEqual([]);
  });

  test.each(ANCHORS)("an arena full of %s comes to an end, and nothing is lost", (anchor) => {
    const count = Math.floor((END - 64) / anchor.length);
    put(kernel, anchor.repeat(count) + SECRET, 0, "-");
    const leads = leadsIn(kernel, 0, count * anchor.length + 64);
    const starts = new Set(leads.filter(({ kind }) => kind !== "coded").map(({ start }) => start));
    expect(Array.from({ length: count }, (_unused, i) => i * anchor.length).filter((at) => !starts.has(at))).toEqual(
      [],
    );
    expect(leads.filter(({ kind }) => kind === "secret").at(-1)?.start).toBe(count * anchor.length);
  });

  test.each([0, 1, 63, 64, 65, 64 * 63, 64 * 63 + 1, 20_000])("counts line feeds in %i bytes", (length) => {
    const text = makeText(seeded(length), "\n\nab\r", length);
    put(kernel, text, 3);
    expect(kernel.countNewlines(3, 3 + length)).toBe(text.split("\n").length - 1);
  });

  test.each(["", "plain", "é", "€", "😀", "a😀é€z", "\ufeffx"])("measures %j as its length in UTF-16", (text) => {
    const bytes = Buffer.from(text, "utf8");
    put(kernel, bytes.toString("latin1"), 7);
    expect(kernel.measureUtf8(7, 7 + bytes.length)).toEqual({ units: text.length, balance: 0 });
  });

  test.each(["\xe9t\xe9", "\x80", "\xff\xfe"])("finds bytes that are not UTF-8 out of balance: %j", (bytes) => {
    put(kernel, bytes, 0);
    expect(kernel.measureUtf8(0, bytes.length).balance).not.toBe(0);
  });

  // Source: notes/line-hash.md#vectors
  test.each([
    ["", ["c129715d7a2bc9a3"]],
    [" a\nb\n  \t\tc\n d", ["271789c17abda88f", "54703d4cd895b18", "180aee12dab6264", "a23a3dc5e078b07b"]],
    ["Lorem ipsum dolor sit amet.\n".repeat(10), Array<string>(6).fill("a7f2ff13bc495cf2")],
  ])("hashes the lines of %j as published", (text, hashes) => {
    expect(lineHashes(kernel, text).slice(0, hashes.length)).toEqual(hashes);
  });
});

test("a file that ends inside a character does not change the hashes of the next one", () => {
  lineHashes(simd, "\xe0");
  expect(lineHashes(simd, "\xdd\x82")).toEqual(lineHashes(scalar, "\xdd\x82"));
});

test("both kernels agree with a regular expression on secrets, wherever the text stands and however it is cut", () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(...PLACES),
      fc.nat(70),
      fc.nat(70),
      fc.nat(70),
      fc.nat(),
      (text, at, skipHead, skipTail, unread, cut) => {
        const from = at + Math.min(skipHead, text.length);
        const to = Math.max(from, at + text.length - skipTail);
        const filled = Math.max(to, at + text.length - unread);
        const middle = from + (cut % (to - from + 1));
        const seen = text.slice(0, filled - at);
        const starts = [...seen.matchAll(EVERY_SHAPE)].map(({ index }) => at + index);
        for (const [name, kernel] of KERNELS) {
          put(kernel, text, at);
          const expected = starts.filter((start) => start >= from && start < to);
          expect(secretsIn(kernel, from, to, filled), name).toEqual(expected);
          const inTwo = [...secretsIn(kernel, from, middle, filled), ...secretsIn(kernel, middle, to, filled)];
          expect(inTwo, `${name}, cut at ${middle}`).toEqual(expected);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

describe.each(ANCHORS)("the anchor %s", (anchor) => {
  const cuts = Array.from({ length: anchor.length - 1 }, (_, i) => i + 1);
  const forms = [
    [anchor, anchor] as const,
    ...cuts.flatMap((cut) =>
      BROKEN_SHAPES.flatMap((shape) =>
        [1, 2, 3].map((seed) => {
          const text = anchor.slice(0, cut) + shape.gap(seeded(seed)) + anchor.slice(cut);
          return [`${shape.id} behind ${cut}`, text] as const;
        }),
      ),
    ),
  ];

  test("is found in both kernels, whole and cut once anywhere by any gap, at every offset", () => {
    const lost = forms.flatMap(([form, text]) => {
      const offsets = Array.from({ length: BLOCK_BYTES }, (_, i) => i);
      const inSimd = offsets.filter((offset) => !hasAnchor(simd, text, offset));
      const inScalar = hasAnchor(scalar, text, 0) ? [] : ["scalar"];
      return [...inSimd, ...inScalar].map((where) => `${form}: ${where}`);
    });
    expect(lost).toEqual([]);
  });

  test.each(KERNELS)("is found in the %s kernel wherever the search is cut", (_, kernel) => {
    const lost = forms.flatMap(([form, text]) => {
      const around = " ".repeat(100) + text + " ".repeat(100);
      put(kernel, around, 0, " ");
      const all = Array.from({ length: text.length }, (__, i) => 100 + i);
      const isLost = (cut: number): boolean =>
        [...leadsIn(kernel, 0, cut, around.length), ...leadsIn(kernel, cut, around.length)].length === 0;
      return all.filter(isLost).map((cut) => `${form}: ${cut}`);
    });
    expect(lost).toEqual([]);
  });

  test.each(KERNELS)("has gaps of at most 160 bytes in the %s kernel", (_, kernel) => {
    for (const cut of cuts) {
      const broken = (gap: number): string => anchor.slice(0, cut) + " ".repeat(gap) + anchor.slice(cut);
      expect([cut, hasAnchor(kernel, broken(160), 7)]).toEqual([cut, true]);
      expect([cut, hasAnchor(kernel, broken(161), 7)]).toEqual([cut, false]);
    }
  });
});

describe.each(KERNELS)("a shape in the %s kernel", (_, kernel) => {
  const shape = makeLegacySecret(seeded(3));
  const other = makeLegacySecret(seeded(4));
  const line = makeText(seeded(5), ALPHABET, 40);

  test.each([
    ["alone", "", ""],
    ["in a text", "password=", "\n"],
    ["joined to a key ID", "ABCDEFGHIJKLMNOP:", "@"],
    ["behind an added line's plus", "x\n+", "\n"],
    ["behind a plus that begins the text", "+", "\n"],
    ["behind a comment's slashes", "x\r\n//", ""],
    ["behind an escaped line end", "\\n", "\\n"],
    ["behind an escaped quote", "\\u0027", "\\u0027"],
    ["behind a hexadecimal escape", "\\x22", ""],
    ["behind a percent escape", "user%3D", "%26"],
    ["behind a quoted-printable sign", "user=3D", "=\n"],
    ["behind a colour", "\u001b[1;32m", "\u001b[0m"],
    ["below one line of other text", `${line}\n`, "\n"],
    ["above one line of other text", "", `\n${line}`],
    ["between two lines that are shorter", `${line.slice(1)}\n`, `\n${line.slice(1)}`],
    ["far from the lines around it", `${line}${" ".repeat(65)}`, `\n${line}`],
  ])("is found %s", (_title, before, after) => {
    expect(shapesIn(kernel, before + shape + after)).toEqual([before.length]);
  });

  test.each([
    ["in a longer run", `a${shape}`],
    ["in a run that goes on", `${shape}/`],
    ["behind a plus within a line", `a +${shape}`],
    ["behind a letter without a backslash", `n${shape}`],
    ["of 63 characters", shape.slice(1)],
    ["in hexadecimal digits", "0123456789abcdef".repeat(4)],
    ["without a digit", shape.replaceAll(/[0-9]/g, "x")],
    ["without a capital", shape.toLowerCase()],
    ["without a small letter", shape.toUpperCase()],
    ["with ten signs", shape.replaceAll(/[+/]/g, "x").replace(/^.{10}/, "+/+/+/+/+/")],
    ["behind an underscore", `a_${shape}`],
    ["before an underscore", `${shape}_a`],
    ["with words in it", "2wasmWebApi19WasmStreamingObject6SetURLERKN2v820FunctionCallback"],
    ["with few different characters", "aB3dE5gH".repeat(8)],
    ["with the prefix of what has a checksum", `cflt${shape.slice(4)}`],
    ["between two lines of other text", `${line}\n${shape}\n${line}`],
    ["between two lines in a literal", `${line}\\n${shape}\\n${line}`],
    ["between indented lines", `${line}\r\n    ${shape}\r\n    ${line}`],
  ])("is not found %s", (_title, text) => {
    expect(shapesIn(kernel, text)).toEqual([]);
  });

  test("is found as often as it stands, at every offset", () => {
    for (let offset = 0; offset < 2 * BLOCK_BYTES; offset++) {
      const text = `${" ".repeat(offset)}a: ${shape}, b: ${other}\nc: ${shape}`;
      expect(shapesIn(kernel, text)).toEqual([offset + 3, offset + 72, offset + 140]);
    }
  });

  test.each(
    ENCODERS.filter(({ encodings }) => encodings[0] !== "split" && encodings.at(-1) !== "gzip").map(
      (encoder) => [encoder.form, encoder] as const,
    ),
  )("has a lead as %s", (_form, encoder) => {
    const secret = legacyWith("+", "/");
    const encoded = encoder.encode(Buffer.from(secret), seeded(1));
    const gap = encoder.gives === "bytes" ? Buffer.alloc(4, "\0\0\0 ") : Buffer.from(" ");
    for (let offset = 0; offset < BLOCK_BYTES; offset++) {
      const text = Buffer.concat([PROSE.subarray(0, offset), gap, encoded, Buffer.from("\n"), PROSE]);
      expect([offset, kernel.findLeadsIn(text).length]).not.toEqual([offset, 0]);
    }
  });
});

test("both kernels agree on shapes, wherever the text stands and however it is cut", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...PLACES), fc.nat(), (text, at, cut) => {
      const to = at + text.length;
      const middle = at + (cut % (text.length + 1));
      const [inOne, ...others] = KERNELS.flatMap(([, kernel]) => {
        put(kernel, text, at, " ");
        return [
          [[at, to]],
          [
            [at, middle],
            [middle, to],
          ],
        ].map((parts) => {
          const starts = parts.flatMap(([from = 0, end = 0]) =>
            leadsIn(kernel, from, end, to)
              .filter(({ kind }) => kind === "shape")
              .map(({ start }) => start),
          );
          return [...new Set(starts)].sort((a, b) => a - b);
        });
      });
      for (const one of others) expect(one).toEqual(inOne);
    }),
    { numRuns: 1_000 },
  );
});

describe.each(KERNELS)("a mention of a Flink connection in the %s kernel", (_, kernel) => {
  test.each([
    ["CREATE CONNECTION", 7],
    ["create connection x with ('type' = 'a', \n'endpoint' = 'b')", 42],
    [String.raw`Create Connection x WITH (\'endpoint\'=\'b\')`, 28],
    ["alter  \r\n\tCONNECTION", 10],
    ["CREATE OR REPLACE CONNECTION", 18],
    ["CREATE\\n  CONNECTION", 10],
    ["PlaintextProvider", 0],
    ["confluent_flink_connection", 0],
  ])("is %j, at every offset", (words, start) => {
    for (let offset = 0; offset < BLOCK_BYTES; offset++) {
      const text = `${" ".repeat(offset)}${words} x = 'some more text'`;
      const mentions = kernel.findLeadsIn(Buffer.from(text)).filter(({ kind }) => kind === "mention");
      expect(mentions.map((lead) => lead.start)).toEqual([offset + start]);
    }
  });

  test.each([
    "CONNECTION",
    "CREATECONNECTION",
    "create a connection",
    "PlainTextProvider",
    "confluent_flink_connector",
    '"endpoint": 1',
  ])("is not %j", (words) => {
    expect(kernel.findLeadsIn(Buffer.from(`some ${words} and some more text behind it`))).toEqual([]);
  });
});

describe.each(ENCODERS.map((encoder) => [encoder.form, encoder] as const))("a secret as %s", (_, encoder) => {
  const secret = secretWith("+", "/");
  const encoded = encoder.encode(Buffer.from(secret), seeded(1));
  const gap = encoder.gives === "bytes" ? Buffer.alloc(4, "\0\0\0 ") : Buffer.from(" ");

  test("has a lead in both kernels, at every offset", () => {
    const lost = Array.from({ length: BLOCK_BYTES }, (__, i) => i).flatMap((offset) => {
      const text = Buffer.concat([PROSE.subarray(0, offset), gap, encoded, Buffer.from("\n"), PROSE]);
      return KERNELS.filter(([, kernel]) => kernel.findLeadsIn(text).length === 0).map(([name]) => `${name} ${offset}`);
    });
    expect(lost).toEqual([]);
  });

  test("has a lead in both kernels where it is all there is", () => {
    expect(KERNELS.map(([, kernel]) => kernel.findLeadsIn(encoded).length > 0)).toEqual([true, true]);
  });
});

test("source text and prose have hardly any leads", () => {
  const root = new URL("../..", import.meta.url);
  const files = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"))
    .map((name) => `src/${name}`);
  const documents = ["ARCHITECTURE.md", "CONTRIBUTING.md", "LICENSE", "package-lock.json"];
  const leads = [...files, ...documents].flatMap((name) => {
    const bytes = readFileSync(new URL(name, root));
    put(simd, bytes.toString("latin1"), 0);
    return leadsIn(simd, 0, bytes.length).map(
      ({ kind, start, end }) => `${kind} ${bytes.toString("latin1", start, end)}`,
    );
  });
  expect(files.length).toBeGreaterThan(50);
  // This project's own name begins with an anchor, and the scalar kernel spells out all of them.
  const spelledOut = [...ANCHORS.map((anchor) => `anchor ${anchor}`), `shape ${PUBLISHED_LEGACY_EXAMPLE}`];
  expect(leads.filter((lead) => !spelledOut.includes(lead) && !lead.startsWith("mention "))).toEqual([]);
  expect(leads.length).toBeGreaterThan(10);
});

test("both kernels agree with strings on lines and UTF-16 lengths", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.constantFrom(...PLACES), (text, at) => {
      const bytes = Buffer.from(text, "utf8");
      for (const [name, kernel] of KERNELS) {
        put(kernel, bytes.toString("latin1"), at);
        expect(kernel.countNewlines(at, at + bytes.length), name).toBe(text.split("\n").length - 1);
        expect(kernel.measureUtf8(at, at + bytes.length), name).toEqual({ units: text.length, balance: 0 });
      }
    }),
  );
});

test("both kernels agree on any bytes, also on line hashes", () => {
  const pieces = fc.oneof(
    fc.constantFrom(" ", "\t", "\n", "\r", "\r\n", "\r \n", "é", "😀", "\ufeff", "\uffff", "word", "x".repeat(99)),
    fc.uint8Array({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.nat(LINE_HASH_STEP), (parts, cut) => {
      const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
      const text = bytes.toString("latin1");
      expect(lineHashes(simd, text, cut)).toEqual(lineHashes(scalar, text));
      put(simd, text, 0);
      put(scalar, text, 0);
      expect(simd.measureUtf8(0, text.length)).toEqual(scalar.measureUtf8(0, text.length));
    }),
    { numRuns: 500 },
  );
});

/** Puts latin1 text into a kernel's arena, among bytes that would go on with any run if nothing else is said. */
function put(kernel: Kernel, text: string, at: number, filler = "A"): void {
  kernel.arena.fill(filler.charCodeAt(0));
  kernel.arena.set(Buffer.from(text, "latin1"), at);
}

/** All leads that begin in a range, in as many steps as it takes. */
function leadsIn(kernel: Kernel, from: number, to: number, filled = to): Lead[] {
  let all: Lead[] = [];
  for (let at = from; at < to;) {
    const { leads, resume } = kernel.findLeads(at, to, filled);
    all = all.concat(leads);
    expect(resume).toBeGreaterThan(at);
    expect(resume).toBeLessThanOrEqual(to);
    at = resume;
  }
  return all;
}

function secretsIn(kernel: Kernel, from: number, to: number, filled = to): number[] {
  return leadsIn(kernel, from, to, filled)
    .filter(({ kind }) => kind === "secret")
    .map(({ start }) => start);
}

function shapesIn(kernel: Kernel, text: string): number[] {
  const leads = kernel.findLeadsIn(Buffer.from(text));
  return leads.filter(({ kind }) => kind === "shape").map(({ start }) => start);
}

/** Whether a broken text, at this offset among spaces, has a lead at one of its pieces. */
function hasAnchor(kernel: Kernel, text: string, offset: number): boolean {
  const leads = kernel.findLeadsIn(Buffer.from(" ".repeat(offset) + text + " "));
  return leads.some(({ kind, start }) => kind === "anchor" && start >= offset && start < offset + text.length);
}

function lineHashes(kernel: Kernel, latin1: string, cut = 0): string[] {
  const text = /[\u0100-\uffff]/.test(latin1) ? Buffer.from(latin1, "utf8").toString("latin1") : latin1;
  put(kernel, text, 0);
  const words: number[] = [];
  kernel.resetLineHash();
  for (let at = 0; at < text.length;) {
    const to = Math.min(text.length, at === 0 && cut > 0 ? cut : at + LINE_HASH_STEP);
    words.push(...kernel.pushLineHash(at, to));
    at = to;
  }
  words.push(...kernel.endLineHash());
  return [...new BigUint64Array(Uint32Array.from(words).buffer)].map((hash) => hash.toString(16));
}
