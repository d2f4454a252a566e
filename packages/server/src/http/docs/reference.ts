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

/**
 * The API reference as Markdown, from the OpenAPI document: operations by tag, then the objects they exchange. Links are
 * relative to the docs folder.
 */
export function referenceMarkdown(document: OpenApiDocument): string {
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
      .flatMap(({ heading, operation }) => describeOperation(heading, operation, document)),
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

function describeOperation(heading: string, operation: OperationObject, document: OpenApiDocument): string[] {
  const parameters = (operation.parameters ?? []).map((parameter) =>
    lookUp(parameter, document.components.parameters),
  );
  return [
    `### ${operation.summary}`,
    `\`${heading}\``,
    ...(operation.description ? [operation.description] : []),
    `Operation \`${operation.operationId}\`; ${describeAccess(operation)}.`,
    ...(parameters.length > 0 ? ["#### Parameters", parametersTable(parameters)] : []),
    ...(operation.requestBody ? ["#### Body", ...describeBody(operation.requestBody, document)] : []),
    ...Object.entries(operation.responses).flatMap(([status, response]) =>
      "$ref" in response ? [] : describeAnswer(status, response),
    ),
    "#### Errors",
    errorsTable(operation),
  ];
}

function describeAccess({ security }: OperationObject): string {
  const scopes = security.flatMap((alternative) => Object.values(alternative).flat());
  if (scopes.length === 0) return "takes no token";
  return `takes a [${scopes.join(", ").replace(/, (?=\w+$)/, " or ")} token](integrate/tokens.md)`;
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
    ...Object.entries(content).flatMap(([type, { schema, examples }]) => [
      type === "application/json"
        ? `${describeType(schema)}.`
        : `Or \`${type}\`, for whoever asks for it with \`Accept\`.`,
      ...samples(examples),
    ]),
  ];
}

/** A request's members stand right where they are needed. */
function describeBody({ content }: RequestBody, { components }: OpenApiDocument): string[] {
  return Object.entries(content).flatMap(([type, { schema, examples }]) => {
    const named = typeof schema.$ref === "string" ? components.schemas[nameOf(schema.$ref)] : undefined;
    return [`\`${type}\``, membersTable(named ?? schema), ...samples(examples)];
  });
}

function samples(examples: MediaType["examples"] = {}): string[] {
  return Object.values(examples).flatMap(({ summary, value }) => [
    `${summary}:`,
    `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``,
  ]);
}

function errorsTable(operation: OperationObject): string {
  const rows = Object.entries(operation["x-error-codes"]).map(([status, codes]) =>
    row([status, codes.map((code) => `[\`${code}\`](errors/${code}.md)`).join(", ")]),
  );
  return [row(["Status", "`x-error-code`"]), row(["---", "---"]), ...rows].join("\n");
}
