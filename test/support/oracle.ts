import { crc32 } from "node:zlib";
import damagedRule from "../../rules/confluent-damaged-api-secret.json" with { type: "json" };
import rule from "../../rules/confluent-api-secret.json" with { type: "json" };

/** A secret as the oracle sees it. */
export interface OracleMatch {
  readonly offset: number;
  readonly secret: string;
}

/**
 * Every secret in a latin1 text, found the plain way: the rule's own regular expression at every
 * offset, and zlib's CRC-32 through Buffer's base64. Shares no code with the product.
 */
export function findSecretsPlainly(text: string): OracleMatch[] {
  const everywhere = new RegExp(`(?=(${rule.pattern}))`, "g");
  return [...text.matchAll(everywhere)]
    .map(({ index, 1: secret = "" }) => ({ offset: index, secret }))
    .filter(({ secret }) => secret.slice(58) === plainChecksum(secret.slice(4, 58)));
}

/** Where something stands that has the shape of a secret, nothing of its alphabet on either side, and a wrong checksum. */
export function findDamagedPlainly(text: string): number[] {
  return [...text.matchAll(new RegExp(damagedRule.pattern, "g"))]
    .filter(({ 0: secret }) => secret.slice(58) !== plainChecksum(secret.slice(4, 58)))
    .map(({ index }) => index);
}

function plainChecksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(body));
  return bytes.toString("base64").slice(0, 6);
}
