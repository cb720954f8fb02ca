import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { commitAll, git, tempRepository } from "../support/git.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { writeFiles, type Files } from "../support/temp.ts";
import { copyProject, createSandbox, note, timed, type ProgramRun, type Sandbox } from "./sandbox.ts";

const SECRET = makeSecret(seeded(4));
const LEAK = `sasl.password=${SECRET}\n`;

const sandbox = createSandbox();
const project = sandbox.path("project");
let revision = "";
let framework = "";

beforeAll(() => {
  mkdirSync(project);
  revision = copyProject(project);
  framework = process.env.CFLTGUARD_TEST_PRE_COMMIT === "newest" ? installNewest(sandbox) : "pre-commit";
  note(
    `${versionOf(framework)}, ${sandbox.mustRun(project, "npm", "--version").trim()} npm, node ${process.versions.node}`,
  );
});

test("the manifest is valid, and nothing in it is warned about", () => {
  expect(sandbox.run(project, framework, "validate-manifest", ".pre-commit-hooks.yaml")).toEqual({
    code: 0,
    output: "",
  });
});

describe.each(["cfltguard", "cfltguard-node"])("the hook %s", (id) => {
  beforeAll(() => {
    const folder = sandbox.path(`first-${id}`);
    mkdirSync(folder);
    git(folder, "init", "-q");
    writeConfig(folder, id);
    const { seconds } = timed(() => sandbox.mustRun(folder, framework, "install-hooks"));
    note(`pre-commit installed ${id} in ${seconds} s`);
  });

  test("is silent about itself: no warning, no note of a configuration to migrate", () => {
    const folder = hookedRepository(id, { "clean.txt": "clean\n" });
    git(folder, "add", "-A");
    const run = runHook(folder);
    expect(run).toEqual({ code: 0, output: expect.stringMatching(/^Confluent Cloud API secrets\.+Passed\n$/) });
  });

  test("stops the commit of a staged secret, the first commit too, and shows the report", () => {
    const folder = hookedRepository(id, { "deploy/leak.txt": `a\n${LEAK}` });
    const commit = tryCommit(folder);
    expect(commit.code).toBe(1);
    expect(commit.output).toContain("deploy/leak.txt:2:15");
    expect(commit.output).toContain("1 finding");
    expect(commit.output).not.toContain(SECRET);
    expect(hasCommit(folder)).toBe(false);
  });

  test("lets a clean commit pass", () => {
    const folder = hookedRepository(id, { "clean.txt": "clean\n" });
    expect(tryCommit(folder)).toEqual({ code: 0, output: expect.stringContaining("Passed") });
    expect(hasCommit(folder)).toBe(true);
  });

  test("reads what is staged, not what is on disk", () => {
    const folder = hookedRepository(id, { "a.txt": LEAK });
    git(folder, "add", "-A");
    writeFiles(folder, { "a.txt": "cleaned after staging\n" });
    expect(commitStaged(folder)).toEqual({ code: 1, output: expect.stringContaining("a.txt:1:15") });

    writeFiles(folder, { "a.txt": "clean\n" });
    git(folder, "add", "-A");
    writeFiles(folder, { "a.txt": LEAK });
    expect(commitStaged(folder).code).toBe(0);
  });

  test("sees what `commit -a` and `commit FILE` add, which stand in an index of their own", () => {
    const folder = hookedRepository(id, { "a.txt": "clean\n" });
    commitUnhooked(folder);
    writeFiles(folder, { "a.txt": LEAK });
    for (const chosen of ["-a", "a.txt"]) {
      const commit = sandbox.run(folder, "git", "commit", "-m", "x", chosen);
      expect(commit).toEqual({ code: 1, output: expect.stringContaining("a.txt:1:15") });
    }
  });

  test("finds a committed secret with --all-files, and with --files where that names it", () => {
    const folder = hookedRepository(id, { "leak.txt": LEAK, "clean.txt": "clean\n" });
    commitUnhooked(folder);
    expect(runHook(folder, "--all-files")).toEqual({ code: 1, output: expect.stringContaining("leak.txt:1:15") });
    expect(runHook(folder, "--files", "leak.txt")).toEqual({
      code: 1,
      output: expect.stringContaining("leak.txt:1:15"),
    });
    expect(runHook(folder, "--files", "clean.txt").code).toBe(0);
  });

  test("finds what a pull request brought, with --from-ref and --to-ref", () => {
    const folder = hookedRepository(id, { "old.txt": LEAK });
    commitUnhooked(folder);
    writeFiles(folder, { "new.txt": LEAK });
    commitUnhooked(folder);
    const { code, output } = runHook(folder, "--from-ref", "HEAD~1", "--to-ref", "HEAD");
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("new.txt:1:15") });
    expect(output).not.toContain("old.txt");
  });

  test("lets a commit pass that only deletes, the leaked file too", () => {
    const folder = hookedRepository(id, { "leak.txt": LEAK, "clean.txt": "clean\n" });
    commitUnhooked(folder);
    rmSync(`${folder}/leak.txt`);
    expect(tryCommit(folder).code).toBe(0);
  });

  test("reads the text of a staged link, and does not follow it", () => {
    const outside = hookedRepository(id, { "outside.txt": LEAK });
    const folder = hookedRepository(id);
    symlinkSync(`${outside}/outside.txt`, `${folder}/to-a-leak`);
    symlinkSync("nowhere", `${folder}/broken`);
    expect(tryCommit(folder).code).toBe(0);

    symlinkSync(SECRET, `${folder}/leaking-link`);
    expect(tryCommit(folder)).toEqual({ code: 1, output: expect.stringContaining("leaking-link") });
  });

  test.each(["with some spaces.txt", "--exit-zero", "-", "grüße.txt", "quote'\".txt"])(
    "finds a secret in a file named %s",
    (name) => {
      const folder = hookedRepository(id, { [name]: LEAK });
      expect(tryCommit(folder).code).toBe(1);
      commitUnhooked(folder);
      expect(runHook(folder, "--all-files").code).toBe(1);
    },
  );

  test("takes the user's args", () => {
    const folder = hookedRepository(id, { "leak.txt": LEAK }, `args: ["--format", "json", "--"]`);
    const { code, output } = tryCommit(folder);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('"schema": "cfltguard/report/v1"') });
  });

  test("works through try-repo", () => {
    const folder = tempRepository({ "leak.txt": LEAK, "clean.txt": "clean\n" });
    git(folder, "add", "-A");
    const tryRepo = (...rest: string[]): ProgramRun =>
      sandbox.run(folder, framework, "try-repo", project, id, "--ref", revision, "--color", "never", ...rest);
    expect(tryRepo()).toEqual({ code: 1, output: expect.stringContaining("leak.txt:1:15") });
    expect(tryRepo("--files", "clean.txt")).toEqual({ code: 0, output: expect.stringContaining("Passed") });
  });
});

/** A repository with the hook installed, as `pre-commit install` does it, and these files on disk, not staged. */
function hookedRepository(id: string, files: Files = {}, more = ""): string {
  const folder = tempRepository(files);
  writeConfig(folder, id, more);
  sandbox.mustRun(folder, framework, "install");
  return folder;
}

/** The configuration stands outside the work tree's files that tests count: it is never committed. */
function writeConfig(folder: string, id: string, more = ""): void {
  const hook = [`id: ${id}`, ...(more === "" ? [] : [more])].join(", ");
  const config = `repos:\n- repo: ${project}\n  rev: ${revision}\n  hooks:\n  - {${hook}}\n`;
  writeFiles(folder, { ".pre-commit-config.yaml": config, ".git/info/exclude": ".pre-commit-config.yaml\n" });
}

function tryCommit(folder: string): ProgramRun {
  git(folder, "add", "-A");
  return commitStaged(folder);
}

function commitStaged(folder: string): ProgramRun {
  return sandbox.run(folder, "git", "commit", "-m", "try");
}

/** As with `commit --no-verify`. */
function commitUnhooked(folder: string): void {
  git(folder, "config", "core.hooksPath", "/dev/null");
  commitAll(folder);
  git(folder, "config", "--unset", "core.hooksPath");
}

function hasCommit(folder: string): boolean {
  return git(folder, "for-each-ref") !== "";
}

function runHook(folder: string, ...args: string[]): ProgramRun {
  return sandbox.run(folder, framework, "run", "--color", "never", ...args);
}

function versionOf(command: string): string {
  try {
    return sandbox.mustRun(project, command, "--version").trim();
  } catch (error) {
    const how =
      "install it (apt-get install pre-commit, pip install pre-commit), or give --newest, which needs python3-venv";
    throw new Error(`these tests need the pre-commit framework: ${how}`, { cause: error });
  }
}

/** Installs the newest pre-commit of PyPI where it will be thrown away again. */
function installNewest(machine: Sandbox): string {
  const venv = machine.path("venv");
  machine.mustRun(machine.folder, "python3", "-m", "venv", venv);
  machine.mustRun(machine.folder, `${venv}/bin/pip`, "install", "--quiet", "--disable-pip-version-check", "pre-commit");
  return `${venv}/bin/pre-commit`;
}
