import { execFileSync, spawn } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, symlinkSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { ARENA_BYTES } from "../src/kernel/kernel.ts";
import { toBytePath } from "../src/model/byte-path.ts";
import { UsageError } from "../src/model/errors.ts";
import type { ScanResult } from "../src/model/scan-result.ts";
import { segmentsOf } from "../src/scan-files.ts";
import { scan, type ScanInput } from "../src/scan.ts";
import { makeSecret, seeded } from "./support/secrets.ts";
import { tempFolder } from "./support/temp.ts";

const BUILT_WORKER = fileURLToPath(new URL("../dist/worker.cjs", import.meta.url));
const MIB = 1024 * 1024;
const random = seeded(7);
const SECRET = makeSecret(random);

function named(path: string): ScanInput {
  return { kind: "named", path: toBytePath(path) };
}

function listed(path: string): ScanInput {
  return { kind: "listed", path: toBytePath(path) };
}

function scanAll(inputs: readonly ScanInput[], jobs = 1, wantsLineHash = true): Promise<ScanResult> {
  return scan({ inputs, wantsLineHash, jobs, workerScript: BUILT_WORKER });
}

/** `path:line:column` of every occurrence, without the folder. */
function placesOf(result: ScanResult, folder: string): string[] {
  return result.findings.flatMap(({ occurrences }) =>
    occurrences.map(({ origin, line, column }) => `${origin.path?.replace(`${folder}/`, "")}:${line}:${column}`),
  );
}

function skipsOf(result: ScanResult, folder: string): string[] {
  return result.skips.map(({ path, reason }) => `${path.replace(`${folder}/`, "")}: ${reason}`);
}

describe("an input", () => {
  test("that was named and does not exist stops the scan before anything is read", async () => {
    await expect(scanAll([named(tempFolder()), named("/no/such")])).rejects.toThrow(UsageError);
    await expect(scanAll([named("/no/such")])).rejects.toThrow(`cannot scan "/no/such": no such file or folder`);
  });

  test("that was listed and does not exist is vanished", async () => {
    const folder = tempFolder({ a: SECRET });
    const result = await scanAll([
      listed(join(folder, "gone")),
      listed(join(folder, "a")),
      listed(join(folder, "a/b")),
    ]);
    expect(skipsOf(result, folder)).toEqual(["a/b: vanished", "gone: vanished"]);
    expect(placesOf(result, folder)).toEqual(["a:1:1"]);
  });

  test("that was named is read through a link, to a file and to a folder; below it no link is followed", async () => {
    const folder = tempFolder({ "real/a": SECRET });
    symlinkSync("a", join(folder, "real", "inner"));
    symlinkSync("real", join(folder, "to-folder"));
    symlinkSync("real/a", join(folder, "to-file"));
    const result = await scanAll([named(join(folder, "to-folder")), named(join(folder, "to-file"))]);
    expect(placesOf(result, folder)).toEqual(["to-file:1:1", "to-folder/a:1:1"]);
    expect(skipsOf(result, folder)).toEqual(["to-folder/inner: symlink"]);
  });

  test("that was listed is not read through a link, whatever stands behind its name", async () => {
    const folder = tempFolder({ "real/a": SECRET });
    symlinkSync("real", join(folder, "to-folder"));
    symlinkSync("nowhere", join(folder, "dangling"));
    execFileSync("mkfifo", [join(folder, "fifo")]);
    const result = await scanAll(["to-folder//", "dangling", "fifo"].map((name) => listed(join(folder, name))));
    expect(skipsOf(result, folder)).toEqual(["dangling: symlink", "fifo: special-file", "to-folder: symlink"]);
    expect(result.findings).toEqual([]);
  });

  test("that is a FIFO is read to its writer's end where it was named", async () => {
    const folder = tempFolder();
    const fifo = join(folder, "fifo");
    execFileSync("mkfifo", [fifo]);
    const writer = spawn("sh", ["-c", `printf 'x\\n%s' ${SECRET} > "$0"`, fifo]);
    onTestFinished(() => void writer.kill());
    const result = await scanAll([named(fifo)]);
    expect(placesOf(result, folder)).toEqual(["fifo:2:1"]);
    expect(result.totals).toEqual({ files: 1, objects: 0, bytes: 66 });
  });

  test("that is a socket cannot be read, and where it was named that is a failure", async () => {
    const folder = tempFolder();
    const { createServer } = await import("node:net");
    const server = createServer().listen(join(folder, "socket"));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    expect((await scanAll([named(join(folder, "socket"))])).skips).toMatchObject([
      { reason: "unreadable", detail: "ENXIO" },
    ]);
  });
});

describe("what is named more than once", () => {
  test.each<[string, (folder: string) => string[], number]>([
    ["the same path", (f) => [`${f}/s/a`, `${f}/s/a`], 1],
    ["the same path in other words", (f) => [`${f}/s/a`, `${f}//s/./a`, `${f}/./s//a`], 1],
    ["a file and its folder", (f) => [`${f}/s/a`, f], 2],
    ["a folder and its file", (f) => [f, `${f}/s/a`], 2],
    ["a folder and one inside", (f) => [f, `${f}/s`, `${f}/s/`], 2],
    ["a folder twice", (f) => [f, `${f}/`], 2],
    ["every folder and file, as find lists them", (f) => [f, `${f}/s`, `${f}/s/a`, `${f}/b`], 2],
  ])("is read once: %s", async (_what, inputs, files) => {
    const folder = tempFolder({ "s/a": SECRET, b: SECRET });
    const paths = inputs(folder);
    for (const kind of [named, listed]) {
      const result = await scanAll(paths.map(kind));
      expect(result.totals).toEqual({ files, objects: 0, bytes: files * 64 });
      expect(result.findings.flatMap(({ occurrences }) => occurrences)).toHaveLength(files);
    }
  });

  test("counts as named, also where it is listed or walked", async () => {
    const folder = tempFolder({ a: SECRET });
    symlinkSync("a", join(folder, "link"));
    const link = join(folder, "link");
    for (const inputs of [
      [named(link), listed(link)],
      [listed(link), named(link)],
      [named(folder), named(link)],
    ]) {
      const result = await scanAll(inputs);
      expect(placesOf(result, folder)).toContain("link:1:1");
      expect(result.skips).toEqual([]);
    }
  });

  test("is not taken for the same behind `..`, which a link can lead elsewhere", async () => {
    const folder = tempFolder({ "x/y/z": "", "x/a": SECRET, a: SECRET });
    symlinkSync("x/y", join(folder, "link"));
    const result = await scanAll([named(`${folder}/a`), named(`${folder}/link/../a`)]);
    expect(placesOf(result, folder)).toEqual(["a:1:1", "link/../a:1:1"]);
  });
});

describe("a file's size", () => {
  test.each([-65, -64, -63, -1, 0, 1, 63, 64, 65])(
    "of the arena's, %i bytes more, loses no secret at its end",
    async (more) => {
      const size = ARENA_BYTES + more;
      const folder = tempFolder({ big: `${"x".repeat(size - 65)}\n${SECRET}` });
      const result = await scanAll([named(folder)]);
      expect(placesOf(result, folder)).toEqual(["big:2:1"]);
      expect(result.totals.bytes).toBe(size);
    },
  );

  test("of several arenas loses no secret anywhere near where reads meet", async () => {
    const folder = tempFolder();
    for (let shift = 0; shift < 130; shift += 13) {
      const lead = "x".repeat(ARENA_BYTES - 130 + shift);
      writeFileSync(join(folder, `${shift}`.padStart(3, "0")), `${lead} ${SECRET} ${lead} ${SECRET}`);
    }
    const result = await scanAll([named(folder)]);
    expect(placesOf(result, folder)).toHaveLength(20);
  });

  test("of nothing is a file that was read", async () => {
    expect((await scanAll([named(tempFolder({ a: "", b: "" }))])).totals).toEqual({ files: 2, objects: 0, bytes: 0 });
  });
});

describe("several threads", () => {
  test("find in thousands of small files what one finds", async () => {
    const folder = tempFolder();
    for (let d = 0; d < 20; d++) {
      mkdirSync(join(folder, `${d}`));
      for (let f = 0; f < 150; f++) {
        writeFileSync(
          join(folder, `${d}`, `${f}`),
          f % 29 === d ? `k=${makeSecret(random)}\n${SECRET}` : "nothing here\n",
        );
      }
      symlinkSync("0", join(folder, `${d}`, "link"));
    }
    const one = await scanAll([named(folder)]);
    expect(one.totals.files).toBe(3_000);
    expect(one.findings.length).toBeGreaterThan(100);
    for (const jobs of [2, 5]) expect(await scanAll([named(folder)], jobs)).toEqual(one);
    const all = one.findings.flatMap(({ occurrences }) => occurrences.map(({ origin }) => origin.path ?? ""));
    const list = [...new Set(all)].map((path): ScanInput => ({ kind: "listed", path: toBytePath(path) }));
    expect((await scanAll(list, 3)).findings).toEqual(one.findings);
  });

  test("find in parts of a large file what one finds in the whole: lines and columns too", async () => {
    const folder = tempFolder();
    const file = join(folder, "large");
    const planted = writeLargeFile(file);
    const one = await scanAll([named(folder)]);
    const offsets = one.findings.flatMap(({ occurrences }) => occurrences.map(({ offsetBytes }) => offsetBytes));
    expect(offsets.sort((a, b) => a - b)).toEqual(planted);
    const several = await scanAll([named(folder)], 3);
    expect(several).toEqual(one);
    expect(await scanAll([named(file)], 3)).toEqual(one);
    rmSync(file);
  }, 120_000);

  test("skip a lost worker's files by name, and end", async () => {
    const folder = tempFolder();
    for (let f = 0; f < 3_000; f++) writeFileSync(join(folder, `${f}`), "");
    const script = join(tempFolder({ "dies.cjs": "process.exit(9)" }), "dies.cjs");
    const result = await scan({ inputs: [named(folder)], wantsLineHash: false, jobs: 2, workerScript: script });
    const lost = result.skips.filter(({ reason }) => reason === "worker-lost");
    expect(lost.length).toBeGreaterThan(0);
    expect(lost[0]?.detail).toBe("worker ended with 9");
    expect(result.totals.files + lost.length).toBe(3_000);
  });

  test("skip a large file once, however many of its parts were lost, and keep what was found in the others", async () => {
    const folder = tempFolder();
    const file = join(folder, "large");
    writeLargeFile(file);
    const script = join(tempFolder({ "dies.cjs": "process.exit(9)" }), "dies.cjs");
    const result = await scan({ inputs: [named(file)], wantsLineHash: true, jobs: 2, workerScript: script });
    expect(result.skips).toEqual([{ path: file, reason: "worker-lost", detail: "worker ended with 9" }]);
    expect(result.findings.length).toBeGreaterThan(10);
    expect(result.findings.every(({ occurrences }) => occurrences.every(({ lineHash }) => lineHash === null))).toBe(
      true,
    );
    expect(result.totals.files).toBe(0);
    rmSync(file);
  }, 120_000);
});

/**
 * A file of 132 MiB, text of two long lines and many short ones, with secrets at and around every
 * place where three threads cut it, and at both its ends. Returns where they begin.
 */
function writeLargeFile(file: string): number[] {
  const size = 132 * MIB;
  const fd = openSync(file, "w");
  const short = Buffer.from("caf\u00e9 = \u{1f600}\r\n".repeat(MIB / 13));
  for (let at = 0; at < size; at += short.length) {
    // 20 to 36 MiB and 60 to 70 MiB are one line each; its columns count across parts.
    const isLong = (at > 20 * MIB && at < 36 * MIB) || (at > 60 * MIB && at < 70 * MIB);
    writeSync(fd, isLong ? Buffer.alloc(short.length, "\u00e9x ") : short, 0, undefined, at);
  }
  ftruncateSync(fd, size);
  const offsets: number[] = [0, size - 64];
  const whole = { path: toBytePath(file), followsLink: true, sizeBytes: size };
  const segments = [...segmentsOf(whole, 3, { most: 16 * MIB, least: MIB })];
  for (const [i, { end: cut }] of segments.slice(0, -1).entries()) {
    const shifts = [
      [-129, -64, 1],
      [-63, 2],
      [-1, 64],
      [0, 65],
      [-32, 33],
      [-65, 0],
      [-128, -62, 128],
      [-40, 64],
    ];
    offsets.push(...(shifts[i % shifts.length] ?? []).map((shift) => cut + shift));
  }
  for (const offset of offsets) writeSync(fd, makeSecret(random), offset);
  closeSync(fd);
  return offsets.sort((a, b) => a - b);
}

test("memory holds parts of files, never a whole one: a sparse file of 600 MB", async () => {
  const folder = tempFolder();
  const fd = openSync(join(folder, "sparse"), "w");
  ftruncateSync(fd, 600_000_000);
  writeSync(fd, `\n${SECRET}`, 599_999_000);
  closeSync(fd);
  const before = process.memoryUsage().rss;
  const result = await scanAll([named(folder)], 2);
  expect(placesOf(result, folder)).toEqual(["sparse:2:1"]);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * MIB);
}, 60_000);
