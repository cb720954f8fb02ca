// Builds what is measured, bundles bench/ and runs it: npm run bench -- [--quick] [--only ROWS] [--label L] [--rounds N] [--no-build]
import { runBundled } from "./run-bundled.mjs";

await runBundled("bench/bench.ts", { needsProduct: true });
