import { expect, test } from "vitest";
import { checkSecret, type CheckVerdict } from "../src/check.ts";
import { checksumOf } from "../src/codec/checksum.ts";
import { makeSecret, makeText, PUBLISHED_EXAMPLE, seeded } from "./support/secrets.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SECRET = makeSecret(seeded(1));
const BODY = SECRET.slice(4, 58);
const OTHER_BODY = (SECRET[4] === "A" ? "B" : "A") + SECRET.slice(5, 58);

const CASES: readonly [name: string, candidate: string, verdict: CheckVerdict][] = [
  ["a secret", SECRET, "secret"],
  ["the published example", PUBLISHED_EXAMPLE, "secret"],
  ["one changed character", `cflt${OTHER_BODY}${SECRET.slice(58)}`, "wrong-checksum"],
  ["the checksum's bytes the other way round", `cflt${BODY}${bigEndian(BODY)}`, "wrong-checksum"],
  ["63 characters", SECRET.slice(0, 63), "cut"],
  ["the prefix alone", "cflt", "cut"],
  ["65 characters", `${SECRET}A`, "too-long"],
  ["two in a row", SECRET + SECRET, "too-long"],
  ["a character that base64 does not have", `${SECRET.slice(0, 20)}-${SECRET.slice(21)}`, "wrong-alphabet"],
  ["an ending =", `${SECRET.slice(0, 63)}=`, "wrong-alphabet"],
  ["64 characters without the prefix", makeText(seeded(2), BASE64, 64), "legacy-shape"],
  ["the prefix in capitals", `CFLT${SECRET.slice(4)}`, "legacy-shape"],
  ["63 characters without the prefix", makeText(seeded(2), BASE64, 63), "no-secret"],
  ["64 characters without the prefix and with a space", `${makeText(seeded(2), BASE64, 63)} `, "no-secret"],
  ["nothing", "", "no-secret"],
];

test.each(CASES)("%s is told as such", (_name, candidate, verdict) => {
  expect(checkSecret(candidate).verdict).toBe(verdict);
});

test.each(CASES)("what is said of %s gives away neither it nor its right checksum", (_name, candidate) => {
  const { preview, reason } = checkSecret(candidate);
  const said = `${preview} ${reason}`;
  expect(preview.length).toBeLessThanOrEqual(13);
  if (candidate.length > 12) expect(said).not.toContain(candidate);
  if (candidate.length === 64) expect(said).not.toContain(checksumOf(candidate.slice(4, 58)));
});

function bigEndian(body: string): string {
  const bytes = Buffer.from(`${checksumOf(body)}==`, "base64");
  return bytes.reverse().toString("base64").slice(0, 6);
}
