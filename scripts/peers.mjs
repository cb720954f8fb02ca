// Installs other scanners into a folder of their own: npm run peers:install -- [--into DIR] [--only PEERS] [--again]
import { runBundled } from "./run-bundled.mjs";

await runBundled("bench/peers/install.ts", { needsProduct: false });
