import type { ArchiveOptions } from "../scan.ts";
import { readWholeNumber, type Arguments } from "./arguments.ts";

const MOST = Number.MAX_SAFE_INTEGER;

/** How the command line wants archives opened. Throws a `UsageError` for what is no whole number. */
export function readArchiveOptions(args: Arguments): ArchiveOptions {
  return {
    limits: {
      depth: readWholeNumber(args, "max-archive-depth", 0, MOST),
      bytes: readWholeNumber(args, "max-archive-bytes", 0, MOST),
      ratio: readWholeNumber(args, "max-archive-ratio", 0, MOST),
      members: readWholeNumber(args, "max-archive-members", 0, MOST),
    },
    load: () => import("./lazy-containers.ts"),
  };
}
