import { errorAnswer } from "@tocsin/wire";
import { z } from "zod";
import type { Operation } from "./route.ts";

type JsonSchema = Record<string, unknown>;

/** The plain JSON Schemas of an operation: what Fastify serializes by and what the OpenAPI document shows. */
export function fastifySchema(operation: Operation): JsonSchema {
  const response: Record<number, JsonSchema> = {};
  for (const [status, schema] of Object.entries(operation.answers)) {
    if (schema) response[Number(status)] = outputSchema(schema);
  }
  for (const status of operation.errors) response[status] = outputSchema(errorAnswer);
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    tags: [operation.tag],
    ...(operation.access === "open" ? {} : { security: [{ bearer: [] }] }),
    ...(operation.params ? { params: inputSchema(operation.params) } : {}),
    ...(operation.query ? { querystring: inputSchema(operation.query) } : {}),
    ...(operation.body ? { body: inputSchema(operation.body) } : {}),
    response,
  };
}

function inputSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", reused: "inline" });
}

function outputSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "output", target: "draft-07" });
}
