import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { scanBytes } from "../src/library.ts";
import {
  judgePairing,
  MUTATED_SHAPES,
  RECALL_SHAPES,
  type PairedInput,
  type PairedShape,
  type Pairing,
  type PlantedPair,
} from "./support/paired-shapes.ts";
import { SECRET_KINDS, seeded, seedOf, type SecretKind } from "./support/secrets.ts";

const DRAWS = 10;

/** What became of one secret of one draw. */
interface Outcome {
  readonly shape: PairedShape;
  readonly draw: number;
  readonly answer: Pairing | "not found";
}

const SETS = [
  { set: "shapes with a pair", shapes: RECALL_SHAPES.filter(({ pairing }) => pairing !== "absent") },
  { set: "mutated shapes", shapes: MUTATED_SHAPES },
] as const;

const KINDS = [
  { kind: "new", minFound: 1 },
  { kind: "legacy", minFound: 0.95 },
] as const satisfies readonly { kind: SecretKind; minFound: number }[];

const MIN_PAIRED = 0.98;

describe.each(KINDS)("of $kind secrets", ({ kind, minFound }) => {
  describe.each(SETS)("in $set", ({ shapes }) => {
    let outcomes: readonly Outcome[] = [];
    beforeAll(() => {
      outcomes = shapes.flatMap((shape) => drawAll(shape, kind));
    });

    test(`at least ${minFound * 100} % are found`, () => {
      const share = shareOf(outcomes.filter(isRequired), ({ answer }) => answer !== "not found");
      expect(share, tell(outcomes, ["not found"])).toBeGreaterThanOrEqual(minFound);
    });

    test(`at least ${MIN_PAIRED * 100} % of those are paired with their key ID and no other`, () => {
      const found = outcomes.filter((outcome) => isRequired(outcome) && outcome.answer !== "not found");
      const share = shareOf(found, ({ answer }) => answer === "right");
      expect(share, tell(outcomes.filter(isRequired), ["none", "several"])).toBeGreaterThanOrEqual(MIN_PAIRED);
    });

    test("none is paired with the ID of another key alone", () => {
      const wrong = outcomes.filter(({ answer }) => answer === "wrong single");
      expect(wrong.length, tell(outcomes, ["wrong single"])).toBe(0);
    });
  });
});

function isRequired({ shape }: Outcome): boolean {
  return shape.pairing === "required";
}

/** 0 of nothing: what was never drawn must not pass. */
function shareOf(outcomes: readonly Outcome[], isRight: (outcome: Outcome) => boolean): number {
  return outcomes.length === 0 ? 0 : outcomes.filter(isRight).length / outcomes.length;
}

function drawAll(shape: PairedShape, kind: SecretKind): readonly Outcome[] {
  return Array.from({ length: DRAWS }, (_, draw) => {
    const input = shape.make(SECRET_KINDS[kind], seeded(seedOf(shape.id, draw)));
    const found = keyIdsBySecret(input);
    return input.pairs.map((pair) => ({ shape, draw, answer: answerTo(pair, found) }));
  }).flat();
}

function answerTo({ secret, keyId }: PlantedPair, found: ReadonlyMap<string, readonly string[]>): Outcome["answer"] {
  const keyIds = found.get(createHash("sha256").update(secret).digest("hex"));
  return keyIds === undefined ? "not found" : judgePairing(keyIds, keyId);
}

/** The key IDs of what is reported by default, by the SHA-256 of the secret. */
function keyIdsBySecret({ fileName, bytes }: PairedInput): ReadonlyMap<string, readonly string[]> {
  const { findings } = scanBytes(bytes, { path: fileName });
  const reported = findings.filter(({ confidence }) => confidence !== "possible");
  return new Map(reported.map(({ secretSha256, keyIds }) => [secretSha256 ?? "", keyIds]));
}

/** How each group fared, and which draws of which shapes had one of these answers. */
function tell(outcomes: readonly Outcome[], answers: ReadonlyArray<Outcome["answer"]>): string {
  const groups = [...new Set(outcomes.map(({ shape }) => shape.group))];
  const summaries = groups.map(
    (group) => `${group}: ${summarise(outcomes.filter(({ shape }) => shape.group === group))}`,
  );
  const failed = outcomes.filter(({ answer }) => answers.includes(answer));
  const drawsByCase = new Map<string, Set<number>>();
  for (const { shape, draw, answer } of failed) {
    const name = `${shape.id}: ${answer} in draw`;
    drawsByCase.set(name, (drawsByCase.get(name) ?? new Set()).add(draw));
  }
  const told = Array.from(drawsByCase, ([name, draws]) => `  ${name} ${[...draws].join(", ")}`);
  return ["", ...summaries, ...told].join("\n");
}

function summarise(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { answer } of outcomes) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return Array.from(counts, ([answer, count]) => `${count} ${answer}`).join(", ");
}
