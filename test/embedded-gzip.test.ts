import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { scanBytes } from "../src/library.ts";
import { makeSecret, makeText, seeded } from "./support/secrets.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz \n";
const encode = (text: string | Buffer): string => gzipSync(text).toString("base64");

test("each of several compressed texts in a row is read, and those without a secret hide none", () => {
  const random = seeded(3);
  const secrets = Array.from({ length: 20 }, () => makeSecret(random));
  const harmless = encode(makeText(random, LETTERS, 90));
  const texts = [harmless, ...secrets.map((secret) => encode(`secret=${secret}`)), harmless];
  for (const [before, after] of [
    ["", "\n"],
    ['  "user_data_base64": "', '",\n'],
  ] as const) {
    const report = scanBytes(texts.map((text) => before + text + after).join(""));
    expect(report.findings).toHaveLength(secrets.length);
    expect(report.findings.map(({ occurrences: [first] }) => first?.line)).toEqual(secrets.map((_, i) => i + 2));
    expect(report.findings.every(({ occurrences: [first] }) => first?.encodings.join() === "base64,gzip")).toBe(true);
    expect(report.summary.complete).toBe(true);
  }
});

test("of a stream that holds too much the beginning is read, and the rest is said", () => {
  const secret = makeSecret(seeded(4));
  const report = scanBytes(`k: ${encode(Buffer.concat([Buffer.from(`${secret}\n`), Buffer.alloc(68_000_000)]))}\n`);
  expect(report.findings).toHaveLength(1);
  expect(report.summary.skipped).toMatchObject([{ reason: "bound-exceeded" }]);
  expect(report.summary.complete).toBe(false);
});

test("streams full of streams are read as far as the bound goes, and the rest is said", () => {
  const line = `k = "${encode("cflt".repeat(4_000_000))}";${".".repeat(200)}\n`;
  const report = scanBytes(`data: ${encode(line.repeat(400))}\n`);
  expect(report.summary.skipped).toMatchObject([{ reason: "bound-exceeded" }]);
});
