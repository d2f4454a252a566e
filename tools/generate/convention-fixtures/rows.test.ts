import { expect, it } from "vitest";
import type { OperationObject } from "../../../packages/server/src/http/openapi/types.ts";
import { isKeyed, rowsOf } from "./rows.ts";

const parameter = (name: string, schema: object) => ({
  name,
  in: "path" as const,
  required: true,
  schema: { ...schema },
});
const operation = (operationId: string, parameters: OperationObject["parameters"] = []): OperationObject => ({
  operationId,
  summary: operationId,
  tags: [],
  security: [],
  parameters,
  responses: {},
  "x-error-codes": {},
});
const paths = {
  "/places/{id}/notes/{note}": {
    get: operation("get-note", [
      parameter("id", { type: "integer" }),
      parameter("note", { type: "string", format: "uuid" }),
    ]),
  },
  "/places/ref/{reference}": { put: operation("put-place", [parameter("reference", { type: "string" })]) },
};

it("each parameter gets a value of its kind that nobody has", () => {
  expect(rowsOf({ paths }, { takes: () => true })).toEqual([
    {
      id: "get-note",
      method: "GET",
      path: "/places/999999999999/notes/00000000-0000-4000-8000-000000000000",
    },
    { id: "put-place", method: "PUT", path: "/places/ref/acc-nobody" },
  ]);
});

it("only what the choice takes has a row, and a number may be something else", () => {
  const rows = rowsOf({ paths }, { takes: ({ operationId }) => operationId === "get-note", number: "12x" });
  expect(rows.map(({ path }) => path)).toEqual(["/places/12x/notes/00000000-0000-4000-8000-000000000000"]);
});

it("keyed is what has the parameter of keys", () => {
  expect(isKeyed(operation("a", [{ $ref: "#/components/parameters/IdempotencyKey" }]))).toBe(true);
  expect(isKeyed(operation("a", [parameter("id", { type: "integer" })]))).toBe(false);
});
