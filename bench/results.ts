import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import type { Corpora, Corpus, Scale } from "./corpora.ts";
import type { KernelRowResult } from "./kernel-rows.ts";
import type { RowResult } from "./rows.ts";
import type { Ratio, Spread } from "./statistics.ts";

/** All that is known of a run of the bench. */
export interface Run {
  readonly machine: Readonly<Record<string, string>>;
  readonly commit: string;
  readonly date: string;
  readonly command: string;
  readonly scale: Scale;
  readonly corpora: Corpora;
  readonly rows: RowResult[];
  readonly kernelRows: KernelRowResult[];
}

/** The machine and the programs, without what would name its owner. */
export function describeMachine(): Readonly<Record<string, string>> {
  const [cpu] = cpus();
  return {
    processor: `${cpu?.model.trim() ?? "unknown"}, ${cpus().length} threads`,
    memory: `${(totalmem() / 1e9).toFixed(1)} GB`,
    system: `${platform()} ${/^\d+\.\d+/.exec(release())?.[0] ?? ""} ${arch()}`,
    node: process.versions.node,
    git: firstLine("git", "--version"),
    ripgrep: firstLine("rg", "--version"),
    load: `${loadavg()
      .map((load) => load.toFixed(2))
      .join(" ")} at the start`,
  };
}

/** The commit that is measured, and whether the files are those of that commit. */
export function describeCommit(root: string): string {
  const git = (...args: string[]): string =>
    spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout?.trim() ?? "";
  const measured = ["src", "assembly", "bin", "dist", "rules", "package-lock.json"];
  const changed = git("status", "--porcelain", "--untracked-files=no", "--", ...measured);
  return `${git("rev-parse", "HEAD") || "unknown"}${changed === "" ? "" : ", with changes that are not committed"}`;
}

/** One row for people, as the terminal and summary.txt show it. */
export function formatRow(row: RowResult): string {
  const unit = row.kind === "wall" ? "ms" : "MB";
  const scale = row.kind === "wall" ? 1 : 1e-6;
  const bar = row.bar === null ? "" : ` (at most ${row.kind === "wall" ? row.bar : `${row.bar / 1e6} MB`})`;
  const lines = [`${row.id}: ${row.title}: ${row.verdict}${bar}${row.reason === "" ? "" : `: ${row.reason}`}`];
  for (const { name, spread, answer, samples } of row.arms) {
    const told = /scanned.*(?= in [\d.]+ s)/.exec(samples.at(-1)?.told ?? "")?.[0];
    const says = told ?? (answer === null ? "" : `${answer} found`);
    lines.push(`  ${name.padEnd(34)} ${formatSpread(spread, scale, 1)} ${unit}  ${says}`.trimEnd());
  }
  if (row.ratio) lines.push(`  ratio ${formatRatio(row.ratio)}`);
  if (row.floor) lines.push(`  noise ${formatRatio(row.floor)} (the yardstick against itself)`);
  return `${lines.join("\n")}\n`;
}

/** One kernel row for people. */
export function formatKernelRow(row: KernelRowResult): string {
  const lines = [
    `${row.id}: ${row.title}, ${(row.bytes / 1e6).toFixed(1)} MB: ${row.verdict}${row.reason === "" ? "" : `: ${row.reason}`}`,
  ];
  for (const { name, rate, candidates } of row.arms) {
    lines.push(`  ${name.padEnd(50)} ${formatSpread(rate, 1, 2)} GB/s  ${candidates} candidates`);
  }
  return `${lines.join("\n")}\n`;
}

/** Writes README.md, raw.json and summary.txt. */
export function writeRun(run: Run, summary: string, folder: string, root: string): void {
  mkdirSync(folder, { recursive: true });
  const raw = `${JSON.stringify(run, null, 1)}\n`;
  const anonymous = raw
    .replaceAll(run.corpora.folder, "<corpora>")
    .replaceAll(`${root}/`, "")
    .replaceAll(JSON.stringify(process.execPath), JSON.stringify("node"));
  writeFileSync(join(folder, "raw.json"), anonymous);
  writeFileSync(join(folder, "summary.txt"), summary);
  writeFileSync(join(folder, "README.md"), formatReadme(run));
}

function formatReadme(run: Run): string {
  const { file, tree, repository, empty, binaries } = run.corpora;
  const corpora = [file, tree, repository, empty, binaries].map(
    (one: Corpus) =>
      `| ${one.name} | ${one.files.toLocaleString("en")} | ${one.bytes.toLocaleString("en")} | ${one.planted} | \`${one.sha256.slice(0, 16)}\` |`,
  );
  return `# Run of ${run.date}

\`${run.command}\` at commit ${run.commit}.

${Object.entries(run.machine)
  .map(([name, value]) => `- ${name}: ${value}`)
  .join("\n")}

What the rows are and how they are measured: [bench/README.md](../../README.md). All runs: raw.json; the same as below with every arm: summary.txt.

## Results
| row | ratio of medians | of pairs: median (min-max) | noise floor | most | verdict |
|---|---|---|---|---|---|
${run.rows.map(formatTableRow).join("\n")}

## Searches in this process, on one thread
| text | arm | GB/s: median (min-max) | candidates |
|---|---|---|---|
${run.kernelRows.flatMap(formatKernelTableRows).join("\n")}

## Corpora
| corpus | files | bytes | secrets | SHA-256 |
|---|---|---|---|---|
${corpora.join("\n")}
`;
}

function formatTableRow(row: RowResult): string {
  const name = `${row.id}: ${row.title}`;
  if (row.kind === "memory") {
    const most = row.arms[0]?.spread.max ?? NaN;
    const reached =
      row.arms.length === 0 ? "" : `${(most / 1e6).toFixed(1)} MB at most in ${row.arms[0]?.samples.length} runs`;
    return `| ${name} | ${reached} | | | ${(row.bar ?? 0) / 1e6} MB | ${row.verdict} ${row.reason}|`;
  }
  const { ratio, floor } = row;
  const cells =
    ratio && floor
      ? [ratio.ofMedians.toFixed(2), formatSpread(ratio.pairwise, 1, 2), formatSpread(floor.pairwise, 1, 2)]
      : ["", "", ""];
  return `| ${name} | ${cells.join(" | ")} | ${row.bar ?? ""} | ${row.verdict} ${row.reason}|`;
}

function formatKernelTableRows({ id, title, arms, verdict, reason }: KernelRowResult): string[] {
  if (verdict === "INVALID") return [`| ${id}: ${title} | INVALID: ${reason} | | |`];
  return arms.map(
    ({ name, rate, candidates }, i) =>
      `| ${i === 0 ? `${id}: ${title}` : ""} | ${name} | ${formatSpread(rate, 1, 2)} | ${candidates} |`,
  );
}

function formatRatio({ ofMedians, pairwise }: Ratio): string {
  return `${ofMedians.toFixed(2)} of the medians; of the pairs ${formatSpread(pairwise, 1, 2)}`;
}

function formatSpread({ median, min, max }: Spread, scale: number, digits: number): string {
  const [middle, low, high] = [median, min, max].map((value) => (value * scale).toFixed(digits));
  return `${middle} (${low}-${high})`;
}

function firstLine(program: string, argument: string): string {
  return spawnSync(program, [argument], { encoding: "utf8" }).stdout?.split("\n")[0] ?? "not here";
}
