import type { BytePath } from "../model/byte-path.ts";
import { Expansion, type Budget } from "./bounds.ts";
import { attempt, type ContainerReader, type Decoder, type MemberSink, type MemberWriter } from "./container.ts";

/** Input is counted, and its ratio looked at, in pieces of this size. */
const PIECE_BYTES = 64 * 1024;

/** A file that is one compressed stream, read as a container of one member. */
export class CompressedReader implements ContainerReader {
  readonly #decoder: Decoder;
  readonly #name: BytePath;
  readonly #sink: MemberSink;
  readonly #budget: Budget;
  #writer: MemberWriter | null = null;
  #expansion: Expansion | null = null;
  #inputBytes = 0;
  #isOver = false;

  /** `name` is the member's, where the stream itself has none. */
  constructor(decoder: Decoder, name: BytePath, sink: MemberSink, budget: Budget) {
    this.#decoder = decoder;
    this.#name = name;
    this.#sink = sink;
    this.#budget = budget;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.#isOver; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      this.#inputBytes += piece.length;
      this.#expansion?.read(piece.length);
      this.#step(() => this.#decoder.push(piece, this.#take));
    }
  }

  end(): void {
    if (!this.#isOver) this.#step(() => this.#decoder.end(this.#take));
    if (!this.#isOver) this.#writer?.end(true);
    this.#isOver = true;
  }

  /** The name may stand in the stream, so the member begins with its first byte. */
  readonly #take = (bytes: Uint8Array): boolean => {
    if (this.#expansion === null) {
      this.#writer = this.#sink.begin(this.#decoder.storedName ?? this.#name);
      if (this.#writer === null) {
        this.#isOver = true;
        return false;
      }
      this.#expansion = new Expansion(this.#writer, this.#budget);
      this.#expansion.read(this.#inputBytes);
    }
    return this.#expansion.take(bytes);
  };

  #step(step: () => void): void {
    const damage = attempt(step);
    const bomb = this.#expansion?.problem ?? null;
    if (damage === null && this.#expansion?.isStopped !== true) return;
    this.#isOver = true;
    if (bomb !== null) this.#sink.fail({ ...bomb, member: this.#decoder.storedName ?? this.#name });
    else if (damage !== null) this.#sink.fail({ reason: damage.reason, detail: damage.message, member: null });
    this.#writer?.end(false);
  }
}
