import { describe, expect, test } from "vitest";
import { COLORS } from "../../src/cli/lazy-colors.ts";
import { toBytePath } from "../../src/model/byte-path.ts";
import { formatJson } from "../../src/report/json.ts";
import type { ReportInput } from "../../src/report/reporter.ts";
import { formatSarif } from "../../src/report/sarif.ts";
import { formatSkip, formatSummary } from "../../src/report/summary.ts";
import { formatText, NO_COLORS } from "../../src/report/text.ts";
import { inputOf, SAMPLE, SECRETS } from "./sample.ts";

const ROOT = { workingFolder: toBytePath("/r"), repositoryRoot: toBytePath("/r") };

type Format = (input: ReportInput) => string;

/** Where `--show-secrets` shows them. */
const SHOWING: readonly (readonly [string, Format])[] = [
  ["text for a terminal", (input) => formatText(input, { colors: COLORS, width: 80 })],
  ["text for a narrow terminal", (input) => formatText(input, { colors: NO_COLORS, width: 20 })],
  ["text for a pipe", (input) => formatText(input, { colors: NO_COLORS, width: null })],
  ["json", formatJson],
];

/** Where nothing ever shows them: these go to other people's machines, and to logs. */
const HIDING: readonly (readonly [string, Format])[] = [
  ["sarif", (input) => formatSarif(input, { category: "tree", root: ROOT })],
  [
    "standard error",
    ({ result }) =>
      [formatSummary(result, result.findings.length, "finding", 1), ...result.skips.map(formatSkip)].join(""),
  ],
];

describe.each([...SHOWING, ...HIDING])("%s", (_, format) => {
  test.each(Object.entries(SECRETS))(
    "holds nothing but the preview of the secret with key ID: %s",
    (_keyIds, secret) => {
      expect(leaks(format(inputOf(SAMPLE)), secret)).toEqual([]);
    },
  );
});

test.each(SHOWING)("%s shows the secrets where they were asked for", (_, format) => {
  const text = format(inputOf(SAMPLE, true));
  expect(Object.values(SECRETS).filter((secret) => !text.includes(secret))).toEqual([]);
});

test.each(HIDING)("%s is the same, whether secrets were asked for or not", (_, format) => {
  expect(format(inputOf(SAMPLE, true))).toBe(format(inputOf(SAMPLE)));
});

test("the search for leaks finds a piece, a base64 form and a hex form", () => {
  const secret = SECRETS.one;
  expect(leaks(`x${secret.slice(30, 42)}x`, secret)).toHaveLength(1);
  expect(leaks(Buffer.from(`key:${secret}:`).toString("base64"), secret)).not.toEqual([]);
  expect(leaks(Buffer.from(secret).toString("hex"), secret)).not.toEqual([]);
  expect(leaks(`${secret.slice(0, 8)}…${secret.slice(-4)}`, secret)).toEqual([]);
});

/** Every piece of 12 characters, and every piece of any base64 or hex form of it as long as 12 characters make, that stands in `text`. */
function leaks(text: string, secret: string): string[] {
  const base64 = ["", "x", "xx"].map((shift) => Buffer.from(shift + secret).toString("base64"));
  const pieces = [
    ...windows(secret, 12),
    ...base64.flatMap((form) => windows(form.slice(4, -4), 16)),
    ...windows(Buffer.from(secret).toString("hex"), 24),
  ];
  return pieces.filter((piece) => text.includes(piece));
}

function windows(text: string, length: number): string[] {
  return Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length));
}
