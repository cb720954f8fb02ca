import { spawnSync } from "node:child_process";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { checksumOf, hasSecretShape, isChecksumRight } from "../../src/codec/checksum.ts";
import { makeSecret, PUBLISHED_EXAMPLE, seeded } from "../support/secrets.ts";

const SECRETS = Array.from({ length: 500 }, (_, seed) => makeSecret(seeded(seed)));

test("the published example has the shape and the checksum", () => {
  expect(hasSecretShape(PUBLISHED_EXAMPLE)).toBe(true);
  expect(isChecksumRight(PUBLISHED_EXAMPLE)).toBe(true);
});

test("the last character of a checksum is one of A, Q, g and w, and each comes up", () => {
  const last = new Set(SECRETS.map((secret) => secret.at(-1)));
  expect([...last].sort()).toEqual(["A", "Q", "g", "w"]);
});

test("a change of any one character makes the checksum wrong", () => {
  for (let at = 4; at < 64; at++) {
    const other = PUBLISHED_EXAMPLE[at] === "x" ? "y" : "x";
    expect(isChecksumRight(PUBLISHED_EXAMPLE.slice(0, at) + other + PUBLISHED_EXAMPLE.slice(at + 1))).toBe(false);
  }
});

test("a big-endian checksum is wrong", () => {
  const secret = SECRETS[0] ?? "";
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(secret.slice(4, 58)));
  const bigEndian = secret.slice(0, 58) + bytes.toString("base64").slice(0, 6);
  expect(bigEndian).not.toBe(secret);
  expect(isChecksumRight(bigEndian)).toBe(false);
});

describe("the shape", () => {
  test.each([
    ["63 characters", PUBLISHED_EXAMPLE.slice(0, 63)],
    ["65 characters", `${PUBLISHED_EXAMPLE}A`],
    ["a line end behind it", `${PUBLISHED_EXAMPLE}\n`],
    ["capitals in the prefix", `CFLT${PUBLISHED_EXAMPLE.slice(4)}`],
    ["base64url's characters", PUBLISHED_EXAMPLE.replace("/", "_")],
  ])("is not that of %s", (_, text) => {
    expect(hasSecretShape(text)).toBe(false);
  });
});

// The check that Confluent publishes, with the same calls of Python's standard library.
// Source: notes/secret-format.md#checksum
const PYTHON = `
import base64, sys, zlib
for body in sys.stdin.read().split():
    print(base64.b64encode(zlib.crc32(body.encode("ascii")).to_bytes(4, "little"))[:6].decode("ascii"))
`;
const hasPython = spawnSync("python3", ["--version"]).status === 0;

test.skipIf(!hasPython)("Python computes the same checksums (skipped where there is no python3)", () => {
  const bodies = SECRETS.map((secret) => secret.slice(4, 58));
  const { stdout } = spawnSync("python3", ["-c", PYTHON], { input: bodies.join("\n"), encoding: "utf8" });
  expect(stdout.trim().split("\n")).toEqual(bodies.map(checksumOf));
});
