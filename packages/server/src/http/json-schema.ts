import { z } from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a zod schema takes in (a request), or what comes out of it (an answer, a parameter once it is read). */
export type Side = "input" | "output";

/** Schemas without names, so that nothing is referred to and everything stands where it is used. */
const nameless = z.registry<Record<string, never>>();

/** JSON Schema 2020-12 with named parts under `$defs`, as OpenAPI 3.1 shows it. */
export function describingSchema(schema: z.ZodType, side: Side): JsonSchema {
  // what is read into an object of ours has no JSON type: it is left open, not refused
  return z.toJSONSchema(schema, {
    io: side,
    unrepresentable: "any",
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
}

/** JSON Schema draft 7 without references, as a serializer is compiled from. */
export function serializingSchema(schema: z.ZodType): JsonSchema {
  const override = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => tidy(jsonSchema);
  return z.toJSONSchema(schema, { io: "output", target: "draft-07", metadata: nameless, override });
}

/** Takes away what zod says and a reader does not need. The schema is changed in place, as zod's hook wants it. */
function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  // first, since what is merged may not have been tidied
  mergeNull(schema);
  // every integer of zod is a safe one
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  // the format says it in one word
  if (schema.format !== undefined) delete schema.pattern;
  // more members may come: a client that refused them would break
  if (schema.additionalProperties === false) delete schema.additionalProperties;
}

/** `anyOf [T, null]` as one type with null: shorter to read, and serialized without trying alternatives. */
function mergeNull(schema: z.core.JSONSchema.BaseSchema): void {
  const [something, nothing, ...more] = schema.anyOf ?? [];
  if (!something || nothing?.type !== "null" || more.length > 0 || typeof something.type !== "string") return;
  if (something.enum || something.const !== undefined) return;
  delete schema.anyOf;
  Object.assign(schema, something, { type: [something.type, "null"] });
}
