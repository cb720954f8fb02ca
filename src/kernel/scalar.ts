import type { Span } from "../model/match.ts";
import { ARENA_BYTES, REACH_BYTES, type Kernel, type Lead } from "./kernel.ts";

const LINE_FEED = 0x0a;
const HASHED_CHARACTERS = 100;
const HASH_FACTOR = 37n;
const END_OF_FILE = 0xffff;

/** `cflt`, and what base64 makes of it. Source: notes/secret-format.md#anchors */
const ANCHORS = ["cflt", "Y2Zsd", "NmbH", "jZmx0"];
const MAX_GAP_BYTES = 160;
const SECRET = /(?=(cflt[A-Za-z0-9+/]{60}))/g;
const ANCHOR = new RegExp(`(?=(${ANCHORS.flatMap(wholeOrCut).join("|")}))`, "g");

/** The alphabet, and what stands in coded text beside it. */
const CODED_RUN = /[A-Za-z0-9+/#%&\-;=\\_]+/g;
const MIN_RUN_BYTES = 64;
const MIN_PIECE_BYTES = 16;
/** What may stand between two pieces of coded text: no control character but tab and line ends. */
const CODED_GAP = new RegExp(`^[\\t-\\r -\\xff]{1,${MAX_GAP_BYTES - 1}}$`);
const WINDOW_BYTES = 16;
const MIN_WIDE_BYTES = 64;

/** What may seem to begin a run and does not: a margin, an escape, a colour. Source: notes/secret-format.md#shapes */
const NO_PART =
  /(?:^|[\r\n])[+/]{1,5}$|\\(?:[a-z]|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})$|[%=][0-9A-Fa-f]{2}$|[[;][0-9][A-Za-z0-9+/]{0,3}m$/;
const SHAPE_BYTES = 64;
const MOST_BEFORE = 5;
const MIN_DISTINCT = 29;
const MAX_DISTINCT = 53;
const MAX_SIGNS = 9;
const MIN_CHANGES = 24;
/** Between two characters of different classes. */
const CHANGE = /(?<=[A-Z])(?=[^A-Z])|(?<=[a-z])(?=[^a-z])|(?<=[0-9])(?=[^0-9])|(?<=[+/])(?=[^+/])/g;
const LINE_GAP_BYTES = 64;
/** A line of wrapped text beside a shape. */
const LINE_BEFORE = /[A-Za-z0-9+/]{40}$/;
const LINE_BEHIND = /^[A-Za-z0-9+/]{40}/;
/** Source: notes/flink-connections.md */
const MENTIONS = [
  /confluent_flink_connection|PlaintextProvider|(?<=')endpoint(?=['\\])/g,
  /(?<=(?:[Ee][Aa][Tt][Ee]|[Ll][Tt][Ee][Rr]|[Ll][Aa][Cc][Ee])(?:[\t-\r ]|\\n){1,64})[Cc][Oo][Nn][Nn][Ee]CT[Ii][Oo][Nn]/g,
];
/** A longer text is named in parts; two of them share as much as one secret can take. */
const PART_BYTES = 28_672;
const PART_STEP = PART_BYTES - REACH_BYTES / 2;

/**
 * The kernel in plain TypeScript: what assembly/ does, to be read and compared against.
 *
 * It gives more leads: an anchor also where its secret is plain or what divides it is no gap; all coded and all wide
 * text, whatever it decodes to; some of what begins before `from`. All fit, so `resume` is always `to`.
 * Slow, and never used by the product; an arm of every kernel benchmark.
 */
export function createScalarKernel(): Kernel {
  const arena = new Uint8Array(ARENA_BYTES);
  const lineHash = createLineHash();
  return {
    arena,
    findLeads(from, to, filled) {
      const start = Math.max(0, from - REACH_BYTES);
      const text = latin1Of(arena.subarray(start, Math.min(filled, to + REACH_BYTES)));
      const isHere = (lead: Lead): boolean =>
        lead.start < to && (lead.kind === "secret" ? lead.start >= from : lead.end > from);
      const leads = leadsIn(text).map((lead) => ({ ...lead, start: start + lead.start, end: start + lead.end }));
      return { leads: leads.filter(isHere), resume: to };
    },
    findLeadsIn: (text) => leadsIn(latin1Of(text)),
    countWork: () => 0,
    countNewlines: (from, to) => arena.subarray(from, to).filter((byte) => byte === LINE_FEED).length,
    measureUtf8(from, to) {
      let units = 0;
      let balance = 0;
      for (const byte of arena.subarray(from, to)) {
        const isContinuation = (byte & 0xc0) === 0x80;
        if (!isContinuation) units += byte >= 0xf0 ? 2 : 1;
        balance += isContinuation ? -1 : announcedContinuations(byte);
      }
      return { units, balance };
    },
    resetLineHash: () => lineHash.reset(),
    pushLineHash: (from, to) => lineHash.push(arena.subarray(from, to)),
    endLineHash: () => lineHash.end(),
  };
}

function latin1Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function leadsIn(text: string): Lead[] {
  return [
    ...spansOf(SECRET, text).map((span) => ({ kind: "secret" as const, ...span })),
    ...spansOf(ANCHOR, text).map((span) => ({ kind: "anchor" as const, ...span })),
    ...codedTexts(text)
      .flatMap(inParts)
      .map((span) => ({ kind: "coded" as const, ...span })),
    ...wideTexts(text)
      .flatMap(inParts)
      .map((span) => ({ kind: "wide" as const, ...span })),
    ...shapesIn(text).map((span) => ({ kind: "shape" as const, ...span })),
    ...MENTIONS.flatMap((pattern) => spansOf(pattern, text)).map((span) => ({ kind: "mention" as const, ...span })),
  ].sort((a, b) => a.start - b.start);
}

/** Where a pattern matches; one that looks ahead, at every offset, and its group is what counts. */
function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: whole, 1: ahead = whole }) => {
    return { start: index, end: index + ahead.length };
  });
}

/** Patterns of an anchor in one piece, and of its two pieces with a gap between them. */
function wholeOrCut(anchor: string): string[] {
  const gap = `[^A-Za-z0-9+/][^]{0,${MAX_GAP_BYTES - 1}}?`;
  return Array.from(anchor, (_, cut) => (cut === 0 ? anchor : `${anchor.slice(0, cut)}${gap}${anchor.slice(cut)}`));
}

/** Each long run of coded bytes, with the pieces on either side that it may be wrapped in. */
function codedTexts(text: string): Span[] {
  const runs = spansOf(CODED_RUN, text);
  const startOf = (i: number): number => runs[i]?.start ?? text.length;
  const endOf = (i: number): number => runs[i]?.end ?? 0;
  const isPiece = (i: number): boolean => endOf(i) - startOf(i) >= MIN_PIECE_BYTES;
  const isJoined = (i: number): boolean => i >= 0 && CODED_GAP.test(text.slice(endOf(i), startOf(i + 1)));
  const texts: Span[] = [];
  for (const [i, { start, end }] of runs.entries()) {
    if (end - start < MIN_RUN_BYTES || end <= (texts.at(-1)?.end ?? 0)) continue;
    let first = i;
    while (isPiece(first) && isJoined(first - 1)) first--;
    let last = i;
    while (isPiece(last) && last + 1 < runs.length && isJoined(last)) last++;
    texts.push({ start: startOf(first), end: endOf(last) });
  }
  return texts;
}

/** Each stretch of text of two or four bytes a character, and a little more: its ends may lie within a window. */
function wideTexts(text: string): Span[] {
  const texts: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += WINDOW_BYTES) {
    if (isWide(text.slice(at, at + WINDOW_BYTES))) continue;
    if (at - start >= MIN_WIDE_BYTES) {
      texts.push({ start: Math.max(0, start - WINDOW_BYTES), end: Math.min(text.length, at + WINDOW_BYTES) });
    }
    start = at + WINDOW_BYTES;
  }
  return texts;
}

/** Whether every second byte of a window is 0, and not all are. */
function isWide(window: string): boolean {
  return /^(?:(?:[^]\0){8}|(?:\0[^]){8})$/.test(window) && /[^\0]/.test(window);
}

/** 64 free characters that look random, but for those between two lines of wrapped text. */
function shapesIn(text: string): Span[] {
  return [...text.matchAll(/[A-Za-z0-9+/]+/g)].flatMap(({ index, 0: run }) => {
    const end = index + run.length;
    const start = end - SHAPE_BYTES;
    const isFree = start === index || (start - index <= MOST_BEFORE && NO_PART.test(text.slice(0, start)));
    if (text[index - 1] === "_" || text[end] === "_") return [];
    if (start < index || !isFree || !isRandom(text.slice(start, end))) return [];
    const isWrapped = LINE_BEFORE.test(withoutGapAtEnd(text, start)) && LINE_BEHIND.test(withoutGap(text, end));
    return isWrapped ? [] : [{ start, end }];
  });
}

function isRandom(run: string): boolean {
  const distinct = new Set(run).size;
  return (
    /[A-Z]/.test(run) &&
    /[a-z]/.test(run) &&
    /[0-9]/.test(run) &&
    !run.startsWith("cflt") &&
    distinct >= MIN_DISTINCT &&
    distinct <= MAX_DISTINCT &&
    run.replaceAll(/[^+/]/g, "").length <= MAX_SIGNS &&
    [...run.matchAll(CHANGE)].length >= MIN_CHANGES
  );
}

/** The text before `end`, without the gap it ends in; empty where there is no gap. */
function withoutGapAtEnd(text: string, end: number): string {
  let at = end;
  while (at > 0 && end - at < LINE_GAP_BYTES) {
    if (/[^A-Za-z0-9+/]/.test(text[at - 1] ?? "")) at--;
    else if (/\\[nr]/.test(text.slice(Math.max(0, at - 2), at))) at -= 2;
    else break;
  }
  return at === end ? "" : text.slice(0, at);
}

/** The text from `start` on, without the gap it begins with, likewise. */
function withoutGap(text: string, start: number): string {
  let at = start;
  while (at < text.length && at - start < LINE_GAP_BYTES) {
    if (/^\\[nr]/.test(text.slice(at, at + 2))) at += 2;
    else if (/[^A-Za-z0-9+/]/.test(text[at] ?? "")) at++;
    else break;
  }
  return at === start ? "" : text.slice(at);
}

function inParts({ start, end }: Span): Span[] {
  if (end - start <= PART_BYTES) return [{ start, end }];
  return [{ start, end: start + PART_BYTES }, ...inParts({ start: start + PART_STEP, end })];
}

function announcedContinuations(lead: number): number {
  if (lead >= 0xf0) return 3;
  if (lead >= 0xe0) return 2;
  return lead >= 0xc0 ? 1 : 0;
}

/** Keeps the file whole and hashes each line from its start: no window, no state machine. */
function createLineHash() {
  let pieces: Buffer[] = [];
  return {
    reset() {
      pieces = [];
    },
    push(bytes: Uint8Array): Uint32Array {
      pieces.push(Buffer.from(bytes));
      return new Uint32Array(0);
    },
    end(): Uint32Array {
      const hashes = hashLines(Buffer.concat(pieces).toString("utf8"));
      return Uint32Array.from(hashes.flatMap((hash) => [Number(hash & 0xffff_ffffn), Number(hash >> 32n)]));
    },
  };
}

function hashLines(text: string): bigint[] {
  const kept = keptCharacters(text);
  const starts = kept.flatMap((_, i) => (i === 0 || kept[i - 1] === LINE_FEED ? [i] : []));
  return starts.map((start) => {
    let hash = 0n;
    for (let i = 0; i < HASHED_CHARACTERS; i++)
      hash = BigInt.asUintN(64, hash * HASH_FACTOR + BigInt(kept[start + i] ?? 0));
    return hash;
  });
}

/** The characters that count: no spaces or tabs, CR and CRLF as LF, and the mark of the end. */
function keptCharacters(text: string): number[] {
  const kept: number[] = [];
  let previous = "";
  for (const unit of text.split("")) {
    const isIgnored = unit === " " || unit === "\t" || (unit === "\n" && previous === "\r");
    if (!isIgnored) kept.push(unit === "\r" ? LINE_FEED : unit.charCodeAt(0));
    previous = unit;
  }
  kept.push(END_OF_FILE);
  return kept;
}
