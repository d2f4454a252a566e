import { STATUS_CODES } from "node:http";
import type { z } from "zod";
import { describingSchema, type JsonSchema } from "../json-schema.ts";
import { honoursIdempotencyKey, type Operation } from "../route.ts";
import { errorReference, errorStatuses } from "./error-answers.ts";
import type { Fixture } from "./fixtures.ts";
import { headerReference } from "./headers.ts";
import type { NamedSchemas } from "./named-schemas.ts";
import type { MediaType, OperationObject, Parameter, Reference, Response } from "./types.ts";

/** Fastify's `:name` as OpenAPI's `{name}`. */
export function templatedPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

export function operationObject(operation: Operation, schemas: NamedSchemas, fixtures: readonly Fixture[]): OperationObject {
  const parameters = parametersOf(operation);
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    tags: [operation.tag],
    security: operation.access === "open" ? [] : [{ bearer: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body ? { requestBody: requestBody(operation.body, schemas, fixtures) } : {}),
    responses: { ...answers(operation, schemas, fixtures), ...errors(operation) },
  };
}

function parametersOf(operation: Operation): (Parameter | Reference)[] {
  return [
    ...(operation.params ? readParameters(operation.params, "path") : []),
    ...(operation.query ? readParameters(operation.query, "query") : []),
    ...(honoursIdempotencyKey(operation) ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
}

/** Parameters are shown as what they mean, though on the wire all of them are text. */
function readParameters(schema: z.ZodType, place: "path" | "query"): Parameter[] {
  const { properties = {}, required = [] } = describingSchema(schema, "output") as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(typeof description === "string" ? { description } : {}),
    schema: rest,
  }));
}

function requestBody(body: z.ZodType, schemas: NamedSchemas, fixtures: readonly Fixture[]): NonNullable<OperationObject["requestBody"]> {
  const examples = fixtures.flatMap(({ name, summary, request }) => (request?.body === undefined ? [] : [{ name, summary, value: request.body }]));
  const required = !body.safeParse(undefined).success;
  return { required, content: { "application/json": mediaType(schemas.use(body, "input"), examples) } };
}

function answers(operation: Operation, schemas: NamedSchemas, fixtures: readonly Fixture[]): Record<string, Response> {
  const each = Object.entries(operation.answers).map(([status, schema]): [string, Response] => {
    const shown = fixtures.filter(({ answer }) => answer.status === Number(status));
    const examples = shown.map(({ name, summary, answer }) => ({ name, summary, value: answer.body }));
    const content = schema && { "application/json": mediaType(schemas.use(schema, "output"), examples) };
    const headers = { "x-request-id": headerReference("RequestId") };
    return [status, { description: `${STATUS_CODES[status]}.`, headers, ...(content ? { content } : {}) }];
  });
  return Object.fromEntries(each);
}

function errors(operation: Operation): Record<string, Reference> {
  return Object.fromEntries(errorStatuses(operation).map((status) => [status, errorReference(status)]));
}

function mediaType(schema: JsonSchema, examples: readonly { name: string; summary: string; value: unknown }[]): MediaType {
  if (examples.length === 0) return { schema };
  return { schema, examples: Object.fromEntries(examples.map(({ name, summary, value }) => [name, { summary, value }])) };
}
