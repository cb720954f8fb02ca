import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { commitAll, git, gitEnvironment, tempRepository } from "../support/git.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { writeFiles } from "../support/temp.ts";

const SECRET = makeSecret(seeded(2_003));
const ABSENT = "1".repeat(40);

/** A repository in which everything that can start a program starts one that leaves its name in MARK. */
let folder: string;
let mark: string;

beforeEach(() => {
  folder = tempRepository({ ".gitattributes": "* filter=evil diff=evil merge=evil\n", "sub/tracked.txt": "1\n" });
  mark = join(folder, ".git/MARK");
  commitAll(folder);
  writeFiles(folder, { "sub/leak.txt": `${SECRET}\n`, "sub/tracked.txt": `unstaged ${SECRET}\n` });
  git(folder, "add", "sub/leak.txt");
  git(folder, "update-index", "--add", "--cacheinfo", `100644,${ABSENT},sub/absent.txt`);
  makeHostile(folder, mark);
});

describe("a repository whose configuration would run programs", () => {
  test.each([
    ["staged", ["staged"], ["sub/leak.txt"]],
    ["staged with names", ["staged", "sub/leak.txt", "sub/tracked.txt"], ["sub/leak.txt", "sub/tracked.txt"]],
    ["hook pre-commit", ["hook", "pre-commit"], ["sub/leak.txt"]],
    ["staged as SARIF", ["staged", "--format", "sarif"], ["sub/leak.txt"]],
    ["scan", ["scan", "."], ["sub/leak.txt", "sub/tracked.txt"]],
    ["scan as SARIF", ["scan", ".", "--format", "sarif"], ["sub/leak.txt", "sub/tracked.txt"]],
  ])("runs none under %s, and the secret is found", (_, args, paths) => {
    const run = runCli(args, { cwd: folder, env: gitEnvironment() });
    expect(run.code).toBe(1);
    for (const path of paths) expect(run.stdout).toContain(path);
    expect(marks(mark)).toEqual([]);
    expect(existsSync(`${mark}.trace`)).toBe(false);
  });

  test("names what is not there, and fetches nothing", () => {
    const run = runCli(["staged"], { cwd: folder, env: gitEnvironment() });
    expect(run.stderr).toMatch(new RegExp(`^cannot read sub/absent\\.txt: ${ABSENT}: .*\\(missing-object\\)$`, "m"));
    expect(marks(mark)).toEqual([]);
  });

  test("runs them under git's own commands, so that the marks above could have been made", () => {
    const controls: [string[], string][] = [
      [["status"], "fsmonitor"],
      [["add", "sub/tracked.txt"], "clean"],
      [["diff", "--cached", "--", "sub/leak.txt"], "external"],
      [["-c", "diff.external=", "diff", "--cached", "--no-ext-diff", "--", "sub/leak.txt"], "textconv"],
      [["cat-file", "blob", ABSENT], "uploadpack"],
      [["update-index", "--force-write-index"], "post-index-change"],
      [["fetch", "ssh://host.invalid/x"], "ssh"],
      [["fetch", "git://host.invalid/x"], "gitProxy"],
    ];
    for (const [args, name] of controls) {
      rmSync(mark, { force: true });
      spawnSync("git", args, { cwd: folder, env: gitEnvironment(), timeout: 20_000 });
      expect([args, marks(mark)]).toEqual([args, expect.arrayContaining([name])]);
    }
  });
});

/** Sets all that could run a program, half of it in a file that the configuration includes. */
function makeHostile(repository: string, file: string): void {
  const hooks = join(repository, ".git/evil-hooks");
  const script = join(repository, ".git/evil");
  mkdirSync(hooks);
  writeFileSync(script, `#!/bin/sh\necho "$1" >> '${file}'\n`);
  for (const hook of ["post-index-change", "reference-transaction", "pre-commit", "post-checkout", "gitProxy"]) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\necho ${hook} >> '${file}'\n`);
    chmodSync(join(hooks, hook), 0o755);
  }
  chmodSync(script, 0o755);
  const run = (name: string): string => `${script} ${name}`;
  const direct = {
    "core.repositoryFormatVersion": "1",
    "extensions.partialClone": "origin",
    "remote.origin.promisor": "true",
    "remote.origin.url": repository,
    "remote.origin.uploadpack": run("uploadpack"),
    "core.fsmonitor": run("fsmonitor"),
    "core.hooksPath": hooks,
    "diff.external": run("external"),
    "core.pager": run("pager"),
    "include.path": "evil-more",
  };
  const included = {
    "diff.evil.textconv": run("textconv"),
    "filter.evil.clean": run("clean"),
    "filter.evil.smudge": run("smudge"),
    "filter.evil.required": "true",
    "merge.evil.driver": run("merge"),
    "pager.diff-index": run("pager"),
    "pager.cat-file": run("pager"),
    "pager.rev-parse": run("pager"),
    "pager.version": run("pager"),
    "core.editor": run("editor"),
    "sequence.editor": run("editor"),
    "core.askPass": run("askPass"),
    "core.sshCommand": run("ssh"),
    "core.gitProxy": join(hooks, "gitProxy"),
    "core.alternateRefsCommand": run("alternateRefs"),
    "gpg.program": run("gpg"),
    "log.showSignature": "true",
    "credential.helper": `!${run("credential")}`,
    "interactive.diffFilter": run("diffFilter"),
    "uploadpack.packObjectsHook": run("packObjects"),
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "alias.cat-file": `!${run("alias")}`,
    "alias.diff-index": `!${run("alias")}`,
    "alias.rev-parse": `!${run("alias")}`,
    "trace2.eventTarget": `${file}.trace`,
    "trace2.normalTarget": `${file}.trace`,
  };
  const more = join(repository, ".git/evil-more");
  for (const [name, value] of Object.entries(included)) git(repository, "config", "--file", more, name, value);
  for (const [name, value] of Object.entries(direct)) git(repository, "config", name, value);
  rmSync(file, { force: true });
}

function marks(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}
