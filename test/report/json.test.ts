import { describe, expect, test } from "vitest";
import { toBytePath } from "../../src/model/byte-path.ts";
import { formatJson, toReport, type Report } from "../../src/report/json.ts";
import { CLEAN, finding, inputOf, KEY_IDS, occurrence, ODD_NAMES, SAMPLE, SECRETS } from "./sample.ts";

describe("the JSON report", () => {
  test("looks as promised", async () => {
    await expect(formatJson(inputOf(SAMPLE))).toMatchFileSnapshot("../../fixtures/reports/report.json");
  });

  test("is the report as data, also where names had to be escaped", () => {
    const input = inputOf(SAMPLE);
    expect(JSON.parse(formatJson(input))).toEqual(toReport(input));
  });

  test("holds nothing that a terminal would act on", () => {
    expect(formatJson(inputOf(SAMPLE))).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  });

  test("says that nothing was found, and that all was read", () => {
    const report = JSON.parse(formatJson(inputOf(CLEAN))) as Report;
    expect(report.findings).toEqual([]);
    expect(report.summary).toEqual({
      complete: true,
      files: 2,
      objects: 0,
      commits: 0,
      bytes: 20,
      suppressed: 0,
      skipped: [],
    });
  });

  test("ends with a line feed", () => {
    expect(formatJson(inputOf(CLEAN))).toMatch(/[^\n]\n$/);
  });

  test.each([
    ["symlink", true],
    ["special-file", true],
    ["excluded", true],
    ["submodule", true],
    ["unreadable", false],
    ["vanished", false],
    ["missing-object", false],
    ["corrupt-object", false],
    ["worker-lost", false],
  ] as const)("a skip for %s leaves the scan complete: %s", (reason, complete) => {
    const skips = [{ path: toBytePath("x"), reason, detail: "why" }];
    const { summary } = toReport(inputOf({ ...CLEAN, skips }));
    expect(summary).toMatchObject({ complete, skipped: [{ path: "x", reason, detail: "why" }] });
  });

  test("keeps the bytes of names that are not UTF-8, of findings and of skips", () => {
    const path = ODD_NAMES.notUtf8;
    const findings = [finding(SECRETS.one, [], [occurrence({ path }, 1, 1)])];
    const skips = [{ path, reason: "unreadable", detail: "EACCES" }] as const;
    const report = toReport(inputOf({ ...CLEAN, findings, skips }));
    const named = { path: "odd/caf\ufffd.env", pathBytes: Buffer.from("odd/caf\xe9.env", "latin1").toString("base64") };
    expect(report.findings[0]?.occurrences[0]).toMatchObject(named);
    expect(report.summary.skipped[0]).toMatchObject(named);
  });

  test("gives a name that is UTF-8 as text alone", () => {
    const findings = [finding(SECRETS.one, [], [occurrence({ path: ODD_NAMES.unicode }, 1, 1)])];
    const [place] = toReport(inputOf({ ...CLEAN, findings })).findings[0]?.occurrences ?? [];
    expect(place).toMatchObject({ path: "odd/schlüssel-鍵.env", pathBytes: null });
  });

  test("has no path for standard input without a name", () => {
    const findings = [finding(SECRETS.one, [], [occurrence({ source: "stdin", path: null }, 1, 1)])];
    const [place] = toReport(inputOf({ ...CLEAN, findings })).findings[0]?.occurrences ?? [];
    expect(place).toMatchObject({ path: null, pathBytes: null, source: "stdin" });
  });

  test("shows a secret where it was asked for, and only there", () => {
    const shown = toReport(inputOf(SAMPLE, true)).findings;
    expect(shown.map((one) => one.secret)).toEqual([SECRETS.several, SECRETS.none, SECRETS.one]);
    expect(toReport(inputOf(SAMPLE)).findings.some((one) => "secret" in one)).toBe(false);
  });

  test("has the fields of the contract, in its order", () => {
    const [first] = toReport(inputOf(SAMPLE)).findings;
    expect(Object.keys(toReport(inputOf(SAMPLE)))).toEqual(["schema", "tool", "findings", "summary"]);
    expect(Object.keys(first ?? {}).join(" ")).toBe(
      "rule confidence secretSha256 fingerprint preview keyIds occurrences lifetime verification",
    );
    expect(Object.keys(first?.occurrences[0] ?? {}).join(" ")).toBe(
      "repository path pathBytes members line column endLine endColumn offsetBytes lineHash encodings source blob commit",
    );
  });

  test("names the encodings of a place, outermost first", () => {
    const places = [occurrence({}, 1, 1, null, ["base64", "escape"]), occurrence({}, 2, 1)] as const;
    const [found] = toReport(inputOf({ ...CLEAN, findings: [finding(SECRETS.one, [], places)] })).findings;
    expect(found?.occurrences.map(({ encodings }) => encodings)).toEqual([["base64", "escape"], []]);
  });

  test("gives key IDs as they are: none, one, several", () => {
    const keyIds = toReport(inputOf(SAMPLE)).findings.map((one) => one.keyIds);
    expect(keyIds).toEqual([KEY_IDS.several, [], KEY_IDS.one]);
  });
});
