import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type ErrorCode, errorCodes } from "../../errors.ts";
import { operations } from "../app.ts";
import { possibleErrors } from "../possible-errors.ts";
import { operation } from "../route.ts";
import { openApiDocument } from "./document.ts";
import { readExchanges } from "./exchanges.ts";

const document = openApiDocument(operations, "https://callouts.example.com");
const documented = Object.values(document.paths).flatMap((item) => Object.values(item));
const system = useSystem();

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

test("it is served, with the address that others reach the server by", async () => {
  const { status, body, headers } = await system.request({
    method: "GET",
    path: "/openapi.json",
    token: null,
  });
  expect(status).toBe(200);
  expect(headers["content-type"]).toMatch("application/json");
  expect(body).toEqual(
    JSON.parse(JSON.stringify({ ...document, servers: [{ url: "https://tocsin.test" }] })),
  );
});

test("every operation of the server is in it, and nothing else", () => {
  expect(documented.map(({ operationId }) => operationId).toSorted()).toEqual(
    operations.map(({ operationId }) => operationId).toSorted(),
  );
});

test("every reference leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(0);
  for (const [, kind = "", name = ""] of references) {
    expect(Object.keys(document.components[kind as keyof typeof document.components])).toContain(name);
  }
});

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

describe("examples", () => {
  const exchanges = readExchanges();

  test("there is one for every answer of every operation, and for every error that an integrator meets", () => {
    const wanted = operations.flatMap(({ operationId, answers }) =>
      Object.entries(answers).flatMap(([status, schema]) => (schema ? [`${operationId} ${status}`] : [])),
    );
    const shown = operations.flatMap(({ operationId }) =>
      (exchanges.get(operationId) ?? []).map(({ answer }) => `${operationId} ${answer.status}`),
    );
    expect(wanted.filter((each) => !shown.includes(each))).toEqual([]);
    const codes = (exchanges.get("errors") ?? []).map(({ name }) => name);
    const met = new Set(operations.flatMap(possibleErrors));
    expect([...met].filter((code) => !codes.includes(code))).toEqual([]);
  });

  const ofOperations = operations.flatMap((meant) =>
    (exchanges.get(meant.operationId) ?? []).map((exchange) => ({ meant, ...exchange })),
  );

  test.each(ofOperations)("$meant.operationId/$name keeps to the schemas", ({ meant, request, answer }) => {
    expect(meant.body?.safeParse(request?.body).success ?? true).toBe(true);
    // a member that the schema does not know would be gone from what it reads
    expect(meant.answers[answer.status]?.parse(answer.body)).toEqual(answer.body);
  });

  test("each belongs to an operation, or shows an error with its status", () => {
    const errors = exchanges.get("errors") ?? [];
    expect(errors.filter(({ name, answer }) => errorCodes[name as ErrorCode] !== answer.status)).toEqual([]);
    const known = new Set([...operations.map(({ operationId }) => operationId), "errors"]);
    expect([...exchanges.keys()].filter((folder) => !known.has(folder))).toEqual([]);
  });
});
