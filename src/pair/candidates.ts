import { decodeHalf } from "./coded-halves.ts";
import { ID_CHARACTERS, kindOfId, type IdKind } from "./key-id.ts";
import { isMixed, SECRET_CHARACTERS } from "./secret-run.ts";

/** Something in a text that may be half of a pair: a key ID, or another secret. Offsets are in that text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** The ID's 16 characters; `null` for a secret. */
  readonly id: string | null;
  /** Of secrets, `masked` are those that are not shown, but whose field is: `password: ${PASSWORD}`. */
  readonly kind: IdKind | "secret" | "masked";
}

/** How a text is searched. */
export interface CandidateOptions {
  /** Whether IDs and secrets may stand there in base64 or hexadecimal, each on its own, as in a Kubernetes `data:` map. */
  readonly isCoded: boolean;
}

/**
 * The free-standing key IDs and secrets of a text, in order. One pass; `text` holds one byte a character.
 *
 * An ID has no letter or digit on either side, so that AKIA and 16 base32 characters are none. An escape
 * (`\n`, `\u0027`, `\x22`, `%3D`, a colour) before one is no part of it.
 */
export function findCandidates(text: string, { isCoded }: CandidateOptions): Candidate[] {
  const found: Candidate[] = [];
  if (!HAS_CODED_SIGN.test(text)) addRuns(text, 0, isCoded, found);
  else for (const { 0: run, index } of text.matchAll(CODED_RUN)) addCodedRun(run, index, text, isCoded, found);
  return found;
}

/** The alphabet of secrets. */
const RUN_CODES = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(/[A-Za-z0-9+/]/.test(String.fromCharCode(code))),
);
/** A run of it, where `+` and `/` may be written in percent-encoding or as an escape. */
const CODED_SIGN = String.raw`%2[BFbf]|\\/|\\u002[BFbf]`;
const CODED_RUN = new RegExp(`(?:[A-Za-z0-9+/]|${CODED_SIGN}){16,}`, "g");
const HAS_CODED_SIGN = new RegExp(CODED_SIGN);
const EACH_CODED_SIGN = new RegExp(CODED_SIGN, "g");

/** An escape that ends in a letter or digit; the last is a terminal's colour. It holds all of a run's beginning. */
const ESCAPE = new RegExp(
  String.raw`(?:\\(?:[nrtbf]|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})|%(?:25)*[0-9A-Fa-f]{2}|=[23][0-9A-F]|${String.fromCharCode(27)}\[[0-9;]*m)$`,
);
/** The longest escape's part before a run: `ESC [ 1 ; 38 ; 5 ;`, with some room. */
const ESCAPE_BYTES = 16;

/** Adds what a run is in which signs are coded: a secret, or what its parts are. */
function addCodedRun(run: string, index: number, text: string, isCoded: boolean, found: Candidate[]): void {
  const plain = run.replaceAll(EACH_CODED_SIGN, "+");
  if (plain.length === SECRET_CHARACTERS && plain !== run && isMixed(plain)) {
    found.push({ start: index, end: index + run.length, id: null, kind: "secret" });
  } else addRuns(text.slice(0, index + run.length), index, isCoded, found);
}

/** Adds what stands in `text` from `from` on. It looks at every sixteenth character, and at others where that is in a run. */
function addRuns(text: string, from: number, isCoded: boolean, found: Candidate[]): void {
  for (let at = from; at + ID_CHARACTERS <= text.length;) {
    let gap = at + ID_CHARACTERS - 1;
    while (gap >= at && isInRun(text, gap)) gap--;
    if (gap < at) {
      let end = at + ID_CHARACTERS;
      while (end < text.length && isInRun(text, end)) end++;
      addRun(text, text.slice(at, end), at, isCoded, found);
      gap = end;
    }
    at = gap + 1;
  }
}

function isInRun(text: string, at: number): boolean {
  return RUN_CODES[text.charCodeAt(at) & 0xff] === 1;
}

function addRun(text: string, run: string, index: number, isCoded: boolean, found: Candidate[]): void {
  if (run.length >= SECRET_CHARACTERS && isSecretRun(text, run, index)) {
    found.push({ start: index + run.length - SECRET_CHARACTERS, end: index + run.length, id: null, kind: "secret" });
    return;
  }
  const half = isCoded ? decodeHalf(run) : null;
  if (half === null) return addIds(text, run, index, found);
  const kind = kindOfId(half);
  const end = endOfPadding(text, index + run.length);
  found.push(kind === null ? { start: index, end, id: null, kind: "secret" } : { start: index, end, id: half, kind });
}

/** Whether [index, at) is nothing, or belongs to an escape that ends at `at`. */
function isEscapeBefore(text: string, index: number, at: number): boolean {
  return at === index || ESCAPE.test(text.slice(Math.max(0, index - ESCAPE_BYTES), at));
}

/** Whether a run ends in 64 characters that stand free and have an upper, a lower and a digit. */
function isSecretRun(text: string, run: string, index: number): boolean {
  const start = index + run.length - SECRET_CHARACTERS;
  const isWhole = isEscapeBefore(text, index, start) || /^[+/]{1,2}$/.test(text.slice(index, start));
  return isWhole && isMixed(run);
}

/** Adds the IDs of a run, which `+` and `/` divide. */
function addIds(text: string, run: string, index: number, found: Candidate[]): void {
  let from = 0;
  for (let at = 0; at <= run.length; at++) {
    const code = at < run.length ? run.charCodeAt(at) : SLASH;
    if (code !== SLASH && code !== PLUS) continue;
    if (at - from >= ID_CHARACTERS) addId(text, index + from, index + at, found);
    from = at + 1;
  }
}

const PLUS = 0x2b;
const SLASH = 0x2f;

/** Adds the ID in which the letters and digits [from, end) end, if there is one. */
function addId(text: string, from: number, end: number, found: Candidate[]): void {
  const start = end - ID_CHARACTERS;
  const id = text.slice(start, end);
  const kind = kindOfId(id);
  if (kind === null || !isEscapeBefore(text, from, start) || isPartOfName(text, start, end, id)) return;
  found.push({ start, end, id, kind });
}

/** Whether 16 capitals without a digit are a part of a longer name such as `MY_ABCDEFGHIJKLMNOP_X`. */
function isPartOfName(text: string, start: number, end: number, id: string): boolean {
  return (text[start - 1] === "_" || text[end] === "_") && !/[0-9]/.test(id);
}

function endOfPadding(text: string, end: number): number {
  let at = end;
  while (at < end + 2 && text[at] === "=") at++;
  return at;
}
