import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Corpora, Corpus } from "./corpora.ts";
import {
  gitEnvironment,
  measurePeak,
  plainEnvironment,
  timeArm,
  type Arm,
  type Output,
  type Sample,
} from "./measure.ts";
import { inTurns, ratioOf, spreadOf, type Ratio, type Spread } from "./statistics.ts";

/** A question that whole processes answer. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** `wall`: time against a yardstick. `memory`: bytes against a number. */
  readonly kind: "wall" | "memory";
  readonly subject: Arm;
  /** `null` where the program that it needs is not here. */
  readonly yardstick: Arm | null;
  /** Its time is taken off the subject's. */
  readonly less: Arm | null;
  /** What every arm that answers must say. */
  readonly expected: number;
  /** The most that the ratio, or the memory in bytes, may be; `null` where nothing is promised. */
  readonly bar: number | null;
  /** How long a run of it takes: short ones are cheap and need more rounds. */
  readonly length: "short" | "usual" | "long";
}

/** One arm's runs. */
export interface ArmResult {
  readonly name: string;
  readonly command: readonly string[];
  readonly samples: readonly (Sample & { readonly peakBytes?: number })[];
  /** Milliseconds, or bytes in a `memory` row. */
  readonly spread: Spread;
  readonly answer: number | null;
}

/** `met`, `FAILED` or `no bar`; a row whose arms disagree is `INVALID` and has no result. */
export type Verdict = "met" | "FAILED" | "no bar" | "not judged" | "INVALID" | "skipped";

/** What came of a row. */
export interface RowResult {
  readonly id: string;
  readonly title: string;
  readonly kind: Row["kind"];
  readonly arms: readonly ArmResult[];
  readonly expected: number;
  readonly ratio: Ratio | null;
  /** The yardstick against itself, run in the same turns: differences below this mean nothing. */
  readonly floor: Ratio | null;
  readonly bar: number | null;
  readonly verdict: Verdict;
  readonly reason: string;
}

const MEMORY_BAR_BYTES = 150_000_000;
const PATTERN = "cflt[A-Za-z0-9+/]{60}";

/** Every row: first those with a bar, in the order in which they were promised. */
export function defineRows(corpora: Corpora, root: string): Row[] {
  const { file, tree, repository, empty, binaries } = corpora;
  const rg = spawnSync("rg", ["--version"]).status === 0;
  const ours = (name: string, expected: number, ...args: string[]): Arm => ({
    name,
    command: [process.execPath, join(root, "bin/cfltguard.js"), ...args],
    exit: expected > 0 ? 1 : 0,
    answer: args.includes("json") ? countInJson : countInSummary,
  });
  const ripgrep = (...args: string[]): Arm | null =>
    rg ? { name: "ripgrep", command: ["rg", ...args], exit: 0, answer: countLines } : null;
  const nodeStart: Arm = { name: "node -e 0", command: [process.execPath, "-e", "0"], exit: 0, answer: null };
  const scan = (corpus: Corpus, ...args: string[]): Arm =>
    ours(["scan", ...args].join(" "), corpus.planted, "scan", ...args, corpus.path);
  const overFile = ripgrep("-a", "-c", PATTERN, file.path);
  const wall = { kind: "wall", less: null, bar: null, length: "usual" } as const;
  const memory = { kind: "memory", less: null, bar: MEMORY_BAR_BYTES, length: "usual" } as const;

  return [
    {
      ...wall,
      id: "file",
      title: "one large file of source text, less a Node start",
      subject: scan(file),
      yardstick: overFile,
      less: nodeStart,
      expected: file.planted,
      bar: 1.5,
    },
    {
      ...wall,
      id: "tree",
      title: "a tree of many small files",
      subject: scan(tree),
      yardstick: ripgrep("-uuu", "-a", "-c", PATTERN, tree.path),
      expected: tree.planted,
      bar: 1.5,
    },
    {
      ...wall,
      id: "staged",
      title: "staged: one small file in a large repository",
      subject: { ...ours("staged", repository.planted, "staged"), cwd: repository.path },
      yardstick: nodeStart,
      expected: repository.planted,
      bar: 1.8,
      length: "short",
    },
    {
      ...wall,
      id: "empty",
      title: "scan of an empty folder",
      subject: scan(empty),
      yardstick: nodeStart,
      expected: 0,
      bar: 1.3,
      length: "short",
    },
    {
      ...memory,
      id: "memory-file",
      title: "peak memory, the large file",
      subject: scan(file),
      yardstick: overFile,
      expected: file.planted,
    },
    {
      ...memory,
      id: "memory-file-jobs-6",
      title: "peak memory, the large file, 6 threads",
      subject: scan(file, "--jobs", "6"),
      yardstick: null,
      expected: file.planted,
    },
    {
      ...memory,
      id: "memory-tree",
      title: "peak memory, the tree",
      subject: scan(tree),
      yardstick: ripgrep("-uuu", "-a", "-c", PATTERN, tree.path),
      expected: tree.planted,
    },
    {
      ...memory,
      id: "memory-tree-jobs-6",
      title: "peak memory, the tree, 6 threads",
      subject: scan(tree, "--jobs", "6"),
      yardstick: null,
      expected: tree.planted,
    },
    {
      ...wall,
      id: "file-json",
      title: "the large file, a JSON report with line hashes, less a Node start",
      subject: scan(file, "--format", "json"),
      yardstick: overFile,
      less: nodeStart,
      expected: file.planted,
      length: "long",
    },
    {
      ...wall,
      id: "tree-jobs-1",
      title: "the tree, both sides on one thread",
      subject: scan(tree, "--jobs", "1"),
      yardstick: ripgrep("-uuu", "-a", "-c", "-j", "1", PATTERN, tree.path),
      expected: tree.planted,
    },
    {
      ...wall,
      id: "stdin",
      title: "the large file through a pipe",
      subject: piped(file.path, ours("scan -", file.planted, "scan", "-")),
      yardstick: rg ? piped(file.path, ripgrep("-a", "-c", PATTERN, "-") as Arm) : null,
      expected: file.planted,
    },
    {
      ...wall,
      id: "binaries",
      title: "program binaries",
      subject: scan(binaries),
      yardstick: ripgrep("-uuu", "-a", "-c", PATTERN, binaries.path),
      expected: binaries.planted,
    },
    ...corpora.hostile.map(({ name, small, large }): Row => ({
      ...wall,
      id: `hostile-${name.replaceAll(" ", "-")}`,
      title: `1 MiB made of ${name}, beside 256 KiB, less a Node start`,
      subject: scan(large),
      yardstick: scan(small),
      less: nodeStart,
      expected: 0,
      length: "long",
    })),
  ];
}

/** Runs a row's arms in turns and judges what came of it. */
export async function runRow(row: Row, rounds: number, isJudged: boolean): Promise<RowResult> {
  const { id, title, kind, expected, bar } = row;
  const about = { id, title, kind, expected, bar };
  const nothing = { ...about, arms: [], ratio: null, floor: null };
  if (kind === "wall" && row.yardstick === null)
    return { ...nothing, verdict: "skipped", reason: "ripgrep (rg) is not here" };

  // The yardstick runs twice a round: what it shows against itself is the noise.
  const again = kind === "wall" && row.yardstick ? { ...row.yardstick, name: `${row.yardstick.name}, again` } : null;
  const roles = { subject: row.subject, yardstick: row.yardstick, less: row.less, again };
  const present = Object.entries(roles).flatMap(([role, arm]) => (arm === null ? [] : [{ role, arm }]));
  const measured = await inTurns(
    present.map(
      ({ arm }) =>
        () =>
          measureOnce(arm, kind),
    ),
    rounds,
  );
  const arms = present.map(({ arm }, i) => armResult(arm, measured[i] ?? [], kind));
  const problem = findProblem(arms, expected);
  if (problem !== null) return { ...nothing, arms, verdict: "INVALID", reason: problem };

  const valuesOf = (role: keyof typeof roles): readonly number[] | null =>
    measured[present.findIndex((one) => one.role === role)]?.map(valueIn(kind)) ?? null;
  const [over, under, repeated] = [valuesOf("subject"), valuesOf("yardstick"), valuesOf("again")];
  const ratio = over && under && repeated ? ratioOf(over, under, valuesOf("less")) : null;
  const floor = under && repeated ? ratioOf(repeated, under) : null;
  const reached = kind === "wall" ? ratio?.ofMedians : arms[0]?.spread.max;
  return { ...about, arms, ratio, floor, verdict: judge(reached, bar, isJudged), reason: "" };
}

async function measureOnce(arm: Arm, kind: Row["kind"]): Promise<Sample & { peakBytes?: number }> {
  const env = arm.cwd === undefined ? plainEnvironment() : gitEnvironment();
  return kind === "wall" ? timeArm(arm, env) : measurePeak(arm, env);
}

function armResult(arm: Arm, samples: ArmResult["samples"], kind: Row["kind"]): ArmResult {
  const answer = samples.at(-1)?.answer ?? null;
  return { name: arm.name, command: arm.command, samples, spread: spreadOf(samples.map(valueIn(kind))), answer };
}

function valueIn(kind: Row["kind"]): (sample: ArmResult["samples"][number]) => number {
  return kind === "wall" ? ({ wallMs }) => wallMs : ({ peakBytes }) => peakBytes ?? NaN;
}

function findProblem(arms: readonly ArmResult[], expected: number): string | null {
  for (const { name, samples } of arms) {
    for (const { problem, answer } of samples) {
      if (problem !== null) return `${name} ${problem}`;
      if (answer !== null && answer !== expected) return `${name} found ${answer}, not ${expected}`;
    }
  }
  return null;
}

function judge(reached: number | undefined, bar: number | null, isJudged: boolean): Verdict {
  if (bar === null) return "no bar";
  if (!isJudged) return "not judged";
  return reached !== undefined && reached <= bar ? "met" : "FAILED";
}

function piped(path: string, arm: Arm): Arm {
  return { ...arm, command: ["sh", "-c", 'file=$1; shift; cat "$file" | "$@"', "sh", path, ...arm.command] };
}

function countInSummary({ stderr }: Output): number {
  return Number(/([\d,]+) findings? in /.exec(stderr)?.[1]?.replaceAll(",", ""));
}

function countInJson({ stdout }: Output): number {
  return (JSON.parse(stdout) as { findings: unknown[] }).findings.length;
}

/** The sum of what `rg -c` says: a number, or `path:number` a line. */
function countLines({ stdout }: Output): number {
  return stdout
    .trim()
    .split("\n")
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(":") + 1)), 0);
}
