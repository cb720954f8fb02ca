import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/json.ts";
import { LAUNCHER, runCli, scanJson, type CliRun } from "../support/cli.ts";
import { commitAll, git, gitEnvironment, tempRepository } from "../support/git.ts";
import { makeSecret, makeText, seeded } from "../support/secrets.ts";
import { tempFolder, writeFiles } from "../support/temp.ts";

const random = seeded(2_001);
const SECRET = makeSecret(random);
const OTHER = makeSecret(random);
const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;

describe("what the commit would record", () => {
  test("is read from the index: a secret staged and then removed on disk is found", () => {
    const folder = tempRepository({ "app.env": `key=${SECRET}\n` });
    git(folder, "add", "app.env");
    writeFiles(folder, { "app.env": "key=\n" });
    const { run, report } = staged(folder);
    expect(run.code).toBe(1);
    expect(report.findings[0]?.occurrences).toMatchObject([
      {
        path: "app.env",
        pathBytes: null,
        line: 1,
        column: 5,
        source: "index",
        blob: git(folder, "rev-parse", ":app.env"),
        commit: null,
      },
    ]);
    expect(report.summary).toMatchObject({ complete: true, files: 1, objects: 1, bytes: 69, skipped: [] });
  });

  test("is not what stands on disk: a secret that was not staged stays unfound", () => {
    const folder = tempRepository({ "app.env": "key=\n", untracked: SECRET });
    git(folder, "add", "app.env");
    writeFiles(folder, { "app.env": `key=${SECRET}\n` });
    expect(runStaged(folder)).toMatchObject({
      code: 0,
      stdout: "",
      stderr: expect.stringMatching(/^scanned 1 file, 5 bytes; 0 findings in /),
    });
  });

  test("is nothing of what was committed before", () => {
    const folder = tempRepository({ old: SECRET, new: "1" });
    commitAll(folder);
    writeFiles(folder, { new: "2" });
    git(folder, "add", "-A");
    expect(runStaged(folder).code).toBe(0);
  });

  test("has paths from the repository's root, from wherever it is asked", () => {
    const folder = tempRepository({ "a/b/c.env": SECRET });
    git(folder, "add", "-A");
    expect(pathsOf(staged(join(folder, "a/b")).report)).toEqual(["a/b/c.env"]);
    const sarif = JSON.parse(runStaged(join(folder, "a/b"), ["--format", "sarif"]).stdout);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("a/b/c.env");
  });

  test("is one object at several paths: read once, reported at each", () => {
    const folder = tempRepository({ "x/1": SECRET, "x/2": SECRET, "3": SECRET });
    git(folder, "add", "-A");
    const { report } = staged(folder);
    expect(report.findings.length).toBe(1);
    expect(pathsOf(report)).toEqual(["3", "x/1", "x/2"]);
    expect(report.summary).toMatchObject({ files: 3, objects: 1, bytes: 64 });
  });

  test("is a link's text, and never what the link leads to", () => {
    const folder = tempRepository();
    const outside = join(tempFolder({ target: OTHER }), "target");
    symlinkSync(outside, join(folder, "to-secret"));
    symlinkSync(SECRET, join(folder, "secret-as-target"));
    git(folder, "add", "-A");
    const { report } = staged(folder);
    expect(pathsOf(report)).toEqual(["secret-as-target"]);
    expect(report.findings[0]?.occurrences[0]?.lineHash).toBeNull();
  });

  test("is read at a file's path as text where a link has the same bytes", () => {
    const folder = tempRepository({ b: SECRET });
    symlinkSync(SECRET, join(folder, "a"));
    git(folder, "add", "-A");
    const { report } = staged(folder);
    expect(report.summary.objects).toBe(1);
    expect(report.findings[0]?.occurrences).toMatchObject([
      { path: "a", lineHash: null },
      { path: "b", lineHash: expect.stringMatching(/^[0-9a-f]+:1$/) },
    ]);
  });

  test("is a file that took a link's place", () => {
    const folder = tempRepository({ target: "1" });
    symlinkSync("target", join(folder, "link"));
    commitAll(folder);
    unlinkSync(join(folder, "link"));
    writeFiles(folder, { link: SECRET });
    git(folder, "add", "-A");
    expect(pathsOf(staged(folder).report)).toEqual(["link"]);
  });

  test("is a renamed file, as it was and edited, a copy, and a file of which only the mode changed", () => {
    const long = "line\n".repeat(200);
    const folder = tempRepository({
      r1: `${long}${SECRET}`,
      r2: `${long}\n`,
      c1: `${long}${OTHER}`,
      mode: `m ${SECRET}`,
    });
    commitAll(folder);
    git(folder, "mv", "r1", "renamed");
    git(folder, "mv", "r2", "edited");
    writeFiles(folder, { edited: `${long}\n${SECRET}`, copied: `${long}${OTHER}` });
    git(folder, "add", "-A");
    git(folder, "update-index", "--chmod=+x", "mode");
    const { report } = staged(folder);
    expect(pathsOf(report)).toEqual(["copied", "edited", "mode", "renamed"]);
  });

  test("holds no submodule: it is told as left out, and the scan is complete", () => {
    const folder = tempRepository({ f: "1" });
    git(folder, "update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},lib/module`);
    const { run, report } = staged(folder);
    expect(run.code).toBe(0);
    expect(report.summary).toMatchObject({
      complete: true,
      skipped: [{ path: "lib/module", reason: "submodule", detail: "1".repeat(40) }],
    });
    expect(run.stderr).toContain("skipped 1 (submodule 1)");
  });

  test("is every side of a conflict", () => {
    const folder = tempRepository({ f: "base\n" });
    commitAll(folder);
    git(folder, "checkout", "-q", "-b", "theirs");
    writeFiles(folder, { f: `theirs ${OTHER}\n` });
    commitAll(folder);
    git(folder, "checkout", "-q", "main");
    writeFiles(folder, { f: `ours ${SECRET}\n` });
    commitAll(folder);
    expect(() => git(folder, "merge", "theirs")).toThrow();
    writeFiles(folder, { f: "resolved, not staged\n" });
    expect(staged(folder).report.findings.length).toBe(2);
    expect(staged(folder, ["f"]).report.findings.length).toBe(2);
  });

  test.each(["sha1", "sha256"])("is found before the first commit and after it in a %s repository", (format) => {
    const folder = tempRepository({ f: SECRET }, `--object-format=${format}`);
    expect(runStaged(folder).code).toBe(0);
    git(folder, "add", "f");
    expect(staged(folder).report.findings[0]?.occurrences[0]?.blob).toBe(git(folder, "rev-parse", ":f"));
    git(folder, "commit", "-q", "-m", "1");
    expect(runStaged(folder).code).toBe(0);
    writeFiles(folder, { g: OTHER });
    git(folder, "add", "g");
    expect(pathsOf(staged(folder).report)).toEqual(["g"]);
  });

  test("is found in a linked work tree", () => {
    const folder = tempRepository({ f: "1" });
    commitAll(folder);
    const linked = join(tempFolder(), "linked");
    git(folder, "worktree", "add", "-q", linked);
    writeFiles(linked, { "sub/g": SECRET });
    git(linked, "add", "-A");
    expect(pathsOf(staged(join(linked, "sub")).report)).toEqual(["sub/g"]);
    expect(runStaged(folder).code).toBe(0);
  });

  test("is found in a clone without blobs whose origin is gone", () => {
    const origin = tempRepository({ f: "1", g: "1" });
    commitAll(origin);
    git(origin, "config", "uploadpack.allowFilter", "true");
    const clone = join(tempFolder(), "clone");
    git(origin, "clone", "-q", "--no-checkout", "--filter=blob:none", `file://${origin}`, clone);
    git(clone, "read-tree", "HEAD");
    rmSync(origin, { recursive: true });
    writeFiles(clone, { f: SECRET });
    git(clone, "add", "f");
    const { run, report } = staged(clone);
    expect(run.code).toBe(1);
    expect(pathsOf(report)).toEqual(["f"]);
    expect(report.summary).toMatchObject({ complete: true, files: 1 });
  });

  test("is found whatever .gitattributes says of it, and in what git takes for binary", () => {
    const folder = tempRepository({
      ".gitattributes": "* -diff\n* binary\n*.utf16 working-tree-encoding=UTF-16\n",
      "key.pem": SECRET,
      "data.bin": Buffer.concat([Buffer.from([0, 255, 254]), Buffer.from(SECRET), Buffer.from([0])]),
      "bom.txt": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(SECRET)]),
      "latin1.txt": Buffer.concat([Buffer.from([0xe9, 0xff]), Buffer.from(SECRET), Buffer.from([0x80])]),
    });
    git(folder, "add", "-A");
    expect(pathsOf(staged(folder).report)).toEqual(["bom.txt", "data.bin", "key.pem", "latin1.txt"]);
  });

  test("is found behind a replacement by something clean", () => {
    const folder = tempRepository({ f: SECRET, clean: "clean" });
    git(folder, "add", "-A");
    git(folder, "replace", git(folder, "rev-parse", ":f"), git(folder, "rev-parse", ":clean"));
    expect(pathsOf(staged(folder).report)).toEqual(["f"]);
  });
});

describe("a staged blob larger than the arena", () => {
  const line = (i: number): string => `line ${i} of a long file\n`;
  const text = (bytes: number): string => Array.from({ length: bytes / 20 }, (_, i) => line(i)).join("");
  test.each([
    ["just below", `${"x".repeat(520 * 1024)}\n  k = ${SECRET}`],
    ["just above", `${"x".repeat(528 * 1024)}\n  k = ${SECRET}`],
    ["many lines", `${text(2_000_000)}  é = ${SECRET} end\n${text(400)}`],
    ["the same line before", `k=${SECRET}\n${text(3_000_000)}k=${SECRET}\n`],
    ["one line of 2 MB", `${makeText(seeded(5), "abcd ", 2_000_000)}${SECRET}`],
    ["a byte-order mark", `\ufeff${text(700_000)}${SECRET}\n`],
    ["a NUL in front", `\0${text(700_000)}${SECRET}\n`],
  ])("has the positions and line hashes of the same file on disk: %s", (_, content) => {
    const folder = tempRepository({ "big.txt": content });
    git(folder, "add", "-A");
    const fromIndex = staged(folder).report.findings;
    const onDisk = scanJson(["scan", "big.txt"], { cwd: folder }).report.findings;
    expect(fromIndex.map(positions)).toEqual(onDisk.map(positions));
    const { lineHash } = onDisk[0]?.occurrences.at(-1) ?? {};
    expect(lineHash).toEqual(content.startsWith("\0") ? null : expect.stringMatching(/:\d+$/));
  });

  test("is hashed at all of its paths", () => {
    const content = `${text(1_000_000)}${SECRET}`;
    const folder = tempRepository({ a: content, b: content, c: `${text(1_000_000)}x\n${OTHER}` });
    git(folder, "add", "-A");
    const hashes = staged(folder).report.findings.flatMap((one) =>
      one.occurrences.map(({ path, lineHash }) => [path, lineHash]),
    );
    expect(hashes).toEqual(["a", "b", "c"].map((path) => [path, expect.stringMatching(/^[0-9a-f]+:1$/)]));
  });
});

describe("named files", () => {
  test("are read from the index where they are staged, else from disk, and nothing else is read", () => {
    const folder = tempRepository({ "d/tracked": "1", "d/both": "1", other: "1" });
    commitAll(folder);
    writeFiles(folder, { "d/tracked": SECRET, "d/both": OTHER, other: OTHER });
    git(folder, "add", "d/both", "other");
    writeFiles(folder, { "d/both": "clean again", "d/new": SECRET });
    const expected = [
      ["d/both", "index"],
      ["d/new", "file"],
      ["d/tracked", "file"],
    ];
    expect(sources(staged(folder, ["d/tracked", "d/both", "d/new"]).report)).toEqual(expected);
    expect(sources(staged(join(folder, "d"), ["tracked", "both", "../d/new"]).report)).toEqual(expected);
    const absolute = ["d/tracked", "d/both", "d/new"].map((path) => join(folder, path));
    expect(sources(staged(tempFolderInside(folder), absolute).report)).toEqual(expected);
  });

  test("are the staged files below a folder; what is not staged there is not read", () => {
    const folder = tempRepository({ "d/e/staged": SECRET });
    git(folder, "add", "-A");
    writeFiles(folder, { "d/untracked": OTHER });
    expect(pathsOf(staged(folder, ["d"]).report)).toEqual(["d/e/staged"]);
    expect(pathsOf(staged(join(folder, "d"), ["."]).report)).toEqual(["d/e/staged"]);
    expect(pathsOf(staged(join(folder, "d"), [".."]).report)).toEqual(["d/e/staged"]);
  });

  test("that are staged as deleted add nothing to the commit", () => {
    const folder = tempRepository({ gone: SECRET });
    commitAll(folder);
    git(folder, "rm", "-q", "gone");
    expect(runStaged(folder, ["gone"]).code).toBe(0);
  });

  test("that are missing leave the scan incomplete; what else was named is read", () => {
    const folder = tempRepository({ f: SECRET });
    git(folder, "add", "-A");
    expect(runStaged(folder, ["nope"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("cannot read nope: ENOENT (vanished)\n"),
    });
    expect(runStaged(folder, ["nope", "f"])).toMatchObject({ code: 1, stderr: expect.stringContaining("INCOMPLETE") });
  });

  test("outside the repository are wrong usage", () => {
    const folder = tempRepository({ f: "1" });
    const run = runStaged(folder, ["f", "../elsewhere"]);
    expect(run).toMatchObject({
      code: 2,
      stdout: "",
      stderr: 'cfltguard: "../elsewhere" is outside the repository: cfltguard scan reads it\n',
    });
  });

  test("that are links, FIFOs or sockets on disk are left out and never waited for", () => {
    const folder = tempRepository();
    symlinkSync(join(tempFolder({ target: SECRET }), "target"), join(folder, "link"));
    spawnSync("mkfifo", [join(folder, "fifo")]);
    const { run, report } = staged(folder, ["link", "fifo"], 10_000);
    expect(run).toMatchObject({ code: 0, signal: null });
    expect(report.summary.skipped.map(({ path, reason }) => [path, reason])).toEqual([
      ["fifo", "special-file"],
      ["link", "symlink"],
    ]);
  });

  test.runIf(canRunUnprivileged())(
    "that may not be read leave the scan incomplete, at their path from the root",
    () => {
      const folder = tempRepository({ "sub/f": SECRET });
      chmodSync(join(folder, "sub/f"), 0);
      if (IS_ROOT) spawnSync("chown", ["-R", String(NOBODY), folder]);
      const { status, stdout } = runUnprivileged(["staged", "--format", "json", "sub/f"], folder);
      expect(status).toBe(2);
      expect((JSON.parse(stdout) as Report).summary.skipped).toEqual([
        { path: "sub/f", reason: "unreadable", detail: "EACCES" },
      ]);
    },
  );

  test("are names and never patterns or options of git", () => {
    const folder = tempRepository({ "*": "clean", ":(glob)x": SECRET, x: OTHER, "--cached": "clean" });
    git(folder, "add", "-A");
    expect(pathsOf(staged(folder, ["--", "*", "--cached", ":(glob)x"]).report)).toEqual([":(glob)x"]);
  });

  test("whose bytes are not UTF-8 are found by those bytes", () => {
    const folder = tempFolder();
    const script = `
      repository=$(printf 'r\\377') && mkdir "$repository" && cd "$repository" && git init -q && mkdir sub && cd sub &&
      name=$(printf 'caf\\351') && echo "$0" > "$name" && git add -A && exec "$1" "$2" staged --format json "$name"`;
    const options = { cwd: folder, encoding: "utf8", env: gitEnvironment() } as const;
    const { stdout, status } = spawnSync("sh", ["-c", script, SECRET, process.execPath, LAUNCHER], options);
    expect(status).toBe(1);
    const occurrences = (JSON.parse(stdout) as Report).findings[0]?.occurrences;
    expect(occurrences).toMatchObject([
      { source: "index", pathBytes: Buffer.from("sub/caf\xe9", "latin1").toString("base64") },
    ]);
  });
});

test("every name comes out with its own bytes, beside a clean file that a careless reader would take for it", () => {
  const names: [string, string][] = [
    ["tab\tname", "tab"],
    ["line\nfeed", "line"],
    ["x b/y b/z", "z"],
    ['"quoted"', "quoted"],
    [":0:x", "x"],
    [":(glob)w", "w"],
    ["-rf", "rf"],
    ["back\\slash", "back/slash"],
    ["trailing space ", "trailing space"],
    ["latin1 \xe9", "latin1 \xc3\xa9"],
    ["nfd e\xcc\x81", "nfd \xc3\xa9"],
    ["escape \x1b[31m\r", "escape "],
    [`long ${"n".repeat(200)}`, `long ${"n".repeat(199)}`],
    ["=> {a}", "a"],
  ];
  const folder = tempRepository();
  const secretOf = new Map(names.map(([name]) => [name, makeSecret(random)]));
  for (const [name, decoy] of names) {
    for (const [path, content] of [
      [name, secretOf.get(name) ?? ""],
      [decoy, "clean"],
    ] as const) {
      const whole = Buffer.from(`${folder}/${path}`, "latin1");
      mkdirSync(whole.subarray(0, whole.lastIndexOf("/")), { recursive: true });
      writeFileSync(whole, content);
    }
  }
  git(folder, "add", "-A");
  const { stdout } = runCli(["staged", "--format", "json", "--show-secrets"], { cwd: folder, env: gitEnvironment() });
  const found = (JSON.parse(stdout) as Report).findings.map(({ secret, occurrences }) => [
    occurrences.map(bytesOf),
    secret,
  ]);
  expect(found).toEqual([...secretOf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, secret]) => [[name], secret]));
  expect(runStaged(folder).stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
});

test("5,000 staged files with long names are all read, and found where they stand", () => {
  const folder = tempRepository();
  const nameOf = (i: number): string => `${"deep folder/".repeat(5)}${String(i).padStart(5, "0")}${"n".repeat(195)}`;
  mkdirSync(join(folder, "deep folder/".repeat(5)), { recursive: true });
  for (let i = 0; i < 5_000; i++) writeFileSync(join(folder, nameOf(i)), i % 1_000 === 7 ? `${i} ${SECRET}` : `${i}`);
  git(folder, "add", "-A");
  const { run, report } = staged(folder, [], 60_000);
  expect(run.code).toBe(1);
  expect(report.summary).toMatchObject({ complete: true, files: 5_000, objects: 5_000 });
  expect(pathsOf(report)).toEqual([7, 1_007, 2_007, 3_007, 4_007].map(nameOf));
}, 120_000);

test("two at once do not disturb each other and leave nothing behind", async () => {
  const folder = tempRepository({ a: SECRET, b: "1" });
  git(folder, "add", "-A");
  const before = readdirSync(folder, { recursive: true }).sort();
  const index = readFileSync(join(folder, ".git/index"));
  const runs = await Promise.all([1, 2, 3, 4].map(() => runHookProcess(folder)));
  expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  expect(readFileSync(join(folder, ".git/index")).equals(index)).toBe(true);
});

describe("what git cannot give", () => {
  test("is a failure that names the path: an object that is missing", () => {
    const folder = tempRepository({ f: "gone", g: SECRET });
    git(folder, "add", "-A");
    const oid = git(folder, "rev-parse", ":f");
    rmSync(objectFile(folder, oid));
    const { run, report } = staged(folder);
    expect(run.code).toBe(1);
    expect(report.summary).toMatchObject({ complete: false, skipped: [{ path: "f", reason: "missing-object" }] });
    git(folder, "rm", "-q", "--cached", "g");
    expect(runStaged(folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`cannot read f: ${oid}: git does not have it (missing-object)`),
    });
  });

  test("is a failure that names the path: an object that is damaged", () => {
    const folder = tempRepository({ f: "damaged ".repeat(100), g: "1", h: SECRET });
    git(folder, "add", "-A");
    const file = objectFile(folder, git(folder, "rev-parse", ":f"));
    chmodSync(file, 0o644);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, bytes.length - 8));
    const { run, report } = staged(folder);
    expect(run.code).toBe(1);
    expect(pathsOf(report)).toEqual(["h"]);
    expect(report.summary).toMatchObject({
      complete: false,
      files: 2,
      skipped: [{ path: "f", reason: "corrupt-object" }],
    });
    git(folder, "rm", "-q", "--cached", "h");
    expect(runStaged(folder, ["--exit-zero"]).code).toBe(2);
  });

  test.each([
    [
      "not a repository",
      () => tempFolder(),
      /fatal: not a git repository .*; run it in a repository, or read files with cfltguard scan/,
    ],
    ["a bare repository", () => tempBare(), /a bare repository has none; run it in a work tree/],
    ["a corrupt index", () => damaged("index", "x".repeat(100)), /cannot read the index: .*bad signature/],
    ["a broken HEAD", () => damaged("refs/heads/main", "junk"), /cannot read the index: fatal: bad revision 'HEAD'/],
  ])("ends with 2 and one clear line: %s", (_, make, message) => {
    const run = runStaged(make());
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).toMatch(/^cfltguard: [^\n]+\n$/);
  });

  // Only root can give files away, and git minds whose they are since 2.35.2.
  test.runIf(IS_ROOT && !/ 2\.3[1-5]\./.test(git(".", "version")))(
    "ends with 2 and git's own cure where the repository is somebody else's; the cure works",
    () => {
      const folder = tempRepository({ f: SECRET });
      git(folder, "add", "-A");
      spawnSync("chown", ["-R", "12345", folder]);
      const refused = runStaged(folder);
      expect(refused).toMatchObject({ code: 2, stdout: "" });
      expect(refused.stderr).toMatch(/^cfltguard: [^\n]*git config --global --add safe\.directory [^\n]*\n$/);
      const inVariables = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: folder };
      expect(runStaged(folder, [], inVariables).code).toBe(1);
      const file = join(tempFolder({ config: `[safe]\n\tdirectory = ${folder}\n` }), "config");
      expect(runStaged(folder, [], { GIT_CONFIG_GLOBAL: file }).code).toBe(1);
    },
  );

  test("ends with 2 and one clear line where git is absent", () => {
    const run = runStaged(tempRepository({ f: "1" }), [], { PATH: tempFolder() });
    expect(run).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "cfltguard: git was not found: install git 2.31 or newer, or put it on PATH\n",
    });
  });

  test.each([
    ["says so to any question", "echo git version 2.20.1"],
    ["says so when asked", 'case "$*" in *version*) echo git version 2.20.1;; *) exit 129;; esac'],
  ])("ends with 2 and one clear line where git is too old and %s", (_, body) => {
    const bin = tempFolder({ git: `#!/bin/sh\n${body}\n` });
    chmodSync(join(bin, "git"), 0o755);
    const run = runStaged(tempRepository({ f: "1" }), [], { PATH: `${bin}${delimiter}${process.env["PATH"]}` });
    const stderr = 'cfltguard: git 2.31 or newer is needed; the one on PATH says "git version 2.20.1"\n';
    expect(run).toMatchObject({ code: 2, stdout: "", stderr });
  });

  test.each([
    ["text", "git version 2.40.0"],
    ["pairs of something else", "a\\0b\\0"],
    ["a list that was cut", `:000000 100644 ${"0".repeat(40)} ${"1".repeat(40)} A\\0`],
  ])("ends with 2 where git answers with what is no list of entries, which is not a clean index: %s", (_, answer) => {
    const bin = tempFolder({
      git: `#!/bin/sh\ncase "$*" in *version*) echo git version 2.40.0;; *) printf '${answer}';; esac\n`,
    });
    chmodSync(join(bin, "git"), 0o755);
    const run = runStaged(tempRepository({ f: "1" }), [], { PATH: `${bin}${delimiter}${process.env["PATH"]}` });
    expect(run).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^cfltguard: cannot read the index: git answered /),
    });
  });
});

function staged(folder: string, args: readonly string[] = [], timeoutMs = 20_000): { run: CliRun; report: Report } {
  const run = runCli(["staged", "--format", "json", ...args], { cwd: folder, env: gitEnvironment(), timeoutMs });
  return { run, report: JSON.parse(run.stdout) as Report };
}

function runStaged(folder: string, args: readonly string[] = [], extra: NodeJS.ProcessEnv = {}): CliRun {
  return runCli(["staged", ...args], { cwd: folder, env: gitEnvironment(extra) });
}

/** Runs the command as somebody whom permissions bind. */
function runUnprivileged(args: readonly string[], folder: string) {
  const somebody = IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {};
  return spawnSync(process.execPath, [LAUNCHER, ...args], {
    cwd: folder,
    env: gitEnvironment(),
    encoding: "utf8",
    ...somebody,
  });
}

/** Not where root alone may get at Node or at this checkout. */
function canRunUnprivileged(): boolean {
  return process.platform !== "win32" && runUnprivileged(["--version"], "/").status === 0;
}

function runHookProcess(folder: string): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(process.execPath, [LAUNCHER, "hook", "pre-commit"], { cwd: folder, env: gitEnvironment() });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout })));
}

function pathsOf(report: Report): (string | null)[] {
  return report.findings.flatMap(({ occurrences }) => occurrences.map(({ path }) => path)).sort();
}

function sources(report: Report): (string | null)[][] {
  const all = report.findings.flatMap(({ occurrences }) => occurrences.map(({ path, source }) => [path, source]));
  return all.sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1));
}

function positions({ secretSha256, occurrences }: Report["findings"][number]) {
  return [
    secretSha256,
    occurrences.map(({ line, column, endLine, endColumn, offsetBytes, lineHash }) => [
      line,
      column,
      endLine,
      endColumn,
      offsetBytes,
      lineHash,
    ]),
  ];
}

/** A path's bytes as latin1. */
function bytesOf({ path, pathBytes }: Report["findings"][number]["occurrences"][number]): string {
  return (pathBytes === null ? Buffer.from(path ?? "") : Buffer.from(pathBytes, "base64")).toString("latin1");
}

function objectFile(folder: string, oid: string): string {
  return join(folder, ".git/objects", oid.slice(0, 2), oid.slice(2));
}

function tempFolderInside(folder: string): string {
  const inside = join(folder, "elsewhere", "deep");
  mkdirSync(inside, { recursive: true });
  return inside;
}

function tempBare(): string {
  const folder = tempRepository({ f: "1" });
  commitAll(folder);
  git(folder, "clone", "-q", "--bare", folder, "bare.git");
  return join(folder, "bare.git");
}

/** A repository with a commit and this file of its git directory overwritten. */
function damaged(file: string, content: string): string {
  const folder = tempRepository({ f: "1" });
  commitAll(folder);
  writeFileSync(join(folder, ".git", file), content);
  return folder;
}
