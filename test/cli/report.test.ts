import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log, Run } from "sarif";
import { describe, expect, test } from "vitest";
import { git, tempRepository } from "../support/git.ts";
import { LAUNCHER, plainEnvironment, runCli, scanJson, type CliOptions } from "../support/cli.ts";
import { makeKeyId, makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const random = seeded(77);
const SECRET = makeSecret(random);
const KEY_ID = makeKeyId(random);
const PAIR = `sasl.username=${KEY_ID}\nsasl.password=${SECRET}\n`;

const SUMMARY = /^scanned [\d,]+ files?, [\d.]+ \w+;(?: skipped \d+ \([^)]+\);)? \d+ findings? in \d+\.\d\d s\n$/;

describe("the streams", () => {
  test("standard output is the report and nothing else; the summary goes to standard error", () => {
    const run = runCli(["scan", "client.properties"], { cwd: tempFolder({ "client.properties": PAIR }) });
    expect(run.stdout.split("\n").slice(0, 4)).toEqual([
      `Confluent Cloud API secret  ${SECRET.slice(0, 8)}…${SECRET.slice(-4)}  proven, confluent-api-secret`,
      "  client.properties:2:15",
      `  key ID  ${KEY_ID}`,
      "  do now  1. Create a new key for the same owner and resource, and move everything that uses this one to it.",
    ]);
    expect(run.stdout).toContain(`confluent api-key delete ${KEY_ID}\n`);
    expect(run.stderr).toMatch(SUMMARY);
    expect(run.stderr).toMatch(/^scanned 1 file, 110 bytes; 1 finding in /);
    expect(run.code).toBe(1);
  });

  test("text says nothing on standard output where nothing was found", () => {
    const run = runCli(["scan"], { cwd: tempFolder({ a: "nothing" }) });
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).toMatch(/^scanned 1 file, 7 bytes; 0 findings in /);
  });

  test.each(["json", "sarif"])("%s is one document, and a report too where nothing was found", (format) => {
    const run = runCli(["scan", "--format", format], { cwd: tempFolder({ a: "nothing" }) });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toBeTypeOf("object");
    expect(run.stderr).toMatch(SUMMARY);
  });

  test("what could not be read is named on standard error, visibly, and in the report", () => {
    const { run, report } = scanJson(["scan", "--files-from", "-"], {
      cwd: tempFolder(),
      input: "gone\u001b[2J.env\0",
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^cannot read gone\\e\[2J\.env: ENOENT \(vanished\)\nscanned 0 files, 0 bytes; /);
    expect(run.stderr).toContain("INCOMPLETE: 1 input could not be read");
    expect(report.summary).toMatchObject({
      complete: false,
      skipped: [{ path: "gone\u001b[2J.env", reason: "vanished" }],
    });
  });

  test("every report is the same, byte for byte, whatever --jobs is", () => {
    // More files than one thread keeps to itself.
    const files = Array.from({ length: 1_500 }, (_, i) => [`d${i % 7}/f${i}.env`, `${i}\n${PAIR}`] as const);
    const cwd = tempFolder(Object.fromEntries(files));
    const scanWith = (jobs: string): string[] => {
      const folder = tempFolder();
      const reports = ["json", "sarif"].flatMap((format) => ["--report", `${format}=${join(folder, format)}`]);
      const { stdout } = runCli(["scan", "--jobs", jobs, ...reports], { cwd });
      return [stdout, readFileSync(join(folder, "json"), "utf8"), readFileSync(join(folder, "sarif"), "utf8")];
    };
    const [text = "", json = "", sarif = ""] = scanWith("1");
    expect(text.split("\n").length).toBeGreaterThan(1_500);
    expect(scanWith("3")).toEqual([text, json, sarif]);
  });
});

describe("several reports of one scan", () => {
  test("each goes to its file, and all tell the same", () => {
    const cwd = tempFolder({ "in/a.env": PAIR });
    const run = runCli(["scan", "in", "--report", "json=out.json", "--report", "sarif=out.sarif"], { cwd });
    const report = JSON.parse(readFileSync(join(cwd, "out.json"), "utf8")) as { findings: { fingerprint: string }[] };
    const sarif = runOf(readFileSync(join(cwd, "out.sarif"), "utf8"));
    expect(run.stdout).toContain("in/a.env:2:15");
    expect(sarif.results?.[0]?.partialFingerprints?.["cfltguardSecret/v1"]).toBe(report.findings[0]?.fingerprint);
  });

  test("none is there if the scan could not begin", () => {
    const cwd = tempFolder();
    const run = runCli(["scan", "none-such", "--report", "json=out.json"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(join(cwd, "out.json"))).toBe(false);
  });
});

describe("--show-secrets", () => {
  const scanWith = (format: string, ...more: string[]): string =>
    runCli(["scan", "--format", format, ...more], { cwd: tempFolder({ "a.env": PAIR }) }).stdout;

  test.each(["text", "json"])("%s holds the secret only with it", (format) => {
    expect(scanWith(format)).not.toContain(SECRET.slice(8, 20));
    expect(scanWith(format, "--show-secrets")).toContain(SECRET);
  });

  test("sarif never holds it", () => {
    expect(scanWith("sarif", "--show-secrets")).not.toContain(SECRET.slice(8, 20));
  });
});

describe("colour", () => {
  const scanWith = (env: NodeJS.ProcessEnv, ...more: string[]): string =>
    runCli(["scan", ...more], { cwd: tempFolder({ "a.env": PAIR }), env: plainEnvironment(env) }).stdout;

  test("is not in a pipe", () => {
    expect(scanWith({})).not.toContain("\u001b");
  });

  test("is in a pipe if it is forced, and in text alone", () => {
    expect(scanWith({ FORCE_COLOR: "1" })).toContain("\u001b[31m");
    expect(scanWith({ FORCE_COLOR: "1" }, "--format", "json")).not.toContain("\u001b");
  });

  test.each([
    [{ FORCE_COLOR: "0" }, []],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, []],
    [{ FORCE_COLOR: "1" }, ["--no-color"]],
  ] as const)("is not there with %j and %j", (env, more) => {
    expect(scanWith(env, ...more)).not.toContain("\u001b");
  });
});

describe("SARIF's paths", () => {
  test("count from the repository's root, wherever the scan runs and whatever was typed", () => {
    const root = tempRepository({ "deploy/[id]/a b.env": PAIR });
    const typed: readonly (readonly [string, string])[] = [
      [root, "."],
      [root, "deploy"],
      [join(root, "deploy"), "."],
      [join(root, "deploy"), root],
      [join(root, "deploy/[id]"), "a b.env"],
      [join(root, "deploy/[id]"), "../[id]/"],
    ];
    const uris = typed.flatMap(([cwd, path]) => urisOf(["scan", path], { cwd }));
    expect(uris).toEqual(typed.map(() => "deploy/%5Bid%5D/a%20b.env"));
  });

  test("are absolute for what lies outside the repository", () => {
    const folder = tempFolder({ "a b.env": PAIR });
    expect(urisOf(["scan", folder], { cwd: tempRepository() })).toEqual([`file://${folder}/a%20b.env`]);
  });

  test("count from the current folder outside a repository", () => {
    expect(urisOf(["scan"], { cwd: tempFolder({ "x/a#b.env": PAIR }) })).toEqual(["x/a%23b.env"]);
  });

  test("of what is staged count from the root, in a category of its own", () => {
    const root = tempRepository({ "deploy/a.env": PAIR, "b.env": "" });
    git(root, "add", "-A");
    const run = runOf(runCli(["staged", "--format", "sarif"], { cwd: join(root, "deploy") }).stdout);
    expect(run.results?.map((one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri)).toEqual([
      "deploy/a.env",
    ]);
    expect(run.automationDetails?.id).toBe("cfltguard/staged/");
  });

  test("of standard input are what the user calls it", () => {
    const cwd = tempRepository({ "sub/x": "" });
    expect(urisOf(["scan", "-"], { cwd, input: PAIR })).toEqual(["%3Cstdin%3E"]);
    expect(urisOf(["scan", "-", "--stdin-filename", "a.env"], { cwd: join(cwd, "sub"), input: PAIR })).toEqual([
      "sub/a.env",
    ]);
  });

  // macOS and Windows have no such names.
  test.runIf(process.platform === "linux")(
    "keep the bytes of names that are not UTF-8, the current folder's too",
    () => {
      const root = tempRepository();
      const folder = Buffer.from(`${root}/caf\xe9`, "latin1");
      mkdirSync(folder);
      writeFileSync(Buffer.concat([folder, Buffer.from("/\xff.env", "latin1")]), PAIR);
      expect(urisOf(["scan"], { cwd: root })).toEqual(["caf%E9/%FF.env"]);
      // Only a shell can go there: Node takes a folder as text.
      const script = 'cd caf* && "$0" "$1" scan --format sarif --exit-zero --quiet';
      const stdout = execFileSync("sh", ["-c", script, process.execPath, LAUNCHER], { cwd: root, encoding: "utf8" });
      expect(urisIn(stdout)).toEqual(["caf%E9/%FF.env"]);
    },
  );
});

test("SARIF of more results than GitHub keeps says so, in the report and on standard error", () => {
  const secrets = Array.from({ length: 5_002 }, () => makeSecret(random));
  const run = runCli(["scan", "--format", "sarif"], { cwd: tempFolder({ "a.txt": secrets.join("\n") }) });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^cfltguard: SARIF holds no more than GitHub keeps: 2 results are left out of it\n/);
  expect(run.stderr).toContain("5,002 findings");
  expect(runOf(run.stdout).results).toHaveLength(5_000);
});

function urisOf(args: readonly string[], options: CliOptions): string[] {
  return urisIn(runCli([...args, "--format", "sarif"], options).stdout);
}

function urisIn(sarif: string): string[] {
  return (runOf(sarif).results ?? []).map((one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "");
}

function runOf(sarif: string): Run {
  return (JSON.parse(sarif) as Log).runs[0] as Run;
}
