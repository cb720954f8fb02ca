/** How many characters a secret has. */
export const SECRET_CHARACTERS = 64;

/** Whether characters have an upper, a lower and a digit among them, as all but 2 in 100,000 secrets do. */
export function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
}
