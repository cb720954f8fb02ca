// Scans public packages in which nothing may be found: npm run precision -- [--into DIR] [--only PARTS] [--obtain] [--record] [--no-build]
import { runBundled } from "./run-bundled.mjs";

await runBundled("bench/precision.ts", { needsProduct: !process.argv.includes("--obtain") });
