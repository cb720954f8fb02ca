import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdtempSync, existsSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { LAUNCHER, plainEnvironment, runCli, type CliRun } from "../support/cli.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { writeFiles, type Files } from "../support/temp.ts";
import { isInstalled } from "./shell.ts";

const SECRET = makeSecret(seeded(1));
const IS_ROOT = process.getuid?.() === 0;
const NOBODY = ["--reuid=65534", "--regid=65534", "--clear-groups"];

/** Why permissions cannot be tried here, or `null`. Root may read everything, so it must become somebody else. */
function reasonToSkip(): string | null {
  if (process.platform === "win32") return "Windows has other permissions";
  if (!IS_ROOT) return null;
  if (!isInstalled("setpriv")) return "runs as root, and there is no setpriv to be somebody else";
  const probe = spawnSync("setpriv", [...NOBODY, process.execPath, "-e", "0"], { cwd: "/" });
  return probe.status === 0 ? null : "runs as root, and nobody else may run this Node";
}

const WHY_NOT = reasonToSkip();

/** Runs the command as a user whom permissions hold back, from a copy that this user may read. */
function runAsUser(args: readonly string[], cwd: string): CliRun {
  if (!IS_ROOT) return runCli(args, { cwd });
  const home = publicFolder();
  for (const part of ["bin", "dist"])
    cpSync(join(dirname(LAUNCHER), "..", part), join(home, part), { recursive: true });
  copyFileSync(join(dirname(LAUNCHER), "../package.json"), join(home, "package.json"));
  const command = [...NOBODY, process.execPath, join(home, "bin/cfltguard.js"), ...args];
  const run = spawnSync("setpriv", command, {
    cwd,
    input: "",
    encoding: "utf8",
    env: plainEnvironment(),
    timeout: 20_000,
  });
  return { code: run.status, signal: run.signal, stdout: run.stdout, stderr: run.stderr };
}

function publicFolder(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cfltguard-public-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o777);
  writeFiles(folder, files);
  return folder;
}

describe.skipIf(WHY_NOT !== null)(`what may not be read${WHY_NOT === null ? "" : ` (${WHY_NOT})`}`, () => {
  test("is named, the rest is read, and the scan is incomplete: files, folders, and a folder that may only be listed", () => {
    const cwd = publicFolder({ "locked.env": SECRET, "locked/x": SECRET, "listed/y": SECRET, "open.env": "" });
    chmodSync(join(cwd, "locked.env"), 0);
    chmodSync(join(cwd, "locked"), 0);
    chmodSync(join(cwd, "listed"), 0o444);
    const run = runAsUser(["scan", "."], cwd);
    for (const path of ["locked", "listed"]) chmodSync(join(cwd, path), 0o755);
    expect(run.stderr.split("\n").slice(0, 3)).toEqual([
      "cannot read listed/y: EACCES (unreadable)",
      "cannot read locked: EACCES (unreadable)",
      "cannot read locked.env: EACCES (unreadable)",
    ]);
    expect(run.stderr).toMatch(
      /\nscanned 1 file, 0 bytes; skipped 3 \(unreadable 3\); INCOMPLETE: 3 inputs could not be read; 0 findings/,
    );
    expect(run).toMatchObject({ code: 2, stdout: "" });
  });

  test("does not hide a finding elsewhere: exit 1, and both are told", () => {
    const cwd = publicFolder({ "locked.env": SECRET, "leak.env": SECRET });
    chmodSync(join(cwd, "locked.env"), 0);
    const run = runAsUser(["scan", "."], cwd);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("leak.env:1:1");
    expect(run.stderr).toMatch(/INCOMPLETE: 1 input could not be read; 1 finding in/);
  });

  test("is a failure where it was named, too", () => {
    const cwd = publicFolder({ "locked.env": SECRET, "locked/x": "" });
    for (const path of ["locked.env", "locked"]) chmodSync(join(cwd, path), 0);
    const run = runAsUser(["scan", "locked.env", "locked"], cwd);
    chmodSync(join(cwd, "locked"), 0o755);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("skipped 2 (unreadable 2)");
  });

  test("cannot take a report either, and that is found out before the scan", () => {
    const cwd = publicFolder({ "a.env": SECRET, "closed/r.json": "before" });
    for (const path of ["closed/r.json", "closed"]) chmodSync(join(cwd, path), path === "closed" ? 0o555 : 0o666);
    for (const file of ["closed/r.json", "closed/new.json"]) {
      const run = runAsUser(["scan", "a.env", "--report", `json=${file}`], cwd);
      expect(run).toMatchObject({ code: 2, stdout: "", stderr: `cfltguard: cannot write "${file}": EACCES\n` });
    }
  });
});

describe.skipIf(!existsSync("/proc/self/mem"))("files of the kernel (Linux only)", () => {
  test("are read where they can be, and named where not, without a hang", () => {
    const run = runCli(["scan", "/proc/self/mem", "/proc/self/status", "/proc/version"]);
    expect(run.stderr).toMatch(/^cannot read \/proc\/self\/mem: EIO \(unreadable\)\nscanned 2 files, /);
    expect(run.code).toBe(2);
  });

  test("of a whole process are walked to an end", () => {
    const run = runCli(["scan", "/proc/self/task", "--format", "json"], { timeoutMs: 60_000 });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(
      /cannot read \/proc\/self\/task\/\d+\/pagemap: holds more than the 0 bytes that it claims \(unreadable\)/,
    );
  }, 70_000);
});

test.skipIf(!isInstalled("setsid"))(
  "a terminal that is not there is a failure where it was named (needs setsid)",
  () => {
    const command = ["--wait", process.execPath, LAUNCHER, "scan", "/dev/tty"];
    const run = spawnSync("setsid", command, { input: "", encoding: "utf8", env: plainEnvironment() });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^cannot read \/dev\/tty: ENXIO \(unreadable\)\n/);
  },
);
