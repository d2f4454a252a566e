import { addSubscription, raiseCallout, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("while a callout of theirs is active: nothing changes; afterwards they can go", async () => {
  const { id: customerId } = await registerPerson(system);
  const subscriptionId = await addSubscription(system, { customerId });
  const callout = await raiseCallout(system, { customerId });
  const remove = () =>
    system.request({ method: "POST", path: `/panic-api/v2/customers/${customerId}/delete` });
  const refused = await remove();
  expect(refused.status).toBe(409);
  expect(refused.headers["x-error-code"]).toBe("customer-in-use");
  expect(refused.body.message).toContain(`Callout ${callout.id}`);
  const path = `/panic-api/v2/subscriptions/${subscriptionId}`;
  expect((await system.request({ method: "GET", path })).body.status).toBe("active");
  await system.request({ method: "POST", path: `/panic-api/v2/callouts/${callout.id}/dismiss`, body: {} });
  expect((await remove()).status).toBe(200);
});

test("a callout under duress is active, whatever its customer is shown", async () => {
  const { id: customerId } = await registerPerson(system);
  const callout = await raiseCallout(system, { customerId });
  const path = `/panic-api/v2/callouts/${callout.id}/cancel`;
  await system.request({ method: "POST", path, body: { safeCode: "not theirs" } });
  const answer = await system.request({
    method: "POST",
    path: `/panic-api/v2/customers/${customerId}/delete`,
  });
  expect(answer.status).toBe(409);
});
