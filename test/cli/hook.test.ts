import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { LAUNCHER, runCli } from "../support/cli.ts";
import { git, gitEnvironment, tempRepository } from "../support/git.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder, writeFiles } from "../support/temp.ts";

const random = seeded(2_002);
const SECRET = makeSecret(random);
const OTHER = makeSecret(random);

describe("an installed pre-commit hook", () => {
  test("refuses a staged secret and says where it stands; the commit is not made", () => {
    const folder = hooked();
    writeFiles(folder, { "conf/app.env": `key=${SECRET}\n` });
    git(folder, "add", "-A");
    const { code, output } = commit(folder, "-m", "x");
    expect(code).toBe(1);
    expect(output).toContain("conf/app.env:1:5");
    expect(output).toContain("1 finding in");
    expect(output).not.toContain(SECRET);
    expect(git(folder, "rev-list", "--count", "HEAD")).toBe("1");
  });

  test("lets a clean commit pass", () => {
    const folder = hooked();
    writeFiles(folder, { f: "clean\n" });
    git(folder, "add", "-A");
    expect(commit(folder, "-m", "x")).toMatchObject({ code: 0 });
    expect(git(folder, "rev-list", "--count", "HEAD")).toBe("2");
  });

  test("refuses a secret that is staged though the file is clean on disk", () => {
    const folder = hooked();
    writeFiles(folder, { f: SECRET });
    git(folder, "add", "f");
    writeFiles(folder, { f: "clean\n" });
    expect(commit(folder, "-m", "x").code).toBe(1);
  });

  test("lets a clean staged file pass that holds a secret on disk", () => {
    const folder = hooked();
    writeFiles(folder, { f: "clean\n" });
    git(folder, "add", "f");
    writeFiles(folder, { f: SECRET });
    expect(commit(folder, "-m", "x").code).toBe(0);
  });

  test("sees the half of a file that is staged, and not the other", () => {
    const base = Array.from({ length: 40 }, (_, i) => `line ${i}\n`).join("");
    for (const [stagedHalf, expected] of [
      ["top", 1],
      ["end", 0],
    ] as const) {
      const folder = hooked({ f: base });
      writeFiles(folder, { f: `top ${SECRET}\n${base}` });
      const top = git(folder, "diff", "-U0");
      writeFiles(folder, { f: `${base}end\n` });
      const end = git(folder, "diff", "-U0");
      writeFiles(folder, { f: `top ${SECRET}\n${base}end\n` });
      applyToIndex(folder, stagedHalf === "top" ? top : end);
      expect(git(folder, "diff", "--name-only")).toBe("f");
      expect([stagedHalf, commit(folder, "-m", "x").code]).toEqual([stagedHalf, expected]);
    }
  });

  test.each([
    ["commit -a", ["-a", "-m", "x"]],
    ["commit with a path", ["-m", "x", "sub/f"]],
    ["commit --only with a path", ["-m", "x", "--only", "sub/f"]],
    ["commit --include with a path", ["-m", "x", "--include", "sub/f"]],
    ["commit --amend -a", ["--amend", "-a", "-m", "x"]],
  ])("refuses a secret that only %s would stage", (_, args) => {
    const folder = hooked({ "sub/f": "1", g: "1" });
    writeFiles(folder, { "sub/f": SECRET });
    expect(commit(folder, ...args).code).toBe(1);
    writeFiles(folder, { "sub/f": "clean" });
    expect(commit(folder, ...args).code).toBe(0);
  });

  test("lets a commit of one path pass where the secret is staged at another", () => {
    const folder = hooked({ f: "1", g: "1" });
    writeFiles(folder, { f: "2", g: SECRET });
    git(folder, "add", "-A");
    expect(commit(folder, "-m", "x", "f").code).toBe(0);
    expect(commit(folder, "-m", "y").code).toBe(1);
  });

  test("works from a sub-folder, with commit -a as well", () => {
    const folder = hooked({ "sub/f": "1" });
    writeFiles(folder, { "sub/f": SECRET });
    const { code, output } = commit(join(folder, "sub"), "-a", "-m", "x");
    expect(code).toBe(1);
    expect(output).toContain("sub/f:1:1");
  });

  test("works where the hook goes to a sub-folder before it runs, in any kind of commit", () => {
    const folder = hooked({ "sub/f": "1" }, "cd sub && ");
    for (const args of [
      ["-m", "x"],
      ["-am", "x"],
      ["-m", "x", "sub/f"],
    ]) {
      writeFiles(folder, { "sub/f": SECRET });
      if (args.length === 2 && args[0] === "-m") git(folder, "add", "-A");
      const { code, output } = commit(folder, ...args);
      expect([args, code]).toEqual([args, 1]);
      expect(output).toContain("sub/f:1:1");
    }
  });

  test.each([["sha1"], ["sha256"]])("refuses a secret in the first commit of a %s repository", (format) => {
    const folder = tempRepository({ f: SECRET }, `--object-format=${format}`);
    install(folder);
    git(folder, "add", "-A");
    expect(commit(folder, "-m", "x").code).toBe(1);
    writeFiles(folder, { f: "clean" });
    expect(commit(folder, "-a", "-m", "x").code).toBe(0);
  });

  test("works in a linked work tree, and there from a sub-folder with names", () => {
    const folder = hooked({ "sub/f": "1" });
    const linked = join(tempFolder(), "linked");
    git(folder, "worktree", "add", "-q", linked);
    writeFiles(linked, { "sub/f": SECRET });
    git(linked, "add", "-A");
    expect(commit(linked, "-m", "x")).toMatchObject({ code: 1, output: expect.stringContaining("sub/f:1:1") });
    install(folder, "cd sub && ", " f");
    writeFiles(linked, { "sub/f": "clean on disk" });
    expect(commit(linked, "-m", "x")).toMatchObject({ code: 1, output: expect.stringContaining("sub/f:1:1") });
  });

  test("works with the git directory and the work tree apart", () => {
    const [gitDir, workTree] = [join(tempFolder(), "store"), tempFolder({ f: SECRET })];
    git(workTree, "init", "-q", `--separate-git-dir=${gitDir}`, workTree);
    install(workTree);
    const apart = [`--git-dir=${gitDir}`, `--work-tree=${workTree}`];
    git(tempFolder(), ...apart, "add", "-A");
    const { status } = spawnSync("git", [...apart, "commit", "-q", "-m", "x"], {
      cwd: tempFolder(),
      env: gitEnvironment(),
    });
    expect(status).toBe(1);
  });

  test("refuses a secret that the resolution of a conflict brings in", () => {
    const folder = hooked({ f: "base\n" });
    git(folder, "checkout", "-q", "-b", "theirs");
    writeFiles(folder, { f: "theirs\n" });
    expect(commit(folder, "-am", "theirs").code).toBe(0);
    git(folder, "checkout", "-q", "main");
    writeFiles(folder, { f: "ours\n" });
    expect(commit(folder, "-am", "ours").code).toBe(0);
    expect(() => git(folder, "merge", "theirs")).toThrow();
    writeFiles(folder, { f: `both ${OTHER}\n` });
    git(folder, "add", "f");
    expect(commit(folder, "-m", "merged").code).toBe(1);
    writeFiles(folder, { f: "both\n" });
    git(folder, "add", "f");
    expect(commit(folder, "-m", "merged").code).toBe(0);
    expect(git(folder, "rev-list", "--count", "--merges", "HEAD")).toBe("1");
  });

  test("refuses the commit where it could not read what is staged", () => {
    const folder = hooked({ f: "1" });
    const oid = "1".repeat(40);
    git(folder, "update-index", "--add", "--cacheinfo", `100644,${oid},absent`);
    const { code, output } = commit(folder, "-m", "x");
    expect(code).toBe(1);
    expect(output).toContain(`cannot read absent: ${oid}`);
  });
});

test.each([
  [[], "which hook? write: hook pre-commit"],
  [["post-commit"], 'unknown hook "post-commit"'],
])("hook %j is wrong usage", (args, message) => {
  const run = runCli(["hook", ...args], { cwd: tempRepository(), env: gitEnvironment() });
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(message);
});

/** A repository with a commit of these files and then the hook. */
function hooked(files = {}, before = ""): string {
  const folder = tempRepository(files);
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "--allow-empty", "-m", "base");
  install(folder, before);
  return folder;
}

function install(folder: string, before = "", args = ""): void {
  const file = resolve(folder, git(folder, "rev-parse", "--git-path", "hooks/pre-commit"));
  writeFileSync(file, `#!/bin/sh\n${before}exec '${process.execPath}' '${LAUNCHER}' hook pre-commit${args}\n`);
  chmodSync(file, 0o755);
}

/** Runs a real commit, hooks and all. */
function commit(folder: string, ...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync("git", ["commit", "-q", ...args], {
    cwd: folder,
    env: gitEnvironment(),
    encoding: "utf8",
  });
  return { code: status, output: stdout + stderr };
}

function applyToIndex(folder: string, patch: string): void {
  const { status, stderr } = spawnSync("git", ["apply", "--cached", "--unidiff-zero"], {
    cwd: folder,
    input: `${patch}\n`,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
}
