import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { asBytePath, toBytePath } from "../src/model/byte-path.ts";
import { isSecretObject } from "../src/model/secret.ts";
import type { FilesOptions } from "../src/scan-files.ts";
import { doTask, ThreadPool, type Task } from "../src/thread-pool.ts";
import { makeSecret, seeded } from "./support/secrets.ts";
import { tempFolder } from "./support/temp.ts";

const BUILT_WORKER = fileURLToPath(new URL("../dist/worker.cjs", import.meta.url));
const OPTIONS: FilesOptions = { wantsLineHash: true, largeFileBytes: Infinity };

function poolOf(script: string, count = 1): ThreadPool {
  const pool = new ThreadPool(script, count, OPTIONS);
  onTestFinished(() => pool.stop());
  return pool;
}

/** A worker's script that is just this code; `port` is what it hears tasks from. */
function scriptOf(code: string): string {
  const head = `const { parentPort: port, workerData } = require("node:worker_threads");\n`;
  return join(tempFolder({ "worker.cjs": head + code }), "worker.cjs");
}

function filesTask(...paths: string[]): Task {
  return { kind: "files", batch: { paths: paths.map(asBytePath), followsLinks: false } };
}

describe("a pool", () => {
  test("reports the same as this thread would, secrets, odd names and skips included", async () => {
    const secret = makeSecret(seeded(1));
    const folder = toBytePath(tempFolder({ a: `x\n ${secret}\n`, "b\u00e9\n": secret, c: "" }));
    const task = filesTask(...["a", "b\xc3\xa9\n", "c", "gone"].map((name) => `${folder}/${name}`));
    const pool = poolOf(BUILT_WORKER);
    expect(pool.offer(task)).toBe(true);
    const { reports, lost } = await pool.drain();
    const [{ report } = { report: null }] = reports;
    expect(lost).toEqual([]);
    expect(reports).toEqual([doTask(task, OPTIONS)]);
    expect(report?.sightings).toHaveLength(2);
    expect(report?.sightings.every((one) => isSecretObject(one.secret) && one.secret.reveal() === secret)).toBe(true);
  });

  test("takes a few tasks a worker and then no more until one is done", async () => {
    const pool = poolOf(BUILT_WORKER, 2);
    const taken = Array.from({ length: 10 }, () => pool.offer(filesTask())).filter(Boolean);
    expect(taken).toHaveLength(6);
    expect((await pool.drain()).reports).toHaveLength(6);
    expect(pool.offer(filesTask())).toBe(true);
    expect((await pool.drain()).reports).toHaveLength(1);
  });

  test("that was given nothing drains at once", async () => {
    expect(await poolOf(BUILT_WORKER, 2).drain()).toEqual({ reports: [], lost: [] });
  });
});

describe("a worker that is lost", () => {
  test.each([
    ["ends at once", "process.exit(3)", "worker ended with 3"],
    ["ends at the first task", `port.on("message", () => process.exit(4))`, "worker ended with 4"],
    ["throws at once", `throw new Error("no start")`, "no start"],
    ["throws at the first task", `port.on("message", () => { throw new Error("no task") })`, "no task"],
    ["rejects", `port.on("message", async () => { throw new Error("no promise") })`, "no promise"],
    ["stops listening", `port.on("message", () => port.close())`, "worker ended with 0"],
    [
      "runs out of memory",
      `port.on("message", () => { const all = []; for (;;) all.push(new Array(1e6).fill(1.5)); })`,
      "memory",
    ],
  ])("because it %s gives back what it had, and nothing hangs", async (_how, code, detail) => {
    const pool = poolOf(scriptOf(code));
    for (const path of ["a", "b", "c"]) pool.offer(filesTask(path));
    const { reports, lost } = await pool.drain();
    expect(reports).toEqual([]);
    expect(lost.flatMap(({ paths }) => paths)).toEqual(["a", "b", "c"]);
    expect(lost[0]?.detail).toContain(detail);
    expect(pool.offer(filesTask("d"))).toBe(false);
    expect(await pool.drain()).toEqual({ reports: [], lost: [] });
  });

  test("because there is no such script gives back what it had", async () => {
    const pool = poolOf(join(tempFolder(), "missing.cjs"));
    pool.offer(filesTask("a"));
    expect((await pool.drain()).lost).toHaveLength(1);
  });

  test("keeps what it had reported before, and the other workers go on", async () => {
    const dying = `
      let tasks = 0;
      port.on("message", () => {
        if (++tasks === 2) process.exit(5);
        port.postMessage({ kind: "files", report: { sightings: [], skips: [], large: [], files: 7, bytes: 0 } });
        Atomics.add(workerData.done, 0, 1);
      });`;
    const pool = poolOf(scriptOf(dying), 2);
    for (let i = 0; i < 6; i++) pool.offer(filesTask(`${i}`));
    const { reports, lost } = await pool.drain();
    expect(reports.map(({ report }) => "files" in report && report.files)).toEqual([7, 7]);
    expect(lost.flatMap(({ paths }) => paths)).toHaveLength(4);
  });

  test("with a part of a large file names the file", async () => {
    const pool = poolOf(scriptOf("process.exit(1)"));
    const file = { path: asBytePath("big"), followsLink: false, sizeBytes: 100 };
    pool.offer({ kind: "segment", segment: { file, index: 0, start: 0, end: 100 } });
    expect((await pool.drain()).lost).toEqual([{ paths: ["big"], detail: "worker ended with 1" }]);
  });
});
