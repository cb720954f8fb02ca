import { readFileSync } from "node:fs";
import { Validator, type Schema } from "@cfworker/json-schema";
import type { Log, Result, Run } from "sarif";
import { describe, expect, test } from "vitest";
import { toBytePath } from "../../src/model/byte-path.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { ScanResult } from "../../src/model/scan-result.ts";
import { countLeftOut, formatSarif, type SarifOptions } from "../../src/report/sarif.ts";
import { CLEAN, finding, inputOf, KEY_IDS, occurrence, ODD_NAMES, SAMPLE, SECRETS } from "./sample.ts";

const OPTIONS: SarifOptions = {
  category: "tree",
  root: { workingFolder: toBytePath("/home/a/repo"), repositoryRoot: toBytePath("/home/a/repo") },
};

/** Source: notes/sarif.md#schema */
const SCHEMA_FILE = new URL("../../fixtures/reports/sarif-2.1.0.schema.json", import.meta.url);
const validator = new Validator(JSON.parse(readFileSync(SCHEMA_FILE, "utf8")) as Schema, "2020-12", false);

describe("the schema of SARIF 2.1.0", () => {
  test.each([
    ["everything that is hard to print", SAMPLE],
    ["nothing found", CLEAN],
    ["an incomplete scan without a finding", { ...CLEAN, skips: SAMPLE.skips }],
    ["more results than GitHub keeps", manyFindings(5_001)],
  ])("takes a report of %s", (_, result) => {
    expect(validator.validate(logOf(result)).errors).toEqual([]);
  });

  test.each([
    ["without runs", "runs", undefined],
    ["of another version", "version", "2.0.0"],
    ["with a field that SARIF does not have", "runs/0/results/0/secret", "x"],
    ["with a line 0", "runs/0/results/0/locations/0/physicalLocation/region/startLine", 0],
    ["with a level that SARIF does not have", "runs/0/results/0/level", "fatal"],
    ["with a result without a message", "runs/0/results/0/message", undefined],
    ["with a tag twice", "runs/0/tool/driver/rules/0/properties/tags", ["security", "security"]],
    ["with a URI that is none", "runs/0/tool/driver/rules/0/helpUri", "not a uri"],
  ])("refuses a report %s", (_, pointer, value) => {
    const log = logOf(SAMPLE);
    spoil(log, pointer.split("/"), value);
    expect(validator.validate(log).valid).toBe(false);
  });
});

describe("the SARIF report", () => {
  test("looks as promised", async () => {
    await expect(formatSarif(inputOf(SAMPLE), OPTIONS)).toMatchFileSnapshot("../../fixtures/reports/report.sarif");
  });

  test("has results that are empty, not absent, where nothing was found: that closes old alerts", () => {
    const run = runOf(CLEAN);
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
  });

  test("takes findings for no failure of the scan", () => {
    const run = runOf({ ...SAMPLE, skips: SAMPLE.skips.filter((skip) => skip.reason === "symlink") });
    expect(run.results).not.toEqual([]);
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
  });

  test("says of an incomplete scan that it failed, and on what", () => {
    const [invocation] = runOf(SAMPLE).invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    const notes = invocation?.toolExecutionNotifications ?? [];
    expect(
      notes.map((one) => [one.level, one.descriptor?.id, one.locations?.[0]?.physicalLocation?.artifactLocation?.uri]),
    ).toEqual([
      ["error", "vanished", "gone.env"],
      ["error", "unreadable", "odd/caf%E9.env"],
      ["error", "missing-object", "odd/%1B%5B31mred%1B%5D0%3Btitle%07.env"],
    ]);
  });

  test("escapes what others say: no placeholder, link or control character comes of it", () => {
    const notes = runOf(SAMPLE).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes.map((one) => one.message.text)).toEqual([
      "Not read: vanished (shrank from 10 to 5 bytes while being read).",
      "Not read: unreadable (EACCES).",
      "Not read: missing-object (git said: {{0}} \\[link\\](http://a.test) \\e\\[2J).",
    ]);
  });

  test("describes its rules as GitHub shows them", () => {
    const [rule] = runOf(CLEAN).tool.driver.rules ?? [];
    expect(rule?.id).toBe("confluent-api-secret");
    expect(rule?.name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(rule?.properties).toMatchObject({ precision: "very-high", "security-severity": "9.5" });
    expect(rule?.properties?.tags).toEqual(expect.arrayContaining(["security", "external/cwe/cwe-798"]));
    expect(rule?.properties?.tags?.length).toBeLessThanOrEqual(10);
    expect(rule?.shortDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(rule?.fullDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(rule?.help?.text).toContain("2. Delete this key: confluent api-key delete <KEY-ID>\n");
    expect(rule?.help?.markdown).toContain("2. Delete this key: `confluent api-key delete <KEY-ID>`\n");
    expect(rule?.defaultConfiguration?.level).toBe("error");
  });

  test("has one result for each secret and file, at its first place there", () => {
    const places = resultsOf(SAMPLE)
      .slice(-2)
      .map((one) => one.locations?.[0]?.physicalLocation);
    expect(places).toEqual([
      {
        artifactLocation: { uri: "odd/%5Bid%5D/page.tsx", uriBaseId: "%SRCROOT%" },
        region: { startLine: 3, startColumn: 15, endLine: 3, endColumn: 79, byteOffset: 315, byteLength: 64 },
      },
      {
        artifactLocation: { uri: "src/application.properties", uriBaseId: "%SRCROOT%" },
        region: { startLine: 41, startColumn: 15, endLine: 41, endColumn: 79, byteOffset: 4115, byteLength: 64 },
      },
    ]);
  });

  test("links to the secret's other places in the file, since GitHub shows no others", () => {
    const result = resultsOf(SAMPLE).at(-2);
    expect(result?.message.text).toMatch(/ Also at \[line 3\]\(1\), \[line 9\]\(2\)\.$/);
    expect(result?.relatedLocations?.map((one) => [one.id, one.physicalLocation?.region?.startLine])).toEqual([
      [1, 3],
      [2, 9],
    ]);
  });

  test("links to no more places than GitHub shows, and counts the rest", () => {
    const others = Array.from({ length: 14 }, (_, i) => occurrence({}, i + 2, 1));
    const [result] = resultsOf({ ...CLEAN, findings: [finding(SECRETS.one, [], [occurrence({}, 1, 1), ...others])] });
    expect(result?.relatedLocations).toHaveLength(10);
    expect(result?.message.text).toMatch(/\[line 11\]\(10\) and 4 more places in this file\.$/);
  });

  test.each([
    ["no key ID", [], "No key ID stands nearby."],
    ["one", KEY_IDS.one, `It belongs to key ${KEY_IDS.one.join()}: replace that key, then delete it.`],
    [
      "several",
      KEY_IDS.several,
      `It belongs to one of the keys ${KEY_IDS.several.join(", ")}: find out which before you delete any.`,
    ],
  ])("with %s, says so", (_, keyIds, expected) => {
    const [result] = resultsOf({ ...CLEAN, findings: [finding(SECRETS.one, keyIds, [occurrence({}, 1, 1)])] });
    expect(result?.message.text).toMatch(/^Confluent Cloud API secret cflt.{4}….{4}\. /);
    expect(result?.message.text).toContain(expected);
  });

  test("names the member of an archive in its message, since its location cannot", () => {
    const origin = { path: toBytePath("a.zip"), members: [toBytePath("in[1].jar"), toBytePath("{x}\n.env")] };
    const places = [occurrence(origin, 7, 1), occurrence({ ...origin, members: [toBytePath("b")] }, 9, 1)] as const;
    const [result] = resultsOf({ ...CLEAN, findings: [finding(SECRETS.one, KEY_IDS.one, places)] });
    expect(result?.message.text).toContain("It stands in the archive's member in\\[1\\].jar!{{x}}\\n.env, line 7.");
    expect(result?.message.text).toContain("Also at [member b, line 9](1).");
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1 });
  });

  test("gives a length in bytes only where a column is a byte", () => {
    const places = [occurrence({}, 7, 1), occurrence({}, 9, 1, null, ["utf-16le"])] as const;
    const [result] = resultsOf({ ...CLEAN, findings: [finding(SECRETS.one, KEY_IDS.one, places)] });
    const regions = [...(result?.locations ?? []), ...(result?.relatedLocations ?? [])].map(
      ({ physicalLocation }) => physicalLocation?.region,
    );
    expect(regions.map((region) => region?.byteLength)).toEqual([64, undefined]);
    expect(regions.map((region) => region?.endColumn)).toEqual([65, 65]);
  });

  test("gives its own fingerprint, and GitHub's beside it where the file is text", () => {
    const prints = resultsOf(SAMPLE).map((one) => one.partialFingerprints);
    const own = { "cfltguardSecret/v1": SAMPLE.findings[0]?.fingerprint };
    expect(prints.slice(0, 3)).toEqual([own, own, { ...own, primaryLocationLineHash: "9a8b7c6d5e4f3a2b:1" }]);
  });

  test("counts columns as it says it does", () => {
    expect(runOf(CLEAN).columnKind).toBe("utf16CodeUnits");
  });

  test("does not tell where the repository stands on this machine", () => {
    expect(formatSarif(inputOf(SAMPLE), OPTIONS)).not.toContain("/home/a");
    expect(runOf(SAMPLE).originalUriBaseIds?.["%SRCROOT%"]).not.toHaveProperty("uri");
  });

  test("has a category for each kind of scan, so that one does not close the other's alerts", () => {
    const ids = (["tree", "staged"] as const).map(
      (category) => parse(formatSarif(inputOf(CLEAN), { ...OPTIONS, category })).automationDetails?.id,
    );
    expect(ids).toEqual(["cfltguard/tree/", "cfltguard/staged/"]);
  });

  test("is plain text whatever the names hold", () => {
    expect(formatSarif(inputOf(SAMPLE), OPTIONS)).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  });

  test("holds what GitHub keeps, and says what it left out", () => {
    const result = manyFindings(5_003);
    const run = runOf(result);
    expect(countLeftOut(inputOf(result))).toBe(3);
    expect(run.results).toHaveLength(5_000);
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
    expect(run.invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { level: "warning", message: { text: expect.stringMatching(/^GitHub keeps 5000 results of a run: 3 more/) } },
    ]);
  });

  test("leaves out the least sure ones", () => {
    const many = manyFindings(5_001).findings;
    const findings = many.map((one, i): Finding => ({ ...one, confidence: i === 7 ? "possible" : "proven" }));
    const results = resultsOf({ ...CLEAN, findings });
    const uris = results.map((one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    expect(uris).toHaveLength(5_000);
    expect(uris.slice(6, 8)).toEqual(["6.env", "8.env"]);
  });

  test("leaves nothing out of what GitHub keeps", () => {
    expect(countLeftOut(inputOf(manyFindings(5_000)))).toBe(0);
    expect(resultsOf(manyFindings(5_000))).toHaveLength(5_000);
  });

  test.each(Object.keys(ODD_NAMES))("has a URI that a browser can read for a name with %s", (name) => {
    const path = ODD_NAMES[name as keyof typeof ODD_NAMES];
    const [result] = resultsOf({ ...CLEAN, findings: [finding(SECRETS.one, [], [occurrence({ path }, 1, 1)])] });
    const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "";
    const { href, hash, search } = new URL(uri, "file:///root/");
    expect({ href, hash, search }).toEqual({ href: `file:///root/${uri}`, hash: "", search: "" });
  });
});

function parse(sarif: string): Run {
  return (JSON.parse(sarif) as Log).runs[0] as Run;
}

function logOf(result: ScanResult): Log {
  return JSON.parse(formatSarif(inputOf(result), OPTIONS)) as Log;
}

function runOf(result: ScanResult): Run {
  return logOf(result).runs[0] as Run;
}

function resultsOf(result: ScanResult): Result[] {
  return runOf(result).results ?? [];
}

function manyFindings(count: number): ScanResult {
  const one = (i: number): Finding => finding(SECRETS.one, [], [occurrence({ path: toBytePath(`${i}.env`) }, 1, 1)]);
  return { ...CLEAN, findings: Array.from({ length: count }, (_, i) => one(i)) };
}

/** Sets what `keys` lead to, or takes it out if `value` is `undefined`. */
function spoil(target: object, [key = "", ...keys]: readonly string[], value: unknown): void {
  const fields = target as Record<string, unknown>;
  if (keys.length > 0) spoil(fields[key] as object, keys, value);
  else if (value === undefined) delete fields[key];
  else fields[key] = value;
}
