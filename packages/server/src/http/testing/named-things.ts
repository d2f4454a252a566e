import type { z } from "zod";
import { describingSchema, type JsonSchema } from "../json-schema.ts";
import type { Operation } from "../route.ts";

/** Where a request names a thing of the tenant's by its id. */
export interface NamedThing {
  readonly part: "path" | "query" | "body";
  /** The member's way into the body (`[]` is an item of a list), the query's or the path's parameter. */
  readonly way: readonly string[];
  /** What it is called in a table of makers: a parameter together with the segment of the path before it. */
  readonly name: string;
}

/** Every parameter of the path, and every member of query and body that is called like an id. */
export function namedThings({ path, query, body }: Operation): NamedThing[] {
  return [
    ...[...path.matchAll(/([^/]+)\/:(\w+)/g)].map(([, before = "", parameter = ""]): NamedThing => {
      return { part: "path", way: [parameter], name: `${before}/:${parameter}` };
    }),
    ...idMembers(query).map((way): NamedThing => ({ part: "query", way, name: way.at(-1) ?? "" })),
    ...idMembers(body).map((way): NamedThing => ({ part: "body", way, name: memberOf(way) })),
  ];
}

function memberOf(way: readonly string[]): string {
  return way.findLast((step) => step !== "[]") ?? "";
}

function idMembers(schema: z.ZodType | undefined): string[][] {
  if (!schema) return [];
  const root = describingSchema(schema, "input");
  const definitions = (root.$defs ?? {}) as Record<string, JsonSchema>;
  const found: string[][] = [];
  const look = (part: JsonSchema, way: readonly string[]): void => {
    const { $ref, properties, items, anyOf, oneOf, allOf } = part as {
      readonly $ref?: string;
      readonly properties?: Record<string, JsonSchema>;
      readonly items?: JsonSchema;
      readonly anyOf?: readonly JsonSchema[];
      readonly oneOf?: readonly JsonSchema[];
      readonly allOf?: readonly JsonSchema[];
    };
    const definition = $ref === undefined ? undefined : definitions[$ref.split("/").at(-1) ?? ""];
    if (definition) look(definition, way);
    for (const each of [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])]) look(each, way);
    for (const [name, member] of Object.entries(properties ?? {})) {
      const list = (member as { readonly items?: JsonSchema }).items;
      if (/(^id|Ids?|_ids?)$/.test(name)) found.push(list ? [...way, name, "[]"] : [...way, name]);
      else look(member, [...way, name]);
    }
    if (items) look(items, [...way, "[]"]);
  };
  look(root, []);
  return found;
}
