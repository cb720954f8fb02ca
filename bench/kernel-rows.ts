import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Kernel } from "../src/kernel/kernel.ts";
import { createScalarKernel } from "../src/kernel/scalar.ts";
import { createSimdKernel } from "../src/kernel/simd.ts";
import { makeSecret, makeText, seeded } from "../test/support/secrets.ts";
import type { Corpora, Scale } from "./corpora.ts";
import { inTurns, spreadOf, type Spread } from "./statistics.ts";

/** One way to search, over one text. */
export interface KernelArmResult {
  readonly name: string;
  /** Billions of bytes a second. */
  readonly rate: Spread;
  /** Milliseconds of each round. */
  readonly samples: readonly number[];
  readonly candidates: number;
}

/** The ways to search one text, in turns, on one thread of this process. */
export interface KernelRowResult {
  readonly id: string;
  readonly title: string;
  readonly bytes: number;
  readonly arms: readonly KernelArmResult[];
  readonly verdict: "no bar" | "INVALID";
  readonly reason: string;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SECRET_BYTES = 64;
const LINE_CHARACTERS = 76;
const SEED = 7;
const PAGE_BYTES = 65_536;
const KIB = 1024;
const USUAL_KIB = 528;
const BUFFER_KIB = [64, 128, 256, USUAL_KIB];
const MAX_CANDIDATES = 10_000;
/** Less text than this says nothing. */
const MIN_TEXT_BYTES = 1_000_000;
const PRODUCT = "SIMD, leads of every form (the product)";
const NO_COMPILER = "tools/ is not installed: no two-byte arm";
const COMPILER_FLAGS =
  "--runtime stub --enable simd --noAssert -O3 --converge --importMemory --initialMemory 2 --use abort=".split(" ");
/** Files of program text that a system may have, beside the packages of this project. */
const SYSTEM_SOURCE_FOLDERS = ["/usr/include", "/usr/lib/python3", "/usr/lib/python3.11", "/usr/share/perl"];

/** What the kernel rows run over. */
export interface KernelSetup {
  readonly corpora: Corpora;
  readonly scale: Scale;
  readonly root: string;
  readonly rounds: number;
  /** One more probe to try: an AssemblyScript file that exports `findCandidates`. */
  readonly extraKernel: string | null;
}

/** A probe that is not the product's, compiled as the product's is. */
interface OtherKernel {
  readonly name: string;
  readonly wasm: Uint8Array;
}

/**
 * Runs every kernel row: what each probe costs on each kind of text, and how much to read at a time. The product looks
 * for secrets in any form, the others for plain ones alone; it is those that are compared.
 */
export async function runKernelRows(setup: KernelSetup, done: (row: KernelRowResult) => void): Promise<void> {
  const { corpora, scale, root, rounds, extraKernel } = setup;
  const sampleBytes = scale.name === "full" ? 64_000_000 : 8_000_000;
  const sources: [string, string][] = [["SIMD, two-byte compare", "bench/kernels/two-byte.ts"]];
  if (extraKernel !== null) sources.push([basename(extraKernel), extraKernel]);
  const others = sources.flatMap(([name, source]) => {
    const wasm = compileKernel(root, source);
    return wasm === null ? [] : [{ name, wasm }];
  });
  for (const text of texts(corpora, sampleBytes)) {
    if (text.bytes.length >= MIN_TEXT_BYTES) done(await runProbes(text, others, rounds));
  }
  done(await runBufferSizes(corpora, others, rounds));
}

/** One way to list the candidates of a text: milliseconds of searching, without loading, and where they are. */
type Search = (bytes: Buffer) => { readonly ms: number; readonly found: readonly number[] };

async function runProbes(
  { id, title, bytes }: Text,
  others: readonly OtherKernel[],
  rounds: number,
): Promise<KernelRowResult> {
  const simd = createSimdKernel();
  const arenaBytes = simd.arena.length;
  const searches: [string, Search][] = [
    [PRODUCT, searchWith(probeOf(simd))],
    ["the same again: the noise", searchWith(probeOf(simd))],
    ...others.map(({ name, wasm }): [string, Search] => [name, searchWith(loadProbe(wasm, arenaBytes))]),
    ["scalar twin", searchWith(probeOf(createScalarKernel()))],
    ["regular expression, decoding to latin1 included", searchByRegExp],
  ];
  const measured = await inTurns(
    searches.map(
      ([, search]) =>
        () =>
          search(bytes),
    ),
    rounds,
  );
  const arms = searches.map(([name], i): KernelArmResult => {
    const runs = measured[i] ?? [];
    return { name, ...ratesOf(runs, bytes.length), candidates: runs[0]?.found.length ?? 0 };
  });
  const answers = new Set(measured.flat().map(({ found }) => found.join()));
  const about = { id: `kernel-${id}`, title, bytes: bytes.length };
  if (answers.size === 1) return { ...about, arms, verdict: "no bar", reason: others.length > 0 ? "" : NO_COMPILER };
  return {
    ...about,
    arms: [],
    verdict: "INVALID",
    reason: `the arms found ${arms.map((arm) => arm.candidates).join(", ")}`,
  };
}

function ratesOf(runs: readonly { readonly ms: number }[], bytes: number): Pick<KernelArmResult, "rate" | "samples"> {
  const samples = runs.map(({ ms }) => ms);
  return { samples, rate: spreadOf(samples.map((ms) => bytes / ms / 1e6)) };
}

/** Lists where plain secrets stand, by their shape. */
interface Probe {
  readonly arena: Uint8Array;
  /** Those that are whole in the first `filled` bytes of the arena. */
  find(filled: number): readonly number[];
}

function probeOf(kernel: Kernel, arenaBytes = kernel.arena.length): Probe {
  return {
    arena: kernel.arena.subarray(0, arenaBytes),
    find(filled) {
      const found: number[] = [];
      for (let from = 0; from < filled;) {
        const { leads, resume } = kernel.findLeads(from, filled, filled);
        for (const { kind, start } of leads) if (kind === "secret") found.push(start);
        from = resume;
      }
      return found;
    },
  };
}

function searchWith(probe: Probe): Search {
  return (text) => searchBlocks(probe, text);
}

/** Loads the arena again and again, as a file is read, and times the searches alone. */
function searchBlocks(probe: Probe, bytes: Buffer): ReturnType<Search> {
  const { arena } = probe;
  const found: number[] = [];
  let ns = 0n;
  for (let at = 0; at < bytes.length; at += arena.length - SECRET_BYTES + 1) {
    const block = bytes.subarray(at, at + arena.length);
    arena.set(block);
    const start = process.hrtime.bigint();
    for (const candidate of probe.find(block.length)) found.push(at + candidate);
    ns += process.hrtime.bigint() - start;
  }
  return { ms: Number(ns) / 1e6, found };
}

function searchByRegExp(bytes: Buffer): ReturnType<Search> {
  const start = process.hrtime.bigint();
  const found: number[] = [];
  const pattern = /(?=cflt[A-Za-z0-9+/]{60})/g;
  const text = bytes.toString("latin1");
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match.index);
    pattern.lastIndex = match.index + 1;
  }
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, found };
}

interface Text {
  readonly id: string;
  readonly title: string;
  readonly bytes: Buffer;
}

function* texts(corpora: Corpora, sampleBytes: number): Generator<Text> {
  yield {
    id: "packages",
    title: "the start of the large file (text of node_modules)",
    bytes: readStart(corpora.file.path, sampleBytes),
  };
  yield { id: "system-source", title: "C, Python and Perl source of the system", bytes: readSystemSource(sampleBytes) };
  yield {
    id: "base64-lines",
    title: `random base64, ${LINE_CHARACTERS} a line`,
    bytes: randomBase64(sampleBytes / 4, true),
  };
  yield { id: "base64-run", title: "random base64 in one run", bytes: randomBase64(sampleBytes / 4, false) };
  const binaries = readdirSync(corpora.binaries.path).map((name) => join(corpora.binaries.path, name));
  const each = Math.ceil(sampleBytes / Math.min(16, binaries.length));
  yield {
    id: "binaries",
    title: "program binaries, the start of each",
    bytes: concatUpTo(binaries, each, sampleBytes),
  };
}

function readStart(path: string, maxBytes: number): Buffer {
  const fd = openSync(path, "r");
  const bytes = Buffer.alloc(maxBytes);
  const count = readSync(fd, bytes, 0, maxBytes, 0);
  closeSync(fd);
  return bytes.subarray(0, count);
}

function concatUpTo(paths: readonly string[], eachBytes: number, maxBytes: number): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  for (const path of paths) {
    if (total >= maxBytes) break;
    const part = readStart(path, Math.min(eachBytes, maxBytes - total));
    parts.push(part);
    total += part.length;
  }
  return Buffer.concat(parts);
}

function readSystemSource(maxBytes: number): Buffer {
  const paths = SYSTEM_SOURCE_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:h|hpp|py|p[lm])$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  return concatUpTo(paths, PAGE_BYTES, maxBytes);
}

/** Characters of a secret's alphabet, with a few secrets among them. */
function randomBase64(bytes: number, isWrapped: boolean): Buffer {
  const random = seeded(SEED);
  const lines = Array.from({ length: Math.floor(bytes / LINE_CHARACTERS) }, (_, i) => {
    const length = LINE_CHARACTERS - (isWrapped ? 1 : 0);
    const isPlanted = i % 10_000 === 5_000;
    return isPlanted
      ? makeSecret(random) + makeText(random, ALPHABET, length - SECRET_BYTES)
      : makeText(random, ALPHABET, length);
  });
  return Buffer.from(lines.join(isWrapped ? "\n" : ""));
}

/** Reads the large file with the product's probe and buffers of several sizes: what a read costs, and what a cache holds. */
async function runBufferSizes(
  corpora: Corpora,
  others: readonly OtherKernel[],
  rounds: number,
): Promise<KernelRowResult> {
  const { path, bytes, planted } = corpora.file;
  const simd = createSimdKernel();
  const withSearch = (name: string, probe: Probe): [string, () => { ms: number; found: number }] => [
    name,
    () => readAndSearch(path, probe),
  ];
  const arms = [
    ...BUFFER_KIB.map((kib) => withSearch(`${PRODUCT}, ${kib} KiB`, probeOf(simd, kib * KIB))),
    ...others.map((other) => withSearch(`${other.name}, ${USUAL_KIB} KiB`, loadProbe(other.wasm, USUAL_KIB * KIB))),
  ];
  const onlyReading: Probe = { arena: new Uint8Array(USUAL_KIB * KIB), find: () => [] };
  const runs = [...arms.map(([, run]) => run), () => readAndSearch(path, onlyReading)];
  const names = [...arms.map(([name]) => name), `no search, ${USUAL_KIB} KiB`];
  const measured = await inTurns(runs, rounds);
  const results = names.map((name, i): KernelArmResult => {
    const samples = measured[i] ?? [];
    return { name, ...ratesOf(samples, bytes), candidates: samples[0]?.found ?? 0 };
  });
  const about = { id: "kernel-buffers", title: "the large file, one thread, reading included", bytes };
  const isRight = results.slice(0, -1).every(({ candidates }) => candidates === planted);
  if (isRight) return { ...about, arms: results, verdict: "no bar", reason: "" };
  return {
    ...about,
    arms: [],
    verdict: "INVALID",
    reason: `found ${results.map((one) => one.candidates).join(", ")}, not ${planted}`,
  };
}

function readAndSearch(path: string, probe: Probe): { ms: number; found: number } {
  const { arena } = probe;
  const start = process.hrtime.bigint();
  const fd = openSync(path, "r");
  const kept = SECRET_BYTES - 1;
  let found = 0;
  let filled = 0;
  for (;;) {
    const count = readSync(fd, arena, filled, arena.length - filled, null);
    if (count === 0) break;
    filled += count;
    found += probe.find(filled).length;
    if (filled < arena.length) continue;
    arena.copyWithin(0, filled - kept, filled);
    filled = kept;
  }
  closeSync(fd);
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, found };
}

/** A probe in WebAssembly over an arena of any size. */
function loadProbe(wasm: Uint8Array, arenaBytes: number): Probe {
  const output = PAGE_BYTES;
  const arena = 2 * PAGE_BYTES;
  const pages = Math.ceil((arena + arenaBytes + SECRET_BYTES) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } });
  const search = exports["findCandidates"] as (from: number, to: number, out: number, max: number) => number;
  const words = new Uint32Array(memory.buffer, output, MAX_CANDIDATES);
  return {
    arena: new Uint8Array(memory.buffer, arena, arenaBytes),
    find(filled) {
      const found: number[] = [];
      for (let from = arena; ;) {
        const count = search(from, arena + filled, output, MAX_CANDIDATES);
        for (const address of words.subarray(0, count)) found.push(address - arena);
        if (count < MAX_CANDIDATES) return found;
        from = (words[count - 1] ?? 0) + 1;
      }
    },
  };
}

/** Compiles a probe as scripts/build-kernel.mjs compiles the product's; `null` where the compiler is not installed. */
function compileKernel(root: string, source: string): Buffer | null {
  const compiler = join(root, "tools/node_modules/assemblyscript/bin/asc.js");
  if (!existsSync(compiler)) return null;
  const folder = mkdtempSync(join(tmpdir(), "cfltguard-bench-kernel-"));
  try {
    const output = join(folder, "kernel.wasm");
    const { status, stderr } = spawnSync(process.execPath, [compiler, source, "--outFile", output, ...COMPILER_FLAGS], {
      cwd: root,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${source} does not compile: ${stderr}`);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
