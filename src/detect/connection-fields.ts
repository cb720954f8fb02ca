import type { Span } from "../model/match.ts";
import { isLiteral } from "./connection-values.ts";

/** A literal credential in the definition of a Flink connection. */
export interface ConnectionCredential {
  /** Of the value without its quotes, in the text. */
  readonly span: Span;
  /**
   * The connection's name as it stands in the definition, without its quotes, latin1 as the text is: `a.b.c` in SQL, the
   * `name` in REST JSON, the resource's label in Terraform. "" where none is said.
   */
  readonly connection: string;
  /** The field's name as its format spells it: api-key, aws_secret_key, auth_data.data, auth_data.data.API_KEY. */
  readonly field: string;
}

/**
 * Every field that holds a credential, in lower case with `-`. Each format spells them with its own case and joints.
 *
 * The vendor's tables list more: username, client-id, scope, token-endpoint, sse-endpoint and transport-type say who
 * and where, and open nothing. An AWS access key alone opens nothing either, but names the pair to rotate.
 * Source: notes/flink-connections.md#fields
 */
const CREDENTIAL_FIELDS: ReadonlySet<string> = new Set([
  // SQL, command line and Terraform.
  "api-key",
  "aws-access-key",
  "aws-secret-key",
  "aws-session-token",
  "client-secret",
  "password",
  "service-key",
  "token",
  // The same in `auth_data.data` of REST, where the names differ.
  "aws-access-key-id",
  "aws-secret-access-key",
  "bearer-token",
  "oauth2-client-secret",
]);

/** Whether a field of this name, as any format spells it, holds a credential. */
export function isCredentialField(name: string): boolean {
  return CREDENTIAL_FIELDS.has(name.toLowerCase().replaceAll("_", "-"));
}

/** The credential of one field, or nothing where the field holds none or its value is no literal. */
export function credentialIn(
  text: string,
  span: Span,
  { connection, field }: Pick<ConnectionCredential, "connection" | "field">,
): ConnectionCredential[] {
  const isFound = isCredentialField(field) && isLiteral(text.slice(span.start, span.end));
  return isFound ? [{ span, connection, field }] : [];
}
