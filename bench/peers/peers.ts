import { join } from "node:path";

/** How a peer gets into a folder of its own. Nothing is installed for the system or the user. */
export type Installation =
  | {
      /** A module of Go, built from its own go.mod and go.sum. */
      readonly kind: "go";
      readonly module: string;
      readonly version: string;
      /** Go's hash of the module, as sum.golang.org has it. */
      readonly sum: string;
      /** A fork that the module replaces one of its own requirements with, and that is left out. */
      readonly withoutReplacement?: string;
    }
  | {
      /** Wheels of a file of requirements beside this one, in a virtual environment. */
      readonly kind: "pip";
      readonly requirements: string;
    }
  | {
      /** The packages of a lock file in a folder beside this one. */
      readonly kind: "npm";
      readonly folder: string;
    };

/** Where a peer says that there is a secret. */
export interface PeerFinding {
  readonly file: string;
  readonly line: number | null;
  /** What it calls what it found. */
  readonly rule: string;
}

/** Another scanner: how it is installed, run and read. */
export interface Peer {
  readonly id: string;
  readonly version: string;
  readonly installation: Installation;
  /** The program's name. */
  readonly program: string;
  /**
   * What makes it scan everything below its working folder, report as JSON on standard output, and ask nobody
   * whether a secret is live. Where a setting lets it find more, it is on. Has a space between two arguments.
   */
  readonly args: string;
  readonly exits: readonly number[];
  readonly read: (output: string) => readonly PeerFinding[];
  /** What a reader of its numbers has to know. */
  readonly note?: string;
}

const KINGFISHER_ARGS =
  "scan . --no-validate --no-update-check --format json --quiet --no-dedup --confidence low --git-history none --extraction-depth 5";

const GITLEAKS_ARGS =
  "dir . --report-format json --report-path - --no-banner --log-level error --max-archive-depth 5 --max-decode-depth 5 --ignore-gitleaks-allow";

/** All of them. */
export const PEERS: readonly Peer[] = [
  {
    id: "gitleaks",
    version: "8.30.1",
    installation: {
      kind: "go",
      module: "github.com/zricethezav/gitleaks/v8",
      version: "v8.30.1",
      sum: "h1:PmEvCfVI7ti9dV3s5aMZUY7sS2GxRvG3yzih7E+cS3w=",
    },
    program: "gitleaks",
    args: GITLEAKS_ARGS,
    exits: [0, 1],
    read: readGitleaks,
    note: "It verifies nothing.",
  },
  {
    id: "trufflehog",
    version: "3.92.5",
    installation: {
      kind: "go",
      module: "github.com/trufflesecurity/trufflehog/v3",
      version: "v3.92.5",
      sum: "h1:qCHD1Fgjj5+3+vrWY3IP716EvtVahq8Azeshg085eAI=",
    },
    program: "trufflehog",
    args: "filesystem . --no-verification --no-update --json --results=verified,unverified,unknown,filtered_unverified",
    exits: [0],
    read: readTrufflehog,
    note: "Not the newest: 3.95.9 and 3.97.4 need a module (trufflesecurity/ldap-verify) that the Go module proxy did not serve.",
  },
  {
    id: "betterleaks",
    version: "1.4.0",
    installation: {
      kind: "go",
      module: "github.com/betterleaks/betterleaks",
      version: "v1.4.0",
      sum: "h1:8xW2739zMgbwaFkmSvi0zFAD7N96OHyQqno/WYk2KYk=",
      withoutReplacement: "github.com/wasilibs/go-re2@v1.10.0",
    },
    program: "betterleaks",
    args: `${GITLEAKS_ARGS} --validation=false`,
    exits: [0, 1],
    read: readGitleaks,
    note:
      "Not the newest, and built with RE2 for Go as its authors publish it: 1.6 and 1.7 need a fork of that " +
      "(betterleaks/go-re2) that the Go module proxy did not serve.",
  },
  {
    id: "kingfisher",
    version: "2.14.0",
    installation: { kind: "pip", requirements: "kingfisher.txt" },
    program: "kingfisher",
    args: KINGFISHER_ARGS,
    exits: [0, 200, 205],
    read: readKingfisher,
  },
  {
    id: "kingfisher-1",
    version: "1.112.0",
    installation: { kind: "pip", requirements: "kingfisher-1.txt" },
    program: "kingfisher",
    args: KINGFISHER_ARGS,
    exits: [0, 200, 205],
    read: readKingfisher,
    note: "The last line with rules of its own, one of which checks the checksum; the second line dropped them.",
  },
  {
    id: "detect-secrets",
    version: "1.5.0",
    installation: { kind: "pip", requirements: "detect-secrets.txt" },
    program: "detect-secrets",
    args: "scan --all-files --no-verify .",
    exits: [0],
    read: readDetectSecrets,
  },
  {
    id: "secretlint",
    version: "13.0.6",
    installation: { kind: "npm", folder: "secretlint" },
    program: "secretlint",
    args: '**/* --format json --no-gitignore --secretlintrcJSON {"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}',
    exits: [0, 1],
    read: readSecretlint,
    note: "With preset-recommend 13.0.7. It verifies nothing.",
  },
];

/** Where a peer's program stands below the folder that all are installed into. */
export function programPath({ id, program, installation }: Peer, folder: string): string {
  const programs = { go: "bin", pip: "bin", npm: "node_modules/.bin" }[installation.kind];
  return join(folder, id, programs, program);
}

function readGitleaks(output: string): readonly PeerFinding[] {
  const rows = JSON.parse(output) as readonly GitleaksRow[] | null;
  return (rows ?? []).map(({ File, StartLine, RuleID }) => ({ file: File, line: StartLine, rule: RuleID }));
}

interface GitleaksRow {
  readonly File: string;
  readonly StartLine: number;
  readonly RuleID: string;
}

interface TrufflehogRow {
  readonly DetectorName?: string;
  /** Of a custom detector, its name. */
  readonly ExtraData?: { readonly name?: string } | null;
  readonly SourceMetadata?: {
    readonly Data: { readonly Filesystem: { readonly file: string; readonly line?: number } };
  };
}

function readTrufflehog(output: string): readonly PeerFinding[] {
  return output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .flatMap((line) => {
      const { SourceMetadata, DetectorName = "", ExtraData } = JSON.parse(line) as TrufflehogRow;
      if (SourceMetadata === undefined) return [];
      const { file, line: at = null } = SourceMetadata.Data.Filesystem;
      return [{ file, line: at, rule: ExtraData?.name ?? DetectorName }];
    });
}

interface KingfisherReport {
  readonly findings: ReadonlyArray<{
    readonly rule: { readonly id: string };
    readonly finding: { readonly path: string; readonly line: number };
  }>;
}

function readKingfisher(output: string): readonly PeerFinding[] {
  const { findings } = JSON.parse(output) as KingfisherReport;
  return findings.map(({ rule, finding }) => ({ file: finding.path, line: finding.line, rule: rule.id }));
}

interface DetectSecretsReport {
  readonly results: Readonly<Record<string, ReadonlyArray<{ readonly line_number: number; readonly type: string }>>>;
}

function readDetectSecrets(output: string): readonly PeerFinding[] {
  const { results } = JSON.parse(output) as DetectSecretsReport;
  return Object.entries(results).flatMap(([file, rows]) =>
    rows.map((row) => ({ file, line: row.line_number, rule: row.type })),
  );
}

interface SecretlintFile {
  readonly filePath: string;
  readonly messages: ReadonlyArray<{
    readonly ruleId: string;
    readonly loc: { readonly start: { readonly line: number } };
  }>;
}

function readSecretlint(output: string): readonly PeerFinding[] {
  const files = JSON.parse(output) as readonly SecretlintFile[];
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ loc, ruleId }) => ({ file: filePath, line: loc.start.line, rule: ruleId })),
  );
}
