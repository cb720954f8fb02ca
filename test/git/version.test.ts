import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { withGitVersion } from "../../src/git/version.ts";
import { plainEnvironment } from "../support/cli.ts";
import { tempFolder } from "../support/temp.ts";

test.each([
  "git version 2.31.0",
  "git version 2.39.5 (Apple Git-154)",
  "git version 2.54.0.windows.1",
  "git version 10.0",
])("%s is new enough, and what the work said comes through", async (said) => {
  const work = withGitVersion(Promise.reject(new Error("own")), fakeGit(`echo '${said}'`));
  await expect(work).rejects.toThrow(/^own$/);
});

test("git is not asked for its version where the work is done", async () => {
  expect(await withGitVersion(Promise.resolve("answer"), fakeGit("exit 1"))).toBe("answer");
});

test.each(["git version 2.30.9", "git version 2.20.1", "git version 1.8.3.1", "hub", ""])(
  "%j is too old, or no version, where the work failed",
  async (said) => {
    const work = withGitVersion(Promise.reject(new Error("unknown option")), fakeGit(`echo '${said}'`));
    await expect(work).rejects.toMatchObject({
      code: "git-missing",
      message: expect.stringContaining("git 2.31 or newer is needed"),
    });
  },
);

test("an old git is told, and not what it broke", async () => {
  const work = withGitVersion(Promise.reject(new Error("unknown option")), fakeGit("echo git version 2.20.1"));
  await expect(work).rejects.toThrow(/the one on PATH says "git version 2.20.1"/);
});

test("what the work itself says comes through where git is new enough", async () => {
  await expect(withGitVersion(Promise.reject(new Error("own")), plainEnvironment())).rejects.toThrow(/^own$/);
});

test("a PATH without git is told with what to do", async () => {
  const work = withGitVersion(Promise.reject(new Error("own")), { PATH: tempFolder() });
  await expect(work).rejects.toThrow(/^git was not found: install git 2\.31 or newer, or put it on PATH$/);
});

/** An environment whose git is a script. */
function fakeGit(body: string): NodeJS.ProcessEnv {
  const folder = tempFolder();
  writeFileSync(join(folder, "git"), `#!/bin/sh\n${body}\n`);
  chmodSync(join(folder, "git"), 0o755);
  return plainEnvironment({ PATH: `${folder}${delimiter}${process.env["PATH"]}` });
}
