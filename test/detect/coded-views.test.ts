import { describe, expect, test } from "vitest";
import { base64View, hexViews, joinCoded, wideView } from "../../src/detect/coded-views.ts";
import { type View } from "../../src/detect/view.ts";
import { requireEncoder } from "../support/encoders.ts";
import { makeSecret, seeded } from "../support/secrets.ts";

const SECRET = makeSecret(seeded(1));

describe("joining coded text", () => {
  test.each([
    ["QUJD REVG", "QUJDREVG"],
    ["QUJD\n\t  REVG\r\nR0g=", "QUJDREVGR0g"],
    ["a-b_c+d/e", "a-b_c+d/e"],
    [String.raw`QUJD\nREVG`, "QUJDREVG"],
    [String.raw`QUJD\\r\\nREVG`, "QUJDREVG"],
    [String.raw`QUJD\/REVG`, "QUJD/REVG"],
    ["\"QUJD\" 'REVG'", "QUJDREVG"],
  ])("takes the characters of %j", (text, characters) => {
    const joined = joinAll(text);
    expect(joined.text).toBe(characters);
    const sources = [...joined.offsets.subarray(0, characters.length)].map((offset) => text[offset]);
    expect(sources.join("")).toBe(characters);
  });

  test("takes those of its range", () => {
    const { text, offsets } = joinCoded(Buffer.from("AAAABBBBCCCC"), { start: 4, end: 8 });
    expect([text, ...offsets]).toEqual(["BBBB", 4, 5, 6, 7]);
  });
});

describe("base64", () => {
  test.each([0, 1, 2, 3])("is read from character %i on, whatever its length", (phase) => {
    for (let length = 0; length < 9; length++) {
      const plain = "bytes-to-be-read".slice(0, length);
      const text = "x".repeat(phase) + Buffer.from(plain).toString("base64");
      expect(textOf(base64View(joinAll(text), phase).bytes)).toBe(plain);
    }
  });

  test.each([
    ["in one piece", "QUJDREVG", 1, 5, "UJDREV", ["base64"]],
    ["wrapped", "QUJD\n  REVG", 0, 6, "QUJD\n  REVG", ["split", "base64"]],
    ["wrapped elsewhere", "QUJD\n  REVG", 3, 6, "REVG", ["base64"]],
    ["with an escaped slash", String.raw`QUJ\/REVG`, 0, 6, String.raw`QUJ\/REVG`, ["split", "base64"]],
    ["of the other alphabet", "QUJ_REVG", 0, 3, "QUJ_", ["base64url"]],
    ["of the other alphabet elsewhere", "QUJ_REVG", 3, 6, "REVG", ["base64"]],
  ])("%s comes from the characters that hold its bits", (_, text, start, end, source, encodings) => {
    expect(sourceOf(base64View(joinAll(text), 0), text, start, end)).toEqual([source, encodings]);
  });
});

describe("hexadecimal", () => {
  const hex = Buffer.from(SECRET).toString("hex");

  test.each([
    ["in lower case", hex],
    ["in capitals", hex.toUpperCase()],
    ["behind another digit", `7${hex}`],
    ["behind 0x", `0x${hex}`],
    ["wrapped", hex.replaceAll(/.{32}/g, "$&\n  ")],
    ["behind other words", `digest sha ${hex} of it`],
  ])("is read %s", (_, text) => {
    expect(hexViews(joinAll(text)).some(({ bytes }) => textOf(bytes).includes(SECRET))).toBe(true);
  });

  test("is not read where it is shorter than a secret", () => {
    expect(hexViews(joinAll(hex.slice(2)))).toEqual([]);
    expect(hexViews(joinAll(`${hex.slice(64)}g${hex.slice(64)}`))).toEqual([]);
  });

  test.each([
    [hex, ["hex"]],
    [hex.replace(/.{64}/, "$&\n"), ["split", "hex"]],
  ])("%# comes from its digits", (text, encodings) => {
    const [view] = hexViews(joinAll(text));
    if (view === undefined) throw new Error("no view");
    expect(sourceOf(view, text, 0, 64)).toEqual([text, encodings]);
    expect(sourceOf(view, text, 1, 3)).toEqual([text.slice(2, 6), ["hex"]]);
  });
});

describe.each(["utf-16le", "utf-16be", "utf-32le", "utf-32be"])("%s", (form) => {
  const encode = (text: string): Buffer => requireEncoder(form).encode(Buffer.from(text), seeded(1));
  const wide = encode(SECRET);

  test.each([0, 1, 2, 3, 15, 16, 17])("is read among other bytes, behind %i", (offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset, "-"), wide, Buffer.from("--------")]);
    const view = wideView(bytes, { start: 0, end: bytes.length });
    const at = textOf(view.bytes).indexOf(SECRET);
    const span = { start: at, end: at + SECRET.length };
    expect(at).toBeGreaterThanOrEqual(0);
    expect(view.toParent(span)).toEqual({ start: offset, end: offset + wide.length });
    expect(view.encodingsOf(span, view.toParent(span))).toEqual([form]);
  });

  test("is read where the bytes end with it", () => {
    const view = wideView(wide, { start: 0, end: wide.length });
    expect(textOf(view.bytes)).toContain(SECRET);
    expect(view.toParent({ start: 0, end: SECRET.length })).toEqual({ start: 0, end: wide.length });
  });
});

function joinAll(text: string) {
  return joinCoded(Buffer.from(text), { start: 0, end: text.length });
}

/** What a span of a view stands for in its text, and what it names. */
function sourceOf(view: View, text: string, start: number, end: number) {
  const span = view.toParent({ start, end });
  return [text.slice(span.start, span.end), view.encodingsOf({ start, end }, span)];
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
