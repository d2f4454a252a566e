import type { OpenApiDocument } from "../../../packages/server/src/http/openapi/types.ts";
import { commentLines, typeText } from "./type-text.ts";

/** Every named schema of the document as an exported type. */
export function schemasFile({ components }: Pick<OpenApiDocument, "components">): string {
  const types = Object.entries(components.schemas).map(([name, schema]) =>
    [...commentLines(schema.description), declaration(name, typeText(schema))].join("\n"),
  );
  return `${types.join("\n\n")}\n`;
}

function declaration(name: string, type: string): string {
  const plain = type.startsWith("{") && type.endsWith("}");
  return plain ? `export interface ${name} ${type}` : `export type ${name} = ${type};`;
}
