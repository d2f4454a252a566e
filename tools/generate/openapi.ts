import { stringify } from "yaml";
import { apis } from "../../packages/server/src/http/app.ts";
import { openApiDocument } from "../../packages/server/src/http/openapi/document.ts";
import type { Api } from "../../packages/server/src/http/openapi/doors.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** The contract as data, door by door; a running server gives the same as JSON, with its own address. */
export const openApiFiles: readonly GeneratedFile[] = apis.map((api) => ({
  path: api.file,
  write: () => writeDocument(api),
}));

function writeDocument(api: Api): string {
  const document = openApiDocument(api.operations, "http://127.0.0.1:8080", undefined, api);
  return `# Written by \`npm run gen\` from packages/wire and the operations of packages/server/src/http/app.ts.\n${stringify(document, { lineWidth: 120, aliasDuplicateObjects: false })}`;
}
