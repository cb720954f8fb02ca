import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { MUTATED_SHAPES, RECALL_SHAPES, type PairedShape, type PlantedPair } from "../test/support/paired-shapes.ts";
import { SECRET_KINDS, seeded, seedOf, type SecretKind } from "../test/support/secrets.ts";
import { plainEnvironment } from "./measure.ts";
import { PEERS } from "./peers/peers.ts";
import { peersFolder, runPeer, type PeerResult } from "./peers/run.ts";
import { findShortfalls, judge, type Place, type PlantedCase } from "./recall-results.ts";
import { describeRecall } from "./recall-table.ts";
import { describeCommit } from "./results.ts";

/**
 * Writes every shape of the tests' tables with generated secrets, lets the product and the other scanners look for
 * them, and writes bench/recall.md; see bench/README.md. Started by scripts/recall.mjs, in the repository's root.
 * Ends with 1 if the product finds or pairs fewer than it has to.
 */
const root = process.cwd();
const { values } = parseArgs({
  options: {
    peers: { type: "string" },
    only: { type: "string" },
    "no-peers": { type: "boolean", default: false },
    output: { type: "string" },
  },
});

const DRAWS_A_CASE = 20;
const FOLDER_IN_PATH = /(?:new|legacy)\/c\d{5}\/s\d{2}(?=[/!:]|$)/;
const say = (line: string): boolean => process.stderr.write(`${line}\n`);

const shapes = [...RECALL_SHAPES, ...MUTATED_SHAPES].filter(
  ({ id }) => values.only === undefined || id.startsWith(values.only),
);
if (shapes.length === 0) throw new Error(`no shape's name begins with ${values.only}`);
const tree = realpathSync(mkdtempSync(join(tmpdir(), "cfltguard-recall-")));
try {
  const planted = shapes.flatMap((shape, index) => [plant(shape, index, "new"), plant(shape, index, "legacy")]);
  say(`${(planted.length * DRAWS_A_CASE).toLocaleString("en")} files in ${tree}`);
  const places = runProduct();
  const folder = values.peers === undefined ? peersFolder() : resolve(values.peers);
  const peerResults = values["no-peers"] ? [] : PEERS.map((peer) => tellOf(runPeer(peer, folder, tree)));
  const results = judge(planted, places, peerResults, folderOf);
  const isPartial = values.only !== undefined || values["no-peers"];
  const output = values.output ?? (isPartial ? null : join(root, "bench/recall.md"));
  const date = new Date().toISOString().slice(0, 10);
  const text = describeRecall(results, peerResults, { date, commit: describeCommit(root), drawsACase: DRAWS_A_CASE });
  if (output === null) process.stdout.write(text);
  else writeFileSync(output, text);
  const shortfalls = findShortfalls(results);
  for (const shortfall of shortfalls) say(`not as promised: ${shortfall}`);
  process.exitCode = shortfalls.length === 0 ? 0 : 1;
} finally {
  rmSync(tree, { recursive: true });
}

/** Writes the files of a case, each in a folder of its own. A case's secrets depend on its name and kind alone. */
function plant(shape: PairedShape, index: number, kind: SecretKind): PlantedCase {
  const files = new Map<string, readonly PlantedPair[]>();
  for (let draw = 0; draw < DRAWS_A_CASE; draw++) {
    const { fileName, bytes, pairs } = shape.make(SECRET_KINDS[kind], seeded(seedOf(shape.id, draw)));
    const folder = `${kind}/c${String(index).padStart(5, "0")}/s${String(draw).padStart(2, "0")}`;
    mkdirSync(join(tree, folder), { recursive: true });
    writeFileSync(join(tree, folder, fileName.replace(/\.bin$/, ".dat")), bytes);
    files.set(folder, pairs);
  }
  return { shape, kind, files };
}

/** What the product says of each folder. */
function runProduct(): ReadonlyMap<string, readonly Place[]> {
  const report = `${tree}.json`;
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, "bin/cfltguard.js"), "scan", "--format", "json", "--output", report, "."],
      { cwd: tree, env: plainEnvironment(), encoding: "utf8" },
    );
    if (status !== 0 && status !== 1) throw new Error(`the scan ended with ${status}: ${stderr}`);
    say(`cfltguard: ${stderr.trim().split("\n").at(-1) ?? ""}`);
    return placesByFolder(JSON.parse(readFileSync(report, "utf8")) as Report);
  } finally {
    rmSync(report, { force: true });
  }
}

interface Report {
  readonly findings: ReadonlyArray<{
    readonly secretSha256: string | null;
    readonly keyIds: readonly string[];
    readonly occurrences: ReadonlyArray<{ readonly path: string; readonly line: number }>;
  }>;
}

function placesByFolder({ findings }: Report): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { secretSha256, keyIds, occurrences } of findings) {
    for (const { path, line } of occurrences) {
      const folder = folderOf(path);
      places.set(folder, [...(places.get(folder) ?? []), { secretSha256: secretSha256 ?? "", line, keyIds }]);
    }
  }
  return places;
}

function folderOf(path: string): string {
  return FOLDER_IN_PATH.exec(path)?.[0] ?? "";
}

function tellOf(result: PeerResult): PeerResult {
  const { peer, findings, seconds, problem } = result;
  say(`${peer.id}: ${problem ?? `${findings.length.toLocaleString("en")} findings in ${seconds.toFixed(0)} s`}`);
  return result;
}
