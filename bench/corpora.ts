import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  appendFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { makeKeyId, makeSecret, seeded } from "../test/support/secrets.ts";
import { HOSTILE } from "../test/support/hostile.ts";
import { gitEnvironment } from "./measure.ts";

/** How large the corpora are. */
export interface Scale {
  readonly name: "full" | "quick";
  readonly fileBytes: number;
  readonly treeFiles: number;
  readonly repositoryFiles: number;
  readonly binaryBytes: number;
  /** Never-issued secrets in the file, in the tree and in the binaries, one a line. */
  readonly planted: number;
}

/** What the bars are about. */
export const FULL: Scale = {
  name: "full",
  fileBytes: 1_000_000_000,
  treeFiles: 100_000,
  repositoryFiles: 100_000,
  binaryBytes: 500_000_000,
  planted: 50,
};

/** A smoke test. */
export const QUICK: Scale = {
  name: "quick",
  fileBytes: 150_000_000,
  treeFiles: 5_000,
  repositoryFiles: 2_000,
  binaryBytes: 150_000_000,
  planted: 10,
};

/** Something to scan, and what it is known to hold. */
export interface Corpus {
  readonly name: string;
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  readonly planted: number;
  /** Over every file's path, length and bytes, in the order of the paths. */
  readonly sha256: string;
}

/** All of them. */
export interface Corpora {
  /** The folder that they stand in. */
  readonly folder: string;
  readonly file: Corpus;
  readonly tree: Corpus;
  readonly repository: Corpus;
  readonly empty: Corpus;
  readonly binaries: Corpus;
  /** Texts that were made to cost much, in two sizes. */
  readonly hostile: readonly HostileCorpus[];
}

/** The same text once and four times as long. */
export interface HostileCorpus {
  readonly name: string;
  readonly small: Corpus;
  readonly large: Corpus;
}

/** Those of test/support/hostile.ts that are timed: test/hostile.test.ts counts the work of all. */
const TIMED_HOSTILE = ["prefixes", "anchors of base64", "percent signs", "backslashes", "quotes", "all of them"];
const HOSTILE_BYTES = 256 * 1024;

const SEED = 20250730;
const TREE_FILE_MAX_BYTES = 21_000;
const REPOSITORY_FILE_MAX_BYTES = 2_000;
const FILES_A_FOLDER = 250;
const FOLDERS_A_FOLDER = 20;
const SOURCE_TEXT = /\.(?:[cm]?js|[cm]?ts|md|json)$/;
const STAGED_PATH = "config/client.properties";

/**
 * Makes what the rows scan, or finds it made: below `$CFLTGUARD_BENCH_DIR` or the system's temporary
 * folder, in a folder named for the lock file that the text comes from. Each corpus is read and
 * hashed at every start: it is then known to be whole, and warm.
 */
export function makeCorpora(scale: Scale, root: string, say: (line: string) => void): Corpora {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const base = process.env["CFLTGUARD_BENCH_DIR"] ?? join(realpathSync(tmpdir()), "cfltguard-bench");
  const folder = join(base, `${scale.name}-${lock.slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });

  let text: SourceText | undefined;
  const source = (): SourceText => (text ??= readSourceText(join(root, "node_modules")));
  const make = (name: string, planted: number, fill: (path: string) => void): Corpus =>
    makeCorpus(join(folder, name), planted, fill, say);
  return {
    folder,
    file: make("source.txt", scale.planted, (path) => writeBigFile(path, source(), scale)),
    tree: make("tree", scale.planted, (path) => writeTree(path, source(), scale)),
    repository: make("repository", 1, (path) => writeRepository(path, source(), scale)),
    empty: make("empty", 0, (path) => mkdirSync(path)),
    binaries: make("binaries", Math.min(10, scale.planted), (path) => copyBinaries(path, scale)),
    hostile: TIMED_HOSTILE.map((name) => {
      const file = `hostile-${name.replaceAll(" ", "-")}`;
      return {
        name,
        small: make(`${file}-1`, 0, (path) => writeHostile(path, name, HOSTILE_BYTES)),
        large: make(`${file}-4`, 0, (path) => writeHostile(path, name, 4 * HOSTILE_BYTES)),
      };
    }),
  };
}

function writeHostile(path: string, name: string, bytes: number): void {
  const unit = HOSTILE[name];
  if (unit === undefined) throw new Error(`there is no hostile text called ${name}`);
  writeFileSync(path, Buffer.from(unit.repeat(Math.ceil(bytes / unit.length)).slice(0, bytes), "latin1"));
}

function makeCorpus(path: string, planted: number, fill: (path: string) => void, say: (line: string) => void): Corpus {
  const record = `${path}.json`;
  if (existsSync(record)) {
    const known = JSON.parse(readFileSync(record, "utf8")) as Corpus;
    const found = { ...known, ...measureCorpus(path) };
    if (found.sha256 === known.sha256) return found;
    say(`${path} is not what it was when it was made: making it again`);
  }
  say(`making ${path}`);
  const unfinished = `${path}.unfinished`;
  for (const old of [record, path, unfinished]) rmSync(old, { recursive: true, force: true });
  fill(unfinished);
  renameSync(unfinished, path);
  const corpus: Corpus = { name: basename(path), path, planted, ...measureCorpus(path) };
  writeFileSync(record, `${JSON.stringify(corpus, null, 2)}\n`);
  return corpus;
}

/** Hashes a file or a folder; of a repository, what it has committed and what is staged. */
function measureCorpus(path: string): Pick<Corpus, "files" | "bytes" | "sha256"> {
  const hash = createHash("sha256");
  if (existsSync(join(path, ".git"))) return measureRepository(path);
  const files = statSync(path).isDirectory() ? listFiles(path) : [path];
  const buffer = Buffer.alloc(1024 * 1024);
  let bytes = 0;
  for (const file of files) {
    const fd = openSync(file, "r");
    hash.update(`${relative(path, file)}\0`);
    for (let count = readSync(fd, buffer); count > 0; count = readSync(fd, buffer)) {
      hash.update(buffer.subarray(0, count));
      bytes += count;
    }
    closeSync(fd);
    hash.update("\0");
  }
  return { files: files.length, bytes, sha256: hash.digest("hex") };
}

function measureRepository(path: string): Pick<Corpus, "files" | "bytes" | "sha256"> {
  const entries = runGit(path, "ls-tree", "-r", "-l", "-z", "HEAD").split("\0").filter(Boolean);
  const bytes = entries.reduce((sum, entry) => sum + Number(/ +(\d+)\t/.exec(entry)?.[1]), 0);
  const state = runGit(path, "rev-parse", "HEAD") + runGit(path, "diff-index", "--cached", "HEAD");
  return { files: entries.length, bytes, sha256: createHash("sha256").update(state).digest("hex") };
}

/** Files below a folder in the order of their paths. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : entry.isFile() ? [path] : [];
    });
}

/** Text that everybody who runs this has: what the project's packages are made of. */
interface SourceText {
  readonly pieces: readonly { readonly path: string; readonly bytes: Buffer }[];
  /** All pieces, one behind the other. */
  readonly all: Buffer;
}

function readSourceText(modules: string): SourceText {
  // Names with a dot hold npm's and vite's own notes, which differ from one installation to the next.
  const pieces = listFiles(modules)
    .filter((path) => SOURCE_TEXT.test(path) && !relative(modules, path).startsWith("."))
    .map((path) => ({ path: relative(modules, path), bytes: readFileSync(path) }));
  if (pieces.length === 0) throw new Error("no source text below node_modules: run npm ci");
  return { pieces, all: Buffer.concat(pieces.map((piece) => piece.bytes)) };
}

/** Lines that each hold one secret, in some of the ways in which people write them. */
function makeLines(count: number): string[] {
  const random = seeded(SEED);
  return Array.from({ length: count }, (_, i) => {
    const [id, secret] = [makeKeyId(random), makeSecret(random)];
    const forms = [
      `sasl.username=${id}\nsasl.password=${secret}\n`,
      `  export CONFLUENT_CLOUD_API_SECRET="${secret}" # ${id}\n`,
      `{"api_key":"${id}","api_secret":"${secret}"},\n`,
      `${secret}\n`,
    ];
    return forms[i % forms.length] ?? "";
  });
}

function writeBigFile(path: string, { pieces }: SourceText, { fileBytes, planted }: Scale): void {
  const lines = makeLines(planted);
  const fd = openSync(path, "w");
  let written = 0;
  let used = 0;
  for (let copy = 1; written < fileBytes; copy++) {
    for (const piece of pieces) {
      if (written >= fileBytes) break;
      const isDue = used < planted && written >= ((used + 0.5) * fileBytes) / planted;
      const line = isDue ? (lines[used++] ?? "") : "";
      const head = Buffer.from(`// copy ${copy} of ${piece.path}\n${line}`);
      written += writeSync(fd, Buffer.concat([head, piece.bytes, Buffer.from("\n")]));
    }
  }
  closeSync(fd);
}

function writeTree(folder: string, text: SourceText, { treeFiles, planted }: Scale): void {
  const lines = makeLines(planted);
  const every = treeFiles / planted;
  const isDue = (i: number): boolean => Math.floor(i % every) === Math.floor(every / 2);
  for (const { path, bytes, index } of smallFiles(text, treeFiles, TREE_FILE_MAX_BYTES)) {
    const file = join(folder, path);
    if (index % FILES_A_FOLDER === 0) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, isDue(index) ? withLine(bytes, lines.shift() ?? "") : bytes);
  }
}

/** Bytes with a line put behind the first line feed of their second half. */
function withLine(bytes: Buffer, line: string): Buffer {
  const at = bytes.indexOf("\n", bytes.length >> 1) + 1 || bytes.length;
  const separator = at > 0 && bytes[at - 1] !== 0x0a ? "\n" : "";
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(separator + line), bytes.subarray(at)]);
}

interface SmallFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly index: number;
}

/** `count` stretches of the text, their lengths spread evenly from 0 to `maxBytes`, 250 a folder. */
function* smallFiles({ all }: SourceText, count: number, maxBytes: number): Generator<SmallFile> {
  const random = seeded(SEED);
  let offset = 0;
  for (let index = 0; index < count; index++) {
    const length = Math.floor(random() * (maxBytes + 1));
    if (offset + length > all.length) offset = Math.floor(random() * 1000);
    const folder = Math.floor(index / FILES_A_FOLDER);
    const path = `d${Math.floor(folder / FOLDERS_A_FOLDER)}/e${folder % FOLDERS_A_FOLDER}/f${index}.js`;
    yield { path, bytes: all.subarray(offset, offset + length), index };
    offset += length;
  }
}

/** A repository with all its files in one commit, checked out, and one more small file staged. */
function writeRepository(folder: string, text: SourceText, { repositoryFiles }: Scale): void {
  mkdirSync(folder);
  runGit(folder, "init", "-q", "-b", "main");
  const stream = join(folder, ".git", "stream");
  const fd = openSync(stream, "w");
  writeSync(fd, "commit refs/heads/main\ncommitter Bench <bench@example.test> 1753833600 +0000\ndata 4\nall\n\n");
  for (const { path, bytes } of smallFiles(text, repositoryFiles, REPOSITORY_FILE_MAX_BYTES)) {
    writeSync(
      fd,
      Buffer.concat([Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from("\n")]),
    );
  }
  closeSync(fd);
  const input = openSync(stream, "r");
  const { status } = spawnSync("git", ["fast-import", "--quiet"], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: [input, "inherit", "inherit"],
  });
  closeSync(input);
  rmSync(stream);
  if (status !== 0) throw new Error(`git fast-import ended with ${status}`);
  runGit(folder, "reset", "-q", "--hard", "main");
  mkdirSync(join(folder, dirname(STAGED_PATH)));
  writeFileSync(join(folder, STAGED_PATH), `bootstrap.servers=broker.example.test:9092\n${makeLines(1).join("")}`);
  runGit(folder, "add", STAGED_PATH);
}

/** Node's own binary and the system's shared libraries; some get a line with a secret at their end. */
function copyBinaries(folder: string, { binaryBytes, planted }: Scale): void {
  mkdirSync(folder);
  const lines = makeLines(Math.min(10, planted));
  let bytes = 0;
  let index = 0;
  for (const path of [realpathSync(process.execPath), ...sharedLibraries("/usr/lib")]) {
    if (bytes >= binaryBytes) break;
    const target = join(folder, `${String(index++).padStart(5, "0")}-${basename(path)}`);
    copyFileSync(path, target);
    const line = lines.shift();
    if (line !== undefined) appendFileSync(target, `\n${line}`);
    bytes += statSync(target).size;
  }
  // Too few files on this system: what is left goes into the last one, so that the number is right.
  if (lines.length > 0) appendFileSync(join(folder, readdirSync(folder).at(-1) ?? ""), `\n${lines.join("")}`);
}

function sharedLibraries(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return listFiles(folder).filter((path) => /\.(?:so|dylib)\b/.test(basename(path)) && lstatSync(path).size > 65_536);
}

function runGit(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    env: gitEnvironment(),
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}
