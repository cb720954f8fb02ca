import { findCandidates, type Candidate, type CandidateOptions } from "./candidates.ts";
import { LayoutReader } from "./layout-reader.ts";
import { findMasked, findMaskedIds } from "./masked.ts";
import type { Bracket, Line, Placed } from "./place.ts";

/** A text read for its structure: lines, brackets, comments, lists, whatever language it is. */
export interface Layout {
  readonly text: string;
  readonly candidates: readonly Placed[];
  /** Which of `candidates` the secret is whose pair is sought. */
  readonly self: number;
  readonly brackets: readonly Bracket[];
  readonly lines: readonly Line[];
}

/**
 * Reads the structure around a secret that stands between `before` and `after`: in `text`, one NUL is in its place.
 *
 * One pass over the characters: brackets are counted whatever quotes they stand in, since a window may begin anywhere.
 */
export function readLayout(before: string, after: string, options: CandidateOptions): Layout {
  const text = `${before}\0${after}`;
  const self: Candidate = { start: before.length, end: before.length + 1, id: null, kind: "secret" };
  const ahead = findCandidates(before, options);
  const behind = findCandidates(after, options);
  // Nothing to pair with: what names the secret is enough.
  if (ahead.length + behind.length === 0 && before.length + after.length > 2 * LEAN_BYTES) {
    return readLayout(before.slice(-LEAN_BYTES), after.slice(0, LEAN_BYTES), options);
  }
  const own = [
    ...ahead.slice(-MAX_CANDIDATES),
    self,
    ...behind.slice(0, MAX_CANDIDATES).map((one) => moveBehind(one, self.end)),
  ];
  const masked = own.length > 1 ? [...findMasked(text, own), ...findMaskedIds(text).slice(0, MAX_CANDIDATES)] : [];
  const all = [...own, ...masked].sort((a, b) => a.start - b.start);
  const { placed, brackets, lines } = new LayoutReader(text, all).read();
  return { text, candidates: placed, self: all.indexOf(self), brackets, lines };
}

/** So many candidates on either side are looked at: beyond, there are hundreds of bytes with nothing but IDs. */
const MAX_CANDIDATES = 32;

/** As much of a text as may hold the name of a secret, and what holds that. */
const LEAN_BYTES = 400;

function moveBehind({ start, end, id, kind }: Candidate, offset: number): Candidate {
  return { start: start + offset, end: end + offset, id, kind };
}

/** The line at `at`, which is on the line `from` or on one before it. */
export function lineAt({ lines }: Layout, at: number, from: number): number {
  let line = from;
  while (line > 0 && (lines[line]?.start ?? 0) > at) line--;
  return line;
}
