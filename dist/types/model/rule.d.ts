import type { Confidence } from "./confidence.js";
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
/**
 * Checks a rule's data and returns it as a `Rule`.
 *
 * Throws an `Error` that names the field; a bad rule is a defect of the package, not of its user.
 */
export declare function requireRule(data: unknown): Rule;
