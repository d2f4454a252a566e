import type { JsonSchema } from "../../../packages/server/src/http/json-schema.ts";
import type {
  Content,
  OpenApiDocument,
  OperationObject,
  Parameter,
  Reference,
  Response,
} from "../../../packages/server/src/http/openapi/types.ts";
import { commentLines, membersText, typeText } from "./type-text.ts";

/** An operation with where it is found. */
interface Located {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** The operations as a type (what each takes and answers) and as data (where each goes). */
export function operationsFile(document: Pick<OpenApiDocument, "paths" | "components">): string {
  const located = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const names = Object.keys(document.components.schemas);
  const types = located.map((one) => operationType(one)).join("\n");
  const imported = names.filter((name) => new RegExp(`\\b${name}\\b`).test(types));
  return [
    `import type { ${imported.join(", ")} } from "./schemas.gen.ts";`,
    'import type { Body, Nothing, RouteTable } from "../route.ts";',
    "",
    "/** What each operation takes and answers. */",
    `export interface Operations {\n${types}\n}`,
    "",
    "/** Where each operation goes. */",
    `export const routes: RouteTable<Operations> = {\n${located.map(routeText).join("\n")}\n};`,
    "",
  ].join("\n");
}

/** `create-fixed-location` as `createFixedLocation`. */
function methodName(operationId: string): string {
  return operationId.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function operationType({ operation }: Located): string {
  const text = [operation.summary, operation.description].filter(Boolean).join(". ");
  return [
    ...commentLines(text, "  "),
    `  ${methodName(operation.operationId)}: {`,
    `    readonly request: ${requestType(operation)};`,
    `    readonly answer: ${answerTypes(operation)};`,
    "  };",
  ].join("\n");
}

/** Path and query beside each other, the body under `body`. */
function requestType(operation: OperationObject): string {
  const members: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const parameter of namedParameters(operation)) {
    if (parameter.name in members || parameter.name === "body")
      throw new Error(`${operation.operationId}: two parameters are called ${parameter.name}`);
    const { description } = parameter;
    members[parameter.name] = { ...parameter.schema, ...(description ? { description } : {}) };
    if (parameter.required) required.push(parameter.name);
  }
  const body = operation.requestBody;
  const parameters = Object.keys(members).length > 0 ? membersText(members, required, 2) : "";
  const sent = body && `{ readonly body${body.required ? "" : "?"}: ${bodyType(body.content)} }`;
  return [parameters, sent].filter(Boolean).join(" & ") || "Nothing";
}

/** JSON where it is taken, else whatever fetch can send: a form, a file. */
function bodyType(content: Content): string {
  const json = content["application/json"];
  return json ? typeText(json.schema, 2) : "Body";
}

function answerTypes(operation: OperationObject): string {
  const answers = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
  return answers
    .map(([status, answer]) => `{ readonly status: ${status}; readonly body: ${answerBody(answer)} }`)
    .join(" | ");
}

function answerBody(answer: Response | Reference): string {
  const content = "content" in answer ? answer.content : undefined;
  if (!content) return "undefined";
  const types = Object.entries(content).map(([type, { schema }]) =>
    isJson(type) ? typeText(schema, 2) : isText(type) ? "string" : "Uint8Array",
  );
  return [...new Set(types)].join(" | ");
}

function isJson(mediaType: string): boolean {
  return mediaType === "application/json" || mediaType.endsWith("+json");
}

function isText(mediaType: string): boolean {
  return mediaType.startsWith("text/") || mediaType.endsWith("xml");
}

function namedParameters({ parameters = [] }: OperationObject): readonly Parameter[] {
  return parameters.filter((parameter): parameter is Parameter => "name" in parameter);
}

function routeText({ method, path, operation }: Located): string {
  const query = namedParameters(operation).filter((parameter) => parameter.in === "query");
  const keyed = (operation.parameters ?? []).some((parameter) => "$ref" in parameter);
  const parts = [
    `method: "${method}"`,
    `path: "${path}"`,
    `query: [${query.map(({ name }) => `"${name}"`).join(", ")}]`,
    `open: ${operation.security.length === 0}`,
    `keyed: ${keyed}`,
  ];
  return `  ${methodName(operation.operationId)}: { ${parts.join(", ")} },`;
}
