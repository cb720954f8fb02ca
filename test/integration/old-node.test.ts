import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";
import { createSandbox, ROOT } from "./sandbox.ts";

const LAUNCHER = join(ROOT, "bin/cfltguard.js");

/** Node's own programs, as the npm registry has them: all of these versions only for this one system. */
const SYSTEM = "linux-x64";
const isElsewhere = `${process.platform}-${process.arch}` !== SYSTEM;

const sandbox = createSandbox();

describe.skipIf(isElsewhere)("on a Node that is too old", () => {
  test.each(["8.17.0", "10.24.1", "18.20.8", "20.18.3"])("%s, every command says so in one line", (version) => {
    const node = fetchNode(version);
    const line = `cfltguard: Node 20.19 or newer is needed; this is ${version} (${node})\n`;
    for (const args of [["scan", "."], ["hook", "pre-commit"], ["--version"], []]) {
      expect(sandbox.run(ROOT, node, LAUNCHER, ...args)).toEqual({ code: 2, output: line });
    }
  });
});

describe.skipIf(isElsewhere)("on the oldest Node that is supported, and on newer ones", () => {
  test.each(["20.19.0", "22.20.0", "24.10.0", "26.10.0"])("%s scans, without a warning of Node's own", (version) => {
    const node = fetchNode(version);
    const folder = tempFolder({ "leak.txt": `x=${makeSecret(seeded(6))}\n`, "clean.txt": "clean\n" });
    const { code, output } = sandbox.run(folder, node, LAUNCHER, "scan", ".", "--jobs", "2");
    expect(code).toBe(1);
    expect(output).toContain("leak.txt:1:3");
    expect(output).not.toMatch(/warning/i);
    expect(sandbox.run(folder, node, LAUNCHER, "scan", "clean.txt", "--format", "sarif").code).toBe(0);
  });
});

function fetchNode(version: string): string {
  const folder = sandbox.path(`node-${version}`);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length === 0) {
    sandbox.mustRun(folder, "npm", "pack", "--silent", `node-${SYSTEM}@${version}`);
    sandbox.mustRun(folder, "tar", "-xzf", readdirSync(folder)[0] ?? "");
  }
  return join(folder, "package/bin/node");
}
