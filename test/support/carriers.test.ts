import { expect, test } from "vitest";
import { CARRIERS, fillCarrier, type Carrier } from "./carriers.ts";
import { makeKeyId, makeSecret, seeded } from "./secrets.ts";

const SECRET = makeSecret(seeded(1));
const KEY_ID = makeKeyId(seeded(2));

test("every carrier has a text that is filled in, and says its order", () => {
  for (const carrier of CARRIERS) {
    const { text, line } = fillCarrier(carrier, KEY_ID, SECRET);
    expect(text).not.toMatch(/<(?:KEY|SECRET|PCT|B64)|\b(?:KEY|SECRET)[\]):]/);
    expect(line).toBeLessThanOrEqual(carrier.lines.length);
    expect(["key-first", "secret-first", "joined"]).toContain(carrier.order);
    if (text.includes(SECRET)) expect(text.slice(0, text.indexOf(SECRET)).split("\n")).toHaveLength(line);
  }
});

test.each([
  ["plain text", ["a", "<KEY>:<SECRET>"], `a\n${KEY_ID}:${SECRET}`, 2],
  ["parts", ['"<SECRET[0:13]>"', '"<SECRET[13:64]>"'], `"${SECRET.slice(0, 13)}"\n"${SECRET.slice(13)}"`, 1],
  ["percent", ["<PCT(KEY:SECRET)>"], encodeURIComponent(`${KEY_ID}:${SECRET}`), 1],
  ["base64", ["<B64(KEY)>", "<B64(a\\nSECRET)>"], `${btoa(KEY_ID)}\n${btoa(`a\n${SECRET}`)}`, 2],
  ["base64url", ["<B64URL(SECRET)>"], Buffer.from(SECRET).toString("base64url"), 1],
  ["one in another", ["<B64(x=PCT(SECRET))>"], btoa(`x=${encodeURIComponent(SECRET)}`), 1],
])("%s is filled in", (_, lines, text, line) => {
  const carrier: Carrier = { id: 0, name: "", order: "key-first", lines };
  expect(fillCarrier(carrier, KEY_ID, SECRET)).toEqual({ text, line });
});
