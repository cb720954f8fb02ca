import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTEXT_BYTES, Detector, type Stretch } from "../../src/detect/detector.ts";
import { ARENA_BYTES, MAX_CANDIDATES, type Kernel } from "../../src/kernel/kernel.ts";
import { createScalarKernel } from "../../src/kernel/scalar.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import type { Match } from "../../src/model/match.ts";
import { joinText, NO_TEXT, positionAfter } from "../../src/model/text-measure.ts";
import { findSecretsPlainly } from "../support/oracle.ts";
import { makeSecret, PUBLISHED_EXAMPLE, seeded } from "../support/secrets.ts";
import { texts } from "../support/texts.ts";

const simd = createSimdKernel();
const KERNELS: ReadonlyArray<readonly [string, Kernel]> = [
  ["simd", simd],
  ["scalar", createScalarKernel()],
];
const SECRET = makeSecret(seeded(1));

describe.each(KERNELS)("a detector on the %s kernel", (_, kernel) => {
  test("finds what the oracle finds, however the bytes are cut", () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(200), { maxLength: 20 }), (text, cuts) => {
        expect(spansOf(detect(kernel, text, cuts))).toEqual(findSecretsPlainly(text));
      }),
      { numRuns: 400 },
    );
  });

  test("does not change a match with the cut: line, column and context are those of the whole", () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(200), { maxLength: 20 }), (text, cuts) => {
        expect(detect(kernel, text, cuts).map(plain)).toEqual(detect(kernel, text, []).map(plain));
      }),
      { numRuns: 300 },
    );
  });
});

test("a secret is found across every place where the arena is emptied", () => {
  for (let offset = -70; offset <= 70; offset++) {
    const at = ARENA_BYTES + offset;
    const text = `${" ".repeat(at)}${SECRET}${" ".repeat(3000)}`;
    expect(spansOf(detect(simd, text, []))).toEqual([{ offset: at, secret: SECRET }]);
  }
});

test("a megabyte of prefixes hides no secret, and is told from one", () => {
  const text = `${"cflt".repeat(MAX_CANDIDATES * 4)}${SECRET}${"cflt".repeat(MAX_CANDIDATES * 4)}`;
  expect(spansOf(detect(simd, text, []))).toEqual([{ offset: MAX_CANDIDATES * 16, secret: SECRET }]);
});

test("the published example is found in the middle of base64, and twice in a row", () => {
  const text = `AAAA${PUBLISHED_EXAMPLE}${PUBLISHED_EXAMPLE}AAAA`;
  expect(spansOf(detect(simd, text, [])).map(({ offset }) => offset)).toEqual([4, 68]);
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
    const [match] = detect(simd, `\n\xe9\xe8${SECRET}`, []);
    expect(positionAfter(match?.textBefore ?? NO_TEXT)).toEqual({ line: 2, column: 3 });
  });

  test("is right on a line that is longer than the arena", () => {
    const line = "é".repeat(400_000);
    const bytes = Buffer.from(`x\n${line}${SECRET} ${SECRET}\n${SECRET}`, "utf8").toString("latin1");
    expect(detect(simd, bytes, []).map((match) => positionAfter(match.textBefore))).toEqual([
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
    expect(match?.context).toEqual({ before: before.slice(0, CONTEXT_BYTES), after: after.slice(0, CONTEXT_BYTES) });
  });

  test("is as long as the blob allows", () => {
    const [match] = detect(simd, `ab${SECRET}-c`, []);
    expect(match?.context).toEqual({ before: "ab", after: "-c" });
  });
});

describe("settled bytes", () => {
  test.each([
    ["all of a text that ends in nothing like a secret", "some text", 9],
    ["up to an open prefix", "some text cfl", 10],
    ["up to a secret that lacks a character", `x ${SECRET.slice(0, 63)}`, 2],
    ["past a whole secret", `x ${SECRET}.`, 67],
    ["past a prefix that something ended", "x cflt-", 7],
    ["past a broken run, up to the next", "cfltAA-cfltAA", 7],
  ])("are %s", (_, text, settled) => {
    const detector = new Detector(simd);
    detector.begin();
    push(detector, Buffer.from(text, "latin1"));
    expect(detector.settledBytes).toBe(settled);
  });

  test("are never before the start of a match that comes later", () => {
    fc.assert(
      fc.property(texts, texts, (head, tail) => {
        const detector = new Detector(simd, 0);
        detector.begin();
        const early = push(detector, Buffer.from(head, "latin1"));
        const settled = detector.settledBytes;
        const late = [...push(detector, Buffer.from(tail, "latin1")), ...detector.end()];
        expect(early.every((match) => match.span.end <= head.length)).toBe(true);
        expect(late.every((match) => match.span.start >= settled)).toBe(true);
      }),
    );
  });

  test("let a match without context go out at once", () => {
    const detector = new Detector(simd, 0);
    detector.begin();
    expect(spansOf(push(detector, Buffer.from(SECRET, "latin1")))).toEqual([{ offset: 0, secret: SECRET }]);
  });
});

test("stretches of a blob, scanned apart and joined, are the whole", () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(600), { minLength: 1, maxLength: 5 }), (text, cuts) => {
      const bounds = [...new Set([0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length])].sort(
        (a, b) => a - b,
      );
      let before = NO_TEXT;
      const joined: unknown[] = [];
      for (const [i, start] of bounds.slice(0, -1).entries()) {
        const end = bounds[i + 1] ?? 0;
        const { matches, measure } = detectStretch(text, { firstByte: Math.max(0, start - CONTEXT_BYTES), start, end });
        joined.push(...matches.map((match) => plain({ ...match, textBefore: joinText(before, match.textBefore) })));
        before = joinText(before, measure);
      }
      expect(joined).toEqual(detect(simd, text, []).map(plain));
    }),
    { numRuns: 300 },
  );
});

function detectStretch(text: string, stretch: Stretch) {
  const detector = new Detector(simd);
  detector.begin(stretch);
  const bytes = Buffer.from(text, "latin1").subarray(stretch.firstByte, stretch.end + 63 + CONTEXT_BYTES);
  const matches = [...push(detector, bytes), ...detector.end()];
  return { matches, measure: detector.measureStretch() };
}

/** All matches of a latin1 text that is pushed in pieces of these lengths, and then the rest. */
function detect(kernel: Kernel, text: string, cuts: readonly number[]): Match[] {
  const detector = new Detector(kernel);
  const bytes = Buffer.from(text, "latin1");
  const matches: Match[] = [];
  let at = 0;
  detector.begin();
  for (const length of [...cuts, bytes.length]) {
    matches.push(...push(detector, bytes.subarray(at, at + length)));
    at += length;
  }
  return [...matches, ...detector.end()];
}

function push(detector: Detector, bytes: Uint8Array): Match[] {
  const matches: Match[] = [];
  detector.push(bytes, (ready) => matches.push(...ready));
  return matches;
}

function spansOf(matches: readonly Match[]) {
  return matches.map((match) => ({ offset: match.span.start, secret: match.secret.reveal() }));
}

function plain(match: Match) {
  const { span, context, textBefore } = match;
  return { span, context, position: positionAfter(textBefore), secret: match.secret.reveal() };
}
