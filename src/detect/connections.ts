import type { ConnectionCredential } from "./connection-fields.ts";
import { findInHcl } from "./connection-hcl.ts";
import { findInRestJson, findInTerraformJson } from "./connection-json.ts";
import { findInSql } from "./connection-sql.ts";

export type { ConnectionCredential } from "./connection-fields.ts";

/**
 * The literal credentials in the Flink connection that is mentioned at `at`, in order of their places.
 *
 * `text` is latin1, a window of at most 16 KiB around the mention. A mention begins at CONNECTION, in any case, of
 * `CREATE [OR REPLACE] CONNECTION` and `ALTER CONNECTION`, at `PlaintextProvider`, or at `confluent_flink_connection`;
 * anything else gives an empty list. References, templates, placeholders and masked values are none. A value that is
 * itself a Confluent secret is among them: the caller knows that another rule reports that one. What is cut off by the
 * window's end is not found. Never throws; the work is linear in the text, whatever it holds.
 * Source: notes/flink-connections.md
 */
export function findConnectionCredentials(text: string, at: number): ConnectionCredential[] {
  return readDefinition(text, at).sort((a, b) => a.span.start - b.span.start);
}

function readDefinition(text: string, at: number): ConnectionCredential[] {
  if (text.startsWith(REST_KIND, at)) return findInRestJson(text, at, at + REST_KIND.length);
  if (text.startsWith(RESOURCE, at)) {
    const end = at + RESOURCE.length;
    return [...findInHcl(text, at, end), ...findInTerraformJson(text, at, end)];
  }
  const end = at + STATEMENT.length;
  return text.slice(at, end).toUpperCase() === STATEMENT ? findInSql(text, end) : [];
}

const REST_KIND = "PlaintextProvider";
const RESOURCE = "confluent_flink_connection";
const STATEMENT = "CONNECTION";
