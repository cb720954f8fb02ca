import { MUTATED_GROUPS, type PairedShape } from "../test/support/paired-shapes.ts";
import type { SecretKind } from "../test/support/secrets.ts";
import type { PeerResult } from "./peers/run.ts";
import { isMutated, sumOf, type CaseResult } from "./recall-results.ts";

/** What bench/recall.md says beside the results. */
export interface RecallRun {
  readonly date: string;
  readonly commit: string;
  readonly drawsACase: number;
}

const KINDS: readonly SecretKind[] = ["new", "legacy"];

/** All of bench/recall.md: totals by kind, set and group first, then every shape. */
export function describeRecall(
  results: readonly CaseResult[],
  peerResults: readonly PeerResult[],
  { date, commit, drawsACase }: RecallRun,
): string {
  const shapes = results.filter(({ kind }) => kind === "new").map(({ shape }) => shape);
  const groups = [...new Set(shapes.map(({ group }) => group))];
  return [
    "# Recall",
    "",
    `Made by \`npm run recall\` on ${date}, commit ${commit}: ${shapes.length} shapes, ${drawsACase} draws each`,
    "with generated, never-issued secrets of either kind, one file a draw. They are the same in every run. The shapes stand in",
    "test/support/recall-cases.ts, the mutated ones in test/support/paired-shapes.ts.",
    "",
    "- **new** secrets have the prefix and the checksum, **legacy** ones have not: 64 characters of base64, of which nobody can",
    "  tell without what stands around them. Without a key ID they are not meant to be found.",
    "- **found**: the secret itself is reported in its file. **line right**: at the line on which it begins. **others**:",
    "  whatever else is reported there, the same secret at a second place included.",
    "- **paired right**: of those found, with their own key ID and no other. **several**, **none**: with more than one, with",
    "  no ID. **wrong single**: with the ID of another key alone, which would have somebody delete the wrong key.",
    "- For the other scanners, a secret counts as found if they report _anything at all_ in its file, the key ID and",
    "  chance matches included. Settings that let them find more are on, and files that would be named `.bin`, which",
    "  some of them leave out, are named `.dat`. Their verification is off and no network is in reach.",
    "",
    ...table(["scanner", "version", "arguments", "seconds", "remarks"], peerResults.map(describePeer)),
    "",
    "Mutated shapes are drawn anew for every secret:",
    "",
    ...Object.entries(MUTATED_GROUPS).map(([group, what]) => `- **${group}**: ${what}.`),
    "",
    "In the last two groups, no ID and several are as right as one; they are no part of the totals.",
    "",
    ...KINDS.flatMap((kind) =>
      describeKind(
        kind,
        results.filter((result) => result.kind === kind),
        peerResults,
      ),
    ),
    ...groups.flatMap((group) =>
      describeGroup(
        group,
        results.filter(({ shape }) => shape.group === group),
        peerResults,
      ),
    ),
  ].join("\n");
}

/** The totals of one kind of secrets. */
function describeKind(
  kind: SecretKind,
  results: readonly CaseResult[],
  peerResults: readonly PeerResult[],
): readonly string[] {
  const sets = [
    ["a key ID beside it", (shape: PairedShape) => !isMutated(shape) && shape.pairing === "required"],
    ["no key ID", (shape: PairedShape) => !isMutated(shape) && shape.pairing === "absent"],
    ["mutated", (shape: PairedShape) => isMutated(shape) && shape.pairing === "required"],
    ["mutated, optional", (shape: PairedShape) => isMutated(shape) && shape.pairing === "optional"],
  ] as const;
  const rows = sets.flatMap(([set, isOfSet]) => {
    const own = results.filter(({ shape }) => isOfSet(shape));
    const groups = [...new Set(own.map(({ shape }) => shape.group))];
    const ofGroups = groups.map((group) =>
      totals(
        set,
        group,
        own.filter(({ shape }) => shape.group === group),
        peerResults,
      ),
    );
    return groups.length > 1 && set !== "mutated, optional"
      ? [...ofGroups, totals(set, "**all**", own, peerResults)]
      : ofGroups;
  });
  const head = [
    "set",
    "group",
    "shapes",
    "secrets",
    "found",
    "line right",
    "others",
    "paired right",
    "several",
    "none",
  ];
  const peers = peerResults.map(({ peer }) => peer.id);
  const title = kind === "new" ? "New secrets" : "Legacy secrets";
  return [`## ${title} in all`, "", ...table([...head, "wrong single", ...peers], rows), ""];
}

/** Shares of all secrets of some cases; those of pairing, of the secrets that are found. */
function totals(
  set: string,
  group: string,
  results: readonly CaseResult[],
  peerResults: readonly PeerResult[],
): readonly string[] {
  const secrets = sumOf(results, (result) => result.secrets);
  const found = sumOf(results, (result) => result.found);
  const share = (count: (result: CaseResult) => number): string => percent(sumOf(results, count), secrets);
  const isPaired = results.some(({ shape }) => shape.pairing !== "absent");
  const paired = [
    percent(
      sumOf(results, ({ pairings }) => pairings.right),
      found,
    ),
    String(sumOf(results, ({ pairings }) => pairings.several)),
    String(sumOf(results, ({ pairings }) => pairings.none)),
    String(sumOf(results, ({ pairings }) => pairings["wrong single"])),
  ];
  return [
    set,
    group,
    String(results.length),
    secrets.toLocaleString("en"),
    share((result) => result.found),
    share(({ lineRight }) => lineRight),
    String(sumOf(results, ({ others }) => others)),
    ...(isPaired ? paired : paired.map(() => "")),
    ...peerResults.map(({ problem }, i) => (problem === null ? share(({ peers }) => peers[i] ?? 0) : "-")),
  ];
}

/** Rounded down, so that 100 % is all of them. */
function percent(part: number, all: number): string {
  if (all === 0) return "-";
  return `${(Math.floor((part * 1000) / all) / 10).toFixed(part === all ? 0 : 1)} %`;
}

/** Every shape of a group: new and legacy secrets side by side. */
function describeGroup(
  group: string,
  results: readonly CaseResult[],
  peerResults: readonly PeerResult[],
): readonly string[] {
  const rows = results
    .filter(({ kind }) => kind === "new")
    .map(({ shape }) =>
      describeShape(
        shape,
        results.filter((result) => result.shape === shape),
        peerResults,
      ),
    );
  const head = ["shape", "secrets", "found", "paired right", "legacy found", "legacy paired right", "what else"];
  return [
    `## ${group}`,
    "",
    ...(peerResults.length > 0 ? ["The other scanners: new / legacy.", ""] : []),
    ...table([...head, ...peerResults.map(({ peer }) => peer.id)], rows),
    "",
  ];
}

function describeShape(
  shape: PairedShape,
  results: readonly CaseResult[],
  peerResults: readonly PeerResult[],
): readonly string[] {
  const counts = results.flatMap(({ found, pairings }) => [
    String(found),
    shape.pairing === "absent" ? "" : String(pairings.right),
  ]);
  const peers = peerResults.map(({ problem }, i) =>
    problem === null ? results.map((result) => result.peers[i] ?? 0).join(" / ") : "-",
  );
  return [shape.id, String(results[0]?.secrets ?? 0), ...counts, results.flatMap(remarksOn).join("; "), ...peers];
}

/** Everything that the counts of found and paired secrets do not say. */
function remarksOn({ shape, kind, found, lineRight, others, pairings }: CaseResult): readonly string[] {
  const pairing = shape.pairing === "absent" ? [] : (["several", "none", "wrong single"] as const);
  const counts: ReadonlyArray<readonly [number, string]> = [
    [found - lineRight, "at a wrong line"],
    [others, "others"],
    ...pairing.map((name) => [pairings[name], name] as const),
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? [] : [`${kind}: ${said.join(", ")}`];
}

function describePeer({ peer, seconds, problem }: PeerResult): readonly string[] {
  const command = `\`${peer.program} ${peer.args}\``;
  return [peer.id, peer.version, command, seconds.toFixed(0), problem ?? peer.note ?? ""];
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
}
