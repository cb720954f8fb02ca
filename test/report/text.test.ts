import { describe, expect, test } from "vitest";
import { COLORS } from "../../src/cli/lazy-colors.ts";
import { toBytePath } from "../../src/model/byte-path.ts";
import { formatText, NO_COLORS } from "../../src/report/text.ts";
import { CLEAN, finding, inputOf, KEY_IDS, occurrence, SAMPLE, SECRETS } from "./sample.ts";

const PLAIN = { colors: NO_COLORS, width: 80 };
const PIPE = { colors: NO_COLORS, width: null };

describe("the text report", () => {
  test("looks well in 80 columns", async () => {
    await expect(formatText(inputOf(SAMPLE), PLAIN)).toMatchFileSnapshot("../../fixtures/reports/text-80-columns.txt");
  });

  test("looks well in 80 columns, in colour", async () => {
    const text = formatText(inputOf(SAMPLE), { colors: COLORS, width: 80 });
    await expect(text).toMatchFileSnapshot("../../fixtures/reports/text-80-columns-color.txt");
  });

  test("looks well in a pipe", async () => {
    await expect(formatText(inputOf(SAMPLE), PIPE)).toMatchFileSnapshot("../../fixtures/reports/text-pipe.txt");
  });

  test("is empty where nothing was found", () => {
    expect(formatText(inputOf(CLEAN), PLAIN)).toBe("");
  });

  test("fits in 80 columns, but for names and secrets", () => {
    const lines = formatText(inputOf(SAMPLE, true), PLAIN).split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test.each(Array.from({ length: 41 }, (_, i) => 60 + i))("breaks prose at %i columns, and not before", (width) => {
    const lines = formatText(inputOf(SAMPLE), { colors: NO_COLORS, width }).split("\n");
    const prose = lines.filter((line) => /^ {10}|^ {2}(?:key ID|do now) /.test(line));
    expect(prose.filter((line) => line.length > width)).toEqual([]);
    const broken = prose.flatMap((line, i) => {
      const [next = ""] = /(?<=^ {10,13})[^ \d]\S*/.exec(prose[i + 1] ?? "") ?? [];
      return next !== "" && `${line} ${next}`.length <= width ? [line] : [];
    });
    expect(broken).toEqual([]);
  });

  test("says the same in a pipe as on a terminal", () => {
    const words = (text: string): string[] => text.split(/\s+/);
    expect(words(formatText(inputOf(SAMPLE), PIPE))).toEqual(words(formatText(inputOf(SAMPLE), PLAIN)));
  });

  test("says how a secret is encoded, and in which member of an archive", () => {
    const members = [toBytePath("in.jar"), toBytePath("a.yaml")];
    const place = occurrence({ path: toBytePath("a.zip"), members }, 7, 5, null, ["base64", "escape"]);
    const text = formatText(inputOf({ ...CLEAN, findings: [finding(SECRETS.one, KEY_IDS.one, [place])] }), PIPE);
    expect(text).toContain("\n  a.zip!in.jar!a.yaml:7:5  (base64, escape)\n");
  });

  test("in colour, is the same text with colours in it", () => {
    const colored = formatText(inputOf(SAMPLE), { colors: COLORS, width: 80 });
    expect(colored.replaceAll(/\p{Cc}\[\d+m/gu, "")).toBe(formatText(inputOf(SAMPLE), PLAIN));
  });

  test("holds nothing that a terminal would act on", () => {
    expect(formatText(inputOf(SAMPLE), PLAIN)).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  });

  test("keeps a name that is longer than the line whole, to be clicked", () => {
    const path = toBytePath(`${"folder/".repeat(20)}a b.env`);
    const findings = [finding(SECRETS.one, [], [occurrence({ path }, 3, 15)])];
    expect(formatText(inputOf({ ...CLEAN, findings }), PLAIN).split("\n")).toContain(`  ${path}:3:15`);
  });

  test("is readable where the terminal is very narrow", () => {
    const lines = formatText(inputOf(SAMPLE), { colors: NO_COLORS, width: 1 }).split("\n");
    expect(lines.filter((line) => line.includes("Create a new")).length).toBe(3);
  });

  test.each([
    ["one key", SECRETS.one, KEY_IDS.one, `confluent api-key delete ${KEY_IDS.one.join()}`, "nearby"],
    ["no key", SECRETS.none, [], "confluent api-key delete <KEY-ID>", "one of"],
    ["several keys", SECRETS.several, KEY_IDS.several, `one of ${KEY_IDS.several.join(", ")}.`, "nearby"],
  ])("with %s, says what to do", (_, secret, keyIds, expected, unexpected) => {
    const findings = [finding(secret, keyIds, [occurrence({}, 1, 1)])];
    const text = formatText(inputOf({ ...CLEAN, findings }), PIPE);
    expect(text).toContain(expected);
    expect(text).not.toContain(unexpected);
    expect(text).toContain("1. Create a new key");
  });

  test("with several keys, names none of them as the one to delete", () => {
    const findings = [finding(SECRETS.several, KEY_IDS.several, [occurrence({}, 1, 1)])];
    expect(formatText(inputOf({ ...CLEAN, findings }), PIPE)).toContain("confluent api-key delete <KEY-ID>");
  });

  test("a finding of an unknown rule is a defect, not a blank", () => {
    const findings = [{ ...finding(SECRETS.one, [], [occurrence({}, 1, 1)]), rule: "none-such" }];
    expect(() => formatText(inputOf({ ...CLEAN, findings }), PLAIN)).toThrow("no rule none-such");
  });
});
