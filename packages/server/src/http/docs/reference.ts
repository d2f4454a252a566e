import type { JsonSchema } from "../json-schema.ts";
import type {
  MediaType,
  OpenApiDocument,
  OperationObject,
  Parameter,
  Reference,
  RequestBody,
  Response,
} from "../openapi/types.ts";
import { describeType, linkTo, membersTable, nameOf, row } from "./members-table.ts";

/** Where the reference stands. */
export interface Place {
  /** From there to the docs folder: empty, or `../`. */
  readonly root: string;
  /** From the docs folder: how to come by a token. */
  readonly tokensPage: string;
}

/** The API reference as Markdown, from the OpenAPI document: operations by tag, then the objects they exchange. */
export function referenceMarkdown(document: OpenApiDocument, place: Place): string {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      heading: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  const sections = document.tags.flatMap(({ name }) => [
    `## ${name}`,
    ...operations
      .filter(({ operation }) => operation.tags.includes(name))
      .flatMap(({ heading, operation }) => describeOperation(heading, operation, document, place)),
  ]);
  const objects = Object.entries(document.components.schemas).map(([name, schema]) => ({
    name,
    table: membersTable(schema),
  }));
  // what nothing links to stands right where it is used
  const text = [...sections, ...objects.map(({ table }) => table)].join("\n");
  const linked = objects.filter(({ name }) => text.includes(linkTo(name)));
  return [...sections, "## Objects", ...linked.flatMap(({ name, table }) => [`### ${name}`, table])].join(
    "\n\n",
  );
}

function describeOperation(
  heading: string,
  operation: OperationObject,
  document: OpenApiDocument,
  { root, tokensPage }: Place,
): string[] {
  const parameters = (operation.parameters ?? []).map((parameter) =>
    lookUp(parameter, document.components.parameters),
  );
  return [
    `### ${operation.summary}`,
    `\`${heading}\``,
    ...(operation.description ? [operation.description] : []),
    `Operation \`${operation.operationId}\`; ${describeAccess(operation, root + tokensPage)}.`,
    ...(parameters.length > 0 ? ["#### Parameters", parametersTable(parameters)] : []),
    ...(operation.requestBody ? ["#### Body", ...describeBody(operation.requestBody, document)] : []),
    ...Object.entries(operation.responses).flatMap(([status, response]) =>
      "$ref" in response ? [] : describeAnswer(status, response),
    ),
    "#### Errors",
    errorsTable(operation, root),
  ];
}

function describeAccess({ security }: OperationObject, tokensPage: string): string {
  const scopes = new Set(security.flatMap((alternative) => Object.values(alternative).flat()));
  if (scopes.size === 0) return "takes no token";
  const names = [...scopes].join(", ").replace(/, (?=\w+$)/, " or ");
  return `takes ${/^[aeiou]/.test(names) ? "an" : "a"} [${names} token](${tokensPage})`;
}

function lookUp(parameter: Parameter | Reference, known: Readonly<Record<string, Parameter>>): Parameter {
  if (!("$ref" in parameter)) return parameter;
  const found = known[nameOf(parameter.$ref)];
  if (!found) throw new Error(`The OpenAPI document has no ${parameter.$ref}`);
  return found;
}

function parametersTable(parameters: readonly Parameter[]): string {
  const rows = parameters.map(({ name, in: place, required, description = "", schema }) =>
    row([`\`${name}\``, place, describeType(schema), required ? "yes" : "no", description]),
  );
  return [
    row(["Name", "In", "Type", "Required", "Meaning"]),
    row(["---", "---", "---", "---", "---"]),
    ...rows,
  ].join("\n");
}

function describeAnswer(status: string, { description, content }: Response): string[] {
  const title = `#### Answer ${status} ${description.replace(/\.$/, "")}`;
  if (!content) return [title, "No body."];
  return [
    title,
    ...Object.entries(content).flatMap(([type, { schema, examples, "x-events": events }]) => [
      ...(events ? describeEvents(events) : [describeMedia(type, schema)]),
      ...samples(examples),
    ]),
  ];
}

function describeMedia(type: string, schema: JsonSchema): string {
  return type === "application/json"
    ? `${describeType(schema)}.`
    : `Or \`${type}\`, for whoever asks for it with \`Accept\`.`;
}

/** Each event of a stream with its data. */
function describeEvents(events: Readonly<Record<string, JsonSchema>>): string[] {
  return Object.entries(events).flatMap(([name, data]) => [
    `Event \`${name}\`:`,
    typeof data.$ref === "string" ? `${describeType(data)}.` : membersTable(data),
  ]);
}

/** A request's members stand right where they are needed. */
function describeBody({ content }: RequestBody, { components }: OpenApiDocument): string[] {
  return Object.entries(content).flatMap(([type, { schema, examples }]) => {
    const named = typeof schema.$ref === "string" ? components.schemas[nameOf(schema.$ref)] : undefined;
    const members = type === "application/json" || named ? [membersTable(named ?? schema)] : [];
    return [`\`${type}\``, ...members, ...samples(examples)];
  });
}

function samples(examples: MediaType["examples"] = {}): string[] {
  return Object.values(examples).flatMap(({ summary, value }) => [
    `${summary}:`,
    `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``,
  ]);
}

function errorsTable(operation: OperationObject, root: string): string {
  const rows = Object.entries(operation["x-error-codes"]).map(([status, codes]) =>
    row([status, codes.map((code) => `[\`${code}\`](${root}errors/${code}.md)`).join(", ")]),
  );
  return [row(["Status", "`x-error-code`"]), row(["---", "---"]), ...rows].join("\n");
}
