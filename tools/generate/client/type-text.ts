import type { JsonSchema } from "../../../packages/server/src/http/json-schema.ts";

/** Part of a schema that says what may stand there, and is text of a type once read. */
type Members = Readonly<Record<string, JsonSchema>>;

const primitives: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  null: "null",
};

/**
 * The TypeScript type of a JSON schema, as it is written in the OpenAPI document. References become names of the same
 * file. What says nothing about its type is `unknown`.
 * @param indent how deep its members stand; two spaces each
 */
export function typeText(schema: JsonSchema, indent = 0): string {
  if (typeof schema.$ref === "string") return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return union(choices.map((choice) => typeText(choice as JsonSchema, indent)));
  if (Array.isArray(schema.allOf))
    return schema.allOf.map((part) => typeText(part as JsonSchema, indent)).join(" & ");
  if (Array.isArray(schema.type))
    return union(schema.type.map((type) => typeText({ ...schema, type }, indent)));
  if (schema.type === "array") return listText(schema.items as JsonSchema | undefined, indent);
  if (schema.type === "object" || schema.properties) return objectText(schema, indent);
  return primitives[String(schema.type)] ?? "unknown";
}

/** The last part of `#/components/schemas/Name`. */
function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

function listText(items: JsonSchema | undefined, indent: number): string {
  return `readonly (${items ? typeText(items, indent) : "unknown"})[]`;
}

function objectText(schema: JsonSchema, indent: number): string {
  const { properties, required = [], additionalProperties } = schema;
  if (!properties || Object.keys(properties).length === 0) {
    const values = isSchema(additionalProperties) ? typeText(additionalProperties, indent) : "unknown";
    return `Readonly<Record<string, ${values}>>`;
  }
  return membersText(properties as Members, required as readonly string[], indent);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** `{ … }` with a line for each member, and above it what it means. */
export function membersText(members: Members, required: readonly string[], indent: number): string {
  const space = "  ".repeat(indent + 1);
  const lines = Object.entries(members).flatMap(([name, schema]) => {
    const type = typeText(schema, indent + 1);
    const member = required.includes(name) ? `: ${type}` : `?: ${type} | undefined`;
    return [...commentLines(schema.description, space), `${space}readonly ${memberName(name)}${member};`];
  });
  return `{\n${lines.join("\n")}\n${"  ".repeat(indent)}}`;
}

/** A doc comment on a line of its own; none when there is nothing to say. */
export function commentLines(text: unknown, space = ""): string[] {
  if (typeof text !== "string" || text === "") return [];
  return [`${space}/** ${text.replaceAll("*/", "*\\/").replaceAll("\n", " ")} */`];
}

function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
