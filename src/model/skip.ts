import type { BytePath } from "./byte-path.ts";

/**
 * Why an input was not read, and whether the scan is still complete.
 * Source: the skip table in README.md ("What it did not read").
 */
export const SKIP_REASONS = {
  symlink: { isFailure: false },
  "special-file": { isFailure: false },
  excluded: { isFailure: false },
  submodule: { isFailure: false },
  opaque: { isFailure: false },
  unreadable: { isFailure: true },
  vanished: { isFailure: true },
  "bound-exceeded": { isFailure: true },
  "missing-object": { isFailure: true },
  "corrupt-object": { isFailure: true },
  "worker-lost": { isFailure: true },
} as const satisfies Record<string, { isFailure: boolean }>;

/** A reason's name in every report. */
export type SkipReason = keyof typeof SKIP_REASONS;

/** An input that was not read. What was not read is not clean. */
export interface Skip {
  readonly path: BytePath;
  readonly reason: SkipReason;
  /** The system's or git's own word for it, such as `EACCES`. */
  readonly detail: string;
}

/** Whether this skip leaves the scan incomplete. */
export function isFailure(skip: Skip): boolean {
  return SKIP_REASONS[skip.reason].isFailure;
}
