import { isComplete, type ScanResult } from "../model/scan-result.ts";

/** What the process ends with. Source: the table of exit codes in README.md. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

/** Findings come first: they are certain, whatever else went wrong. */
export function exitCodeOf(result: ScanResult, isExitZero: boolean): number {
  if (result.findings.length > 0 && !isExitZero) return EXIT.findings;
  return isComplete(result) ? EXIT.clean : EXIT.failure;
}
