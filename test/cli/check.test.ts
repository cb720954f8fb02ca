import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeSecret, makeText, PUBLISHED_EXAMPLE, seeded } from "../support/secrets.ts";
import { tempFolder } from "../support/temp.ts";
import { runShell } from "./shell.ts";

const random = seeded(1);
const SECRET = makeSecret(random);
const WRONG = `${SECRET.slice(0, 30)}${SECRET[30] === "A" ? "B" : "A"}${SECRET.slice(31)}`;
const LEGACY = makeText(random, "abcdefghijklmnopqrstuvwxyz", 64);

describe("check", () => {
  test.each<[string, string | Uint8Array, number, RegExp[]]>([
    ["a secret", `${SECRET}\n`, 0, [/^cflt.{4}….{4} {2}a Confluent Cloud API secret: /]],
    ["the published example without a line end", PUBLISHED_EXAMPLE, 0, [/a Confluent Cloud API secret: /]],
    [
      "lines of Windows, spaces around, and empty lines",
      `\r\n  ${SECRET}\t\r\n\r\n${SECRET}\r\n`,
      0,
      [/secret: /, /secret: /],
    ],
    ["a byte-order mark before it", `\ufeff${SECRET}\n`, 0, [/secret: /]],
    ["a wrong checksum", WRONG, 1, [/no secret: .*checksum is wrong/]],
    ["one that is cut", SECRET.slice(0, -1), 1, [/no secret: it is too short/]],
    ["one that is too long", `${SECRET}x`, 1, [/no secret: it is too long/]],
    ["a wrong character", `${SECRET.slice(0, 63)}_`, 1, [/no secret: only A-Z/]],
    ["a legacy shape", LEGACY, 1, [/unknown: 64 characters without the prefix/]],
    ["anything else", "hello", 1, [/no secret: it does not begin with cflt/]],
    ["base64 of a secret", Buffer.from(SECRET).toString("base64"), 0, [/^cflt.{4}….{4} {2}a .*, encoded: base64$/]],
    [
      "a pair in quotes",
      `"ABCDEFGHIJKLMNOP:${SECRET}"`,
      0,
      [/secret, in other text; key ID beside it: ABCDEFGHIJKLMNOP$/],
    ],
    ["text of Windows", Buffer.from(`\ufeff${SECRET}\r\n${SECRET}\r\n`, "utf16le"), 0, [/: utf-16le$/, /: utf-16le$/]],
    ["good and bad", `${SECRET}\nhello\n${SECRET}\n`, 1, [/secret: prefix/, /does not begin/, /secret: prefix/]],
    ["what would move the cursor", "\x1b[2Jhello there and more\n", 1, [/^\\e\[/]],
    ["bytes that are no text", "\0\ufffd\0", 1, [/no secret/]],
  ])("says of %s what it is, one line each, and ends accordingly", (_what, input, code, lines) => {
    const run = runCli(["check"], { input });
    expect(run).toMatchObject({ code, stderr: "" });
    const said = run.stdout.split("\n");
    expect(said.pop()).toBe("");
    expect(said).toHaveLength(lines.length);
    lines.forEach((line, i) => expect(said[i]).toMatch(line));
  });

  test("never repeats a candidate, nor tells the checksum that would be right", () => {
    const { stdout } = runCli(["check"], { input: [SECRET, WRONG, LEGACY, SECRET.slice(0, 63)].join("\n") });
    for (const text of [SECRET.slice(8, 60), WRONG.slice(8, 60), LEGACY.slice(8, 60)]) {
      for (let at = 0; at + 6 <= text.length; at++) expect(stdout).not.toContain(text.slice(at, at + 6));
    }
    expect(runCli(["check"], { input: `${SECRET.slice(0, 58)}AAAAAA` }).stdout).not.toContain(SECRET.slice(58));
  });
});

describe("fake", () => {
  test("prints one, or as many as asked for, all different", () => {
    expect(runCli(["fake"])).toMatchObject({ code: 0, stderr: "" });
    expect(runCli(["fake"]).stdout).toMatch(/^cfltFAKE[A-Za-z0-9+/]{56}\n$/);
    const lines = runCli(["fake", "--count", "50"]).stdout.trim().split("\n");
    expect(new Set(lines).size).toBe(50);
  });

  test("makes what check and scan take for secrets, every one", () => {
    const count = "cfltguard check < f | grep -c 'a Confluent Cloud API secret'";
    const script = `cfltguard fake --count 300 > f; ${count}; cfltguard scan - < f > /dev/null; echo $?`;
    const run = runShell(script, { cwd: tempFolder() });
    expect(run.stdout).toBe("300\n1\n");
    expect(run.stderr).toMatch(/^scanned 1 file, 19\.5 kB; 300 findings in/);
    expect(runShell("cfltguard fake | cfltguard check; echo $?").stdout).toMatch(/\n0\n$/);
    expect(runShell("cfltguard fake | cfltguard scan -").code).toBe(1);
  });
});
