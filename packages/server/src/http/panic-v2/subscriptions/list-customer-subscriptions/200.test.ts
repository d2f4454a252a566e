import { addSubscription, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const list = (id: number) =>
  system.request({ method: "GET", path: `/panic-api/v2/customers/${id}/subscriptions` });
const inHours = (hours: number): string => system.clock.now().add({ hours }).toString();

test("nobody's yet: an empty array", async () => {
  const { id } = await registerPerson(system);
  const answer = await list(id);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual([]);
});

test("all of the customer's, whatever became of them, in order of their ids, as each reads by itself", async () => {
  const { id: customerId } = await registerPerson(system);
  const lapsed = await addSubscription(system, { customerId, validFrom: inHours(-2), validTo: inHours(0) });
  const cancelled = await addSubscription(system, { customerId, cancelledAt: inHours(0) });
  const active = await addSubscription(system, { customerId, validTo: inHours(2) });
  const pending = await addSubscription(system, { customerId, validFrom: inHours(2) });
  const { body } = await list(customerId);
  expect(body.map(({ id, status }: { id: number; status: string }) => [id, status])).toEqual([
    [lapsed, "lapsed"],
    [cancelled, "cancelled"],
    [active, "active"],
    [pending, "pending"],
  ]);
  const alone = await system.request({ method: "GET", path: `/panic-api/v2/subscriptions/${active}` });
  expect(body[2]).toEqual(alone.body.subscription);
});

test("a family's too for whom it covers, once", async () => {
  const [parent, child] = [await registerPerson(system), await registerPerson(system)];
  const id = await addSubscription(system, { customerId: parent.id, dependantCustomerIds: [child.id] });
  for (const customer of [parent, child])
    expect((await list(customer.id)).body).toMatchObject([{ id, customerId: parent.id }]);
});
