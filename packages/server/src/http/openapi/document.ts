import { honoursIdempotencyKey, type Operation } from "../route.ts";
import { type Door, panicDoor } from "./doors.ts";
import { sharedErrorAnswers } from "./error-answers.ts";
import { type Exchanges, readExchanges } from "./exchanges.ts";
import { headers, idempotencyKey } from "./headers.ts";
import { collectNamedSchemas } from "./named-schemas.ts";
import { operationObject, templatedPath } from "./operation-object.ts";
import type { OpenApiDocument, PathItem } from "./types.ts";
import { readDeliveries, webhookItems } from "./webhooks.ts";

type DocumentedDoor = Pick<Door, "info" | "securitySchemes" | "sendsWebhooks">;

/**
 * The OpenAPI 3.1 document of `operations`, in their order: the very schemas that requests are checked by and answers are
 * serialized by, and the exchanges of `contract/examples` and deliveries of
 * `contract/webhooks` as examples.
 * @param serverUrl absolute base of every path, without a trailing slash
 * @param door at which they are asked for
 */
export function openApiDocument(
  operations: readonly Operation[],
  serverUrl: string,
  exchanges: Exchanges = readExchanges(),
  { info, securitySchemes, sendsWebhooks = false }: DocumentedDoor = panicDoor,
): OpenApiDocument {
  const schemas = collectNamedSchemas();
  const paths: Record<string, PathItem> = {};
  for (const operation of operations) {
    const path = templatedPath(operation.path);
    const described = operationObject(operation, schemas, exchanges.get(operation.operationId) ?? []);
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described };
  }
  const webhooks = sendsWebhooks ? { webhooks: webhookItems(schemas, readDeliveries()) } : {};
  const responses = sharedErrorAnswers(operations, schemas, exchanges);
  return {
    openapi: "3.1.0",
    info,
    servers: [{ url: serverUrl }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    ...webhooks,
    components: {
      schemas: schemas.all(),
      responses,
      parameters: operations.some(honoursIdempotencyKey) ? { IdempotencyKey: idempotencyKey } : {},
      headers,
      securitySchemes,
    },
  };
}
