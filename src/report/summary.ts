import type { ScanResult } from "../model/scan-result.ts";
import { isFailure, type Skip } from "../model/skip.ts";
import { visiblePath, visibleText } from "./visible.ts";

const UNITS = ["kB", "MB", "GB", "TB"];

/** What was read and what was not, whatever it was read for. */
export type Coverage = Pick<ScanResult, "skips" | "totals">;

/** One line on what was read, what was not, and what was found, `found` of what `noun` names. Always said. */
export function formatSummary({ skips, totals }: Coverage, found: number, noun: string, elapsedMs: number): string {
  const { files, bytes } = totals;
  const failures = skips.filter(isFailure).length;
  const parts = [
    `scanned ${count(files, "file")}, ${formatBytes(bytes)}`,
    ...(skips.length > 0 ? [`skipped ${formatNumber(skips.length)} (${countReasons(skips)})`] : []),
    ...(failures > 0 ? [`INCOMPLETE: ${count(failures, "input")} could not be read`] : []),
    `${count(found, noun)} in ${(elapsedMs / 1000).toFixed(2)} s`,
  ];
  return `${parts.join("; ")}\n`;
}

/** One line a skip: `cannot read src/a.env: EACCES (unreadable)`. */
export function formatSkip(skip: Skip): string {
  const verb = isFailure(skip) ? "cannot read" : "did not read";
  const detail = skip.detail === "" ? skip.reason : `${visibleText(skip.detail)} (${skip.reason})`;
  return `${verb} ${visiblePath(skip.path)}: ${detail}\n`;
}

function countReasons(skips: readonly Skip[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of skips) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, n]) => `${reason} ${formatNumber(n)}`)
    .join(", ");
}

function count(n: number, noun: string): string {
  return `${formatNumber(n)} ${noun}${n === 1 ? "" : "s"}`;
}

function formatNumber(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Decimal units, one digit behind the point: `70.3 MB`. */
function formatBytes(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  let value = bytes / 1000;
  let unit = 0;
  // 999,950 bytes are 1.0 MB, not 1000.0 kB.
  for (; value >= 999.95 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${value.toFixed(1)} ${UNITS[unit]}`;
}
