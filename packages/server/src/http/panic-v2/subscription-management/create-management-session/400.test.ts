import { addCustomers, personToken, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const open = (body: unknown, token?: string) =>
  system.request({
    method: "POST",
    path: "/panic-api/v2/subscription-management/sessions",
    body,
    ...(token ? { token } : {}),
  });

test("a server token is nobody's in particular", async () => {
  expect(await open({ returnUrl: "myapp://x" })).toMatchObject({
    status: 400,
    body: { message: "No valid customerId found", errors: [{ field: "customerId" }] },
  });
});

test.each([
  [{}, ["returnUrl"]],
  [{ returnUrl: "data:text/html,x" }, ["returnUrl"]],
  [{ returnUrl: "myapp://x", locale: "not a locale" }, ["locale"]],
  [{ returnUrl: "myapp://x", configuration: [] }, ["configuration"]],
  [undefined, ["body"]],
])("%j", async (body, fields) => {
  const [customerId = 0] = await addCustomers(system, 1);
  const answer = await open(body, await personToken(system, "customer", customerId));
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
