import { describe, expect, test } from "vitest";
import { judgeLegacy, type LegacyJudgement } from "../../src/pair/legacy.ts";
import { pairKeys } from "../../src/pair/pairing.ts";
import { CARRIERS, fillCarrier } from "../support/carriers.ts";
import { HOSTILE } from "../support/hostile.ts";
import { seeded } from "../support/secrets.ts";
import { BAITS } from "./baits.ts";
import { drawCast, inputFor, play } from "./filled.ts";
import { mutate } from "./mutants.ts";
import { DECIDED } from "./shapes.ts";

const SEEDS = [1, 2, 3, 4, 5];
const WEAK = "ABCD1234567890AB";

describe("a secret is likely", () => {
  test.each(Object.entries(DECIDED))("in %s", (_, shape) => {
    for (const seed of SEEDS) expect(judge(shape, seed).confidence).toBe("likely");
  });

  test.each(CARRIERS.map((carrier) => [carrier.name, carrier] as const))("in %s", (_, carrier) => {
    const { K = "", S = "" } = drawCast(carrier.id);
    expect(judgeText(fillCarrier(carrier, K, S).text, S).confidence).toBe("likely");
  });

  test("in carriers with other names, quotes, order, gaps and other IDs, 99 of 100 times", () => {
    const draws = CARRIERS.flatMap((carrier) =>
      Array.from({ length: 10 }, (_, seed) => mutate(carrier, seeded(1_000 * carrier.id + seed))),
    );
    const likely = draws.filter(({ text, secret }) => judgeText(text, secret).confidence === "likely");
    expect(likely.length / draws.length).toBeGreaterThan(0.99);
  });

  test.each([
    ["under names that speak of others too, with a key ID", "GCP_KAFKA_API_KEY={K}\nGCP_KAFKA_API_SECRET={S}\n"],
    ["under the name of a protocol", "KAFKA_SASL_SSL_USERNAME={K}\nKAFKA_SASL_SSL_PASSWORD={S}\n"],
    ["above a hash in hexadecimal", "{K}:{S}\n3f786850e387550fdab836ed7e6dc881de23001b\n"],
    ["above an empty line and another line", "{K}:{S}\n\nAbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrStUv\n"],
    ["under a name that speaks of Kafka", "KAFKA_API_SECRET={S}\n"],
    ["under a name that speaks of Confluent", 'confluent_cloud_api_secret = "{S}"\n'],
    ["under a name without borders", "KAFKAAPIPASSWORD={S}\n"],
    ["as a SASL password", "sasl.password={S}\n"],
    [
      "as the password of a login whose user is a variable",
      'PlainLoginModule required username="${USER}" password="{S}";',
    ],
    ["beside a weak ID, with a name", `key: ${WEAK}\nsecret: {S}\n`],
    ["beside a weak ID, near Confluent", `lkc-abc123 ${WEAK}:{S}\n`],
  ])("%s", (_, shape) => {
    for (const seed of SEEDS) expect(judge(shape, seed).confidence).toBe("likely");
  });
});

test.each([
  ["a named secret near a host of Confluent", "url: pkc-abc12.eu.confluent.cloud\nsecret: {S}\n"],
  ["a named secret near a resource of Confluent", "cluster: lkc-abc123\npassword: {S}\n"],
  ["a bare pair with a weak ID", `${WEAK}\n{S}\n`],
  ["an ID in a remark, and a name", "# {K}\npassword: {S}\n"],
])("%s is possible", (_, shape) => {
  for (const seed of SEEDS) expect(judge(shape, seed).confidence).toBe("possible");
});

describe("nothing likely is", () => {
  test.each(Object.entries(BAITS))("%s", (_, shape) => {
    for (const seed of SEEDS) expect(judge(shape, seed).confidence).not.toBe("likely");
  });
});

test.each([
  ["alone", "{S}\n"],
  ["as a value", 'x = "{S}"\n'],
  ["near Confluent, without a name", "confluent.cloud {S}\n"],
  ["under a secret's name, with nothing else", "secret: {S}\n"],
  ["with a weak ID somewhere", `for that (${WEAK})\n\nsecret: {S}\n`],
])("random characters %s are no finding at all", (_, shape) => {
  for (const seed of SEEDS) expect(judge(shape, seed)).toEqual({ confidence: null, evidence: expect.anything() });
});

test.each([
  ["user={K}\npassword={S}\n", ["id-named-alike", "secret-name"]],
  ["{K}:{S}\n", ["id-joined"]],
  ["sasl.username=admin\nsasl.password={S}\n", ["secret-name", "confluent-name", "foreign-user"]],
  ["user={K}\npassword={S}==\n", ["id-named-alike", "secret-name", "longer-text"]],
  ["{K}:{S}\nlkc-abc123\n", ["id-joined", "confluent-near"]],
])("the evidence of %j is told", (shape, evidence) => {
  expect(judge(shape, 1).evidence).toEqual(evidence);
});

test.each(Object.entries(HOSTILE))("%s around a pair do no harm", (_, unit) => {
  const { K = "", S = "" } = drawCast(1);
  const around = unit.repeat(Math.ceil(1_232 / unit.length)).slice(0, 1_150);
  expect(judgeText(`${around}\n${K}:${S}\n\n. ${around}`, S).evidence).toContain("id-joined");
});

function judge(shape: string, seed: number): LegacyJudgement {
  const cast = drawCast(seed);
  return judgeText(play(shape, cast), cast["S"] ?? "");
}

function judgeText(text: string, secret: string): LegacyJudgement {
  const input = inputFor(text, secret);
  return judgeLegacy(input, pairKeys(input));
}
