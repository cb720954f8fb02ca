import confluentApiSecret from "../rules/confluent-api-secret.json" with { type: "json" };
import confluentDamagedApiSecret from "../rules/confluent-damaged-api-secret.json" with { type: "json" };
import confluentLegacyApiSecret from "../rules/confluent-legacy-api-secret.json" with { type: "json" };
import flinkConnectionCredential from "../rules/flink-connection-credential.json" with { type: "json" };
import { requireRule, type Rule } from "./model/rule.ts";

/** Everything that is looked for, checked. One file a rule, in rules/. */
export const RULES: readonly Rule[] = [
  confluentApiSecret,
  confluentLegacyApiSecret,
  confluentDamagedApiSecret,
  flinkConnectionCredential,
].map(requireRule);
