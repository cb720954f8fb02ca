import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/json.ts";
import { runCli, scanJson } from "../support/cli.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";
import { isInstalled, runShell } from "./shell.ts";

const SECRET = makeSecret(seeded(1));

function pathsOf(report: Report): (string | null)[] {
  return report.findings.flatMap(({ occurrences }) => occurrences.map(({ path }) => path));
}

describe("the path of a finding is the argument as typed, then the path below it", () => {
  const files = { "top.env": SECRET, "x/in.env": SECRET, "x/y/deep.env": SECRET };

  test.each<[string[], string[]]>([
    [[], ["top.env", "x/in.env", "x/y/deep.env"]],
    [["."], ["top.env", "x/in.env", "x/y/deep.env"]],
    [["./"], ["top.env", "x/in.env", "x/y/deep.env"]],
    [["x"], ["x/in.env", "x/y/deep.env"]],
    [["x/"], ["x/in.env", "x/y/deep.env"]],
    [["x//"], ["x/in.env", "x/y/deep.env"]],
    [["./x"], ["./x/in.env", "./x/y/deep.env"]],
    [["./x/in.env"], ["./x/in.env"]],
    [["x/../top.env"], ["x/../top.env"]],
    [["x/y/.."], ["x/y/../in.env", "x/y/../y/deep.env"]],
    [
      ["x", "top.env", "x/in.env"],
      ["top.env", "x/in.env", "x/y/deep.env"],
    ],
    [
      [".", "./x"],
      ["./x/in.env", "./x/y/deep.env", "top.env"],
    ],
  ])("scan %j", (args, paths) => {
    const { run, report } = scanJson(["scan", ...args], { cwd: tempFolder(files) });
    expect(pathsOf(report)).toEqual(paths);
    expect(report.summary.files).toBe(paths.length);
    expect(run.code).toBe(1);
  });

  test("scan .. and an absolute path", () => {
    const folder = tempFolder(files);
    expect(pathsOf(scanJson(["scan", ".."], { cwd: join(folder, "x/y") }).report)).toEqual([
      "../in.env",
      "../y/deep.env",
    ]);
    expect(pathsOf(scanJson(["scan", join(folder, "x")]).report)).toEqual([
      `${folder}/x/in.env`,
      `${folder}/x/y/deep.env`,
    ]);
    expect(runCli(["scan", "--", "-odd"], { cwd: tempFolder({ "-odd": SECRET }) }).stdout).toContain(" -odd:1:1\n");
  });
});

describe.skipIf(process.platform !== "linux")("bytes that are not UTF-8 (Linux only)", () => {
  test("are kept in arguments, also where two look the same once decoded", () => {
    const cwd = tempFolder();
    const script = `
      e=$(printf 'a\\377'); f=$(printf 'a\\376')
      printf %s ${SECRET} > "$e"; printf %s ${SECRET} > "$f"; mkdir "d$e"; printf %s ${SECRET} > "d$e/$f"
      cfltguard scan "$e" "$f" "d$e" --format json --output "$(printf 'out\\377é')" && exit 9
      cat "$(printf 'out\\377é')"`;
    const { stdout, stderr } = runShell(script, { cwd });
    const [finding] = (JSON.parse(stdout) as Report).findings;
    const bytes = finding?.occurrences.map(({ pathBytes }) =>
      Buffer.from(pathBytes ?? "", "base64").toString("latin1"),
    );
    expect(bytes).toEqual(["a\xfe", "a\xff", "da\xff/a\xfe"]);
    expect(stderr).toMatch(/^scanned 3 files, 192 bytes; 1 finding in/);
  });

  test("are kept in a list of files, in the name of standard input, and beside plain arguments that are not ASCII", () => {
    const cwd = tempFolder({ é: SECRET });
    const script = `
      printf %s ${SECRET} > "$(printf 'b\\377')"; printf 'b\\377\\0' > list
      printf %s ${SECRET} | cfltguard scan - é --files-from list --stdin-filename "$(printf 'in\\376')" --format json`;
    const [finding] = (JSON.parse(runShell(script, { cwd }).stdout) as Report).findings;
    expect(finding?.occurrences.map(({ path, pathBytes }) => pathBytes ?? path)).toEqual([
      Buffer.from("b\xff", "latin1").toString("base64"),
      Buffer.from("in\xfe", "latin1").toString("base64"),
      "é",
    ]);
  });

  test("in a path that does not exist make an error that can be read", () => {
    const { code, stderr } = runShell(`cfltguard scan "$(printf 'no\\377')" é`, { cwd: tempFolder({ é: "" }) });
    expect(stderr).toBe(`cfltguard: cannot scan "no\ufffd": no such file or folder\n`);
    expect(code).toBe(2);
  });
});

describe("a pattern", () => {
  const files = { "src/a.env": SECRET, "src/b/.env": SECRET, "src/b/c.txt": SECRET, "other/d.env": SECRET };

  test.each<[string, string[]]>([
    ["src/**/*.env", ["src/a.env", "src/b/.env"]],
    ["**/*.{env,txt}", ["other/d.env", "src/a.env", "src/b/.env", "src/b/c.txt"]],
    ["./src/?.env", ["./src/a.env"]],
    ["src/[ab].env", ["src/a.env"]],
  ])("%s stands for the files that it matches, hidden ones too", (pattern, paths) => {
    const { run, report } = scanJson(["scan", pattern], { cwd: tempFolder(files) });
    expect(pathsOf(report)).toEqual(paths);
    expect(run.stderr).toContain(`scanned ${paths.length} file`);
  });

  test("follows no link, and what it matches besides a path is read once", () => {
    const cwd = tempFolder(files);
    symlinkSync("src", join(cwd, "link"));
    symlinkSync("src/a.env", join(cwd, "link.env"));
    const { report } = scanJson(["scan", "**/*.env", "src", "other"], { cwd });
    expect(pathsOf(report)).toEqual(["other/d.env", "src/a.env", "src/b/.env", "src/b/c.txt"]);
    expect(report.summary.files).toBe(4);
  });

  test.each(["[id].env", "src/*.env", "(group)/{x}"])("that is the name of a file, %s, is that file", (name) => {
    const cwd = tempFolder({ ...files, [name]: SECRET, "i.env": SECRET });
    expect(pathsOf(scanJson(["scan", name], { cwd }).report)).toEqual([name]);
  });

  test("that matches nothing is an error, and so is a missing path that only looks like a pattern", () => {
    const cwd = tempFolder(files);
    const pattern = runCli(["scan", "src/*.pem"], { cwd });
    expect(pattern).toMatchObject({ code: 2, stdout: "" });
    expect(pattern.stderr).toBe(`cfltguard: cannot scan "src/*.pem": no such file, and no file matches\n`);
    const path = runCli(["scan", "gone(1"], { cwd });
    expect(path).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `cfltguard: cannot scan "gone(1": no such file or folder\n`,
    });
  });
});

describe("--files-from", () => {
  test("reads a list from a file or standard input, as find and git write it, whatever is in the names", () => {
    const cwd = tempFolder({ "a\nb": SECRET, "d/é": SECRET, "not-listed": SECRET });
    writeFileSync(join(cwd, "d/list"), "a\nb\0d/é\0");
    expect(pathsOf(scanJson(["scan", "--files-from", "d/list"], { cwd }).report)).toEqual(["a\nb", "d/é"]);
    const piped = scanJson(["scan", "--files-from", "-"], { cwd, input: "a\nb\0d/é" });
    expect(pathsOf(piped.report)).toEqual(["a\nb", "d/é"]);
  });

  test("adds to the paths, reads folders whole, and nothing twice", () => {
    const cwd = tempFolder({ a: SECRET, "d/b": SECRET, "d/c": SECRET });
    const { report } = scanJson(["scan", "a", "--files-from", "-"], { cwd, input: "d/b\0d\0a\0d/b\0" });
    expect(pathsOf(report)).toEqual(["a", "d/b", "d/c"]);
    expect(report.summary.files).toBe(3);
  });

  test("scans nothing, not the current folder, where the list is empty", () => {
    const run = runCli(["scan", "--files-from", "-"], { cwd: tempFolder({ a: SECRET }), input: "" });
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).toMatch(/^scanned 0 files, 0 bytes; 0 findings in/);
  });

  test("makes the scan incomplete by what is listed and gone, and names it", () => {
    const run = runCli(["scan", "--files-from", "-"], { cwd: tempFolder({ a: "" }), input: "a\0gone\0" });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^cannot read gone: ENOENT \(vanished\)\nscanned 1 file, .*; INCOMPLETE/);
  });

  test("refuses a list of lines, which would be one long name", () => {
    const run = runCli(["scan", "--files-from", "-"], { cwd: tempFolder({ a: "" }), input: "a\nb\n" });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^cfltguard: the list "-" is not NUL-separated: .*\n$/);
  });
});

describe("standard input", () => {
  test("is `-`, alone or among paths, and is called what the user calls it", () => {
    const cwd = tempFolder({ a: SECRET });
    const alone = scanJson(["scan", "-"], { input: `x ${SECRET}` }).report.findings[0]?.occurrences;
    expect(alone).toMatchObject([{ path: null, source: "stdin", line: 1, column: 3, lineHash: null }]);
    const named = scanJson(["scan", "a", "-", "--stdin-filename", "build.log"], { cwd, input: SECRET });
    expect(pathsOf(named.report)).toEqual(["a", "build.log"]);
    expect(runCli(["scan", "-"], { input: SECRET }).stdout).toContain("<stdin>:1:1");
  });

  test("that is empty was read", () => {
    const run = runCli(["scan", "-"], { input: "" });
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).toMatch(/^scanned 1 file, 0 bytes; 0 findings in/);
  });

  test("that cannot be read is a failure, also after threads were started, and what else was found stands", () => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, "many"));
    for (let i = 0; i < 1_500; i++) writeFileSync(join(cwd, "many", `${i}`), "");
    const run = runShell("cfltguard scan many - --jobs 3 < .", { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^cannot read -: EISDIR \(unreadable\)\nscanned 1,500 files, .* INCOMPLETE/);
    writeFileSync(join(cwd, "many", "leak"), SECRET);
    expect(runShell("cfltguard scan many - < .", { cwd }).code).toBe(1);
  });

  const names = ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].filter((name) => existsSync(name));

  test.each(names)("is read under the name of %s: socket, pipe and file", (name) => {
    const cwd = tempFolder({ a: SECRET });
    // spawnSync gives a socket.
    expect(pathsOf(scanJson(["scan", name], { input: SECRET }).report)).toEqual([name]);
    for (const redirect of ["< a", "<<END\n$(cat a)\nEND"]) {
      const run = runShell(`cfltguard scan ${name} --format json ${redirect}`, { cwd });
      expect(pathsOf(JSON.parse(run.stdout) as Report)).toEqual([name]);
    }
    expect(
      pathsOf(JSON.parse(runShell(`cat a | cfltguard scan ${name} --format json`, { cwd }).stdout) as Report),
    ).toEqual([name]);
  });

  test.skipIf(!isInstalled("bash"))("and process substitutions are read to their end (needs bash)", () => {
    const run = runShell(`cfltguard scan <(echo; sleep 0.2; printf %s ${SECRET}) <(echo) --format json`, {
      shell: "bash",
    });
    const report = JSON.parse(run.stdout) as Report;
    expect(report.findings[0]?.occurrences).toMatchObject([{ line: 2, column: 1, source: "file" }]);
    expect(report.findings[0]?.occurrences[0]?.path).toMatch(/^\/dev\/fd\/\d+$/);
    expect(report.summary).toMatchObject({ files: 2, bytes: 66, complete: true });
  });
});

test("the summary is one line in one form", () => {
  const cwd = tempFolder({ a: SECRET, b: "x".repeat(2000) });
  symlinkSync("a", join(cwd, "l"));
  expect(runCli(["scan", "."], { cwd }).stderr).toMatch(
    /^scanned 2 files, 2\.1 kB; skipped 1 \(symlink 1\); 1 finding in \d+\.\d\d s\n$/,
  );
});

test("scanning changes nothing in the folder", () => {
  const cwd = tempFolder({ a: SECRET, "d/b": "" });
  const stamps = (): number[] => [".", "a", "d", "d/b"].map((path) => statSync(join(cwd, path)).ctimeMs);
  const before = stamps();
  runCli(["scan", "."], { cwd });
  expect(stamps()).toEqual(before);
});
