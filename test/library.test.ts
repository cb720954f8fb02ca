import { createReadStream } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isSecret, scanBytes, scanFile, scanStream } from "../src/index.ts";
import { makeKeyId, makeSecret, PUBLISHED_EXAMPLE, seeded } from "./support/secrets.ts";
import { tempFolder } from "./support/temp.ts";

const SECRET = makeSecret(seeded(1));
const KEY_ID = makeKeyId(seeded(2));
const TEXT = `sasl.username=${KEY_ID}\nsasl.password=${SECRET}\n`;

test("isSecret says yes to a secret and nothing else", () => {
  expect([PUBLISHED_EXAMPLE, SECRET].every(isSecret)).toBe(true);
  expect([`${SECRET} `, SECRET.slice(1), "", `x${SECRET}`, SECRET.replace("cflt", "CFLT")].some(isSecret)).toBe(false);
});

describe("scanBytes", () => {
  test("finds a secret with its key ID and place", () => {
    const { findings, summary } = scanBytes(TEXT, { path: "client.properties" });
    expect(findings).toMatchObject([
      {
        rule: "confluent-api-secret",
        keyIds: [KEY_ID],
        occurrences: [{ path: "client.properties", line: 2, column: 15 }],
      },
    ]);
    expect(summary).toMatchObject({ complete: true, files: 1, bytes: TEXT.length });
  });

  test("takes bytes and their text alike", () => {
    expect(scanBytes(Buffer.from(TEXT))).toEqual(scanBytes(TEXT));
  });

  test.each([
    ["an ArrayBuffer", new TextEncoder().encode(TEXT).buffer],
    ["a DataView", new DataView(new TextEncoder().encode(TEXT).buffer)],
    ["wider numbers", new Uint16Array(new TextEncoder().encode(TEXT.padEnd(TEXT.length + (TEXT.length % 2))).buffer)],
  ])("takes %s by its bytes", (_, bytes) => {
    expect(scanBytes(bytes).findings).toHaveLength(1);
  });

  test.each([null, undefined, 5, {}, new Blob([TEXT])])("refuses what is neither bytes nor text: %s", async (value) => {
    expect(() => scanBytes(value as string)).toThrow(TypeError);
    await expect(scanStream([value as string])).rejects.toThrow(TypeError);
  });

  test("is clean where there is nothing", () => {
    expect(scanBytes(new Uint8Array()).findings).toEqual([]);
  });

  test("never gives the secret away", () => {
    expect(JSON.stringify(scanBytes(TEXT))).not.toContain(SECRET.slice(8, 20));
  });
});

describe("scanStream", () => {
  test("finds what is cut into single characters", async () => {
    expect((await scanStream(TEXT)).findings).toEqual(scanBytes(TEXT).findings.map(withoutLineHash));
  });

  test("keeps streams apart that are scanned at a time", async () => {
    const slow = async function* (text: string) {
      for (const piece of text.match(/.{1,7}/gs) ?? []) {
        await new Promise((resolve) => setImmediate(resolve));
        yield piece;
      }
    };
    const other = makeSecret(seeded(5));
    const [a, b] = await Promise.all([scanStream(slow(TEXT)), scanStream(slow(`x ${other}`))]);
    expect([a, b].map(({ findings }) => findings.map(({ preview }) => preview))).toEqual([
      [`${SECRET.slice(0, 8)}…${SECRET.slice(60)}`],
      [`${other.slice(0, 8)}…${other.slice(60)}`],
    ]);
  });

  test("reads a Node stream, and passes its error on", async () => {
    const folder = tempFolder({ "a.env": TEXT });
    expect((await scanStream(createReadStream(join(folder, "a.env")))).findings).toHaveLength(1);
    await expect(scanStream(createReadStream(join(folder, "nope")))).rejects.toThrow("ENOENT");
  });
});

describe("scanFile", () => {
  test("reads a file, or all files below a folder", async () => {
    const folder = tempFolder({ "x/a.env": TEXT, "b.env": SECRET });
    expect((await scanFile(join(folder, "x/a.env"))).summary.files).toBe(1);
    expect((await scanFile(folder)).findings[0]?.occurrences).toHaveLength(2);
  });

  test("rejects where there is nothing", async () => {
    await expect(scanFile("/no/such/file")).rejects.toThrow("no such file or folder");
  });
});

function withoutLineHash(finding: ReturnType<typeof scanBytes>["findings"][number]) {
  return { ...finding, occurrences: finding.occurrences.map((one) => ({ ...one, lineHash: null })) };
}
