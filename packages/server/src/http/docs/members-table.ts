import type { JsonSchema } from "../json-schema.ts";
import { slug } from "./render-markdown.ts";

interface Member {
  /** Dotted from the object that the table is about; `[]` for each item of a list. */
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** A table of an object's members, those of its nameless inner objects among them. */
export function membersTable(schema: JsonSchema): string {
  const rows = membersOf(schema).map(({ name, schema, required }) =>
    row([`\`${name}\``, describeType(schema), required ? "yes" : "no", noteOf(schema)]),
  );
  return [row(["Member", "Type", "Required", "Meaning"]), row(["---", "---", "---", "---"]), ...rows].join(
    "\n",
  );
}

/** One line for the type of a value: `integer, from 1`, `text or null`, `list of [FlatCallout](#flatcallout)`. */
export function describeType(schema: JsonSchema): string {
  const { $ref, anyOf, items, enum: values } = schema as Parts;
  if ($ref !== undefined) return linkTo(nameOf($ref));
  if (anyOf) return [...new Set(anyOf.map(describeType))].join(" or ");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (values) return values.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if (items) return `list of ${describeType(items)}`;
  const types = [schema.type].flat().map((type) => wordFor(type, schema.format));
  return [types.join(" or "), ...limitsOf(schema)].join(", ");
}

export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}

/** The name of a component that a reference points to. */
export function nameOf($ref: string): string {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

export function linkTo(component: string): string {
  return `[${component}](#${slug(component)})`;
}

interface Parts {
  readonly $ref?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

function membersOf(schema: JsonSchema, prefix = ""): Member[] {
  const { properties = {}, required = [], items } = schema as Parts;
  if (items) return membersOf(items, `${prefix}[]`);
  return Object.entries(properties).flatMap(([name, member]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    return [{ name: path, schema: member, required: required.includes(name) }, ...membersOf(member, path)];
  });
}

function noteOf({ description }: JsonSchema): string {
  return typeof description === "string" ? description : "";
}

function wordFor(type: unknown, format: unknown): string {
  if (type !== "string") return type === "array" ? "list" : String(type);
  return format === "date-time" ? "time" : "text";
}

interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

function limitsOf({ minimum, maximum, minLength, maxLength }: Limits): string[] {
  return [
    ...(minimum === undefined
      ? []
      : [maximum === undefined ? `from ${minimum}` : `${minimum} to ${maximum}`]),
    ...(maxLength === undefined
      ? []
      : [`${minLength === undefined ? "at most" : `${minLength} to`} ${maxLength} characters`]),
  ];
}
