import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  CONTEXT_BYTES,
  Detector,
  MARGIN_BYTES,
  type DetectorOptions,
  type Stretch,
} from "../../src/detect/detector.ts";
import { ARENA_BYTES, REACH_BYTES, type Kernel } from "../../src/kernel/kernel.ts";
import { createScalarKernel } from "../../src/kernel/scalar.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import type { Match } from "../../src/model/match.ts";
import { joinText, NO_TEXT, positionAfter } from "../../src/model/text-measure.ts";
import { BROKEN_SHAPES, breakUp, cutUp } from "../support/broken-up.ts";
import { detect, inOrder, plain, push } from "../support/detecting.ts";
import { ENCODERS, requireEncoder } from "../support/encoders.ts";
import { findSecretsPlainly } from "../support/oracle.ts";
import { makeKeyId, makeSecret, makeText, PUBLISHED_EXAMPLE, seeded } from "../support/secrets.ts";
import { texts } from "../support/texts.ts";

const simd = createSimdKernel();
const scalar = createScalarKernel();
const KERNELS: ReadonlyArray<readonly [string, Kernel]> = [
  ["simd", simd],
  ["scalar", scalar],
];
const SECRET = makeSecret(seeded(1));
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A secret with its key ID, or alone, in one form or broken up, between line feeds. */
const encodedSecrets = fc
  .tuple(fc.constantFrom(...ENCODERS, ...BROKEN_SHAPES), fc.nat(), fc.boolean())
  .map(([form, seed, hasKeyId]) => {
    const random = seeded(seed);
    const secret = makeSecret(random);
    if ("gap" in form) return form.before + breakUp(form, cutUp(secret, seed % 2 === 0, random), random) + form.after;
    const text = Buffer.from(hasKeyId ? `${makeKeyId(random)}:${secret}` : secret);
    return `\n${form.encode(text, random).toString("latin1")}\n`;
  });

/** What may stand between: nothing in it is a secret. */
function fillers(maxLength: number): fc.Arbitrary<string> {
  const lines = `${makeText(seeded(1), ALPHABET, 76)}\n`;
  const units = ["some line of prose, nothing more.\n", lines, lines.trim(), "\0", "cflt Y2Zsd ", '" + "', " "];
  return fc
    .tuple(fc.constantFrom(...units), fc.nat(maxLength))
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
}

function mixedTexts(maxLength: number): fc.Arbitrary<string> {
  const parts = fc.oneof({ weight: 2, arbitrary: encodedSecrets }, texts, fillers(maxLength));
  return fc.array(parts, { minLength: 1, maxLength: 8 }).map((all) => all.join(""));
}

const smallCuts = fc.array(fc.oneof(fc.nat(200), fc.nat(9_000)), { maxLength: 20 });

describe.each(KERNELS)("a detector on the %s kernel", (_, kernel) => {
  test("finds plainly what the oracle finds, however the bytes are cut", () => {
    fc.assert(
      fc.property(texts, smallCuts, (text, cuts) => {
        const plainly = detect(kernel, text, cuts).filter(({ encodings }) => encodings.length === 0);
        const found = plainly.filter(({ kind }) => kind === "proven");
        expect(spansOf(found)).toEqual(findSecretsPlainly(text));
      }),
      { numRuns: 400 },
    );
  });

  test("does not change a match with the cut: place and encodings are those of the whole", () => {
    fc.assert(
      fc.property(mixedTexts(6_000), smallCuts, (text, cuts) => {
        expect(inOrder(detect(kernel, text, cuts)).map(placeOf)).toEqual(inOrder(detect(kernel, text)).map(placeOf));
      }),
      { numRuns: 200 },
    );
  });
});

test("both kernels lead to the same matches", () => {
  fc.assert(
    fc.property(mixedTexts(600), (text) => {
      const [inSimd, inScalar] = [simd, scalar].map((kernel) => inOrder(detect(kernel, text)).map(placeOf));
      expect(inSimd).toEqual(inScalar);
    }),
    { numRuns: 400 },
  );
});

test("where the arena is emptied changes no match, encoded ones included", () => {
  const cuts = fc.array(fc.oneof(fc.nat(300), fc.nat(200_000), fc.constant(ARENA_BYTES)), { maxLength: 10 });
  fc.assert(
    fc.property(mixedTexts(400_000), cuts, (text, lengths) => {
      expect(inOrder(detect(simd, text, lengths)).map(placeOf)).toEqual(inOrder(detect(simd, text)).map(placeOf));
    }),
    { numRuns: 60 },
  );
});

test("a secret is found across every place where the arena is emptied", () => {
  for (let offset = -70; offset <= 70; offset++) {
    const at = ARENA_BYTES + offset;
    const text = `${" ".repeat(at)}${SECRET}${" ".repeat(3000)}`;
    expect(spansOf(detect(simd, text))).toEqual([{ offset: at, secret: SECRET }]);
  }
});

const SEAM_FORMS = ["base64", "base64-of-base64", "hex-lower", "utf-16le", "percent-all", "base64-of-gzip"];

test.each(SEAM_FORMS)("a secret as %s is found once, wherever the search stops for more bytes", (form) => {
  const encoded = requireEncoder(form).encode(Buffer.from(SECRET), seeded(1)).toString("latin1");
  const tail = `\n${" prose".repeat(2_000)}`;
  const lost: string[] = [];
  for (let offset = 0; offset < 192; offset += 5) {
    const head = `${" prose".repeat(2_000).slice(0, 9_600 + offset)}\n`;
    for (let stop = -3; stop < 60; stop += 3) {
      const found = detect(simd, head + encoded + tail, [head.length + stop + REACH_BYTES]);
      if (found.length !== 1) lost.push(`${found.length} at ${offset}, stopped behind ${stop}`);
    }
  }
  expect(lost).toEqual([]);
});

test("wide text among many anchors is read as such, not as pieces with zeros between them", () => {
  const flood = "cflt Y2Zsd ".repeat(800);
  const wide = requireEncoder("utf-32le").encode(Buffer.from(SECRET), seeded(1)).toString("latin1");
  const found = detect(simd, `${flood}\n${wide}\n${flood}`).map(placeOf);
  expect(found).toMatchObject([{ encodings: ["utf-32le"], span: { start: flood.length + 1 } }]);
});

test.each([10, 40, 200])("UTF-16 is read beside %i numbers of four bytes, which look like UTF-32", (count) => {
  const numbers = Buffer.from(Uint32Array.from({ length: count }, (_, i) => i + 1).buffer);
  const wide = Buffer.from(SECRET, "utf16le");
  const behind = detect(simd, Buffer.concat([numbers, wide]));
  const before = detect(simd, Buffer.concat([wide, numbers]));
  expect([behind, before].map((found) => found.map(({ secret }) => secret.reveal()))).toEqual([[SECRET], [SECRET]]);
});

test.each(["utf-16le", "utf-16be", "utf-32le", "utf-32be"])(
  "%s with a byte-order mark is called by its name",
  (form) => {
    const bytes = requireEncoder(`${form}-bom`).encode(Buffer.from(`key=${SECRET}\n`), seeded(1));
    const unit = form.startsWith("utf-16") ? 2 : 4;
    const span = { start: 5 * unit, end: 69 * unit };
    expect(detect(simd, bytes).map(placeOf)).toMatchObject([{ encodings: [form], span }]);
  },
);

test.each(["+", "/"])("a piece that begins with %s is read behind a diff's margin", (character) => {
  const random = seeded(1);
  for (let found = 0; found < 5;) {
    const secret = makeSecret(random);
    const at = secret.indexOf(character, 10);
    if (at === -1) continue;
    found++;
    expect(spansOf(detect(simd, `+key: ${secret.slice(0, at)}\n+${secret.slice(at)}\n`))).toEqual([
      { offset: 6, secret },
    ]);
  }
});

test("the same value written twice in encoded text is found twice", () => {
  const value = Buffer.from(Buffer.from(SECRET).toString("base64")).toString("base64");
  const text = Buffer.from(`a: ${value}${" ".repeat(200)}b: ${value}\n`).toString("base64");
  expect(detect(simd, text)).toHaveLength(2);
});

test.each(["cflt", "Y2Zsd", "NmbH", "jZmx0", "%", "\\\\", '"', "=", "&#"])(
  "half a megabyte of %s hides no secret",
  (text) => {
    const flood = text.repeat(Math.ceil(500_000 / text.length));
    const found = detect(simd, `${flood}\n${SECRET}\n${flood}`);
    expect(spansOf(found)).toEqual([{ offset: flood.length + 1, secret: SECRET }]);
  },
);

test("the published example is found in the middle of base64, and twice in a row", () => {
  const text = `AAAA${PUBLISHED_EXAMPLE}${PUBLISHED_EXAMPLE}AAAA`;
  expect(spansOf(detect(simd, text)).map(({ offset }) => offset)).toEqual([4, 68]);
});

describe("a position", () => {
  test.each([
    ["at the start", SECRET, 1, 1],
    ["behind LF", `a\nbc${SECRET}`, 2, 3],
    ["behind CRLF", `a\r\nbc${SECRET}`, 2, 3],
    ["behind a lone CR, which ends no line", `a\rb${SECRET}`, 1, 4],
    ["in UTF-16 units: é is one", `é${SECRET}`, 1, 2],
    ["in UTF-16 units: an emoji is two", `😀\n😀x${SECRET}`, 2, 4],
    ["without a byte-order mark", `\ufeffab${SECRET}`, 1, 3],
    ["with a U+FEFF that is not the first", `a\n\ufeff${SECRET}`, 2, 2],
  ])("counts %s", (_title, text, line, column) => {
    const bytes = Buffer.from(text, "utf8").toString("latin1");
    for (const cuts of [[], [1], [2], [3, 1]]) {
      expect(detect(simd, bytes, cuts).map((match) => positionAfter(match.textBefore))).toEqual([{ line, column }]);
    }
  });

  test("counts bytes on a line that is not UTF-8", () => {
    const [match] = detect(simd, `\n\xe9\xe8${SECRET}`);
    expect(positionAfter(match?.textBefore ?? NO_TEXT)).toEqual({ line: 2, column: 3 });
  });

  test("is right on a line that is longer than the arena", () => {
    const line = "é".repeat(400_000);
    const bytes = Buffer.from(`x\n${line}${SECRET} ${SECRET}\n${SECRET}`, "utf8").toString("latin1");
    expect(detect(simd, bytes).map((match) => positionAfter(match.textBefore))).toEqual([
      { line: 2, column: 400_001 },
      { line: 2, column: 400_066 },
      { line: 3, column: 1 },
    ]);
  });
});

describe("a context", () => {
  test("holds what stands around the match, no farther than its bound", () => {
    const before = "b".repeat(5000);
    const after = "-".repeat(5000);
    const [match] = detect(simd, before + SECRET + after, [10, 900, 3000]);
    expect(match?.contexts).toEqual([{ before: before.slice(0, CONTEXT_BYTES), after: after.slice(0, CONTEXT_BYTES) }]);
  });

  test("is as long as the blob allows", () => {
    const [match] = detect(simd, `ab${SECRET}-c`);
    expect(match?.contexts).toEqual([{ before: "ab", after: "-c" }]);
  });
});

describe("settled bytes", () => {
  test("are all but what a coded secret may still take", () => {
    const openBytes = (options?: DetectorOptions): number => {
      const detector = new Detector(simd, options);
      detector.begin();
      push(detector, Buffer.from("some text. ".repeat(2_000)));
      return 22_000 - detector.settledBytes;
    };
    expect(openBytes({ wantsJudged: false })).toBe(REACH_BYTES + 256);
    // A connection's definition may begin before what tells that it is one.
    expect(openBytes()).toBe(REACH_BYTES + 256 + 4_096);
  });

  test("are none of a text that is shorter", () => {
    const detector = new Detector(simd);
    detector.begin();
    push(detector, Buffer.from("some text"));
    expect(detector.settledBytes).toBe(0);
  });

  test("are never before the start of a match that comes later", () => {
    fc.assert(
      fc.property(mixedTexts(12_000), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(text, "latin1");
        const at = cut % (bytes.length + 1);
        const detector = new Detector(simd, { contextBytes: 0 });
        detector.begin();
        const early = push(detector, bytes.subarray(0, at));
        const settled = detector.settledBytes;
        const late = [...push(detector, bytes.subarray(at)), ...detector.end()].filter(isNotInflated);
        expect(early.every((match) => match.span.end <= at)).toBe(true);
        expect(late.map((match) => match.span.start).filter((start) => start < settled)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("let a match without context go out before the end", () => {
    const detector = new Detector(simd, { contextBytes: 0, wantsJudged: false });
    detector.begin();
    const found = push(detector, Buffer.from(SECRET + " ".repeat(REACH_BYTES + 300), "latin1"));
    expect(spansOf(found)).toEqual([{ offset: 0, secret: SECRET }]);
  });
});

describe("what has the shape of a secret and a wrong checksum", () => {
  const wrong = SECRET.slice(0, 30) + (SECRET[30] === "A" ? "B" : "A") + SECRET.slice(31);
  const kindsIn = (text: string, wantsDamaged: boolean): string[] =>
    detect(simd, text, [], { wantsDamaged }).map(({ kind, span }) => `${kind} ${span.start}`);

  test.each([
    ["by itself", wrong, ["damaged 0"]],
    ["in quotes", `"${wrong}"`, ["damaged 1"]],
    ["with a last character that no checksum has", `${wrong.slice(0, 63)}B`, ["damaged 0"]],
    ["beside a right one", `${wrong} ${SECRET}`, ["damaged 0", "proven 65"]],
    ["in a longer run", `A${wrong}`, []],
    ["before more of a run", `${wrong}A`, []],
  ])("%s is damaged where that is wanted", (_, text, kinds) => {
    expect(kindsIn(text, true)).toEqual(kinds);
    expect(kindsIn(text, false)).toEqual(kinds.filter((kind) => kind.startsWith("proven")));
  });
});

describe("a gzip stream in a text", () => {
  const random = seeded(9);
  const filler = makeText(random, `${ALPHABET} \n`, 1_500_000);
  const values = `${filler.slice(0, 700_000)}\nid: ${makeKeyId(seeded(2))}\nkey: ${SECRET}\n${filler.slice(700_000)}`;
  const release = Buffer.from(gzipSync(values).toString("base64")).toString("base64");
  const found = (text: string, maxDecodeDepth = 4): ReturnType<typeof plain>[] =>
    detect(simd, text, [], { maxDecodeDepth, wantsJudged: false }).map(plain);

  test.each([
    ["in one line", release],
    ["in lines", release.replaceAll(/.{76}/g, "$&\n    ")],
  ])("is read though it is longer than the arena, %s", (_, text) => {
    const before = "apiVersion: v1\ndata:\n  release: ";
    const matches = found(`${before}${text}\n`);
    expect(text.length).toBeGreaterThan(3 * ARENA_BYTES);
    expect(matches).toMatchObject([
      {
        secret: SECRET,
        encodings: ["base64", "base64", "gzip"],
        span: { start: before.length },
        start: { line: 3, column: 12 },
      },
    ]);
    expect(matches[0]?.contexts[0]?.before).toContain(makeKeyId(seeded(2)));
  });

  test.each([
    ["at a quote", (text: string) => `{"a": "${text}", "b": 1}`],
    ["at a line end, though a word comes next", (text: string) => `a: ${text}\ntype: Opaque\n`],
    ["with the blob", (text: string) => `a: ${text}`],
  ])("ends %s", (_, around) => {
    const text = gzipSync(SECRET).toString("base64").replace(/=+$/, "");
    const blob = around(text);
    const [match] = found(blob);
    expect(blob.slice(match?.span.start, match?.span.end)).toBe(text);
  });

  test("counts as one of the encodings that may stand in one another", () => {
    const text = (depth: number): string => {
      let inner = SECRET;
      for (let i = 0; i < depth; i++) inner = Buffer.from(inner).toString("base64");
      return gzipSync(inner).toString("base64");
    };
    const depths = [0, 1, 2, 3, 4].map((maxDepth) => [0, 1, 2].filter((inner) => found(text(inner), maxDepth).length));
    expect(depths).toEqual([[], [], [0], [0, 1], [0, 1, 2]]);
  });

  test("does not limit the next one by its own depth", () => {
    const other = makeSecret(seeded(77));
    const inner = Buffer.from(Buffer.from(other).toString("base64")).toString("base64");
    const deep = Buffer.from(Buffer.from(gzipSync(SECRET).toString("base64")).toString("base64")).toString("base64");
    const matches = found(`a: ${deep}\n\u0001\nb: ${gzipSync(inner).toString("base64")}\n`);
    expect(new Set(matches.map(({ secret }) => secret))).toEqual(new Set([SECRET, other]));
  });

  test("is left alone where it is damaged, and hides nothing behind it", () => {
    const stream = gzipSync(values).subarray(0, 2_000);
    stream.fill(0xff, 60, 120);
    const text = `a: ${stream.toString("base64")}\nb: ${Buffer.from(SECRET).toString("base64")}\n`;
    expect(found(text)).toMatchObject([{ secret: SECRET, encodings: ["base64"], start: { line: 2, column: 4 } }]);
  });
});

describe("stretches of a blob, scanned apart and joined,", () => {
  const bounds = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });

  test("give each match once, at its place", () => {
    fc.assert(
      fc.property(mixedTexts(3_000), bounds, (text, cuts) => {
        expect(inStretches(text, cuts)).toEqual(wholeOf(text));
      }),
      { numRuns: 300 },
    );
  });

  test.each(SEAM_FORMS)("give a secret as %s once, wherever it is cut", (form) => {
    const encoded = requireEncoder(form).encode(Buffer.from(SECRET), seeded(1)).toString("latin1");
    const text = `some line\n${encoded}\nanother line\n${PUBLISHED_EXAMPLE}\n`;
    const whole = wholeOf(text);
    const wrong = Array.from({ length: text.length }, (_, cut) => cut).filter(
      (cut) => JSON.stringify(inStretches(text, [cut])) !== JSON.stringify(whole),
    );
    expect(wrong).toEqual([]);
  });

  function inStretches(text: string, cuts: readonly number[]) {
    const inner = cuts.map((cut) => cut % (text.length + 1));
    const sorted = [...new Set([0, ...inner, text.length])].toSorted((a, b) => a - b);
    let before = NO_TEXT;
    const joined: Match[] = [];
    for (const [i, start] of sorted.slice(0, -1).entries()) {
      const end = sorted[i + 1] ?? 0;
      const { matches, measure } = detectStretch(text, { firstByte: Math.max(0, start - MARGIN_BYTES), start, end });
      joined.push(...matches.map((match) => ({ ...match, textBefore: joinText(before, match.textBefore) })));
      before = joinText(before, measure);
    }
    return inOrder(joined).map(placeOf);
  }

  function wholeOf(text: string) {
    return inOrder(detect(simd, text)).map(placeOf);
  }
});

function detectStretch(text: string, stretch: Stretch) {
  const detector = new Detector(simd);
  detector.begin(stretch);
  const bytes = Buffer.from(text, "latin1").subarray(stretch.firstByte, stretch.end + MARGIN_BYTES);
  const matches = [...push(detector, bytes), ...detector.end()];
  return { matches, measure: detector.measureStretch() };
}

/** A match without its contexts. */
function placeOf(match: Match) {
  const { contexts: _, ...place } = plain(match);
  return place;
}

/** A compressed text is read when its end is there: its matches come late. */
function isNotInflated({ encodings }: Match): boolean {
  return !encodings.includes("gzip");
}

function spansOf(matches: readonly Match[]) {
  return matches.map((match) => ({ offset: match.span.start, secret: match.secret.reveal() }));
}
