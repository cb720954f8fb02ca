import { Budget } from "../../src/containers/bounds.ts";
import type { MemberSink, MemberWriter, Problem } from "../../src/containers/container.ts";
import { openContainer } from "../../src/containers/open.ts";
import type { ContainerKind } from "../../src/containers/sniff.ts";
import { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from "../../src/model/archive-limits.ts";
import { asBytePath, type BytePath } from "../../src/model/byte-path.ts";

/** Limits that nothing in a test meets by chance. */
export const WIDE: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS;

/** What a reader told of one member. */
export interface Collected {
  readonly name: string;
  /** One byte a character. */
  readonly content: string;
  readonly isWhole: boolean;
}

/** All that a reader told. */
export interface Collection {
  readonly members: readonly Collected[];
  readonly problems: readonly Problem[];
}

/** A sink that keeps all it is told, and fails where members are not told one after another. */
export class Collector implements MemberSink, Collection {
  readonly members: Collected[] = [];
  readonly problems: Problem[] = [];
  #isOpen = false;

  begin(name: BytePath): MemberWriter {
    if (this.#isOpen) throw new Error("a member began inside another");
    this.#isOpen = true;
    const parts: Buffer[] = [];
    return {
      write: (bytes) => {
        parts.push(Buffer.from(bytes));
        return true;
      },
      end: (isWhole) => {
        if (!this.#isOpen) throw new Error("a member ended twice");
        this.#isOpen = false;
        this.members.push({ name, content: Buffer.concat(parts).toString("latin1"), isWhole });
      },
    };
  }

  fail(problem: Problem): void {
    this.problems.push(problem);
  }
}

/** Reads a container, pushed in pieces of these sizes over and over. */
export function collect(
  kind: ContainerKind,
  bytes: Uint8Array,
  cuts: readonly number[] = [bytes.length],
  limits: ArchiveLimits = WIDE,
): Collection {
  const collector = new Collector();
  const budget = new Budget(limits);
  const reader = openContainer(kind, asBytePath("folder/sample.bin"), collector, budget);
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const piece = bytes.subarray(at, at + Math.max(1, cuts[i % cuts.length] ?? 1));
    budget.inputBytes += piece.length;
    reader.push(piece);
    at += piece.length;
  }
  reader.end();
  return collector;
}

/** What came of a member by name, as text; several of one name are joined. */
export function textOf(collection: Collection, name: string): string {
  const own = collection.members.filter((member) => member.name === name);
  return own.map(({ content }) => content).join("");
}
