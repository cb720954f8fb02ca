import { expect, test } from "vitest";
import type { SourceBlob } from "../../src/model/source-blob.ts";
import { PartialBlob } from "../../src/sources/partial-blob.ts";

test("a blob that breaks ends there, stays ended, and says why", () => {
  const broken = new Error("EIO");
  const reads: number[] = [];
  const whole: SourceBlob = {
    origin: { source: "file", path: null, blob: null },
    isSeekable: true,
    read: (_target, _start, maxBytes, offsetBytes) => {
      reads.push(offsetBytes);
      if (offsetBytes >= 8) throw broken;
      return maxBytes;
    },
  };
  const blob = new PartialBlob(whole);
  const target = new Uint8Array(8);
  expect(blob.read(target, 0, 8, 0)).toBe(8);
  expect(blob.failure).toBeNull();
  expect(blob.read(target, 0, 8, 8)).toBe(0);
  expect(blob.read(target, 0, 8, 0)).toBe(0);
  expect(blob.failure).toBe(broken);
  expect(reads).toEqual([0, 8]);
});
