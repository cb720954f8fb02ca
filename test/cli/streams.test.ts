import { spawn } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Report } from "../../src/report/json.ts";
import { LAUNCHER, plainEnvironment, runCli } from "../support/cli.ts";
import { makeKeyId, makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder, type Files } from "../support/temp.ts";
import { isInstalled, runShell } from "./shell.ts";

const random = seeded(5);
const SECRET = makeSecret(random);
/** Enough occurrences for a JSON report of more than 5 MB. */
const MANY = Array.from({ length: 14_000 }, (_, i) => `${i} ${SECRET}\n`).join("");

describe("a pipe that is closed", () => {
  test.each([
    ["standard output", "cfltguard scan f --format json | head -c 1", "{"],
    ["standard output, by a reader that reads nothing", "cfltguard scan f --format json | true", ""],
    ["standard error", "cfltguard scan f --output /dev/null 2>&1 >/dev/null | true", ""],
    ["help", "cfltguard --help | head -c 1", "c"],
    ["fakes", "cfltguard fake --count 100000 | head -c 4", "cflt"],
  ])("is no error: %s", (_which, pipe, stdout) => {
    const run = runShell(pipe, { cwd: tempFolder({ f: MANY }) });
    expect(run.stdout).toBe(stdout);
    expect(run.stderr).toMatch(/^(?:scanned 1 file, [\d.]+ kB; 1 finding in [\d.]+ s\n)?$/);
  });

  test.each([
    ["scan f", 1],
    ["scan f --exit-zero", 0],
    ["scan empty", 0],
    ["scan f missing", 2],
  ])("does not change the exit code of %s, %i", (command, code) => {
    const cwd = tempFolder({ f: MANY, empty: "" });
    const script = `{ cfltguard ${command} --format json; echo $? > code; } 2>&1 | true; sleep 0.1; while ! test -s code; do sleep 0.05; done; cat code`;
    expect(runShell(script, { cwd }).stdout).toBe(`${code}\n`);
  });
});

describe("a report of several megabytes", () => {
  test("is complete behind a slow pipe", () => {
    const { stdout, stderr } = runShell("cfltguard scan f --format json | (sleep 0.5; cat)", {
      cwd: tempFolder({ f: MANY }),
    });
    expect(stdout.length).toBeGreaterThan(5_000_000);
    expect((JSON.parse(stdout) as Report).findings[0]?.occurrences).toHaveLength(14_000);
    expect(stderr).toMatch(/^scanned 1 file/);
  });

  test("is complete through a socket that does not block and is read slowly", async () => {
    const cwd = tempFolder({ f: MANY });
    const child = spawn(process.execPath, [LAUNCHER, "scan", "f", "--format", "json"], {
      cwd,
      env: plainEnvironment(),
    });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    let text = "";
    for await (const chunk of child.stdout) {
      text += String(chunk);
      if (text.length % 7 === 0) await sleep(1);
    }
    expect(await ended).toBe(1);
    expect((JSON.parse(text) as Report).findings[0]?.occurrences).toHaveLength(14_000);
  });

  test.skipIf(!isInstalled("python3"))("is complete through a pipe that was made non-blocking (needs python3)", () => {
    const cwd = tempFolder({ f: MANY });
    const writer = `{ python3 -c "import os; os.set_blocking(1, False)"; cfltguard scan f --format json; }`;
    const length = Buffer.byteLength(runCli(["scan", "f", "--format", "json"], { cwd }).stdout);
    expect(runShell(`${writer} | (sleep 0.5; wc -c)`, { cwd }).stdout.trim()).toBe(String(length));
  });
});

describe("standard input", () => {
  test("that comes slowly is waited for", () => {
    const half = SECRET.slice(0, 30);
    const script = `(printf 'a\\n%s' ${half}; sleep 0.4; printf %s ${SECRET.slice(30)}) | cfltguard scan -`;
    expect(runShell(script).stdout).toContain("<stdin>:2:1");
  });

  test.skipIf(!isInstalled("python3"))(
    "that does not block is waited for, by scan, check and lists (needs python3)",
    () => {
      const slow = (text: string): string =>
        `(python3 -c "import os; os.set_blocking(1, False)"; sleep 0.4; printf '${text}')`;
      const pipeInto = (text: string, command: string): string =>
        `${slow(text)} | { python3 -c "import os; os.set_blocking(0, False)"; cfltguard ${command}; }`;
      const cwd = tempFolder({ a: SECRET });
      expect(runShell(pipeInto(SECRET, "scan -")).stdout).toContain("<stdin>:1:1");
      expect(runShell(pipeInto(`${SECRET}\\n`, "check"))).toMatchObject({ code: 0, stderr: "" });
      expect(runShell(pipeInto("a\\0", "scan --files-from -"), { cwd }).stdout).toContain("a:1:1");
    },
  );

  test("that is a connection is read to its end", async () => {
    const folder = tempFolder();
    const server = createServer((socket) => socket.end(`\n\n${SECRET}`)).listen(join(folder, "s"));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const socket = connect(join(folder, "s"));
    await new Promise((resolve) => socket.once("connect", resolve));
    const child = spawn(process.execPath, [LAUNCHER, "scan", "-"], {
      stdio: [socket, "pipe", "pipe"],
      env: plainEnvironment(),
    });
    let text = "";
    for await (const chunk of child.stdout) text += String(chunk);
    expect(text).toContain("<stdin>:3:1");
    socket.destroy();
  });

  test("is scanned as it comes, in memory that does not grow", () => {
    const script = `head -c 300000000 /dev/zero | { cfltguard scan - && echo read; }`;
    const run = runShell(script, { env: plainEnvironment({ NODE_OPTIONS: "--max-old-space-size=32" }) });
    expect(run.stdout).toBe("read\n");
    expect(run.stderr).toContain("scanned 1 file, 300.0 MB");
  });
});

/** The summary is said also where the report could not be. */
const SAID_AFTER_SUMMARY = /^scanned 1 file, .*; 1 finding in .* s\ncfltguard: cannot write the report: ENOSPC\n$/;

test.skipIf(!existsSync("/dev/full"))("a report that standard output cannot hold is an error (Linux only)", () => {
  const run = runShell("cfltguard scan f > /dev/full", { cwd: tempFolder({ f: SECRET }) });
  expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(SAID_AFTER_SUMMARY) });
  expect(runShell("cfltguard scan f 2> /dev/full", { cwd: tempFolder({ f: SECRET }) }).code).toBe(1);
});

test("two runs print the same bytes, whatever the format and the number of threads", () => {
  const files: Record<string, Files[string]> = {};
  for (let i = 0; i < 1_600; i++) {
    const lines =
      i % 13 === 0 ? `id=${makeKeyId(random)}\nsecret=${makeSecret(random)}\n${i % 26 === 0 ? SECRET : ""}` : "x\n";
    files[`d${i % 7}/${i}`] = lines;
  }
  const cwd = tempFolder(files);
  for (let i = 0; i < 7; i++) symlinkSync("0", join(cwd, `d${i}`, "link"));
  for (const format of ["text", "json", "sarif"]) {
    const outputs = ["1", "1", "2", "8"].map((jobs) =>
      runCli(["scan", ".", "--format", format, "--jobs", jobs], { cwd }),
    );
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(outputs[0]?.stdout.length).toBeGreaterThan(10_000);
    for (const { stderr } of outputs) {
      expect(stderr).toMatch(/^scanned 1,600 files, [\d.]+ kB; skipped 7 \(symlink 7\); 125 findings in [\d.]+ s\n$/);
    }
  }
});
