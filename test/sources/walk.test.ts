import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { joinPath, toBytePath, toFsPath, type BytePath } from "../../src/model/byte-path.ts";
import { walkFolder } from "../../src/sources/walk.ts";
import { commitAll, git, tempRepository } from "../support/git.ts";
import { tempFolder } from "../support/temp.ts";

interface Walk {
  /** Below the folder, sorted. */
  readonly files: string[];
  /** `path: reason` and, where there is one, its detail. */
  readonly skips: string[];
}

function walk(folder: string, isTaken?: (path: BytePath) => boolean): Walk {
  const files: string[] = [];
  const skips: string[] = [];
  const below = (path: string): string => path.slice(folder.length + 1);
  for (const item of walkFolder(toBytePath(folder), isTaken)) {
    if (item.kind === "files") files.push(...item.batch.paths.map(below));
    else skips.push(`${below(item.skip.path)}: ${item.skip.reason}`);
  }
  return { files: files.sort(), skips: skips.sort() };
}

describe("a folder", () => {
  test("that is empty holds nothing", () => {
    expect(walk(tempFolder())).toEqual({ files: [], skips: [] });
  });

  test("is read with everything below it, hidden and ignored files too", () => {
    const files = { a: "", ".env": "", ".gitignore": "*", "node_modules/x/.b": "", "d/e/f": "", "-": "", " ": "" };
    const folder = tempFolder(files);
    mkdirSync(join(folder, "empty"));
    expect(walk(folder)).toEqual({ files: Object.keys(files).sort(), skips: [] });
  });

  test("with more files than a batch, and than one read of a folder, is read whole", () => {
    const names = Array.from({ length: 1_300 }, (_, i) => `${i}`);
    const folder = tempFolder(Object.fromEntries(names.map((name) => [name, ""])));
    expect(walk(folder).files).toEqual(names.sort());
    const sizes = [...walkFolder(toBytePath(folder))].map((item) =>
      item.kind === "files" ? item.batch.paths.length : -1,
    );
    expect(sizes).toEqual([256, 256, 256, 256, 256, 20]);
  });

  test("leaves out what is read by others", () => {
    const folder = tempFolder({ a: "", "b/c": "", "b/d": "" });
    symlinkSync("a", join(folder, "link"));
    const taken = new Set(["a", "b", "link"].map((name) => join(folder, name)));
    expect(walk(folder, (path) => taken.has(path))).toEqual({ files: [], skips: [] });
  });
});

describe("what is no file", () => {
  test("is left out and counted: links of every kind, FIFOs, sockets, devices", async () => {
    const folder = tempFolder({ file: "", "a/x": "" });
    symlinkSync("file", join(folder, "to-file"));
    symlinkSync("..", join(folder, "a", "loop"));
    symlinkSync("nowhere", join(folder, "dangling"));
    symlinkSync("/dev/zero", join(folder, "to-device"));
    symlinkSync("self", join(folder, "self"));
    execFileSync("mkfifo", [join(folder, "fifo")]);
    const server = createServer().listen(join(folder, "socket"));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const expected = ["a/loop", "dangling", "self", "to-device", "to-file"].map((path) => `${path}: symlink`);
    const special = ["fifo: special-file", "socket: special-file"];
    if (spawnSync("mknod", [join(folder, "device"), "c", "1", "5"]).status === 0) special.push("device: special-file");
    expect(walk(folder)).toEqual({ files: ["a/x", "file"], skips: [...expected, ...special].sort() });
  });

  test("and vanished since it was listed is told", () => {
    const folder = tempFolder({ "gone/x": "", "stays/x": "" });
    const removeOnSight = (path: BytePath): boolean => {
      if (path.endsWith("/gone")) rmSync(path, { recursive: true });
      return false;
    };
    expect(walk(folder, removeOnSight)).toEqual({ files: ["stays/x"], skips: ["gone: vanished"] });
  });
});

describe("names", () => {
  test.skipIf(process.platform !== "linux")(
    "that are not UTF-8 keep their bytes, files and folders (Linux only)",
    () => {
      const folder = toBytePath(tempFolder());
      const inner = joinPath(folder, "d\xff\xe9");
      mkdirSync(toFsPath(inner));
      for (const name of ["f\xfe", "\xc3\xa9", "plain"]) writeFileSync(toFsPath(joinPath(inner, name)), "");
      expect(walk(folder).files).toEqual(["d\xff\xe9/f\xfe", "d\xff\xe9/plain", "d\xff\xe9/\xc3\xa9"].sort());
    },
  );

  test("with line ends, escapes and spaces are kept", () => {
    const names = ["a\nb", "\x1b[31m", " ", "a\tb", '"', "\\"];
    expect(walk(tempFolder(Object.fromEntries(names.map((name) => [name, ""])))).files).toEqual(names.sort());
  });

  test("too long for the system make a folder unreadable, and the rest is read", () => {
    const folder = tempFolder({ a: "" });
    // 20 x 250 > 4,096, the longest path of Linux; a child goes there step by step.
    onTestFinished(() => void spawnSync("rm", ["-rf", folder]));
    execFileSync(process.execPath, ["-e", GO_DEEP], { cwd: folder });
    const { files, skips } = walk(folder);
    expect(files).toContain("a");
    expect(files.length).toBeGreaterThan(10);
    expect(skips).toHaveLength(1);
    expect(skips[0]).toMatch(/d: unreadable$/);
  });

  test("of a kind that the file system does not tell are asked for one by one", (context) => {
    const folder = tempFolder({ "\u00e9/f\u00fc": "", "plain/g": "" });
    symlinkSync("plain", join(folder, "link\u00e9"));
    // Several reads of the folder, and most likely not the first one holds the odd name.
    mkdirSync(join(folder, "many"));
    for (let i = 0; i < 3_000; i++) writeFileSync(join(folder, "many", i === 7 ? "\u00e9" : `${i}`), "");
    const preload = join(tempFolder({ "unknown.c": UNKNOWN_TYPES }), "unknown.so");
    const compiled = spawnSync("cc", ["-shared", "-fPIC", "-o", preload, preload.replace(/so$/, "c"), "-ldl"]);
    if (compiled.status !== 0) return context.skip("needs Linux and a C compiler to make readdir forget types");
    const env = { ...process.env, LD_PRELOAD: preload };
    const launcher = new URL("../../bin/cfltguard.js", import.meta.url).pathname;
    const { stderr, status } = spawnSync(process.execPath, [launcher, "scan", folder], { env, encoding: "utf8" });
    expect(stderr).toMatch(/^scanned 3,002 files, 0 bytes; skipped 1 \(symlink 1\); 0 findings in /);
    expect(status).toBe(0);
    return undefined;
  });
});

/** Makes a folder in a folder in a folder, deeper than any path can say. */
const GO_DEEP = `
const { mkdirSync, writeFileSync } = require("node:fs");
const step = "d".repeat(250);
for (let i = 0; i < 20; i++) {
  mkdirSync(step);
  process.chdir(step);
  writeFileSync("f", "");
}`;

/** A library that makes every entry's type unknown, as some file systems do. */
const UNKNOWN_TYPES = `
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
struct dirent64 *readdir64(DIR *d) {
  struct dirent64 *(*next)(DIR *) = dlsym(RTLD_NEXT, "readdir64");
  struct dirent64 *entry = next(d);
  if (entry) entry->d_type = DT_UNKNOWN;
  return entry;
}
struct dirent *readdir(DIR *d) { return (struct dirent *)readdir64(d); }
`;

describe("git's own stores", () => {
  const EXCLUDED = /: excluded$/;

  test("of a repository, a linked work tree and a submodule are left out, everything else of git is read", () => {
    const folder = tempRepository({ "a.txt": "a" });
    commitAll(folder);
    const other = tempRepository({ "b.txt": "b" });
    commitAll(other);
    git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other, "sub");
    git(folder, "worktree", "add", "-q", "tree");
    mkdirSync(join(folder, ".git/lfs"));
    const { files, skips } = walk(folder);
    expect(skips).toEqual(
      [
        ".git/index",
        ".git/lfs",
        ".git/modules/sub/index",
        ".git/modules/sub/objects",
        ".git/objects",
        ".git/worktrees/tree/index",
      ].map((path) => `${path}: excluded`),
    );
    expect(files).toEqual(
      expect.arrayContaining([".git/config", ".git/HEAD", ".git/logs/HEAD", ".git/COMMIT_EDITMSG"]),
    );
    expect(files.filter((path) => path.includes("/objects/"))).toEqual([]);
  });

  test.each([["sha1"], ["sha256"]])("of a bare repository in %s are left out", (format) => {
    const folder = tempFolder();
    git(folder, "init", "-q", "--bare", `--object-format=${format}`, "some-name");
    expect(walk(folder).skips).toEqual(["some-name/objects: excluded"]);
  });

  test("are left out whether HEAD names a branch, a commit, or is a link as in old repositories", () => {
    const folder = tempRepository({ a: "a" });
    commitAll(folder);
    const head = git(folder, "rev-parse", "HEAD");
    git(folder, "checkout", "-q", "--detach");
    expect(walk(folder).skips.filter((skip) => EXCLUDED.test(skip))).toHaveLength(2);
    unlinkSync(join(folder, ".git/HEAD"));
    symlinkSync("refs/heads/main", join(folder, ".git/HEAD"));
    expect(git(folder, "rev-parse", "HEAD")).toBe(head);
    expect(walk(folder).skips.filter((skip) => EXCLUDED.test(skip))).toHaveLength(2);
  });

  test("are read where they are named themselves", () => {
    const folder = tempRepository({ a: "a" });
    commitAll(folder);
    const { files, skips } = walk(join(folder, ".git/objects"));
    expect(files).toHaveLength(3);
    expect(skips).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    ["no HEAD", { "objects/x": "", "refs/x": "", index: "", "lfs/x": "" }],
    ["a HEAD that names nothing", { "objects/x": "", "refs/x": "", index: "", HEAD: "hello" }],
    ["a HEAD and no refs", { "objects/x": "", index: "", HEAD: "ref: refs/heads/main" }],
    ["a folder for HEAD", { "objects/x": "", "refs/x": "", index: "", "HEAD/x": "ref: refs/heads/main" }],
    ["files for folders", { objects: "", refs: "", index: "", HEAD: "ref: refs/heads/main" }],
  ])("are not what a folder holds that has %s", (_what, files) => {
    expect(walk(tempFolder(files))).toEqual({ files: Object.keys(files).sort(), skips: [] });
  });

  test("are known where HEAD cannot be read for what it is, without losing the folder", () => {
    const folder = tempFolder({ "objects/x": "", "refs/x": "", index: "", other: "" });
    symlinkSync("HEAD", join(folder, "HEAD"));
    expect(walk(folder)).toEqual({ files: ["index", "objects/x", "other", "refs/x"], skips: ["HEAD: symlink"] });
  });
});

test("a folder that may not be listed, and files that may not be opened, are unreadable (not as root)", (context) => {
  const folder = tempFolder({ "locked/x": "", "no-entry/y": "", open: "" });
  const chmod = (mode: string, path: string): void => void execFileSync("chmod", [mode, join(folder, path)]);
  chmod("000", "locked");
  onTestFinished(() => chmod("755", "locked"));
  if (isListable(join(folder, "locked")))
    return context.skip("permissions do not hold root back; see test/cli/skips.test.ts");
  expect(walk(folder)).toEqual({ files: ["no-entry/y", "open"], skips: ["locked: unreadable"] });
  return undefined;
});

function isListable(folder: string): boolean {
  try {
    return existsSync(folder) && readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
