import { exportRules } from "../export/export.ts";
import { formatRule, formatRuleList, formatRulesJson } from "../export/rule-text.ts";
import { SCANNER_NAMES, type ScannerName } from "../export/scanner-names.ts";
import { UsageError } from "../model/errors.ts";
import type { Rule } from "../model/rule.ts";
import { RULES } from "../rules.ts";
import type { Arguments } from "./arguments.ts";
import type { CommandContext } from "./context.ts";
import { EXIT } from "./exit-code.ts";
import { readTargets, writeReport } from "./output.ts";

/** What a subcommand prints; throws a `UsageError` where it is asked for something else. */
type Subcommand = (args: Arguments, operands: readonly string[]) => string;

const SUBCOMMANDS = { list, explain, export: writeExport } as const satisfies Record<string, Subcommand>;

/** `cfltguard rules list|explain|export`. */
export async function runRules({ args, decode }: CommandContext): Promise<number> {
  const [name, ...operands] = args.positionals;
  if (name === undefined || !Object.hasOwn(SUBCOMMANDS, name)) {
    throw new UsageError(`${describeWrong(name)}: choose one of ${Object.keys(SUBCOMMANDS).join(", ")}`);
  }
  if (name !== "export" && args.isGiven("for")) throw new UsageError("--for goes with rules export");
  if (name !== "list" && args.isGiven("format")) throw new UsageError("--format goes with rules list");
  const text = SUBCOMMANDS[name as keyof typeof SUBCOMMANDS](args, operands);
  for (const target of readTargets(args, decode)) await writeReport(target, text);
  return EXIT.clean;
}

function describeWrong(name: string | undefined): string {
  return name === undefined ? "rules: nothing to do" : `unknown rules command ${JSON.stringify(name)}`;
}

function list(args: Arguments, operands: readonly string[]): string {
  requireNone("list", operands);
  const format = args.text("format");
  if (format === "text") return formatRuleList(RULES);
  if (format === "json") return formatRulesJson(RULES);
  throw new UsageError(`rules list has no format ${JSON.stringify(format)}: choose one of text, json`);
}

function explain(_args: Arguments, operands: readonly string[]): string {
  const [id, ...others] = operands;
  if (id === undefined || others.length > 0) throw new UsageError(`rules explain takes one id: ${describeIds()}`);
  return formatRule(requireRuleWithId(id));
}

function requireRuleWithId(id: string): Rule {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined)
    throw new UsageError(`there is no rule ${JSON.stringify(id)}: choose one of ${describeIds()}`);
  return rule;
}

function describeIds(): string {
  return RULES.map(({ id }) => id).join(", ");
}

function writeExport(args: Arguments, operands: readonly string[]): string {
  requireNone("export", operands);
  const scanner = args.text("for");
  if (scanner === undefined) throw new UsageError(`rules export needs --for ${SCANNER_NAMES.join("|")}`);
  return exportRules(scanner as ScannerName, RULES);
}

function requireNone(name: string, operands: readonly string[]): void {
  if (operands.length > 0) {
    throw new UsageError(`rules ${name} takes no argument; it was given ${JSON.stringify(operands[0])}`);
  }
}
