import { describe, expect, test } from "vitest";
import { BROKEN_SHAPES, breakUp, cutUp, MAX_GAP_BYTES } from "./broken-up.ts";
import { makeSecret, seeded } from "./secrets.ts";

const SECRET = makeSecret(seeded(1));
const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

describe("a word that is cut up", () => {
  test.each([false, true])(
    "has 2 to 8 pieces, of which one cut alone leaves a single character: in prefix %s",
    (isInPrefix) => {
      const counts = new Set<number>();
      const firstLengths = new Set<number>();
      for (const seed of SEEDS) {
        const pieces = cutUp(SECRET, isInPrefix, seeded(seed));
        expect(pieces.join("")).toBe(SECRET);
        expect(pieces.filter(({ length }) => length < 2).length).toBeLessThanOrEqual(2);
        counts.add(pieces.length);
        firstLengths.add(pieces[0]?.length ?? 0);
      }
      expect([...counts].toSorted()).toEqual([2, 3, 4, 5, 6, 7, 8]);
      expect([1, 2, 3].map((length) => firstLengths.has(length))).toEqual(Array.from({ length: 3 }, () => isInPrefix));
      expect(firstLengths.has(0)).toBe(false);
    },
  );
});

test.each(BROKEN_SHAPES.map((shape) => [shape.id, shape] as const))(
  "the shape %s leaves all pieces in their order, no gap longer than the bound",
  (_, shape) => {
    for (const seed of SEEDS) {
      const [first = "", ...others] = cutUp(SECRET, seed % 2 === 0, seeded(seed));
      const broken = breakUp(shape, [first, ...others], seeded(seed));
      expect(broken.startsWith(first)).toBe(true);
      let end = first.length;
      for (const piece of others) {
        const start = broken.indexOf(piece, end + 1);
        expect(start - end).toBeGreaterThan(0);
        expect(start - end).toBeLessThanOrEqual(MAX_GAP_BYTES);
        end = start + piece.length;
      }
      expect(end).toBe(broken.length);
    }
  },
);
