import type { ScannerName } from "../../src/export/scanner-names.ts";
import newFormat from "../../rules/confluent-api-secret.json" with { type: "json" };
import damagedFormat from "../../rules/confluent-damaged-api-secret.json" with { type: "json" };
import legacyFormat from "../../rules/confluent-legacy-api-secret.json" with { type: "json" };
import flinkConnection from "../../rules/flink-connection-credential.json" with { type: "json" };
import { requireRule, type Rule } from "../../src/model/rule.ts";
import { makeKeyId, makeLegacySecret, makeSecret, makeText, PUBLISHED_EXAMPLE, seeded } from "../support/secrets.ts";

/** A text, and what a scanner with our rules is to find in it. */
export interface ExportCase {
  readonly name: string;
  readonly text: string;
  /** 1-based lines that hold a secret in the new format, and in the legacy one. */
  readonly newLines: readonly number[];
  readonly legacyLines: readonly number[];
  /** Those whose export cannot tell it from a secret, and says so. */
  readonly reportedBy: readonly ScannerName[];
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const random = seeded(4);
const newSecret = (): string => makeSecret(random);
const legacySecret = (): string => makeLegacySecret(random);
const keyId = (): string => makeKeyId(random);

/** Shapes that every export reads, and look-alikes, most of them beside a key ID. Nothing here was ever issued. */
export const EXPORT_CASES: readonly ExportCase[] = [
  withNew("properties", `sasl.username=${keyId()}\nsasl.password=${newSecret()}\n`, [2]),
  withNew("no-boundary", `xcflt${newSecret()}x\n`, [1]),
  withNew("escaped-line", `"a\\n${newSecret()}\\n"\n`, [1]),
  withNew("diff-line", `+${newSecret()}\n`, [1]),
  withNew("published-example", `# ${PUBLISHED_EXAMPLE}\n`, [1]),
  withLegacy("legacy-properties", `sasl.username=${keyId()}\nsasl.password=${legacySecret()}\n`, [2]),
  withLegacy("legacy-password-first", `password=${legacySecret()}\nusername=${keyId()}\n`, [1]),
  withLegacy("legacy-user-info", `basic.auth.user.info=${keyId()}:${legacySecret()}\n`, [1]),
  withLegacy("legacy-jaas", `PlainLoginModule required username="${keyId()}" password="${legacySecret()}";\n`, [1]),
  withLegacy(
    "legacy-console",
    `API key:\n${keyId()}\n\nAPI secret:\n${legacySecret()}\n\nBootstrap server:\npkc-1.confluent.cloud\n`,
    [5],
  ),
  withLegacy("legacy-heredoc", `cat <<EOF\nkafka.user=${keyId()}\nkafka.password=${legacySecret()}\nEOF\n`, [3]),
  withLegacy(
    "legacy-two-pairs",
    `kafka_api_key = "${keyId()}"\nkafka_api_secret = "${legacySecret()}"\nsr_api_key = "${keyId()}"\nsr_api_secret = "${legacySecret()}"\n`,
    [2, 4],
  ),
  withLegacy(
    "legacy-list",
    `env:\n- name: KAFKA_KEY\n  value: ${keyId()}\n- name: KAFKA_SECRET\n  value: ${legacySecret()}\n- name: OTHER\n`,
    [5],
  ),
  withNothing("ok-wrong-checksum", `user=${keyId()}\npassword=${damaged(newSecret())}\n`, [
    "gitleaks",
    "betterleaks",
    "trufflehog",
    "github",
  ]),
  withLegacy("legacy-bare-lines", `kafka:\n${legacySecret()}\n${keyId()}\nend\n`, [2]),
  withLegacy("legacy-sentence", `The key is ${keyId()}, its secret ${legacySecret()}. Keep it.\n`, [1]),
  withNothing("ok-jwt", `kafka_key=${keyId()}\ntoken=eyJ${makeText(random, BASE64, 61)}.${legacySecret()}.x\n`),
  withNothing("ok-capital-prefix", `password=${newSecret().replace("cflt", "CFLT")}\n`),
  withNothing("ok-hex", `kafka_key=${keyId()}\nsha256=${makeText(random, "0123456789abcdef", 64)}\n`),
  withNothing("ok-sri", `kafka_key=${keyId()}\nintegrity="sha384-${legacySecret()}"\n`),
  withNothing("ok-masked", `kafka_key=${keyId()}\nsecret=${"*".repeat(64)}\nother=${"x".repeat(64)}\n`),
  withNothing("ok-key-id-alone", `kafka_api_key=${keyId()}\n`),
  withNothing("ok-unpaired", `password=${legacySecret()}\n`),
  withNothing("ok-weak-id", `user=ABCD1234567890AB\npassword=${legacySecret()}\n`),
  withNothing(
    "ok-pem",
    `kafka_key=${keyId()}\n-----BEGIN KEY-----\n${legacySecret()}\n${legacySecret()}\n${legacySecret().slice(0, 30)}==\n-----END KEY-----\n`,
    ["github"],
  ),
  withNothing("ok-pem-one-line", `kafka_key=${keyId()}\n-----BEGIN KEY-----\n${legacySecret()}\n-----END KEY-----\n`, [
    "github",
  ]),
  withNothing("ok-ed25519", `kafka_key=${keyId()}\nkey="MC4CAQAwBQYDK2VwBCIEI${makeText(random, BASE64, 43)}"\n`),
  withNothing("ok-longer", `kafka_key=${keyId()}\ntoken=${legacySecret()}A\ncertificate=${legacySecret()}==\n`),
  withNothing("ok-encrypted", `kafka_key=${keyId()}\npassword=ENC[AES/GCM/NoPadding,data:${legacySecret()},iv:x]\n`, [
    "kingfisher",
    "github",
  ]),
];

/** Every rule that another scanner may have, and those that none has. */
export const EXPORTED_RULES: readonly Rule[] = [newFormat, legacyFormat, damagedFormat, flinkConnection].map(
  requireRule,
);

function withNew(name: string, text: string, newLines: readonly number[]): ExportCase {
  return { ...withNothing(name, text), newLines };
}

function withLegacy(name: string, text: string, legacyLines: readonly number[]): ExportCase {
  return { ...withNothing(name, text), legacyLines };
}

function withNothing(name: string, text: string, reportedBy: readonly ScannerName[] = []): ExportCase {
  return { name, text, newLines: [], legacyLines: [], reportedBy };
}

function damaged(secret: string): string {
  return `${secret.slice(0, 20)}${secret[20] === "A" ? "B" : "A"}${secret.slice(21)}`;
}
