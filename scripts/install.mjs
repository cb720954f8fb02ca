// Installs the packages of a folder when they are missing or not those of its lock file.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** npm is a script on Windows, and only a shell starts those. */
const NPM_OPTIONS = { shell: process.platform === "win32" };

/** Makes the packages those of the lock file in `folder` (seen from the root). No install script of any package runs. */
export function ensureInstalled(folder) {
  const wanted = readFileSync(join(ROOT, folder, "package-lock.json"), "utf8");
  const stamp = join(ROOT, folder, "node_modules", ".package-lock.json");
  if (existsSync(stamp) && samePackages(wanted, readFileSync(stamp, "utf8"))) return;
  process.stderr.write(`installing the packages of ${join(folder, "package-lock.json")}\n`);
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["ci", ...flags], { ...NPM_OPTIONS, cwd: join(ROOT, folder) });
}

/** npm's own note of what is installed names every package of the lock file but the root and those of other systems. */
function samePackages(wanted, installed) {
  const packages = (text) => JSON.parse(text).packages;
  const present = packages(installed);
  return Object.entries(packages(wanted)).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

/** Runs a program to its end with our streams, and ends this process if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
