import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  ["abc", {}, "calloutId"],
  ["1", [], "body"],
  ["1", "text", "body"],
])("callout %s, body %j", async (id, body, field) => {
  const path = `/panic-api/v2/callouts/${id}/dismiss`;
  const answer = await system.request({ method: "POST", path, body: JSON.stringify(body) });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].field).toBe(field);
});
