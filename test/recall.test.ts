import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { scanBytes } from "../src/library.ts";
import { RECALL_CASES, type RecallCase } from "./support/recall-cases.ts";
import { makeKeyId, makeSecret, seeded } from "./support/secrets.ts";

const SECRETS_PER_CASE = 20;

test("no two cases have the same id", () => {
  expect(new Set(RECALL_CASES.map(({ id }) => id)).size).toBe(RECALL_CASES.length);
});

test.each(RECALL_CASES.map((recallCase) => [recallCase.id, recallCase] as const))("%s", (id, recallCase) => {
  const seedsByAnswer = new Map<string, number[]>([["right", []]]);
  for (let seed = 1; seed <= SECRETS_PER_CASE; seed++) {
    const answer = answerTo(recallCase, seed);
    seedsByAnswer.set(answer, [...(seedsByAnswer.get(answer) ?? []), seed]);
  }
  const right = seedsByAnswer.get("right")?.length;
  const answers = Array.from(
    seedsByAnswer,
    ([answer, seeds]) => `${seeds.length} ${answer} ${seeds.length === 0 ? "" : ` (as seed ${seeds[0]})`}`,
  );
  expect(right, `${id}: ${answers.join(", ")}`).toBe(SECRETS_PER_CASE);
});

/** Makes one input, scans it, and says in a few words whether the secret was found once and at its line. */
function answerTo(recallCase: RecallCase, seed: number): string {
  const random = seeded(seed);
  const secret = makeSecret(random);
  const { fileName, bytes, line } = recallCase.make(secret, makeKeyId(random), random);
  const sha256 = createHash("sha256").update(secret).digest("hex");
  const found = scanBytes(bytes, { path: fileName }).findings.filter(({ secretSha256 }) => secretSha256 === sha256);
  const occurrences = found.flatMap((finding) => finding.occurrences);
  if (occurrences.length === 0) return "not found";
  if (found.length > 1 || occurrences.length > 1) return `found ${occurrences.length} times`;
  return occurrences[0]?.line === line ? "right" : `line ${occurrences[0]?.line} instead of ${line}`;
}
