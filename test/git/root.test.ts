import { chownSync, existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { findWayToRoot } from "../../src/git/root.ts";
import { git, tempRepository } from "../support/git.ts";
import { tempFolder } from "../support/temp.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("leads from a folder up to the root of its work tree", async () => {
  const root = tempRepository({ "a/b b/c/x": "" });
  expect(await findWayToRoot(join(root, "a/b b/c"))).toBe("../../../");
  expect(await findWayToRoot(join(root, "a"))).toBe("../");
});

test("is empty at the root", async () => {
  expect(await findWayToRoot(tempRepository())).toBe("");
});

test("is null outside a work tree, where nothing is, and in a bare repository's parent", async () => {
  const folder = tempFolder();
  git(folder, "init", "-q", "--bare", "bare.git");
  expect(await findWayToRoot(folder)).toBeNull();
  expect(await findWayToRoot(join(folder, "none-such"))).toBeNull();
});

test("is null where there is no git", async () => {
  const root = tempRepository();
  vi.stubEnv("PATH", tempFolder());
  expect(await findWayToRoot(root)).toBeNull();
});

test("leads to the work tree's root in a linked work tree and in a submodule", async () => {
  const root = tempRepository({ "a/x": "" });
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "x");
  git(root, "worktree", "add", "-q", "linked");
  git(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", root, "module");
  expect(await findWayToRoot(join(root, "linked/a"))).toBe("../");
  expect(await findWayToRoot(join(root, "module/a"))).toBe("../");
});

test("means the folder, not what a hook's environment points at", async () => {
  const root = tempRepository({ "a/x": "" });
  vi.stubEnv("GIT_DIR", join(tempRepository(), ".git"));
  vi.stubEnv("GIT_WORK_TREE", tempFolder());
  expect(await findWayToRoot(join(root, "a"))).toBe("../");
});

// Only root can give a repository away, which is what CI containers do; git minds since 2.35.2.
const doesGitMind = process.getuid?.() === 0 && !/ 2\.3[1-5]\./.test(git(".", "version"));
test.runIf(doesGitMind)("does not mind that the repository belongs to somebody else", async () => {
  const root = tempRepository({ "a/x": "" });
  chownSync(root, 65_534, 65_534);
  chownSync(join(root, ".git"), 65_534, 65_534);
  expect(() => git(join(root, "a"), "rev-parse", "--show-cdup")).toThrow("dubious ownership");
  expect(await findWayToRoot(join(root, "a"))).toBe("../");
});

test("runs nothing that the repository's configuration names", async () => {
  const root = tempRepository({ "a/x": "" });
  const trap = join(tempFolder(), "trap");
  git(root, "config", "core.fsmonitor", `touch ${trap}`);
  git(root, "config", "core.pager", `touch ${trap}`);
  git(root, "config", "alias.rev-parse", `!touch ${trap}`);
  expect(await findWayToRoot(join(root, "a"))).toBe("../");
  expect(existsSync(trap)).toBe(false);
});
