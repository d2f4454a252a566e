import { addSubscription, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const inHours = (hours: number): string => system.clock.now().add({ hours }).toString();

async function expectRefused(id: number, body: unknown, code: string): Promise<void> {
  const path = `/panic-api/v2/subscriptions/${id}`;
  const before = await system.request({ method: "GET", path });
  const answer = await system.request({ method: "PUT", path, body });
  expect(answer.status).toBe(409);
  expect(answer.headers["x-error-code"]).toBe(code);
  expect((await system.request({ method: "GET", path })).body).toEqual(before.body);
}

describe("nothing brings back what has ended", () => {
  test.each([
    ["cancelled", () => ({ cancelledAt: inHours(0) })],
    ["lapsed", () => ({ validFrom: inHours(-2), validTo: inHours(0) })],
  ])("%s", async (_status, times) => {
    const { id: customerId } = await registerPerson(system);
    const id = await addSubscription(system, { customerId, ...times() });
    for (const body of [{ validTo: inHours(5) }, { dependantCustomerIds: [] }, {}])
      await expectRefused(id, body, "subscription-ended");
  });

  test("nor a deleted customer's", async () => {
    const { id: customerId } = await registerPerson(system);
    const id = await addSubscription(system, { customerId });
    await system.request({ method: "POST", path: `/panic-api/v2/customers/${customerId}/delete` });
    await expectRefused(id, { validTo: inHours(5) }, "subscription-ended");
  });
});

test("an end inside the window of the next", async () => {
  const { id: customerId } = await registerPerson(system);
  const id = await addSubscription(system, { customerId, validTo: inHours(1) });
  await addSubscription(system, { customerId, validFrom: inHours(5) });
  await expectRefused(id, { validTo: inHours(6) }, "subscription-active");
});
