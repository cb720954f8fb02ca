import type { Evidence } from "../model/evidence.ts";
import type { MatchContext } from "../model/match.ts";
import { kindOfId } from "./key-id.ts";
import type { Pairing } from "./pairing.ts";

/** Whether the secret is the password of a JAAS line or file for Kafka's PLAIN mechanism, which Confluent Cloud uses. */
export function isPlainLogin({ before }: MatchContext): boolean {
  return before.lastIndexOf("PlainLoginModule") >= Math.max(0, before.length - LOGIN_BYTES);
}

/** Whether Confluent, a host or a resource of Confluent Cloud is named. Source: notes/pairs.md#context */
export function namesConfluent({ before, after }: MatchContext): boolean {
  return CONFLUENT.test(before) || CONFLUENT.test(after);
}

/** What speaks against a secret: what goes on beside it, wraps it, or says that it is something else. */
export function findContradictions(contexts: readonly MatchContext[], pairing: Pairing): readonly Evidence[] {
  const [inner] = contexts;
  if (inner === undefined) return [];
  const found: Evidence[] = isWrapped(inner) ? ["wrapped"] : [];
  if (isLonger(inner)) found.push("longer-text");
  if (contexts.some(isEncrypted)) found.push("encrypted");
  if (TEMPLATE.test(inner.before.slice(-EDGE_BYTES))) found.push("template");
  if (pairing.tie === null && hasForeignUser(inner)) found.push("foreign-user");
  return found;
}

const LOGIN_BYTES = 400;
const CONFLUENT =
  /[Cc]onfluent|CONFLUENT|[Cc]cloud|CCLOUD|crn:\/\/|\b(?:lkc|lsrc|lksqlc|lfcp|pkc|psrc|pksqlc)-[a-z0-9]{5,8}\b/;
/** What says what a value is stands so close to it. */
const EDGE_BYTES = 48;
const TEMPLATE = /(?:\$\{|\{\{|<%=?|%\{)\s?$/;

/** What a text ends in that goes on right behind: an integrity hash (`sha384-`), a token's part, a path, a bcrypt hash. */
const GOES_ON_BEFORE = /(?:[^\s.]\.|[^\s-]-|[_$%~^]|%2[BFbf]|\\u002[BFbf])$/;
const GOES_ON_BEHIND = /^(?:[-_~$(^]|\.[A-Za-z0-9]|=|%(?:25)*(?:3[Dd]|2[BFbf])|\\u00(?:3[Dd]|2[BFbf])|::)/;

/** Whether what stands right beside it is a part of the same text: padding, base64url, a token, a path. */
function isLonger({ before, after }: MatchContext): boolean {
  return GOES_ON_BEFORE.test(before.slice(-EDGE_BYTES)) || GOES_ON_BEHIND.test(after.slice(0, EDGE_BYTES));
}

/** Source: notes/pairs.md#encrypted */
function isEncrypted({ before, after }: MatchContext): boolean {
  const near = before.slice(-2 * EDGE_BYTES);
  return (
    /ENC\[[^\]\n]*$|AES\/GCM[^\n]*$|(?:DPAPI|secure|securepass|cipher|vault:v\d):\s?["']?$/.test(near) ||
    /^,(?:iv|tag|type):/.test(after)
  );
}

const PEM = /-----(?:BEGIN|END) [A-Z0-9 ]{1,40}-----/;
/** A line of wrapped text has at least so many characters, and at most so many bytes between it and the next. */
const LINE_CHARACTERS = 40;
const LINE_GAP = 64;

/** Whether a neighbouring line is wrapped base64, or the border of a PEM block. */
function isWrapped({ before, after }: MatchContext): boolean {
  const above = before.slice(-(LINE_GAP + 2 * LINE_CHARACTERS));
  const below = after.slice(0, LINE_GAP + 2 * LINE_CHARACTERS);
  return hasLineAbove(above) || hasLineBelow(below) || hasTailBelow(below) || PEM.test(above) || isEndOfPem(below);
}

function hasLineAbove(above: string): boolean {
  const line = LINE_ABOVE.exec(above)?.[1];
  return line !== undefined && isWrappedText(line);
}

function hasLineBelow(below: string): boolean {
  const line = LINE_BELOW.exec(below)?.[1];
  return line !== undefined && isWrappedText(line);
}

/** Whether a line may be of wrapped base64: a hash in hexadecimal, or a rule of one letter, is none. */
function isWrappedText(line: string): boolean {
  return /[A-Z]/.test(line) && /[a-z]/.test(line) && !/^(.)\1*$/.test(line);
}

/** Line ends, blanks, margins and the quotes of adjacent literals, but no comma: a list of secrets is none. */
const BETWEEN_LINES = String.raw`["']?[ \t]*(?:\+[ \t]*|\\[ \t]*)?(?:\r?\n|(?:\\r)?\\n|[ \t])(?!\r?\n)[ \t"'+>#*/\\]{0,${LINE_GAP - 8}}`;
const LINE_ABOVE = new RegExp(`(?:^|[^A-Za-z0-9+/=])(?:n|\\+)?([A-Za-z0-9+/]{${LINE_CHARACTERS},76})${BETWEEN_LINES}$`);
const LINE_BELOW = new RegExp(`^${BETWEEN_LINES}([A-Za-z0-9+/]{${LINE_CHARACTERS},76})(?![A-Za-z0-9+/])`);
/** The last line of wrapped base64: padded, and nothing behind the padding. */
const TAIL_BELOW =
  /^["']?[ \t+\\]*(?:\r?\n|(?:\\r)?\\n)[\s"'+>#*]{0,40}([A-Za-z0-9+/]{2,63}={1,2})(?=["']?[\s,;)+\\]|["']?$)/;

function hasTailBelow(below: string): boolean {
  const tail = TAIL_BELOW.exec(below)?.[1];
  return tail !== undefined && tail.length % 4 === 0 && /[0-9]|[a-z][A-Z]/.test(tail);
}

/** `-----END` below, with at most the last line of the block between. */
function isEndOfPem(below: string): boolean {
  const end = below.indexOf("-----END ");
  return end !== -1 && /^[\s"'+\\nr,]*[A-Za-z0-9+/=]{0,64}[\s"'+\\nr,]*$/.test(below.slice(0, end));
}

/** A user's field near the secret, and what is in it. */
const USER = /user(?:_?name|[._-]name)?["'\\]{0,3}\s{0,8}[:=]\s{0,8}["'\\]{0,3}([^\s"'\\,;}]{1,64})/gi;
const USER_BYTES = 160;

/** Whether the nearest user named by the text around is a plain name: `sasl.username=admin`. */
function hasForeignUser({ before, after }: MatchContext): boolean {
  const near = `${before.slice(-USER_BYTES)}\n${after.slice(0, USER_BYTES)}`;
  return [...near.matchAll(USER)].some(
    ({ 1: user = "" }) => /^[A-Za-z][\w.@-]*$/.test(user) && !PLACEHOLDER.test(user) && kindOfId(user) === null,
  );
}

/** What stands for a key ID that is put in later. */
const PLACEHOLDER = /key|user|var|secret|env|data|config|placeholder|change|example|xxx/i;
