import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { exportRules } from "../../src/export/export.ts";
import type { ScannerName } from "../../src/export/scanner-names.ts";
import { EXPORT_CASES, EXPORTED_RULES, type ExportCase } from "../../test/export/cases.ts";
import { PEERS, type Peer, type PeerFinding } from "./peers.ts";
import { peersFolder, runPeer } from "./run.ts";

/**
 * Loads each export of rules into the scanner that it is for, lets it scan the cases of the tests, and prints what it
 * found of what there is; see docs/other-scanners.md. Started by scripts/exports.mjs. Nothing is verified, nobody is asked.
 * Ends with 1 if a scanner misses a secret, or reports what its export does not say that it would, or is not there.
 */
const { values } = parseArgs({ options: { peers: { type: "string" } } });

/** How a peer is given the file of rules, and which one that is. */
interface Loading {
  readonly scanner: ScannerName;
  readonly file: string;
  /** Has a space between two arguments; FILE stands for the rules' path. */
  readonly args: string;
}

const KINGFISHER: Loading = {
  scanner: "kingfisher",
  file: "rules.yml",
  args: "--rules-path FILE --load-builtins=false",
};

/** By the peers' ids. GitHub's form cannot be run here; secretlint takes rules as packages alone. */
const LOADINGS: Readonly<Record<string, Loading>> = {
  gitleaks: { scanner: "gitleaks", file: "rules.toml", args: "--config FILE" },
  betterleaks: { scanner: "betterleaks", file: "rules.toml", args: "--config FILE" },
  trufflehog: { scanner: "trufflehog", file: "rules.yml", args: "--config=FILE" },
  kingfisher: KINGFISHER,
  "kingfisher-1": KINGFISHER,
  "detect-secrets": { scanner: "detect-secrets", file: "rules.py", args: "--plugin FILE" },
};

/** What a scanner did on all cases; the lists name cases. */
interface Outcome {
  readonly peer: Peer;
  readonly found: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  /** Reported though it is no secret, as the export says. */
  readonly announced: readonly string[];
  readonly problem: string | null;
}

const folder = values.peers === undefined ? peersFolder() : resolve(values.peers);
const work = realpathSync(mkdtempSync(join(tmpdir(), "cfltguard-exports-")));
const expected = EXPORT_CASES.reduce((sum, one) => sum + linesOf(one).length, 0);
try {
  const tree = plantTree();
  const outcomes = PEERS.flatMap((peer) => {
    const loading = LOADINGS[peer.id];
    return loading === undefined ? [] : [tryPeer(peer, loading, tree)];
  });
  process.stdout.write(outcomes.map(describeOutcome).join(""));
  process.exitCode = outcomes.every(isRight) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true });
}

/** A folder with one file a case, named for it. */
function plantTree(): string {
  const tree = join(work, "tree");
  mkdirSync(tree);
  for (const { name, text } of EXPORT_CASES) writeFileSync(join(tree, name), text);
  return tree;
}

function tryPeer(peer: Peer, { scanner, file, args }: Loading, tree: string): Outcome {
  const rules = join(work, peer.id, file);
  mkdirSync(join(rules, ".."));
  writeFileSync(rules, exportRules(scanner, EXPORTED_RULES));
  const { findings, problem } = runPeer({ ...peer, args: `${peer.args} ${args.replace("FILE", rules)}` }, folder, tree);
  const ours = findings.filter(isOurs);
  const places = new Set(ours.map(({ file: path, line }) => `${basename(path)}:${line}`));
  const wanted = EXPORT_CASES.flatMap((one) => linesOf(one).map((line) => `${one.name}:${line}`));
  const others = [...places].filter((place) => !wanted.includes(place));
  const isAnnounced = (place: string): boolean =>
    EXPORT_CASES.some(({ name, reportedBy }) => place.startsWith(`${name}:`) && reportedBy.includes(scanner));
  return {
    peer,
    found: wanted.filter((place) => places.has(place)).length,
    missed: wanted.filter((place) => !places.has(place)),
    wrong: others.filter((place) => !isAnnounced(place)),
    announced: others.filter(isAnnounced),
    problem,
  };
}

/** The scanners' own rules, which may be on beside ours, find what they find. */
function isOurs({ rule }: PeerFinding): boolean {
  return EXPORTED_RULES.some(({ id, title }) => rule === title || rule.replace(/^custom\./, "").startsWith(id));
}

function linesOf({ newLines, legacyLines }: ExportCase): readonly number[] {
  return [...newLines, ...legacyLines];
}

function isRight({ missed, wrong, problem }: Outcome): boolean {
  return problem === null && missed.length === 0 && wrong.length === 0;
}

function describeOutcome({ peer, found, missed, wrong, announced, problem }: Outcome): string {
  const name = `${peer.id} ${peer.version}`.padEnd(24);
  if (problem !== null) return `${name} ${problem}\n`;
  return [
    `${name} found ${found} of ${expected}`,
    ...(missed.length === 0 ? [] : [`missed ${missed.join(" ")}`]),
    ...(wrong.length === 0 ? [] : [`wrong ${wrong.join(" ")}`]),
    `${announced.length} false as announced${announced.length === 0 ? "" : ` (${announced.join(" ")})`}\n`,
  ].join("; ");
}
