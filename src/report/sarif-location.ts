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

/** What standard input is called where it has no name, as in the text report: SARIF requires one. */
const NAMELESS = asBytePath("<stdin>");

/**
 * A path as GitHub wants it: relative to the repository's root, every segment percent-encoded byte
 * by byte, so that names that are not UTF-8 keep their bytes. What lies outside the repository
 * becomes an absolute `file:` URI.
 */
export function artifactLocation(path: BytePath | null, root: SourceRoot): ArtifactLocation {
  if (path === null) return { uri: encodePath(NAMELESS), uriBaseId: "%SRCROOT%" };
  const absolute = posix.resolve(root.workingFolder, path);
  const relative = posix.relative(root.repositoryRoot, absolute);
  const isOutside = relative === ".." || relative.startsWith("../");
  if (isOutside) return { uri: `file://${encodePath(absolute)}` };
  // The root itself: GitHub takes no empty URI.
  return { uri: relative === "" ? "." : encodePath(relative), uriBaseId: "%SRCROOT%" };
}

/** RFC 3986's unreserved characters stay; every other byte becomes `%XX`. */
function encodePath(latin1: string): string {
  const encode = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  return latin1.replace(/[^A-Za-z0-9\-._~/]/g, encode);
}
