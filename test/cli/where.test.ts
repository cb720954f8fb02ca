import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeZip } from "../support/archives.ts";
import { runCli } from "../support/cli.ts";
import { makeKeyId, makeLegacySecret, makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const random = seeded(31);
const KEY_ID = makeKeyId(random);
const OTHER_ID = makeKeyId(random);
const SECRET = makeSecret(random);
const LEGACY = makeLegacySecret(random);
const BASIC = Buffer.from(`${KEY_ID}:${SECRET}`).toString("base64");

const FILES = {
  "audit.log": `deleted ${KEY_ID} by hand\nnothing here\n`,
  "conf/client.properties": `sasl.username=${KEY_ID}\nsasl.password=${SECRET}\n`,
  "curl.sh": `curl -H "Authorization: Basic ${BASIC}"\n`,
  "other.env": `API_KEY=${OTHER_ID}\nAPI_SECRET=${LEGACY}\n`,
  "lone.txt": `${LEGACY}\n`,
  "old.zip": makeZip([{ name: "a.log.gz", content: gzipSync(`key ${KEY_ID}\n`) }]),
};

function whereIn(args: readonly string[]) {
  const run = runCli(["where", ...args], { cwd: tempFolder(FILES) });
  return { ...run, lines: run.stdout.split("\n").slice(0, -1) };
}

function sha256(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

describe("where", () => {
  test("names every place of a key ID and of its secrets, encoded and in archives too", () => {
    const { code, lines, stderr } = whereIn([KEY_ID]);
    const preview = `${SECRET.slice(0, 8)}…${SECRET.slice(-4)}`;
    expect(lines).toEqual([
      "audit.log:1:9  key ID",
      "conf/client.properties:1:15  key ID",
      `conf/client.properties:2:15  secret ${preview} (proven, confluent-api-secret)`,
      "curl.sh:1:31  (base64)  key ID",
      `curl.sh:1:53  (base64)  secret ${preview} (proven, confluent-api-secret)`,
      "old.zip!a.log.gz!a.log:1:5  key ID",
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^scanned 6 files, .*; 6 places in /);
  });

  test.each([
    ["a fingerprint", `confluent-legacy-api-secret/${sha256(LEGACY)}`],
    ["a hash alone", sha256(LEGACY)],
    ["a hash in capitals", sha256(LEGACY).toUpperCase()],
  ])("names every place of a secret by %s, whatever stands around it", (_, subject) => {
    const { code, lines } = whereIn([subject, "."]);
    expect(lines.map((line) => line.replace(/ {2}.*/, ""))).toEqual(["lone.txt:1:1", "other.env:2:12"]);
    expect(code).toBe(0);
  });

  test("says the same as data", () => {
    const { stdout } = whereIn([KEY_ID, "audit.log", "curl.sh", "--format", "json"]);
    const report = JSON.parse(stdout) as { schema: string; subject: string; places: object[]; summary: object };
    expect(report).toMatchObject({ schema: "cfltguard/where/v1", subject: KEY_ID });
    expect(report.places).toMatchObject([
      { what: "key-id", rule: null, confidence: null, path: "audit.log", line: 1, column: 9, encodings: [] },
      { what: "key-id", path: "curl.sh", encodings: ["base64"] },
      { what: "secret", rule: "confluent-api-secret", confidence: "proven", path: "curl.sh" },
    ]);
    expect(report.summary).toEqual({ complete: true, skipped: [] });
    expect(stdout).not.toContain(SECRET);
  });

  test.each([
    ["what is nowhere", "KJDYFDMBOBDNQEIU"],
    ["a secret under another rule", `confluent-api-secret/${sha256(LEGACY)}`],
  ])("says nothing of %s, and ends with 0", (_, subject) => {
    const { code, stdout, stderr } = whereIn([subject]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/; 0 places in /);
  });

  test.each([
    [[], "where is what? name a key ID or a fingerprint"],
    [["nonsense"], '"nonsense" is neither a key ID (16 capitals and digits) nor a fingerprint (64 hexadecimal digits)'],
    [[KEY_ID, "--format", "sarif"], "where reports as text or json"],
    [[KEY_ID, "no-such-file"], 'cannot scan "no-such-file"'],
  ])("ends with 2 for %j", (args, message) => {
    const { code, stdout, stderr } = whereIn(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(`cfltguard: ${message}`)).toBe(true);
  });
});
