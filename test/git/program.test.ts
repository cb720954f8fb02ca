import { expect, test } from "vitest";
import { findGit } from "../../src/git/program.ts";

const present = new Set(["C:\\Git\\cmd\\git.exe", "D:\\other\\git.exe", "git.exe", "bin\\git.exe"]);
const isFile = (path: string): boolean => present.has(path);

test("elsewhere than on Windows the system finds git by its bare name", () => {
  expect(findGit({ PATH: "" }, "linux")).toBe("git");
});

test("on Windows it is the first git.exe on PATH, whatever case the variable has", () => {
  expect(findGit({ Path: 'C:\\none;"C:\\Git\\cmd";D:\\other' }, "win32", isFile)).toBe("C:\\Git\\cmd\\git.exe");
});

test("on Windows a git.exe of the current folder, or of a relative folder on PATH, is never it", () => {
  expect(findGit({ PATH: ".;;bin;D:\\other" }, "win32", isFile)).toBe("D:\\other\\git.exe");
  expect(isFile(findGit({ PATH: ".;;bin" }, "win32", isFile))).toBe(false);
});
