import { describe, expect, test } from "vitest";
import { toBytePath } from "../../src/model/byte-path.ts";
import { scoreOf } from "../../src/model/evidence.ts";
import type { Finding } from "../../src/model/finding.ts";
import { Secret } from "../../src/model/secret.ts";
import { formatJson, toReport } from "../../src/report/json.ts";
import { reasonsOf } from "../../src/report/reasons.ts";
import { formatSarif } from "../../src/report/sarif.ts";
import { formatText, NO_COLORS } from "../../src/report/text.ts";
import { CLEAN, finding, inputOf, occurrence, SECRETS } from "./sample.ts";

const PIPE = { colors: NO_COLORS, width: null };
const SARIF = {
  category: "tree",
  root: { workingFolder: toBytePath("/r"), repositoryRoot: toBytePath("/r") },
} as const;
const VALUE = "hunter2-of-a-third-party";
const PROVEN = finding(SECRETS.one, [], [occurrence({}, 1, 1)]);
const LEGACY: Finding = {
  ...PROVEN,
  rule: "confluent-legacy-api-secret",
  confidence: "likely",
  evidence: ["id-joined", "hash-name", "secret-name"],
};
const CREDENTIAL: Finding = {
  ...PROVEN,
  rule: "flink-connection-credential",
  confidence: "likely",
  secret: new Secret(VALUE),
  secretSha256: null,
  preview: null,
  connection: { connection: "a[b](c)\u001b[2J{0}", field: "api-key" },
};

function inputWith(one: Finding, explains = true) {
  return inputOf({ ...CLEAN, findings: [one] }, false, explains);
}

describe("the reasons for a finding", () => {
  test.each<[string, Finding, readonly string[]]>([
    ["its checksum", PROVEN, ["the checksum is right"]],
    [
      "what it was decoded from",
      { ...PROVEN, occurrences: [occurrence({}, 1, 1, null, ["base64", "gzip"])] },
      ["the checksum is right, decoded from base64, gzip"],
    ],
    [
      "its shape, where the checksum is wrong",
      { ...PROVEN, rule: "confluent-damaged-api-secret", confidence: "possible" },
      ["prefix, length and alphabet of a secret; the checksum is wrong"],
    ],
    [
      "that its hash is known, where it has no checksum",
      { ...PROVEN, rule: "confluent-legacy-api-secret" },
      ["its hash is in the list of known secrets"],
    ],
    ["that a value stands there", CREDENTIAL, ["a value stands there as it is, not a reference to one"]],
  ])("are %s", (_, one, reasons) => {
    expect(reasonsOf(one)).toEqual(reasons);
  });

  test("of a legacy secret are all that was weighed, and the sum", () => {
    const reasons = reasonsOf(LEGACY);
    expect(reasons).toHaveLength(4);
    expect(reasons[0]).toBe("+3 a key ID is joined to it by a colon");
    expect(reasons.at(-1)).toBe(`${scoreOf(LEGACY.evidence)} in all`);
  });

  test("stand in the text report, where they were asked for", () => {
    expect(formatText(inputWith(LEGACY), PIPE)).toContain("\n  why     +3 a key ID is joined to it by a colon\n");
    expect(formatText(inputWith(LEGACY, false), PIPE)).not.toContain("  why ");
  });
});

describe("a credential of a Flink connection", () => {
  test("is named by connection and field, which no terminal acts on", () => {
    const [title, place, next] = formatText(inputWith(CREDENTIAL, false), PIPE).split("\n");
    expect(title).toBe(
      "Credential in the definition of a Flink connection  a[b](c)\\e[2J{0} api-key  likely, flink-connection-credential",
    );
    expect(place).toMatch(/^ {2}\S+:1:1$/);
    expect(next).toMatch(/^ {2}do now {2}1\. /);
  });

  test("has neither hash nor preview as data", () => {
    expect(toReport(inputWith(CREDENTIAL)).findings[0]).toMatchObject({
      secretSha256: null,
      preview: null,
      keyIds: [],
    });
  });

  test("has its name escaped in SARIF, where brackets and braces mean something", () => {
    const { runs } = JSON.parse(formatSarif(inputWith(CREDENTIAL), SARIF)) as {
      runs: [{ results: [{ message: { text: string } }] }];
    };
    expect(runs[0].results[0].message.text).toBe(
      "Credential in the definition of a Flink connection a\\[b\\](c)\\e\\[2J{{0}} api-key. It is written there as it is: change it where it was issued.",
    );
  });

  test("is in no report unless it was asked for", () => {
    const input = inputWith(CREDENTIAL);
    for (const text of [formatText(input, PIPE), formatJson(input), formatSarif(input, SARIF)]) {
      expect(text).not.toContain("hunter2");
    }
    const shown = { ...input, showsSecrets: true };
    expect([formatText(shown, PIPE), formatJson(shown)].every((text) => text.includes(VALUE))).toBe(true);
    expect(formatSarif(shown, SARIF)).not.toContain("hunter2");
  });
});
