import type { Finding } from "../model/finding.ts";

/** The secret itself, where the user asked for it with `--show-secrets`. The one place that prints one. */
export function shownSecret(finding: Finding, isAskedFor: boolean): string | null {
  return isAskedFor ? finding.secret.reveal() : null;
}
