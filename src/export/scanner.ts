import type { Rule } from "../model/rule.ts";

/** Another scanner, and how our rules are said in its language. */
export interface Scanner {
  /** Its name as its authors write it, and the versions that the export is for. */
  readonly name: string;
  /** How the file is used; commands and sentences, one a line. */
  readonly usage: readonly string[];
  /** What it will miss, or report too much, compared with this tool; each broken into lines. */
  readonly losses: readonly string[];
  /** What begins a line of comment. */
  readonly comment: string;
  /** What stands before the rules, or nothing. */
  readonly opening: string;
  /** The rules that it can have, by our rules' ids. Each ends with a line feed. */
  readonly rules: Readonly<Record<string, (rule: Rule) => string>>;
}

/** The whole file for a scanner: how to use it, what it loses, and the rules. A pure function of both. */
export function formatExport(scanner: Scanner, rules: readonly Rule[]): string {
  const texts = rules.flatMap((rule) => scanner.rules[rule.id]?.(rule) ?? []);
  return `${formatHead(scanner, rules)}\n${scanner.opening}${texts.join("\n")}`;
}

function formatHead(scanner: Scanner, rules: readonly Rule[]): string {
  const absent = rules.filter(({ id }) => !(id in scanner.rules)).map(({ id }) => id);
  const losses = absent.length === 0 ? scanner.losses : [...scanner.losses, describeAbsent(absent)];
  const lines = [
    `Confluent Cloud API secrets for ${scanner.name}; written by cfltguard rules export.`,
    "",
    "How to use it:",
    ...scanner.usage.map((line) => `  ${line}`),
    "",
    "What it loses against cfltguard:",
    ...losses.flatMap((loss) => `- ${loss}`.replaceAll("\n", "\n  ").split("\n")),
  ];
  return lines.map((line) => `${scanner.comment}${line}`.trimEnd() + "\n").join("");
}

function describeAbsent(ids: readonly string[]): string {
  return `Not in this file: ${ids.join(", ")}.`;
}
