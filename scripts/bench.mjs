// Builds what is measured, bundles bench/ and runs it: npm run bench -- [--quick] [--only ROWS] [--label L] [--rounds N] [--no-build]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, ROOT, run } from "./install.mjs";

const args = process.argv.slice(2);
ensureInstalled(".");
if (!args.includes("--no-build")) {
  const { bundle } = await import("./build.mjs");
  await bundle();
}

const { build } = await import("esbuild");
const outfile = join(ROOT, "node_modules/.cache/cfltguard-bench/bench.mjs");
mkdirSync(join(outfile, ".."), { recursive: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: ["bench/bench.ts"],
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  outfile,
  logLevel: "warning",
});
run(process.execPath, [outfile, ...args.filter((argument) => argument !== "--no-build")]);
