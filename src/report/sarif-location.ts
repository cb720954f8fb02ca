import { posix } from "node:path";
import type { ArtifactLocation } from "sarif";
import { asBytePath, type BytePath } from "../model/byte-path.ts";

/** Where paths in a result stand, and what SARIF's should be relative to. Both absolute. */
export interface SourceRoot {
  /** What a relative path in the result starts from. */
  readonly workingFolder: BytePath;
  /** The repository's root; the working folder, where there is no repository. */
  readonly repositoryRoot: BytePath;
}

/** What standard input is called where it has no name: SARIF requires one. */
const NAMELESS = "stdin";

/**
 * A path as GitHub wants it: relative to the repository's root, every segment percent-encoded byte
 * by byte, so that names that are not UTF-8 keep their bytes. What lies outside the repository
 * becomes an absolute `file:` URI.
 */
export function artifactLocation(path: BytePath | null, root: SourceRoot): ArtifactLocation {
  if (path === null) return { uri: NAMELESS, uriBaseId: "%SRCROOT%" };
  const absolute = posix.resolve(root.workingFolder, path);
  const relative = posix.relative(root.repositoryRoot, absolute);
  const isOutside = relative === ".." || relative.startsWith("../");
  if (isOutside) return { uri: `file://${encodePath(asBytePath(absolute))}` };
  return { uri: encodePath(asBytePath(relative)), uriBaseId: "%SRCROOT%" };
}

/** RFC 3986's unreserved characters stay; every other byte becomes `%XX`. */
function encodePath(path: BytePath): string {
  return path.replace(/[^A-Za-z0-9\-._~/]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
