import { addCustomers, personToken, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("a page for the token's own customer; what is not understood of it is ignored", async () => {
  const [customerId = 0] = await addCustomers(system, 1);
  const { status, body } = await system.request({
    method: "POST",
    path: "/panic-api/v2/subscription-management/sessions",
    token: await personToken(system, "customer", customerId),
    body: { returnUrl: "myapp://account", locale: "en_ZA", configuration: { colour: "blue" }, customerId: 1 },
  });
  expect(status).toBe(201);
  expect(body).toEqual({
    url: expect.stringMatching(/^https:\/\/tocsin\.test\/subscription\/\w+-[0-9a-f-]{36}-[\w-]{22}$/),
    message: "Subscription management session created.",
  });
  const page = await system.request({ method: "GET", path: new URL(body.url).pathname, token: null });
  expect(page.status).toBe(200);
});
