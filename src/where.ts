import { compareOccurrences, groupFindings, toOccurrence } from "./findings.ts";
import type { Detection } from "./detection.ts";
import type { Finding, Occurrence } from "./model/finding.ts";
import type { ScanResult } from "./model/scan-result.ts";
import { scanForSightings, type ScanRequest } from "./scan.ts";

/** What is looked for: a key ID, or a finding by its fingerprint or its secret's SHA-256. */
export type WhereSubject =
  | { readonly kind: "key-id"; readonly keyId: string }
  | { readonly kind: "hash"; readonly rule: string | null; readonly sha256: string };

/** One place where the subject stands: the key ID itself, or a secret, with what it is. */
export interface WherePlace {
  readonly occurrence: Occurrence;
  /** `null` for the key ID itself. */
  readonly finding: Finding | null;
}

/** Where the subject stands, and what was read and not read. */
export interface WhereResult extends Omit<ScanResult, "findings"> {
  /** In the order of every report. */
  readonly places: readonly WherePlace[];
}

const FINGERPRINT = /^(?:([a-z0-9-]+)\/)?([0-9A-Fa-f]{64})$/;

/** Reads a subject as a user writes it; `null` for what is none. */
export function readSubject(text: string): WhereSubject | null {
  if (/^[A-Z0-9]{16}$/.test(text)) return { kind: "key-id", keyId: text };
  const [, rule = null, sha256] = FINGERPRINT.exec(text) ?? [];
  return sha256 === undefined ? null : { kind: "hash", rule, sha256: sha256.toLowerCase() };
}

/**
 * Finds every place of a key ID and of the secrets that belong to it, or every place of one secret. Rejects as `scan`
 * does.
 */
export async function findWhere(subject: WhereSubject, request: Omit<ScanRequest, "detection">): Promise<WhereResult> {
  const { sightings, skips, totals } = await scanForSightings({ ...request, detection: detectionOf(subject) });
  const ids = sightings.filter(({ kind }) => kind === "key-id").map(toOccurrence);
  const findings = groupFindings(sightings, "possible").filter((finding) => isAbout(finding, subject));
  const places = [
    ...ids.map((occurrence): WherePlace => ({ occurrence, finding: null })),
    ...findings.flatMap((finding) => finding.occurrences.map((occurrence) => ({ occurrence, finding }))),
  ];
  return { places: places.sort((a, b) => compareOccurrences(a.occurrence, b.occurrence)), skips, totals };
}

/** All that may be: what is known by its hash needs no other evidence. */
function detectionOf(subject: WhereSubject): Detection {
  const minConfidence = "possible";
  if (subject.kind === "key-id") return { minConfidence, keyId: subject.keyId };
  return { minConfidence, known: new Set([subject.sha256]) };
}

function isAbout(finding: Finding, subject: WhereSubject): boolean {
  if (subject.kind === "key-id") return finding.keyIds.includes(subject.keyId);
  return finding.fingerprint === `${subject.rule ?? finding.rule}/${subject.sha256}`;
}
