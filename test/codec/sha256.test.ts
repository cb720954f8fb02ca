import { expect, test } from "vitest";
import { sha256Hex } from "../../src/codec/sha256.ts";

test("the hash is that of FIPS 180-4's example", () => {
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
