import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { RECALL_CASES, type RecallCase } from "../test/support/recall-cases.ts";
import { makeKeyId, makeSecret, seeded } from "../test/support/secrets.ts";
import { plainEnvironment } from "./measure.ts";
import { PEERS } from "./peers/peers.ts";
import { peersFolder, runPeer, type PeerResult } from "./peers/run.ts";
import { describeCommit } from "./results.ts";

/**
 * Writes every shape of the tests' table with generated secrets, lets the product and the other scanners look for
 * them, and writes bench/recall.md; see bench/README.md. Started by scripts/recall.mjs, in the repository's root.
 * Ends with 1 if the product misses one, or names a wrong line.
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

/** One file of the tree, and the one secret in it. */
interface Planted {
  readonly caseIndex: number;
  readonly folder: string;
  readonly secretSha256: string;
  readonly line: number;
}

/** What the product said of one file. */
interface Place {
  readonly secretSha256: string;
  readonly line: number;
}

/** How many of a case's secrets somebody found. */
interface CaseResult {
  readonly recallCase: RecallCase;
  readonly found: number;
  readonly lineRight: number;
  /** Occurrences beside the one that is right. */
  readonly others: number;
  readonly peers: readonly number[];
}

const SECRETS_A_CASE = 20;
const FOLDER_IN_PATH = /c\d{5}\/s\d{2}(?=[/!:]|$)/;
const say = (line: string): boolean => process.stderr.write(`${line}\n`);

const cases = RECALL_CASES.filter(({ id }) => values.only === undefined || id.startsWith(values.only));
if (cases.length === 0) throw new Error(`no shape's name begins with ${values.only}`);
const tree = realpathSync(mkdtempSync(join(tmpdir(), "cfltguard-recall-")));
try {
  const planted = cases.flatMap((recallCase, caseIndex) => plant(recallCase, caseIndex));
  say(`${planted.length.toLocaleString("en")} files in ${tree}`);
  const places = runProduct();
  const folder = values.peers === undefined ? peersFolder() : resolve(values.peers);
  const peerResults = values["no-peers"] ? [] : PEERS.map((peer) => tellOf(runPeer(peer, folder, tree)));
  const results = judge(planted, places, peerResults);
  const isPartial = values.only !== undefined || values["no-peers"];
  const output = values.output ?? (isPartial ? null : join(root, "bench/recall.md"));
  const text = describe(results, peerResults);
  if (output === null) process.stdout.write(text);
  else writeFileSync(output, text);
  process.exitCode = results.every(isComplete) ? 0 : 1;
} finally {
  rmSync(tree, { recursive: true });
}

/** Writes the files of a case, each in a folder of its own. A case's secrets depend on its name alone. */
function plant(recallCase: RecallCase, caseIndex: number): readonly Planted[] {
  return Array.from({ length: SECRETS_A_CASE }, (_, i) => {
    const seed = createHash("sha256").update(`${recallCase.id} ${i}`).digest().readUInt32LE();
    const random = seeded(seed);
    const secret = makeSecret(random);
    const { fileName, bytes, line } = recallCase.make(secret, makeKeyId(random), random);
    const folder = `c${String(caseIndex).padStart(5, "0")}/s${String(i).padStart(2, "0")}`;
    mkdirSync(join(tree, folder), { recursive: true });
    writeFileSync(join(tree, folder, fileName.replace(/\.bin$/, ".dat")), bytes);
    return { caseIndex, folder, secretSha256: createHash("sha256").update(secret).digest("hex"), line };
  });
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
    readonly secretSha256: string;
    readonly occurrences: ReadonlyArray<{ readonly path: string; readonly line: number }>;
  }>;
}

function placesByFolder({ findings }: Report): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { secretSha256, occurrences } of findings) {
    for (const { path, line } of occurrences) {
      const folder = folderOf(path);
      places.set(folder, [...(places.get(folder) ?? []), { secretSha256, line }]);
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

function judge(
  planted: readonly Planted[],
  places: ReadonlyMap<string, readonly Place[]>,
  peerResults: readonly PeerResult[],
): readonly CaseResult[] {
  const foldersOfPeers = peerResults.map(({ findings }) => new Set(findings.map(({ file }) => folderOf(file))));
  return cases.map((recallCase, index) => {
    const own = planted.filter(({ caseIndex }) => caseIndex === index);
    const right = own.map(({ folder, secretSha256 }) =>
      (places.get(folder) ?? []).filter((place) => place.secretSha256 === secretSha256),
    );
    const reported = own.reduce((sum, { folder }) => sum + (places.get(folder)?.length ?? 0), 0);
    const found = right.filter((some) => some.length > 0).length;
    return {
      recallCase,
      found,
      lineRight: own.filter(({ line }, i) => right[i]?.some((place) => place.line === line)).length,
      others: reported - found,
      peers: foldersOfPeers.map((folders) => own.filter(({ folder }) => folders.has(folder)).length),
    };
  });
}

function isComplete({ found, lineRight }: CaseResult): boolean {
  return found === SECRETS_A_CASE && lineRight === SECRETS_A_CASE;
}

function describe(results: readonly CaseResult[], peerResults: readonly PeerResult[]): string {
  const names = peerResults.map(({ peer }) => peer.id);
  const groups = [...new Set(results.map(({ recallCase }) => recallCase.group))];
  const head = ["found", "line right", "others", ...names];
  const total = (some: readonly CaseResult[]): string[] => totals(some, peerResults);
  return [
    "# Recall",
    "",
    `Made by \`npm run recall\` on ${new Date().toISOString().slice(0, 10)}, commit ${describeCommit(root)}: ${results.length} shapes,`,
    `${SECRETS_A_CASE} generated, never-issued secrets each, one a file. They are the same in every run. The shapes stand in`,
    "test/support/recall-cases.ts.",
    "",
    "- **found**: the secret itself is reported in its file. **line right**: at the line on which it begins. **others**:",
    "  whatever else is reported there, the same secret at a second place included.",
    "- For the other scanners, a secret counts as found if they report _anything at all_ in its file, the key ID and",
    "  chance matches included. Settings that let them find more are on, and files that would be named `.bin`, which",
    "  some of them leave out, are named `.dat`. Their verification is off and no network is in reach.",
    "",
    ...table(["scanner", "version", "arguments", "seconds", "remarks"], peerResults.map(describePeer)),
    "",
    "## In all",
    "",
    ...table(
      ["group", "shapes", "secrets", ...head],
      [...groups, null].map((group) => {
        const some = results.filter(({ recallCase }) => group === null || recallCase.group === group);
        const secrets = (some.length * SECRETS_A_CASE).toLocaleString("en");
        return [group ?? "**all**", String(some.length), secrets, ...total(some)];
      }),
    ),
    "",
    ...groups.flatMap((group) => [
      `## ${group}`,
      "",
      `Of ${SECRETS_A_CASE} secrets each:`,
      "",
      ...table(
        ["shape", ...head],
        results
          .filter(({ recallCase }) => recallCase.group === group)
          .map((result) => describeCase(result, peerResults)),
      ),
      "",
    ]),
  ].join("\n");
}

/** Shares of all secrets of some cases, in per cent. */
function totals(some: readonly CaseResult[], peerResults: readonly PeerResult[]): string[] {
  const share = (count: (result: CaseResult) => number): string =>
    percent(some.reduce((sum, result) => sum + count(result), 0) / (some.length * SECRETS_A_CASE));
  return [
    share(({ found }) => found),
    share(({ lineRight }) => lineRight),
    String(some.reduce((sum, { others }) => sum + others, 0)),
    ...peerResults.map(({ problem }, i) => (problem === null ? share(({ peers }) => peers[i] ?? 0) : "-")),
  ];
}

/** Rounded down, so that 100 % is all of them. */
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(share === 1 ? 0 : 1)} %`;
}

function describeCase(result: CaseResult, peerResults: readonly PeerResult[]): string[] {
  const { recallCase, found, lineRight, others, peers } = result;
  const ofPeers = peerResults.map(({ problem }, i) => (problem === null ? String(peers[i] ?? 0) : "-"));
  return [recallCase.id, String(found), String(lineRight), String(others), ...ofPeers];
}

function describePeer({ peer, seconds, problem }: PeerResult): string[] {
  const command = `\`${peer.program} ${peer.args}\``;
  return [peer.id, peer.version, command, seconds.toFixed(0), problem ?? peer.note ?? ""];
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
  return [head, head.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
}
