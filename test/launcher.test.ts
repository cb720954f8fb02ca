import { transform } from "esbuild";
import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { LAUNCHER } from "./support/cli.ts";

// The real old ones run in test/integration/old-node.test.ts.
const SOURCE = readFileSync(LAUNCHER, "utf8");

test("the launcher holds nothing that a Node of 2017 cannot parse", async () => {
  const [asIs, asOld] = await Promise.all(["esnext", "es5"].map((target) => transform(SOURCE, { target })));
  expect(asOld?.code).toBe(asIs?.code);
});

test.each(["0.12.18", "8.17.0", "18.20.8", "20.18.3"])(
  "on Node %s the launcher says what is needed, and ends with 2",
  (version) => {
    expect(launchOn(version)).toEqual({
      stderr: `cfltguard: Node 20.19 or newer is needed; this is ${version} (/opt/node)\n`,
      exitCode: 2,
      loaded: [],
    });
  },
);

test.each(["20.19.0", "21.0.0", "22.1.0", "100.0.0"])("on Node %s the launcher loads the bundle", (version) => {
  expect(launchOn(version)).toEqual({ stderr: "", exitCode: undefined, loaded: ["../dist/cli.cjs"] });
});

/** Runs the launcher in a world whose Node claims to be another one. */
function launchOn(version: string): { stderr: string; exitCode: number | undefined; loaded: string[] } {
  const loaded: string[] = [];
  let stderr = "";
  const process = {
    versions: { node: version },
    execPath: "/opt/node",
    exitCode: undefined,
    stderr: { write: (text: string) => void (stderr += text) },
  };
  const world = { process, require: (name: string) => void loaded.push(name) };
  new Script(SOURCE, { filename: LAUNCHER }).runInNewContext(world);
  return { stderr, exitCode: process.exitCode, loaded };
}
