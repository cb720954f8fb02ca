import { spawnSync } from "node:child_process";
import { rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readStagedEntries } from "../../src/git/index-changes.ts";
import { commitAll, git, gitEnvironment, tempRepository } from "../support/git.ts";
import { writeFiles } from "../support/temp.ts";

const FORMATS = ["sha1", "sha256"] as const;

describe.each(FORMATS)("in a %s repository", (format) => {
  const repository = (files = {}): string => tempRepository(files, `--object-format=${format}`);

  test("before the first commit all of the index is staged", async () => {
    const folder = repository({ "a.txt": "a", "b/c.txt": "c" });
    git(folder, "add", "a.txt");
    expect(await read(folder)).toEqual([["a.txt", "file", git(folder, "hash-object", "a.txt")]]);
  });

  test("before the first commit an empty index has nothing", async () => {
    expect(await read(repository())).toEqual([]);
  });

  test("on an orphan branch all of the index is staged", async () => {
    const folder = repository({ a: "a" });
    commitAll(folder);
    git(folder, "checkout", "-q", "--orphan", "other");
    expect(paths(await read(folder))).toEqual(["a"]);
  });

  test("what equals HEAD is not staged, whatever the work tree holds", async () => {
    const folder = repository({ a: "1", b: "1" });
    commitAll(folder);
    writeFiles(folder, { a: "2", b: "2" });
    git(folder, "add", "b");
    expect(await read(folder)).toEqual([["b", "file", git(folder, "hash-object", "b")]]);
  });

  test("a deletion has no content, a rename is told by its new name, a change of mode alone counts", async () => {
    const folder = repository({ gone: "1", old: "the same content", mode: "3" });
    commitAll(folder);
    git(folder, "rm", "-q", "gone");
    git(folder, "mv", "old", "new");
    git(folder, "update-index", "--chmod=+x", "mode");
    const kinds = (await read(folder)).map(([path, kind]) => [path, kind]);
    expect(kinds).toEqual([
      ["gone", "deleted"],
      ["mode", "file"],
      ["new", "file"],
      ["old", "deleted"],
    ]);
  });

  test("a link that became a file is a file, and the reverse a link", async () => {
    const folder = repository({ file: "target" });
    symlinkSync("target", join(folder, "link"));
    commitAll(folder);
    unlinkSync(join(folder, "link"));
    unlinkSync(join(folder, "file"));
    writeFiles(folder, { link: "now a file" });
    symlinkSync("target", join(folder, "file"));
    git(folder, "add", "-A");
    expect((await read(folder)).map(([path, kind]) => [path, kind])).toEqual([
      ["file", "symlink"],
      ["link", "file"],
    ]);
  });

  test("what was added with --intent-to-add is not staged", async () => {
    const folder = repository({ promised: "x", staged: "y" });
    git(folder, "add", "--intent-to-add", "promised");
    git(folder, "add", "staged");
    expect(paths(await read(folder))).toEqual(["staged"]);
    git(folder, "commit", "-q", "-m", "1");
    expect(await read(folder)).toEqual([]);
  });

  test("all sides of an unmerged entry are taken, from a sub-folder and under literal pathspecs too", async () => {
    const folder = repository({ "sub/f": "base\n" });
    conflict(folder, "sub/f", "ours\n", "theirs\n");
    const sides = ["base\n", "ours\n", "theirs\n"].map((text) => hashOf(folder, text)).sort();
    for (const environment of [{}, { GIT_LITERAL_PATHSPECS: "1" }]) {
      for (const cwd of [folder, join(folder, "sub")]) {
        const entries = await read(cwd, environment);
        expect(paths(entries)).toEqual(["sub/f", "sub/f", "sub/f"]);
        expect(entries.map(([, , oid]) => oid).sort()).toEqual(sides);
      }
    }
  });
});

test("a submodule is told although .gitmodules asks to ignore it", async () => {
  const folder = tempRepository({ ".gitmodules": '[submodule "m"]\n\tpath = m\n\turl = ./m\n\tignore = all\n' });
  git(folder, "update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},m`);
  expect(await read(folder)).toEqual([["m", "submodule", "1".repeat(40)]]);
});

test("an entry that is marked assume-unchanged or skip-worktree is staged all the same", async () => {
  const folder = tempRepository({ a: "1", b: "1" });
  commitAll(folder);
  writeFiles(folder, { a: "2", b: "2" });
  git(folder, "add", "-A");
  git(folder, "update-index", "--assume-unchanged", "a");
  git(folder, "update-index", "--skip-worktree", "b");
  expect(paths(await read(folder))).toEqual(["a", "b"]);
});

// git has had sparse indexes that it can be asked about since 2.36.
test.runIf(isGitSince(2, 36))(
  "a change below a folder that a sparse index holds as one entry is listed by file",
  async () => {
    const folder = tempRepository({ "in/a": "1", "out/deep/b": "1" });
    commitAll(folder, "1");
    writeFiles(folder, { "out/deep/c": "2" });
    commitAll(folder, "2");
    git(folder, "sparse-checkout", "set", "--cone", "--sparse-index", "in");
    git(folder, "reset", "-q", "--soft", "HEAD~1");
    expect(git(folder, "ls-files", "--sparse")).toBe("in/a\nout/");
    expect(paths(await read(folder))).toEqual(["out/deep/c"]);
  },
);

test("GIT_INDEX_FILE names the index; a relative value counts from the root, also in a sub-folder", async () => {
  const folder = tempRepository({ "sub/a": "1" });
  commitAll(folder);
  writeFiles(folder, { "sub/b": "2" });
  const other = gitEnvironment({ GIT_INDEX_FILE: ".git/other" });
  spawnSync("git", ["read-tree", "HEAD"], { cwd: folder, env: other });
  spawnSync("git", ["add", "sub/b"], { cwd: folder, env: other });
  expect(await read(folder)).toEqual([]);
  for (const cwd of [folder, join(folder, "sub")]) {
    expect(paths(await read(cwd, { GIT_INDEX_FILE: ".git/other" }))).toEqual(["sub/b"]);
    expect(paths(await read(cwd, { GIT_INDEX_FILE: join(folder, ".git/other") }))).toEqual(["sub/b"]);
  }
});

test("settings that reshape a diff for people change nothing", async () => {
  const folder = tempRepository({ "sub/a": "same content\n", "sub/ü": "1\n" });
  commitAll(folder);
  git(folder, "mv", "sub/a", "sub/b");
  writeFiles(folder, { "sub/ü": "2\n", order: "sub/ü\nsub/b\n" });
  git(folder, "add", "sub");
  const before = await read(join(folder, "sub"));
  const settings = {
    "diff.noprefix": "true",
    "diff.mnemonicPrefix": "true",
    "diff.renames": "copies",
    "diff.relative": "true",
    "diff.orderFile": join(folder, "order"),
    "diff.submodule": "log",
    "diff.suppressBlankEmpty": "true",
    "color.ui": "always",
    "color.diff": "always",
    "core.abbrev": "5",
    "core.quotePath": "true",
    "log.showSignature": "true",
  };
  for (const [name, value] of Object.entries(settings)) git(folder, "config", name, value);
  expect(await read(join(folder, "sub"), { LANG: "it_IT.UTF-8", LANGUAGE: "it" })).toEqual(before);
  expect(paths(before)).toEqual(["sub/a", "sub/b", "sub/ü"]);
});

test.each([
  ["a ref that is garbage", (folder: string) => writeFileSync(join(folder, ".git/refs/heads/main"), "junk\n")],
  ["a ref file that is empty", (folder: string) => writeFileSync(join(folder, ".git/refs/heads/main"), "")],
  [
    "a ref to a commit that is gone",
    (folder: string) => writeFileSync(join(folder, ".git/refs/heads/main"), `${"1".repeat(40)}\n`),
  ],
  ["a ref of zeros", (folder: string) => writeFileSync(join(folder, ".git/refs/heads/main"), `${"0".repeat(40)}\n`)],
  ["a HEAD that is gone", (folder: string) => rmSync(join(folder, ".git/HEAD"))],
  ["a detached HEAD to nothing", (folder: string) => writeFileSync(join(folder, ".git/HEAD"), `${"1".repeat(40)}\n`)],
  ["an index that is not one", (folder: string) => writeFileSync(join(folder, ".git/index"), "x".repeat(100))],
  ["an index that was cut", (folder: string) => writeFileSync(join(folder, ".git/index"), "DIRC")],
  ["a configuration that cannot be read", (folder: string) => writeFileSync(join(folder, ".git/config"), "[core\n")],
])("%s is an error, and not taken for a repository without a commit", async (_, damage) => {
  const folder = tempRepository({ a: "1" });
  commitAll(folder);
  damage(folder);
  await expect(read(folder)).rejects.toMatchObject({
    code: "git-failed",
    message: expect.stringMatching(/^cannot read the index: [^\n]+$/),
  });
});

test("an index that cannot be read is an error before the first commit too", async () => {
  const folder = tempRepository();
  writeFileSync(join(folder, ".git/index"), "x".repeat(100));
  await expect(read(folder)).rejects.toMatchObject({ code: "git-failed" });
});

test("a bare repository has no index, which is an error and not a commit that deletes all", async () => {
  const folder = tempRepository({ a: "1" });
  commitAll(folder);
  git(folder, "clone", "-q", "--bare", folder, join(folder, "bare.git"));
  await expect(read(join(folder, "bare.git"))).rejects.toThrow(/a bare repository has none/);
  git(folder, "rm", "-q", "a");
  expect((await read(folder)).map(([path, kind]) => [path, kind])).toEqual([["a", "deleted"]]);
});

/** What `readStagedEntries` gives in a folder, as text and sorted by path. */
async function read(folder: string, extra: NodeJS.ProcessEnv = {}): Promise<[string, string, string][]> {
  const current = process.cwd();
  process.chdir(folder);
  try {
    const entries = await readStagedEntries(gitEnvironment(extra));
    const shown = entries.map(({ path, kind, oid }): [string, string, string] => [
      Buffer.from(path, "latin1").toString(),
      kind,
      oid,
    ]);
    return shown.sort(([a], [b]) => (a < b ? -1 : 1));
  } finally {
    process.chdir(current);
  }
}

function paths(entries: readonly (readonly [string, string, string])[]): string[] {
  return entries.map(([path]) => path);
}

/** Leaves `path` unmerged, with the committed content as its base. */
function conflict(folder: string, path: string, ours: string, theirs: string): void {
  commitAll(folder, "base");
  git(folder, "checkout", "-q", "-b", "theirs");
  writeFiles(folder, { [path]: theirs });
  commitAll(folder, "theirs");
  git(folder, "checkout", "-q", "main");
  writeFiles(folder, { [path]: ours });
  commitAll(folder, "ours");
  expect(() => git(folder, "merge", "-q", "theirs")).toThrow();
}

function hashOf(folder: string, text: string): string {
  return spawnSync("git", ["hash-object", "--stdin"], { cwd: folder, input: text, encoding: "utf8" }).stdout.trim();
}

function isGitSince(major: number, minor: number): boolean {
  const [, a = 0, b = 0] = (/(\d+)\.(\d+)/.exec(git(".", "version")) ?? []).map(Number);
  return a > major || (a === major && b >= minor);
}
