import { describe, expect, test } from "vitest";
import { escapeViews, splitViews } from "../../src/detect/text-views.ts";

import { BROKEN_SHAPES, breakUp } from "../support/broken-up.ts";
import { seeded } from "../support/secrets.ts";

describe("undoing escapes", () => {
  test.each([
    ["a%2Bb%2fc", "percent", "a+b/c"],
    ["100% a%2 %zz%41", "percent", "100% a%2 %zzA"],
    [String.raw`a\/b\\/c`, "escape", "a/b/c"],
    [String.raw`\u002B\u002f\\u002b`, "escape", "+/+"],
    [String.raw`\uuu002b\u{002b}`, "escape", "++"],
    [String.raw`\x2B\\x2f\057`, "escape", "+//"],
    [String.raw`a\nb\tc`, "escape", "a\nb\tc"],
    [String.raw`\=\:\#\ `, "escape", "=:# "],
    ["&#43;&#x2f;&#X2F;&#43", "entity", "+//+"],
    ["&plus;&sol;&equals;&amp;&quot;", "entity", '+/=&"'],
    ["&nosuch; &#x4e0a; &amp;", "entity", "&nosuch; ? &"],
    ["a=2Bb=\nc=\r\nd= \ne", "quoted-printable", "a+bcde"],
    ["x=1 =zz =2f", "quoted-printable", "x=1 =zz /"],
  ])("%j has a view as %s", (text, encoding, plain) => {
    const view = escapeViews(text).find((one) => one.encoding === encoding);
    expect(Buffer.from(view?.bytes ?? []).toString("latin1")).toBe(plain);
  });

  test("gives no view where there is nothing to undo", () => {
    expect(escapeViews("plain text, 100 % of it & more = less")).toEqual([]);
  });

  test("gives one view for each kind, the others left as they are", () => {
    const views = escapeViews(String.raw`%2B \u002b &plus; =2B`);
    expect(views.map(({ encoding, bytes }) => [encoding, Buffer.from(bytes).toString()])).toEqual([
      ["percent", String.raw`+ \u002b &plus; =2B`],
      ["escape", "%2B + &plus; =2B"],
      ["entity", String.raw`%2B \u002b + =2B`],
      ["quoted-printable", String.raw`%2B \u002b &plus; +`],
    ]);
  });

  test.each([
    ["ab%2Bcd", 2, 3, "%2B"],
    ["ab%2Bcd", 1, 4, "b%2Bc"],
    [String.raw`ab\u002bcd`, 2, 4, String.raw`\u002bc`],
    ["a&plus;b", 0, 3, "a&plus;b"],
    ["a=\r\nb", 0, 2, "a=\r\nb"],
  ])("%j: characters %i to %i come from %j", (text, start, end, source) => {
    const [view] = escapeViews(text);
    if (view === undefined) throw new Error("no view");
    const span = view.toParent({ start, end });
    expect(text.slice(span.start, span.end)).toBe(source);
  });
});

describe("closing gaps", () => {
  const joined = (text: string): string[] => splitViews(text).map(({ bytes }) => Buffer.from(bytes).toString("latin1"));

  test.each(BROKEN_SHAPES.map((shape) => [shape.id, shape] as const))("closes those of %s", (_, shape) => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = breakUp(shape, ["cfltAb", "c+d/e", "Fgh"], seeded(seed));
      expect(joined(text)).toContain("cfltAbc+d/eFgh");
    }
  });

  test.each([
    ["a lone sign between literals", `"ab" + "cd"`, "abcd"],
    ["a sign at a piece's end", `"ab+" + "cd"`, "ab+cd"],
    ["a sign at a piece's beginning, in a diff", "ab\n++cd", "ab+cd"],
    ["a comment's sign", "ab\n// cd", "abcd"],
    ["a slash that is a piece of its own", "ab\n/\ncd", "ab/cd"],
    ["a line end of a literal", String.raw`ab\ncd`, "abcd"],
    ["a line end as percent writes it", "ab%0D%0Acd", "abcd"],
    ["a tag", "ab<br />cd", "abcd"],
  ])("reads %s in one of its ways", (_, text, plain) => {
    expect(joined(text)).toContain(plain);
  });

  test("leaves a gap of more than 160 bytes open", () => {
    expect(joined(`ab${" ".repeat(160)}cd`)).toContain("abcd");
    expect(joined(`ab${" ".repeat(161)}cd`)).toEqual(["ab\0cd"]);
  });

  test("knows where the pieces stood", () => {
    const text = 'x = "ab" +\n    "cd"';
    const view = splitViews(text).find(({ bytes }) => Buffer.from(bytes).toString() === "xabcd");
    if (view === undefined) throw new Error("no view");
    const span = view.toParent({ start: 1, end: 5 });
    expect(text.slice(span.start, span.end)).toBe('ab" +\n    "cd');
    expect(view.encodingsOf({ start: 1, end: 5 }, span)).toEqual(["split"]);
    expect(view.encodingsOf({ start: 1, end: 3 }, view.toParent({ start: 1, end: 3 }))).toEqual([]);
  });
});
