import { expect, test } from "vitest";
import { maskSecrets } from "../../src/codec/mask.ts";
import { makeLegacySecret, makeSecret, seeded } from "../support/secrets.ts";

const [A, B] = [makeSecret(seeded(1)), makeSecret(seeded(2))];
const LEGACY = makeLegacySecret(seeded(3));
const preview = (secret: string): string => `${secret.slice(0, 8)}…${secret.slice(60)}`;

test.each([
  ["nothing", "plain text", "plain text"],
  ["a secret", `cannot scan ${A}: no`, `cannot scan ${preview(A)}: no`],
  ["secrets side by side, and one twice", `${A}${B}${A}`, `${preview(A)}${preview(B)}${preview(A)}`],
  ["the second of two starts", `cflt${A}`, `cflt${preview(A)}`],
  ["a secret without a checksum", `where "${LEGACY}": no`, `where "${preview(LEGACY)}": no`],
  ["no path that has a digit", "src/main/java/io/confluent/kafka/connect2/transforms/Connector.jav", null],
  ["no path that only looks like one", "cflttools/src/main/java/io/confluent/kafka/connect/transforms/A.java", null],
])("%s is masked", (_, text, masked) => {
  expect(maskSecrets(text)).toBe(masked ?? text);
});
