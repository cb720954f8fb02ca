/** The user asked for something that cannot be done: one line, no stack, exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a `ScanError` can be about. */
export type ScanErrorCode = "git-missing" | "git-failed" | "output-failed" | "input-failed";

/** The scan could not be done at all, for a reason outside this program: one line, no stack, exit 2. */
export class ScanError extends Error {
  override readonly name = "ScanError";
  readonly code: ScanErrorCode;

  constructor(code: ScanErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Whether an error is one of these two, whose message is all that the user needs. By name: a class
 * is another one in every bundle that holds it.
 */
export function isToldPlainly(error: unknown): error is UsageError | ScanError {
  return error instanceof Error && (error.name === "UsageError" || error.name === "ScanError");
}

/** The system's short word for what went wrong (`EACCES`), or the message where there is none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error as NodeJS.ErrnoException).code ?? error.message;
}

/** Whether the operating system said this, and not a defect of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
