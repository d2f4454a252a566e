import { operations } from "../../packages/server/src/http/app.ts";
import { openApiDocument } from "../../packages/server/src/http/openapi/document.ts";
import { operationsFile } from "./client/operations-file.ts";
import { schemasFile } from "./client/schemas-file.ts";
import type { GeneratedFile } from "./generated-file.ts";

const folder = "packages/client/src/generated";
const source = "// Written by `npm run gen` from the same operations as contract/openapi.yaml.\n";

/** The client's types come from the document that any other client is generated from. */
const document = () => openApiDocument(operations, "http://127.0.0.1:8080");

export const clientSchemas: GeneratedFile = {
  path: `${folder}/schemas.gen.ts`,
  write: () => source + schemasFile(document()),
};

export const clientOperations: GeneratedFile = {
  path: `${folder}/operations.gen.ts`,
  write: () => source + operationsFile(document()),
};
