import { describe, expect, test } from "vitest";
import { groupFindings, sortSkips } from "../src/findings.ts";
import { asBytePath } from "../src/model/byte-path.ts";
import type { Sighting } from "../src/model/match.ts";
import { Secret } from "../src/model/secret.ts";
import type { TextMeasure } from "../src/model/text-measure.ts";
import { makeSecret, seeded } from "./support/secrets.ts";
import { PLAIN_SIGHTING } from "./support/sightings.ts";

const [A, B] = [makeSecret(seeded(1)), makeSecret(seeded(2))];

describe("findings", () => {
  test("are one for each distinct secret, with every place where it stands", () => {
    const findings = groupFindings([sighting(A, "x", 5), sighting(B, "y", 1), sighting(A, "a", 9)]);
    expect(findings.map(({ occurrences }) => occurrences.map(placeOf))).toEqual([["a:9", "x:5"], ["y:1"]]);
  });

  test("are ordered by first occurrence: path bytewise, then offset", () => {
    const findings = groupFindings([
      sighting(A, "b", 1),
      sighting(B, "B", 70),
      sighting(makeSecret(seeded(3)), "B", 9),
    ]);
    expect(findings.map(({ occurrences }) => placeOf(occurrences[0]))).toEqual(["B:9", "B:70", "b:1"]);
  });

  test("are the same whatever order the sightings come in", () => {
    const sightings = [sighting(A, "x", 5), sighting(B, "y", 1), sighting(A, "x", 90), sighting(A, "a", 9)];
    expect(groupFindings([...sightings].reverse())).toEqual(groupFindings(sightings));
  });

  test("count a place once that was read twice", () => {
    const [finding] = groupFindings([sighting(A, "x", 5), sighting(A, "x", 5), sighting(A, "x", 6)]);
    expect(finding?.occurrences.map(placeOf)).toEqual(["x:5", "x:6"]);
  });

  test("unite the key IDs of their places", () => {
    const [finding] = groupFindings([
      { ...sighting(A, "x", 5), keyIds: ["BBBBBBBBBBBBBBBB"] },
      sighting(A, "y", 5),
      { ...sighting(A, "z", 5), keyIds: ["AAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBB"] },
    ]);
    expect(finding?.keyIds).toEqual(["AAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBB"]);
  });

  test("end where the text ends that holds the secret, on a later line where it is wrapped", () => {
    const wrapped = { newlines: 2, bytes: 20, units: 19, balance: 0 };
    const findings = groupFindings([sighting(A, "x", 5), { ...sighting(B, "y", 5), textWithin: wrapped }]);
    const [plain, split] = findings.map(({ occurrences }) => occurrences[0]);
    expect(plain).toMatchObject({ line: 1, column: 6, endLine: 1, endColumn: 70 });
    expect(split).toMatchObject({ line: 1, column: 6, endLine: 3, endColumn: 20 });
  });

  test("name the encodings of each place", () => {
    const encodings = ["base64", "escape"] as const;
    const [finding] = groupFindings([sighting(A, "x", 5), { ...sighting(A, "y", 5), encodings }]);
    expect(finding?.occurrences.map((one) => one.encodings)).toEqual([[], ["base64", "escape"]]);
  });

  test("of secrets with a wrong checksum have a rule of their own, and are only possible", () => {
    const [finding] = groupFindings([{ ...sighting(A, "x", 5), kind: "damaged", confidence: "possible" }], "possible");
    expect(finding).toMatchObject({ rule: "confluent-damaged-api-secret", confidence: "possible" });
    expect(finding?.fingerprint).toBe(`confluent-damaged-api-secret/${finding?.secretSha256}`);
  });

  test("are as sure as their surest place, and left out where that is not sure enough", () => {
    const unsure = { ...sighting(A, "x", 5), kind: "legacy", confidence: "possible", evidence: ["id-near"] } as const;
    const sure = { ...sighting(A, "y", 5), kind: "legacy", confidence: "likely", evidence: ["id-joined"] } as const;
    const expected = { confidence: "likely", evidence: ["id-joined"], rule: "confluent-legacy-api-secret" };
    expect(groupFindings([unsure, sure])).toMatchObject([{ ...expected, occurrences: [{}, {}] }]);
    expect(groupFindings([unsure])).toEqual([]);
    expect(groupFindings([unsure], "possible")).toMatchObject([{ confidence: "possible" }]);
    expect(groupFindings([sure], "proven")).toEqual([]);
    expect(groupFindings([{ ...unsure, kind: "known", confidence: "proven" }, sure])).toMatchObject([
      { confidence: "proven", rule: "confluent-legacy-api-secret" },
    ]);
  });

  test("have the key IDs that structure gives at one place, and not what is merely near at another", () => {
    const near = { ...sighting(A, "x", 5), keyIds: ["B", "C"] };
    const sure = { ...sighting(A, "y", 5), keyIds: ["A"], isSure: true };
    expect(groupFindings([near, sure])[0]?.keyIds).toEqual(["A"]);
    expect(groupFindings([near, { ...near, keyIds: ["D"] }])[0]?.keyIds).toEqual(["B", "C", "D"]);
  });

  test("of a Flink connection are told by file, connection and field, and say nothing of the value", () => {
    const credential = (value: string, path: string, field: string): Sighting => {
      const connection = { connection: "c", field };
      return { ...sighting(value, path, 5), kind: "credential", confidence: "likely", connection };
    };
    const [one, ...others] = groupFindings([
      credential("hunter2", "x", "api-key"),
      credential("other", "x", "api-key"),
    ]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ rule: "flink-connection-credential", secretSha256: null, preview: null, keyIds: [] });
    const prints = [credential("hunter2", "y", "api-key"), credential("hunter2", "x", "token")].map(
      (other) => groupFindings([other])[0]?.fingerprint,
    );
    expect(new Set([one?.fingerprint, ...prints]).size).toBe(3);
    expect(one?.fingerprint).toMatch(/^flink-connection-credential\/[0-9a-f]{64}$/);
  });

  test("are never a key ID alone", () => {
    expect(groupFindings([{ ...sighting(A, "x", 5), kind: "key-id" }], "possible")).toEqual([]);
  });

  test("in an archive come behind those of the file itself, by their members' names", () => {
    const inMember = (...names: string[]): Sighting => {
      const plain = sighting(A, "x", 5);
      return { ...plain, origin: { ...plain.origin, members: names.map(asBytePath) } };
    };
    const sightings = [inMember("b"), inMember("a", "z"), inMember("a"), sighting(A, "x", 9)];
    const [finding] = groupFindings(sightings);
    expect(finding?.occurrences.map(({ origin }) => origin.members?.join("!"))).toEqual([undefined, "a", "a!z", "b"]);
  });

  test("are fingerprinted by rule and secret alone", () => {
    const [here] = groupFindings([sighting(A, "x", 5)]);
    const [there] = groupFindings([sighting(A, "other", 500)]);
    expect(here?.fingerprint).toBe(`confluent-api-secret/${here?.secretSha256}`);
    expect(there?.fingerprint).toBe(here?.fingerprint);
  });
});

test("skips are ordered by path, then reason", () => {
  const skip = (path: string, reason: "symlink" | "unreadable") => ({ path: asBytePath(path), reason, detail: "" });
  const sorted = sortSkips([skip("b", "symlink"), skip("a", "unreadable"), skip("a", "symlink")]);
  expect(sorted.map(({ path, reason }) => `${path} ${reason}`)).toEqual(["a symlink", "a unreadable", "b symlink"]);
});

function sighting(secret: string, path: string, offsetBytes: number): Sighting {
  return {
    origin: { source: "file", path: asBytePath(path), blob: null },
    ...PLAIN_SIGHTING,
    offsetBytes,
    textBefore: lineOf(offsetBytes),
    textWithin: lineOf(secret.length),
    secret: new Secret(secret),
  };
}

/** The measure of a text of one line. */
function lineOf(length: number): TextMeasure {
  return { newlines: 0, bytes: length, units: length, balance: 0 };
}

function placeOf({ origin, offsetBytes }: { origin: { path: string | null }; offsetBytes: number }): string {
  return `${origin.path}:${offsetBytes}`;
}
