import { toDetectorOptions } from "../../src/detection.ts";
import { Detector } from "../../src/detect/detector.ts";
import { groupFindings } from "../../src/findings.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import type { Confidence } from "../../src/model/confidence.ts";
import type { Finding } from "../../src/model/finding.ts";
import { PushedBlob } from "../../src/scan-blob.ts";

const KERNEL = createSimdKernel();

/** What a scan with `--min-confidence` finds in a blob; a text stands for one byte a character. */
export function findAt(minConfidence: Confidence, bytes: Uint8Array | string): Finding[] {
  const detection = { minConfidence };
  const detector = new Detector(KERNEL, toDetectorOptions(detection));
  const origin = { source: "stdin", path: null, blob: null } as const;
  const blob = new PushedBlob(origin, { wantsLineHash: false, detection, detector });
  blob.push(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  return groupFindings(blob.end().sightings, minConfidence);
}
