/** Bytes of the arena: what one look at a blob may hold, kept bytes and newly read ones together. */
export const ARENA_BYTES = 528 * 1024;

/**
 * The longest that a secret can be with all that it is encoded and wrapped in, in bytes: so far ahead and back
 * `findLeads` looks. Source: notes/secret-format.md#encodings
 */
export const REACH_BYTES = 8192;

/** How long a text `findLeadsIn` takes. */
export const VIEW_BYTES = 64 * 1024;

/** How many bytes one call of `pushLineHash` may take. */
export const LINE_HASH_STEP = 4096;

/**
 * A place where something may stand that is looked for: 64 characters with the prefix of a secret (`secret`), the
 * beginning of something broken up (`anchor`), coded text that holds a lead when it is decoded (`coded`), text of two or
 * four bytes a character that does (`wide`), 64 free characters that look random (`shape`), or words that define a Flink
 * connection (`mention`). [start, end) is that, or the text to decode.
 */
export interface Lead {
  readonly kind: "secret" | "anchor" | "coded" | "wide" | "shape" | "mention";
  readonly start: number;
  readonly end: number;
}

/** Some leads, and from where to go on looking. */
export interface Leads {
  readonly leads: readonly Lead[];
  readonly resume: number;
}

/** What `measureUtf8` says of a stretch of bytes. */
export interface Utf8Measure {
  /** UTF-16 code units, if the bytes are valid UTF-8. */
  readonly units: number;
  /** Continuation bytes announced less those present: 0 for valid text. */
  readonly balance: number;
}

/**
 * The byte work that is too hot for JavaScript, over an arena that it owns.
 *
 * Bytes are written straight into `arena` (a file is read into it) and named by their offsets in it;
 * every range is [from, to). A kernel serves one blob at a time; one thread has one.
 */
export interface Kernel {
  readonly arena: Uint8Array;
  /**
   * Leads that begin in [from, to), as far as there is room for them: go on from `resume` until that is `to`. Bytes in
   * [0, filled) may be looked at; all that a lead needs lies within `REACH_BYTES` of it. A lead may be false. A secret
   * in any form that `Encoding` lists has one.
   */
  findLeads(from: number, to: number, filled: number): Leads;
  /** All leads of a text of at most `VIEW_BYTES`. */
  findLeadsIn(text: Uint8Array): readonly Lead[];
  /** How many bytes were searched or decoded so far, as often as they were: the work that the tests bound. */
  countWork(): number;
  countNewlines(from: number, to: number): number;
  measureUtf8(from: number, to: number): Utf8Measure;
  resetLineHash(): void;
  /**
   * Hashes of the lines that [from, to), at most `LINE_HASH_STEP` bytes, completes: two words each,
   * the lower one first. Good until the next call.
   */
  pushLineHash(from: number, to: number): Uint32Array;
  /** Hashes of the last lines, likewise. */
  endLineHash(): Uint32Array;
}
