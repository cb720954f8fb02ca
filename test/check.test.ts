import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { checkSecret, type CheckVerdict } from "../src/check.ts";
import { checksumOf } from "../src/codec/checksum.ts";
import type { Encoding } from "../src/model/encoding.ts";
import { makeKeyId, makeSecret, makeText, PUBLISHED_EXAMPLE, seeded } from "./support/secrets.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SECRET = secretWith("+", "/");
const BODY = SECRET.slice(4, 58);
const OTHER_BODY = (SECRET[4] === "A" ? "B" : "A") + SECRET.slice(5, 58);
const WRONG = `cflt${OTHER_BODY}${SECRET.slice(58)}`;
const LEGACY = makeText(seeded(2), BASE64, 64);
const KEY_ID = makeKeyId(seeded(3));

const CASES: readonly [name: string, candidate: string, verdict: CheckVerdict, why: RegExp][] = [
  ["a secret", SECRET, "secret", /^a Confluent Cloud API secret: prefix, length, alphabet and checksum are right$/],
  ["the published example", PUBLISHED_EXAMPLE, "secret", /: prefix/],
  ["a secret between spaces", ` ${SECRET}\t\r\n`, "secret", /: prefix/],
  ["a secret in quotes", `"${SECRET}"`, "secret", /secret, without the marks around it$/],
  ["a value of JSON", `'${SECRET}',`, "secret", /without the marks around it/],
  ["a pair", `${KEY_ID}:${SECRET}`, "secret", new RegExp(`secret, in other text; key ID beside it: ${KEY_ID}$`)],
  ["an assignment", `sasl.password=${SECRET}`, "secret", /secret, in other text$/],
  ["an assignment with a space", `password = ${SECRET}!`, "secret", /in other text/],
  ["letters of an escape before it", `password\\u003d${SECRET}\\u003b`, "secret", /in other text/],
  ["a written line feed behind it", `${SECRET}\\n`, "secret", /in other text/],
  ["two secrets", `${SECRET} ${PUBLISHED_EXAMPLE}`, "secret", /in other text; 1 more in the same line$/],
  ["the same one twice", `${SECRET} ${SECRET}`, "secret", /in other text$/],
  ["one changed character", WRONG, "wrong-checksum", /has the shape of one, but its checksum is wrong/],
  ["one changed character, in quotes", `"${WRONG}",`, "wrong-checksum", /checksum is wrong/],
  ["one changed character, in a pair", `${KEY_ID}:${WRONG}`, "wrong-checksum", /checksum is wrong/],
  ["one changed character, in an assignment", `sasl.password=${WRONG}`, "wrong-checksum", /checksum is wrong/],
  ["the checksum's bytes the other way round", `cflt${BODY}${bigEndian(BODY)}`, "wrong-checksum", /is wrong/],
  ["63 characters", SECRET.slice(0, 63), "cut", /too short, 63 of 64 characters; what there is of its checksum is/],
  ["61 characters", SECRET.slice(0, 61), "cut", /61 of 64 characters; what there is of its checksum is right/],
  ["58 characters", SECRET.slice(0, 58), "cut", /58 of 64 characters; perhaps one that was cut$/],
  ["63 characters of a wrong one", WRONG.slice(0, 63), "cut", /63 of 64 characters; perhaps one that was cut$/],
  ["a start in quotes", `"${SECRET.slice(0, 20)}"`, "cut", /20 of 64 characters/],
  ["the prefix alone", "cflt", "cut", /4 of 64 characters; perhaps/],
  ["all but the first character", SECRET.slice(1), "cut", /no secret: its first character is missing$/],
  ["all but the prefix", SECRET.slice(4), "cut", /no secret: its first 4 characters are missing$/],
  [
    "one character too many",
    `${SECRET}A`,
    "too-long",
    /no secret: it is too long; without its last character it is one$/,
  ],
  ["one too many before it", `"x${SECRET}"`, "too-long", /without its first character it is one$/],
  ["some too many on either side", `xx${SECRET}y`, "too-long", /64 characters within it are one$/],
  ["two in a row", SECRET + SECRET, "too-long", /without its last 64 characters it is one$/],
  ["a wrong one and one too many", `${WRONG}A`, "too-long", /65 characters for 64; perhaps one with something behind/],
  ["a character that base64 does not have", replaceAt(SECRET, 20, "-"), "wrong-alphabet", /can stand in one$/],
  ["an ending =", `${SECRET.slice(0, 63)}=`, "wrong-alphabet", /can stand in one$/],
  ["a masked one", `cflt${"*".repeat(60)}`, "wrong-alphabet", /only A-Z, a-z, 0-9, \+ and \/ can stand in one$/],
  ["base64url's characters", inUrlForm(SECRET), "wrong-alphabet", /with \+ for - and \/ for _ it is one$/],
  ["the prefix in capitals", `CFLT${SECRET.slice(4)}`, "wrong-case", /not in lower case; with cflt it is one$/],
  ["the prefix in capitals, in a pair", `${KEY_ID}:Cflt${SECRET.slice(4)}`, "wrong-case", /with cflt it is one$/],
  ["all in capitals", SECRET.toUpperCase(), "wrong-case", /not in lower case, and its checksum is wrong$/],
  ["64 characters without the prefix", LEGACY, "legacy-shape", /^unknown: 64 characters without the prefix cflt/],
  ["64 characters without the prefix, in a pair", `"${KEY_ID}:${LEGACY}"`, "legacy-shape", /^unknown: /],
  ["63 characters without the prefix", LEGACY.slice(0, 63), "no-secret", /does not begin with cflt$/],
  ["64 characters without the prefix and with a space", `${LEGACY.slice(0, 63)} `, "no-secret", /does not begin/],
  ["a key ID", KEY_ID, "no-secret", /does not begin with cflt/],
  ["the company's ticker", "NASDAQ:CFLT", "no-secret", /does not begin with cflt/],
  ["bytes that are no text", "\xff\xfe\0", "no-secret", /does not begin with cflt/],
  ["nothing", "", "no-secret", /does not begin with cflt/],
];

test.each(CASES)("%s is told as such", (_name, candidate, verdict, why) => {
  const result = checkSecret(Buffer.from(candidate));
  expect(result.verdict).toBe(verdict);
  expect(result.reason).toMatch(why);
  expect(result.reason).toMatch(verdict === "secret" ? /^a Confluent/ : /^(?:no secret|unknown): /);
});

test.each(CASES)("what is said of %s gives away neither it nor its right checksum", (_name, candidate) => {
  const { preview, reason } = checkSecret(Buffer.from(candidate));
  const said = `${preview} ${reason}`;
  expect(preview.length).toBeLessThanOrEqual(13);
  for (const text of [SECRET, WRONG, LEGACY, PUBLISHED_EXAMPLE]) {
    for (let at = 8; at + 6 <= 60; at++) expect(said).not.toContain(text.slice(at, at + 6));
  }
  if (candidate.length === 64) expect(said).not.toContain(checksumOf(candidate.slice(4, 58)));
});

describe("an encoded secret", () => {
  const hex = Buffer.from(SECRET).toString("hex");
  const utf16 = Buffer.from(SECRET, "utf16le");

  test.each<[string, Uint8Array | string, readonly Encoding[]]>([
    ["base64", toBase64(SECRET), ["base64"]],
    ["a Basic header", `Authorization: Basic ${toBase64(`${KEY_ID}:${SECRET}`)}`, ["base64"]],
    ["base64 of base64", toBase64(toBase64(SECRET)), ["base64", "base64"]],
    ["compressed, in base64", gzipSync(`${SECRET}\n`).toString("base64"), ["base64", "gzip"]],
    ["hexadecimal digits", `0x${hex}`, ["hex"]],
    ["a URL", `https://u:${encodeURIComponent(SECRET)}@host.example.test/`, ["percent"]],
    ["JSON", JSON.stringify({ secret: SECRET }).replaceAll("/", "\\/"), ["escape"]],
    ["HTML", SECRET.replaceAll("+", "&#43;").replaceAll("/", "&#x2F;"), ["entity"]],
    ["quoted-printable", SECRET.replaceAll("+", "=2B").replaceAll("/", "=2F"), ["quoted-printable"]],
    ["pieces", `"${SECRET.slice(0, 30)}" + "${SECRET.slice(30)}"`, ["split"]],
    ["UTF-16", utf16, ["utf-16le"]],
    ["UTF-16, the high byte first", Buffer.from(utf16).swap16(), ["utf-16be"]],
    ["percent encoding in base64", toBase64(`p=${encodeURIComponent(SECRET)}`), ["base64", "percent"]],
  ])("in %s is told with its encodings, outermost first", (_, line, encodings) => {
    const { verdict, preview, reason } = checkSecret(Buffer.from(line));
    expect([verdict, preview]).toEqual(["secret", `${SECRET.slice(0, 8)}…${SECRET.slice(-4)}`]);
    const order = encodings.length > 1 ? " (outermost first)" : "";
    expect(reason.split(";")[0]).toBe(`a Confluent Cloud API secret, encoded: ${encodings.join(", ")}${order}`);
  });

  test("is told with the key ID that is encoded with it", () => {
    const { reason } = checkSecret(Buffer.from(toBase64(`${KEY_ID}:${SECRET}`)));
    expect(reason).toBe(`a Confluent Cloud API secret, encoded: base64; key ID beside it: ${KEY_ID}`);
  });

  test("is none where its checksum is wrong", () => {
    expect(checkSecret(Buffer.from(toBase64(WRONG))).verdict).toBe("no-secret");
  });
});

test("a long line of marks takes no longer than any other", () => {
  const line = Buffer.from(`${'"'.repeat(4_000_000)}x${" ".repeat(4_000_000)}x`);
  expect(checkSecret(line).verdict).toBe("no-secret");
});

/** The first of the seeded secrets that holds these characters. */
function secretWith(...characters: readonly string[]): string {
  for (let seed = 1; ; seed++) {
    const secret = makeSecret(seeded(seed));
    if (characters.every((character) => secret.includes(character))) return secret;
  }
}

function toBase64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function inUrlForm(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_");
}

function replaceAt(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

function bigEndian(body: string): string {
  const bytes = Buffer.from(`${checksumOf(body)}==`, "base64");
  return bytes.reverse().toString("base64").slice(0, 6);
}
