// Compiles assembly/ to WebAssembly and writes it, as base64, to src/kernel/wasm.generated.ts.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, ROOT, run } from "./install.mjs";

ensureInstalled("tools");
const folder = mkdtempSync(join(ROOT, "tools/node_modules/kernel-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const output = join(folder, "kernel.wasm");
const compiler = join(ROOT, "tools/node_modules/assemblyscript/bin/asc.js");
const flags = "--runtime stub --enable simd --noAssert -O3 --converge --importMemory --initialMemory 2".split(" ");
run(process.execPath, [compiler, "assembly/index.ts", "--outFile", output, ...flags, "--use", "abort="]);

const wasm = readFileSync(output);
const source = join(folder, "wasm.generated.ts");
writeFileSync(
  source,
  `// Generated from assembly/ by "npm run build:kernel". Do not edit.

/** The kernel's WebAssembly module: ${wasm.length} bytes, in base64. */
export const WASM_BASE64 =
  "${wasm.toString("base64")}";
`,
);
renameSync(source, join(ROOT, "src/kernel/wasm.generated.ts"));
