import type { DetectorOptions } from "../detect/detector.ts";
import { readWholeNumber, type Arguments } from "./arguments.ts";

/** Deeper than anything is encoded. */
const MOST_DECODE_DEPTH = 100;

/** What the command line wants looked for. Throws a `UsageError` for a depth that is none. */
export function readDetection(args: Arguments): DetectorOptions {
  return {
    maxDecodeDepth: readWholeNumber(args, "max-decode-depth", 0, MOST_DECODE_DEPTH),
    // The one rule that is no more than possible.
    wantsDamaged: args.text("min-confidence") === "possible",
  };
}
