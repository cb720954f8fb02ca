// Checks what the tests do not: types, lint, format, the package, and that the committed dist/ is what src/ makes.
// One line each on standard output; what is wrong, on standard error. With --fix, formats, fixes and rebuilds first.
// Names of checks choose some of them.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { ensureInstalled, ROOT } from "./install.mjs";

const isFix = process.argv.includes("--fix");
const chosen = process.argv.slice(2).filter((argument) => argument !== "--fix");

const CHECKS = [
  { name: "types", command: tool("typescript/bin/tsc", "-p", ".") },
  { name: "lint", command: tool("oxlint/bin/oxlint", ...(isFix ? ["--fix"] : [])) },
  {
    name: "format",
    command: tool("prettier/bin/prettier.cjs", isFix ? "--write" : "--check", "--log-level", "warn", "."),
  },
  { name: "dist", command: ["scripts/check-dist.mjs"] },
  { name: "package", command: tool("publint/src/cli.js", "--strict") },
];

for (const name of chosen) {
  if (!CHECKS.some((check) => check.name === name)) {
    process.stderr.write(`unknown check ${name}; there are ${CHECKS.map((check) => check.name).join(", ")}\n`);
    process.exit(2);
  }
}
ensureInstalled(".");
ensureInstalled("tools");
const failed = CHECKS.filter(({ name }) => chosen.length === 0 || chosen.includes(name)).filter(fails);
process.exitCode = failed.length > 0 ? 1 : 0;

function tool(script, ...args) {
  return [join("tools/node_modules", script), ...args];
}

function fails({ name, command }) {
  // oxlint looks for its type-aware half on PATH.
  const path = [join(ROOT, "tools/node_modules/.bin"), process.env.PATH].join(delimiter);
  const options = { cwd: ROOT, encoding: "utf8", env: { ...process.env, PATH: path } };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  process.stdout.write(`${status === 0 ? "ok" : "FAILED"} ${name}\n`);
  return status !== 0;
}
