import { addSubscription, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const read = (id: number) => system.request({ method: "GET", path: `/panic-api/v2/subscriptions/${id}` });

test("flat and enveloped, with those it covers", async () => {
  const [parent, child] = [await registerPerson(system), await registerPerson(system)];
  const id = await addSubscription(system, { customerId: parent.id, dependantCustomerIds: [child.id] });
  const { status, body } = await read(id);
  expect(status).toBe(200);
  const { message, subscription, ...flat } = body;
  expect(message).toBe("Subscription found.");
  expect(subscription).toEqual(flat);
  expect(flat).toMatchObject({
    id,
    customerId: parent.id,
    dependantCustomerIds: [child.id],
    dependents: [{ id: child.id, name: "Nomsa", surname: "Dube", mobile: child.mobile }],
  });
});

test("its status is that of the instant it is asked for", async () => {
  const { id: customerId } = await registerPerson(system);
  const inHours = (hours: number) => system.clock.now().add({ hours }).toString();
  const id = await addSubscription(system, { customerId, validFrom: inHours(1), validTo: inHours(2) });
  const statuses = [];
  for (let hour = 0; hour < 3; hour++) {
    statuses.push((await read(id)).body.status);
    system.clock.advance({ hours: 1 });
  }
  expect(statuses).toEqual(["pending", "active", "lapsed"]);
});
