import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { PEERS, type Installation, type Peer } from "./peers.ts";
import { peersFolder, type Installed } from "./run.ts";

/**
 * Installs the other scanners below one folder, each in its own; see bench/README.md. Started by
 * scripts/peers.mjs, in the repository's root. Says which it could not get and why, and ends with 0 all the same.
 */
const { values } = parseArgs({
  options: { into: { type: "string" }, only: { type: "string" }, again: { type: "boolean", default: false } },
});
const root = process.cwd();
const base = values.into === undefined ? peersFolder() : resolve(values.into);
const only = values.only?.split(",");
const LOWEST_PRIORITY = 19;

setPriority(LOWEST_PRIORITY);
for (const peer of PEERS.filter(({ id }) => only === undefined || only.includes(id))) {
  const folder = join(base, peer.id);
  const record = join(folder, "installed.json");
  if (!values.again && existsSync(record) && isCurrent(peer, record)) {
    process.stdout.write(`${peer.id} ${peer.version}: there already\n`);
    continue;
  }
  process.stderr.write(`installing ${peer.id} ${peer.version}\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const started = performance.now();
  const problem = install(peer.installation, folder);
  const seconds = Math.round((performance.now() - started) / 1000);
  const installed: Installed = { version: peer.version, problem };
  writeFileSync(record, `${JSON.stringify(installed, null, 2)}\n`);
  process.stdout.write(`${peer.id} ${peer.version}: ${problem ?? `installed in ${seconds} s`}\n`);
}

function isCurrent(peer: Peer, record: string): boolean {
  const { version, problem } = JSON.parse(readFileSync(record, "utf8")) as Installed;
  return version === peer.version && problem === null;
}

/** Returns why not, where it could not be. */
function install(installation: Installation, folder: string): string | null {
  switch (installation.kind) {
    case "go":
      return installModule(installation, folder);
    case "pip":
      return installWheels(installation.requirements, folder);
    case "npm":
      return installPackages(installation.folder, folder);
    default:
      return installation satisfies never;
  }
}

/**
 * Builds a module as its own go.mod has it. `go install` would not: it refuses modules that replace any of their
 * requirements, and asks for lists of versions that a proxy may not have.
 */
function installModule(wanted: Installation & { kind: "go" }, folder: string): string | null {
  const { module, version, sum, withoutReplacement } = wanted;
  const downloaded = run("go", ["mod", "download", "-json", `${module}@${version}`], folder);
  if (downloaded.problem !== null) return downloaded.problem;
  const { Dir, Sum } = JSON.parse(downloaded.stdout) as { readonly Dir: string; readonly Sum: string };
  if (Sum !== sum) return `${module}@${version} has the hash ${Sum}, and ${sum} was recorded`;

  const source = join(folder, "source");
  cpSync(Dir, source, { recursive: true });
  makeWritable(source);
  if (withoutReplacement !== undefined) {
    const edited = run("go", ["mod", "edit", `-dropreplace=${withoutReplacement}`], source);
    if (edited.problem !== null) return edited.problem;
  }
  // Only what is left out changes go.sum. One package at a time, so that the machine stays usable.
  const mode = withoutReplacement === undefined ? "-mod=readonly" : "-mod=mod";
  const name = join(folder, "bin", module.split("/").findLast((part) => !/^v\d+$/.test(part)) ?? module);
  const built = run("go", ["build", "-p", "1", mode, "-trimpath", "-buildvcs=false", "-o", name, "."], source);
  if (built.problem === null) rmSync(source, { recursive: true });
  return built.problem;
}

/** Go keeps modules read-only. */
function makeWritable(folder: string): void {
  spawnSync("chmod", ["-R", "u+w", folder]);
}

function installWheels(requirements: string, folder: string): string | null {
  const made = run("python3", ["-m", "venv", folder], folder);
  if (made.problem !== null) return made.problem;
  const flags = ["--quiet", "--require-hashes", "--only-binary", ":all:", "--no-deps"];
  return run(
    join(folder, "bin/python"),
    ["-m", "pip", "install", ...flags, "-r", join(root, "bench/peers", requirements)],
    folder,
  ).problem;
}

function installPackages(lockFolder: string, folder: string): string | null {
  cpSync(join(root, "bench/peers", lockFolder), folder, { recursive: true });
  return run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder).problem;
}

/** Runs a program to its end; the problem is the last thing that it said. */
function run(program: string, args: readonly string[], cwd: string): { stdout: string; problem: string | null } {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (error !== undefined) return { stdout: "", problem: `${program} cannot be started: ${error.message}` };
  if (status === 0) return { stdout, problem: null };
  const told = `${stdout}\n${stderr}`
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("go: downloading"));
  return { stdout, problem: `${program} ${args[0] ?? ""} ended with ${status}: ${told.slice(-2).join(" ").trim()}` };
}
