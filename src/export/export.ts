import type { Rule } from "../model/rule.ts";
import { BETTERLEAKS } from "./betterleaks.ts";
import { DETECT_SECRETS } from "./detect-secrets.ts";
import { GITHUB } from "./github.ts";
import { GITLEAKS } from "./gitleaks.ts";
import { KINGFISHER } from "./kingfisher.ts";
import type { ScannerName } from "./scanner-names.ts";
import { formatExport, type Scanner } from "./scanner.ts";
import { TRUFFLEHOG } from "./trufflehog.ts";

const SCANNERS: Readonly<Record<ScannerName, Scanner>> = {
  gitleaks: GITLEAKS,
  betterleaks: BETTERLEAKS,
  trufflehog: TRUFFLEHOG,
  kingfisher: KINGFISHER,
  github: GITHUB,
  "detect-secrets": DETECT_SECRETS,
};

/** `rules` in the language of another scanner, as a whole file with comments for the person who uses it. */
export function exportRules(name: ScannerName, rules: readonly Rule[]): string {
  return formatExport(SCANNERS[name], rules);
}
