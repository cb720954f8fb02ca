import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { runCli, scanJson } from "../support/cli.ts";
import { git, tempRepository } from "../support/git.ts";
import { makeKeyId, makeLegacySecret, makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const random = seeded(41);
const KEY_ID = makeKeyId(random);
const LEGACY = makeLegacySecret(random);
const SECRET = makeSecret(random);
const PAIR = `sasl.username=${KEY_ID}\nsasl.password=${LEGACY}\n`;
const HASH = createHash("sha256").update(LEGACY).digest("hex");

/** Rule, confidence, key IDs and places of every finding. */
function told(args: readonly string[], options: Parameters<typeof scanJson>[1]) {
  const { run, report } = scanJson(args, options);
  const findings = report.findings.map(({ rule, confidence, keyIds, occurrences }) => ({
    rule,
    confidence,
    keyIds,
    places: occurrences.map(({ path, line, encodings }) => [path, line, ...encodings].join(" ")),
  }));
  return { code: run.code, findings };
}

const rule = "confluent-legacy-api-secret";
const NOTHING = { code: 0, findings: [] };

describe("a pair without a checksum", () => {
  const found = { code: 1, findings: [{ rule, confidence: "likely", keyIds: [KEY_ID], places: ["f 2"] }] };

  test.each<[string[], object]>([
    [[], found],
    [["--min-confidence", "possible"], found],
    [["--min-confidence", "proven"], NOTHING],
  ])("is what scan says with %j", (args, expected) => {
    expect(told(["scan", "f", ...args], { cwd: tempFolder({ f: PAIR }) })).toEqual(expected);
  });

  test.each([
    ["base64", Buffer.from(Buffer.from(PAIR).toString("base64"))],
    ["utf-16le", Buffer.from(`\ufeff${PAIR}`, "utf16le")],
  ])("is found in %s", (encoding, bytes) => {
    const { findings } = told(["scan", "-"], { input: bytes });
    const line = encoding === "base64" ? 1 : 2;
    expect(findings).toEqual([{ rule, confidence: "likely", keyIds: [KEY_ID], places: [` ${line} ${encoding}`] }]);
  });

  test("is found by staged, at the file's name too", () => {
    const folder = tempRepository({ "a.properties": PAIR, [`api-key-${KEY_ID}.txt`]: `API secret:\n${LEGACY}\n` });
    git(folder, "add", ".");
    const places = ["a.properties 2", `api-key-${KEY_ID}.txt 2`];
    expect(told(["staged"], { cwd: folder })).toEqual({
      code: 1,
      findings: [{ rule, confidence: "likely", keyIds: [KEY_ID], places }],
    });
  });
});

describe("--known", () => {
  const lone = { "lone.txt": `x ${LEGACY}\n`, known: `# ours\n${HASH.toUpperCase()}  lone\n` };

  test("makes 64 characters proven, whatever stands around them", () => {
    const cwd = tempFolder(lone);
    const found = { rule, confidence: "proven", keyIds: [], places: ["lone.txt 1"] };
    expect(told(["scan", "lone.txt"], { cwd })).toEqual(NOTHING);
    for (const confidence of ["proven", "likely"]) {
      const args = ["scan", "lone.txt", "--known", "known", "--min-confidence", confidence];
      expect(told(args, { cwd })).toEqual({ code: 1, findings: [found] });
    }
  });

  test("reaches the threads", () => {
    const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`n/${i}`, "x\n"]));
    const cwd = tempFolder({ ...many, ...lone, "z/last": `y ${LEGACY}\n` });
    const args = ["scan", ".", "--known", "known", "--jobs", "3"];
    expect(told(args, { cwd }).findings).toMatchObject([{ confidence: "proven", places: ["lone.txt 1", "z/last 1"] }]);
  });

  test.each([
    ["missing", {}, 'cannot read the known secrets "known": ENOENT'],
    ["of something else", { known: `${HASH}\nhello\n` }, 'bad line 2 of "known": a SHA-256 of 64 hexadecimal digits'],
    ["of secrets", { known: `${LEGACY}\n` }, 'bad line 1 of "known": a SHA-256 of 64 hexadecimal digits'],
  ])("ends with 2 where the list is %s", (_, files, message) => {
    const run = runCli(["scan", ".", "--known", "known"], { cwd: tempFolder(files) });
    expect([run.code, run.stdout, run.stderr]).toEqual([2, "", `cfltguard: ${message}\n`]);
  });
});

test("--explain says why each finding is one", () => {
  const cwd = tempFolder({ "a.properties": PAIR, "b.env": `SECRET=${SECRET}\n` });
  const { stdout } = runCli(["scan", "--explain"], { cwd });
  expect(stdout).toMatch(/^ {2}why {5}\+\d .*\n(?: {10}\+\d .*\n)* {10}\+\d in all$/m);
  expect(stdout).toMatch(/^ {2}why {5}the checksum is right/m);
  expect(runCli(["scan"], { cwd }).stdout).not.toContain("  why ");
});
