import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { exportRules } from "../../src/export/export.ts";
import { SCANNER_NAMES, type ScannerName } from "../../src/export/scanner-names.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { EXPORT_CASES, EXPORTED_RULES } from "./cases.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures", import.meta.url));

const GOLDEN_FILES: Readonly<Record<ScannerName, string>> = {
  gitleaks: "gitleaks.toml",
  betterleaks: "betterleaks.toml",
  trufflehog: "trufflehog.yml",
  kingfisher: "kingfisher.yml",
  github: "github.txt",
  "detect-secrets": "detect_secrets.py",
};

describe.each(SCANNER_NAMES)("the export for %s", (scanner) => {
  const text = exportRules(scanner, EXPORTED_RULES);

  test("is the golden file, byte for byte", async () => {
    await expect(text).toMatchFileSnapshot(join(FIXTURES, "exports", GOLDEN_FILES[scanner]));
  });

  test("says what it loses, and which rules it leaves out", () => {
    expect(text).toContain("What it loses against cfltguard:");
    expect(text).toContain("Not in this file: confluent-damaged-api-secret, flink-connection-credential.");
    expect(exportRules(scanner, EXPORTED_RULES.slice(0, 2))).not.toContain("Not in this file");
  });

  test("holds the rules that it is given, and no others", () => {
    const onlyNew = exportRules(scanner, EXPORTED_RULES.slice(0, 1));
    expect(onlyNew.length).toBeLessThan(text.length);
    expect(onlyNew).not.toContain("legacy-api-secret");
    expect(onlyNew).not.toContain("LegacyApiSecret");
  });

  test("has lines that fit, but for patterns", () => {
    const prose = text.split("\n").filter((line) => !/\[A-Z|secret\d?:|Test string/.test(line));
    expect(prose.filter((line) => line.length > 120 || line.endsWith(" "))).toEqual([]);
  });
});

test("every golden file is of a scanner", () => {
  expect(readdirSync(join(FIXTURES, "exports")).sort()).toEqual(Object.values(GOLDEN_FILES).sort());
});

/** The expressions of a scanner's file, in JavaScript's spelling. */
interface Expressions {
  readonly scanner: ScannerName;
  readonly forNew: readonly RegExp[];
  readonly forLegacy: readonly RegExp[];
  /** What a legacy secret that was found must not match. */
  readonly refused: readonly RegExp[];
  /** What has to stand in the text too; `null` where the expressions ask for it themselves. */
  readonly required: RegExp | null;
}

/** All but detect-secrets, whose expressions are half of a program; bench/peers/exports.ts runs that. */
const EXPRESSIONS: readonly Expressions[] = [
  readToml("gitleaks"),
  readToml("betterleaks"),
  readYaml("trufflehog", /^ {6}secret: '(.*)'$/gm, captured("trufflehog", /^ {6}- '(.*)'$/gm)),
  // The four are min_digits, min_uppercase, min_lowercase and ignore_if_contains.
  readYaml("kingfisher", /^ {4}pattern: '(.*)'$/gm, ["^[^0-9]*$", "^[^A-Z]*$", "^[^a-z]*$", "cflt|MC4CAQAwBQYDK2V"]),
  readForm(),
];

describe.each(EXPRESSIONS)("the expressions for $scanner", (expressions) => {
  const { scanner, forNew } = expressions;
  // What is encrypted, and the checksum, the scanners judge by more than an expression: bench/peers/exports.ts sees it.
  const cases = EXPORT_CASES.filter(
    ({ name, reportedBy }) => !reportedBy.includes(scanner) && !/ok-(?:encrypted|wrong-checksum)/.test(name),
  );

  test.each(cases)("find in $name what is there", ({ text, newLines, legacyLines }) => {
    expect(findLines(forNew, text, [])).toEqual(newLines);
    expect(findLegacyLines(expressions, text)).toEqual(legacyLines);
  });

  test.each(EXPORT_CASES.filter(({ reportedBy }) => reportedBy.includes(scanner)))(
    "find something in $name, as the file says",
    ({ text }) => {
      expect([...findLines(forNew, text, []), ...findLegacyLines(expressions, text)]).not.toEqual([]);
    },
  );

  test.each(fixtureNames())("find in the fixture %s what is there", (name) => {
    const text = readFileSync(join(FIXTURES, "confluent-api-secret", name, "input"), "latin1");
    const needsChecksum = /^ok\.(?:wrong|big-endian)-checksum$/.test(name);
    expect(findLines(forNew, text, []).length > 0).toBe(name.startsWith("ng.") || needsChecksum);
  });

  test("take every secret in the new format, at any place of any run", () => {
    const random = seeded(11);
    for (let i = 0; i < 300; i++) {
      const secret = makeSecret(random);
      expect(forNew.map((one) => new RegExp(one.source).exec(`=x/${secret}Z=`)?.[0].includes(secret))).toEqual([true]);
    }
  });
});

function fixtureNames(): string[] {
  return readdirSync(join(FIXTURES, "confluent-api-secret"));
}

function readToml(scanner: ScannerName): Expressions {
  const [forNew = "", forLegacy = "", required = ""] = captured(scanner, /^regex = '''(.*)'''$/gm);
  const refused = captured(scanner, /^ {2}'''(.*)''',$/gm);
  return { ...inJavaScript(scanner, [forNew], [forLegacy], refused), required: toJavaScript(required) };
}

function readYaml(scanner: ScannerName, patterns: RegExp, refused: readonly string[]): Expressions {
  const [forNew = "", ...forLegacy] = captured(scanner, patterns);
  return inJavaScript(scanner, [forNew], forLegacy, refused);
}

function readForm(): Expressions {
  const fields = (label: string): string[] => captured("github", new RegExp(`^${label}: +(.*)$`, "gm"));
  const [before, after] = [fields("Before secret"), fields("After secret")];
  const [forNew = "", ...forLegacy] = fields("Secret format").map(
    (one, i) => `(?:${before[i]})(${one})(?:${after[i]})`,
  );
  const missing = fields("Must match").map((one) => `^(?!.*${one})`);
  return inJavaScript("github", [forNew], forLegacy, [...fields("Must not match"), ...missing]);
}

function captured(scanner: ScannerName, pattern: RegExp): string[] {
  return [...exportRules(scanner, EXPORTED_RULES).matchAll(pattern)].map(({ 1: one = "" }) => one);
}

function inJavaScript(
  scanner: ScannerName,
  forNew: readonly string[],
  forLegacy: readonly string[],
  refused: readonly string[],
): Expressions {
  return {
    scanner,
    forNew: forNew.map(toJavaScript),
    forLegacy: forLegacy.map(toJavaScript),
    refused: refused.map(toJavaScript),
    required: null,
  };
}

function toJavaScript(pattern: string): RegExp {
  const spelled = pattern
    .replaceAll("(?m:^)", "(?<![^\\n])")
    .replaceAll("(?P<", "(?<")
    .replaceAll("\\A", "^")
    .replaceAll("\\z", "$");
  return new RegExp(spelled, "dg");
}

function findLegacyLines({ forLegacy, refused, required }: Expressions, text: string): number[] {
  return required === null || new RegExp(required.source).test(text) ? findLines(forLegacy, text, refused) : [];
}

/** The lines of what the expressions capture, or match, but for what is refused. */
function findLines(patterns: readonly RegExp[], text: string, refused: readonly RegExp[]): number[] {
  const starts = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map(({ indices }) => indices?.[1] ?? indices?.[0] ?? [0, 0])
      .filter(([start, end]) => !refused.some((one) => new RegExp(one.source).test(text.slice(start, end))))
      .map(([start]) => start),
  );
  return [...new Set(starts.map((at) => text.slice(0, at).split("\n").length))].sort((a, b) => a - b);
}
