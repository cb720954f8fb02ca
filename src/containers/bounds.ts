import type { ArchiveLimits } from "../model/archive-limits.ts";
import { MAX_WINDOW_BYTES, type MemberWriter, type Problem } from "./container.ts";

/** So many bytes may come of anything: they harm nobody. Source: notes/containers.md#bounds */
export const RATIO_FREE_BYTES = 10 * 1024 * 1024;

/** What all readers of one file may use together. */
export class Budget {
  readonly limits: ArchiveLimits;
  /** Bytes of the file: all of them, or those that came so far. */
  inputBytes = 0;
  #expandedBytes = 0;
  #members = 0;
  #freeBufferBytes = MAX_WINDOW_BYTES;
  #exceeded: string | null = null;

  constructor(limits: ArchiveLimits) {
    this.limits = limits;
  }

  /** Whether a bound was met: nothing more is read of this file. */
  get isSpent(): boolean {
    return this.#exceeded !== null;
  }

  /** Counts bytes that were expanded; the bound that they are over, or `null`. */
  expand(bytes: number): string | null {
    const { limits } = this;
    this.#expandedBytes += bytes;
    if (this.#expandedBytes > limits.bytes)
      this.#exceeded ??= `its file expands beyond --max-archive-bytes ${limits.bytes}`;
    if (isRatioExceeded(this.inputBytes, this.#expandedBytes, limits)) {
      this.#exceeded ??= `its file expands beyond --max-archive-ratio ${limits.ratio}`;
    }
    return this.#exceeded;
  }

  /** Counts one more member; the bound that it is over, or `null`. */
  addMember(): string | null {
    this.#members++;
    if (this.#members > this.limits.members)
      this.#exceeded ??= `members beyond --max-archive-members ${this.limits.members}`;
    return this.#exceeded;
  }

  /** Takes memory for what must be held whole, or none and says `false`. All that is open at a time shares 64 MiB. */
  takeBuffer(bytes: number): boolean {
    if (bytes > this.#freeBufferBytes) return false;
    this.#freeBufferBytes -= bytes;
    return true;
  }

  giveBackBuffer(bytes: number): void {
    this.#freeBufferBytes += bytes;
  }
}

function isRatioExceeded(inputBytes: number, outputBytes: number, limits: ArchiveLimits): boolean {
  return outputBytes > RATIO_FREE_BYTES && outputBytes > limits.ratio * inputBytes;
}

/** One compressed stream on its way to a writer, under the bounds. */
export class Expansion {
  readonly #writer: MemberWriter;
  readonly #budget: Budget;
  #inputBytes = 0;
  #outputBytes = 0;
  #isStopped = false;
  #exceeded: string | null = null;

  constructor(writer: MemberWriter, budget: Budget) {
    this.#writer = writer;
    this.#budget = budget;
  }

  get outputBytes(): number {
    return this.#outputBytes;
  }

  /** Whether nobody wants more of this stream. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** What stopped it, if that is a bound. */
  get problem(): Pick<Problem, "reason" | "detail"> | null {
    return this.#exceeded === null ? null : { reason: "bound-exceeded", detail: this.#exceeded };
  }

  /** Says that so many more bytes of input are about to be decoded. */
  read(bytes: number): void {
    this.#inputBytes += bytes;
  }

  /** Hands decoded bytes on, unless there are too many. */
  readonly take = (bytes: Uint8Array): boolean => {
    const { limits } = this.#budget;
    this.#outputBytes += bytes.length;
    this.#exceeded = this.#budget.expand(bytes.length);
    if (this.#exceeded === null && isRatioExceeded(this.#inputBytes, this.#outputBytes, limits)) {
      this.#exceeded = `it expands beyond --max-archive-ratio ${limits.ratio}`;
    }
    this.#isStopped = this.#exceeded !== null || !this.#writer.write(bytes);
    return !this.#isStopped;
  };
}
