import { AMBIGUOUS_TEXTS, type AmbiguousText } from "./ambiguous-texts.ts";
import { CARRIERS, type Carrier } from "./carriers.ts";
import { DECOYS, drawOtherEntry, sayFormerKey, sayOtherKey } from "./decoys.ts";
import { between } from "./encoders.ts";
import { canPlantBetween, mutateCarrier, type Planting } from "./mutated-carriers.ts";
import { RECALL_CASES, type RecallCase } from "./recall-cases.ts";
import { makeKeyId, type Random } from "./secrets.ts";
import { drawStyle, STRUCTURED_TEXTS, type Contents, type Entry, type StructuredText } from "./structured-texts.ts";

/** A secret of an input, the ID of its key, and the line (1-based) on which the text begins that holds the secret. */
export interface PlantedPair {
  readonly secret: string;
  readonly keyId: string;
  readonly line: number;
}

/** One input, and every secret in it. */
export interface PairedInput {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly pairs: readonly PlantedPair[];
}

/** What is done to texts of the mutated shapes, and what may be asked of whoever reads them. */
export const MUTATED_GROUPS = {
  mutated: "written by another user: other names, quotes, order, gap, indentation, line ends",
  decoys: "mutated, and the IDs of two other keys stand around the pair",
  between: "mutated, and one of two such IDs stands between the halves",
  several: "2 to 5 pairs in one text, every other time with such IDs",
  grouped: "2 to 5 pairs, all IDs before all secrets or the other way round, told apart by name alone",
  ambiguous: "nobody can tell which of several IDs is meant",
} as const;

/** A group of mutated shapes. */
export type MutatedGroup = keyof typeof MUTATED_GROUPS;

/** A text with secrets in it, drawn anew from each seed. What is right is known. */
export interface PairedShape {
  /** Unique; begins with its group. */
  readonly id: string;
  readonly group: MutatedGroup | RecallCase["group"];
  /**
   * Whether each secret has to be paired with its ID. Where that is `optional`, no ID and several are as right as the
   * one. Where it is `absent`, the ID is not there.
   */
  readonly pairing: "required" | "optional" | "absent";
  /** `makeSecret` gives a secret of the kind that is to be planted. */
  make(makeSecret: (random: Random) => string, random: Random): PairedInput;
}

/** What became of a secret whose ID is there. */
export type Pairing = "right" | "several" | "none" | "wrong single";

/** Compares the IDs that are reported for a secret with its own. */
export function judgePairing(reported: readonly string[], keyId: string): Pairing {
  if (reported.length !== 1) return reported.length === 0 ? "none" : "several";
  return reported[0] === keyId ? "right" : "wrong single";
}

/** The shapes of the tests' table, each with one secret. */
export const RECALL_SHAPES: readonly PairedShape[] = RECALL_CASES.map((recallCase) => ({
  id: recallCase.id,
  group: recallCase.group,
  pairing: recallCase.hasPair ? "required" : "absent",
  make(makeSecret, random) {
    const secret = makeSecret(random);
    const keyId = makeKeyId(random);
    const { fileName, bytes, line } = recallCase.make(secret, keyId, random);
    return { fileName, bytes, pairs: [{ secret, keyId, line }] };
  },
}));

/** Carriers and structured texts as other users would have written them, with decoys. */
export const MUTATED_SHAPES: readonly PairedShape[] = [
  ...CARRIERS.flatMap((carrier) => [
    carrierShape("mutated", carrier, "none"),
    carrierShape("decoys", carrier, "around"),
    ...(canPlantBetween(carrier) ? [carrierShape("between", carrier, "between")] : []),
  ]),
  ...STRUCTURED_TEXTS.flatMap((text) => [
    structuredShape("mutated", text),
    structuredShape("decoys", text),
    ...(text.takesRemarks ? [structuredShape("between", text)] : []),
    ...(text.maxEntries > 1 ? [structuredShape("several", text)] : []),
    ...(text.isFlat ? [structuredShape("grouped", text)] : []),
  ]),
  ...AMBIGUOUS_TEXTS.map(ambiguousShape),
];

function carrierShape(group: MutatedGroup, carrier: Carrier, planting: Planting): PairedShape {
  return {
    id: `${group}/carrier ${carrier.id}/${carrier.name}`,
    group,
    pairing: "required",
    make(makeSecret, random) {
      const secret = makeSecret(random);
      const keyId = makeKeyId(random);
      const { text, line } = mutateCarrier(carrier, planting, keyId, secret, random);
      return {
        fileName: `carrier-${carrier.id}.txt`,
        bytes: Buffer.from(text),
        pairs: [{ secret, keyId, line }],
      };
    },
  };
}

function structuredShape(group: MutatedGroup, text: StructuredText): PairedShape {
  return {
    id: `${group}/text/${text.id}`,
    group,
    pairing: group === "grouped" ? "optional" : "required",
    make(makeSecret, random) {
      const isSeveral = group === "several" || group === "grouped";
      const count = isSeveral ? between(2, text.maxEntries, random) : 1;
      const entries = drawNames(count, random).map((name) => drawEntry(name, makeSecret(random), random));
      const contents = addDecoys(group, text, entries, random);
      const style = { ...drawStyle(random), isGrouped: group === "grouped" };
      const { fileName, text: written } = text.write(contents, style);
      const bytes = Buffer.from(random() < 0.2 ? written.replaceAll("\n", "\r\n") : written);
      return { fileName, bytes, pairs: entries.map((entry) => locate(entry, written)) };
    },
  };
}

function ambiguousShape(text: AmbiguousText): PairedShape {
  return {
    id: `ambiguous/${text.id}`,
    group: "ambiguous",
    pairing: "optional",
    make(makeSecret, random) {
      const secret = makeSecret(random);
      const ids = Array.from({ length: text.ids }, () => makeKeyId(random));
      const written = text.write(ids, secret, random);
      const keyId = ids[between(0, ids.length - 1, random)] ?? "";
      return { fileName: "notes.txt", bytes: Buffer.from(written), pairs: [locate({ secret, keyId }, written)] };
    },
  };
}

/** An entry that has a secret. */
type PairedEntry = Entry & { readonly secret: string };

const ENTRY_NAMES = [
  ["orders"],
  ["payments"],
  ["inventory"],
  ["schema", "registry"],
  ["flink"],
  ["eu", "prod"],
] as const;

/** So many different names. */
function drawNames(count: number, random: Random): ReadonlyArray<readonly string[]> {
  const start = between(0, ENTRY_NAMES.length - 1, random);
  return Array.from({ length: count }, (_, i) => ENTRY_NAMES[(start + i) % ENTRY_NAMES.length] ?? ENTRY_NAMES[0]);
}

function drawEntry(name: readonly string[], secret: string, random: Random): PairedEntry {
  return { name, keyId: makeKeyId(random), secret, remark: null };
}

function addDecoys(
  group: MutatedGroup,
  { maxEntries }: StructuredText,
  entries: readonly PairedEntry[],
  random: Random,
): Contents {
  const none: Contents = { entries, above: [], below: [] };
  if (group === "mutated" || group === "grouped" || (group === "several" && random() < 0.5)) return none;
  if (group !== "between") return addTwoAround(none, maxEntries > 1, random);
  const remarked = entries.map((entry) => ({ ...entry, remark: sayFormerKey(random) }));
  return addAround({ ...none, entries: remarked }, 1, maxEntries > 1, random);
}

function addTwoAround(contents: Contents, takesEntries: boolean, random: Random): Contents {
  if (random() < 0.25) return addAround(contents, DECOYS, false, random);
  return addAround(addAround(contents, 1, takesEntries, random), 1, takesEntries, random);
}

/** Puts an entry without a secret before or behind the others, or a remark. */
function addAround(contents: Contents, count: number, takesEntries: boolean, random: Random): Contents {
  const { entries, above, below } = contents;
  const isBefore = random() < 0.5;
  if (takesEntries && random() < 0.5) {
    const name = drawOtherEntry(random);
    if (entries.some((entry) => entry.name[0] === name[0])) return addAround(contents, count, false, random);
    const other: Entry = { name, keyId: makeKeyId(random), secret: null, remark: null };
    return { ...contents, entries: isBefore ? [other, ...entries] : [...entries, other] };
  }
  const remark = sayOtherKey(count, random);
  return isBefore ? { ...contents, above: [...above, remark] } : { ...contents, below: [...below, remark] };
}

function locate({ secret, keyId }: Pick<PlantedPair, "secret" | "keyId">, text: string): PlantedPair {
  const encoded = Buffer.from(secret).toString("base64");
  const line = text.split("\n").findIndex((one) => one.includes(secret) || one.includes(encoded)) + 1;
  return { secret, keyId, line };
}
