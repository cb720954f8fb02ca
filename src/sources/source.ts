import type { BytePath } from "../model/byte-path.ts";
import type { Skip } from "../model/skip.ts";

/** A file to be read, and whether a symbolic link there is followed: only where the user named it. */
export interface FileTask {
  readonly path: BytePath;
  readonly followsLink: boolean;
}

/** What a walk yields: files in batches, so that a batch can go to another thread, and what it left out. */
export type WalkItem =
  | { readonly kind: "files"; readonly files: readonly FileTask[] }
  | { readonly kind: "skip"; readonly skip: Skip };
