import { UsageError } from "../model/errors.ts";
import type { ArchiveOptions } from "../scan.ts";
import type { Arguments } from "./arguments.ts";
import type { OptionName } from "./options.ts";

/** How the command line wants archives opened. Throws a `UsageError` for what is no whole number. */
export function readArchiveOptions(args: Arguments): ArchiveOptions {
  return {
    limits: {
      depth: readWhole(args, "max-archive-depth"),
      bytes: readWhole(args, "max-archive-bytes"),
      ratio: readWhole(args, "max-archive-ratio"),
      members: readWhole(args, "max-archive-members"),
    },
    load: () => import("./lazy-containers.ts"),
  };
}

function readWhole(args: Arguments, name: OptionName): number {
  const text = args.text(name) ?? "";
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`bad --${name} ${JSON.stringify(text)}: a whole number from 0 on`);
}
