// Installs what the tests need when it is missing, builds what they run, and runs them.
import { ensureInstalled, run } from "./install.mjs";

ensureInstalled(".");
const { bundle } = await import("./build.mjs");
await bundle();

const isIntegration = process.argv.includes("--integration");
const config = isIntegration ? "vitest.integration.config.ts" : "vitest.config.ts";
const rest = process.argv.slice(2).filter((argument) => argument !== "--integration");
run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", config, ...rest]);
