import { describe, expect, test } from "vitest";
import { breachesOf } from "./conventions.ts";
import type { HttpAnswer } from "./http-client.ts";
import type { Json } from "./json.ts";

const headers = { "x-request-id": "r1", "content-type": "application/json; charset=utf-8" };
const errorHeaders = { ...headers, "x-error-code": "invalid-request" };

function answer(status: number, body: Json, given: Record<string, string>): HttpAnswer {
  return { status, headers: given, body, text: JSON.stringify(body) };
}

const named = { message: "a is required", errors: [{ field: "a", message: "is required" }] };

describe("an answer keeps the conventions", () => {
  test.each([
    ["that was read", answer(200, { id: 1 }, headers)],
    ["that refuses and names the member", answer(400, named, errorHeaders)],
    ["that is not there", answer(404, { message: "no" }, { ...errorHeaders, "x-error-code": "not-found" })],
    ["that asks to come again", answer(503, { message: "no" }, { ...errorHeaders, "retry-after": "1" })],
    [
      "that is a page",
      {
        ...answer(404, null, { ...errorHeaders, "content-type": "text/html" }),
        text: "<p>",
        body: undefined,
      },
    ],
  ])("%s", (_what, given) => {
    expect(breachesOf(given)).toEqual([]);
  });
});

describe("an answer breaks them", () => {
  test.each([
    ["without a request id", answer(200, {}, { "content-type": "application/json" }), "headers.x-request-id"],
    ["with an error without a code", answer(404, { message: "no" }, headers), "headers.x-error-code"],
    [
      "with a code that is a sentence",
      answer(404, { message: "no" }, { ...headers, "x-error-code": "Not found!" }),
      "headers.x-error-code",
    ],
    ["with an error without a message", answer(404, { error: "no" }, errorHeaders), "body"],
    ["with an empty message", answer(404, { message: "" }, errorHeaders), "body.message"],
    [
      "with an error that is text",
      { ...answer(404, "no", { ...errorHeaders, "content-type": "text/plain" }) },
      "body",
    ],
    ["with a 400 that names nothing", answer(400, { message: "no" }, errorHeaders), "body.errors"],
    [
      "with a 400 with an empty list",
      answer(400, { message: "no", errors: [] }, errorHeaders),
      "body.errors",
    ],
    [
      "with a 503 that does not say when",
      answer(503, { message: "no" }, errorHeaders),
      "headers.retry-after",
    ],
    ["with broken JSON", { ...answer(200, null, headers), text: "{", body: undefined }, "body"],
    ["with a stack", answer(500, { message: "x\n    at f (/srv/a.ts:1:2)" }, errorHeaders), "text"],
    [
      "with a statement",
      answer(500, { message: "in select id from callout where id = 1" }, errorHeaders),
      "text",
    ],
  ])("%s", (_what, given, path) => {
    expect(breachesOf(given).map((breach) => breach.path)).toContain(path);
  });
});
