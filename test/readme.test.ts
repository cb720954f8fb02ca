import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { COMMANDS, OPTIONS } from "../src/cli/options.ts";
import { SKIP_REASONS } from "../src/model/skip.ts";
import { LAUNCHER, plainEnvironment } from "./support/cli.ts";
import { tempFolder } from "./support/temp.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const README = readFileSync(join(ROOT, "README.md"), "utf8");

test("the library example runs as it stands", () => {
  const folder = tempFolder({ "example.mjs": blocks("js")[0] ?? "" });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/cfltguard"), "dir");
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe("cfltT8d8…tDjw 1 10\n");
});

test("the commands under Use run as they stand, and exit as the table says", () => {
  const lines = (blocks("sh")[1] ?? "")
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("kubectl"));
  const folder = tempFolder({ "clean.txt": "nothing here\n" });
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "cfltguard"), `#!/bin/sh\nexec "${process.execPath}" "${LAUNCHER}" "$@"\n`, { mode: 0o755 });
  spawnSync("git", ["init", "-q"], { cwd: folder });
  const env = plainEnvironment({ PATH: `${bin}:${process.env["PATH"] ?? ""}` });
  const codes = lines.map((line) => spawnSync("sh", ["-c", line], { cwd: folder, env, encoding: "utf8" }).status);
  expect(lines).toHaveLength(4);
  expect(codes).toEqual([0, 0, 0, 1]);
});

describe("the README", () => {
  test("names every command, and no other", () => {
    const named = [...README.matchAll(/^\| `cfltguard ([a-z]+)/gm)].map(({ 1: name }) => name);
    expect(named).toEqual(Object.keys(COMMANDS));
  });

  test("names only options that there are", () => {
    const named = [...README.matchAll(/(?<=cfltguard[^\n|]*|`)--([a-z-]+)/g)].map(({ 1: name = "" }) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.hasOwn(OPTIONS, name))).toEqual([]);
  });

  test("names every skip reason", () => {
    expect(Object.keys(SKIP_REASONS).filter((reason) => !README.includes(`\`${reason}\``))).toEqual([]);
  });

  test("has at most 150 lines", () => {
    expect(README.split("\n").length).toBeLessThanOrEqual(150);
  });
});

/** The fenced blocks of a language, in order. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(({ 1: text = "" }) => text);
}
