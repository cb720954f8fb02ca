import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LINE_HASH_STEP, MAX_CANDIDATES, type Kernel } from "../../src/kernel/kernel.ts";
import { createScalarKernel } from "../../src/kernel/scalar.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import { makeSecret, makeText, seeded } from "../support/secrets.ts";
import { texts } from "../support/texts.ts";

const simd = createSimdKernel();
const scalar = createScalarKernel();
const KERNELS: ReadonlyArray<readonly [string, Kernel]> = [
  ["simd", simd],
  ["scalar", scalar],
];

const SECRET = makeSecret(seeded(1));
const END = simd.arena.length;

/** Where a text is put: page and vector boundaries, and both ends of the arena. */
const PLACES = [0, 1, 15, 16, 17, 47, 48, 49, 63, 64, 4095, 65_535];

describe.each(KERNELS)("the %s kernel", (_, kernel) => {
  test.each(PLACES)("finds a secret that begins at %i and is all there is", (at) => {
    put(kernel, SECRET, at);
    expect(candidates(kernel, at, at + 64)).toEqual([at]);
  });

  test("finds a secret that ends with the arena", () => {
    put(kernel, SECRET, END - 64);
    expect(candidates(kernel, 0, END)).toEqual([END - 64]);
  });

  test("finds a secret at every offset from the start of the range", () => {
    for (let offset = 0; offset < 130; offset++) {
      put(kernel, " ".repeat(offset) + SECRET + " ".repeat(20), 100);
      expect(candidates(kernel, 100, 100 + offset + 84)).toEqual([100 + offset]);
    }
  });

  test("does not look past the end of the range", () => {
    put(kernel, SECRET, 500);
    expect(candidates(kernel, 400, 500 + 63)).toEqual([]);
    expect(candidates(kernel, 501, 600)).toEqual([]);
  });

  test("does not mind that there is less than a secret", () => {
    for (let length = 0; length < 64; length++) expect(candidates(kernel, 10, 10 + length)).toEqual([]);
  });

  test.each([
    ["both starts of cfltcflt…", `cflt${SECRET}`, [0, 4]],
    ["a start inside a longer run", `AAAA${SECRET}AAAA`, [4]],
    ["nothing where a character is outside the alphabet", SECRET.replace(SECRET.slice(30, 31), "-"), []],
    ["nothing with the prefix in capitals", `CFLT${SECRET.slice(4)}`, []],
    ["nothing in 63 characters", SECRET.slice(0, 63), []],
  ])("finds %s", (_title, text, offsets) => {
    put(kernel, text, 0);
    expect(candidates(kernel, 0, text.length)).toEqual(offsets);
  });

  test("takes every byte of the alphabet, and no other", () => {
    const inside = Array.from({ length: 256 }, (_unused, byte) => {
      put(kernel, SECRET, 0);
      kernel.arena[40] = byte;
      return candidates(kernel, 0, 64).length === 1 ? String.fromCharCode(byte) : "";
    });
    expect(inside.join("")).toBe("+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  });

  test("returns as many candidates as fit, and can be asked for the rest", () => {
    const text = "cflt".repeat(MAX_CANDIDATES + 100);
    put(kernel, text, 0);
    const first = candidates(kernel, 0, text.length);
    expect(first).toHaveLength(MAX_CANDIDATES);
    const rest = candidates(kernel, (first.at(-1) ?? 0) + 1, text.length);
    expect([...first, ...rest]).toEqual(Array.from({ length: MAX_CANDIDATES + 100 - 15 }, (_unused, i) => i * 4));
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

test("both kernels agree with a regular expression on candidates, wherever the text stands", () => {
  const places = fc.constantFrom(...PLACES);
  fc.assert(
    fc.property(texts, places, fc.nat(70), fc.nat(70), (text, at, skipHead, skipTail) => {
      const from = at + Math.min(skipHead, text.length);
      const to = Math.max(from, at + text.length - skipTail);
      const seen = text.slice(from - at, to - at);
      const expected = [...seen.matchAll(/(?=cflt[A-Za-z0-9+/]{60})/g)].map(({ index }) => from + index);
      for (const [name, kernel] of KERNELS) {
        put(kernel, text, at);
        expect(candidates(kernel, from, to), name).toEqual(expected);
      }
    }),
    { numRuns: 1_500 },
  );
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

/** Puts latin1 text into a kernel's arena, among bytes that would go on with any run. */
function put(kernel: Kernel, text: string, at: number): void {
  kernel.arena.fill(0x41);
  kernel.arena.set(Buffer.from(text, "latin1"), at);
}

function candidates(kernel: Kernel, from: number, to: number): number[] {
  return [...kernel.findCandidates(from, to)];
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
