import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const SECRET = makeSecret(seeded(1));
const PREVIOUS = "the report of the last run\n";

/** A folder in which everything but the arguments is in order, with a report of before. */
function place(): string {
  const folder = tempFolder({ "a.env": SECRET, "report.json": PREVIOUS, list: "a.env\0" });
  mkdirSync(join(folder, "folder"));
  symlinkSync("loop", join(folder, "loop"));
  return folder;
}

const CASES: readonly [args: string[], message: string][] = [
  [[], "no command given; see cfltguard --help"],
  [["-"], "no command given; see cfltguard --help"],
  [["scn"], 'unknown command "scn"; did you mean scan?; see cfltguard --help'],
  [["stagd"], 'unknown command "stagd"; did you mean staged?; see cfltguard --help'],
  [["frobnicate"], 'unknown command "frobnicate"; see cfltguard --help'],
  [["constructor"], 'unknown command "constructor"; see cfltguard --help'],
  [["scan", "--frmat", "json"], 'unknown option "--frmat"; did you mean --format?'],
  [["scan", "--formt=json"], 'unknown option "--formt"; did you mean --format?'],
  [["scan", "--verbsoe"], 'unknown option "--verbsoe"; did you mean --verbose?'],
  [["scan", "--exit"], 'unknown option "--exit"; did you mean --exit-zero?'],
  [["scan", "--constructor"], 'unknown option "--constructor"'],
  [["scan", "--quack"], 'unknown option "--quack"'],
  [["scan", "-x"], 'unknown option "-x"'],
  [["--frmat"], 'unknown option "--frmat"'],
  [["staged", "--jobs", "2"], 'unknown option "--jobs"'],
  [["check", "--format", "json"], 'unknown option "--format"'],
  [["fake", "--jobs", "2"], 'unknown option "--jobs"'],
  [["scan", "--format"], "option --format needs a value: --format text|json|sarif"],
  [["scan", "--output"], "option --output needs a value: --output FILE"],
  [["scan", "--output", "--format", "json"], "option --output needs a value: --output FILE"],
  [["scan", "--quiet=yes"], "option --quiet takes no value"],
  [["scan", "--format", "xml"], 'unknown format "xml": choose one of text, json, sarif'],
  [["scan", "--format="], 'unknown format "": choose one of text, json, sarif'],
  [["scan", "missing"], 'cannot scan "missing": no such file or folder'],
  [["scan", "a.env", "missing"], 'cannot scan "missing": no such file or folder'],
  [["scan", "a.env/b"], 'cannot scan "a.env/b": ENOTDIR'],
  [["scan", "loop"], 'cannot scan "loop": ELOOP'],
  [["scan", "x".repeat(300)], `cannot scan "${"x".repeat(300)}": ENAMETOOLONG`],
  [["scan", "*.pem"], 'cannot scan "*.pem": no such file, and no file matches'],
  [["scan", ""], "cannot scan an empty path"],
  [["scan", "a.env", ""], "cannot scan an empty path"],
  [["scan", "--report", "json"], 'bad --report "json": write FORMAT=FILE, FORMAT being one of text, json, sarif'],
  [["scan", "--report", "xml=a"], 'bad --report "xml=a": write FORMAT=FILE, FORMAT being one of text, json, sarif'],
  [["scan", "--report", "json="], 'bad --report "json=": write FORMAT=FILE, FORMAT being one of text, json, sarif'],
  [["scan", "--report", "=a"], 'bad --report "=a": write FORMAT=FILE, FORMAT being one of text, json, sarif'],
  [["scan", "--format", "json", "--report", "sarif=-"], "two reports go to standard output"],
  [["scan", "--output", "-", "--report", "sarif=-"], "two reports go to standard output"],
  [["scan", "--report", "json=-", "--report", "sarif=/dev/stdout"], "two reports go to standard output"],
  [["scan", "--report", "json=a", "--report", "sarif=./a"], 'two reports go to "./a"'],
  [
    ["scan", "--output", "report.json", "--report", "sarif=folder/../report.json"],
    'two reports go to "folder/../report.json"',
  ],
  [["scan", "--output", ""], "cannot write a report to an empty path"],
  [["scan", "--output", "missing/r.json"], 'cannot write "missing/r.json": there is no folder "missing"'],
  [["scan", "--report", "json=missing/r"], 'cannot write "missing/r": there is no folder "missing"'],
  [["scan", "--output", "report.json/r"], 'cannot write "report.json/r": ENOTDIR'],
  [["scan", "--output", "folder"], 'cannot write "folder": it is a folder'],
  [["scan", "--output", "new/"], 'cannot write "new/": it is a folder'],
  [["scan", "--output", "loop"], 'cannot write "loop": ELOOP'],
  [["scan", "--jobs", "0"], 'bad --jobs "0": a whole number from 1 to 256'],
  [["scan", "--jobs", "257"], 'bad --jobs "257": a whole number from 1 to 256'],
  [["scan", "--jobs", "two"], 'bad --jobs "two": a whole number from 1 to 256'],
  [["scan", "--jobs", "1.5"], 'bad --jobs "1.5": a whole number from 1 to 256'],
  [["scan", "--jobs="], 'bad --jobs "": a whole number from 1 to 256'],
  [["scan", "--jobs", "1e1"], 'bad --jobs "1e1": a whole number from 1 to 256'],
  [["scan", "--max-decode-depth", "x"], 'bad --max-decode-depth "x": a whole number from 0 to 100'],
  [["staged", "--max-decode-depth=-1"], 'bad --max-decode-depth "-1": a whole number from 0 to 100'],
  [["hook", "pre-commit", "--max-decode-depth", "101"], 'bad --max-decode-depth "101": a whole number from 0 to 100'],
  [["scan", "--min-confidence", "sure"], 'unknown min-confidence "sure": choose one of proven, likely, possible'],
  [["scan", "--files-from", "missing"], 'cannot read the list "missing": ENOENT'],
  [["scan", "--files-from", "folder"], 'cannot read the list "folder": EISDIR'],
  [["scan", "-", "--files-from", "-"], "standard input cannot be both the list of files and an input"],
  [["scan", "--stdin-filename", "x"], "--stdin-filename needs - among the paths"],
  [["hook"], "which hook? write: hook pre-commit"],
  [["hook", "pre-push"], 'unknown hook "pre-push"; there is pre-commit'],
  [["check", SECRET], "check reads standard input, one candidate a line: a secret on a command line is seen by others"],
  [["check"], "check: nothing on standard input"],
  [["fake", "3"], 'fake takes no argument; it was given "3"'],
  [["fake", "--count", "0"], 'bad --count "0": a whole number from 1 to 1000000'],
  [["fake", "--count", "many"], 'bad --count "many": a whole number from 1 to 1000000'],
];

test.each(CASES)("%j is told in one line, and nothing else happens", (args, message) => {
  const cwd = place();
  const before = readdirSync(cwd);
  const run = runCli(args, { cwd });
  expect(run).toMatchObject({ code: 2, stdout: "", stderr: `cfltguard: ${message}\n` });
  expect(readdirSync(cwd)).toEqual(before);
  expect(readFileSync(join(cwd, "report.json"), "utf8")).toBe(PREVIOUS);
});

describe("a place that cannot be written", () => {
  test.skipIf(!existsSync("/proc/version"))("is found out before anything is scanned (Linux only)", () => {
    const cwd = place();
    for (const file of ["/proc/version", "/proc/new"]) {
      const run = runCli(["scan", ".", "--report", `json=${file}`], { cwd });
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(/^cfltguard: cannot write "\/proc\/\w+": E[A-Z]+\n$/);
    }
  });

  test.skipIf(!existsSync("/dev/full"))("because the disk is full is an error, not a report (Linux only)", () => {
    const run = runCli(["scan", ".", "--output", "/dev/full"], { cwd: place() });
    expect(run).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^scanned .*\ncfltguard: cannot write "\/dev\/full": ENOSPC\n$/),
    });
  });

  test("does not stop the question what a command can do", () => {
    for (const args of [["--help"], ["scan", "--help", "--output", "missing/x"], ["--version"], ["check", "-h"]]) {
      expect(runCli(args, { cwd: place() })).toMatchObject({ code: 0, stderr: "" });
    }
  });
});

test("a defect of the program is no finding: exit 2, and nothing on standard output", () => {
  const broken = join(tempFolder({ "broken.cjs": BREAK_LISTING }), "broken.cjs");
  const env = { ...process.env, NODE_OPTIONS: `--require=${broken}` };
  const run = runCli(["scan", "."], { cwd: place(), env });
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(/^cfltguard: internal error, please report it: TypeError: broken on purpose\n/);
});

/** Makes the system library fail in a way that no system does. */
const BREAK_LISTING = `
const fs = require("node:fs");
fs.opendirSync = () => { throw new TypeError("broken on purpose"); };
`;
