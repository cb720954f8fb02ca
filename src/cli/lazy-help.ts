import yargs, { type Argv } from "yargs";
import { VERSION } from "../version.ts";
import { outputColumns } from "./streams.ts";
import { COMMANDS, COMMON_OPTIONS, OPTIONS, type CommandName, type OptionSpec } from "./options.ts";

const WIDEST = 100;

const EXIT_CODES = `Exit codes:
  0  everything was read, and nothing was found
  1  secrets were found (check: not a secret)
  2  wrong usage, an error, or something could not be read and nothing was found`;
const PRINTED = `Exit codes:
  0  they were printed
  2  wrong usage, or an error`;
/** Of the commands for which findings are no failure. */
const OWN_EXIT_CODES: Partial<Record<CommandName, string>> = {
  check: `Exit codes:
  0  every line is a secret, plain or encoded
  1  at least one line is none
  2  wrong usage, an error, or no input`,
  fake: PRINTED,
  rules: PRINTED,
  where: `Exit codes:
  0  everything was read, whatever was found
  2  wrong usage, an error, or something could not be read`,
};

/** The help of the tool, or of one command. Loaded when asked for: yargs costs more than a scan. */
export async function formatHelp(command: CommandName | null): Promise<string> {
  const parser = yargs([])
    .scriptName("cfltguard")
    .version(false)
    .help(false)
    .wrap(Math.min(WIDEST, outputColumns() ?? WIDEST))
    .locale("en");
  const text = await (command === null ? describeTool(parser) : describeCommand(parser, command)).getHelp();
  return `${text}\n`;
}

function describeTool(parser: Argv): Argv {
  parser.usage(
    `cfltguard ${VERSION}: finds leaked Confluent Cloud API secrets, proven by their checksum\n\nUsage: $0 <command>`,
  );
  for (const { usage, describe } of Object.values(COMMANDS)) {
    // yargs takes "hook pre-commit" for a command of two words, as it is meant.
    parser.command(usage, describe);
  }
  return addOptions(parser, COMMON_OPTIONS).epilogue(
    `${EXIT_CODES}\n\ncfltguard <command> --help shows a command's options.`,
  );
}

function describeCommand(parser: Argv, command: CommandName): Argv {
  const { usage, describe, options } = COMMANDS[command];
  return addOptions(parser.usage(`Usage: $0 ${usage}\n\n${describe}.`), [...options, ...COMMON_OPTIONS]).epilogue(
    OWN_EXIT_CODES[command] ?? EXIT_CODES,
  );
}

function addOptions(parser: Argv, names: readonly (keyof typeof OPTIONS)[]): Argv {
  for (const name of names) {
    const spec: OptionSpec = OPTIONS[name];
    parser.option(name, {
      describe: spec.describe,
      type: spec.type,
      ...(spec.choices === undefined ? {} : { choices: spec.choices }),
      ...(spec.short === undefined ? {} : { alias: spec.short }),
      ...(spec.type === "string" && spec.default !== undefined ? { default: spec.default } : {}),
      ...(spec.isRepeatable ? { array: true } : {}),
      requiresArg: spec.type === "string",
    });
  }
  return parser;
}
