import { describe, expect, test } from "vitest";
import { Detector } from "../../src/detect/detector.ts";
import { createScalarKernel } from "../../src/kernel/scalar.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import type { Kernel } from "../../src/kernel/kernel.ts";
import { detect, plain, push } from "../support/detecting.ts";
import { makeKeyId, makeLegacySecret, makeSecret, seeded } from "../support/secrets.ts";

const simd = createSimdKernel();
const KERNELS: ReadonlyArray<readonly [string, Kernel]> = [
  ["simd", simd],
  ["scalar", createScalarKernel()],
];
const random = seeded(51);
const LEGACY = makeLegacySecret(random);
const OTHER = makeLegacySecret(random);
const STATEMENT = "CREATE CONNECTION `c1` WITH ('type' = 'OPENAI', 'api-key' = 'sk-abcdef');\n";

describe.each(KERNELS)("a shape on the %s kernel", (_, kernel) => {
  test("is a match once, with its place and what stands around it", () => {
    const before = `a = 1\nuser=${makeKeyId(random)}\npassword=`;
    const [match, ...others] = detect(kernel, `${before}${LEGACY}\nb = 2\n`).map(plain);
    expect(others).toEqual([]);
    expect(match).toMatchObject({ kind: "shape", secret: LEGACY, encodings: [], start: { line: 3, column: 10 } });
    expect(match?.contexts).toEqual([{ before, after: "\nb = 2\n" }]);
  });

  test("is found once, wherever the text is cut", () => {
    const text = `${"x ".repeat(5_000)}\nkey: ${LEGACY}\n${"y ".repeat(5_000)}${OTHER} z`;
    for (const cut of [1, 9_990, 10_006, 10_030, 10_070, 10_071, 18_300, 20_072]) {
      expect(detect(kernel, text, [cut]).map(({ secret }) => secret.reveal())).toEqual([LEGACY, OTHER]);
    }
  });

  test("is no match of a detector that does not judge", () => {
    const both = `${LEGACY} ${makeSecret(seeded(2))} ${Buffer.from(`k:${LEGACY}`).toString("base64")} ${STATEMENT}`;
    expect(detect(kernel, both, [], { wantsJudged: false }).map(({ kind }) => kind)).toEqual(["proven"]);
  });

  test("is not made of pieces: whatever is joined may be 64 characters long", () => {
    const pieces = `"${LEGACY.slice(0, 20)}" + "${LEGACY.slice(20)}" cf" "lt`;
    expect(detect(kernel, pieces)).toEqual([]);
  });
});

describe("a credential of a Flink connection", () => {
  const found = (text: string, cuts: readonly number[] = []) =>
    detect(simd, text, cuts).map((match) => ({ ...plain(match), connection: match.connection }));

  test("is a match with its place, its connection and its field", () => {
    expect(found(`-- ours\n${STATEMENT}`)).toMatchObject([
      {
        kind: "credential",
        secret: "sk-abcdef",
        connection: { connection: "c1", field: "api-key" },
        start: { line: 2, column: STATEMENT.indexOf("sk-") + 1 },
        end: { line: 2, column: STATEMENT.indexOf("sk-") + 10 },
      },
    ]);
  });

  test.each([
    ["behind its mention", STATEMENT.repeat(3)],
    [
      "before its mention",
      `{"name": "c", "spec": {"auth_data": {"data": "sk-abcdef", "x": "${" ".repeat(2_000)}", "kind": "PlaintextProvider"}}}`,
    ],
  ])("is found once, wherever the text is cut, %s", (_, definition) => {
    const text = `${"some prose. ".repeat(1_000)}\n${definition}${"and more. ".repeat(2_000)}`;
    const whole = found(text);
    expect(whole.length).toBeGreaterThan(0);
    for (let cut = 11_900; cut < 11_900 + definition.length; cut += 7) {
      for (const cuts of [[cut], [cut, 1], [cut + 8_192], [cut + 12_544]]) expect(found(text, cuts)).toEqual(whole);
    }
  });

  test("is found in a statement in small letters", () => {
    const statement =
      "create connection c1\n  with ('type' = 'openai', 'endpoint' = 'https://x', 'api-key' = 'sk-abcdef');";
    expect(found(statement)).toMatchObject([
      { secret: "sk-abcdef", connection: { connection: "c1", field: "api-key" } },
    ]);
    expect(found("with ('endpoint' = 'https://x', 'api-key' = 'sk-abcdef');")).toEqual([]);
  });

  test("has a name in characters, not in bytes, and no endless one", () => {
    const named = (name: string) =>
      detect(simd, Buffer.from(STATEMENT.replace("c1", name))).map(({ connection }) => connection?.connection);
    expect(named("größe")).toEqual(["größe"]);
    expect(named("n".repeat(120)).join("").length).toBeLessThanOrEqual(101);
  });

  test("is read from as many definitions as a text can have", () => {
    const detector = new Detector(simd);
    detector.begin();
    const many = push(detector, Buffer.from(STATEMENT.repeat(2_000)));
    expect([...many, ...detector.end()]).toHaveLength(2_000);
    expect(detector.exceeded).toBeNull();
  });

  test("is not looked for without end in a text of nothing but beginnings, and that is said", () => {
    const detector = new Detector(simd);
    detector.begin();
    push(detector, Buffer.from('"PlaintextProvider",'.repeat(20_000)));
    detector.end();
    expect(detector.exceeded).toBe("it has more definitions of Flink connections than its length allows for");
    detector.begin();
    push(detector, Buffer.from(STATEMENT));
    expect(detector.exceeded).toBeNull();
  });
});
