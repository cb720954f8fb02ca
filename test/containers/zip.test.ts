import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Budget } from "../../src/containers/bounds.ts";
import { ByteStore } from "../../src/containers/byte-store.ts";
import { endsAsZip, mayBeContainer, mayEndAsZip, ZIP_END_BYTES } from "../../src/containers/sniff.ts";
import { readZipAnywhere } from "../../src/containers/zip.ts";
import { ZipStreamReader } from "../../src/containers/zip-stream.ts";
import type { ArchiveLimits } from "../../src/model/archive-limits.ts";
import { makeZip, zipEnd, zipMember, type ZipMember } from "../support/archives.ts";
import { collect, Collector, textOf, WIDE, type Collection } from "./collect.ts";

const MEMBERS: readonly ZipMember[] = [
  { name: "a/", content: "", isStored: true },
  { name: "a/stored.txt", content: "stored text", isStored: true },
  { name: "a/deflated.txt", content: "deflated text ".repeat(500) },
  { name: "empty", content: "" },
];
const ALL = ["a/stored.txt", "a/deflated.txt", "empty"];

/** Reads a zip that stands on disk. */
function readAnywhere(bytes: Uint8Array, limits: ArchiveLimits = WIDE): Collection {
  const store = new ByteStore();
  store.append(bytes);
  const collector = new Collector();
  const budget = new Budget(limits);
  budget.inputBytes = bytes.length;
  readZipAnywhere(store, collector, budget);
  return collector;
}

/** Reads a zip by its members' headers alone, as one that is too large for its buffer. */
function readStream(bytes: Uint8Array, pieceBytes = bytes.length): Collection {
  const collector = new Collector();
  const budget = new Budget(WIDE);
  budget.inputBytes = bytes.length;
  const reader = new ZipStreamReader(collector, budget);
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  reader.end();
  return collector;
}

function namesOf({ members }: Collection): string[] {
  return members.map(({ name }) => name);
}

describe.each([
  ["its directory", readAnywhere],
  ["its members' headers", readStream],
  ["its members' headers, a byte at a time", (bytes: Uint8Array) => readStream(bytes, 1)],
])("a zip read by %s", (_, read) => {
  test.each([false, true])("gives every member but folders (sizes behind the data: %s)", (hasDescriptor) => {
    const members = MEMBERS.map((member) => (member.isStored ? member : { ...member, hasDescriptor }));
    const found = read(makeZip(members));
    expect(found.problems).toEqual([]);
    expect(namesOf(found)).toEqual(ALL);
    expect(textOf(found, "a/deflated.txt")).toBe("deflated text ".repeat(500));
    expect(textOf(found, "a/stored.txt")).toBe("stored text");
  });

  test("names what is encrypted, and what no method is known for, and reads the rest", () => {
    const found = read(
      makeZip([
        { name: "locked", content: "x", flags: 1 },
        { name: "odd", content: "x", isStored: true, method: 99 },
        { name: "open", content: "text" },
      ]),
    );
    expect(found.problems).toEqual([
      { reason: "opaque", detail: "encrypted", member: "locked" },
      { reason: "opaque", detail: "compression method 99 is not known", member: "odd" },
    ]);
    expect(namesOf(found)).toEqual(["open"]);
  });

  test("keeps names as they are, whatever they are", () => {
    const names = [
      "../../etc/passwd",
      "/absolute",
      "C:\\windows",
      "a\0b",
      "a\nb\u001b[31m",
      "caf\u00e9",
      "x".repeat(60_000),
    ];
    const found = read(makeZip(names.map((name) => ({ name, content: "text" }))));
    expect(found.problems).toEqual([]);
    expect(namesOf(found)).toEqual(names.map((name) => Buffer.from(name).toString("latin1")));
  });

  test("goes on behind a member that is damaged", () => {
    const first = zipMember({ name: "a", content: "deflated text ".repeat(50) }, 0).local.length;
    const bytes = makeZip([
      { name: "a", content: "deflated text ".repeat(50) },
      { name: "b", content: "text" },
    ]);
    bytes.fill(0xff, 40, first - 1);
    const found = read(bytes);
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]).toMatchObject({ reason: "opaque", member: "a" });
    expect(textOf(found, "b")).toBe("text");
  });
});

test("members made by bzip2 inside a zip are read, by lzma are named", () => {
  const file = fileURLToPath(new URL("../../fixtures/containers/methods.zip", import.meta.url));
  const found = readAnywhere(readFileSync(file));
  expect(textOf(found, "bzip2.properties")).toContain("sasl.password=cflt");
  expect(found.problems).toEqual([
    { reason: "opaque", detail: "compression method 14 is not known", member: "lzma.properties" },
  ]);
});

test("a program that extracts itself ends as a zip, and is read whatever stands in front", () => {
  const zip = makeZip(MEMBERS);
  const program = Buffer.concat([Buffer.from("MZ\x90\0 This program cannot be run"), Buffer.alloc(5_000, 7), zip]);
  for (const head of ["MZ\x90", "#!/bin/sh", "\x7fELF"].map((text) => Buffer.from(text, "latin1"))) {
    expect([mayBeContainer(head, head.length, "a"), mayEndAsZip(head)]).toEqual([true, true]);
  }
  expect(endsAsZip(program.subarray(-ZIP_END_BYTES))).toBe(true);
  expect(namesOf(readAnywhere(program))).toEqual(ALL);
  expect(namesOf(readAnywhere(Buffer.concat([zip, Buffer.from("a comment nobody announced")])))).toEqual(ALL);
});

test("a directory that ends in the middle is told, and what it lists is read", () => {
  const bytes = makeZip(MEMBERS);
  const end = bytes.length - 22;
  bytes.fill(0, end - 20, end);
  const found = readAnywhere(bytes);
  expect(found.problems.map(({ reason }) => reason)).toContain("opaque");
  expect(namesOf(found)).toContain("a/stored.txt");
});

test("a flipped bit in a member is told by its checksum", () => {
  const bytes = makeZip([{ name: "a", content: "stored text", isStored: true }]);
  bytes[33] = (bytes[33] ?? 0) ^ 1;
  const problems = [{ reason: "opaque", detail: "its checksum is wrong", member: "a" }];
  expect(readAnywhere(bytes).problems).toEqual(problems);
  expect(readStream(bytes).problems).toEqual(problems);
});

test("members that share their data are stopped at the size of the file", () => {
  const zeros = Buffer.alloc(5_000_000);
  const { local, central } = zipMember({ name: "a", content: zeros }, 0);
  const centrals = Array.from({ length: 2_000 }, () => central);
  const bomb = Buffer.concat([local, ...centrals, zipEnd(2_000, central.length * 2_000, local.length)]);
  const found = readAnywhere(bomb, { ...WIDE, ratio: 1_000_000 });
  expect(found.problems).toEqual([{ reason: "bound-exceeded", detail: "its members overlap", member: null }]);
  const total = found.members.reduce((sum, { content }) => sum + content.length, 0);
  expect(total).toBeLessThanOrEqual((bomb.length / local.length) * zeros.length);
});

test("one member that expands too much is left, the others are read", () => {
  const bomb = makeZip([
    { name: "zeros", content: Buffer.alloc(40 * 1024 * 1024) },
    {
      name: "random",
      content: Buffer.from(Array.from({ length: 90_000 }, (_, i) => (i * i * 31) >> 5)),
      isStored: true,
    },
    { name: "text", content: "text" },
  ]);
  const found = readAnywhere(bomb, { ...WIDE, ratio: 900 });
  expect(found.problems).toEqual([
    { reason: "bound-exceeded", detail: "it expands beyond --max-archive-ratio 900", member: "zeros" },
  ]);
  expect(textOf(found, "zeros").length).toBeLessThan(39 * 1024 * 1024);
  expect(textOf(found, "text")).toBe("text");
});

test("a piped zip over 64 MiB is read by its members' headers", () => {
  const part = Buffer.alloc(34 * 1024 * 1024, "0123456789abcdefghijklmnopqrstuvwxyz");
  const bytes = makeZip([
    { name: "first", content: part, isStored: true },
    { name: "second", content: part, isStored: true },
    { name: "third", content: "text" },
  ]);
  // Whoever read the directory would call it otherwise.
  bytes.write("THIRD", bytes.lastIndexOf("third"));
  const found = collect("zip", bytes, [1024 * 1024]);
  expect(found.problems).toEqual([]);
  expect(found.members.map(({ name, content }) => [name, content.length])).toEqual([
    ["first", part.length],
    ["second", part.length],
    ["third", 4],
  ]);
});

test("what is buffered together is bounded, and given back", () => {
  const budget = new Budget(WIDE);
  expect(budget.takeBuffer(60 * 1024 * 1024)).toBe(true);
  expect(budget.takeBuffer(5 * 1024 * 1024)).toBe(false);
  budget.giveBackBuffer(60 * 1024 * 1024);
  expect(budget.takeBuffer(64 * 1024 * 1024)).toBe(true);
});
