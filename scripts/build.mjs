// Makes dist/ from src/: the command (CommonJS, with parts that are loaded only when used) and the library (ESM).
// With --types, the library's type declarations and the notices of what is bundled as well. With --out FOLDER,
// all of it below that folder instead of the root.
import { build } from "esbuild";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled, ROOT, run } from "./install.mjs";

const COMMON = {
  absWorkingDir: ROOT,
  outdir: "dist",
  bundle: true,
  write: false,
  metafile: true,
  platform: "node",
  target: "node20.19",
  // A source that is all ASCII is half as large in memory, and faster to parse.
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
};

/** A dynamic import of a lazy part becomes a require of its own bundle, read and parsed only when it is reached. */
const lazyParts = {
  name: "lazy-parts",
  setup({ onResolve }) {
    onResolve({ filter: /\/lazy-[a-z-]+\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: `./${basename(path, ".ts")}.cjs`, external: true } : null,
    );
  },
};

/** Bundles into `dist/` below `root`. The same sources give the same bytes, wherever they stand. */
export async function bundle(root = ROOT) {
  const results = [await bundleCommand(), await bundleLibrary()];
  const files = new Map(
    results.flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [basename(path), contents])),
  );
  replaceFiles(join(root, "dist"), files, (path) => /^[^/]+\.c?js$/.test(path));
  return results.flatMap(({ metafile }) => bundledFiles(metafile));
}

function bundleCommand() {
  const names = readdirSync(join(ROOT, "src/cli")).filter((name) => name.startsWith("lazy-"));
  const parts = names.sort().map((name) => ({ in: `src/cli/${name}`, out: basename(name, ".ts") }));
  return build({
    ...COMMON,
    entryPoints: [{ in: "src/cli/start.ts", out: "cli" }, { in: "src/cli/worker.ts", out: "worker" }, ...parts],
    format: "cjs",
    // As a require in a promise: Node's own import() starts the ESM loader, which takes longer than a scan.
    supported: { "dynamic-import": false },
    outExtension: { ".js": ".cjs" },
    plugins: [lazyParts],
    // Libraries that ask for their own file's URL get this bundle's.
    define: { "import.meta.url": "importMetaUrl" },
    inject: ["scripts/import-meta-url.js"],
  });
}

function bundleLibrary() {
  return build({ ...COMMON, entryPoints: [{ in: "src/index.ts", out: "index" }], format: "esm" });
}

/** The files of which at least a byte came into a bundle. */
function bundledFiles({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}

/** Declares the types of the library's face: of its files, and of those that they name, and of no others. */
function declareTypes(root) {
  ensureInstalled("tools");
  const folder = mkdtempSync(join(ROOT, "tools/node_modules/types-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  const compiler = join(ROOT, "tools/node_modules/typescript/bin/tsc");
  run(process.execPath, [compiler, "-p", "tsconfig.types.json", "--outDir", folder]);
  replaceFiles(join(root, "dist/types"), reachable(folder, "index.d.ts"), () => true);
}

/** A declaration file and those that it imports, as JavaScript names: any compiler resolves those. */
function reachable(folder, path, found = new Map()) {
  if (found.has(path)) return found;
  const text = readFileSync(join(folder, path), "utf8");
  found.set(path, text.replaceAll(/(["'])(\.[^"']*)\.ts\1/g, `"$2.js"`));
  for (const [, , imported] of text.matchAll(/(["'])(\.[^"']*)\.ts\1/g)) {
    reachable(folder, posix.join(posix.dirname(path), `${imported}.d.ts`), found);
  }
  return found;
}

/** Writes the licences of the packages that are part of dist/, in full. */
function writeNotices(root, inputs) {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  // One version may be there twice, once below each package that wants it.
  const notices = [...new Set(folders.map(noticeOf))].sort();
  const head = "dist/ holds code of the packages below. cfltguard itself is under the licence in LICENSE.\n";
  const text = [head, ...notices].join(`\n${"-".repeat(80)}\n\n`);
  replaceFile(join(root, "THIRD_PARTY_NOTICES"), Buffer.from(text));
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
  const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? readFileSync(join(ROOT, folder, file), "utf8")
        .replaceAll("\r\n", "\n")
        .trim()
    : "";
  return `${name} ${version} (${license})\n\n${text || `The package holds no licence text; it declares ${license}.`}\n`;
}

/**
 * Makes `folder` hold these files, and none else of those that `isOurs` claims. Each is renamed into place,
 * and only if its bytes are new: whoever runs the old ones meanwhile always finds a whole file.
 */
function replaceFiles(folder, files, isOurs) {
  for (const [path, content] of files) replaceFile(join(folder, path), Buffer.from(content));
  const present = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of present) {
    const path = join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/");
    if (isOurs(path) && !files.has(path)) rmSync(join(folder, path), { force: true });
  }
}

function replaceFile(file, bytes) {
  if (readIfThere(file)?.equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, file);
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { types: { type: "boolean" }, out: { type: "string", default: ROOT } } });
  const root = resolve(values.out);
  const inputs = await bundle(root);
  if (values.types) {
    declareTypes(root);
    writeNotices(root, inputs);
  }
}
