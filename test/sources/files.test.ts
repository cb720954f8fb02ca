import { appendFileSync, existsSync, renameSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { toBytePath } from "../../src/model/byte-path.ts";
import { FileBlob, IncompleteRead, skipOf } from "../../src/sources/files.ts";
import { tempFolder } from "../support/temp.ts";

const target = new Uint8Array(100);

function fileOf(bytes: number): string {
  return join(tempFolder({ file: "x".repeat(bytes) }), "file");
}

function open(file: string, isNamed = false): FileBlob {
  const blob = new FileBlob(toBytePath(file), isNamed);
  onTestFinished(() => blob.close());
  return blob;
}

function readAll(blob: FileBlob, into = target): number {
  let offset = 0;
  const readOn = (): number => blob.read(into, 0, into.length, offset);
  for (let count = readOn(); count > 0; count = readOn()) offset += count;
  return offset;
}

describe.each([
  ["named", true],
  ["walked", false],
])("a %s file", (_kind, isNamed) => {
  test.each([0, 1, 99, 100, 101, 199, 200, 201, 1000])("of %i bytes is read whole, with reads of 100", (bytes) => {
    expect(readAll(open(fileOf(bytes), isNamed))).toBe(bytes);
  });

  test("that grows after a full read is read as it stood", () => {
    const file = fileOf(250);
    const blob = open(file, isNamed);
    expect(blob.read(target, 0, 100, 0)).toBe(100);
    appendFileSync(file, "y".repeat(500));
    expect(readAll(blob)).toBe(250);
  });

  test("that grows with every read has an end all the same", () => {
    const file = fileOf(10);
    const blob = open(file, isNamed);
    let offset = 0;
    // Without an end, each read would give the ten bytes that were added since the last one.
    for (let reads = 0; reads < 20; reads++) {
      offset += blob.read(target, 0, 100, offset);
      appendFileSync(file, "y".repeat(10));
    }
    expect(offset).toBeLessThanOrEqual(20);
  });

  test("that shrinks after a full read is no complete read", () => {
    const file = fileOf(1000);
    const blob = open(file, isNamed);
    blob.read(target, 0, 100, 0);
    truncateSync(file, 150);
    expect(blob.read(target, 0, 100, 100)).toBe(50);
    expect(() => blob.read(target, 0, 100, 150)).toThrow("shrank from 1000 to 150 bytes while being read");
  });

  test("whose name is taken by another while it is read is read on", () => {
    const file = fileOf(250);
    const blob = open(file, isNamed);
    blob.read(target, 0, 100, 0);
    writeFileSync(`${file}.new`, "short");
    renameSync(`${file}.new`, file);
    expect(readAll(blob)).toBe(250);
  });
});

test("a file that was longer when it was seen first is no complete read", () => {
  const blob = open(fileOf(150));
  blob.expectSize(400);
  blob.read(target, 0, 100, 0);
  blob.read(target, 0, 100, 100);
  expect(() => blob.read(target, 0, 100, 150)).toThrow(IncompleteRead);
});

test("a file that was shorter when it was seen first is read as it stood", () => {
  const blob = open(fileOf(150));
  blob.expectSize(120);
  expect(readAll(blob)).toBe(120);
});

describe.skipIf(!existsSync("/proc/self/pagemap"))("a file of the kernel (Linux only)", () => {
  test("that claims no bytes is read as long as it gives some", () => {
    const room = new Uint8Array(64 * 1024);
    expect(readAll(open("/proc/self/status"), room)).toBeGreaterThan(500);
    expect(readAll(open("/proc/self/status", true))).toBeGreaterThan(500);
  });

  test("that fills whole reads and claims nothing is left, unless it was named", () => {
    expect(() => open("/proc/self/pagemap").read(target, 0, 80, 0)).toThrow(
      "holds more than the 0 bytes that it claims",
    );
    expect(open("/proc/self/pagemap", true).read(target, 0, 80, 0)).toBe(80);
  });

  test.skipIf(!existsSync("/sys/kernel/uevent_seqnum"))("that claims more than it has is read whole", () => {
    const blob = open("/sys/kernel/uevent_seqnum", true);
    expect(blob.endBytes).toBe(4096);
    expect(readAll(blob)).toBeLessThan(100);
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["ENOENT", "vanished", "vanished"],
    ["ENOTDIR", "vanished", "vanished"],
    ["ELOOP", "symlink", "unreadable"],
    ["ENXIO", "special-file", "unreadable"],
    ["EACCES", "unreadable", "unreadable"],
    ["EIO", "unreadable", "unreadable"],
    ["EISDIR", "unreadable", "unreadable"],
    ["ENAMETOOLONG", "unreadable", "unreadable"],
  ])("for %s is %s, and %s where it was named", (code, walked, named) => {
    const error = Object.assign(new Error(code), { code, syscall: "open" });
    expect(skipOf(toBytePath("a"), error)).toEqual({ path: "a", reason: walked, detail: code });
    expect(skipOf(toBytePath("a"), error, true).reason).toBe(named);
  });

  test("for a defect of ours does not pass for unreadable", () => {
    expect(() => skipOf(toBytePath("a"), new TypeError("oops"))).toThrow("oops");
  });

  test("because it became a link since it was listed is not followed, unless it was named", () => {
    const folder = tempFolder({ target: "content" });
    symlinkSync("target", join(folder, "link"));
    expect(() => open(join(folder, "link"))).toThrow("ELOOP");
    expect(readAll(open(join(folder, "link"), true))).toBe(7);
  });
});
