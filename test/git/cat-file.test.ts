import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readObjects, startCatFile, type ObjectVisitor } from "../../src/git/cat-file.ts";
import { commitAll, git, gitEnvironment, tempRepository } from "../support/git.ts";
import { tempFolder } from "../support/temp.ts";

test("objects come in the order they were asked for, byte for byte, in any size", async () => {
  const folder = tempRepository();
  const contents = [
    Buffer.alloc(0),
    Buffer.from("\n"),
    Buffer.from("no line feed at the end"),
    Buffer.from(`${"1".repeat(40)} missing\n${"2".repeat(40)} blob 5\nabcde\n`),
    Buffer.from([0, 255, 10, 13, 0]),
    Buffer.alloc(65_536, "x"),
    Buffer.alloc(3_000_000, "line\n"),
  ];
  const oids = contents.map((content) => store(folder, content));
  const { log, bytes } = await readAll(folder, oids);
  expect(log).toEqual(oids.map((oid, i) => `${oid} ${contents[i]?.length}`));
  expect(bytes.map((one, i) => one.equals(contents[i] ?? Buffer.of(1)))).toEqual(contents.map(() => true));
});

test("an object that is not there is told, and those behind it are read", async () => {
  const folder = tempRepository();
  const oids = [store(folder, "a"), "1".repeat(40), store(folder, "b")];
  const { log } = await readAll(folder, oids);
  expect(log).toEqual([`${oids[0]} 1`, `${oids[1]} missing-object: git does not have it`, `${oids[2]} 1`]);
});

test("a broken object is told, and those behind it are read, also when it is the last and when two follow each other", async () => {
  const folder = tempRepository();
  const oids = ["a", "b", "c", "d", "e"].map((text) => store(folder, text.repeat(500)));
  for (const i of [1, 2, 4]) breakLoose(folder, oids[i] ?? "");
  const { log } = await readAll(folder, oids);
  expect(log.map((line) => line.split(":")[0])).toEqual([
    `${oids[0]} 500`,
    `${oids[1]} corrupt-object`,
    `${oids[2]} corrupt-object`,
    `${oids[3]} 500`,
    `${oids[4]} corrupt-object`,
  ]);
  expect(log[1]).toContain("corrupt");
});

test("a replacement of an object is not taken for it", async () => {
  const folder = tempRepository();
  const [leak, clean] = [store(folder, "leak"), store(folder, "clean")];
  git(folder, "replace", leak, clean);
  expect(git(folder, "cat-file", "blob", leak)).toBe("clean");
  expect((await readAll(folder, [leak])).bytes).toEqual([Buffer.from("leak")]);
});

test("attributes and filters of the repository do not touch the bytes, nor run", async () => {
  const folder = tempRepository({ ".gitattributes": "* text eol=crlf filter=f diff=f\n", f: "a\nb\n" });
  git(folder, "add", "f");
  const mark = join(folder, "MARK");
  for (const name of ["filter.f.smudge", "diff.f.textconv"]) git(folder, "config", name, `touch '${mark}'; cat`);
  expect((await readAll(folder, [git(folder, "rev-parse", ":f")])).bytes).toEqual([Buffer.from("a\nb\n")]);
  expect(existsSync(mark)).toBe(false);
  rmSync(join(folder, "f"));
  git(folder, "checkout", "f");
  expect(existsSync(mark)).toBe(true);
});

test("what a partial clone does not have is missing; nothing is fetched and nothing runs", async () => {
  const { clone, mark, absent } = partialClone();
  const present = store(clone, "present");
  const { log } = await readAll(clone, [absent, present]);
  expect(log.map((line) => line.split(":")[0])).toEqual([`${absent} missing-object`, `${present} 7`]);
  expect(existsSync(mark)).toBe(false);
  expect(git(clone, "cat-file", "blob", absent)).toBe("content");
  expect(readFileSync(mark, "utf8")).toBe("ran\n");
});

/** A clone without blobs whose remote leaves a mark when it is asked. */
function partialClone(): { clone: string; mark: string; absent: string } {
  const origin = tempRepository({ f: "content" });
  commitAll(origin);
  git(origin, "config", "uploadpack.allowFilter", "true");
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  const folder = tempFolder();
  const [clone, mark, program] = [join(folder, "clone"), join(folder, "MARK"), join(folder, "upload-pack")];
  git(folder, "clone", "-q", "--no-checkout", "--filter=blob:none", `file://${origin}`, clone);
  writeFileSync(program, `#!/bin/sh\necho ran >> '${mark}'\nexec git-upload-pack "$@"\n`);
  chmodSync(program, 0o755);
  git(clone, "config", "remote.origin.uploadpack", program);
  return { clone, mark, absent: git(origin, "rev-parse", "HEAD:f") };
}

/** What a visitor is told of objects, and their bytes. */
async function readAll(folder: string, oids: readonly string[]): Promise<{ log: string[]; bytes: Buffer[] }> {
  const environment = gitEnvironment({ GIT_DIR: join(folder, ".git") });
  const log: string[] = [];
  const bytes: Buffer[] = [];
  let chunks: Buffer[] = [];
  const first = startCatFile(environment);
  onTestFinished(() => first.kill());
  const visitor: ObjectVisitor = {
    begin: () => {
      chunks = [];
    },
    take: (chunk) => void chunks.push(Buffer.from(chunk)),
    end: (oid) => {
      bytes.push(Buffer.concat(chunks));
      log.push(`${oid} ${bytes.at(-1)?.length}`);
    },
    fail: (oid, reason, detail) => void log.push(`${oid} ${reason}: ${detail}`),
  };
  await readObjects(oids, first, visitor, environment);
  return { log, bytes };
}

function store(folder: string, content: string | Buffer): string {
  const { stdout } = spawnSync("git", ["hash-object", "-w", "--stdin"], {
    cwd: folder,
    input: content,
    encoding: "utf8",
  });
  return stdout.trim();
}

/** Damages the compressed bytes of a loose object. */
function breakLoose(folder: string, oid: string): void {
  const file = join(folder, ".git/objects", oid.slice(0, 2), oid.slice(2));
  const bytes = readFileSync(file);
  chmodSync(file, 0o644);
  writeFileSync(file, bytes.fill(0xff, bytes.length - 8));
}
