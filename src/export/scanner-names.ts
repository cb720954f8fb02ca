/** The scanners that rules can be exported for, as the command line names them. */
export const SCANNER_NAMES = [
  "gitleaks",
  "betterleaks",
  "trufflehog",
  "kingfisher",
  "github",
  "detect-secrets",
] as const;

/** One of them. */
export type ScannerName = (typeof SCANNER_NAMES)[number];
