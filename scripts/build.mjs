// Bundles src/ into dist/: the command (CommonJS, with parts that are loaded only when used) and the
// library (ESM). With --types, writes the library's type declarations too, and the notices of what is bundled.
import { build } from "esbuild";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ensureInstalled, ROOT, run } from "./install.mjs";

const DIST = join(ROOT, "dist");
const LAZY_PARTS = readdirSync(join(ROOT, "src/cli")).filter((name) => name.startsWith("lazy-"));

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  target: "node20.19",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

/** A dynamic import of a lazy part becomes a require of its own bundle, read and parsed only when it is reached. */
const lazyParts = {
  name: "lazy-parts",
  setup({ onResolve }) {
    onResolve({ filter: /\/lazy-[a-z]+\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: `./${basename(path, ".ts")}.cjs`, external: true } : null,
    );
  },
};

export async function bundle() {
  for (const name of existsSync(DIST) ? readdirSync(DIST) : []) {
    if (/\.c?js$/.test(name)) rmSync(join(DIST, name));
  }
  const parts = LAZY_PARTS.map((name) => ({ in: `src/cli/${name}`, out: basename(name, ".ts") }));
  const command = await build({
    ...COMMON,
    entryPoints: [{ in: "src/cli/start.ts", out: "cli" }, ...parts],
    outdir: "dist",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    plugins: [lazyParts],
    // Libraries that ask for their own file's URL get this bundle's.
    define: { "import.meta.url": "importMetaUrl" },
    banner: { js: `"use strict"; const importMetaUrl = require("node:url").pathToFileURL(__filename).href;` },
  });
  const library = await build({
    ...COMMON,
    entryPoints: [{ in: "src/index.ts", out: "index" }],
    outdir: "dist",
    format: "esm",
  });
  return [...Object.keys(command.metafile.inputs), ...Object.keys(library.metafile.inputs)];
}

/** The licences of the packages that are part of dist/, in full. */
function writeNotices(inputs) {
  const packages = inputs.map((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]).filter(Boolean);
  const notices = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
    const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(ROOT, folder, file), "utf8").replaceAll("\r\n", "\n").trim() : "";
    return `${name} ${version} (${license})\n\n${text || `The package holds no licence text; it declares ${license}.`}\n`;
  });
  const rule = `\n${"-".repeat(80)}\n\n`;
  const head = "dist/ holds code of the packages below. cfltguard itself is under the licence in LICENSE.\n";
  writeFileSync(join(ROOT, "THIRD_PARTY_NOTICES"), [head, ...notices].join(rule));
}

if (process.argv[1] === import.meta.filename) {
  const inputs = await bundle();
  if (process.argv.includes("--types")) {
    ensureInstalled("tools");
    rmSync(join(DIST, "types"), { recursive: true, force: true });
    run(process.execPath, [join(ROOT, "tools/node_modules/typescript/bin/tsc"), "-p", "tsconfig.types.json"]);
    writeNotices(inputs);
  }
}
