import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportRules } from "../../src/export/export.ts";
import { SCANNER_NAMES } from "../../src/export/scanner-names.ts";
import type { Rule } from "../../src/model/rule.ts";
import { RULES } from "../../src/rules.ts";
import { runCli } from "../support/cli.ts";
import { tempFolder } from "../support/temp.ts";

const IDS = RULES.map(({ id }) => id);

describe("rules", () => {
  test("lists id, confidence and title, one line a rule", () => {
    const run = runCli(["rules", "list"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const lines = run.stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual(IDS);
    expect(lines[0]).toMatch(/^confluent-api-secret +proven +Confluent Cloud API secret$/);
  });

  test("lists the rules' data as JSON", () => {
    const run = runCli(["rules", "list", "--format", "json"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const data = JSON.parse(run.stdout) as Rule[];
    expect(data.map(({ id, pattern }) => [id, pattern])).toEqual(RULES.map(({ id, pattern }) => [id, pattern]));
  });

  test.each(IDS)("explains %s", (id) => {
    const run = runCli(["rules", "explain", id]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(RULES.find((rule) => rule.id === id)?.explanation);
  });

  test.each(SCANNER_NAMES)("exports for %s, to standard output or a file", (scanner) => {
    const cwd = tempFolder();
    const run = runCli(["rules", "export", "--for", scanner], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "", stdout: exportRules(scanner, RULES) });
    const written = runCli(["rules", "export", "--for", scanner, "--output", "rules.txt"], { cwd });
    expect(written).toMatchObject({ code: 0, stderr: "", stdout: "" });
    expect(readFileSync(join(cwd, "rules.txt"), "utf8")).toBe(run.stdout);
  });

  test.each<[string[], RegExp]>([
    [[], /nothing to do: choose one of list, explain, export/],
    [["show"], /unknown rules command "show": choose one of list, explain, export/],
    [["constructor"], /unknown rules command "constructor"/],
    [["list", "x"], /rules list takes no argument; it was given "x"/],
    [["list", "--format", "sarif"], /rules list has no format "sarif"/],
    [["list", "--for", "gitleaks"], /--for goes with rules export/],
    [["explain"], /rules explain takes one id: confluent-api-secret, /],
    [["explain", "a", "b"], /rules explain takes one id/],
    [["explain", "no-such-rule"], /there is no rule "no-such-rule": choose one of confluent-api-secret, /],
    [["explain", "confluent-api-secret", "--format", "json"], /--format goes with rules list/],
    [["export"], /rules export needs --for gitleaks\|betterleaks\|/],
    [["export", "gitleaks"], /rules export takes no argument; it was given "gitleaks"/],
    [["export", "--for", "other"], /unknown for "other": choose one of gitleaks, /],
  ])("refuses %j in one line", (args, message) => {
    const run = runCli(["rules", ...args]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^cfltguard: .*\n$/);
    expect(run.stderr).toMatch(message);
  });
});
