import type { BytePath } from "../model/byte-path.ts";

/** Something in a container that was not read, as `Skip` has it. */
export interface Problem {
  readonly reason: "opaque" | "bound-exceeded";
  readonly detail: string;
  /** The member that it is about; `null` for the container itself. */
  readonly member: BytePath | null;
}

/** Takes the bytes of one member, in order. */
export interface MemberWriter {
  /** Takes bytes and keeps none of them; `false` says that no more are wanted. */
  write(bytes: Uint8Array): boolean;
  /** Called once. `isWhole` is `false` where bytes are missing: what was written stands. */
  end(isWhole: boolean): void;
}

/** Who a reader tells what it finds. Members come one after another: each ends before the next begins. */
export interface MemberSink {
  /** `null`: this member is not wanted. `name` is the archive's own, and never used as a path on disk. */
  begin(name: BytePath): MemberWriter | null;
  fail(problem: Problem): void;
}

/**
 * Takes a container's bytes in order, cut anywhere, and hands on its members.
 *
 * Never throws for any bytes; how they are cut changes no result.
 */
export interface ContainerReader {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** Hands on decoded bytes, which are good until it returns; `false` says that no more are wanted. */
export type Take = (bytes: Uint8Array) => boolean;

/**
 * A decompressor. Throws a `DamagedStream` for bytes that are none of its format's, and hands on
 * everything before them.
 */
export interface Decoder {
  push(bytes: Uint8Array, take: Take): void;
  /** Hands on what is left; throws a `DamagedStream` if the stream is not at its end. */
  end(take: Take): void;
  /** The name that the stream itself gives its content; known before the first byte of it. */
  readonly storedName?: BytePath | null;
}

/** Compressed bytes, or a container, that cannot be read on. The message is the detail of a `Problem`. */
export class DamagedStream extends Error {
  override readonly name = "DamagedStream";
  readonly reason: Problem["reason"];

  constructor(detail: string, reason: Problem["reason"] = "opaque") {
    super(detail);
    this.reason = reason;
  }
}

/** The detail of every stream that stops before its end. */
export const ENDS_EARLY = "it ends early";

/** What may be kept in memory to go back in a stream: a window, or a zip that came through a pipe. */
export const MAX_WINDOW_BYTES = 64 * 1024 * 1024;

/** Runs a step of a reader; returns what is wrong with the bytes, or `null`. Defects of ours are thrown on. */
export function attempt(step: () => void): DamagedStream | null {
  try {
    step();
    return null;
  } catch (error) {
    if (error instanceof DamagedStream) return error;
    throw error;
  }
}
