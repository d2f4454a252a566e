import { addSubscription, noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("what has lapsed can't be cancelled: it stays as it is, and the partner is told", async () => {
  const { id: customerId } = await registerPerson(system);
  const validTo = system.clock.now().add({ hours: 1 }).toString();
  const id = await addSubscription(system, { customerId, validTo });
  system.clock.advance({ hours: 1 });
  const before = await noticesOfPeople(system, system.partner);
  const path = `/panic-api/v2/subscriptions/${id}`;
  const answer = await system.request({ method: "DELETE", path, body: { reason: "late" } });
  expect(answer.status).toBe(409);
  expect(answer.headers["x-error-code"]).toBe("subscription-ended");
  expect((await system.request({ method: "GET", path })).body).toMatchObject({
    status: "lapsed",
    CancelledDate: null,
  });
  const notices = await noticesOfPeople(system, system.partner);
  expect(notices.slice(before.length)).toEqual([{ event: "SUBSCRIPTION_CANCELLED_FAILED", id }]);
});
