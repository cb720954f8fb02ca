import fc from "fast-check";
import { makeSecret, makeText, seeded } from "./secrets.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NUMBER = fc.integer({ min: 0, max: 0xffffffff });

/** Never-issued secrets. */
export const secrets = NUMBER.map((seed) => makeSecret(seeded(seed)));

/** Runs of the secret's alphabet, most of them about as long as what the probe cares for: 16, 48, 64. */
const runs = fc
  .tuple(NUMBER, fc.oneof(fc.constantFrom(15, 16, 17, 47, 48, 49, 63, 64, 65, 111, 112, 113), fc.nat(200)))
  .map(([seed, length]) => makeText(seeded(seed), ALPHABET, length));

/** What is nearly a secret, and must not be taken for one. */
const nearSecrets = secrets.chain((secret) =>
  fc.constantFrom(
    secret.slice(0, 63),
    secret.slice(1),
    `CFLT${secret.slice(4)}`,
    `${secret.slice(0, 30)}-${secret.slice(30)}`,
    `${secret.slice(0, 20)}${secret[20] === "A" ? "B" : "A"}${secret.slice(21)}`,
    `cflt${secret}`,
    `cflcflt${secret}`,
    `cfltcflt`,
    secret.replaceAll(/[+/]/g, "_"),
  ),
);

const fillers = fc.oneof(
  fc.constantFrom(
    "",
    "\n",
    "\r\n",
    "\r",
    "\0",
    " ",
    "=",
    "c",
    "cf",
    "cfl",
    "cflt",
    "\xff",
    "\xc3\xa9",
    "\xf0\x9f\x98\x80",
  ),
  fc.uint8Array({ maxLength: 90 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
);

/** Bytes (as latin1 text) in which secrets, near secrets, long runs and odd bytes stand in any order. */
export const texts = fc
  .array(fc.oneof(secrets, nearSecrets, runs, fillers), { maxLength: 14 })
  .map((parts) => parts.join(""));
