import type { BytePath } from "../model/byte-path.ts";
import type { Occurrence } from "../model/finding.ts";
import { visiblePath } from "./visible.ts";

/** `path:line:column`, as terminals and editors make it clickable, and how what stands there is encoded. */
export function formatPlace({ origin, line, column, encodings }: Occurrence): string {
  const path = [formatPath(origin.path), ...(origin.members ?? []).map(visiblePath)].join("!");
  const how = encodings.length === 0 ? "" : `  (${encodings.join(", ")})`;
  return `${path}:${line}:${column}${how}`;
}

function formatPath(path: BytePath | null): string {
  return path === null ? "<stdin>" : visiblePath(path);
}
