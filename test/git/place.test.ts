import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readWorkTreeRoot } from "../../src/git/place.ts";
import { commitAll, git, gitEnvironment, tempRepository } from "../support/git.ts";
import { tempFolder } from "../support/temp.ts";

test("the root is found from the root, from below, and through a link, without the link", async () => {
  const folder = tempRepository({ "sub/deep/a": "1" });
  const link = join(tempFolder(), "link");
  symlinkSync(folder, link);
  for (const place of [folder, join(folder, "sub/deep"), join(link, "sub")]) expect(await rootFrom(place)).toBe(folder);
});

test("a root whose name has line feeds is itself, from below too", async () => {
  const folder = join(tempFolder(), "a\nb\n\nc\n");
  mkdirSync(join(folder, "sub\n"), { recursive: true });
  git(folder, "init", "-q");
  expect(await rootFrom(folder)).toBe(folder);
  expect(await rootFrom(join(folder, "sub\n"))).toBe(folder);
});

test("below a linked work tree whose GIT_DIR is set, as in its hooks, the root is that of the work tree", async () => {
  const { linked, gitDir } = linkedWorkTree();
  expect(await rootFrom(join(linked, "sub"), { GIT_DIR: gitDir })).toBe(linked);
  expect(await rootFrom(linked, { GIT_DIR: gitDir })).toBe(linked);
});

test("GIT_DIR wins over the repository that the current folder is in, and GIT_WORK_TREE over both", async () => {
  const { linked, gitDir } = linkedWorkTree();
  const other = tempRepository({ "sub/a": "1" });
  expect(await rootFrom(join(other, "sub"), { GIT_DIR: gitDir })).toBe(join(other, "sub"));
  expect(await rootFrom(join(other, "sub"), { GIT_DIR: gitDir, GIT_WORK_TREE: linked })).toBe(linked);
});

test("outside a repository, and where there is no work tree, it is an error that says so", async () => {
  const bare = tempFolder();
  git(bare, "init", "-q", "--bare");
  await expect(rootFrom(bare)).rejects.toThrow(
    /^cannot find the work tree: fatal: this operation must be run in a work tree$/,
  );
  await expect(rootFrom(tempFolder())).rejects.toThrow(
    /not a git repository.*run it in a repository, or read files with cfltguard scan$/,
  );
});

function linkedWorkTree(): { linked: string; gitDir: string } {
  const folder = tempRepository({ "sub/a": "1" });
  commitAll(folder);
  const linked = join(tempFolder(), "linked");
  git(folder, "worktree", "add", "-q", linked);
  return { linked, gitDir: git(linked, "rev-parse", "--absolute-git-dir") };
}

async function rootFrom(folder: string, extra: NodeJS.ProcessEnv = {}): Promise<string> {
  const current = process.cwd();
  process.chdir(folder);
  try {
    return await readWorkTreeRoot(gitEnvironment(extra));
  } finally {
    process.chdir(current);
  }
}
