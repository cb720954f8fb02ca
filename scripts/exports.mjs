// Lets other scanners find secrets with the rules that we export for them: npm run peers:exports -- [--peers DIR]
import { runBundled } from "./run-bundled.mjs";

await runBundled("bench/peers/exports.ts", { needsProduct: false });
