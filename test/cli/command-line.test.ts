import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeSecret, seeded } from "../support/secrets.ts";
import { runCli } from "../support/cli.ts";
import { tempFolder } from "../support/temp.ts";

const SECRET = makeSecret(seeded(1));

test("options may stand before the command, their values too", () => {
  const cwd = tempFolder({ f: SECRET });
  const run = runCli(["--format", "json", "scan", "f"], { cwd });
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({ findings: [{}] });
});

test("an option's value may be called like the command", () => {
  const cwd = tempFolder({ f: SECRET });
  expect(runCli(["--output", "scan", "--quiet", "scan", "f"], { cwd })).toMatchObject({ code: 1, stdout: "" });
  expect(readFileSync(join(cwd, "scan"), "utf8")).toContain("f:1:1");
});

test.each([
  [[SECRET]],
  [["scan", SECRET]],
  [["scan", "--format", SECRET]],
  [["fake", SECRET]],
  [["scan", `--${SECRET}`]],
])("a secret on the command line is not repeated: %#", (args) => {
  const run = runCli(args);
  expect(run.code).toBe(2);
  expect(run.stdout + run.stderr).not.toContain(SECRET.slice(8, 20));
});

test("a secret in a file's name is masked in text and on standard error", () => {
  const hidden = makeNameable();
  const run = runCli(["scan", "."], { cwd: tempFolder({ [hidden]: hidden }) });
  expect(run.stdout).toContain(`${hidden.slice(0, 8)}…${hidden.slice(60)}:1:1`);
  expect(run.stdout + run.stderr).not.toContain(hidden.slice(8, 20));
});

/** A secret without a slash, which a name can hold. */
function makeNameable(): string {
  for (let seed = 0; ; seed++) {
    const secret = makeSecret(seeded(seed));
    if (!secret.includes("/")) return secret;
  }
}
