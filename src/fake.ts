import { checksumOf, PREFIX } from "./codec/checksum.ts";

/** Stands in every fake, so that people see at once what it is. */
const MARK = "FAKEcfltguardFAKE";
const BODY_CHARACTERS = 54;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * A string that passes every test of a secret and was never issued: its body begins with a mark and
 * goes on with characters of `random`, which gives integers in [0, 64). Confluent has never seen it.
 */
export function fakeSecret(random: () => number): string {
  let body = MARK;
  while (body.length < BODY_CHARACTERS) body += ALPHABET.charAt(random());
  return PREFIX + body + checksumOf(body);
}
