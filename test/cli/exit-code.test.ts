import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code.ts";
import { SKIP_REASONS, type SkipReason } from "../../src/model/skip.ts";
import { toBytePath } from "../../src/model/byte-path.ts";
import type { ScanResult } from "../../src/model/scan-result.ts";
import { runCli } from "../support/cli.ts";
import { makeSecret, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";

const SECRET = makeSecret(seeded(1));

/** A folder with a finding, a clean file, a link, and lists that name what is there and what is not. */
function place(): string {
  const cwd = tempFolder({ leak: SECRET, clean: "", "list-gone": "gone\0clean\0", "list-leak": "gone\0leak\0", d: "" });
  symlinkSync("leak", join(cwd, "link"));
  return cwd;
}

test.each<[string, number, RegExp]>([
  ["clean", 0, /^scanned 1 file, 0 bytes; 0 findings in/],
  ["leak", 1, /^scanned 1 file, 64 bytes; 1 finding in/],
  ["leak --exit-zero", 0, /1 finding in/],
  ["clean --exit-zero", 0, /0 findings in/],
  [
    "--files-from list-gone",
    2,
    /^cannot read gone: ENOENT \(vanished\)\nscanned 1 file.*; INCOMPLETE: 1 input could not be read; 0 findings/,
  ],
  ["--files-from list-gone --exit-zero", 2, /INCOMPLETE/],
  ["--files-from list-leak", 1, /INCOMPLETE: 1 input could not be read; 1 finding in/],
  ["--files-from list-leak --exit-zero", 2, /INCOMPLETE: 1 input could not be read; 1 finding in/],
  ["clean --quiet", 0, /^$/],
  ["leak --quiet", 1, /^$/],
  ["--files-from list-gone --quiet", 2, /^cannot read gone: ENOENT \(vanished\)\nscanned .*INCOMPLETE/],
  [". --verbose", 1, /^did not read link: symlink\nscanned 5 files, .*; skipped 1 \(symlink 1\); 1 finding in/],
])("scan %s ends with %i and says what was read", (args, code, stderr) => {
  const run = runCli(["scan", ...args.split(" ")], { cwd: place() });
  expect(run.code).toBe(code);
  expect(run.stderr).toMatch(stderr);
});

test("no output option changes the exit code", () => {
  for (const options of [
    ["--format", "json"],
    ["--format", "sarif"],
    ["--output", "r"],
    ["--report", "json=r"],
    ["--quiet"],
    ["--no-color"],
  ]) {
    expect(runCli(["scan", "leak", ...options], { cwd: place() }).code).toBe(1);
    expect(runCli(["scan", "clean", ...options], { cwd: place() }).code).toBe(0);
  }
});

describe("a skip", () => {
  const contract: Readonly<Record<SkipReason, boolean>> = {
    symlink: true,
    "special-file": true,
    excluded: true,
    submodule: true,
    opaque: true,
    "bound-exceeded": false,
    unreadable: false,
    vanished: false,
    "missing-object": false,
    "corrupt-object": false,
    "worker-lost": false,
  };

  test.each(Object.keys(SKIP_REASONS) as SkipReason[])(
    "for %s leaves the scan complete or not, as the contract says",
    (reason) => {
      const skips = [{ path: toBytePath("a"), reason, detail: "" }];
      const result: ScanResult = { findings: [], skips, totals: { files: 0, objects: 0, bytes: 0 } };
      expect(exitCodeOf(result, false)).toBe(contract[reason] ? 0 : 2);
      expect(exitCodeOf(result, true)).toBe(contract[reason] ? 0 : 2);
    },
  );
});

test("more than twenty failures are counted, and named one by one only if asked", () => {
  const input = Array.from({ length: 25 }, (_, i) => `gone-${i}\0`).join("");
  const short = runCli(["scan", "--files-from", "-"], { input }).stderr.split("\n");
  expect(short).toHaveLength(23);
  expect(short[20]).toBe("and 5 more; --verbose names them");
  expect(runCli(["scan", "--files-from", "-", "--verbose"], { input }).stderr.split("\n")).toHaveLength(27);
});
