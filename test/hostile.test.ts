import { expect, test } from "vitest";
import { Detector } from "../src/detect/detector.ts";
import { createSimdKernel } from "../src/kernel/simd.ts";
import { HOSTILE } from "./support/hostile.ts";

/** Bytes looked at for each byte of input, at most: by the search, and by every decoding that it leads to. */
const MAX_WORK_RATIO = 350;
const PART_BYTES = 128 * 1024;

test.each(Object.entries(HOSTILE))("%s cost a bounded number of looks a byte, however many they are", (_, unit) => {
  const small = workFor(unit.repeat(Math.ceil(PART_BYTES / unit.length)));
  const large = workFor(unit.repeat(Math.ceil((4 * PART_BYTES) / unit.length)));
  expect(small.ratio).toBeLessThan(MAX_WORK_RATIO);
  // Seams of the buffer are looked at twice, and a small text has none.
  expect(large.ratio).toBeLessThan(3 * small.ratio + 1);
});

test("a line of 20 MB costs no more a byte than one of 2 MB", () => {
  const line = "password = 'cf' + 'lt' & AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/ ";
  const small = workFor(line.repeat(2_000_000 / line.length));
  const large = workFor(line.repeat(20_000_000 / line.length));
  expect(large.ratio).toBeLessThan(1.1 * small.ratio);
});

function workFor(text: string): { readonly ratio: number } {
  const kernel = createSimdKernel();
  const detector = new Detector(kernel);
  const bytes = Buffer.from(text, "latin1");
  detector.begin();
  detector.push(bytes, () => undefined);
  detector.end();
  return { ratio: kernel.countWork() / bytes.length };
}
