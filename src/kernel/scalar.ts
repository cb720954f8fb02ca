import { ARENA_BYTES, MAX_CANDIDATES, type Kernel } from "./kernel.ts";

const LINE_FEED = 0x0a;
const SECRET_BYTES = 64;
const HASHED_CHARACTERS = 100;
const HASH_FACTOR = 37n;
const END_OF_FILE = 0xffff;

/**
 * The kernel in plain TypeScript: what assembly/ does, to be read and compared against.
 *
 * Slow, and never used by the product; an arm of every kernel benchmark.
 */
export function createScalarKernel(): Kernel {
  const arena = new Uint8Array(ARENA_BYTES);
  const lineHash = createLineHash();
  return {
    arena,
    findCandidates(from, to) {
      const found: number[] = [];
      for (let at = from; at + SECRET_BYTES <= to && found.length < MAX_CANDIDATES; at++) {
        if (isCandidate(arena, at)) found.push(at);
      }
      return Uint32Array.from(found);
    },
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

function isCandidate(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x63 || bytes[at + 1] !== 0x66 || bytes[at + 2] !== 0x6c || bytes[at + 3] !== 0x74) return false;
  return bytes.subarray(at, at + SECRET_BYTES).every(isAlphabet);
}

function isAlphabet(byte: number): boolean {
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  const isDigit = byte >= 0x30 && byte <= 0x39;
  return isLetter || isDigit || byte === 0x2b || byte === 0x2f;
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
