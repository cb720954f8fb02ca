import { expect, test } from "vitest";
import { formsOfKeyId } from "../../src/detect/key-id-forms.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import { detect, plain } from "../support/detecting.ts";
import { makeKeyId, seeded } from "../support/secrets.ts";

const KEY_ID = makeKeyId(seeded(7));
const kernel = createSimdKernel();

test.each([
  ["as it is", Buffer.from(`user=${KEY_ID};`), [[5, 21, []]]],
  ["in base64", Buffer.from(Buffer.from(`${KEY_ID}:x`).toString("base64")), [[0, 21, ["base64"]]]],
  ["in base64, one byte on", Buffer.from(Buffer.from(`a${KEY_ID}:x`).toString("base64")), [[2, 22, ["base64"]]]],
  ["in base64, two bytes on", Buffer.from(Buffer.from(`ab${KEY_ID}:x`).toString("base64")), [[3, 24, ["base64"]]]],
  ["in UTF-16", Buffer.from(`id ${KEY_ID} `, "utf16le"), [[6, 37, ["utf-16le"]]]],
])("a key ID is found %s", (_, bytes, places) => {
  const found = detect(kernel, bytes, [], { keyId: KEY_ID }).map(plain);
  expect(found.map(({ kind, span, encodings }) => [kind, span.start, span.end, encodings])).toEqual(
    places.map((place) => ["key-id", ...place]),
  );
});

test("a key ID is found once, wherever the text is cut", () => {
  const text = `${"-".repeat(9_000)}${KEY_ID}${"-".repeat(9_000)}${KEY_ID}`;
  for (let cut = 8_980; cut < 9_020; cut++) {
    const starts = detect(kernel, text, [cut], { keyId: KEY_ID }).map(({ span }) => span.start);
    expect(starts).toEqual([9_000, 18_016]);
  }
});

test("no form is found by chance in another ID", () => {
  const other = formsOfKeyId(makeKeyId(seeded(8)));
  for (const { bytes } of formsOfKeyId(KEY_ID)) expect(other.some((form) => form.bytes.equals(bytes))).toBe(false);
});
