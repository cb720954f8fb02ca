import type { DetectorOptions } from "./detect/detector.ts";
import type { Confidence } from "./model/confidence.ts";
import type { KnownSecrets } from "./sighting.ts";

/** What to look for: plain data, so that threads can be told. */
export interface Detection {
  /** How sure a finding must be to be reported; `likely` if not given. */
  readonly minConfidence?: Confidence;
  /** How many encodings may stand one in another. */
  readonly maxDecodeDepth?: number;
  /** None if not given. */
  readonly known?: KnownSecrets;
  /** A key ID, whose places are to be found. */
  readonly keyId?: string;
}

/** How sure a finding must be where nobody says. */
export const DEFAULT_MIN_CONFIDENCE: Confidence = "likely";

/** What a detector must find, so that nothing is missed that would be reported. */
export function toDetectorOptions({ minConfidence, maxDecodeDepth, known, keyId }: Detection): DetectorOptions {
  return {
    ...(maxDecodeDepth === undefined ? {} : { maxDecodeDepth }),
    ...(keyId === undefined ? {} : { keyId }),
    // The one rule that is no more than possible.
    wantsDamaged: minConfidence === "possible",
    wantsJudged: minConfidence !== "proven" || (known?.size ?? 0) > 0,
  };
}
