import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { OPTIONS } from "../../src/cli/options.ts";
import { DEFAULT_DECODE_DEPTH } from "../../src/detect/detector.ts";
import { makeZip } from "../support/archives.ts";
import { runCli, scanJson, type CliOptions } from "../support/cli.ts";
import { git, tempRepository } from "../support/git.ts";
import { makeKeyId, makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const random = seeded(71);
const KEY_ID = makeKeyId(random);
const SECRET = makeSecret(random);
const DAMAGED = SECRET.slice(0, 30) + (SECRET[30] === "A" ? "B" : "A") + SECRET.slice(31);
const LINE = `user=${KEY_ID} password=${DAMAGED}\n`;
const BASE64 = Buffer.from(SECRET).toString("base64");
const TWICE = Buffer.from(BASE64).toString("base64");
const POSSIBLE = ["--min-confidence", "possible"];

/** What a run tells: its exit code, and the rule, confidence and places of every finding. */
function told(args: readonly string[], options: CliOptions) {
  const { run, report } = scanJson(args, options);
  const findings = report.findings.map(({ rule, confidence, occurrences }) =>
    [rule, confidence, ...occurrences.map(({ path, members, line }) => [path, ...members, line].join(" "))].join(", "),
  );
  return { code: run.code, findings };
}

const NOTHING = { code: 0, findings: [] };

function damagedAt(...places: readonly string[]) {
  return { code: 1, findings: [`confluent-damaged-api-secret, possible, ${places.join(", ")}`] };
}

describe("a secret with a wrong checksum", () => {
  test.each<[string[], object]>([
    [[], NOTHING],
    [["--min-confidence", "proven"], NOTHING],
    [["--min-confidence=likely"], NOTHING],
    [POSSIBLE, damagedAt("f 1")],
    [[...POSSIBLE, "--exit-zero"], { ...damagedAt("f 1"), code: 0 }],
  ])("is what scan says with %j", (args, expected) => {
    expect(told(["scan", "f", ...args], { cwd: tempFolder({ f: LINE }) })).toEqual(expected);
  });

  test("is found on standard input, in archives, in a stream of one, and by workers", () => {
    const zip = makeZip([{ name: "inner.zip", content: makeZip([{ name: "a.env", content: LINE }]) }]);
    const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`n/${i}`, "x\n"]));
    const cwd = tempFolder({ "b.zip": zip, "z/last": LINE, ...many });
    expect(told(["scan", "-", ...POSSIBLE], { cwd, input: LINE })).toEqual(damagedAt(" 1"));
    expect(told(["scan", "-", ...POSSIBLE], { cwd, input: gzipSync(LINE) })).toEqual(damagedAt(" data 1"));
    expect(told(["scan", "-"], { cwd, input: gzipSync(LINE) })).toEqual(NOTHING);
    const all = damagedAt("b.zip inner.zip a.env 1", "z/last 1");
    for (const jobs of ["1", "3"]) expect(told(["scan", ".", "--jobs", jobs, ...POSSIBLE], { cwd })).toEqual(all);
    expect(told(["scan", ".", "--jobs", "3"], { cwd })).toEqual(NOTHING);
  });

  test.each([["staged"], ["hook", "pre-commit"]])(
    "is found by %s in the index, its archives and named files",
    (...command) => {
      const cwd = tempRepository({ "a.env": LINE, "b.zip": makeZip([{ name: "m", content: LINE }]) });
      const named = told([...command, ...POSSIBLE, "a.env", "b.zip"], { cwd });
      expect(named).toEqual(damagedAt("a.env 1", "b.zip m 1"));
      git(cwd, "add", ".");
      expect(told([...command, ...POSSIBLE], { cwd })).toEqual(damagedAt("a.env 1", "b.zip m 1"));
      expect(told(command, { cwd })).toEqual(NOTHING);
    },
  );

  test("is told as what it is, with the key ID that stands beside it", () => {
    const cwd = tempFolder({ f: LINE, g: `${SECRET}\n` });
    const text = runCli(["scan", ".", ...POSSIBLE], { cwd }).stdout;
    expect(text).toContain("Confluent Cloud API secret with a wrong checksum  cflt");
    expect(text).toContain("  possible, confluent-damaged-api-secret\n  f:1:");
    expect(text).toContain(`confluent api-key delete ${KEY_ID}`);
    expect(text).not.toContain(DAMAGED.slice(8, 60));
    const sarif = JSON.parse(runCli(["scan", ".", "--format", "sarif", ...POSSIBLE], { cwd }).stdout);
    const levels = sarif.runs[0].results.map((one: Record<string, unknown>) => [one["ruleId"], one["level"]]);
    expect(levels).toEqual([
      ["confluent-damaged-api-secret", "note"],
      ["confluent-api-secret", "error"],
    ]);
    expect(sarif.runs[0].results[0].message.text).toContain(`Nearby stands ${KEY_ID}: if this was made from`);
    expect(sarif.runs[0].tool.driver.rules[2]).toMatchObject({
      id: "confluent-damaged-api-secret",
      defaultConfiguration: { level: "note" },
      properties: { precision: "low" },
    });
  });
});

describe("--max-decode-depth", () => {
  test.each([
    ["0", ["plain"]],
    ["1", ["once", "plain"]],
    ["2", ["once", "plain", "twice"]],
  ])("%s finds what is in %j", (depth, files) => {
    const zip = makeZip([{ name: "m", content: `${BASE64}\n` }]);
    const cwd = tempRepository({ plain: SECRET, once: `${BASE64}\n`, twice: `${TWICE}\n`, "z.zip": zip });
    git(cwd, "add", ".");
    const expected = [...files, ...(depth === "0" ? [] : ["z.zip"])];
    for (const command of [["scan", "."], ["staged"]]) {
      const { report } = scanJson([...command, "--max-decode-depth", depth], { cwd });
      const paths = report.findings.flatMap(({ occurrences }) => occurrences.map(({ path }) => path));
      expect(paths).toEqual(expected);
    }
    const piped = scanJson(["scan", "-", "--max-decode-depth", depth], { cwd, input: `${BASE64}\n` });
    expect(piped.run.code).toBe(depth === "0" ? 0 : 1);
  });

  test("is by default what the library does", () => {
    expect(OPTIONS["max-decode-depth"].default).toBe(String(DEFAULT_DECODE_DEPTH));
  });
});
