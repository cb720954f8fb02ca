import type { Candidate } from "./candidates.ts";

/** Where something stands in the structure of its text. */
export interface Place {
  /** 0-based; an escaped line end (`\n`) counts. */
  readonly line: number;
  /** How many brackets (`{` and `[`) are open; may be negative where the text begins within some. */
  readonly depth: number;
  /** Where the content of its line begins; behind the dash, in an entry of a list; -1 in a section's heading. */
  readonly column: number;
  /** The column of the dash that its line begins with, else -1. */
  readonly dash: number;
}

/** A candidate with its place and what lies between it and the one before. */
export interface Placed extends Candidate, Place {
  /** Letters and digits before it that are no part of a candidate or a comment: equal, if only separators are between. */
  readonly words: number;
  /** Empty lines before it. */
  readonly blanks: number;
  readonly isComment: boolean;
  /** Whether no letter or digit stands before it on its line but those of candidates. */
  readonly isFirst: boolean;
  /** The bracket that encloses it most closely: an index of `Layout.brackets`, -1 without one. */
  readonly bracket: number;
  /** The lowest depth since the candidate before. */
  readonly gapDepth: number;
  /** The leftmost column at which a heading, a section or an entry of a list began since the candidate before. */
  readonly gapColumn: number;
}

/** A bracket that is open somewhere. */
export interface Bracket {
  readonly at: number;
  /** The one that encloses it, -1 without one. */
  readonly parent: number;
}

/** The column of a section's heading, which all lines of the section stand right of. */
export const SECTION_COLUMN = -1;

/** Where a line begins and its content stands. */
export interface Line {
  readonly start: number;
  readonly column: number;
  readonly dash: number;
}
