import { createSimdKernel } from "../kernel/simd.ts";
import { REACH_BYTES, type Kernel, type Lead } from "../kernel/kernel.ts";
import type { Encoding } from "../model/encoding.ts";
import type { ConnectionField, Match, MatchContext, MatchKind, Span } from "../model/match.ts";
import { Secret } from "../model/secret.ts";
import { BEFORE_BYTE_ORDER_MARK, beforeWideMark, joinText, NO_TEXT, type TextMeasure } from "../model/text-measure.ts";
import { isChecksumRight, SECRET_CHARACTERS } from "../codec/checksum.ts";
import { findConnectionCredentials } from "./connections.ts";
import { isTextHead } from "./line-hash.ts";
import { EmbeddedGzipText, GzipAllowance } from "./embedded-gzip.ts";
import { measureText, measureWideText, wideMark, type WideText } from "./position.ts";
import { formsOfKeyId, type KeyIdForm } from "./key-id-forms.ts";
import { addOnce, isFollowed, unfold, type Unfolded } from "./unfold.ts";
import { NO_ENCODINGS } from "./view.ts";

/**
 * How far on either side of a match its context reaches: 1,200 bytes in which a key ID may lie, the
 * 16 of the ID, and room for what may stand at its far end (an escape such as `\u0027`).
 * Source: notes/secret-format.md#pairs
 */
export const CONTEXT_BYTES = 1_232;

/** So much earlier than its lead a secret may begin: runs are probed at one place in 48 bytes, and a prefix may be cut. */
const SHIFT_BYTES = 256;
/** So much before its mention a connection's definition may begin. */
const DEFINITION_BEFORE_BYTES = 4_096;
/** So much may be read around mentions, and so many times what came before: more than a text of short statements takes. */
const FREE_DEFINITION_BYTES = 16 * 1024 * 1024;
const MAX_DEFINITION_RATIO = 64;
/** A longer name of a connection is cut. */
const MAX_NAME_CHARACTERS = 100;
/** So much earlier than its lead a match may begin. */
const MAX_SHIFT_BYTES = DEFINITION_BEFORE_BYTES + SHIFT_BYTES;

/** How far around a stretch bytes must be read: what a match and its lead may take, and the context of that. */
export const MARGIN_BYTES = MAX_SHIFT_BYTES + REACH_BYTES + CONTEXT_BYTES;

/** How many encodings may stand one in another. */
export const DEFAULT_DECODE_DEPTH = 4;

/** What a detector looks for, and how far around it. */
export interface DetectorOptions {
  readonly contextBytes?: number;
  readonly maxDecodeDepth?: number;
  /** Whether what has the shape of a secret and a wrong checksum is a match, `damaged`. */
  readonly wantsDamaged?: boolean;
  /** Whether what needs judgement is a match: a `shape`, and a `credential` of a Flink connection. They are by default. */
  readonly wantsJudged?: boolean;
  /** A key ID, every place of which is a match. */
  readonly keyId?: string;
  /** Of the blob that this detector's blobs were inflated from; its own, begun anew with each blob, if not given. */
  readonly allowance?: GzipAllowance;
}

/** The part of a blob that a detector answers for; bytes around it are context. */
export interface Stretch {
  /** Offset in the blob of the first byte that will be written. */
  readonly firstByte: number;
  /** Matches that begin in [start, end) are reported; `end` may be `Infinity`. */
  readonly start: number;
  readonly end: number;
}

/** All of a blob. */
export const WHOLE_BLOB: Stretch = { firstByte: 0, start: 0, end: Infinity };

/** A match without its place in the text: its span is in the arena. */
interface Pending extends Omit<Unfolded, "kind"> {
  readonly kind: MatchKind;
  readonly connection?: ConnectionField;
}

const NO_MATCHES: readonly Match[] = [];
/** The longest byte-order mark; a shorter blob holds no secret. */
const MARK_BYTES = 4;
/** Room that there is at least, so that a caller never reads a few bytes at a time. */
const MIN_ROOM_BYTES = 64 * 1024;
const A = 0x41;
const Q = 0x51;
const G = 0x67;
const W = 0x77;

/**
 * Finds the secrets of one blob after another, fed in chunks of any size.
 *
 * ```
 * detector.begin();
 * while ((n = read(kernel.arena, detector.makeRoom())) > 0) matches.push(...detector.commit(n));
 * matches.push(...detector.end());
 * ```
 * Bytes are read where they are scanned, in the kernel's own memory. A match is handed out
 * once `contextBytes` behind it are known, or at the end. `settledBytes` says how much of the blob
 * no later byte can make part of a match that is not known yet. The cost is linear in the bytes and
 * nothing is kept but the last few kilobytes. Never throws; a chunk boundary never changes a result.
 */
export class Detector {
  readonly kernel: Kernel;
  readonly #contextBytes: number;
  readonly #maxDepth: number;
  readonly #wantsDamaged: boolean;
  readonly #wantsJudged: boolean;
  readonly #forms: readonly KeyIdForm[];
  /** So much earlier than its lead may begin what this detector looks for. */
  readonly #shiftBytes: number;
  readonly #allowance: GzipAllowance;
  readonly #ownsAllowance: boolean;
  readonly #text: Buffer;
  #stretch: Stretch = WHOLE_BLOB;
  /** Offset in the blob of arena[0]. The fields below are offsets in the arena. */
  #base = 0;
  #filled = 0;
  /** What begins before this has been found. */
  #probed = 0;
  /** Text from the stretch's start up to here is in `#measure`. */
  #measured = 0;
  #measure: TextMeasure = NO_TEXT;
  /** What was found and still waits for the bytes behind it, by where it begins. */
  #pending: Pending[] = [];
  /** Compressed texts that are still being collected. */
  #gzips: EmbeddedGzipText[] = [];
  /** What was found in such texts. */
  #inflated: Match[] = [];
  /** Offsets in the blob of what stands plainly and was found by judgement: a search may come by it twice. */
  readonly #judged = { shape: new Set<number>(), credential: new Set<number>() };
  /** How much was read around mentions of connections, as often as it was. */
  #definitionBytes = 0;
  #hasTooManyDefinitions = false;
  #isBinary = false;
  /** How the blob is written, where a byte-order mark says that it is wide text. */
  #wide: WideText | null = null;
  /** For what is inflated, by how deep it may be decoded still; made when there is some. */
  readonly #inner = new Map<number, Detector>();

  constructor(kernel: Kernel, options: DetectorOptions = {}) {
    this.kernel = kernel;
    this.#contextBytes = options.contextBytes ?? CONTEXT_BYTES;
    this.#maxDepth = options.maxDecodeDepth ?? DEFAULT_DECODE_DEPTH;
    this.#wantsDamaged = options.wantsDamaged ?? false;
    this.#wantsJudged = options.wantsJudged ?? true;
    this.#shiftBytes = this.#wantsJudged ? MAX_SHIFT_BYTES : SHIFT_BYTES;
    this.#forms = options.keyId === undefined ? [] : formsOfKeyId(options.keyId);
    this.#allowance = options.allowance ?? new GzipAllowance();
    this.#ownsAllowance = options.allowance === undefined;
    this.#text = Buffer.from(kernel.arena.buffer, kernel.arena.byteOffset, kernel.arena.byteLength);
  }

  /** Forgets the blob before, and starts another one or a stretch of it. */
  begin(stretch: Stretch = WHOLE_BLOB): void {
    this.#stretch = stretch;
    this.#base = stretch.firstByte;
    this.#filled = 0;
    this.#probed = stretch.start - stretch.firstByte;
    this.#measured = this.#probed;
    this.#measure = NO_TEXT;
    this.#pending = [];
    this.#gzips = [];
    this.#inflated = [];
    if (this.#judged.shape.size + this.#judged.credential.size > 0) this.#forgetJudged(Infinity);
    this.#definitionBytes = 0;
    this.#hasTooManyDefinitions = false;
    if (this.#ownsAllowance) this.#allowance.reset();
    this.#isBinary = false;
    this.#wide = null;
  }

  /** Where in the kernel's arena the next bytes go: from here to its end, at least 64 KiB. */
  makeRoom(): number {
    if (this.kernel.arena.length - this.#filled < MIN_ROOM_BYTES) this.#drop();
    return this.#filled;
  }

  /** Takes `count` bytes that were written where `makeRoom` said, and returns the matches that they complete. */
  commit(count: number): readonly Match[] {
    if (this.#base === 0 && this.#filled < MARK_BYTES && this.#filled + count >= MARK_BYTES) this.#skipByteOrderMark();
    this.#filled += count;
    const matches = this.#gzips.length === 0 ? NO_MATCHES : this.#collectGzips(this.#filled - count);
    this.#search(this.#filled - REACH_BYTES);
    return this.#takeReady(matches, false);
  }

  /** Takes a copy of `bytes`, however many, and hands on the matches that they complete, as they are known. */
  push(bytes: Uint8Array, take: (matches: readonly Match[]) => void): void {
    for (let at = 0; at < bytes.length;) {
      const start = this.makeRoom();
      const piece = bytes.subarray(at, at + this.kernel.arena.length - start);
      this.kernel.arena.set(piece, start);
      take(this.commit(piece.length));
      at += piece.length;
    }
  }

  /** Says that there are no more bytes, and returns the matches that were waiting for some. */
  end(): readonly Match[] {
    this.#search(this.#filled);
    // A stretch is read to a margin behind its end: a compressed text that goes on there is not whole.
    const isCut = this.#base + this.#filled >= this.#stretch.end + MARGIN_BYTES;
    if (isCut && this.#gzips.some((text) => !text.isComplete)) this.#allowance.exceed();
    const matches = this.#gzips.length === 0 ? NO_MATCHES : this.#gzips.flatMap((text) => this.#searchInflated(text));
    this.#gzips = [];
    return this.#takeReady(matches, true);
  }

  /** How many bytes of the blob are decided: a secret that is not known yet begins here or later. */
  get settledBytes(): number {
    return this.#base + Math.max(0, this.#probed - this.#shiftBytes);
  }

  /** What of the blob was not read, as the detail of a skip; `null` where all was. */
  get exceeded(): string | null {
    if (this.#hasTooManyDefinitions) return "it has more definitions of Flink connections than its length allows for";
    return this.#allowance.isSpent ? "gzip streams in its text hold too much" : null;
  }

  /** The measure of the stretch as far as it was read. */
  measureStretch(): TextMeasure {
    const end = Math.min(this.#filled, this.#stretch.end - this.#base);
    if (end > this.#measured) this.#measureTo(end);
    return this.#measure;
  }

  /** Whether all that was committed is still in the arena, from the blob's first byte on. */
  get holdsWholeBlob(): boolean {
    return this.#base === 0;
  }

  /** Whether the blob is not text, by git's rule: a NUL near its beginning. `false` where that was not read. */
  get isBinary(): boolean {
    this.#lookAtHead();
    return this.#isBinary;
  }

  /** How many bytes the arena holds. */
  get heldBytes(): number {
    return this.#filled;
  }

  /** Finds all that begins before `to`: of that, all that belongs to it is in the arena. */
  #search(to: number): void {
    const limit = Math.min(to, this.#stretch.end - this.#base + this.#shiftBytes);
    while (this.#probed < limit) {
      const from = this.#probed;
      const { leads, resume } = this.kernel.findLeads(from, limit, this.#filled);
      this.#probed = resume;
      if (leads.length > 0) this.#look(leads, from, resume);
      if (this.#forms.length > 0) this.#findKeyId(from, resume);
    }
  }

  #look(leads: readonly Lead[], from: number, to: number): void {
    const coded: Lead[] = [];
    for (const lead of leads) {
      if (lead.kind === "secret") this.#judge(lead.start);
      else if (isFollowed(lead)) coded.push(lead);
      else if (!this.#wantsJudged) continue;
      else if (lead.kind === "mention") this.#readConnection(lead.start);
      else if (lead.start >= from - this.#shiftBytes) this.#addShape(lead.start);
    }
    if (coded.length > 0 && this.#maxDepth > 0) {
      for (const window of windowsOf(coded, this.#filled, this.#base)) this.#unfold(window, from, to);
    }
    this.#pending.sort((a, b) => a.span.start - b.span.start);
  }

  /** Decides about 64 characters that have the shape of a secret. */
  #judge(start: number): void {
    const { arena } = this.kernel;
    const last = arena[start + SECRET_CHARACTERS - 1];
    const mayBeRight = last === A || last === Q || last === G || last === W;
    if ((!mayBeRight && !this.#wantsDamaged) || !this.#isOurs(start)) return;
    const secret = this.#secretAt(start);
    const isRight = mayBeRight && isChecksumRight(secret);
    if (!isRight && !(this.#wantsDamaged && this.#standsFree(start))) return;
    const span = { start, end: start + SECRET_CHARACTERS };
    this.#pending.push({ kind: isRight ? "proven" : "damaged", span, secret, encodings: NO_ENCODINGS, contexts: [] });
  }

  /** Finds the key ID, in every form, that begins in [from, to). */
  #findKeyId(from: number, to: number): void {
    for (const { bytes, secret, encodings } of this.#forms) {
      const text = this.#text.subarray(0, Math.min(to + bytes.length - 1, this.#filled));
      for (let at = text.indexOf(bytes, from); at !== -1; at = text.indexOf(bytes, at + 1)) {
        const span = { start: at, end: at + bytes.length };
        if (this.#isOurs(at)) this.#pending.push({ kind: "key-id", span, secret, encodings, contexts: [] });
      }
    }
    this.#pending.sort((a, b) => a.span.start - b.span.start);
  }

  #addShape(start: number): void {
    const span = { start, end: start + SECRET_CHARACTERS };
    if (!this.#isOurs(start) || !this.#isNew("shape", start)) return;
    this.#pending.push({ kind: "shape", span, secret: this.#secretAt(start), encodings: NO_ENCODINGS, contexts: [] });
  }

  /** Takes the credentials of the connection that is defined around a mention. */
  #readConnection(mention: number): void {
    if (!this.#isOurs(mention) || this.#hasReadTooMuch(mention)) return;
    const start = Math.max(0, this.#measured, mention - DEFINITION_BEFORE_BYTES);
    const text = this.#text.toString("latin1", start, Math.min(this.#filled, mention + REACH_BYTES));
    this.#definitionBytes += text.length;
    const at = startOfDefinition(text, mention - start);
    for (const { span: inText, connection, field } of at === -1 ? [] : findConnectionCredentials(text, at)) {
      const span = { start: start + inText.start, end: start + inText.end };
      if (!this.#isNew("credential", span.start)) continue;
      const secret = text.slice(inText.start, inText.end);
      const names = { connection: nameOf(connection), field: nameOf(field) };
      const known = { encodings: NO_ENCODINGS, contexts: [], connection: names };
      this.#pending.push({ kind: "credential", span, secret, ...known });
    }
  }

  /** Whether so many definitions were read that the text must be made of their beginnings; says so from then on. */
  #hasReadTooMuch(mention: number): boolean {
    const mostBytes = FREE_DEFINITION_BYTES + MAX_DEFINITION_RATIO * (this.#base + mention - this.#stretch.firstByte);
    if (this.#definitionBytes > mostBytes) this.#hasTooManyDefinitions = true;
    return this.#hasTooManyDefinitions;
  }

  /** Whether nothing of the kind was found there so far. */
  #isNew(kind: "shape" | "credential", start: number): boolean {
    const offset = this.#base + start;
    if (this.#judged[kind].has(offset)) return false;
    this.#judged[kind].add(offset);
    return true;
  }

  /** Forgets what begins before an offset in the blob: no search comes by it again. */
  #forgetJudged(before: number): void {
    for (const offsets of Object.values(this.#judged)) {
      for (const offset of offsets) if (offset < before) offsets.delete(offset);
    }
  }

  /** Whether no character of the alphabet stands on either side of the 64. */
  #standsFree(start: number): boolean {
    const end = start + SECRET_CHARACTERS;
    const around = this.#text.toString("latin1", Math.max(0, start - 1), Math.min(this.#filled, end + 1));
    return around.replace(/^[^A-Za-z0-9+/]|[^A-Za-z0-9+/]$/g, "").length === SECRET_CHARACTERS;
  }

  /** Finds what the text of a window does not show plainly, and begins in [from, to). */
  #unfold({ span: { start, end }, leads }: Window, from: number, to: number): void {
    const isHere = (at: number): boolean => at >= from - this.#shiftBytes && at < to && this.#isOurs(at);
    const text = this.kernel.arena.slice(start, end);
    const found = unfold(text, leads, this.kernel, { maxDepth: this.#maxDepth, contextBytes: this.#contextBytes });
    for (const one of found.secrets) {
      const span = { start: start + one.span.start, end: start + one.span.end };
      // What needs no decoding has a lead of its own.
      const isWanted = one.encodings.length > 0 && (one.kind === "proven" || this.#wantsJudged);
      if (isWanted && isHere(span.start)) addOnce(this.#pending, { ...one, span });
    }
    for (const { start: at, encodings } of found.gzips) {
      if (isHere(start + at)) this.#beginGzip(start + at, encodings);
    }
  }

  /** Whether what begins there is this stretch's to report. */
  #isOurs(start: number): boolean {
    const offset = this.#base + start;
    return offset >= this.#stretch.start && offset < this.#stretch.end;
  }

  /** Begins to collect a compressed text, unless it is part of one that is being collected. */
  #beginGzip(at: number, encodings: readonly Encoding[]): void {
    const start = this.#base + at;
    let text = this.#gzips.find((known) => start >= known.start && start < known.end);
    if (text === undefined) {
      text = new EmbeddedGzipText(start, joinText(this.#measure, this.#measureText(this.#measured, at)));
      this.#gzips.push(text);
      this.#pushTo(text, at);
    }
    text.addHead(start, encodings);
  }

  /** Goes on with what is being collected, and returns the matches in what is complete. */
  #collectGzips(from: number): Match[] {
    for (const text of this.#gzips) this.#pushTo(text, from);
    const complete = this.#gzips.filter((text) => text.isComplete);
    this.#gzips = this.#gzips.filter((text) => !text.isComplete);
    return complete.flatMap((text) => this.#searchInflated(text));
  }

  #pushTo(text: EmbeddedGzipText, from: number): void {
    text.push(this.#text.toString("latin1", from, this.#filled));
  }

  /** The matches in a compressed text; what was found in one that overlaps it, read otherwise, is left out. */
  #searchInflated(text: EmbeddedGzipText): Match[] {
    const isKnown = ({ span, secret }: Match): boolean =>
      this.#inflated.some((one) => one.span.start < span.end && span.start < one.span.end && one.secret.equals(secret));
    const matches: Match[] = [];
    for (const match of this.#readInflated(text)) {
      if (isKnown(match)) continue;
      this.#inflated.push(match);
      matches.push(match);
    }
    return matches;
  }

  /** The matches in the streams of a compressed text. */
  #readInflated(text: EmbeddedGzipText): Match[] {
    const found: Match[] = [];
    for (const { bytes, encodings, span, before, within } of text.inflate(this.#allowance)) {
      for (const match of this.#searchInner(bytes, this.#maxDepth - encodings.length)) {
        found.push({
          ...match,
          span,
          encodings: [...encodings, ...match.encodings],
          textBefore: joinText(text.textBefore, before),
          textWithin: within,
        });
      }
    }
    return found;
  }

  #searchInner(bytes: Uint8Array, depth: number): Match[] {
    if (depth < 0) return [];
    const matches: Match[] = [];
    const inner =
      this.#inner.get(depth) ??
      new Detector(createSimdKernel(), {
        contextBytes: this.#contextBytes,
        maxDecodeDepth: depth,
        wantsJudged: this.#wantsJudged,
        allowance: this.#allowance,
      });
    this.#inner.set(depth, inner);
    inner.begin();
    inner.push(bytes, (some) => matches.push(...some));
    return [...matches, ...inner.end()];
  }

  /** `complete`, and what was found in the text itself, as far as all around it is known. */
  #takeReady(complete: readonly Match[], isEnd: boolean): readonly Match[] {
    if (this.#pending.length === 0) return complete;
    const isWaiting = ({ span }: Pending): boolean =>
      span.start >= this.#probed - this.#shiftBytes || span.end + this.#contextBytes > this.#filled;
    const first = isEnd ? -1 : this.#pending.findIndex(isWaiting);
    const ready = this.#pending.splice(0, first === -1 ? this.#pending.length : first);
    return [...complete, ...ready.map((one) => this.#matchOf(one))];
  }

  #matchOf({ kind, span: { start, end }, secret, encodings, contexts, connection }: Pending): Match {
    this.#measureTo(start);
    const around: MatchContext = {
      before: this.#text.toString("latin1", Math.max(0, start - this.#contextBytes), start),
      after: this.#text.toString("latin1", end, Math.min(this.#filled, end + this.#contextBytes)),
    };
    return {
      kind,
      span: { start: this.#base + start, end: this.#base + end },
      secret: new Secret(secret),
      encodings,
      textBefore: this.#measure,
      textWithin: this.#measureText(start, end),
      contexts: [...contexts, around],
      connection: connection ?? null,
    };
  }

  #secretAt(at: number): string {
    return this.#text.toString("latin1", at, at + SECRET_CHARACTERS);
  }

  /** Lets go of every byte that no match and no context can need any more. */
  #drop(): void {
    const needed = Math.min(this.#probed - REACH_BYTES, this.#pending[0]?.span.start ?? Infinity);
    const earliest = Math.min(this.#filled, Math.max(0, needed - this.#contextBytes));
    // A unit of wide text is not divided.
    const from = Math.max(0, earliest - ((this.#base + earliest) % MARK_BYTES));
    if (from > this.#measured) this.#measureTo(from);
    this.#lookAtHead();
    this.kernel.arena.copyWithin(0, from, this.#filled);
    this.#base += from;
    this.#filled -= from;
    this.#probed -= from;
    this.#measured -= from;
    this.#forgetJudged(this.#base);
    this.#pending = this.#pending.map((one) => {
      const { start, end } = one.span;
      return { ...one, span: { start: start - from, end: end - from } };
    });
  }

  /** The blob's beginning tells whether it is text, as long as it is there. */
  #lookAtHead(): void {
    if (this.#base === 0) this.#isBinary = !isTextHead(this.kernel.arena.subarray(0, this.#filled));
  }

  #measureTo(at: number): void {
    this.#measure = joinText(this.#measure, this.#measureText(this.#measured, at));
    this.#measured = at;
  }

  #measureText(from: number, to: number): TextMeasure {
    if (this.#wide === null) return measureText(this.kernel, from, to);
    return measureWideText(this.kernel.arena.subarray(from, to), this.#base + from, this.#wide);
  }

  #skipByteOrderMark(): void {
    const { arena } = this.kernel;
    if (this.#measured > 0) return;
    if (arena[0] === 0xef && arena[1] === 0xbb && arena[2] === 0xbf) this.#measure = BEFORE_BYTE_ORDER_MARK;
    this.#wide = wideMark(arena);
    if (this.#wide !== null) this.#measure = beforeWideMark(this.#wide.unitBytes);
  }
}

/** Where a definition begins that is mentioned there: a statement in small letters is found by one of its options. */
function startOfDefinition(text: string, mention: number): number {
  if (!text.startsWith("endpoint", mention)) return mention;
  return text.slice(0, mention).toLowerCase().lastIndexOf("connection");
}

/** A name that stands in UTF-8 (here latin1), cut where it is too long. */
function nameOf(latin1: string): string {
  const name = Buffer.from(latin1, "latin1").toString("utf8");
  return name.length > MAX_NAME_CHARACTERS ? `${name.slice(0, MAX_NAME_CHARACTERS)}…` : name;
}

/** The leads that are looked at together, and the part of the arena in which what they belong to lies. */
interface Window {
  readonly span: Span;
  /** Offsets in the window. */
  readonly leads: readonly Lead[];
}

/** So much before a lead its text may begin: the key ID's part of a base64 text, and the IDs around it. */
const WINDOW_BEFORE_BYTES = 2_048;
const MAX_WINDOW_BYTES = 2 * REACH_BYTES;

/**
 * Windows around leads, as few as hold each lead with all that it may belong to. They begin at a multiple of four bytes
 * in the blob, as wide text does.
 */
function windowsOf(leads: readonly Lead[], filled: number, base: number): Window[] {
  const windows: { start: number; end: number; leads: Lead[] }[] = [];
  for (const lead of [...leads].sort((a, b) => a.start - b.start)) {
    const early = Math.max(0, lead.start - (lead.kind === "wide" ? 0 : WINDOW_BEFORE_BYTES));
    const start = Math.max(0, early - ((base + early) % 4));
    const end = Math.min(filled, lead.kind === "anchor" ? lead.start + REACH_BYTES : lead.end);
    const last = windows.at(-1);
    if (last !== undefined && start < last.end && end - last.start <= MAX_WINDOW_BYTES) {
      last.end = Math.max(last.end, end);
      last.leads.push(lead);
    } else windows.push({ start, end, leads: [lead] });
  }
  return windows.map(({ start, end, leads: inside }) => ({
    span: { start, end },
    leads: inside.map((lead) => ({ ...lead, start: lead.start - start, end: lead.end - start })),
  }));
}
