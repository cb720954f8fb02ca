import { expect, test } from "vitest";
import { toBytePath } from "../../src/model/byte-path.ts";
import { formatSkip, formatSummary } from "../../src/report/summary.ts";
import { CLEAN, ODD_NAMES, SAMPLE } from "./sample.ts";

test("says what was read, what was not, what was found, and how long it took", () => {
  const skips = [
    { path: toBytePath("b"), reason: "symlink", detail: "" },
    { path: toBytePath("c"), reason: "excluded", detail: "a git directory's own store" },
    { path: toBytePath("d"), reason: "symlink", detail: "" },
  ] as const;
  const result = { ...CLEAN, skips, totals: { files: 6_519, objects: 0, bytes: 70_312_345 } };
  expect(formatSummary(result, result.findings.length, "finding", 214)).toBe(
    "scanned 6,519 files, 70.3 MB; skipped 3 (excluded 1, symlink 2); 0 findings in 0.21 s\n",
  );
});

test("says loudly that a scan is incomplete", () => {
  expect(formatSummary(SAMPLE, SAMPLE.findings.length, "finding", 1_000)).toBe(
    "scanned 6,519 files, 70.3 MB; skipped 6 (excluded 1, missing-object 1, special-file 1, symlink 1, " +
      "unreadable 1, vanished 1); INCOMPLETE: 3 inputs could not be read; 3 findings in 1.00 s\n",
  );
});

test("counts one of a thing in the singular", () => {
  const skips = [{ path: toBytePath("b"), reason: "unreadable", detail: "EIO" }] as const;
  const result = { findings: SAMPLE.findings.slice(0, 1), skips, totals: { files: 1, objects: 0, bytes: 1 } };
  expect(formatSummary(result, result.findings.length, "finding", 0)).toBe(
    "scanned 1 file, 1 byte; skipped 1 (unreadable 1); INCOMPLETE: 1 input could not be read; 1 finding in 0.00 s\n",
  );
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_000, "1.0 kB"],
  [999_949, "999.9 kB"],
  [999_950, "1.0 MB"],
  [1_000_000, "1.0 MB"],
  [999_999_999, "1.0 GB"],
  [2_500_000_000_000, "2.5 TB"],
  [2_500_000_000_000_000, "2500.0 TB"],
])("%i bytes are %s", (bytes, text) => {
  const totals = { files: 1_234_567, objects: 0, bytes };
  expect(formatSummary({ ...CLEAN, totals }, 0, "finding", 0)).toContain(`scanned 1,234,567 files, ${text};`);
});

test("a failure says what could not be read, and why", () => {
  const skip = { path: toBytePath("src/a.env"), reason: "unreadable", detail: "EACCES" } as const;
  expect(formatSkip(skip)).toBe("cannot read src/a.env: EACCES (unreadable)\n");
});

test("what was left out by policy is told from what failed", () => {
  expect(formatSkip({ path: toBytePath("link"), reason: "symlink", detail: "" })).toBe("did not read link: symlink\n");
});

test("a skip is one line, whatever its name and its reason hold", () => {
  const line = formatSkip({ path: ODD_NAMES.escape, reason: "corrupt-object", detail: "a\nb\u001b[2J" });
  expect(line).toBe("cannot read odd/\\e[31mred\\e]0;title\\x07.env: a\\nb\\e[2J (corrupt-object)\n");
});
