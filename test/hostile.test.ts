import { expect, test } from "vitest";
import { Detector } from "../src/detect/detector.ts";
import { createSimdKernel } from "../src/kernel/simd.ts";

/** Bytes looked at for each byte of input, at most: by the search, and by every decoding that it leads to. */
const MAX_WORK_RATIO = 350;
const PART_BYTES = 128 * 1024;

/** Texts made of nothing but what the search looks for. */
const HOSTILE: Readonly<Record<string, string>> = {
  prefixes: "cflt",
  "prefixes cut by quotes": 'cf"\n"lt',
  "whole anchors with gaps": "cflt Y2Zsd NmbHQ jZmx0 ",
  "anchors of base64": "Y2Zsd",
  "percent signs": "%",
  "percent escapes": "%63%66%6c%74",
  backslashes: "\\",
  "unicode escapes": "\\u0063\\u0066\\u006c\\u0074",
  entities: "&#99;&#102;&#108;&#116;",
  "soft breaks": "=63=66=6C=74=\r\n",
  quotes: '"',
  "plus signs between quotes": '"+"',
  "line ends": "\n",
  hexadecimal: "63666c74",
  "wide text": "c\0f\0l\0t\0",
  "wider text": "c\0\0\0f\0\0\0l\0\0\0t\0\0\0",
  zeros: "\0",
  "heads of gzip": "H4sIAAAAAAAA",
  "base64 of base64": Buffer.from(Buffer.from("cflt".repeat(30)).toString("base64")).toString("base64"),
  "all of them": 'cflt%63"+"\\u0066&#99;=63Y2Zsd H4sIAAAAAAAA c\0f\0l\0t\0 ',
};

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
