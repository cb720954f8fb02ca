import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeTar, makeZip } from "../support/archives.ts";
import { runCli, scanJson } from "../support/cli.ts";
import { git, tempRepository } from "../support/git.ts";
import { makeKeyId, makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const random = seeded(48);
const SECRET = makeSecret(random);
const KEY_ID = makeKeyId(random);
const LINE = `sasl.username=${KEY_ID}\nsasl.password=${SECRET}\n`;
const ZIP = makeZip([
  { name: "readme.txt", content: "text" },
  { name: "WEB-INF/lib/app.jar", content: makeZip([{ name: "client.properties", content: LINE }]) },
]);

/** Every place of a report as path, members and position. */
function placesOf({
  findings,
}: {
  readonly findings: readonly { readonly occurrences: readonly Place[] }[];
}): string[] {
  return findings.flatMap(({ occurrences }) =>
    occurrences.map(({ path, members, line, column }) => `${[path ?? "-", ...members].join("!")}:${line}:${column}`),
  );
}

interface Place {
  readonly path: string | null;
  readonly members: readonly string[];
  readonly line: number;
  readonly column: number;
}

describe("an archive", () => {
  test("is opened whatever it is called, and each secret in it has one place", () => {
    const tar = makeTar([{ name: "etc/app.env", content: LINE }]);
    const cwd = tempFolder({ "a.war": ZIP, "b.dat": gzipSync(LINE), "c.tar": tar, "d.env": LINE });
    const { run, report } = scanJson(["scan"], { cwd });
    expect(run.code).toBe(1);
    expect(placesOf(report)).toEqual([
      "a.war!WEB-INF/lib/app.jar!client.properties:2:15",
      "b.dat!data:2:15",
      "c.tar!etc/app.env:2:15",
      "d.env:2:15",
    ]);
    expect(report.findings[0]?.keyIds).toEqual([KEY_ID]);
    expect(report.summary).toMatchObject({ complete: true, files: 4, skipped: [] });
  });

  test("is printed as path!member", () => {
    const run = runCli(["scan", "a.war"], { cwd: tempFolder({ "a.war": ZIP }) });
    expect(run.stdout).toContain("  a.war!WEB-INF/lib/app.jar!client.properties:2:15\n");
    expect(run.stderr).toContain("scanned 1 file");
  });

  test("is opened from standard input, and from a name given for it", () => {
    expect(placesOf(scanJson(["scan", "-"], { input: ZIP }).report)).toEqual([
      "-!WEB-INF/lib/app.jar!client.properties:2:15",
    ]);
    const named = scanJson(["scan", "-", "--stdin-filename", "logs/app.log.gz"], { input: gzipSync(LINE) });
    expect(placesOf(named.report)).toEqual(["logs/app.log.gz!app.log:2:15"]);
  });

  test("at the end of a program or script is opened", () => {
    const program = Buffer.concat([Buffer.from("MZ\x90\0"), Buffer.alloc(600_000, 1), ZIP]);
    const script = Buffer.concat([Buffer.from("#!/bin/sh\nexec java -jar $0\n"), ZIP]);
    const { report } = scanJson(["scan"], { cwd: tempFolder({ "setup.exe": program, run: script }) });
    expect(placesOf(report)).toEqual([
      "run!WEB-INF/lib/app.jar!client.properties:2:15",
      "setup.exe!WEB-INF/lib/app.jar!client.properties:2:15",
    ]);
  });

  test("says the same whatever --jobs is", () => {
    const cwd = tempFolder();
    for (let i = 0; i < 1_100; i++) writeFileSync(join(cwd, `${i}.txt`), "text");
    for (let i = 0; i < 40; i++) writeFileSync(join(cwd, `${i}.gz`), gzipSync(`${i}\n${LINE}`));
    const [one, three] = ["1", "3"].map((jobs) => runCli(["scan", "--jobs", jobs, "--format", "json"], { cwd }));
    expect(one?.stdout).toBe(three?.stdout);
    expect(placesOf(JSON.parse(one?.stdout ?? ""))).toHaveLength(40);
  });
});

describe("what is not read of an archive", () => {
  test("is named, counted, and leaves the scan complete where it is opaque", () => {
    const locked = makeZip([{ name: "locked.env", content: "x", flags: 1 }]);
    const run = runCli(["scan", "--verbose"], {
      cwd: tempFolder({ "a.zip": locked, "b.gz": gzipSync(LINE).subarray(0, 20) }),
    });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("did not read a.zip!locked.env: encrypted (opaque)\n");
    expect(run.stderr).toContain("did not read b.gz: it ends early (opaque)\n");
    expect(run.stderr).toContain("skipped 2 (opaque 2)");
  });

  test("leaves the scan incomplete where a bound was met, and what was found before stands", () => {
    const bytes = makeTar([
      { name: "a.env", content: LINE },
      { name: "b.gz", content: gzipSync(Buffer.alloc(20_000_000)) },
    ]);
    const { run, report } = scanJson(["scan", "--max-archive-ratio", "100"], { cwd: tempFolder({ "a.tar": bytes }) });
    expect(run.code).toBe(1);
    expect(placesOf(report)).toEqual(["a.tar!a.env:2:15"]);
    expect(report.summary).toMatchObject({
      complete: false,
      skipped: [{ path: "a.tar!b.gz!b", reason: "bound-exceeded" }],
    });
  });

  test("is everything, and nothing is said of it, with --max-archive-depth 0", () => {
    const { run, report } = scanJson(["scan", "--max-archive-depth", "0"], { cwd: tempFolder({ "a.war": ZIP }) });
    expect([run.code, report.findings, report.summary.skipped]).toEqual([0, [], []]);
  });

  test("is what the options say, which must be whole numbers", () => {
    for (const name of ["depth", "bytes", "ratio", "members"]) {
      const run = runCli(["scan", `--max-archive-${name}`, "1.5"]);
      expect(run.code).toBe(2);
      expect(run.stderr).toBe(
        `cfltguard: bad --max-archive-${name} "1.5": a whole number from 0 to 9007199254740991\n`,
      );
    }
  });
});

describe("a staged archive", () => {
  test("is opened from the index, at every path where it is staged", () => {
    const folder = tempRepository({ "a.war": ZIP, "copy/b.bin": ZIP, "plain.env": "text" });
    git(folder, "add", "-A");
    writeFileSync(join(folder, "a.war"), "changed");
    const { run, report } = scanJson(["staged"], { cwd: folder });
    expect(run.code).toBe(1);
    expect(placesOf(report)).toEqual([
      "a.war!WEB-INF/lib/app.jar!client.properties:2:15",
      "copy/b.bin!WEB-INF/lib/app.jar!client.properties:2:15",
    ]);
    expect(report.summary).toMatchObject({ files: 3, objects: 2, skipped: [] });
  });

  test("that cannot be read is named at every path, and its stored members have one place", () => {
    const locked = makeTar([
      { name: "a.zip", content: makeZip([{ name: "locked", content: "x", flags: 1 }]) },
      { name: "b.env", content: LINE },
    ]);
    const folder = tempRepository({ "one.tar": locked, "two.tar": locked });
    git(folder, "add", "-A");
    const { report } = scanJson(["staged"], { cwd: folder });
    expect(placesOf(report)).toEqual(["one.tar!b.env:2:15", "two.tar!b.env:2:15"]);
    expect(report.summary.skipped).toEqual([
      { path: "one.tar!a.zip!locked", reason: "opaque", detail: "encrypted" },
      { path: "two.tar!a.zip!locked", reason: "opaque", detail: "encrypted" },
    ]);
  });

  test("that is named and not staged is opened from disk, and none with --max-archive-depth 0", () => {
    const folder = tempRepository({ "a.war": ZIP });
    const { report } = scanJson(["staged", "a.war"], { cwd: folder });
    expect(placesOf(report)).toEqual(["a.war!WEB-INF/lib/app.jar!client.properties:2:15"]);
    git(folder, "add", "-A");
    expect(runCli(["staged", "--max-archive-depth", "0"], { cwd: folder }).code).toBe(0);
  });
});

test("names in archives stay names: nothing is written, and no terminal is led astray", () => {
  const cwd = tempFolder();
  mkdirSync(join(cwd, "in"));
  const entries = ["../evil.env", join(cwd, "absolute.env"), "a\n\u001b[31mb.env"].map((name) => ({
    name,
    content: LINE,
  }));
  writeFileSync(join(cwd, "in", "a.tar"), makeTar([...entries, { name: "link", type: "2", link: "../../secret" }]));
  const run = runCli(["scan", "in"], { cwd });
  expect(run.code).toBe(1);
  expect(run.stdout).toContain("in/a.tar!../evil.env:2:15");
  expect(run.stdout).toContain("in/a.tar!a\\n\\e[31mb.env:2:15");
  expect(readdirSync(cwd)).toEqual(["in"]);
  expect(readdirSync(join(cwd, "in"))).toEqual(["a.tar"]);
});
