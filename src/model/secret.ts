/**
 * Tells a `Secret` of any copy of this class: the library's and the command's bundles each hold one.
 */
const BRAND = Symbol.for("cfltguard.Secret");

/**
 * A secret's 64 characters, which cannot be printed by accident.
 *
 * Text, JSON and inspect forms show the preview alone. `reveal` is the one way to the value;
 * test/architecture.test.ts lists the files that may call it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** Marks every instance; see `isSecretObject`. */
  get [BRAND](): true {
    return true;
  }

  /** The value itself. The caller answers for where it goes. */
  reveal(): string {
    return this.#value;
  }

  /** The first 8 and the last 4 characters: enough to find it by eye, useless to authenticate. */
  get preview(): string {
    return previewOf(this.#value);
  }

  /** Lower-case hex SHA-256 of the characters, made by the caller's hash function. */
  hashWith(sha256Hex: (text: string) => string): string {
    return sha256Hex(this.#value);
  }

  /** Whether both hold the same characters. */
  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  /** The characters for the channel between this process's own threads, where classes do not survive. */
  toThread(): string {
    return this.#value;
  }

  toString(): string {
    return `[Secret ${this.preview}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** Whether `value` is a `Secret`, of this copy of the class or of another. */
export function isSecretObject(value: unknown): value is Secret {
  return typeof value === "object" && value !== null && BRAND in value;
}

/**
 * A candidate cut down to what may be shown: never more than the first 8 and the last 4 of 64
 * characters, and nothing of the end where it is not whole.
 */
export function previewOf(candidate: string): string {
  if (candidate.length !== 64) return `${candidate.slice(0, Math.min(8, candidate.length >> 3))}…`;
  return `${candidate.slice(0, 8)}…${candidate.slice(-4)}`;
}
