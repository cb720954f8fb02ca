import { describe, expect, test } from "vitest";
import { CARRIERS } from "./carriers.ts";
import { requireNotation } from "./notations.ts";
import { judgePairing, MUTATED_SHAPES, RECALL_SHAPES, type PairedInput, type PairedShape } from "./paired-shapes.ts";
import { makeSecret, seeded, seedOf } from "./secrets.ts";

const DRAWS = 10;
const SHAPES = [...RECALL_SHAPES, ...MUTATED_SHAPES];

test("no two shapes have the same id, and each begins with its group", () => {
  expect(new Set(SHAPES.map(({ id }) => id)).size).toBe(SHAPES.length);
  expect(SHAPES.filter(({ id, group }) => !id.startsWith(`${group}/`))).toEqual([]);
});

test("every carrier has a notation, and an unknown one has none", () => {
  for (const { id } of CARRIERS) expect(requireNotation(id).remark("x")).toContain("x");
  expect(() => requireNotation(0)).toThrow("carrier 0");
});

test("the same seed gives the same text, another one another", () => {
  const [first] = shapesOf("decoys");
  expect(drawOf(first, 1)).toEqual(drawOf(first, 1));
  expect(drawOf(first, 1).bytes).not.toEqual(drawOf(first, 2).bytes);
});

test.each([
  [["A"], "right"],
  [["B"], "wrong single"],
  [["A", "B"], "several"],
  [[], "none"],
] as const)("%j for A is %s", (reported, pairing) => {
  expect(judgePairing(reported, "A")).toBe(pairing);
});

describe("in a mutated text", () => {
  const drawn = MUTATED_SHAPES.flatMap((shape) => draws(shape).map((input) => ({ shape, input })));

  test("each secret begins on the line that is named", () => {
    const wrong = drawn.filter(({ input }) => input.pairs.some(({ secret, line }) => !holdsStart(input, line, secret)));
    expect(wrong.map(({ shape }) => shape.id)).toEqual([]);
  });

  test("no two pairs have a secret or an ID in common", () => {
    for (const { input } of drawn) {
      const all = input.pairs.flatMap(({ secret, keyId }) => [secret, keyId]);
      expect(new Set(all).size).toBe(2 * input.pairs.length);
    }
  });

  test.each([
    ["mutated", 0],
    ["decoys", 2],
    ["between", 2],
  ])("of the group %s, %i other IDs stand", (group, count) => {
    const counts = drawn.filter(({ shape }) => shape.group === group).map(({ input }) => othersIn(input).size);
    expect(new Set(counts)).toEqual(new Set([count]));
  });

  test("of several pairs, there are two to five", () => {
    const counts = drawn.filter(({ shape }) => shape.group === "several").map(({ input }) => input.pairs.length);
    expect(new Set(counts)).toEqual(new Set([2, 3, 4, 5]));
  });
});

test("a carrier with an ID between its halves has it between them", () => {
  for (const shape of shapesOf("between").filter(({ id }) => id.includes("/carrier ") && !id.includes("k8s"))) {
    for (const input of draws(shape)) {
      const text = input.bytes.toString();
      const [{ secret, keyId } = { secret: "", keyId: "" }] = input.pairs;
      const ends = [text.lastIndexOf(keyId), text.indexOf(secret)].toSorted((a, b) => a - b);
      const between = [...othersIn(input)].filter(
        (id) => text.indexOf(id) > (ends[0] ?? 0) && text.indexOf(id) < (ends[1] ?? 0),
      );
      expect(between, shape.id).toHaveLength(1);
    }
  }
});

test("a shape is written in other names, quotes and orders", () => {
  const texts = draws(requireShape("mutated/carrier 77/"), 40).map(({ bytes, pairs: [pair] }) =>
    bytes
      .toString()
      .replace(pair?.secret ?? "", "S")
      .replace(pair?.keyId ?? "", "K"),
  );
  const count = (pattern: RegExp): number => new Set(texts.map((text) => pattern.exec(text)?.[1] ?? "")).size;
  expect(count(/export (\w+)=\\?["']?K/)).toBeGreaterThan(5);
  expect(count(/=(\\?["']?)K/)).toBeGreaterThan(2);
  expect(count(/=\\?["']?([KS])["'\\\r\n]/)).toBe(2);
  expect(count(/^(\s*)/)).toBeGreaterThan(2);
});

function shapesOf(group: string): readonly PairedShape[] {
  return MUTATED_SHAPES.filter((shape) => shape.group === group);
}

function requireShape(start: string): PairedShape {
  const shape = MUTATED_SHAPES.find(({ id }) => id.startsWith(start));
  if (shape === undefined) throw new Error(`no shape's name begins with ${start}`);
  return shape;
}

function draws(shape: PairedShape, count = DRAWS): readonly PairedInput[] {
  return Array.from({ length: count }, (_, draw) => drawOf(shape, draw));
}

function drawOf(shape: PairedShape | undefined, draw: number): PairedInput {
  if (shape === undefined) throw new Error("there is no such shape");
  return shape.make(makeSecret, seeded(seedOf(shape.id, draw)));
}

/** Whether a line holds how a secret begins, plain or in base64 at any alignment. */
function holdsStart({ bytes }: PairedInput, line: number, secret: string): boolean {
  const text = bytes.toString().split("\n")[line - 1] ?? "";
  const decoded = [...text.matchAll(/[\w+/-]{24,}/g)].map(([run]) => Buffer.from(run, "base64").toString("latin1"));
  return [text, decodePercent(text), ...decoded].some((one) => one.includes(secret.slice(0, 12)));
}

function decodePercent(text: string): string {
  return text.replaceAll("%2B", "+").replaceAll("%2F", "/");
}

/** The IDs in a text, encoded ones too, that belong to none of its secrets. */
function othersIn({ bytes, pairs, fileName }: PairedInput): ReadonlySet<string> {
  const text = bytes.toString().replaceAll(/\\[nt]/g, " ");
  const decoded = [...text.matchAll(/(?<![\w+/=])[\w+/]{22}==/g)].map(([run]) => Buffer.from(run, "base64").toString());
  const all = [text, fileName, ...decoded].flatMap((one) => one.match(STANDING_ID) ?? []);
  return new Set(all.filter((id) => !pairs.some(({ keyId }) => keyId === id)));
}

const STANDING_ID = /(?<![A-Za-z0-9+])[A-Z2-7]{16}(?![A-Za-z0-9+/])/g;
