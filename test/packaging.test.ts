import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import packageData from "../package.json" with { type: "json" };
import { tempFolder } from "./support/temp.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUNDLES = readdirSync(join(ROOT, "dist")).filter((name) => /\.c?js$/.test(name));

test("whoever installs the package installs nothing else, and runs nothing", () => {
  const kinds = ["dependencies", "optionalDependencies", "peerDependencies", "bundleDependencies"];
  expect(Object.keys(packageData).filter((field) => kinds.includes(field))).toEqual([]);
  // pre-commit installs from git, where these run.
  const hooks = /^(?:pre|post)?(?:install|pack|publish|prepare)(?:Only)?$|^dependencies$/;
  expect(Object.keys(packageData.scripts).filter((name) => hooks.test(name))).toEqual([]);
});

test("the package holds what it needs, and no sources or tests", () => {
  const { stdout } = runNode("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"]);
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string; mode: number }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "THIRD_PARTY_NOTICES", "package.json"]));
  expect(paths).toEqual(
    expect.arrayContaining([
      "bin/cfltguard.js",
      "bin/package.json",
      "dist/cli.cjs",
      "dist/worker.cjs",
      "dist/index.js",
    ]),
  );
  expect(paths).toEqual(
    expect.arrayContaining([packageData.exports["."].types.slice(2), ...BUNDLES.map((name) => `dist/${name}`)]),
  );
  const folders = [...new Set(paths.map((path) => path.replace(/\/.*/s, "/")))];
  expect(folders.filter((one) => one.endsWith("/")).sort()).toEqual(["bin/", "dist/", "rules/"]);
  const launcher = files.find(({ path }) => path === packageData.bin.cfltguard);
  expect((launcher?.mode ?? 0) & 0o111).toBe(0o111);
});

test("two builds give the same bytes, and nothing of the machine they were made on", () => {
  const [first, second] = [build(), build()];
  expect([...first.keys()].sort()).toEqual(expect.arrayContaining(["cli.cjs", "index.js"]));
  expect(second).toEqual(first);
  const places = [ROOT, `${homedir()}/`].filter((path) => path.length > 2);
  for (const text of first.values()) expect(places.filter((path) => text.includes(path))).toEqual([]);
});

test("the notices name the packages that are bundled, and no others", () => {
  const notices = readFileSync(join(ROOT, "THIRD_PARTY_NOTICES"), "utf8");
  const named = [...notices.matchAll(/^-{80}\n\n(\S+) \S+ \(.+\)$/gm)].map(([, name = ""]) => name);
  // esbuild heads each part with the path that it came from.
  const parts = BUNDLES.flatMap((name) => [
    ...readFileSync(join(ROOT, "dist", name), "utf8").matchAll(
      /^ *\/\/ (?:.*\/)?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm,
    ),
  ]);
  expect([...new Set(named)].sort()).toEqual([...new Set(parts.map(([, name = ""]) => name))].sort());
});

/** Bundles into a new folder; the text of each file by its name. */
function build(): Map<string, string> {
  const folder = tempFolder();
  runNode(process.execPath, ["scripts/build.mjs", "--out", folder]);
  const names = readdirSync(join(folder, "dist")).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, "dist", name), "utf8")]));
}

function runNode(command: string, args: string[]): { stdout: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  return { stdout };
}
