import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import {
  existsSync,
  chmodSync,
  lstatSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { plainEnvironment, runCli, LAUNCHER } from "../support/cli.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";
import { isInstalled, runShell } from "./shell.ts";

const SECRET = makeSecret(seeded(1));

function kindOf(text: string): "json" | "sarif" | "text" | "nothing" {
  if (text === "") return "nothing";
  if (!text.startsWith("{")) return "text";
  return "runs" in (JSON.parse(text) as object) ? "sarif" : "json";
}

/** What kind of report is in a file below `cwd`. */
function kindIn(cwd: string, file: string): string {
  return kindOf(readFileSync(join(cwd, file), "utf8"));
}

describe("which reports are written, and where", () => {
  test.each<[string, string, Record<string, string>]>([
    ["", "text", {}],
    ["--format json", "json", {}],
    ["--format sarif --output a", "nothing", { a: "sarif" }],
    ["--output a", "nothing", { a: "text" }],
    ["--output -", "text", {}],
    ["--output /dev/stdout --format json", "json", {}],
    ["--report json=a --report sarif=b", "text", { a: "json", b: "sarif" }],
    ["--report json=a --report sarif=b --format text", "text", { a: "json", b: "sarif" }],
    ["--report json=-", "json", {}],
    ["--report json=/dev/stdout", "json", {}],
    ["--report json=- --report sarif=b", "json", { b: "sarif" }],
    ["--report json=- --format text --output a", "json", { a: "text" }],
    ["--report json=- --output a", "json", { a: "text" }],
    ["--report json=a=b", "text", { "a=b": "json" }],
  ])("scan %s", (options, stdout, files) => {
    const cwd = tempFolder();
    const folder = tempFolder({ "a.env": SECRET });
    const run = runCli(["scan", folder, ...options.split(" ").filter(Boolean)], { cwd });
    expect(run.code).toBe(1);
    expect(kindOf(run.stdout)).toBe(stdout);
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort());
    for (const [file, kind] of Object.entries(files)) expect(kindIn(cwd, file)).toBe(kind);
    expect(run.stderr).toMatch(/^scanned 1 file, 64 bytes; 1 finding in [\d.]+ s\n$/);
  });

  test("a clean scan writes reports as well: JSON, and SARIF with empty results", () => {
    const cwd = tempFolder();
    const run = runCli(["scan", tempFolder(), "--report", "json=a", "--report", "sarif=b"], { cwd });
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(JSON.parse(readFileSync(join(cwd, "a"), "utf8"))).toMatchObject({
      findings: [],
      summary: { complete: true },
    });
    expect(JSON.parse(readFileSync(join(cwd, "b"), "utf8"))).toMatchObject({ runs: [{ results: [] }] });
  });
});

describe("a report's file", () => {
  test("is replaced whole and keeps its mode; a new one has the mode of any new file", () => {
    const cwd = tempFolder({ old: "x".repeat(10_000), plain: "" });
    chmodSync(join(cwd, "old"), 0o664);
    const { ino } = statSync(join(cwd, "old"));
    runCli(["scan", tempFolder(), "--format", "json", "--output", "old", "--report", "sarif=new"], { cwd });
    expect(kindIn(cwd, "old")).toBe("json");
    expect(statSync(join(cwd, "old")).mode & 0o777).toBe(0o664);
    expect(statSync(join(cwd, "old")).ino).not.toBe(ino);
    expect(statSync(join(cwd, "new")).mode).toBe(statSync(join(cwd, "plain")).mode);
    expect(readdirSync(cwd)).toHaveLength(3);
  });

  test("that is a link stays one: its target is written, also where that is missing or the link is relative", () => {
    const cwd = tempFolder({ "d/target": "before", "d/e/x": "" });
    symlinkSync("d/target", join(cwd, "link"));
    symlinkSync("../new", join(cwd, "d/e/dangling"));
    runCli(["scan", tempFolder(), "--format", "json", "--output", "link", "--report", "sarif=d/e/dangling"], { cwd });
    expect(readlinkSync(join(cwd, "link"))).toBe("d/target");
    expect(kindIn(cwd, "d/target")).toBe("json");
    expect(lstatSync(join(cwd, "d/e/dangling")).isSymbolicLink()).toBe(true);
    expect(kindIn(cwd, "d/new")).toBe("sarif");
    expect(readdirSync(join(cwd, "d")).sort()).toEqual(["e", "new", "target"]);
  });

  test("that is a FIFO or a device is written directly and stays", async () => {
    const cwd = tempFolder();
    execFileSync("mkfifo", [join(cwd, "fifo")]);
    const reader = spawn("cat", [join(cwd, "fifo")]);
    onTestFinished(() => void reader.kill());
    let text = "";
    reader.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    const closed = new Promise((resolve) => reader.once("close", resolve));
    const run = runCli(["scan", tempFolder(), "--format", "json", "--output", "fifo", "--report", "text=/dev/null"], {
      cwd,
    });
    await closed;
    expect(run.code).toBe(0);
    expect(kindOf(text)).toBe("json");
    expect(lstatSync(join(cwd, "fifo")).isFIFO()).toBe(true);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("behind /dev/stdout is added to, not cut off or replaced", () => {
    const cwd = tempFolder({ log: "before\n" });
    const { ino } = statSync(join(cwd, "log"));
    const run = runShell("cfltguard scan /dev/null --format json --output /dev/stdout >> log; echo after >> log", {
      cwd,
    });
    const text = readFileSync(join(cwd, "log"), "utf8");
    expect(run.code).toBe(0);
    expect(text).toMatch(/^before\n\{[^]*\}\nafter\n$/);
    expect(statSync(join(cwd, "log")).ino).toBe(ino);
    expect(runShell("cfltguard scan /dev/null --format json --output /dev/fd/3 3> three", { cwd }).code).toBe(0);
    expect(kindIn(cwd, "three")).toBe("json");
  });

  test("is not left half-written where the disk is full: nothing of it stays", (context) => {
    if (process.platform !== "linux") return context.skip("limits file sizes with ulimit -f, in units that differ");
    const cwd = tempFolder({ "r.json": "before" });
    const folder = tempFolder({ "a.env": `${SECRET}\n`.repeat(2_000) });
    const run = runShell(`trap "" XFSZ; ulimit -f 8; cfltguard scan ${folder} --format json --output r.json`, { cwd });
    expect(run).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^scanned .*; 1 finding in .*\ncfltguard: cannot write "r.json": EFBIG\n$/),
    });
    expect(readdirSync(cwd)).toEqual(["r.json"]);
    expect(readFileSync(join(cwd, "r.json"), "utf8")).toBe("before");
    return undefined;
  });

  test("is written by several at a time without mixing", async () => {
    const cwd = tempFolder();
    const folder = tempFolder({ "a.env": `${SECRET}\n`.repeat(500) });
    const args = [LAUNCHER, "scan", folder, "--format", "json", "--output", "r.json"];
    const runs = Array.from({ length: 4 }, () =>
      spawn(process.execPath, args, { cwd, stdio: "ignore", env: plainEnvironment() }),
    );
    await Promise.all(runs.map((run) => new Promise((resolve) => run.once("close", resolve))));
    expect(kindIn(cwd, "r.json")).toBe("json");
    expect(readdirSync(cwd)).toEqual(["r.json"]);
  });
});

describe("a signal", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s in the middle of a scan ends it, and the report of before stays",
    async (name) => {
      const cwd = tempFolder({ "r.json": "before" });
      const child = spawn(process.execPath, [LAUNCHER, "scan", "-", "--output", "r.json"], {
        cwd,
        env: plainEnvironment(),
      });
      child.stdin.write(SECRET);
      setTimeout(() => child.kill(name), 600);
      // A shell makes 130 and 143 of it: 128 and the signal's number.
      expect(await endOf(child)).toEqual({ code: null, signal: name });
      expect(readdirSync(cwd)).toEqual(["r.json"]);
      expect(readFileSync(join(cwd, "r.json"), "utf8")).toBe("before");
    },
  );

  test.each([
    ["INT", 130],
    ["TERM", 143],
  ])("SIG%s is seen by a shell as %i", (name, code) => {
    // The command takes the place of a shell, and so its process id, which that shell's child kills.
    const replaced = `(sleep 0.8; kill -${name} $$) & exec "$0" "$1" scan -`;
    const script = `sleep 2 | sh -c '${replaced}' "${process.execPath}" "${LAUNCHER}"; echo $?; exit 0`;
    expect(runShell(script).stdout).toBe(`${code}\n`);
  });

  test.skipIf(!isInstalled("strace"))(
    "that comes while a report takes its place waits for it (needs strace)",
    async () => {
      const cwd = tempFolder({ "r.json": "before" });
      const slow = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e", "inject=rename:delay_enter=1500000"];
      const command = [process.execPath, LAUNCHER, "scan", tempFolder(), "--format", "json", "--output", "r.json"];
      const strace = spawn("strace", [...slow, "sh", "-c", `echo $$; exec "$@"`, "sh", ...command], {
        cwd,
        env: plainEnvironment(),
      });
      const pid = await new Promise<number>((resolve) =>
        strace.stdout.once("data", (line: Buffer) => resolve(Number(String(line)))),
      );
      for (let i = 0; i < 500 && readdirSync(cwd).length < 2; i++) await sleep(10);
      // The folder may hold the trial of the beginning; the report's own temporary name stays longer.
      for (let i = 0; i < 500 && !readdirSync(cwd).some((file) => isFilled(join(cwd, file))); i++) await sleep(10);
      process.kill(pid, "SIGTERM");
      const { code, signal } = await endOf(strace);
      expect(signal ?? code).toBe("SIGTERM");
      expect(readdirSync(cwd)).toEqual(["r.json"]);
      expect(kindIn(cwd, "r.json")).toBe("json");
    },
  );
});

function isFilled(file: string): boolean {
  return file.endsWith(".tmp") && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
}

test.skipIf(!existsSync("/dev/full"))(
  "a report that cannot be written does not take the others with it (Linux only)",
  () => {
    const cwd = tempFolder({ "a.env": SECRET });
    const run = runCli(["scan", ".", "--output", "/dev/full", "--report", "json=r.json"], { cwd });
    expect(run.code).toBe(2);
    expect(JSON.parse(readFileSync(join(cwd, "r.json"), "utf8"))).toMatchObject({
      findings: [{ confidence: "proven" }],
    });
  },
);
