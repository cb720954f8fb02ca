import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isTarHeader } from "../../src/containers/tar-header.ts";
import { makeTar, paxRecords, type TarEntry } from "../support/archives.ts";
import { collect, textOf } from "./collect.ts";

function read(entries: readonly TarEntry[]) {
  return collect("tar", makeTar(entries));
}

function namesOf(entries: readonly TarEntry[]): string[] {
  return read(entries).members.map(({ name }) => name);
}

test("links, folders and devices are passed over, and never followed", () => {
  const entries = [
    { name: "folder/", type: "5" },
    { name: "symbolic", type: "2", link: "/etc/passwd" },
    { name: "hard", type: "1", link: "../../etc/passwd" },
    { name: "device", type: "3" },
    { name: "file", content: "text" },
  ];
  expect(namesOf(entries)).toEqual(["file"]);
  expect(read(entries).problems).toEqual([]);
});

test("names are kept as they are, whatever they are", () => {
  const names = ["../../etc/passwd", "/absolute", "a\nb\u001b[31m", "\xff\xfe", "."];
  expect(namesOf(names.map((name) => ({ name, content: "text" })))).toEqual(names);
});

test("long names come from GNU's and pax's own entries, for the next file alone", () => {
  const long = "long/".repeat(60) + "name";
  expect(
    namesOf([
      { name: "././@LongLink", type: "L", content: `${long}\0` },
      { name: "cut", content: "text" },
      { name: "pax", type: "x", content: paxRecords({ mtime: "1.5", path: `${long}\u00e9` }) },
      { name: "cut", content: "text" },
      { name: "global", type: "g", content: paxRecords({ comment: "path=no" }) },
      { name: "own", content: "text" },
    ]),
  ).toEqual([long, Buffer.from(`${long}\u00e9`).toString("latin1"), "own"]);
});

test("a size in a pax entry counts, and a name with a NUL ends there", () => {
  const entries = [
    { name: "pax", type: "x", content: paxRecords({ size: "700", path: "a\0b" }) },
    { name: "file", content: "x".repeat(700), sizeBytes: 0 },
    { name: "next", content: "text" },
  ];
  const found = read(entries);
  expect(found.problems).toEqual([]);
  expect(found.members.map(({ name, content }) => [name, content.length])).toEqual([
    ["a", 700],
    ["next", 4],
  ]);
});

test("a sparse file gives the bytes that are there", () => {
  for (const name of ["gnu.tar", "pax.tar"]) {
    const file = fileURLToPath(new URL(`../../fixtures/containers/${name}`, import.meta.url));
    const found = collect("tar", readFileSync(file));
    expect(found.problems).toEqual([]);
    expect(textOf(found, "sparse.bin")).toContain("sasl.password=cflt");
    expect(textOf(found, "sparse.bin").length).toBeLessThan(20_000);
  }
});

test("behind a damaged header reading goes on at the next one, and says so once", () => {
  const bytes = makeTar([
    { name: "first", content: "text" },
    { name: "second", content: "x".repeat(3000) },
    { name: "third", content: "text" },
  ]);
  bytes[1024] = 0xff;
  const found = collect("tar", bytes);
  expect(found.members.map(({ name }) => name)).toEqual(["first", "third"]);
  expect(found.problems).toEqual([{ reason: "opaque", detail: "a header is damaged", member: null }]);
});

test("archives one after another are all read, and what is none behind them is let be", () => {
  const one = makeTar([{ name: "a", content: "text" }]);
  const two = makeTar([{ name: "b", content: "text" }]);
  const found = collect("tar", Buffer.concat([one, two, Buffer.alloc(2000, "no tar")]));
  expect(found.members.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(found.problems).toEqual([]);
});

test("a size that would take the rest of the world is an early end", () => {
  const bytes = makeTar([{ name: "file", content: "text", sizeBytes: 0o77777777777 }]);
  const found = collect("tar", bytes);
  expect(found.problems).toEqual([{ reason: "opaque", detail: "it ends early", member: null }]);
  expect(textOf(found, "file").startsWith("text")).toBe(true);
});

test("an extended header over 1 MiB is refused, not held", () => {
  const found = read([
    { name: "pax", type: "x", sizeBytes: 2 ** 31, content: "" },
    { name: "file", content: "text" },
  ]);
  expect(found.problems).toEqual([{ reason: "opaque", detail: "an extended header is too long", member: null }]);
  expect(textOf(found, "file")).toBe("text");
});

test("a header is known by its checksum alone", () => {
  const header = makeTar([{ name: "a" }]).subarray(0, 512);
  expect(isTarHeader(header)).toBe(true);
  for (const at of [0, 130, 257, 511]) {
    const damaged = Buffer.from(header);
    damaged[at] = (damaged[at] ?? 0) + 1;
    expect(isTarHeader(damaged)).toBe(false);
  }
  expect(isTarHeader(header.subarray(0, 511))).toBe(false);
});
