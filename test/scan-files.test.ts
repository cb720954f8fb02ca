import { appendFileSync, truncateSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBytePath, type BytePath } from "../src/model/byte-path.ts";
import {
  addAll,
  createFilesReport,
  scanFiles,
  scanSegment,
  segmentsOf,
  type FilesReport,
  type LargeFile,
} from "../src/scan-files.ts";
import { makeSecret, seeded } from "./support/secrets.ts";
import { tempFolder } from "./support/temp.ts";

const SECRET = makeSecret(seeded(1));

function scanOne(path: BytePath, largeFileBytes = Infinity): FilesReport {
  const report = createFilesReport();
  scanFiles({ paths: [path], followsLinks: false }, { wantsLineHash: false, largeFileBytes }, report);
  return report;
}

function fileOf(content: string): string {
  return join(tempFolder({ file: content }), "file");
}

function largeFile(file: string, sizeBytes: number): LargeFile {
  return { path: toBytePath(file), followsLink: false, sizeBytes };
}

describe("a file", () => {
  test("that cannot be opened is skipped, and the next one is read", () => {
    const folder = tempFolder({ a: SECRET });
    const report = createFilesReport();
    const paths = ["gone", "a"].map((name) => toBytePath(join(folder, name)));
    scanFiles({ paths, followsLinks: false }, { wantsLineHash: false, largeFileBytes: Infinity }, report);
    expect(report).toMatchObject({ files: 1, bytes: 64, skips: [{ reason: "vanished", detail: "ENOENT" }] });
    expect(report.sightings).toHaveLength(1);
  });

  test("that is a folder by now is unreadable", () => {
    expect(scanOne(toBytePath(tempFolder())).skips).toMatchObject([{ reason: "unreadable", detail: "EISDIR" }]);
  });

  test("is put aside as large only above one read and the bound", () => {
    const size = 600 * 1024;
    const file = toBytePath(fileOf("x".repeat(size)));
    expect(scanOne(file, size).large).toEqual([{ path: file, followsLink: false, sizeBytes: size }]);
    expect(scanOne(file, size + 1)).toMatchObject({ large: [], files: 1, bytes: size });
  });
});

describe("a segment", () => {
  test("is searched for what is asked for", () => {
    const large = largeFile(fileOf(`cflt${"x".repeat(60)}\n`), 65);
    const segment = { file: large, index: 0, start: 0, end: 65 };
    expect(scanSegment(segment).sightings).toEqual([]);
    expect(scanSegment(segment, { minConfidence: "possible" }).sightings).toMatchObject([{ kind: "damaged" }]);
  });

  test("is read as the file stood, though it has grown", () => {
    const file = fileOf(`${SECRET}\n`.repeat(10));
    const large = largeFile(file, 650);
    appendFileSync(file, `${SECRET}\n`.repeat(10));
    const reports = [...segmentsOf(large, 1, { most: 400, least: 400 })].map((segment) => scanSegment(segment));
    expect(reports.map(({ bytes, skip, sightings }) => [bytes, skip, sightings.length])).toEqual([
      [400, null, 7],
      [250, null, 3],
    ]);
  });

  test("of a file that has shrunk keeps what is there and says that the rest is not", () => {
    const file = fileOf(`${SECRET}\n`.repeat(10));
    const large = largeFile(file, 650);
    truncateSync(file, 200);
    const [first, second] = [...segmentsOf(large, 1, { most: 400, least: 400 })].map((segment) => scanSegment(segment));
    const skip = { path: file, reason: "vanished", detail: "shrank from 650 to 200 bytes while being read" };
    expect(first).toMatchObject({ bytes: 200, skip });
    expect(first?.sightings).toHaveLength(3);
    expect(second).toMatchObject({ bytes: 0, skip, sightings: [] });
  });

  test("of a file that is gone is skipped", () => {
    const file = fileOf("x".repeat(100));
    unlinkSync(file);
    expect(scanSegment({ file: largeFile(file, 100), index: 0, start: 0, end: 100 }).skip?.reason).toBe("vanished");
  });
});

test.each([
  [0, []],
  [1, [[0, 1]]],
  [10, [[0, 10]]],
  [
    11,
    [
      [0, 10],
      [10, 11],
    ],
  ],
])("a file of %i bytes is cut by tens into %j", (sizeBytes, spans) => {
  const segments = [...segmentsOf(largeFile("f", sizeBytes), 1, { most: 10, least: 10 })];
  expect(segments.map(({ start, end }) => [start, end])).toEqual(spans);
  expect(segments.map(({ index }) => index)).toEqual(spans.map((_, i) => i));
});

test("a file is cut into ever shorter segments, the shortest allowed at its end, that leave nothing out", () => {
  const sizes = fc.record({ sizeBytes: fc.nat(100_000), threads: fc.integer({ min: 1, max: 8 }) });
  fc.assert(
    fc.property(sizes, ({ sizeBytes, threads }) => {
      const segments = [...segmentsOf(largeFile("f", sizeBytes), threads, { most: 1000, least: 10 })];
      const lengths = segments.map(({ start, end }) => end - start);
      expect(segments.map(({ start }) => start)).toEqual([0, ...segments.map(({ end }) => end)].slice(0, -1));
      expect(segments.at(-1)?.end ?? 0).toBe(sizeBytes);
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(1000);
      expect(lengths.slice(0, -1).every((length) => length >= 10)).toBe(true);
      expect(lengths.at(-1) ?? 0).toBeLessThanOrEqual(10);
    }),
  );
});

test("a list takes on more items than a call takes arguments", () => {
  const list: number[] = [1];
  addAll(
    list,
    Array.from({ length: 300_000 }, () => 2),
  );
  expect(list).toHaveLength(300_001);
});
