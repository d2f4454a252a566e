import { addCustomers, personToken, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/oauth/calloutToken";

test("without a token, even when the body is wrong too", async () => {
  expect((await system.request({ method: "POST", path, token: null, body: {} })).status).toBe(401);
});

test.each(["callout", "customer"] as const)("a %s token makes no other token", async (scope) => {
  const [customerId = 0] = await addCustomers(system, 1);
  const token = await personToken(system, scope, customerId);
  const answer = await system.request({ method: "POST", path, token, body: { customerId } });
  expect(answer).toMatchObject({ status: 401, headers: { "x-error-code": "unauthorized" } });
});
