import { sha256Hex } from "../../src/codec/sha256.ts";
import { asBytePath, toBytePath } from "../../src/model/byte-path.ts";
import type { Encoding } from "../../src/model/encoding.ts";
import type { Finding, Occurrence } from "../../src/model/finding.ts";
import type { Origin } from "../../src/model/origin.ts";
import type { ScanResult } from "../../src/model/scan-result.ts";
import { Secret } from "../../src/model/secret.ts";
import type { ReportInput } from "../../src/report/reporter.ts";
import { RULES } from "../../src/rules.ts";
import { makeKeyId, makeSecret, seeded } from "../support/secrets.ts";

const random = seeded(2);

/** The secrets of the sample, never issued: with one key ID, with none, with several. */
export const SECRETS = { one: makeSecret(random), none: makeSecret(random), several: makeSecret(random) };

/** Their key IDs, sorted. */
export const KEY_IDS = {
  one: [makeKeyId(random)],
  none: [],
  several: [makeKeyId(random), makeKeyId(random)].sort(),
};

/** Names that break a report which is not careful, as bytes. */
export const ODD_NAMES = {
  space: toBytePath("odd/a b.env"),
  hash: toBytePath("odd/a#b.env"),
  percent: toBytePath("odd/100%25.env"),
  brackets: toBytePath("odd/[id]/page.tsx"),
  colon: toBytePath("odd/a:b.env"),
  lineFeed: toBytePath("odd/new\nline.env"),
  escape: toBytePath("odd/\u001b[31mred\u001b]0;title\u0007.env"),
  c1: toBytePath("odd/\u009b31mred.env"),
  bidi: toBytePath("odd/\u202evne.exe"),
  unicode: toBytePath("odd/schlüssel-鍵.env"),
  notUtf8: asBytePath("odd/caf\xe9.env"),
};

/** A place where a secret stands, in a text file if nothing else is said. */
export function occurrence(
  origin: Partial<Origin>,
  line: number,
  column: number,
  lineHash: string | null = null,
  encodings: readonly Encoding[] = [],
): Occurrence {
  return {
    origin: { source: "file", path: toBytePath("a.env"), blob: null, ...origin },
    line,
    column,
    endLine: line,
    endColumn: column + 64,
    offsetBytes: 100 * line + column,
    encodings,
    lineHash,
  };
}

/** A finding of `secret` at these places. */
export function finding(
  secret: string,
  keyIds: readonly string[],
  occurrences: readonly [Occurrence, ...Occurrence[]],
): Finding {
  const secretSha256 = sha256Hex(secret);
  const rule = "confluent-api-secret";
  const fingerprint = `${rule}/${secretSha256}`;
  const what = { rule, confidence: "proven", evidence: [], connection: null } as const;
  return { ...what, ...preview(new Secret(secret)), secretSha256, fingerprint, keyIds, occurrences };
}

function preview(secret: Secret) {
  return { secret, preview: secret.preview };
}

/** A result with everything in it that is hard to print. */
export const SAMPLE: ScanResult = {
  findings: [
    finding(SECRETS.several, KEY_IDS.several, [
      occurrence({ source: "stdin", path: null }, 1, 1),
      occurrence({ path: toBytePath("lib/keystore.jks") }, 2, 1033),
      occurrence(
        { source: "index", path: toBytePath("src/staged.env"), blob: "5b".repeat(20) },
        7,
        11,
        "9a8b7c6d5e4f3a2b:1",
      ),
    ]),
    finding(SECRETS.none, KEY_IDS.none, [
      occurrence({ path: ODD_NAMES.percent }, 1, 1, "1:1"),
      ...Object.values(ODD_NAMES)
        .filter((path) => path !== ODD_NAMES.percent)
        .sort()
        .map((path) => occurrence({ path }, 12, 5, "2:1")),
    ]),
    finding(SECRETS.one, KEY_IDS.one, [
      occurrence({ path: ODD_NAMES.brackets }, 3, 15, "271789c17abda88f:1"),
      occurrence({ path: ODD_NAMES.brackets }, 3, 115, "271789c17abda88f:1"),
      occurrence({ path: ODD_NAMES.brackets }, 9, 15, "271789c17abda88f:2"),
      occurrence({ path: toBytePath("src/application.properties") }, 41, 15, "a23a3dc5e078b07b:1"),
    ]),
  ],
  skips: [
    { path: toBytePath(".git/objects"), reason: "excluded", detail: "a git directory's own store" },
    { path: toBytePath("gone.env"), reason: "vanished", detail: "shrank from 10 to 5 bytes while being read" },
    { path: toBytePath("link"), reason: "symlink", detail: "" },
    { path: ODD_NAMES.notUtf8, reason: "unreadable", detail: "EACCES" },
    { path: ODD_NAMES.escape, reason: "missing-object", detail: "git said: {0} [link](http://a.test) \u001b[2J" },
    { path: toBytePath("queue"), reason: "special-file", detail: "" },
  ],
  totals: { files: 6_519, objects: 1, bytes: 70_312_345 },
};

/** A result of nothing found, all read. */
export const CLEAN: ScanResult = { findings: [], skips: [], totals: { files: 2, objects: 0, bytes: 20 } };

/** What a report is made from. The version is fixed, so that golden files outlive releases. */
export function inputOf(result: ScanResult, showsSecrets = false, explains = false): ReportInput {
  return { result, rules: RULES, version: "1.0.0", showsSecrets, explains };
}
