import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { Report } from "../../src/report/json.ts";
import { runCli } from "../support/cli.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const SECRET = makeSecret(seeded(1));

/** Starts a program that runs `step` over and over in a folder until the test ends. */
function keepDoing(cwd: string, step: string): void {
  const loop = `const fs = require("node:fs"); for (let i = 0; ; i++) { try { ${step} } catch {} }`;
  const child = spawn(process.execPath, ["-e", loop], { cwd, stdio: "ignore" });
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await ended;
    // What it started itself (mkfifo) may still be at work.
    await sleep(100);
  });
}

const STEPS: readonly [change: string, step: string][] = [
  ["is cut and filled again", `fs.truncateSync("busy", i % 2 ? 3e6 : 1e6)`],
  ["grows without end", `fs.appendFileSync("busy", "x".repeat(1000)); if (i % 1e5 === 0) fs.truncateSync("busy", 0)`],
  ["is replaced", `fs.writeFileSync("new", "y".repeat(i % 3e6)); fs.renameSync("new", "busy")`],
  ["comes and goes", `fs.unlinkSync("busy"); fs.writeFileSync("busy", "z".repeat(1000))`],
  [
    "is now a link, now a FIFO",
    `fs.rmSync("busy", { force: true }); i % 2 ? fs.symlinkSync("/dev/zero", "busy") : require("node:child_process").execFileSync("mkfifo", ["busy"])`,
  ],
  [
    "is now a folder",
    `fs.rmSync("busy", { force: true, recursive: true }); i % 2 ? fs.mkdirSync("busy/a", { recursive: true }) : fs.writeFileSync("busy", "")`,
  ],
];

test.each(STEPS)(
  "a file that %s while it is read ends in a report and finds what stands still",
  (_change, step) => {
    const folder = tempFolder({ "a/leak": SECRET });
    writeFileSync(join(folder, "busy"), "x".repeat(2_000_000));
    keepDoing(folder, step);
    for (let round = 0; round < 8; round++) {
      const run = runCli(["scan", ".", "--format", "json"], { cwd: folder, timeoutMs: 15_000 });
      const report = JSON.parse(run.stdout) as Report;
      expect(run.code).toBe(1);
      expect(report.findings.flatMap(({ occurrences }) => occurrences.map(({ path }) => path))).toEqual(["a/leak"]);
      const allowed = ["vanished", "unreadable", "symlink", "special-file"];
      expect(report.summary.skipped.filter(({ reason }) => !allowed.includes(reason))).toEqual([]);
      expect(run.stderr).not.toContain("internal error");
    }
  },
  120_000,
);
