import { addSubscription, noticesOfPeople, raiseCallout, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const remove = (id: number) =>
  system.request({ method: "POST", path: `/panic-api/v2/customers/${id}/delete` });
const subscription = async (id: number) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/subscriptions/${id}` })).body;

test("the customer is gone, with or without a body", async () => {
  for (const body of [undefined, {}, { reason: "moved" }]) {
    const { id } = await registerPerson(system);
    const path = `/panic-api/v2/customers/${id}`;
    const answer = await system.request({ method: "POST", path: `${path}/delete`, body });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ message: "Customer deleted." });
    expect((await system.request({ method: "GET", path })).status).toBe(404);
  }
});

test("ends what is left of their subscriptions, and leaves what had ended", async () => {
  const { id: customerId } = await registerPerson(system);
  const now = system.clock.now();
  const later = (hours: number) => now.add({ hours }).toString();
  const lapsed = await addSubscription(system, { customerId, validFrom: later(-9), validTo: later(-8) });
  const active = await addSubscription(system, { customerId, validTo: later(5) });
  const pending = await addSubscription(system, { customerId, validFrom: later(6) });
  await remove(customerId);
  const at = now.toString({ fractionalSecondDigits: 3 });
  for (const id of [active, pending]) {
    const ended = { status: "cancelled", CancelledDate: at, CancelledReason: "Customer deleted" };
    expect(await subscription(id)).toMatchObject(ended);
  }
  expect(await subscription(lapsed)).toMatchObject({ status: "lapsed", CancelledDate: null });
  expect((await noticesOfPeople(system, system.partner)).slice(-3)).toEqual([
    { event: "SUBSCRIPTION_CANCELLED", id: active },
    { event: "SUBSCRIPTION_CANCELLED", id: pending },
    { event: "DELETED_CUSTOMER", id: customerId },
  ]);
});

test("they are no dependant any more", async () => {
  const [parent, child, other] = [
    await registerPerson(system),
    await registerPerson(system),
    await registerPerson(system),
  ];
  const dependantCustomerIds = [child.id, other.id];
  const family = await addSubscription(system, { customerId: parent.id, dependantCustomerIds });
  await remove(child.id);
  expect(await subscription(family)).toMatchObject({ status: "active", dependantCustomerIds: [other.id] });
});

test("callouts of theirs that are over keep them", async () => {
  const { id: customerId } = await registerPerson(system);
  const { id } = await raiseCallout(system, { customerId });
  const path = `/panic-api/v2/callouts/${id}`;
  await system.request({ method: "POST", path: `${path}/dismiss`, body: {} });
  expect((await remove(customerId)).status).toBe(200);
  expect((await system.request({ method: "GET", path })).body.customerId).toBe(customerId);
});

test("under an Idempotency-Key a repeat is answered the same", async () => {
  const { id } = await registerPerson(system);
  const request = {
    method: "POST",
    path: `/panic-api/v2/customers/${id}/delete`,
    headers: { "idempotency-key": "once" },
  } as const;
  const [first, again] = [await system.request(request), await system.request(request)];
  expect([first.status, again.status]).toEqual([200, 200]);
});
