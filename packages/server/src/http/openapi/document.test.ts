import { describe, expect, test } from "vitest";
import { z } from "zod";
import { errorCodes } from "../../errors.ts";
import { operations } from "../app.ts";
import { operation } from "../route.ts";
import { openApiDocument } from "./document.ts";

const document = openApiDocument(operations, "https://callouts.example.com");
const documented = Object.values(document.paths).flatMap((item) => Object.values(item));

const thing = {
  method: "POST",
  path: "/things/:id",
  operationId: "create-thing",
  summary: "Create a thing",
  tag: "Things",
  access: "server",
  answers: { 201: z.object({ id: z.int() }) },
  errors: ["not-found"],
  handle: async () => ({ status: 201 }),
} as const;

function responsesOf(spec: Parameters<typeof operation>[0]): string[] {
  const { paths } = openApiDocument([operation(spec)], "", new Map());
  return Object.keys(Object.values(Object.values(paths)[0] ?? {})[0]?.responses ?? {});
}

describe("errors", () => {
  test("those that follow from what an operation takes are listed without being named", () => {
    expect(responsesOf({ ...thing, access: "open", method: "GET" })).toEqual(["201", "404", "500", "503"]);
    expect(responsesOf({ ...thing, body: z.object({}), access: "open" })).toEqual([
      "201",
      "400",
      "404",
      "413",
      "415",
      "500",
      "503",
    ]);
    expect(responsesOf(thing)).toEqual(["201", "400", "401", "404", "409", "500", "503"]);
  });

  test("each names its codes, none that nothing answers, and the shared answers know all of them", () => {
    const named = documented.flatMap((each) => Object.values(each["x-error-codes"]).flat());
    const shared = Object.values(document.components.responses).flatMap(
      ({ headers }) => (headers["x-error-code"] as unknown as { schema: { enum: string[] } }).schema.enum,
    );
    expect([...new Set(named)].toSorted()).toEqual(shared.toSorted());
    expect(Object.keys(errorCodes)).toEqual(expect.arrayContaining(shared));
  });

  test("503 says when to try again, and every answer names its request", () => {
    const { responses } = document.components;
    expect(responses.ServiceUnavailable?.headers).toHaveProperty("retry-after");
    for (const { headers } of Object.values(responses)) expect(headers).toHaveProperty("x-request-id");
  });
});

test("exactly the POSTs that take a token take an Idempotency-Key", () => {
  const taking = documented.filter(({ parameters = [] }) =>
    JSON.stringify(parameters).includes("IdempotencyKey"),
  );
  const expected = operations.filter(
    ({ method, path, access }) => method === "POST" && access !== "open" && !path.includes("/oauth/"),
  );
  expect(taking.map(({ operationId }) => operationId)).toEqual(
    expected.map(({ operationId }) => operationId),
  );
});

test("each operation names the scopes of token that may call it, and those for nobody's token name none", () => {
  const scopes = (operationId: string) =>
    documented
      .find((each) => each.operationId === operationId)
      ?.security.flatMap((alternative) => Object.values(alternative).flat());
  expect(scopes("create-oauth-token")).toEqual([]);
  expect(scopes("list-active-callouts")).toEqual(["server"]);
  expect(scopes("get-callout")).toEqual(["server", "callout", "customer"]);
});

test("two different schemas of one name are refused, not mixed up", () => {
  const answers = {
    200: z.object({ a: z.int() }).meta({ id: "Twice" }),
    201: z.object({ b: z.int() }).meta({ id: "Twice" }),
  };
  expect(() => openApiDocument([operation({ ...thing, answers })], "")).toThrow(
    "Two schemas are called Twice",
  );
});
