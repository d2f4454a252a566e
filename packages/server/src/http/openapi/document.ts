import type { Operation } from "../route.ts";
import { sharedErrorAnswers } from "./error-answers.ts";
import { type Exchanges, readExchanges } from "./exchanges.ts";
import { headers, idempotencyKey } from "./headers.ts";
import { collectNamedSchemas } from "./named-schemas.ts";
import { operationObject, templatedPath } from "./operation-object.ts";
import type { OpenApiDocument, PathItem } from "./types.ts";

const info = {
  title: "Panic API v2",
  version: "2.0",
  summary: "Emergency callouts for registered places, as served by Tocsin.",
  description:
    "Register places, raise a callout when an alarm sounds or somebody presses a button, and follow it until it is closed.\n\n" +
    "JSON in, JSON out, times in UTC, coordinates in WGS 84. Unknown members of a request are ignored, and an empty " +
    "string counts as absent for an optional member. Answers are exact; more members may join them.",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
};

/**
 * The OpenAPI 3.1 document of `operations`, in their order: the very schemas that requests are checked by and answers are
 * serialized by, and the exchanges of `contract/examples` as examples.
 * @param serverUrl absolute base of every path, without a trailing slash
 */
export function openApiDocument(
  operations: readonly Operation[],
  serverUrl: string,
  exchanges: Exchanges = readExchanges(),
): OpenApiDocument {
  const schemas = collectNamedSchemas();
  const paths: Record<string, PathItem> = {};
  for (const operation of operations) {
    const path = templatedPath(operation.path);
    const described = operationObject(operation, schemas, exchanges.get(operation.operationId) ?? []);
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described };
  }
  const responses = sharedErrorAnswers(operations, schemas, exchanges);
  return {
    openapi: "3.1.0",
    info,
    servers: [{ url: serverUrl }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.all(),
      responses,
      parameters: { IdempotencyKey: idempotencyKey },
      headers,
      securitySchemes: { bearer },
    },
  };
}

const bearer = {
  type: "http",
  scheme: "bearer",
  bearerFormat: "JWT",
  description:
    "An access token. Each operation names the scopes that it takes, any one of them: `server` (POST /panic-api/v2/oauth/token), " +
    "`callout` (POST /panic-api/v2/oauth/calloutToken) and `customer` (from the hosted signup), both for what is that customer's own.",
};
