// Bundles a TypeScript program of bench/ and runs it in the repository's root.
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { ensureInstalled, ROOT, run } from "./install.mjs";

/** Runs `entry` with the arguments of this process; builds the product first unless `--no-build` is among them. */
export async function runBundled(entry, { needsProduct }) {
  const args = process.argv.slice(2);
  ensureInstalled(".");
  if (needsProduct && !args.includes("--no-build")) {
    const { bundle } = await import("./build.mjs");
    await bundle();
  }
  const { build } = await import("esbuild");
  const outfile = join(ROOT, "node_modules/.cache/cfltguard-bench", `${basename(entry, ".ts")}.mjs`);
  mkdirSync(join(outfile, ".."), { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    outfile,
    logLevel: "warning",
  });
  run(process.execPath, [outfile, ...args.filter((argument) => argument !== "--no-build")]);
}
