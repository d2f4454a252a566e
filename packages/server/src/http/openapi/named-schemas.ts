import type { z } from "zod";
import { describingSchema, type JsonSchema, type Side } from "../json-schema.ts";

/** Collects the schemas that have a name (zod's `.meta({ id })`), so that each is written once and referred to. */
export interface NamedSchemas {
  /** The schema as it stands in a request or an answer: a reference when it has a name. */
  use(schema: z.ZodType, side: Side): JsonSchema;
  /** Every named schema used so far, in alphabetical order. */
  all(): Readonly<Record<string, JsonSchema>>;
}

export function collectNamedSchemas(): NamedSchemas {
  const named = new Map<string, JsonSchema>();
  return {
    use(schema, side) {
      const { $schema: _, $defs = {}, ...own } = pointIntoComponents(describingSchema(schema, side));
      for (const [name, definition] of Object.entries($defs as Record<string, JsonSchema>))
        add(named, name, definition);
      return own;
    },
    all: () => Object.fromEntries([...named].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function add(named: Map<string, JsonSchema>, name: string, definition: JsonSchema): void {
  const known = named.get(name);
  if (known && JSON.stringify(known) !== JSON.stringify(definition)) {
    throw new Error(`Two schemas are called ${name}: give one of them another id in packages/wire`);
  }
  named.set(name, definition);
}

function pointIntoComponents(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}
