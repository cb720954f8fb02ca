// Compares what we find with what other scanners find: npm run recall -- [--peers DIR] [--only SHAPES] [--no-peers] [--output FILE] [--no-build]
import { runBundled } from "./run-bundled.mjs";

await runBundled("bench/recall.ts", { needsProduct: true });
