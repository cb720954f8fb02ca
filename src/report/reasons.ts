import { EVIDENCE, scoreOf } from "../model/evidence.ts";
import type { Finding } from "../model/finding.ts";

/** Why a finding is one, a line a reason: what `--explain` prints. Of a legacy secret, what was weighed, and the sum. */
export function reasonsOf({ rule, confidence, evidence, connection, occurrences }: Finding): readonly string[] {
  if (connection !== null) return ["a value stands there as it is, not a reference to one"];
  if (evidence.length > 0) {
    const reasons = evidence.map((id) => `${signed(EVIDENCE[id].weight)} ${EVIDENCE[id].text}`);
    return [...reasons, `${signed(scoreOf(evidence))} in all`];
  }
  const [{ encodings }] = occurrences;
  const how = encodings.length === 0 ? "" : `, decoded from ${encodings.join(", ")}`;
  if (confidence === "possible") return [`prefix, length and alphabet of a secret${how}; the checksum is wrong`];
  if (rule === LEGACY) return [`its hash is in the list of known secrets${how}`];
  return [`the checksum is right${how}`];
}

/** Its secrets have no checksum. */
const LEGACY = "confluent-legacy-api-secret";

function signed(weight: number): string {
  return weight < 0 ? String(weight) : `+${weight}`;
}
