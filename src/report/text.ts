import type { Finding } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import { formatPlace } from "./place.ts";
import { reasonsOf } from "./reasons.ts";
import { requireRuleOf, type ReportInput } from "./reporter.ts";
import { shownSecret } from "./shown-secret.ts";
import { visibleText } from "./visible.ts";

/** Wraps text in what makes it bold, dim or coloured. */
export type Palette = Readonly<Record<"bold" | "cyan" | "dim" | "red", (text: string) => string>>;

/** No colours, without loading what makes them. */
export const NO_COLORS: Palette = { bold: String, cyan: String, dim: String, red: String };

/** How text may look where it goes. */
export interface TextStyle {
  readonly colors: Palette;
  /** Columns to wrap prose at; `null` leaves lines whole, for pipes and files. */
  readonly width: number | null;
}

const LABEL_WIDTH = 8;

/**
 * One block a finding, for people: what, where, which key, and what to do now. Each ends with an empty
 * line, the last one too: in a terminal, the summary follows. Nothing where nothing was found.
 */
export function formatText(input: ReportInput, style: TextStyle): string {
  return input.result.findings.map((finding) => formatFinding(finding, input, style)).join("");
}

function formatFinding(finding: Finding, input: ReportInput, style: TextStyle): string {
  const rule = requireRuleOf(input, finding.rule);
  const { colors } = style;
  const secret = shownSecret(finding, input.showsSecrets);
  const title = `${colors.bold(colors.red(rule.title))}  ${subjectOf(finding)}`;
  return [
    `${title}  ${colors.dim(`${finding.confidence}, ${finding.rule}`)}`,
    ...finding.occurrences.map((one) => `  ${colors.cyan(formatPlace(one))}`),
    ...(secret === null ? [] : [labelled("secret", secret, style)]),
    ...(finding.connection === null ? [formatKeyIds(finding, rule, style)] : []),
    ...(input.explains ? formatReasons(finding, style) : []),
    ...formatSteps(finding, rule, style),
    "\n",
  ].join("\n");
}

/** What a person tells the finding by: the secret's preview, or the connection's field. */
function subjectOf({ preview, connection }: Finding): string {
  if (connection === null) return preview ?? "";
  return visibleText([connection.connection, connection.field].filter((name) => name !== "").join(" "));
}

function formatReasons(finding: Finding, style: TextStyle): string[] {
  return reasonsOf(finding).map((reason, i) => labelled(i === 0 ? "why" : "", reason, style));
}

function formatKeyIds(finding: Finding, rule: Rule, style: TextStyle): string {
  const [first, ...others] = finding.keyIds;
  if (first === undefined) return labelled("key ID", rule.unknownKey, style);
  if (others.length === 0) return labelled("key ID", first, style);
  const ids = finding.keyIds.join(", ");
  return labelled("key ID", `one of ${ids}. Find out which one it is before you delete any.`, style);
}

function formatSteps(finding: Finding, rule: Rule, style: TextStyle): string[] {
  const [only, ...others] = finding.keyIds;
  const keyId = only !== undefined && others.length === 0 ? only : "<KEY-ID>";
  return rule.remediation.map((step, i) =>
    labelled(i === 0 ? "do now" : "", step.replaceAll("<KEY-ID>", keyId), style, `${i + 1}. `),
  );
}

/** `  label   1. text`, the text wrapped and hanging behind the label and the bullet. */
function labelled(label: string, text: string, style: TextStyle, bullet = ""): string {
  const indent = " ".repeat(LABEL_WIDTH + 2 + bullet.length);
  const width = style.width === null ? Infinity : Math.max(20, style.width - indent.length);
  const head = label === "" ? " ".repeat(LABEL_WIDTH) : style.colors.dim(label.padEnd(LABEL_WIDTH));
  return `  ${head}${bullet}${wrap(text, width).join(`\n${indent}`)}`;
}

/** Breaks between words; a word that is too long stands alone, whole. */
function wrap(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
