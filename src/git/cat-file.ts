import { startGit, wordsOf, type GitEnd, type GitProcess } from "./spawn.ts";

/** Takes the objects that `readObjects` reads, one after another. */
export interface ObjectVisitor {
  /** An object begins. */
  begin(oid: string, sizeBytes: number): void;
  /** Its next bytes, good until the call returns. */
  take(chunk: Uint8Array): void;
  /** It is complete. */
  end(oid: string): void;
  /** It is not in the repository, or is broken: nothing more comes of it. */
  fail(oid: string, reason: "missing-object" | "corrupt-object", detail: string): void;
}

const LINE_FEED = 0x0a;

/**
 * Starts `git cat-file --batch` before it is known what will be read: git's own start then costs
 * nothing that is waited for.
 */
export function startCatFile(environment: NodeJS.ProcessEnv): GitProcess {
  return startGit(["cat-file", "--batch", "--buffer"], environment);
}

/**
 * Reads objects by id through one git, as bytes, in the order of `oids`, which must be distinct.
 *
 * No path, attribute or filter has a say in it. A git that dies on a broken object is started again
 * behind it. `first` is a git from `startCatFile` that has not been asked anything.
 */
export async function readObjects(
  oids: readonly string[],
  first: GitProcess,
  visitor: ObjectVisitor,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  let git = first;
  for (let rest = oids; ; git = startCatFile(environment)) {
    const reader = new BatchReader(visitor);
    git.stdin.end(rest.map((oid) => `${oid}\n`).join(""));
    for await (const chunk of git.stdout) {
      reader.take(chunk as Buffer);
      // It has nothing more to say, and its end need not be waited for.
      if (reader.finished === rest.length) return;
    }
    const end = await git.end;
    rest = rest.slice(reader.finished);
    const [broken, ...others] = rest;
    if (broken === undefined) return;
    visitor.fail(broken, isMissing(end) ? "missing-object" : "corrupt-object", wordsOf(end));
    rest = others;
    if (rest.length === 0) return;
  }
}

/** In a partial clone git ends, in place of saying `missing`, when it may not fetch. */
function isMissing({ stderr }: GitEnd): boolean {
  return stderr.includes("promisor remote");
}

/** Takes `<oid> <type> <size>\n<bytes>\n` and `<oid> missing\n` apart, however it is cut. */
class BatchReader {
  /** Objects that came to their end, missing ones too. */
  finished = 0;
  readonly #visitor: ObjectVisitor;
  #oid = "";
  #header = "";
  /** Bytes of the object still to come; -1 while a header is being read. */
  #remaining = -1;

  constructor(visitor: ObjectVisitor) {
    this.#visitor = visitor;
  }

  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      if (this.#remaining < 0) at = this.#takeHeader(chunk, at);
      else if (this.#remaining > 0) at = this.#takeBytes(chunk, at);
      else at = this.#takeEnd(at);
    }
  }

  #takeHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(LINE_FEED, at);
    this.#header += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [oid = "", type, size] = this.#header.split(" ");
    this.#header = "";
    this.#oid = oid;
    if (type === "missing" || size === undefined) {
      this.finished++;
      this.#visitor.fail(oid, "missing-object", "git does not have it");
    } else {
      this.#remaining = Number(size);
      this.#visitor.begin(oid, this.#remaining);
    }
    return end + 1;
  }

  #takeBytes(chunk: Buffer, at: number): number {
    const bytes = chunk.subarray(at, at + this.#remaining);
    this.#visitor.take(bytes);
    this.#remaining -= bytes.length;
    return at + bytes.length;
  }

  /** Steps over the line feed behind the bytes. */
  #takeEnd(at: number): number {
    this.#remaining = -1;
    this.finished++;
    this.#visitor.end(this.#oid);
    return at + 1;
  }
}
