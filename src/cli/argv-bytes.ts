import { readFileSync } from "node:fs";
import { asBytePath, toBytePath, type BytePath } from "../model/byte-path.ts";

/** A command line that keeps the bytes of its arguments. */
export interface CommandLine {
  readonly argv: readonly string[];
  /** A value of `argv` as the bytes that it was. */
  readonly decode: (argument: string) => BytePath;
}

/**
 * Gives the arguments in a form that has lost nothing.
 *
 * Node decodes them as UTF-8, and any other byte becomes U+FFFD. Where that may have happened, and
 * only there, they are read again as latin1 from /proc, where Linux still has the bytes; if they
 * cannot be had, the decoded text must do. Source: proc(5), /proc/self/cmdline.
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  if (argv.some((argument) => argument.includes("\ufffd"))) {
    const raw = readRawArguments().slice(-argv.length);
    const isSame = raw.length === argv.length && raw.every((bytes, i) => bytes.toString("utf8") === argv[i]);
    if (isSame) return { argv: raw.map((bytes) => bytes.toString("latin1")), decode: asBytePath };
  }
  return { argv, decode: toBytePath };
}

function readRawArguments(): Buffer[] {
  try {
    const text = readFileSync("/proc/self/cmdline", "latin1").replace(/\0$/, "");
    return text.split("\0").map((argument) => Buffer.from(argument, "latin1"));
  } catch {
    // Not Linux: names there are UTF-8 or UTF-16 anyway.
    return [];
  }
}
