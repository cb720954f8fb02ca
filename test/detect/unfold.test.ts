import { describe, expect, test } from "vitest";
import { addOnce, unfold, type Unfolded } from "../../src/detect/unfold.ts";
import type { Kernel } from "../../src/kernel/kernel.ts";
import { createScalarKernel } from "../../src/kernel/scalar.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import { requireEncoder } from "../support/encoders.ts";
import { makeKeyId, seeded } from "../support/secrets.ts";
import { secretWith } from "../support/detecting.ts";

const KERNELS: ReadonlyArray<readonly [string, Kernel]> = [
  ["simd", createSimdKernel()],
  ["scalar", createScalarKernel()],
];
const SECRET = secretWith("+", "/");
const KEY_ID = makeKeyId(seeded(2));
const WRAPPED = through("base64").replaceAll(/.{30}/g, "$&\n  ");

describe.each(KERNELS)("with the %s kernel, unfolding", (_, kernel) => {
  test.each([
    ["base64", through("base64"), ["base64"]],
    ["base64 of base64", through("base64", "base64"), ["base64", "base64"]],
    ["wrapped base64", WRAPPED, ["split", "base64"]],
    ["hexadecimal", through("hex-lower"), ["hex"]],
    ["UTF-16", through("utf-16le"), ["utf-16le"]],
    ["UTF-32", through("utf-32be"), ["utf-32be"]],
    ["percent", through("percent-special"), ["percent"]],
    ["percent of every byte", through("percent-all"), ["percent"]],
    ["escapes", through("unicode-upper"), ["escape"]],
    ["entities", through("entity-named"), ["entity"]],
    ["quoted-printable", through("quoted-printable-special"), ["quoted-printable"]],
    ["literals", `${SECRET.slice(0, 20)}" +\n  "${SECRET.slice(20)}`, ["split"]],
    ["escapes in base64", through("base64", "json-slash"), ["base64", "escape"]],
    // An even place: where both its neighbours could be its own, that tells the byte order.
    ["base64 in UTF-16", ` ${through("utf-16be", "base64")}`, ["utf-16be", "base64"]],
    ["percent in escapes in base64", through("base64", "unicode-all", "percent-all"), ["base64", "escape", "percent"]],
    ["pieces in base64", toBase64(`${SECRET.slice(0, 9)}\n${SECRET.slice(9)}`), ["base64", "split"]],
  ])("names %s", (_name, text, encodings) => {
    expect(unfoldAll(kernel, `key: ${text}\n`).map((one) => one.encodings)).toEqual([encodings]);
  });

  test.each([
    ["base64", through("base64")],
    ["wrapped base64", WRAPPED],
    ["percent", through("percent-special")],
    ["entities", through("entity-all-hex")],
    ["hexadecimal", through("hex-upper")],
    ["literals", `${SECRET.slice(0, 20)}' '${SECRET.slice(20)}`],
  ])("says where %s stands", (_name, text) => {
    const around = `key = "${text}"\n`;
    const [found, ...others] = unfoldAll(kernel, around);
    expect(others).toEqual([]);
    expect(around.slice(found?.span.start, found?.span.end)).toBe(text.replace(/=+$/, ""));
  });

  test("gives the decoded text around a secret, innermost first, and not the text itself", () => {
    const inner = `${KEY_ID}:${SECRET};`;
    const outer = `a ${toBase64(inner)} b`;
    const [found] = unfoldAll(kernel, `id: ${toBase64(outer)}`);
    expect(found?.contexts).toHaveLength(2);
    expect(found?.contexts[0]).toEqual({
      before: expect.stringMatching(`${KEY_ID}:$`),
      after: expect.stringMatching(/^;/),
    });
    expect(found?.contexts[1]?.before).toMatch(/a [A-Za-z0-9]+$/);
    expect(found?.contexts[1]?.after).toMatch(/^[A-Za-z0-9=]* b/);
  });

  test("gives no context of joined pieces, which have lost what stood between them", () => {
    const [found] = unfoldAll(kernel, `x "${SECRET.slice(0, 20)}" + "${SECRET.slice(20)}" y`);
    expect(found?.contexts).toEqual([]);
  });

  test("gives contexts of at most their length", () => {
    const [found] = unfoldAll(kernel, toBase64(`${"b".repeat(300)}${SECRET}${".".repeat(300)}`), 4, 50);
    expect(found?.contexts).toEqual([{ before: "b".repeat(50), after: ".".repeat(50) }]);
  });

  test.each([0, 1, 2, 3, 4])("goes %i encodings deep, and no deeper", (maxDepth) => {
    const found = [1, 2, 3, 4, 5].filter((depth) => {
      const text = through(...Array.from({ length: depth }, () => "base64"));
      return unfoldAll(kernel, text, maxDepth).length > 0;
    });
    expect(found).toEqual(Array.from({ length: maxDepth }, (__, i) => i + 1));
  });

  test("counts joined pieces as no encoding", () => {
    expect(unfoldAll(kernel, `${SECRET.slice(0, 20)}\\\n${SECRET.slice(20)}`, 0)).toHaveLength(1);
  });

  test("finds nothing where the checksum is wrong", () => {
    const wrong = SECRET.slice(0, 30) + (SECRET[30] === "A" ? "B" : "A") + SECRET.slice(31);
    for (const text of [toBase64(wrong), wrong.replace(/.{20}/, "$&\n"), Buffer.from(wrong).toString("hex")]) {
      expect(unfoldAll(kernel, text)).toEqual([]);
    }
  });

  test.each([
    ["base64", "H4sIAAAAAAAAA0vOz0tRSEksSQQAhJ0u0QoAAAA".repeat(3), ["base64"]],
    ["hexadecimal", "1f8b0800000000000003".padEnd(160, "ab"), ["hex"]],
    ["base64 of base64", toBase64("H4sIAAAAAAAAA0vOz0tRSEksSQQAhJ0u0QoAAAA".repeat(3)), ["base64", "base64"]],
  ])("says where a gzip stream begins in %s", (_name, text, encodings) => {
    const bytes = Buffer.from(`xx: ${text}`);
    const { gzips } = unfold(bytes, kernel.findLeadsIn(bytes), kernel, { maxDepth: 4, contextBytes: 100 });
    expect(gzips).toContainEqual({ start: 4, encodings });
  });

  test("comes to an end where a text looks like every encoding at once", () => {
    const piece = String.raw`%63&#99;=63\x63\\u0063Y2ZsdGNmbHQrY2ZsdA`;
    const text = piece.repeat(400);
    expect(unfoldAll(kernel, `${text} ${SECRET}`).every(({ secret }) => secret === SECRET)).toBe(true);
  });
});

describe("a secret that is read twice at one place", () => {
  const at = (start: number, ...encodings: Unfolded["encodings"]): Unfolded => ({
    kind: "proven",
    span: { start, end: start + 90 },
    secret: SECRET,
    encodings,
    contexts: [],
  });

  test("is one, by its shortest reading", () => {
    const found = [at(10, "split", "base64")];
    addOnce(found, at(12, "base64"));
    addOnce(found, at(12, "escape", "base64"));
    expect(found).toEqual([at(12, "base64")]);
  });

  test("is two where the places do not overlap, or the secrets differ", () => {
    const found = [at(10, "base64")];
    addOnce(found, at(100, "base64"));
    addOnce(found, { ...at(10, "base64"), secret: "another" });
    expect(found).toHaveLength(3);
  });
});

function unfoldAll(kernel: Kernel, text: string, maxDepth = 4, contextBytes = 200): readonly Unfolded[] {
  const bytes = Buffer.from(text, "latin1");
  return unfold(bytes, kernel.findLeadsIn(bytes), kernel, { maxDepth, contextBytes }).secrets;
}

/** The secret through some forms, outermost first. */
function through(...forms: readonly string[]): string {
  let bytes: Buffer = Buffer.from(SECRET);
  for (const form of forms.toReversed()) bytes = requireEncoder(form).encode(bytes, seeded(1));
  return bytes.toString("latin1");
}

function toBase64(text: string): string {
  return Buffer.from(text).toString("base64");
}
