import type { Rule } from "../model/rule.ts";
import { previewOf } from "../model/secret.ts";

/** One line a rule: id, confidence and title, in columns. */
export function formatRuleList(rules: readonly Rule[]): string {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));
  const idWidth = widest(rules.map(({ id }) => id));
  const confidenceWidth = widest(rules.map(({ confidence }) => confidence));
  return rules
    .map(({ id, confidence, title }) => `${id.padEnd(idWidth)}  ${confidence.padEnd(confidenceWidth)}  ${title}\n`)
    .join("");
}

/** The rules' data as JSON. Examples are masked: what this prints holds no secret. */
export function formatRulesJson(rules: readonly Rule[]): string {
  const masked = rules.map((rule) => ({
    ...rule,
    examples: rule.examples.map(maskExample),
    non_examples: rule.non_examples.map(maskRuns),
  }));
  return `${JSON.stringify(masked, null, 2)}\n`;
}

/** Everything that is known of a rule, for people. */
export function formatRule(rule: Rule): string {
  return [
    `${rule.title}\n`,
    `${rule.id}, ${rule.confidence}, severity ${rule.severity}\n`,
    `\n${rule.explanation}\n`,
    section("Pattern", [rule.pattern]),
    section(
      "What to do",
      rule.remediation.map((step, i) => `${i + 1}. ${step}`),
    ),
    section("The key ID", [rule.unknownKey]),
    section("It finds something in", rule.examples.map(maskExample)),
    section("It finds nothing in", rule.non_examples.map(maskRuns)),
    section("References", rule.references),
  ].join("");
}

/** A text in which nothing is left of each run about as long as a secret but a preview. */
export function maskRuns(text: string): string {
  return text.replaceAll(/[A-Za-z0-9+/_-]{48,}={0,2}/g, previewOf);
}

/**
 * An example of what is found, masked: long runs, and the values of fields that hold a credential of any shape. A key
 * ID is not confidential, and stays.
 */
export function maskExample(example: string): string {
  return maskRuns(example).replaceAll(CREDENTIAL_VALUE, "$1…");
}

const CREDENTIAL_VALUE =
  /((?:data|key|key-id|key_id|password|secret|token)["']?\s*[=:]\s*["'])(?![A-Z0-9]{16}["']|[^"'\n]*…)[^"'\n]+/gi;

function section(title: string, texts: readonly string[]): string {
  return `\n${title}:\n${texts.map((text) => `  ${text.trimEnd().replaceAll("\n", "\n  ")}\n`).join("")}`;
}
