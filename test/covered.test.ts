import { expect, test } from "vitest";
import { withoutCovered } from "../src/covered.ts";
import { asBytePath } from "../src/model/byte-path.ts";
import type { Sighting, SightingKind } from "../src/model/match.ts";
import { Secret } from "../src/model/secret.ts";
import { makeSecret, seeded } from "./support/secrets.ts";
import { findAt } from "./support/scan.ts";
import { PLAIN_SIGHTING } from "./support/sightings.ts";

const SECRET = makeSecret(seeded(1));
const LINE = 100;

type Place = readonly [kind: SightingKind | "possible", start: number, end: number, member?: string];

// Every line of these texts has 100 bytes.
test.each<[string, Place[], Place[]]>([
  [
    "before and behind a proven one",
    [
      ["damaged", 0, 64],
      ["proven", 64, 128],
      ["damaged", 128, 192],
    ],
    [],
  ],
  [
    "inside a proven one, in one line or in several",
    [["proven", 10, 290]],
    [
      ["damaged", 10, 74],
      ["damaged", 120, 184],
      ["damaged", 226, 290],
    ],
  ],
  ["of which a proven one has the last byte", [["proven", 163, 400]], [["damaged", 100, 164]]],
  ["of which a proven one has the first byte", [["proven", 1, 151]], [["damaged", 150, 214]]],
  [
    "inside the longer of two proven ones",
    [
      ["proven", 0, 390],
      ["proven", 5, 70],
    ],
    [["damaged", 300, 364]],
  ],
  [
    "in a member of the file",
    [
      ["damaged", 10, 74, "a.zip"],
      ["proven", 0, 90],
    ],
    [],
  ],
])("a damaged secret %s is left out where it shares a byte, and else stays", (_, stays, goes) => {
  const expected = stays.map(sighting);
  const all = [...goes.map(sighting), ...expected];
  expect(withoutCovered(all)).toEqual(expected);
  expect(withoutCovered(all.toReversed())).toEqual(expected.toReversed());
});

test("what looks like a secret in the base64 of one is not told twice", () => {
  // The three bytes that base64 writes as cflt.
  const lookAlike = Buffer.from("cflt", "base64");
  const text = Buffer.concat([Buffer.alloc(48, " "), lookAlike, Buffer.alloc(20, " "), Buffer.from(SECRET)]);
  const lines = text.toString("base64").replace(/.{64}/g, "$&\n");
  const found = findAt("possible", lines);
  expect(found.map(({ rule }) => rule)).toEqual(["confluent-api-secret"]);
  const withoutTheSecret = lines.split("\n").slice(0, 2).join("\n");
  expect(findAt("possible", withoutTheSecret).map(({ rule }) => rule)).toEqual(["confluent-damaged-api-secret"]);
});

test.each<[string, Place[], Place[]]>([
  ["a legacy secret in a proven one", [["proven", 10, 290]], [["legacy", 120, 184]]],
  ["a legacy secret in one that is known", [["known", 10, 74]], [["legacy", 20, 84]]],
  ["a credential that is a proven secret", [["proven", 10, 74]], [["credential", 10, 74]]],
  ["a credential that is likely a legacy secret", [["legacy", 10, 74]], [["credential", 8, 76]]],
  ["what is possibly a legacy secret, and a credential", [["credential", 10, 74]], [["possible", 10, 74]]],
  ["a damaged secret that is a credential", [["credential", 10, 74]], [["damaged", 10, 74]]],
  [
    "what is covered by nothing but what is covered itself",
    [
      ["proven", 10, 74],
      ["credential", 90, 154],
    ],
    [["legacy", 60, 124]],
  ],
])("of %s, the surer one stays", (_, stays, goes) => {
  const expected = stays.map(sighting);
  expect(withoutCovered([...goes.map(sighting), ...expected])).toEqual(expected);
  expect(withoutCovered([...expected, ...goes.map(sighting)])).toEqual(expected);
});

test("what stands in one compressed text has one place, and is not covered there", () => {
  const encodings = ["base64", "gzip"] as const;
  const both = [sighting(["proven", 10, 290]), { ...sighting(["legacy", 10, 290]), encodings }];
  expect(withoutCovered(both)).toEqual(both);
});

function sighting([what, start, end, member]: Place): Sighting {
  const kind = what === "possible" ? "legacy" : what;

  const endsInFirstLine = start - (start % LINE) === end - (end % LINE);
  return {
    origin: {
      source: "file",
      path: asBytePath("f"),
      ...(member === undefined ? {} : { members: [asBytePath(member)] }),
      blob: null,
    },
    ...PLAIN_SIGHTING,
    kind,
    confidence: what === "possible" ? "possible" : "likely",
    offsetBytes: start,
    textBefore: measure(Math.floor(start / LINE), start % LINE),
    textWithin: endsInFirstLine
      ? measure(0, end - start)
      : measure(Math.floor(end / LINE) - Math.floor(start / LINE), end % LINE),
    secret: new Secret(SECRET),
  };
}

function measure(newlines: number, bytes: number) {
  return { newlines, bytes, units: bytes, balance: 0 };
}
