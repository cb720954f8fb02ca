import { readFileSync } from "node:fs";
import type { Detection } from "../detection.ts";
import { toDisplayPath, toFsPath, type BytePath } from "../model/byte-path.ts";
import { errorCode, UsageError } from "../model/errors.ts";
import type { KnownSecrets } from "../sighting.ts";
import { readWholeNumber, type Arguments } from "./arguments.ts";
import { CONFIDENCES } from "./options.ts";

/** Deeper than anything is encoded. */
const MOST_DECODE_DEPTH = 100;
/** A comment in the list of known secrets, and behind a hash, as `sha256sum` writes it, a name. */
const LINE = /^(?:#.*|([0-9A-Fa-f]{64})(?:[ \t].*)?)?$/;

/** What the command line wants looked for. Throws a `UsageError` for a depth that is none, or a bad list. */
export function readDetection(args: Arguments, decode: (text: string) => BytePath): Detection {
  const known = args.text("known");
  return {
    maxDecodeDepth: readWholeNumber(args, "max-decode-depth", 0, MOST_DECODE_DEPTH),
    minConfidence: CONFIDENCES.find((confidence) => confidence === args.text("min-confidence")) ?? "likely",
    ...(known === undefined ? {} : { known: readKnown(decode(known)) }),
  };
}

function readKnown(file: BytePath): KnownSecrets {
  const name = JSON.stringify(toDisplayPath(file));
  const lines = readLines(file, name);
  return new Set(
    lines.flatMap((line, i) => {
      const match = LINE.exec(line);
      if (match === null) throw new UsageError(`bad line ${i + 1} of ${name}: a SHA-256 of 64 hexadecimal digits`);
      return match[1] === undefined ? [] : [match[1].toLowerCase()];
    }),
  );
}

function readLines(file: BytePath, name: string): string[] {
  try {
    return readFileSync(toFsPath(file), "latin1").split(/\r?\n/);
  } catch (error) {
    throw new UsageError(`cannot read the known secrets ${name}: ${errorCode(error)}`);
  }
}
