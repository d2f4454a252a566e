import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  ["nothing", {}, ["customerId"]],
  ["text for a number", { customerId: "178001" }, ["customerId"]],
  ["zero", { customerId: 0 }, ["customerId"]],
  ["no body", undefined, ["body"]],
])("%s", async (_title, body, fields) => {
  const path = "/panic-api/v2/oauth/calloutToken";
  const answer = await system.request({ method: "POST", path, body });
  expect(answer).toMatchObject({ status: 400, headers: { "x-error-code": "invalid-request" } });
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
