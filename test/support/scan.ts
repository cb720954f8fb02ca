import { Detector } from "../../src/detect/detector.ts";
import { groupFindings } from "../../src/findings.ts";
import { createSimdKernel } from "../../src/kernel/simd.ts";
import type { Confidence, Finding } from "../../src/model/finding.ts";
import { PushedBlob } from "../../src/scan-blob.ts";

const KERNEL = createSimdKernel();

/** What a scan with `--min-confidence` finds in a blob; a text stands for one byte a character. */
export function findAt(minConfidence: Confidence, bytes: Uint8Array | string): Finding[] {
  const detector = new Detector(KERNEL, { wantsDamaged: minConfidence === "possible" });
  const blob = new PushedBlob({ source: "stdin", path: null, blob: null }, false, detector);
  blob.push(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  return groupFindings(blob.end().sightings);
}
