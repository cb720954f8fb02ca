import { arch, cpus, loadavg, platform } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { FULL, makeCorpora, QUICK } from "./corpora.ts";
import { runKernelRows } from "./kernel-rows.ts";
import { describeCommit, describeMachine, formatKernelRow, formatRow, writeRun, type Run } from "./results.ts";
import { defineRows, runRow } from "./rows.ts";

/**
 * Measures the product against ripgrep and against Node's own start; see bench/README.md.
 * Started by scripts/bench.mjs, in the repository's root. Ends with 1 if a bar is missed or a row is invalid.
 */
const root = process.cwd();
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    label: { type: "string" },
    only: { type: "string" },
    rounds: { type: "string" },
    kernel: { type: "string" },
  },
});

const scale = values.quick ? QUICK : FULL;
const only = values.only?.split(",");
const isWanted = (id: string): boolean => only === undefined || only.some((part) => id.startsWith(part));
const roundsOf = (usual: number): number => Number(values.rounds ?? (values.quick ? 3 : usual));
const lines: string[] = [];
const say = (text: string): void => {
  lines.push(text);
  process.stdout.write(`${text}\n`);
};

const date = new Date().toISOString().slice(0, 10);
const machine = describeMachine();
const commit = describeCommit(root);
say(`cfltguard bench, ${date}, ${scale.name}, commit ${commit}`);
for (const [name, value] of Object.entries(machine)) say(`${name}: ${value}`);
const corpora = makeCorpora(scale, root, (line) => process.stderr.write(`${line}\n`));
for (const { name, files, bytes, planted, sha256 } of [
  corpora.file,
  corpora.tree,
  corpora.repository,
  corpora.binaries,
]) {
  say(
    `${name}: ${files.toLocaleString("en")} files, ${bytes.toLocaleString("en")} bytes, ${planted} secrets, ${sha256.slice(0, 16)}`,
  );
}
say("");

const rounds = { usual: roundsOf(11), short: roundsOf(31), long: roundsOf(7), kernel: roundsOf(7) };
const run: Run = {
  machine,
  commit,
  date,
  command: ["npm run bench --", ...process.argv.slice(2)].join(" "),
  scale,
  corpora,
  rows: [],
  kernelRows: [],
};
for (const row of defineRows(corpora, root).filter(({ id }) => isWanted(id))) {
  const result = await runRow(row, rounds[row.length], !values.quick);
  run.rows.push(result);
  say(formatRow(result));
}
if (isWanted("kernel")) {
  const extraKernel = values.kernel === undefined ? null : resolve(values.kernel);
  await runKernelRows({ corpora, scale, root, rounds: rounds.kernel, extraKernel }, (row) => {
    run.kernelRows.push(row);
    say(formatKernelRow(row));
  });
}
say(
  `load ${loadavg()
    .map((load) => load.toFixed(2))
    .join(" ")} at the end`,
);

if (!values.quick || values.label !== undefined) {
  const folder = join("bench", "runs", `${date}-${values.label ?? `${platform()}-${arch()}-${cpus().length}cpu`}`);
  writeRun(run, `${lines.join("\n")}\n`, join(root, folder), root);
  process.stdout.write(`written to ${folder}\n`);
}
const isBad = [...run.rows, ...run.kernelRows].some(({ verdict }) => verdict === "FAILED" || verdict === "INVALID");
process.exitCode = isBad ? 1 : 0;
