import { readFileSync } from "node:fs";
import { asBytePath, toBytePath, type BytePath } from "../model/byte-path.ts";

/**
 * Gives a command line argument as the bytes that it was.
 *
 * Node decodes arguments as UTF-8 and loses any other byte to U+FFFD. Linux still has the bytes in
 * /proc; where they cannot be had, the decoded text must do. Source: proc(5), /proc/self/cmdline.
 */
export function createArgumentDecoder(argv: readonly string[]): (argument: string) => BytePath {
  if (!argv.some((argument) => argument.includes("\ufffd"))) return toBytePath;
  const raw = readCommandLine();
  const known = new Map(raw.map((bytes) => [bytes.toString("utf8"), asBytePath(bytes.toString("latin1"))]));
  return (argument) => known.get(argument) ?? toBytePath(argument);
}

function readCommandLine(): Buffer[] {
  try {
    const text = readFileSync("/proc/self/cmdline", "latin1");
    return text.split("\0").map((argument) => Buffer.from(argument, "latin1"));
  } catch {
    // Not Linux: names there are UTF-8 or UTF-16 anyway.
    return [];
  }
}
