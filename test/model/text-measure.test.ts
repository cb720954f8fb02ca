import fc from "fast-check";
import { expect, test } from "vitest";
import { joinText, NO_TEXT, positionAfter, type TextMeasure } from "../../src/model/text-measure.ts";

const texts = fc.string({ unit: fc.constantFrom("a", "\n", "é", "😀"), maxLength: 20 });

test("pieces joined are measured as the whole", () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(joinText(measure(a), measure(b))).toEqual(measure(a + b));
    }),
  );
});

test("it does not matter which pieces are joined first", () => {
  fc.assert(
    fc.property(texts, texts, texts, (a, b, c) => {
      const [x, y, z] = [measure(a), measure(b), measure(c)];
      expect(joinText(joinText(x, y), z)).toEqual(joinText(x, joinText(y, z)));
    }),
  );
});

test("no text changes nothing", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(joinText(NO_TEXT, measure(text))).toEqual(measure(text));
      expect(joinText(measure(text), NO_TEXT)).toEqual(measure(text));
    }),
  );
});

test("positions are 1-based, in UTF-16 units where the line is UTF-8 and in bytes where it is not", () => {
  expect(positionAfter(NO_TEXT)).toEqual({ line: 1, column: 1 });
  expect(positionAfter({ newlines: 2, bytes: 9, units: 5, balance: 0 })).toEqual({ line: 3, column: 6 });
  expect(positionAfter({ newlines: 2, bytes: 9, units: 5, balance: 1 })).toEqual({ line: 3, column: 10 });
});

function measure(text: string): TextMeasure {
  const tail = text.slice(text.lastIndexOf("\n") + 1);
  return { newlines: text.split("\n").length - 1, bytes: Buffer.byteLength(tail), units: tail.length, balance: 0 };
}
