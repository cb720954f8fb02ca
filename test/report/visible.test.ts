import { expect, test } from "vitest";
import { asBytePath, toBytePath } from "../../src/model/byte-path.ts";
import { visibleJson, visiblePath, visibleText } from "../../src/report/visible.ts";
import { ODD_NAMES } from "./sample.ts";

test.each([
  [ODD_NAMES.space, "odd/a b.env"],
  [ODD_NAMES.lineFeed, "odd/new\\nline.env"],
  [ODD_NAMES.escape, "odd/\\e[31mred\\e]0;title\\x07.env"],
  [ODD_NAMES.c1, "odd/\\x9b31mred.env"],
  [ODD_NAMES.bidi, "odd/\\u202evne.exe"],
  [ODD_NAMES.unicode, "odd/schlüssel-鍵.env"],
  [ODD_NAMES.notUtf8, "odd/caf\\xe9.env"],
  [toBytePath("a\r\tb\u007f\u0000"), "a\\r\\tb\\x7f\\x00"],
  [toBytePath("a\u200bb\u2028c\u00ad"), "a\\u200bb\\u2028c\\xad"],
  [toBytePath("\u{e0041}\u{f0000}"), "\\u{e0041}\\u{f0000}"],
  [toBytePath("\ufffd"), "\ufffd"],
  [toBytePath("🔑"), "🔑"],
  [asBytePath("\xff\xfe"), "\\xff\\xfe"],
  // A sequence that is cut, overlong, a surrogate's, or beyond Unicode: every byte for itself.
  [asBytePath("\xe9\x8d/x"), "\\xe9\\x8d/x"],
  [asBytePath("\xc0\xaf"), "\\xc0\\xaf"],
  [asBytePath("\xed\xa0\x80"), "\\xed\\xa0\\x80"],
  [asBytePath("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80"],
])("the name %j is printed as %j", (path, shown) => {
  expect(visiblePath(path)).toBe(shown);
});

test("text of others is made visible the same way", () => {
  expect(visibleText("git: \u001b[2Jno\nü 🔑\u202e")).toBe("git: \\e[2Jno\\nü 🔑\\u202e");
});

test("JSON says the same, without anything that a terminal acts on", () => {
  const value = { name: "a\u001b[2J\u009b1m\u202e\u2028\u{e0041}\n🔑ü", list: [1] };
  const json = visibleJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[^\P{C}\n]|\u2028/u);
  expect(json).toContain("🔑ü");
  expect(json.split("\n")).toHaveLength(6);
});
