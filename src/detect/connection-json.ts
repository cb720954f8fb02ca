import type { Span } from "../model/match.ts";
import { type ConnectionCredential, credentialIn, isCredentialField } from "./connection-fields.ts";
import { type JsonObject, readObjectsAround, readObjectsWithin } from "./connection-json-tree.ts";
import { isLiteral } from "./connection-values.ts";

/**
 * The credentials of `"auth_data": { "kind": "PlaintextProvider", "data": "..." }`, whose name is in the object around it.
 *
 * [at, end) is the word PlaintextProvider. The quotes may be single, as in Python, or escaped. `data` is the credential,
 * or JSON in a string, or an object, with one credential a field.
 */
export function findInRestJson(text: string, at: number, end: number): ConnectionCredential[] {
  const auth = readObjectsAround(text, at, end).find((object) => valueAt(object, "kind") === at);
  const data = auth?.members.filter(({ key }) => key === "data") ?? [];
  if (auth === undefined) return [];
  const connection = nameOf(text, auth);
  return [
    ...data.flatMap(({ value }) => readData(text, value, connection)),
    ...auth.children.filter(({ key }) => key === "data").flatMap((object) => fieldsOf(text, object, connection, DATA)),
  ];
}

/**
 * The credentials of a Terraform resource in JSON: a state or plan, whose objects say their `type`, or a configuration,
 * where the type is the key of objects by their labels.
 *
 * [at, end) is the word confluent_flink_connection. `credentials` within is Confluent's own key, which another rule finds.
 */
export function findInTerraformJson(text: string, at: number, end: number): ConnectionCredential[] {
  const objects = readObjectsAround(text, at, end);
  const typed = objects.filter((object) => valueAt(object, "type") === at);
  const labelled = objects.filter(({ keyStart }) => keyStart === at).flatMap(({ children }) => children);
  return [
    ...typed.flatMap((object) => allFieldsOf(text, object, nameOf(text, object))),
    ...labelled.flatMap((object) => allFieldsOf(text, object, object.key)),
  ];
}

const DATA = "auth_data.data";

/** The text of `data`: fields where it is JSON with fields that are known, else the credential itself. */
function readData(text: string, { start, end }: Span, connection: string): ConnectionCredential[] {
  const value = text.slice(start, end);
  // The outermost object is the second: the first is what stands around it.
  const object = value.trimStart().startsWith("{") ? readObjectsWithin(text, start, end)[1] : undefined;
  if (object?.members.some(({ key }) => isCredentialField(key))) return fieldsOf(text, object, connection, DATA);
  return isLiteral(value) ? [{ span: { start, end }, connection, field: DATA }] : [];
}

function fieldsOf(text: string, { members }: JsonObject, connection: string, within: string): ConnectionCredential[] {
  return members.flatMap(({ key, value }) =>
    credentialIn(text, value, { connection, field: key }).map((found) => ({ ...found, field: `${within}.${key}` })),
  );
}

/** The credentials of an object and all objects in it; a loop, since a text may nest as deep as it likes. */
function allFieldsOf(text: string, object: JsonObject, connection: string): ConnectionCredential[] {
  const found: ConnectionCredential[] = [];
  const open = [object];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(...next.members.flatMap(({ key, value }) => credentialIn(text, value, { connection, field: key })));
    open.push(...next.children.filter(({ key }) => key !== "credentials"));
  }
  return found;
}

/** The `name` of the innermost object around that has one. */
function nameOf(text: string, object: JsonObject): string {
  for (let around: JsonObject | null = object; around !== null; around = around.parent) {
    const name = around.members.find(({ key }) => key === "name");
    if (name !== undefined) return text.slice(name.value.start, name.value.end);
  }
  return "";
}

function valueAt({ members }: JsonObject, name: string): number {
  return members.find(({ key }) => key === name)?.value.start ?? -1;
}
