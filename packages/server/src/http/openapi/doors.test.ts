import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { type ErrorCode, errorCodes } from "../../errors.ts";
import { apis } from "../app.ts";
import { possibleErrors } from "../possible-errors.ts";
import { openApiDocument } from "./document.ts";
import { readExchanges } from "./exchanges.ts";

const system = useSystem();
const exchanges = readExchanges();

describe.each(apis)("$documentPath", (api) => {
  const { operations, documentPath } = api;
  const document = openApiDocument(operations, "https://callouts.example.com", exchanges, api);
  const documented = Object.values(document.paths).flatMap((item) => Object.values(item));

  test("is served, with the address that others reach the server by", async () => {
    const answer = await system.request({ method: "GET", path: documentPath, token: null });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toMatch("application/json");
    const servers = [{ url: "https://tocsin.test" }];
    expect(answer.body).toEqual(JSON.parse(JSON.stringify({ ...document, servers })));
  });

  test("has every operation of its door, and nothing else", () => {
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

  test("whatever takes a token says which, in a scheme of the document", () => {
    const schemes = Object.keys(document.components.securitySchemes);
    for (const { operationId, security } of documented) {
      const isOpen = operations.find((each) => each.operationId === operationId)?.access === "open";
      expect([operationId, security.length === 0]).toEqual([operationId, isOpen]);
      expect(schemes).toEqual(expect.arrayContaining(security.flatMap((each) => Object.keys(each))));
    }
  });

  test("there is an example for every answer of every operation, and for every error that is met here", () => {
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
    const takesJson = meant.body !== undefined && !meant.upload && !meant.multipart;
    expect(takesJson ? meant.body?.safeParse(request?.body).success : true).toBe(true);
    // a member that the schema does not know would be gone from what it reads
    expect(meant.answers[answer.status]?.parse(answer.body)).toEqual(answer.body);
  });
});

test("no two operations of the server have the same name", () => {
  const names = apis.flatMap(({ operations }) => operations.map(({ operationId }) => operationId));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("each example belongs to an operation, or shows an error with its status", () => {
  const errors = exchanges.get("errors") ?? [];
  expect(errors.filter(({ name, answer }) => errorCodes[name as ErrorCode] !== answer.status)).toEqual([]);
  const names = apis.flatMap(({ operations }) => operations.map(({ operationId }) => operationId));
  const known = new Set([...names, "errors"]);
  expect([...exchanges.keys()].filter((folder) => !known.has(folder))).toEqual([]);
});

test("a stream's document names its events and shows their data", () => {
  const streams = apis.flatMap((api) => {
    const { paths } = openApiDocument(api.operations, "", exchanges, api);
    const answers = Object.values(paths).flatMap((item) =>
      Object.values(item).map(({ responses }) => responses[200]),
    );
    return answers.flatMap((answer) =>
      answer && "content" in answer ? (answer.content?.["text/event-stream"]?.["x-events"] ?? []) : [],
    );
  });
  expect(streams.map((events) => Object.keys(events))).toEqual([
    ["callout", "alarm", "visit", "responder", "heartbeat"],
    ["offer", "offerWithdrawn", "assignment", "message", "heartbeat"],
  ]);
});
