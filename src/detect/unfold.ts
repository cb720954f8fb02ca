import { isChecksumRight, SECRET_CHARACTERS } from "../codec/checksum.ts";
import { VIEW_BYTES, type Kernel, type Lead } from "../kernel/kernel.ts";
import type { Encoding } from "../model/encoding.ts";
import type { MatchContext, Span } from "../model/match.ts";
import { base64View, hexViews, joinCoded, wideView } from "./coded-views.ts";
import { escapeViews, splitViews } from "./text-views.ts";
import { isReadable, NO_ENCODINGS, type View } from "./view.ts";

/** A secret in a text, or what may be one, however it is written there. */
export interface Unfolded {
  readonly kind: "proven" | "shape";
  readonly span: Span;
  readonly secret: string;
  readonly encodings: readonly Encoding[];
  /** Texts around it that a person could read, innermost first; not the text itself. */
  readonly contexts: readonly MatchContext[];
}

/** A gzip stream in base64 or hex: where its text begins, and what has to be undone before it can be inflated. */
export interface EmbeddedGzip {
  readonly start: number;
  readonly encodings: readonly Encoding[];
}

/** What a text holds that it does not show plainly. */
export interface Unfolding {
  readonly secrets: readonly Unfolded[];
  readonly gzips: readonly EmbeddedGzip[];
}

/** How to unfold. */
export interface UnfoldOptions {
  /** How many encodings may stand one in another. */
  readonly maxDepth: number;
  /** How much context to give on either side. */
  readonly contextBytes: number;
}

/**
 * How many bytes of views one text may cost, as a multiple of its own length. A text without a secret costs a few times
 * its length; only one that was made to look like every encoding at once comes near this. Source: notes/secret-format.md#encodings
 */
const MAX_VIEW_RATIO = 64;

/**
 * Finds proven secrets and shapes that `text`, at most `VIEW_BYTES` long, does not show plainly.
 *
 * `leads` are the kernel's for it. Each kind of encoding that a lead points to is undone, and what comes out is searched
 * again, up to `maxDepth` encodings deep. Views are tried from the simplest on; the work is bounded by the length of the text.
 */
export function unfold(text: Uint8Array, leads: readonly Lead[], kernel: Kernel, options: UnfoldOptions): Unfolding {
  const secrets: Unfolded[] = [];
  const gzips: EmbeddedGzip[] = [];
  const known = new Set<string>();
  const queue: Stage[] = [{ text, leads, depth: 0, view: null, parent: null, isJoined: false }];
  let budgetBytes = MAX_VIEW_RATIO * (text.length + SECRET_CHARACTERS);
  for (const stage of queue) {
    for (const view of viewsOf(stage, stage.depth < options.maxDepth)) {
      if (view.bytes.length > VIEW_BYTES || view.bytes.length < SECRET_CHARACTERS) continue;
      budgetBytes -= view.bytes.length;
      if (budgetBytes < 0) return { secrets, gzips };
      const child = openView(view, stage, kernel);
      for (const one of readPlain(child)) addOnce(secrets, throughStages(one, child, options));
      for (const one of findGzip(view)) gzips.push(gzipThroughStages(one, child));
      // What was read from there before, by fewer encodings or as many, is not followed again.
      if (!child.leads.some(isFollowed)) continue;
      const reading = `${startOf(child)}:${latin1Of(view.bytes, 0, view.bytes.length)}`;
      if (!known.has(reading)) queue.push(child);
      known.add(reading);
    }
  }
  return { secrets, gzips };
}

/** A text and how it was come by: `view` of `parent`, or the text that all begins with. */
interface Stage {
  readonly text: Uint8Array;
  readonly leads: readonly Lead[];
  /** How many encodings were undone. */
  readonly depth: number;
  readonly view: View | null;
  readonly parent: Stage | null;
  /** Whether gaps were closed on the way here: then anything may be 64 characters long. */
  readonly isJoined: boolean;
}

/** Closed gaps are no encoding of their own: they count only with what is found behind them. */
function openView(view: View, parent: Stage, kernel: Kernel): Stage {
  const isText = isReadable(view);
  const depth = isText ? parent.depth + 1 : parent.depth;
  const leads = kernel.findLeadsIn(view.bytes);
  return { text: view.bytes, leads, depth, view, parent, isJoined: parent.isJoined || !isText };
}

/** What was found in a stage, as it stands in the text that all begins with. */
function throughStages(found: Unfolded, stage: Stage, options: UnfoldOptions): Unfolded {
  let one = found;
  for (let at: Stage | null = stage; at !== null && at.view !== null; at = at.parent) {
    one = throughView(one, at.view, options);
  }
  return one;
}

/** Where a stage begins in the text that all begins with. */
function startOf(stage: Stage): number {
  let start = 0;
  for (let at: Stage | null = stage; at !== null && at.view !== null; at = at.parent) {
    start = firstByteOf(at.view, start);
  }
  return start;
}

/** Where in a view's parent begins what byte `index` was read from. */
function firstByteOf(view: View, index: number): number {
  return view.toParent({ start: index, end: index + 1 }).start;
}

function gzipThroughStages(found: EmbeddedGzip, stage: Stage): EmbeddedGzip {
  let one = found;
  for (let at: Stage | null = stage; at !== null && at.view !== null; at = at.parent) {
    one = { start: firstByteOf(at.view, one.start), encodings: [at.view.encoding, ...one.encodings] };
  }
  return one;
}

/** The heads of gzip streams in a view. Source: RFC 1952, 2.3: ID1, ID2, CM, and flags of which three bits are 0 */
function findGzip({ bytes }: View): EmbeddedGzip[] {
  const heads: EmbeddedGzip[] = [];
  for (let at = bytes.indexOf(0x1f); at !== -1; at = bytes.indexOf(0x1f, at + 1)) {
    const isHead = bytes[at + 1] === 0x8b && bytes[at + 2] === 0x08 && (bytes[at + 3] ?? 0xff) < 0x20;
    if (isHead) heads.push({ start: at, encodings: NO_ENCODINGS });
  }
  return heads;
}

/** Whether a lead is to something that does not stand plainly. */
export function isFollowed({ kind }: Lead): boolean {
  return kind === "anchor" || kind === "coded" || kind === "wide";
}

/** Every view that the leads of a text ask for, the simplest first. */
function* viewsOf({ text, leads, view }: Stage, mayDecode: boolean): Generator<View> {
  const others = leads.filter(isFollowed);
  if (others.length === 0) return;
  if (mayDecode) {
    for (const lead of others) if (lead.kind === "wide") yield wideView(text, lead);
    for (const lead of others) if (lead.kind === "coded") yield* codedViews(text, lead);
  }
  if (others.every((lead) => lead.kind === "wide")) return;
  const latin1 = Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("latin1");
  if (mayDecode) yield* escapeViews(latin1);
  // Not where gaps were just closed.
  if ((view === null || isReadable(view)) && others.some((lead) => lead.kind === "anchor")) yield* splitViews(latin1);
}

/** Runs first, one by one: what is joined to them may be no part of what they encode. */
function* codedViews(text: Uint8Array, span: Span): Generator<View> {
  const runs = longRuns(text, span);
  for (const part of runs.length === 1 && runs[0]?.end === span.end ? runs : [...runs, span]) {
    const joined = joinCoded(text, part);
    yield* hexViews(joined);
    for (let phase = 0; phase < 4; phase++) yield base64View(joined, phase);
  }
}

/** The runs of base64 or hex in a coded text that could hold a secret alone. */
function longRuns(text: Uint8Array, { start, end }: Span): Span[] {
  const runs = latin1Of(text, start, end).matchAll(/[A-Za-z0-9+/_-]{86,}/g);
  return [...runs].map(({ 0: run, index }) => ({ start: start + index, end: start + index + run.length }));
}

/** What a text shows plainly. */
function readPlain({ text, leads, isJoined }: Stage): Unfolded[] {
  return leads.flatMap(({ kind: lead, start }) => {
    if (lead !== "secret" && (lead !== "shape" || isJoined)) return [];
    const secret = latin1Of(text, start, start + SECRET_CHARACTERS);
    if (lead === "secret" && !isChecksumRight(secret)) return [];
    const span = { start, end: start + SECRET_CHARACTERS };
    const kind = lead === "secret" ? "proven" : "shape";
    return [{ kind, span, secret, encodings: NO_ENCODINGS, contexts: [] }];
  });
}

/** What was found in a view, as it stands in the view's parent. */
function throughView(one: Unfolded, view: View, { contextBytes }: UnfoldOptions): Unfolded {
  const span = view.toParent(one.span);
  const { start, end } = one.span;
  const context = {
    before: latin1Of(view.bytes, Math.max(0, start - contextBytes), start),
    after: latin1Of(view.bytes, end, end + contextBytes),
  };
  return {
    kind: one.kind,
    span,
    secret: one.secret,
    encodings: [...view.encodingsOf(one.span, span), ...one.encodings],
    contexts: isReadable(view) ? [...one.contexts, context] : one.contexts,
  };
}

/** The same secret at the same place is one, however often it was read: by its shortest reading. */
export function addOnce<T extends Omit<Unfolded, "kind">>(found: T[], one: T): void {
  const at = found.findIndex(
    ({ secret, span }) => secret === one.secret && span.start < one.span.end && one.span.start < span.end,
  );
  if (at === -1) found.push(one);
  else if (one.encodings.length < (found[at]?.encodings.length ?? 0)) found[at] = one;
}

function latin1Of(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    "latin1",
    start,
    Math.min(end, bytes.length),
  );
}
