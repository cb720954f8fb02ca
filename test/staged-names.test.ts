import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { StagedEntry } from "../src/git/index-changes.ts";
import { asBytePath, toBytePath } from "../src/model/byte-path.ts";
import { chooseNamed } from "../src/staged-names.ts";
import { tempFolder } from "./support/temp.ts";

const ROOT = "/r/repo";

test.each([
  ["a name", "/r/repo", "a", ["a"], []],
  ["a name from a sub-folder", "/r/repo/sub", "b", ["sub/b"], []],
  ["a way up", "/r/repo/sub", "../a", ["a"], []],
  ["a way out and in again", "/r/repo", "../repo/a", ["a"], []],
  ["an absolute path", "/elsewhere", "/r/repo/sub/b", ["sub/b"], []],
  ["dots and doubled slashes", "/r/repo", ".//sub/../a", ["a"], []],
  ["a folder", "/r/repo", "sub", ["sub/b", "sub/deep/c"], []],
  ["a folder with a slash", "/r/repo", "sub/deep/", ["sub/deep/c"], []],
  ["the root", "/r/repo/sub", "..", ["a", "sub/b", "sub/deep/c", "..a/d"], []],
  ["what a folder's name begins with", "/r/repo", "su", [], ["su"]],
  ["what is not staged", "/r/repo/sub", "new", [], ["sub/new"]],
  ["what looks like a pattern", "/r/repo", "*", [], ["*"]],
  ["a name that begins with two dots", "/r/repo", "..a", ["..a/d"], []],
])("%s", (_, folder, typed, entries, unstaged) => {
  expect(choose([typed], folder)).toEqual({ entries, unstaged });
});

test("a folder in whose place a file was staged as deleted is both", () => {
  expect(choose(["sub"], ROOT, ["sub", "sub/b"])).toEqual({ entries: ["sub", "sub/b"], unstaged: [] });
});

test("what is named twice, or in two ways, is read once and in the index's order", () => {
  expect(choose(["sub/b", "a", "./a", "sub", "x", "./x"], ROOT)).toEqual({
    entries: ["a", "sub/b", "sub/deep/c"],
    unstaged: ["x"],
  });
});

test.each(["..", "../x", "/etc/hosts", "/r/repository/a", "/"])("%s is outside, which is wrong usage", (typed) => {
  expect(() => choose([typed], ROOT)).toThrow(`"${typed}" is outside the repository`);
});

test("an empty name is wrong usage", () => {
  expect(() => choose([""], ROOT)).toThrow("cannot scan an empty path");
});

test("an absolute path through a link leads to the same entry, also where the file is gone", () => {
  const root = join(tempFolder(), "repo");
  mkdirSync(join(root, "sub"), { recursive: true });
  const link = join(tempFolder(), "link");
  symlinkSync(root, link);
  const typed = [toBytePath(join(link, "sub/b")), toBytePath(join(link, "gone/c"))];
  const named = chooseNamed(typed, toEntries(["sub/b", "gone/c"]), toBytePath(root), toBytePath("/"));
  expect(named.entries.map(({ path }) => path)).toEqual(["sub/b", "gone/c"]);
});

test("a link that is named is itself and not what it leads to", () => {
  const root = tempFolder({ target: "1" });
  const outside = tempFolder();
  symlinkSync(join(root, "target"), join(outside, "link"));
  symlinkSync(join(outside, "x"), join(root, "own"));
  expect(() => chooseNamed([toBytePath(join(outside, "link"))], [], toBytePath(root), toBytePath("/"))).toThrow(
    "outside",
  );
  expect(chooseNamed([toBytePath(join(root, "own"))], [], toBytePath(root), toBytePath("/")).unstaged).toEqual(["own"]);
});

test("bytes that are not UTF-8 stay", () => {
  const named = chooseNamed(
    [asBytePath("caf\xe9")],
    toEntries(["caf\xe9/x"]),
    asBytePath("/r\xff"),
    asBytePath("/r\xff"),
  );
  expect(named.entries.map(({ path }) => path)).toEqual(["caf\xe9/x"]);
});

function choose(typed: readonly string[], folder: string, staged = ["a", "sub/b", "sub/deep/c", "..a/d"]) {
  const { entries, unstaged } = chooseNamed(
    typed.map(toBytePath),
    toEntries(staged),
    toBytePath(ROOT),
    toBytePath(folder),
  );
  return { entries: entries.map(({ path }) => path), unstaged };
}

function toEntries(paths: readonly string[]): StagedEntry[] {
  return paths.map((path) => ({ path: asBytePath(path), kind: "file", oid: "0" }));
}
