import { createHash } from "node:crypto";
import {
  judgePairing,
  MUTATED_GROUPS,
  type PairedShape,
  type Pairing,
  type PlantedPair,
} from "../test/support/paired-shapes.ts";
import type { SecretKind } from "../test/support/secrets.ts";
import type { PeerResult } from "./peers/run.ts";

/** The draws of one shape with secrets of one kind: one file each, by the folder that it is in. */
export interface PlantedCase {
  readonly shape: PairedShape;
  readonly kind: SecretKind;
  readonly files: ReadonlyMap<string, readonly PlantedPair[]>;
}

/** What the product said of one place in a file. */
export interface Place {
  readonly secretSha256: string;
  readonly line: number;
  readonly keyIds: readonly string[];
}

/** How many of a case's secrets somebody found. */
export interface CaseResult {
  readonly shape: PairedShape;
  readonly kind: SecretKind;
  readonly secrets: number;
  readonly found: number;
  readonly lineRight: number;
  /** Occurrences beside the one that is right. */
  readonly others: number;
  /** Of those that are found. */
  readonly pairings: Readonly<Record<Pairing, number>>;
  /** For each peer, the secrets in files of which it reported anything. */
  readonly peers: readonly number[];
}

/** Holds what was planted against what the product (by folder) and the peers said. */
export function judge(
  planted: readonly PlantedCase[],
  places: ReadonlyMap<string, readonly Place[]>,
  peerResults: readonly PeerResult[],
  folderOf: (path: string) => string,
): readonly CaseResult[] {
  const foldersOfPeers = peerResults.map(({ findings }) => new Set(findings.map(({ file }) => folderOf(file))));
  return planted.map(({ shape, kind, files }) => {
    const answers = Array.from(files, ([folder, pairs]) =>
      pairs.map((pair) => answerTo(pair, places.get(folder) ?? [])),
    );
    const found = answers.flat().filter(({ pairing }) => pairing !== null);
    const reported = Array.from(files.keys()).reduce((sum, folder) => sum + (places.get(folder)?.length ?? 0), 0);
    return {
      shape,
      kind,
      secrets: answers.flat().length,
      found: found.length,
      lineRight: found.filter(({ isLineRight }) => isLineRight).length,
      others: reported - found.length,
      pairings: countPairings(found.map(({ pairing }) => pairing)),
      peers: foldersOfPeers.map((folders) =>
        Array.from(files).reduce((sum, [folder, pairs]) => sum + (folders.has(folder) ? pairs.length : 0), 0),
      ),
    };
  });
}

/** `pairing` is `null` for a secret that was not found. */
function answerTo({ secret, keyId, line }: PlantedPair, places: readonly Place[]) {
  const sha256 = createHash("sha256").update(secret).digest("hex");
  const own = places.filter(({ secretSha256 }) => secretSha256 === sha256);
  const pairing = own[0] === undefined ? null : judgePairing(own[0].keyIds, keyId);
  return { pairing, isLineRight: own.some((place) => place.line === line) };
}

function countPairings(pairings: ReadonlyArray<Pairing | null>): Record<Pairing, number> {
  const count = (pairing: Pairing): number => pairings.filter((one) => one === pairing).length;
  return {
    right: count("right"),
    several: count("several"),
    none: count("none"),
    "wrong single": count("wrong single"),
  };
}

/** The least share of the secrets that must be found, with a key ID beside them, and of those, paired. */
const MIN_FOUND: Readonly<Record<SecretKind, number>> = { new: 1, legacy: 0.95 };
const MIN_PAIRED = 0.98;

/** Everything in which the results are less than what issue 4 promises, in words. */
export function findShortfalls(results: readonly CaseResult[]): readonly string[] {
  const sets = [
    ["the shapes", results.filter(({ shape }) => !isMutated(shape))],
    ["the mutated shapes", results.filter(({ shape }) => isMutated(shape))],
  ] as const;
  return sets.flatMap(([set, some]) =>
    (["new", "legacy"] as const).flatMap((kind) => {
      const own = some.filter((result) => result.kind === kind);
      return [...lost(own, kind), ...misled(own)].map((what) => `${kind} secrets in ${set}: ${what}`);
    }),
  );
}

/** Whether a shape is one of those that mutate others. */
export function isMutated({ group }: PairedShape): boolean {
  return Object.hasOwn(MUTATED_GROUPS, group);
}

/** The sum of a count over some results. */
export function sumOf(results: readonly CaseResult[], count: (result: CaseResult) => number): number {
  return results.reduce((sum, result) => sum + count(result), 0);
}

function lost(results: readonly CaseResult[], kind: SecretKind): readonly string[] {
  const promised = results.filter(({ shape }) => shape.pairing === "required" || kind === "new");
  const secrets = sumOf(promised, (result) => result.secrets);
  const found = sumOf(promised, (result) => result.found);
  const lineWrong = found - sumOf(promised, (result) => result.lineRight);
  return [
    ...(found < MIN_FOUND[kind] * secrets ? [`${found} of ${secrets} are found`] : []),
    ...(lineWrong > 0 ? [`${lineWrong} at a wrong line`] : []),
  ];
}

function misled(results: readonly CaseResult[]): readonly string[] {
  const required = results.filter(({ shape }) => shape.pairing === "required");
  const found = sumOf(required, (result) => result.found);
  const right = sumOf(required, ({ pairings }) => pairings.right);
  const withId = results.filter(({ shape }) => shape.pairing !== "absent");
  const wrong = sumOf(withId, ({ pairings }) => pairings["wrong single"]);
  return [
    ...(right < MIN_PAIRED * found ? [`${right} of ${found} are paired right`] : []),
    ...(wrong > 0 ? [`${wrong} with another key's ID alone`] : []),
  ];
}
