import type { Location, Log, ReportingDescriptor, Result, Notification, Region, ArtifactLocation } from "sarif";
import { groupBy } from "../model/group-by.ts";
import type { Finding, Occurrence } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import { isComplete } from "../model/scan-result.ts";
import { isFailure, type Skip } from "../model/skip.ts";
import { artifactLocation, type SourceRoot } from "./sarif-location.ts";
import type { ReportInput } from "./reporter.ts";

/** What SARIF needs to know beside the result. */
export interface SarifOptions {
  readonly root: SourceRoot;
  /** What was scanned: with the tool's name, the category under which GitHub keeps the alerts apart. */
  readonly category: "tree" | "staged";
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
/** Source: notes/sarif.md#limits: GitHub links to at most 100 locations of a result. */
const MAX_RELATED_LOCATIONS = 99;

/** GitHub's level by confidence. */
const LEVELS = { proven: "error", likely: "error", possible: "note" } as const;
const PRECISIONS = { proven: "very-high", likely: "high", possible: "low" } as const;

/**
 * SARIF 2.1.0 as GitHub code scanning accepts it: one result for each secret and file. Holds nothing
 * of a secret but its preview and hash, no absolute path of the work tree and no time: two runs give
 * the same bytes.
 */
export function formatSarif(input: ReportInput, options: SarifOptions): string {
  const { result, rules, version } = input;
  const failures = result.skips.filter(isFailure);
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cfltguard",
            semanticVersion: version,
            rules: rules.map(toDescriptor),
          },
        },
        automationDetails: { id: `cfltguard/${options.category}/` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        invocations: [
          {
            executionSuccessful: isComplete(result),
            ...(failures.length > 0
              ? { toolExecutionNotifications: failures.map((skip) => toNotification(skip, options)) }
              : {}),
          },
        ],
        results: result.findings.flatMap((finding) => toResults(finding, input, options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toDescriptor(rule: Rule): ReportingDescriptor {
  const steps = [...rule.remediation, rule.unknownKey];
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.explanation },
    helpUri: rule.references[0] ?? SCHEMA,
    help: {
      text: [rule.explanation, ...steps].join("\n"),
      markdown: [
        rule.explanation,
        steps.map((step, i) => `${i + 1}. ${step.replaceAll("<KEY-ID>", "`KEY-ID`")}`).join("\n"),
        rule.references.map((url) => `- <${url}>`).join("\n"),
      ].join("\n\n"),
    },
    defaultConfiguration: { level: LEVELS[rule.confidence] },
    properties: {
      precision: PRECISIONS[rule.confidence],
      "security-severity": rule.severity,
      tags: [...rule.tags],
    },
  };
}

/** One result for each file that the secret stands in; its other places there are related locations. */
function toResults(finding: Finding, input: ReportInput, options: SarifOptions): Result[] {
  const ruleIndex = input.rules.findIndex((rule) => rule.id === finding.rule);
  const title = input.rules[ruleIndex]?.title ?? finding.rule;
  const files = groupBy(finding.occurrences, (one) => one.origin.path);
  return [...files.values()].map(([first, ...others]) => ({
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.confidence],
    message: { text: messageOf(finding, title) },
    locations: [toLocation(first, options)],
    ...(others.length > 0
      ? { relatedLocations: others.slice(0, MAX_RELATED_LOCATIONS).map((one, i) => ({ id: i + 1, ...toLocation(one, options) })) }
      : {}),
    partialFingerprints: {
      "cfltguardSecret/v1": finding.fingerprint,
      ...(first.lineHash === null ? {} : { primaryLocationLineHash: first.lineHash }),
    },
  }));
}

/** Made of our own words, the preview and key IDs: nothing that would need SARIF's escapes for links and braces. */
function messageOf(finding: Finding, title: string): string {
  const [keyId, ...others] = finding.keyIds;
  const head = `${title} ${finding.secret.preview}.`;
  if (keyId === undefined) return `${head} No key ID stands nearby.`;
  if (others.length > 0) return `${head} It belongs to one of the keys ${finding.keyIds.join(", ")}.`;
  return `${head} It belongs to key ${keyId}: replace that key, then delete it.`;
}

function toLocation(occurrence: Occurrence, options: SarifOptions): Location {
  return { physicalLocation: { artifactLocation: locate(occurrence, options), region: toRegion(occurrence) } };
}

function locate(occurrence: Occurrence, options: SarifOptions): ArtifactLocation {
  return artifactLocation(occurrence.origin.path, options.root);
}

function toRegion(occurrence: Occurrence): Region {
  return {
    startLine: occurrence.line,
    startColumn: occurrence.column,
    endLine: occurrence.endLine,
    endColumn: occurrence.endColumn,
  };
}

function toNotification(skip: Skip, options: SarifOptions): Notification {
  return {
    level: "error",
    descriptor: { id: skip.reason },
    message: { text: `Not read: ${skip.reason}.` },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(skip.path, options.root) } }],
  };
}
