import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { VERSION } from "../../src/version.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { writeFiles } from "../support/temp.ts";
import { copyProject, createSandbox, note, ROOT, timed } from "./sandbox.ts";

const LEAK = `sasl.password=${makeSecret(seeded(5))}\n`;

const sandbox = createSandbox();
const prefix = sandbox.path("prefix");
const command = join(prefix, "bin/cfltguard");
let tarball = "";

beforeAll(() => {
  for (const name of ["project", "packed", "prefix", "data"]) mkdirSync(sandbox.path(name));
  copyProject(sandbox.path("project"));
  sandbox.mustRun(sandbox.path("project"), "npm", "pack", "--silent", "--pack-destination", sandbox.path("packed"));
  tarball = sandbox.path("packed", `cfltguard-${VERSION}.tgz`);
  // Offline: whoever installs the package downloads nothing but the package.
  const install = () => sandbox.mustRun(prefix, "npm", "install", "--offline", "-g", "--prefix", prefix, tarball);
  const { seconds } = timed(install);
  note(`package ${sizeOf(tarball)}, installed ${sizeOf(join(prefix, "lib"))}, npm install -g offline in ${seconds} s`);
});

test("nothing is installed but the package", () => {
  expect(readdirSync(join(prefix, "lib/node_modules"))).toEqual(["cfltguard"]);
  expect(readdirSync(join(prefix, "lib/node_modules/cfltguard"))).not.toContain("node_modules");
});

test("the installed command says its version", () => {
  expect(sandbox.run(prefix, command, "--version")).toEqual({ code: 0, output: expect.stringContaining(VERSION) });
});

test("the installed command scans, and loads the parts that it loads late", () => {
  const data = sandbox.path("data");
  writeFiles(data, { "leak.txt": LEAK });
  expect(sandbox.run(data, command, "scan", ".")).toEqual({
    code: 1,
    output: expect.stringContaining("leak.txt:1:15"),
  });
  const sarif = sandbox.run(data, command, "scan", ".", "--format", "sarif", "--output", "report.sarif");
  expect(sarif.code).toBe(1);
  expect(readFileSync(join(data, "report.sarif"), "utf8")).toContain("leak.txt");
  expect(sandbox.run(data, command, "scan", "--help")).toEqual({
    code: 0,
    output: expect.stringContaining("--format"),
  });
});

test("the installed command scans with several threads", () => {
  const data = sandbox.path("many");
  const names = Array.from({ length: 3_000 }, (_, i) => `folder-${i % 30}/file-${i}.txt`);
  writeFiles(data, Object.fromEntries(names.map((name, i) => [name, i % 1_000 === 0 ? LEAK : "clean\n".repeat(200)])));
  const { code, output } = sandbox.run(data, command, "scan", ".", "--jobs", "4", "--format", "json");
  expect(code).toBe(1);
  expect(output.match(/"path": "folder-/g)).toHaveLength(3);
});

test("a project imports the library, by import and by require, and its types hold without looking away", () => {
  const consumer = sandbox.path("consumer");
  writeFiles(consumer, {
    "package.json": '{ "name": "consumer", "private": true, "type": "module" }',
    "esm.js": `import { isSecret } from "cfltguard"; console.log(isSecret("x"));`,
    "cjs.cjs": `console.log(require("cfltguard").isSecret("x"));`,
    "types.ts": CONSUMER,
  });
  sandbox.mustRun(consumer, "npm", "install", "--offline", tarball);
  expect(sandbox.run(consumer, "node", "esm.js")).toEqual({ code: 0, output: "false\n" });
  // Node 20 warns that require() of a module is experimental.
  expect(sandbox.run(consumer, "node", "--no-warnings", "cjs.cjs")).toEqual({ code: 0, output: "false\n" });

  const compiler = join(ROOT, "tools/node_modules/typescript/bin/tsc");
  const strict = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--skipLibCheck",
    "false",
    "--target",
    "es2023",
  ];
  const types = ["--typeRoots", join(ROOT, "node_modules/@types"), "--types", "node"];
  for (const module of ["nodenext", "node20", "preserve"]) {
    const checked = sandbox.run(consumer, "node", compiler, ...strict, ...types, "--module", module, "types.ts");
    expect({ module, ...checked }).toEqual({ module, code: 0, output: "" });
  }
});

const CONSUMER = `
import { isSecret, scanBytes, scanFile, scanStream, type Report, type ReportFinding } from "cfltguard";
const report: Report = scanBytes("text", { path: "a.txt" });
const [finding]: readonly ReportFinding[] = report.findings;
export const line: number | undefined = finding?.occurrences[0]?.line;
export const later: Promise<Report>[] = [scanFile("a.txt"), scanStream([new Uint8Array()])];
export const isOne: boolean = isSecret("x");
// @ts-expect-error: what is exported is typed, not any
export const wrong: string = isSecret("x");
`;

/** The size of a file, or of all files below a folder. */
function sizeOf(path: string): string {
  const entries = statSync(path).isFile() ? [path] : filesBelow(path);
  const bytes = entries.reduce((sum, file) => sum + statSync(file).size, 0);
  return `${(bytes / 1000).toFixed(0)} kB`;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(realpathSync(folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
