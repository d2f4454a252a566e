import { operations } from "../../packages/server/src/http/app.ts";
import { openApiDocument } from "../../packages/server/src/http/openapi/document.ts";
import type { OperationObject } from "../../packages/server/src/http/openapi/types.ts";
import { type Choice, isKeyed, pathParameters, rowsOf } from "./convention-fixtures/rows.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** What holds for every operation alike, tried with each of them: a new operation is held to it from its first day. */
interface Convention extends Choice {
  readonly id: string;
  readonly title: string;
  readonly provenance: { readonly mark: string; readonly where: string };
  readonly steps: readonly unknown[];
}

const request = { method: "{{method}}", path: "{{path}}" };
const takesJson = ({ requestBody }: OperationObject): boolean =>
  requestBody?.content["application/json"] !== undefined;
const key = { "idempotency-key": "acc-{{unique}}" };

const conventions: readonly Convention[] = [
  {
    id: "token-is-required",
    title: "Without a good token every operation is 401, in the same words",
    provenance: { mark: "ref", where: "panic-v2 §1.5: missing, malformed, expired or foreign token → 401" },
    takes: ({ security }) => security.length > 0,
    number: "abc",
    steps: [
      {
        note: "no token",
        request: { ...request, auth: "none" },
        expect: { status: 401, headers: { "www-authenticate": { $matches: "^Bearer" } } },
        capture: { code: "headers.x-error-code" },
      },
      {
        note: "nonsense",
        request: { ...request, auth: "Bearer nonsense" },
        expect: { status: 401, headers: { "x-error-code": "{{code}}" } },
      },
    ],
  },
  {
    id: "path-id-is-a-number",
    title: "A path that has no whole number where an id stands is 400 and names it",
    provenance: {
      mark: "ref",
      where: "panic-v2 §1.4: ids are JSON integers; §1.7: a 400 names every bad member",
    },
    takes: (operation) => pathParameters(operation).some(({ schema }) => schema.type === "integer"),
    number: "12x",
    steps: [{ request, expect: { status: 400, body: { errors: { $length: { $between: [1, 50] } } } } }],
  },
  {
    id: "body-has-a-limit",
    title: "A body beyond 1 MiB is 413 wherever a body is taken",
    provenance: { mark: "ours", where: "panic-v2 §1.11: body limit 1 MiB unless the route says otherwise" },
    takes: (operation) => takesJson(operation) && "413" in operation.responses,
    steps: [
      {
        request: {
          ...request,
          rawBody: { before: '{"x":"', repeat: "0123456789abcdef", times: 65_537, after: '"}' },
        },
        expect: { status: 413 },
      },
    ],
  },
  {
    id: "body-is-json",
    title: "A body that does not call itself JSON is 415 wherever JSON is taken",
    provenance: { mark: "ours", where: "panic-v2 §1.8: 415" },
    takes: (operation) => takesJson(operation) && "415" in operation.responses,
    steps: [
      {
        request: { ...request, headers: { "content-type": "text/plain" }, rawBody: "{}" },
        expect: { status: 415 },
      },
    ],
  },
  {
    id: "key-names-one-request",
    title: "A key that was used for one request is 409 for another, on every POST that takes keys",
    provenance: { mark: "ours", where: "panic-v2 §1.9: same key, other body → 409" },
    takes: (operation) => isKeyed(operation) && takesJson(operation),
    steps: [
      {
        note: "whatever is said of it, it is the key's answer from now on",
        request: { ...request, headers: key, body: { acceptance: 1 } },
        expect: { status: [200, 201, 400, 403, 404, 409] },
      },
      {
        request: { ...request, headers: key, body: { acceptance: 2 } },
        expect: { status: 409, headers: { "x-error-code": "idempotency-key-reused" } },
      },
    ],
  },
];

export const conventionFixtures: readonly GeneratedFile[] = conventions.map(
  ({ id, title, provenance, steps, ...choice }) => ({
    path: `contract/fixtures/conventions/${id}.json`,
    write() {
      const cases = rowsOf(openApiDocument(operations, "http://127.0.0.1:8080"), choice);
      const fixture = { id, operation: "conventions", title, provenance, profile: "wire", cases, steps };
      return `${JSON.stringify(fixture, null, 2)}\n`;
    },
  }),
);
