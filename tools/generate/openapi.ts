import { stringify } from "yaml";
import { operations } from "../../packages/server/src/http/app.ts";
import { openApiDocument } from "../../packages/server/src/http/openapi/document.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** The contract as data; a running server gives the same at /openapi.json, with its own address. */
export const openApi: GeneratedFile = {
  path: "contract/openapi.yaml",
  write() {
    const document = openApiDocument(operations, "http://127.0.0.1:8080");
    return `# Written by \`npm run gen\` from packages/wire and the operations of packages/server/src/http/app.ts.\n${stringify(document, { lineWidth: 120, aliasDuplicateObjects: false })}`;
  },
};
