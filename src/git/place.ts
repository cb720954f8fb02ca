import { asBytePath, type BytePath } from "../model/byte-path.ts";
import { gitFailure, runGit } from "./spawn.ts";

/** Where in a repository a command runs. */
export interface RepositoryPlace {
  /** Absolute path of the work tree's root. */
  readonly root: BytePath;
  /** The current folder, seen from the root: empty, or with a slash at its end. */
  readonly prefix: BytePath;
}

/** Asks git where the current folder is. Throws a `ScanError` outside a work tree. */
export async function readPlace(environment: NodeJS.ProcessEnv): Promise<RepositoryPlace> {
  const answer = await runGit(["rev-parse", "--show-toplevel", "--show-prefix"], environment);
  if (answer.code !== 0) throw gitFailure("cannot find the work tree", answer);
  const text = answer.stdout.toString("latin1");
  // Either may hold a line feed: the prefix is what ends the root's path, or nothing.
  const lines = text.replace(/\n$/, "").split("\n");
  const half = lines.length / 2;
  return { root: asBytePath(lines.slice(0, half).join("\n")), prefix: asBytePath(lines.slice(half).join("\n")) };
}
