import { statSync } from "node:fs";
import { win32 } from "node:path";

/**
 * The program to start as git.
 *
 * Windows itself would look in the current folder first, which is the scanned one: there it is the first git.exe of an
 * absolute folder on PATH. Elsewhere, and where there is none, it is the bare name.
 */
export function findGit(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  isFile: (path: string) => boolean = isRegularFile,
): string {
  if (platform !== "win32") return "git";
  const [, path = ""] = Object.entries(environment).find(([name]) => name.toUpperCase() === "PATH") ?? [];
  const folders = path.split(";").map((folder) => folder.replaceAll('"', ""));
  const programs = folders.filter((folder) => win32.isAbsolute(folder)).map((folder) => win32.join(folder, "git.exe"));
  return programs.find(isFile) ?? NO_GIT;
}

/** A name that Windows allows no file to have: starting it fails as a missing program does. */
const NO_GIT = "no git.exe on PATH?";

function isRegularFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
