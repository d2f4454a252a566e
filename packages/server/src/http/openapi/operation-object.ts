import type { z } from "zod";
import { describingSchema, type JsonSchema } from "../json-schema.ts";
import { honoursIdempotencyKey, type Operation } from "../route.ts";
import { errorAnswers, errorCodesOf } from "./error-answers.ts";
import type { Exchange } from "./exchanges.ts";
import { headerReference } from "./headers.ts";
import { mediaType } from "./media-type.ts";
import type { NamedSchemas } from "./named-schemas.ts";
import { security } from "./security.ts";
import { statusName } from "./status-name.ts";
import type {
  Header,
  MediaType,
  OperationObject,
  Parameter,
  Reference,
  RequestBody,
  Response,
} from "./types.ts";

/** Fastify's `:name` as OpenAPI's `{name}`. */
export function templatedPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

export function operationObject(
  operation: Operation,
  schemas: NamedSchemas,
  exchanges: readonly Exchange[],
): OperationObject {
  const parameters = parametersOf(operation);
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    tags: [operation.tag],
    ...(operation.deprecatedSince ? { deprecated: true } : {}),
    security: security[operation.access],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body ? { requestBody: requestBody(operation, operation.body, schemas, exchanges) } : {}),
    responses: { ...answers(operation, schemas, exchanges), ...errorAnswers(operation) },
    "x-error-codes": errorCodesOf(operation),
  };
}

function parametersOf(operation: Operation): (Parameter | Reference)[] {
  return [
    ...(operation.params ? readParameters(operation.params, "path") : []),
    ...(operation.query ? readParameters(operation.query, "query") : []),
    ...(honoursIdempotencyKey(operation) ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
}

/** Parameters are shown as what they mean, an id as an integer, though on the wire all of them are text. */
function readParameters(schema: z.ZodType, place: "path" | "query"): Parameter[] {
  const { properties: sent = {}, required = [] } = describingSchema(schema, "input") as ObjectSchema;
  const { properties: meant = {} } = describingSchema(schema, "output") as ObjectSchema;
  return Object.entries(sent).map(([name, { description, ...asSent }]) => {
    const { description: _, ...asMeant } = meant[name] ?? {};
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(typeof description === "string" ? { description } : {}),
      // what is read into an object of ours has no JSON type
      schema: asMeant.type === undefined ? asSent : asMeant,
    };
  });
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

function requestBody(
  { form, upload, multipart }: Operation,
  body: z.ZodType,
  schemas: NamedSchemas,
  exchanges: readonly Exchange[],
): RequestBody {
  if (upload) return { required: true, content: asBytes(upload) };
  const sent = exchanges.filter(({ request }) => request?.body !== undefined);
  const json = mediaType(schemas.use(body, "input"), sent, ({ request }) => request?.body);
  if (multipart) return { required: true, content: { "multipart/form-data": json } };
  const encoded = form && { "application/x-www-form-urlencoded": { schema: schemas.use(form, "input") } };
  return { required: !body.safeParse(undefined).success, content: { "application/json": json, ...encoded } };
}

function answers(
  operation: Operation,
  schemas: NamedSchemas,
  exchanges: readonly Exchange[],
): Record<string, Response> {
  const headers = { "x-request-id": headerReference("RequestId"), ...operationHeaders(operation) };
  const answers: Record<string, Response> = {};
  for (const [status, schema] of Object.entries(operation.answers)) {
    const shown = exchanges.filter(({ answer }) => answer.status === Number(status));
    const json = schema && mediaType(schemas.use(schema, "output"), shown, ({ answer }) => answer.body);
    const types = {
      ...(json ? { "application/json": json } : {}),
      ...(status === "200" ? asBytes(operation.files ?? []) : {}),
      ...eventsOf(operation, schemas),
    };
    const content = Object.keys(types).length > 0 ? { content: types } : {};
    answers[status] = { description: `${statusName(status)}.`, headers, ...content };
  }
  return answers;
}

/** What is no JSON: a body that is sent as it comes, or an answer that the request's Accept header wants or that has no other form. */
function asBytes(types: readonly string[]): Record<string, MediaType> {
  return Object.fromEntries(
    types.map((type) => [type, { schema: { type: "string", contentMediaType: type } }]),
  );
}

/** OpenAPI 3.1 has no word for the events of a stream: each name and its data stand in `x-events`. */
function eventsOf({ events }: Operation, schemas: NamedSchemas): Record<string, MediaType> {
  if (!events) return {};
  const named = Object.entries(events).map(([name, data]) => [name, schemas.use(data, "output")] as const);
  return { "text/event-stream": { schema: { type: "string" }, "x-events": Object.fromEntries(named) } };
}

function operationHeaders({
  answerHeaders = {},
  deprecatedSince,
}: Operation): Record<string, Header | Reference> {
  const headers: Record<string, Header | Reference> = {};
  if (deprecatedSince) headers.Deprecation = headerReference("Deprecation");
  for (const [name, description] of Object.entries(answerHeaders)) {
    headers[name] = { description, schema: { type: "string" } };
  }
  return headers;
}
