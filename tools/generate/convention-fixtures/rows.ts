import type {
  OpenApiDocument,
  OperationObject,
  Parameter,
} from "../../../packages/server/src/http/openapi/types.ts";

/** An operation as a row of a fixture's table: a request that finds nothing and changes nothing. */
export interface Row {
  readonly id: string;
  readonly method: string;
  /** From the server's address, with values for its parameters. */
  readonly path: string;
}

/** Which requests a convention is tried with. */
export interface Choice {
  readonly takes: (operation: OperationObject) => boolean;
  /** What stands for a whole number in the path; by default an id that nobody has. */
  readonly number?: string;
}

const nobody = { number: "999999999999", uuid: "00000000-0000-4000-8000-000000000000", text: "acc-nobody" };

/** A row for each operation that the choice takes. */
export function rowsOf({ paths }: Pick<OpenApiDocument, "paths">, { takes, number }: Choice): readonly Row[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => takes(operation))
      .map(([method, operation]) => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path: fillPath(path, operation, number ?? nobody.number),
      })),
  );
}

function fillPath(path: string, operation: OperationObject, number: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const schema = pathParameters(operation).find((parameter) => parameter.name === name)?.schema;
    if (schema?.type === "integer") return number;
    return schema?.format === "uuid" ? nobody.uuid : nobody.text;
  });
}

export function pathParameters({ parameters = [] }: OperationObject): readonly Parameter[] {
  return parameters.filter(
    (parameter): parameter is Parameter => "name" in parameter && parameter.in === "path",
  );
}

/** Whether it takes an `Idempotency-Key`. */
export function isKeyed({ parameters = [] }: OperationObject): boolean {
  return parameters.some((parameter) => "$ref" in parameter && parameter.$ref.endsWith("/IdempotencyKey"));
}
