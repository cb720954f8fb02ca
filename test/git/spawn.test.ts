import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runGit, startGit, wordsOf } from "../../src/git/spawn.ts";
import { plainEnvironment } from "../support/cli.ts";
import { git, gitEnvironment, tempRepository } from "../support/git.ts";
import { tempFolder } from "../support/temp.ts";

test("variables that trace, run or reinterpret are not handed on; those that say what to read are", async () => {
  const folder = tempFolder();
  const dropped = {
    GIT_TRACE: join(folder, "trace"),
    GIT_TRACE2_EVENT: join(folder, "trace2"),
    GIT_EXTERNAL_DIFF: "false",
    GIT_SSH_COMMAND: "false",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_REDIRECT_STDOUT: join(folder, "stdout"),
  };
  const kept = {
    GIT_INDEX_FILE: "i",
    GIT_DIR: "d",
    GIT_WORK_TREE: "w",
    GIT_OBJECT_DIRECTORY: "o",
    GIT_ALTERNATE_OBJECT_DIRECTORIES: "a",
  };
  const seen = await environmentOfGit({
    ...plainEnvironment(),
    ...dropped,
    ...kept,
    LC_ALL: "it_IT.UTF-8",
    GIT_OPTIONAL_LOCKS: "1",
  });
  expect(seen).toMatchObject({ ...kept, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" });
  expect(Object.keys(seen).filter((name) => name in dropped)).toEqual([]);
  expect(existsSync(join(folder, "trace"))).toBe(false);
});

test("settings given on the user's own command line stay, those that run something do not win", async () => {
  const folder = tempRepository();
  const environment = gitEnvironment({
    GIT_DIR: join(folder, ".git"),
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: "user.name",
    GIT_CONFIG_VALUE_0: "U",
    GIT_CONFIG_KEY_1: "core.pager",
    GIT_CONFIG_VALUE_1: "false",
  });
  git(folder, "config", "core.fsmonitor", "false-program");
  const ask = async (name: string): Promise<string> => (await runGit(["config", name], environment)).stdout.toString();
  expect(await ask("user.name")).toBe("U\n");
  expect(await ask("core.pager")).toBe("cat\n");
  expect(await ask("core.fsmonitor")).toBe("\n");
});

test("no transport is allowed, whatever the repository's configuration says", async () => {
  const folder = tempRepository();
  const mark = join(folder, "MARK");
  git(folder, "config", "protocol.allow", "always");
  git(folder, "config", "protocol.ext.allow", "always");
  const urls = [
    `ext::touch ${mark}`,
    "file:///nowhere",
    "ssh://host.invalid/x",
    "https://host.invalid/x",
    "git://host.invalid/x",
    "none::x",
    "/::x",
  ];
  for (const url of urls) {
    const environment = gitEnvironment({ GIT_DIR: join(folder, ".git") });
    const { code, stderr } = await runGit(["ls-remote", url], environment);
    expect([url, code, stderr]).toEqual([url, 128, expect.stringContaining("not allowed")]);
  }
  expect(existsSync(mark)).toBe(false);
});

test("a long complaint is cut, and a complaint of several lines becomes one", async () => {
  const folder = tempRepository();
  writeFileSync(join(folder, ".git/config"), "[core\n");
  const answer = await runGit(
    ["cat-file", "-e", `HEAD:${"x".repeat(10_000)}`],
    gitEnvironment({ GIT_DIR: join(folder, ".git") }),
  );
  expect(answer.stderr.length).toBeLessThanOrEqual(4_096);
  expect(wordsOf({ code: 1, stderr: "error: a\n\nhint:\tb\x1b[31m\n" })).toBe("error: a hint: b [31m");
  expect(wordsOf({ code: 3, stderr: " \n" })).toBe("git ended with 3");
  expect(wordsOf({ code: null, stderr: "" })).toBe("git ended with a signal");
});

test("a git that ends before it has read its input is no error of its own", async () => {
  const process = startGit(["version"], plainEnvironment());
  process.stdin.end(Buffer.alloc(10_000_000));
  process.stdout.resume();
  expect((await process.end).code).toBe(0);
});

/** What a program that git starts finds in its environment. */
async function environmentOfGit(environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const { stdout } = await runGit(["-c", "alias.show-environment=!env", "show-environment"], environment);
  const lines = stdout
    .toString()
    .split("\n")
    .map((line) => /^([A-Z_0-9]+)=(.*)$/.exec(line) ?? []);
  return Object.fromEntries(lines.map(([, name = "", value = ""]) => [name, value]));
}
