import type { BytePath } from "../model/byte-path.ts";
import type { Skip } from "../model/skip.ts";

/** Files to be read, and whether symbolic links there are followed: only where the user named them. */
export interface FileBatch {
  readonly paths: readonly BytePath[];
  readonly followsLinks: boolean;
}

/** What a walk yields: files in batches, so that a batch can go to another thread, and what it left out. */
export type WalkItem =
  { readonly kind: "files"; readonly batch: FileBatch } | { readonly kind: "skip"; readonly skip: Skip };
