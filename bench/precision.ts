import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { plainEnvironment } from "./measure.ts";
import { describeCommit } from "./results.ts";
import {
  KINDS,
  obtain,
  takeCensus,
  writeRandom,
  type Census,
  type Count,
  type Obtained,
  type PackageRecord,
  type PartRecord,
} from "./precision-corpus.ts";

/**
 * Scans gigabytes of public packages, in which no finding is expected, and lists what was found all the same; see
 * bench/README.md. Started by scripts/precision.mjs, in the repository's root. Ends with 1 if a finding is not one
 * that a person has looked at, or a scan was incomplete.
 */
const root = process.cwd();
const { values } = parseArgs({
  options: {
    into: { type: "string" },
    only: { type: "string" },
    obtain: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});

/** What bench/precision-corpus.json holds. */
interface CorpusList {
  readonly parts: readonly PartRecord[];
  /** Findings that a person has looked at, and what they are. */
  readonly lookedAt: ReadonlyArray<{ readonly fingerprint: string; readonly verdict: string }>;
}

/** Something to scan. */
interface Part {
  readonly id: string;
  readonly about: string;
  readonly folders: readonly string[];
}

/** What this needs of the product's JSON report. */
interface Report {
  readonly findings: ReadonlyArray<{
    readonly rule: string;
    readonly fingerprint: string;
    readonly preview: string;
    readonly occurrences: readonly Occurrence[];
  }>;
  readonly summary: {
    readonly complete: boolean;
    readonly files: number;
    readonly bytes: number;
    readonly skipped: ReadonlyArray<{ readonly path: string | null; readonly reason: string }>;
  };
}

interface Occurrence {
  readonly path: string | null;
  readonly members?: readonly string[];
  readonly line: number;
  readonly encodings?: readonly string[];
}

interface Scanned {
  readonly part: Part;
  readonly census: Census;
  readonly report: Report;
  readonly seconds: number;
}

const RANDOM_BYTES = 200_000_000;
const LIST_PATH = join(root, "bench/precision-corpus.json");
const say = (line: string): boolean => process.stderr.write(`${line}\n`);

const base = resolve(
  values.into ?? process.env["CFLTGUARD_PRECISION_DIR"] ?? join(realpathSync(tmpdir()), "cfltguard-precision"),
);
const list = JSON.parse(readFileSync(LIST_PATH, "utf8")) as CorpusList;
const only = values.only?.split(",");
const isWanted = (id: string): boolean => only === undefined || only.includes(id);

const missing: string[] = [];
const obtained = new Map<PackageRecord, Obtained>();
const parts = list.parts.filter(({ id }) => isWanted(id)).map(obtainPart);
if (values.record)
  writeFileSync(LIST_PATH, `${JSON.stringify({ ...list, parts: list.parts.map(withRecords) }, null, 2)}\n`);
if (values.obtain) {
  for (const line of missing) say(`not obtained: ${line}`);
} else {
  const scanned = [...parts, ...localParts()].filter(({ id }) => isWanted(id)).map(scanPart);
  const text = describe(scanned);
  process.stdout.write(text);
  if (only === undefined) writeFileSync(join(root, "bench/precision.md"), text);
  process.exitCode = scanned.every(isGood) ? 0 : 1;
}

function obtainPart({ id, about, packages }: PartRecord): Part {
  const folders = packages.flatMap((wanted) => {
    say(`${id}: ${wanted.name}`);
    const result = obtain(wanted, base);
    if (typeof result === "string") {
      missing.push(`${wanted.from} ${wanted.name}: ${result}`);
      return [];
    }
    obtained.set(wanted, result);
    return [result.unpacked];
  });
  return { id, about, folders };
}

function withRecords(part: PartRecord): PartRecord {
  return {
    ...part,
    packages: part.packages.map((wanted) => {
      const result = obtained.get(wanted);
      return result === undefined ? wanted : { ...wanted, sha256: result.sha256, bytes: result.bytes };
    }),
  };
}

/** Parts that no registry is asked for. The archives are those of the other parts once more, so they are not counted. */
function localParts(): readonly Part[] {
  const random = join(base, "random");
  if (isWanted("random")) writeRandom(random, RANDOM_BYTES);
  const modules = ["node_modules", "tools/node_modules"]
    .map((folder) => join(root, folder))
    .filter((path) => existsSync(path));
  return [
    { id: "node-modules", about: "This project's own packages, as npm installs them", folders: modules },
    {
      id: "random",
      about: "Random base64 from a fixed key, in lines of 76, in one line, and base64url in lines of 4096",
      folders: [random],
    },
    {
      id: "archives",
      about: "The same packages as they came: tgz, whl, jar, zip, deb (not in the total)",
      folders: [...obtained.values()].map(({ archive }) => dirname(archive)),
    },
  ];
}

function scanPart(part: Part): Scanned {
  say(`scanning ${part.id}`);
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(root, "bin/cfltguard.js"), "scan", "--format", "json", "--quiet", ...part.folders],
    { encoding: "utf8", env: plainEnvironment(), maxBuffer: 1024 * 1024 * 1024 },
  );
  const seconds = (performance.now() - started) / 1000;
  if (error !== undefined || stdout === "")
    throw new Error(`the scan of ${part.id} ended with ${status}: ${error?.message ?? stderr}`);
  return { part, census: takeCensus(part.folders), report: JSON.parse(stdout) as Report, seconds };
}

function isGood({ report }: Scanned): boolean {
  return report.summary.complete && report.findings.every(({ fingerprint }) => verdictOn(fingerprint) !== null);
}

function verdictOn(fingerprint: string): string | null {
  return list.lookedAt.find((known) => known.fingerprint === fingerprint)?.verdict ?? null;
}

function describe(scanned: readonly Scanned[]): string {
  const counted = scanned.filter(({ part }) => part.id !== "archives");
  const sum = (counts: readonly Count[]): Count => ({
    files: counts.reduce((total, { files }) => total + files, 0),
    bytes: counts.reduce((total, { bytes }) => total + bytes, 0),
  });
  const total = sum(counted.map(({ census }) => census.all));
  const rows = scanned.map(({ part, census, report, seconds }) => [
    part.id,
    part.about,
    ...figures(census.all),
    report.summary.files.toLocaleString("en"),
    String(report.findings.length),
    seconds.toFixed(0),
  ]);
  const kinds = KINDS.map((kind) => [
    kind,
    ...figures(sum(counted.map(({ census }) => census.kinds.get(kind) ?? sum([])))),
  ]);
  const findings = scanned.flatMap(({ part, report }) =>
    report.findings.map((finding) => describeFinding(part, finding)),
  );
  const failures = scanned.flatMap(({ part, report }) => skipLines(part, report));
  return [
    "# Precision",
    "",
    `Made by \`npm run precision\` on ${new Date().toISOString().slice(0, 10)}, commit ${describeCommit(root)}. What is scanned stands in`,
    "precision-corpus.json with the version and SHA-256 of each package; nothing there is known to hold a live secret.",
    "Files and bytes are counted beside the scan; _read_ is what the scan says it read.",
    "",
    ...table(
      ["part", "what", "files", "bytes", "read", "findings", "seconds"],
      [...rows, ["**total**", "without archives", ...figures(total), "", "", ""]],
    ),
    "",
    "Of the total:",
    "",
    ...table(["kind", "files", "bytes"], kinds),
    "",
    "## Findings, each looked at",
    "",
    ...(findings.length === 0 ? ["None."] : findings),
    "",
    "## Not read",
    "",
    ...(failures.length === 0 ? ["Nothing."] : failures),
    "",
    "## Not obtained",
    "",
    ...(missing.length === 0 ? ["Nothing."] : missing.map((line) => `- ${line}`)),
    "",
  ].join("\n");
}

function figures({ files, bytes }: Count): [string, string] {
  return [files.toLocaleString("en"), bytes.toLocaleString("en")];
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

function describeFinding(part: Part, { rule, fingerprint, preview, occurrences }: Report["findings"][number]): string {
  const places = occurrences.slice(0, 10).map((occurrence) => `  - ${describePlace(occurrence)}`);
  const rest = occurrences.length > 10 ? [`  - and ${occurrences.length - 10} more`] : [];
  const verdict = verdictOn(fingerprint) ?? "NOT LOOKED AT";
  return [`- ${part.id}: ${rule}, ${preview}: ${verdict} (\`${fingerprint}\`)`, ...places, ...rest].join("\n");
}

function describePlace({ path, members = [], line, encodings = [] }: Occurrence): string {
  const shown = [shortPath(path), ...members].join("!");
  return `${shown}:${line}${encodings.length === 0 ? "" : ` (${encodings.join(", ")})`}`;
}

/** Below the corpus's folder or this repository. */
function shortPath(path: string | null): string {
  if (path === null) return "";
  return relative(path.startsWith(join(root, "/")) ? root : base, path);
}

/** Skips a reason: how many, and the first few. */
function skipLines({ id }: Part, { summary }: Report): string[] {
  const reasons = [...new Set(summary.skipped.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const skips = summary.skipped.filter((skip) => skip.reason === reason);
    const shown = skips.slice(0, 3).map(({ path }) => shortPath(path));
    return `- ${id}: ${reason}, ${skips.length.toLocaleString("en")}: ${shown.join(", ")}${skips.length > 3 ? ", ..." : ""}`;
  });
}
