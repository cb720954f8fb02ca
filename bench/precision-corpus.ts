import { spawnSync } from "node:child_process";
import { createCipheriv, createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, join } from "node:path";

/** Where a package comes from. Each is asked through its own client. */
export type Registry = "npm" | "pypi" | "maven" | "go" | "debian";

/** One package at one version, as its registry's client calls it. */
export interface PackageRecord {
  readonly from: Registry;
  readonly name: string;
  /** Of the archive that the registry gave when the list was recorded, and how long it was. */
  readonly sha256?: string;
  readonly bytes?: number;
}

/** Packages about one thing. */
export interface PartRecord {
  readonly id: string;
  readonly about: string;
  readonly packages: readonly PackageRecord[];
}

/** A package on this machine: its archive as it came, and what was in it. */
export interface Obtained {
  readonly archive: string;
  readonly unpacked: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** How a client is asked for one archive, in a folder of its own. */
type Download = (
  name: string,
  folder: string,
) => { readonly command: readonly [string, ...string[]]; readonly env?: NodeJS.ProcessEnv };

const MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy";

/** The wheels that CPython 3.11 on Linux takes, whatever this machine is. */
const WHEEL_TAGS = [
  "--only-binary",
  ":all:",
  "--implementation",
  "cp",
  "--python-version",
  "3.11",
  ...["cp311", "abi3", "none"].flatMap((abi) => ["--abi", abi]),
  ...["manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"].flatMap((tag) => ["--platform", tag]),
];

const DOWNLOADS: Record<Registry, Download> = {
  npm: (name) => ({ command: ["npm", "pack", name, "--silent", "--ignore-scripts"] }),
  pypi: (name) => ({ command: ["python3", "-m", "pip", "download", "--quiet", "--no-deps", ...WHEEL_TAGS, name] }),
  maven: (name) => ({ command: ["mvn", "-q", "-B", MAVEN_COPY, `-Dartifact=${name}`, "-DoutputDirectory=."] }),
  go: (name, folder) => ({
    command: ["go", "mod", "download", name],
    env: { GOMODCACHE: join(folder, "modules"), GOFLAGS: "-modcacherw" },
  }),
  debian: (name) => ({ command: ["apt-get", "download", "-qq", name] }),
};

/**
 * Downloads a package below `folder` and unpacks it, or finds both done. Archives inside it stay packed. Returns
 * why not where the client could not get it, or gave another archive than was recorded.
 */
export function obtain(wanted: PackageRecord, folder: string): Obtained | string {
  const slug = `${wanted.from}-${wanted.name.replaceAll(/[^A-Za-z0-9.@_-]+/g, "_")}`;
  const holder = join(folder, "archives", slug);
  if (!existsSync(holder)) {
    const problem = download(wanted, holder);
    if (problem !== null) return problem;
  }
  const archive = join(holder, requireOnly(readdirSync(holder), holder));
  const content = readFileSync(archive);
  const sha256 = createHash("sha256").update(content).digest("hex");
  if (wanted.sha256 !== undefined && wanted.sha256 !== sha256) {
    return `the archive's SHA-256 is ${sha256}, and ${wanted.sha256} was recorded`;
  }
  const unpacked = join(folder, "unpacked", slug);
  if (!existsSync(unpacked)) unpack(archive, unpacked);
  return { archive, unpacked, sha256, bytes: content.length };
}

/** Leaves one archive in `holder`. Returns what the client said where it failed. */
function download({ from, name }: PackageRecord, holder: string): string | null {
  const folder = startOver(`${holder}.unfinished`);
  const { command, env } = DOWNLOADS[from](name, folder);
  const problem = runIn(folder, command, env);
  if (problem !== null) return problem;
  if (from === "go") keepModuleZip(folder);
  renameSync(folder, holder);
  return null;
}

/** Of what Go's client leaves behind, only the module's own archive is wanted. */
function keepModuleZip(folder: string): void {
  const modules = join(folder, "modules");
  const zips = readdirSync(join(modules, "cache", "download"), { recursive: true, encoding: "utf8" });
  const zip = requireOnly(
    zips.filter((path) => path.endsWith(".zip") && !path.startsWith("sumdb")),
    modules,
  );
  renameSync(join(modules, "cache", "download", zip), join(folder, basename(zip)));
  rmSync(modules, { recursive: true });
}

function unpack(archive: string, target: string): void {
  const folder = startOver(`${target}.unfinished`);
  const problem = runIn(folder, unpackCommand(archive));
  if (problem !== null) throw new Error(`cannot unpack ${archive}: ${problem}`);
  renameSync(folder, target);
}

function unpackCommand(archive: string): readonly [string, ...string[]] {
  if (/\.(?:tgz|tar\.gz)$/.test(archive)) return ["tar", "-xzf", archive, "--no-same-owner"];
  if (archive.endsWith(".deb")) return ["dpkg-deb", "-x", archive, "."];
  return ["unzip", "-qq", "-o", archive];
}

function startOver(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs a program to its end and returns what went wrong, in one line. */
function runIn(
  cwd: string,
  [program, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = {},
): string | null {
  const options = { cwd, env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (error !== undefined) return `${program} cannot be started: ${error.message}`;
  if (status === 0) return null;
  const said = `${stderr}\n${stdout}`.split("\n").filter((line) => /err|forbidden|not found|cannot/i.test(line));
  return `${program} ended with ${status}: ${said.slice(0, 2).join(" ").trim().slice(0, 300)}`;
}

function requireOnly(names: readonly string[], folder: string): string {
  const [name] = names;
  if (name === undefined || names.length > 1)
    throw new Error(`one file was expected below ${folder}: ${names.join(", ")}`);
  return name;
}

const RANDOM_KEY = createHash("sha256").update("cfltguard precision").digest();
const BLOCK_BYTES = 3 * 1024 * 1024;

/** How lines of random base64 are broken: as mail and PEM do, as a data URI, and in long lines of the other alphabet. */
const RANDOM_FILES = [
  { name: "random-76.b64", columns: 76, isUrl: false },
  { name: "random-one-line.b64", columns: Number.POSITIVE_INFINITY, isUrl: false },
  { name: "random-4096.b64url", columns: 4096, isUrl: true },
] as const;

/** Writes at least `bytes` of random base64 into `folder`, the same in every run. */
export function writeRandom(folder: string, bytes: number): void {
  if (existsSync(folder)) return;
  const unfinished = startOver(`${folder}.unfinished`);
  // The key stream of a cipher is a fast random source that anybody can repeat.
  const cipher = createCipheriv("aes-256-ctr", RANDOM_KEY, Buffer.alloc(16));
  for (const { name, columns, isUrl } of RANDOM_FILES) {
    const fd = openSync(join(unfinished, name), "w");
    let written = 0;
    while (written < bytes / RANDOM_FILES.length) {
      const block = cipher.update(Buffer.alloc(BLOCK_BYTES)).toString(isUrl ? "base64url" : "base64");
      written += writeSync(fd, Number.isFinite(columns) ? inLines(block, columns) : block);
    }
    closeSync(fd);
  }
  renameSync(unfinished, folder);
}

function inLines(text: string, columns: number): string {
  return text.replaceAll(new RegExp(`.{1,${columns}}`, "g"), "$&\n");
}

/** What a part of the corpus consists of. */
export interface Count {
  readonly files: number;
  readonly bytes: number;
}

/** Kinds of files that are full of keys, hashes and base64 and hold no secret of ours. */
export const KINDS = [
  "certificates and keys",
  "state files",
  "lock files",
  "Kubernetes manifests",
  "minified bundles and source maps",
] as const;

/** One of them. */
export type Kind = (typeof KINDS)[number];

/** How much there is below some folders, and of which kinds. Links are not followed. */
export interface Census {
  readonly all: Count;
  readonly kinds: ReadonlyMap<Kind, Count>;
}

const NAMES: ReadonlyArray<readonly [Kind, RegExp]> = [
  ["certificates and keys", /\.(?:pem|crt|cer|cert|der|csr|crl|p7b|p7c|p12|pfx|jks|key|pub)$/i],
  ["state files", /\.tfstate(?:\.|$)|tfstate[^/]*\.json$/i],
  [
    "lock files",
    /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|go\.sum|go\.work\.sum|Cargo\.lock|poetry\.lock|Gemfile\.lock|composer\.lock|Pipfile\.lock|\.terraform\.lock\.hcl)$/,
  ],
  ["minified bundles and source maps", /\.min\.(?:js|css|mjs|cjs)$|\.(?:js|css|mjs|cjs)\.map$|[.-]bundle[^/]*\.js$/],
];

/** Counts the regular files below folders. */
export function takeCensus(folders: readonly string[]): Census {
  const all = { files: 0, bytes: 0 };
  const kinds = new Map(KINDS.map((kind) => [kind, { files: 0, bytes: 0 }]));
  for (const path of folders.flatMap((folder) => [...listFiles(folder)])) {
    const { size } = statSync(path);
    const kind = kindOf(path);
    for (const count of [all, kind === null ? undefined : kinds.get(kind)]) {
      if (count === undefined) continue;
      count.files++;
      count.bytes += size;
    }
  }
  return { all, kinds };
}

function* listFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(path);
    else if (entry.isFile()) yield path;
  }
}

function kindOf(path: string): Kind | null {
  const name = basename(path);
  const named = NAMES.find(([, pattern]) => pattern.test(name));
  if (named !== undefined) return named[0];
  return /\.(?:ya?ml|json)$/.test(name) && isManifest(readFileSync(path, "latin1")) ? "Kubernetes manifests" : null;
}

/** Whether it names a version and a kind, at the start of a line or as keys of JSON. */
function isManifest(text: string): boolean {
  return (
    (/^apiVersion:/m.test(text) && /^kind:/m.test(text)) || (/"apiVersion": ?"/.test(text) && /"kind": ?"/.test(text))
  );
}
