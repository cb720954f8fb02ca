import type { Sighting } from "../../src/model/match.ts";

/** What a sighting of a proven secret has where nothing else is said: plain, without a key ID. */
export const PLAIN_SIGHTING = {
  kind: "proven",
  confidence: "proven",
  evidence: [],
  encodings: [],
  keyIds: [],
  isSure: false,
  connection: null,
  lineHash: null,
} as const satisfies Partial<Sighting>;
