import { parseArgs } from "node:util";
import { UsageError } from "../model/errors.ts";
import {
  COMMANDS,
  COMMON_OPTIONS,
  OPTIONS,
  parserOptions,
  type CommandName,
  type OptionName,
  type OptionSpec,
} from "./options.ts";

/** A command line, taken apart and checked against the table of options. */
export interface Arguments {
  /** `null` where only `--help` or `--version` was asked for. */
  readonly command: CommandName | null;
  readonly positionals: readonly string[];
  /** The value of a string option, or its default; `undefined` where it has none. */
  text(name: OptionName): string | undefined;
  /** All values of a repeatable option. */
  texts(name: OptionName): readonly string[];
  isOn(name: OptionName): boolean;
  /** Whether the option was given at all, rather than left at its default. */
  isGiven(name: OptionName): boolean;
}

/**
 * Reads a command line (without node and script). Throws a `UsageError` that names what is wrong.
 *
 * `util.parseArgs` and not yargs, which alone costs as much as all the rest of the start.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const at = findCommand(argv);
  const command = at === -1 ? null : requireCommand(argv[at] ?? "");
  const names: OptionName[] = [...COMMON_OPTIONS, ...(command === null ? [] : COMMANDS[command].options)];
  const args = argv.filter((_, i) => i !== at);
  const { values, positionals } = parse(args, names);
  checkChoices(values);
  return {
    command,
    positionals,
    text: (name) => (values[name] ?? (OPTIONS[name] as OptionSpec).default) as string | undefined,
    texts: (name) => (values[name] ?? []) as string[],
    isOn: (name) => values[name] === true,
    isGiven: (name) => values[name] !== undefined,
  };
}

/** The value of an option that is a number. Throws a `UsageError` where it is not a whole one from `least` to `most`. */
export function readWholeNumber(args: Arguments, name: OptionName, least: number, most: number): number {
  const text = args.text(name) ?? "";
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`bad --${name} ${JSON.stringify(text)}: a whole number from ${least} to ${most}`);
}

type Values = Readonly<Record<string, unknown>>;

/** Where the command stands, the first argument that is neither an option nor an option's value; -1 without one. */
function findCommand(argv: readonly string[]): number {
  if (argv.length === 0) throw new UsageError("no command given; see cfltguard --help");
  return argv.findIndex((argument, i) => !argument.startsWith("-") && !takesValue(argv[i - 1]));
}

function requireCommand(first: string): CommandName {
  if (Object.hasOwn(COMMANDS, first)) return first as CommandName;
  throw new UsageError(
    `unknown command ${JSON.stringify(first)}${suggest(first, Object.keys(COMMANDS))}; see cfltguard --help`,
  );
}

/** Whether what stands behind this argument is its value. */
function takesValue(argument: string | undefined): boolean {
  const name = argument?.replace(/^--/, "") ?? "";
  return argument !== name && Object.hasOwn(OPTIONS, name) && OPTIONS[name as OptionName].type === "string";
}

function parse(args: readonly string[], names: readonly OptionName[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: parserOptions(names), allowPositionals: true });
  } catch (error) {
    throw new UsageError(explain(error, args, names));
  }
}

function explain(error: unknown, args: readonly string[], names: readonly OptionName[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(--?[^' ,]+)/.exec(message)?.[1] ?? "";
  const isUnknown = (error as NodeJS.ErrnoException).code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  if (isUnknown)
    return `unknown option ${JSON.stringify(option)}${suggest(
      option,
      names.map((name) => `--${name}`),
    )}`;
  const spec: OptionSpec | undefined = OPTIONS[option.replace(/^--/, "") as OptionName];
  if (spec?.type === "boolean") return `option ${option} takes no value`;
  if (spec?.type === "string")
    return `option ${option} needs a value: ${option} ${spec.placeholder ?? spec.choices?.join("|")}`;
  return `cannot read the command line ${JSON.stringify(args.join(" "))}: ${message}`;
}

function checkChoices(values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    const { choices }: OptionSpec = OPTIONS[name as OptionName];
    if (choices && !choices.includes(value as string)) {
      throw new UsageError(`unknown ${name} ${JSON.stringify(value)}: choose one of ${choices.join(", ")}`);
    }
  }
}

/** `; did you mean …?` for a word that is a few letters off. */
function suggest(word: string, known: readonly string[]): string {
  const near = known.find((candidate) => isNear(word, candidate));
  return near === undefined ? "" : `; did you mean ${near}?`;
}

/** Whether two words differ by one letter left out, added, changed or swapped, or one begins the other. */
function isNear(a: string, b: string): boolean {
  if (a.length > 3 && b.startsWith(a)) return true;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  const restA = a.slice(head);
  const restB = b.slice(head);
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB || restB.slice(1) === restA || restA.slice(1) === restB.slice(1) || isSwapped;
}
