import type { Invocation, Location, Log, Notification, Region, ReportingDescriptor, Result } from "sarif";
import { groupBy } from "../model/group-by.ts";
import type { Finding, Occurrence } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import { isComplete } from "../model/scan-result.ts";
import { isFailure, type Skip } from "../model/skip.ts";
import { artifactLocation, type SourceRoot } from "./sarif-location.ts";
import { requireRuleOf, type ReportInput } from "./reporter.ts";
import { visiblePath, visibleText } from "./visible.ts";

/** What SARIF needs to know beside the result. */
export interface SarifOptions {
  readonly root: SourceRoot;
  /** What was scanned: with the tool's name, the category under which GitHub keeps the alerts apart. */
  readonly category: "tree" | "staged";
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
/** More would be dropped, without a word, from 5,000 on, and refused from 25,000 on. Source: notes/sarif.md#limits */
const MAX_RESULTS = 5_000;
/** GitHub shows no more places of a result. Source: notes/sarif.md#limits */
const MAX_RELATED_LOCATIONS = 10;

/** GitHub's level by confidence. */
const LEVELS = { proven: "error", likely: "error", possible: "note" } as const;
const PRECISIONS = { proven: "very-high", likely: "high", possible: "low" } as const;
const RANKS = { proven: 0, likely: 1, possible: 2 } as const;

/** A command in a rule's steps, to be set as code in Markdown. */
const COMMAND = /confluent api-key [a-z]+(?: <KEY-ID>)?/g;

/** The places of one secret in one file: what one result is about. */
interface FileFinding {
  readonly finding: Finding;
  readonly places: readonly [Occurrence, ...Occurrence[]];
}

/**
 * SARIF 2.1.0 as GitHub code scanning accepts it: one result for each secret and file. Holds nothing
 * of a secret but its preview and hash, no absolute path of the work tree and no time: two runs give
 * the same bytes.
 */
export function formatSarif(input: ReportInput, options: SarifOptions): string {
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cfltguard",
            semanticVersion: input.version,
            // A package URL: the tool has no home page yet, and the validator wants to know where to look.
            informationUri: `pkg:npm/cfltguard@${input.version}`,
            rules: input.rules.map(toDescriptor),
          },
        },
        automationDetails: { id: `cfltguard/${options.category}/` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        invocations: [toInvocation(input, options)],
        results: pickForGitHub(toFileFindings(input)).map((one) => toResult(one, input, options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** How many results do not fit in what GitHub keeps. */
export function countLeftOut(input: ReportInput): number {
  return Math.max(0, toFileFindings(input).length - MAX_RESULTS);
}

function toFileFindings({ result }: ReportInput): FileFinding[] {
  return result.findings.flatMap((finding) => {
    const files = groupBy(finding.occurrences, (one) => one.origin.path);
    return [...files.values()].map((places) => ({ finding, places }));
  });
}

/** The surest ones where there are too many, in the order of the report. */
function pickForGitHub(all: readonly FileFinding[]): readonly FileFinding[] {
  if (all.length <= MAX_RESULTS) return all;
  const surest = [...all].sort((a, b) => RANKS[a.finding.confidence] - RANKS[b.finding.confidence]);
  const picked = new Set(surest.slice(0, MAX_RESULTS));
  return all.filter((one) => picked.has(one));
}

function toDescriptor(rule: Rule): ReportingDescriptor {
  const steps = rule.remediation.map((step, i) => `${i + 1}. ${step}`);
  const [helpUri] = rule.references;
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.explanation },
    ...(helpUri === undefined ? {} : { helpUri }),
    help: {
      text: [rule.explanation, "Do now:", ...steps, "If the key ID is unknown:", rule.unknownKey].join("\n"),
      markdown: [
        rule.explanation,
        "**Do now**",
        steps.join("\n"),
        "**If the key ID is unknown**",
        rule.unknownKey,
        "**References**",
        rule.references.map((url) => `- <${url}>`).join("\n"),
      ]
        .join("\n\n")
        .replace(COMMAND, "`$&`"),
    },
    defaultConfiguration: { level: LEVELS[rule.confidence] },
    properties: {
      precision: PRECISIONS[rule.confidence],
      "security-severity": rule.severity,
      tags: [...rule.tags],
    },
  };
}

/** Findings are no failure of the scan: GitHub would take the whole upload for a broken one. */
function toInvocation(input: ReportInput, options: SarifOptions): Invocation {
  const leftOut = countLeftOut(input);
  const notifications = [
    ...input.result.skips.filter(isFailure).map((skip) => toNotification(skip, options)),
    ...(leftOut > 0 ? [toLeftOutNotification(leftOut)] : []),
  ];
  return {
    executionSuccessful: isComplete(input.result),
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}

function toNotification(skip: Skip, options: SarifOptions): Notification {
  const detail = skip.detail === "" ? "" : ` (${escapeMessage(skip.detail)})`;
  return {
    level: "error",
    descriptor: { id: skip.reason },
    message: { text: `Not read: ${skip.reason}${detail}.` },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(skip.path, options.root) } }],
  };
}

function toLeftOutNotification(leftOut: number): Notification {
  return {
    level: "warning",
    descriptor: { id: "results-left-out" },
    message: {
      text: `GitHub keeps ${MAX_RESULTS} results of a run: ${leftOut} more are left out here. The JSON report holds them all.`,
    },
  };
}

function toResult({ finding, places }: FileFinding, input: ReportInput, options: SarifOptions): Result {
  const [first, ...others] = places;
  const related = others.slice(0, MAX_RELATED_LOCATIONS);
  return {
    ruleId: finding.rule,
    ruleIndex: input.rules.findIndex((rule) => rule.id === finding.rule),
    level: LEVELS[finding.confidence],
    message: { text: messageOf(finding, places, requireRuleOf(input, finding.rule)) },
    locations: [toLocation(first, options)],
    ...(related.length > 0
      ? { relatedLocations: related.map((one, i) => ({ id: i + 1, ...toLocation(one, options) })) }
      : {}),
    partialFingerprints: {
      "cfltguardSecret/v1": finding.fingerprint,
      ...(first.lineHash === null ? {} : { primaryLocationLineHash: first.lineHash }),
    },
  };
}

/**
 * Made of our own words, the preview, key IDs, line numbers and, escaped, the names of archive
 * members. GitHub shows a related location only where the message links to it.
 */
function messageOf(finding: Finding, places: FileFinding["places"], rule: Rule): string {
  const [first, ...others] = places;
  const sentences = [`${rule.title} ${subjectOf(finding)}.`, describeKey(finding)];
  if (first.origin.members !== undefined) sentences.push(`It stands in the archive's ${placeName(first)}.`);
  if (first.encodings.length > 0)
    sentences.push(`It is encoded there, outermost first: ${first.encodings.join(", ")}.`);
  if (others.length > 0) {
    const links = others.slice(0, MAX_RELATED_LOCATIONS).map((place, i) => `[${placeName(place)}](${i + 1})`);
    const more = others.length - links.length;
    sentences.push(`Also at ${links.join(", ")}${more > 0 ? ` and ${more} more places in this file` : ""}.`);
  }
  return sentences.join(" ");
}

/** A line of the file, or of a member of it, which the location cannot name. */
function placeName({ origin, line }: Occurrence): string {
  const members = (origin.members ?? []).map(visiblePath).join("!");
  return members === "" ? `line ${line}` : `member ${escapeMessage(members)}, line ${line}`;
}

function subjectOf({ preview, connection }: Finding): string {
  if (connection === null) return preview ?? "";
  return escapeMessage([connection.connection, connection.field].filter((name) => name !== "").join(" "));
}

function describeKey({ keyIds, confidence, connection, evidence }: Finding): string {
  if (connection !== null) return "It is written there as it is: change it where it was issued.";
  const [keyId, ...others] = keyIds;
  if (keyId === undefined) return "No key ID stands nearby.";
  if (confidence === "possible" && evidence.length === 0)
    return `Nearby stands ${keyIds.join(", ")}: if this was made from a key's secret, replace that key, then delete it.`;
  if (others.length > 0)
    return `It belongs to one of the keys ${keyIds.join(", ")}: find out which before you delete any.`;
  return `It belongs to key ${keyId}: replace that key, then delete it.`;
}

function toLocation(occurrence: Occurrence, options: SarifOptions): Location {
  const location = artifactLocation(occurrence.origin.path, options.root);
  return { physicalLocation: { artifactLocation: location, region: toRegion(occurrence) } };
}

/** GitHub needs a line, in a binary file too; the byte offset is what leads there. */
function toRegion({ origin, encodings, line, column, endLine, endColumn, offsetBytes }: Occurrence): Region {
  // An offset leads somewhere only in the file itself; in a member of an archive, GitHub has nothing to show.
  if (origin.members !== undefined) return { startLine: 1 };

  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    byteOffset: offsetBytes,
    // In plain text a column is a byte.
    ...(encodings.length === 0 ? { byteLength: endColumn - column } : {}),
  };
}

/** Text of others in a message: braces and brackets mean placeholders and links there. Source: SARIF 2.1.0, 3.11.5 and 3.11.6 */
function escapeMessage(text: string): string {
  return visibleText(text).replace(/[{}]/g, "$&$&").replace(/[[\]]/g, "\\$&");
}
