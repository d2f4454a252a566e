import { expect, test } from "vitest";
import { buildRequest } from "./build-request.ts";
import type { FixtureRequest } from "./fixture.ts";
import type { Json } from "./json.ts";

function build(request: Partial<FixtureRequest>, row: Record<string, Json> = {}) {
  return buildRequest(
    { method: "POST", path: "/x", auth: "none", ...request },
    { known: { unique: "u" }, row },
    { server: "T1", other: "T2" },
  );
}

test.each([
  ["server", "Bearer T1"],
  ["other", "Bearer T2"],
  ["none", undefined],
  ["Basic abc", "Basic abc"],
])("auth %s sends %s", (auth, authorization) => {
  expect(build({ auth }).headers.authorization).toBe(authorization);
});

test("a body is JSON and says so, unless the fixture says otherwise", () => {
  expect(build({ body: { a: 1 } })).toMatchObject({
    headers: { "content-type": "application/json" },
    body: Buffer.from('{"a":1}'),
  });
  expect(build({ body: {}, headers: { "Content-Type": "text/plain" } }).headers).toEqual({
    "content-type": "text/plain",
  });
  expect(build({ body: {}, headers: { "content-type": null } }).headers).toEqual({});
  expect(build({}).body).toBeUndefined();
});

test("merge and omit change members of the body", () => {
  const request = { body: { a: 1, b: 2 }, merge: { "{{field}}": "{{value}}" }, omit: ["b"] };
  expect(String(build(request, { field: "a", value: [true] }).body)).toBe('{"a":[true]}');
  expect(() => build({ body: [1], merge: {} })).toThrow("object");
});

test("a lone surrogate and a NUL leave as JSON escapes", () => {
  expect(String(build({ body: "a\ud800\u0000" }).body)).toBe(String.raw`"a\ud800\u0000"`);
});

test.each<[string, Json, string]>([
  ["text", "{{unique}}{", "u{"],
  ["bytes", { hex: "00ff" }, "00ff"],
  ["a long text", { before: "[", repeat: "x", times: 3, after: "]" }, "[xxx]"],
])("a raw body can be %s, out of the fixture or of its table", (_what, raw, expected) => {
  const sent = build({ rawBody: "{{raw}}" }, { raw }).body;
  expect([String(sent), sent?.toString("hex")]).toContain(expected);
  expect(build({ rawBody: raw as string }).body).toEqual(sent);
});

test("an empty raw body is sent as one, with its content type", () => {
  expect(build({ rawBody: "" })).toMatchObject({
    headers: { "content-type": "application/json" },
    body: Buffer.alloc(0),
  });
});
