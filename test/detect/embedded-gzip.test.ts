import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { EmbeddedGzipText, GzipAllowance, type Inflated } from "../../src/detect/embedded-gzip.ts";
import type { Encoding } from "../../src/model/encoding.ts";
import { NO_TEXT } from "../../src/model/text-measure.ts";
import { requireEncoder } from "../support/encoders.ts";
import { makeText, seeded } from "../support/secrets.ts";

const PLAIN = makeText(seeded(1), "abcdefghijklmnopqrstuvwxyz \n", 3_000);
const GZIP = gzipSync(PLAIN);
const BASE64 = GZIP.toString("base64");

describe("the text of an encoded gzip stream", () => {
  test.each<readonly [string, string, readonly Encoding[], readonly Encoding[]]>([
    ["base64", BASE64, ["base64"], ["base64", "gzip"]],
    ["base64 without padding", BASE64.replace(/=+$/, ""), ["base64"], ["base64", "gzip"]],
    ["base64url", GZIP.toString("base64url"), ["base64"], ["base64url", "gzip"]],
    ["base64 in lines", BASE64.replaceAll(/.{60}/g, "$&\r\n    "), ["base64"], ["base64", "gzip"]],
    ["base64 in a literal", BASE64.replaceAll(/.{60}/g, String.raw`$&\n`), ["base64"], ["base64", "gzip"]],
    ["base64 of base64", encode("base64", BASE64), ["base64", "base64"], ["base64", "base64", "gzip"]],
    ["hexadecimal", GZIP.toString("hex"), ["hex"], ["hex", "gzip"]],
    ["base64 behind other characters", `A${BASE64}`, ["base64"], ["base64", "gzip"]],
    ["percent", encode("percent-special", BASE64), ["percent", "base64"], ["percent", "base64", "gzip"]],
    ["escapes", encode("unicode-upper", BASE64), ["escape", "base64"], ["escape", "base64", "gzip"]],
    ["UTF-16", encode("utf-16le", BASE64), ["utf-16le", "base64"], ["utf-16le", "base64", "gzip"]],
  ])("as %s is inflated", (_, text, reading, encodings) => {
    const [inflated, ...others] = inflateAll(read(text, reading));
    expect(others).toEqual([]);
    expect(inflated?.encodings).toEqual(encodings);
    expect(inflated?.bytes.toString()).toBe(PLAIN);
  });

  test.each([1, 7, 61, 1_000])("is the same where it comes %i bytes at a time", (step) => {
    const text = `${BASE64.replaceAll(/.{60}/g, "$&\n  ")}\u0001`;
    const whole = read(text, ["base64"]);
    const collected = read(text, ["base64"], step);
    expect(collected.end).toBe(whole.end);
    expect(collected.isComplete).toBe(true);
    expect(inflateAll(collected)).toEqual(inflateAll(whole));
  });

  test.each([
    ["at a byte of no text", `${BASE64}\u0001${"A".repeat(99)}`, BASE64.length],
    ["at a gap of more than 160 bytes", `${BASE64}${" ".repeat(161)}${"A".repeat(99)}`, BASE64.length],
    ["nowhere, where nothing else comes", BASE64, BASE64.length],
  ])("ends %s", (_, text, end) => {
    expect(read(text, ["base64"]).end).toBe(100 + end);
  });

  test("goes on behind a gap of 160 bytes", () => {
    const text = `${BASE64.slice(0, 400)}${" ".repeat(160)}${BASE64.slice(400)}`;
    expect(inflateAll(read(text, ["base64"]))[0]?.bytes.toString()).toBe(PLAIN);
  });

  test("is inflated though words stand behind it", () => {
    const [inflated] = inflateAll(read(`${BASE64}\nkind: Secret\n`, ["base64"]));
    expect(inflated?.bytes.toString()).toBe(PLAIN);
  });

  test.each([
    ["damaged", Buffer.concat([GZIP.subarray(0, 40), Buffer.alloc(40, 0xff), GZIP.subarray(80)]).toString("base64")],
    ["no gzip stream", Buffer.from(PLAIN).toString("base64")],
    ["nothing", ""],
  ])("gives nothing where it is %s", (_, text) => {
    expect(inflateAll(read(text, ["base64"]))).toEqual([]);
  });

  test("gives what there is where its end is missing", () => {
    const [inflated] = inflateAll(read(BASE64.slice(0, BASE64.length >> 1), ["base64"]));
    expect(inflated?.bytes.length).toBeGreaterThan(500);
    expect(PLAIN).toContain(inflated?.bytes.toString() ?? "nothing");
  });

  test("is read in each way that was added, those that fail left out", () => {
    const text = new EmbeddedGzipText(0, NO_TEXT);
    for (const reading of [["hex"], ["base64", "base64"], ["base64"]] as const) text.addHead(0, reading);
    text.push(BASE64);
    expect(inflateAll(text).map(({ encodings }) => encodings)).toEqual([["base64", "gzip"]]);
  });

  test("reads heads with a name, a comment and more", () => {
    for (const [flags, extra] of [
      [0x08, "name.txt\0"],
      [0x10, "comment\0"],
      [0x04, "\x03\0abc"],
      [0x1c, "\x03\0abcname\0comment\0"],
      [0x02, "hc"],
    ] as const) {
      const head = Buffer.from(GZIP.subarray(0, 10));
      head[3] = flags;
      const stream = Buffer.concat([head, Buffer.from(extra, "latin1"), GZIP.subarray(10)]);
      const [inflated] = inflateAll(read(stream.toString("base64"), ["base64"]));
      expect(inflated?.bytes.toString()).toBe(PLAIN);
    }
  });
});

function read(text: string, reading: readonly Encoding[], step = Infinity): EmbeddedGzipText {
  const collected = new EmbeddedGzipText(100, NO_TEXT);
  collected.addHead(100, reading);
  for (let at = 0; at < text.length; at += step) collected.push(text.slice(at, at + step));
  return collected;
}

function encode(form: string, text: string): string {
  return requireEncoder(form).encode(Buffer.from(text), seeded(1)).toString("latin1");
}

function inflateAll(text: EmbeddedGzipText): Inflated[] {
  return [...text.inflate(new GzipAllowance())];
}
