import type { Kernel } from "../kernel/kernel.ts";
import { MAX_CANDIDATES } from "../kernel/kernel.ts";
import type { Match } from "../model/match.ts";
import { Secret } from "../model/secret.ts";
import { BEFORE_BYTE_ORDER_MARK, joinText, NO_TEXT, type TextMeasure } from "../model/text-measure.ts";
import { isChecksumRight, SECRET_CHARACTERS } from "../codec/checksum.ts";
import { isTextHead } from "./line-hash.ts";
import { measureText } from "./position.ts";

/**
 * How far on either side of a match its context reaches: 1,200 bytes in which a key ID may lie, the
 * 16 of the ID, and room for what may stand at its far end (an escape such as `\u0027`).
 * Source: notes/secret-format.md#pairs
 */
export const CONTEXT_BYTES = 1_232;

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

const NO_MATCHES: readonly Match[] = [];
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
  readonly #text: Buffer;
  #stretch: Stretch = WHOLE_BLOB;
  /** Offset in the blob of arena[0]. The fields below are offsets in the arena. */
  #base = 0;
  #filled = 0;
  /** Candidates that begin before this have been found. */
  #probed = 0;
  /** Text from the stretch's start up to here is in `#measure`. */
  #measured = 0;
  #measure: TextMeasure = NO_TEXT;
  /** Where the proven secrets begin that still wait for the bytes behind them. */
  #pending: number[] = [];
  #isBinary = false;

  constructor(kernel: Kernel, contextBytes: number = CONTEXT_BYTES) {
    this.kernel = kernel;
    this.#contextBytes = contextBytes;
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
    this.#isBinary = false;
  }

  /** Where in the kernel's arena the next bytes go: from here to its end, at least 64 KiB. */
  makeRoom(): number {
    if (this.kernel.arena.length - this.#filled < MIN_ROOM_BYTES) this.#drop();
    return this.#filled;
  }

  /** Takes `count` bytes that were written where `makeRoom` said, and returns the matches that they complete. */
  commit(count: number): readonly Match[] {
    if (this.#base === 0 && this.#filled < 3 && this.#filled + count >= 3) this.#skipByteOrderMark();
    this.#filled += count;
    this.#probe();
    return this.#pending.length === 0 ? NO_MATCHES : this.#takeReady(false);
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
    return this.#pending.length === 0 ? NO_MATCHES : this.#takeReady(true);
  }

  /** How many bytes of the blob are decided: a secret that is not known yet begins here or later. */
  get settledBytes(): number {
    let at = Math.min(this.#probed, this.#filled);
    while (at < this.#filled && !this.#mayBeginSecret(at)) at++;
    return this.#base + at;
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

  #probe(): void {
    const { arena } = this.kernel;
    const limit = this.#stretch.end - this.#base;
    let from = this.#probed;
    for (;;) {
      const candidates = this.kernel.findCandidates(from, this.#filled);
      for (const at of candidates) {
        const last = arena[at + SECRET_CHARACTERS - 1];
        const mayBeRight = last === A || last === Q || last === G || last === W;
        if (mayBeRight && at < limit && isChecksumRight(this.#secretAt(at))) this.#pending.push(at);
      }
      if (candidates.length < MAX_CANDIDATES) break;
      from = (candidates[MAX_CANDIDATES - 1] ?? 0) + 1;
    }
    this.#probed = Math.max(this.#probed, this.#filled - SECRET_CHARACTERS + 1);
  }

  #takeReady(isEnd: boolean): readonly Match[] {
    const matches: Match[] = [];
    for (const at of this.#pending) {
      if (!isEnd && at + SECRET_CHARACTERS + this.#contextBytes > this.#filled) break;
      matches.push(this.#matchAt(at));
    }
    this.#pending.splice(0, matches.length);
    return matches;
  }

  #matchAt(at: number): Match {
    const end = at + SECRET_CHARACTERS;
    this.#measureTo(at);
    return {
      kind: "proven",
      span: { start: this.#base + at, end: this.#base + end },
      secret: new Secret(this.#secretAt(at)),
      textBefore: this.#measure,
      context: {
        before: this.#text.toString("latin1", Math.max(0, at - this.#contextBytes), at),
        after: this.#text.toString("latin1", end, Math.min(this.#filled, end + this.#contextBytes)),
      },
    };
  }

  #secretAt(at: number): string {
    return this.#text.toString("latin1", at, at + SECRET_CHARACTERS);
  }

  /** Lets go of every byte that no match and no context can need any more. */
  #drop(): void {
    const needed = Math.min(this.#probed, this.#pending[0] ?? Infinity);
    const from = Math.min(this.#filled, Math.max(0, needed - this.#contextBytes));
    if (from > this.#measured) this.#measureTo(from);
    this.#lookAtHead();
    this.kernel.arena.copyWithin(0, from, this.#filled);
    this.#base += from;
    this.#filled -= from;
    this.#probed -= from;
    this.#measured -= from;
    this.#pending = this.#pending.map((at) => at - from);
  }

  /** The blob's beginning tells whether it is text, as long as it is there. */
  #lookAtHead(): void {
    if (this.#base === 0) this.#isBinary = !isTextHead(this.kernel.arena.subarray(0, this.#filled));
  }

  #measureTo(at: number): void {
    this.#measure = joinText(this.#measure, measureText(this.kernel, this.#measured, at));
    this.#measured = at;
  }

  #skipByteOrderMark(): void {
    const { arena } = this.kernel;
    const isMarked = arena[0] === 0xef && arena[1] === 0xbb && arena[2] === 0xbf;
    if (isMarked && this.#measured === 0) this.#measure = BEFORE_BYTE_ORDER_MARK;
  }

  /** Whether the bytes from `at` to the end of what was read could be the start of a secret. */
  #mayBeginSecret(at: number): boolean {
    return /^(?:c|cf|cfl|cflt[A-Za-z0-9+/]*)$/.test(this.#text.toString("latin1", at, this.#filled));
  }
}
