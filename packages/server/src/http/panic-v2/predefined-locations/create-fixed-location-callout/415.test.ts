import { gzipSync } from "node:zlib";
import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  "text/plain",
  "application/jsonlines",
  "",
  "application/xml",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
])("a body of %s is not taken", async (type) => {
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/predefinedLocations/externalRef/any/callouts",
    headers: { "content-type": type },
    body: "responseTypeId=1",
  });
  expect(answer.status).toBe(415);
  expect(answer.headers["x-error-code"]).toBe("unsupported-media-type");
});

test("a compressed body is not taken, and the answer says why", async () => {
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/predefinedLocations/externalRef/any/callouts",
    headers: { "content-encoding": "gzip" },
    body: gzipSync('{"responseTypeId": 1}'),
  });
  expect(answer.status).toBe(415);
  expect(answer.body.message).toContain("Content-Encoding gzip");
});
