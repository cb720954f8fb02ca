import type { BytePath } from "../model/byte-path.ts";
import { startCatFile } from "./cat-file.ts";
import { readStagedEntries, type StagedEntry } from "./index-changes.ts";
import { readWorkTreeRoot } from "./place.ts";
import type { GitProcess } from "./spawn.ts";

/** What git is asked about the index, all at once. Whoever asks awaits both promises, and ends `catFile`. */
export interface StagedQuestions {
  readonly entries: Promise<StagedEntry[]>;
  /** The root of the work tree, where it was asked for. */
  readonly root: Promise<BytePath> | null;
  /** A git that can be asked for objects. */
  readonly catFile: GitProcess;
}

/**
 * Starts every git that a scan of the index needs. What they take is most of what a hook waits for, so they are
 * started before anything else is loaded, the slowest first.
 */
export function askStaged(environment: NodeJS.ProcessEnv, needsRoot: boolean): StagedQuestions {
  const entries = readStagedEntries(environment);
  const catFile = startCatFile(environment);
  const root = needsRoot ? readWorkTreeRoot(environment) : null;
  // They are awaited later; until then nobody must take them for forgotten.
  entries.catch(() => undefined);
  root?.catch(() => undefined);
  return { entries, root, catFile };
}
