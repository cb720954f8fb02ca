import type { Confidence } from "./confidence.ts";

/** What is looked for: one data file in rules/, used by every report. */
export interface Rule {
  readonly id: string;
  /** The title, at most 80 characters. */
  readonly title: string;
  /** PascalCase name, as SARIF viewers want it. */
  readonly name: string;
  readonly confidence: Confidence;
  /** "0.1" to "10.0", as GitHub reads `security-severity`. */
  readonly severity: string;
  /** A JavaScript regular expression: with the checksum, the readable oracle of the hot path. */
  readonly pattern: string;
  readonly explanation: string;
  /** What to do, in order; `<KEY-ID>` stands for the key's ID. */
  readonly remediation: readonly string[];
  /** Where the key's ID is unknown: how to find it. */
  readonly unknownKey: string;
  /** Texts in which the rule must find, and must not find, something. */
  readonly examples: readonly string[];
  readonly non_examples: readonly string[];
  /** Primary sources. */
  readonly references: readonly string[];
  readonly tags: readonly string[];
}

const REQUIRED = {
  id: isText,
  title: isText,
  name: isText,
  confidence: (value: unknown) => value === "proven" || value === "likely" || value === "possible",
  severity: (value: unknown) => typeof value === "string" && Number(value) >= 0.1 && Number(value) <= 10,
  pattern: isText,
  explanation: isText,
  remediation: isTextList,
  unknownKey: isText,
  examples: isTextList,
  non_examples: isTextList,
  references: isTextList,
  tags: isTextList,
} as const satisfies Record<keyof Rule, (value: unknown) => boolean>;

/**
 * Checks a rule's data and returns it as a `Rule`.
 *
 * Throws an `Error` that names the field; a bad rule is a defect of the package, not of its user.
 */
export function requireRule(data: unknown): Rule {
  if (typeof data !== "object" || data === null) throw new Error("a rule must be an object");
  for (const [field, isValid] of Object.entries(REQUIRED)) {
    if (!isValid((data as Record<string, unknown>)[field])) throw new Error(`rule field ${field} is missing or wrong`);
  }
  for (const field of Object.keys(data)) {
    if (!(field in REQUIRED)) throw new Error(`rule field ${field} is not known`);
  }
  return data as Rule;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}
