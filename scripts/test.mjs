// Installs what the tests need when it is missing, builds what they run, and runs them. With --integration, the slow
// ones that use npm and the pre-commit framework; with --newest as well, with the newest pre-commit instead of the
// installed one. Whatever else is given goes to vitest.
import { ensureInstalled, run } from "./install.mjs";

const OURS = ["--integration", "--newest"];
const [isIntegration, isNewest] = OURS.map((flag) => process.argv.includes(flag));

ensureInstalled(".");
if (isIntegration) ensureInstalled("tools");
const { bundle } = await import("./build.mjs");
await bundle();

const config = isIntegration ? "vitest.integration.config.ts" : "vitest.config.ts";
const rest = process.argv.slice(2).filter((argument) => !OURS.includes(argument));
run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", config, ...rest], {
  env: { ...process.env, ...(isNewest ? { CFLTGUARD_TEST_PRE_COMMIT: "newest" } : {}) },
});
