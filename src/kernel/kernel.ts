/** Bytes of the arena: what one look at a blob may hold, kept bytes and newly read ones together. */
export const ARENA_BYTES = 528 * 1024;

/** How many candidates one call of `findCandidates` can return. */
export const MAX_CANDIDATES = 8192;

/** How many bytes one call of `pushLineHash` may take. */
export const LINE_HASH_STEP = 4096;

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
   * Ascending offsets in [from, to) where `cflt` and 60 more characters of the secret's alphabet
   * stand whole. At most `MAX_CANDIDATES`: with as many, ask again from behind the last one. The
   * array is the kernel's own and good until the next call.
   */
  findCandidates(from: number, to: number): Uint32Array;
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
