import { addSubscription, noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const put = (id: number, body: unknown) =>
  system.request({ method: "PUT", path: `/panic-api/v2/subscriptions/${id}`, body });
const inHours = (hours: number): string =>
  system.clock.now().add({ hours }).toString({ fractionalSecondDigits: 3 });

async function family(count: number) {
  const { id: customerId } = await registerPerson(system);
  const dependants = [];
  for (let n = 0; n < count; n++) dependants.push((await registerPerson(system)).id);
  const id = await addSubscription(system, { customerId, dependantCustomerIds: dependants });
  return { id, customerId, dependants };
}

describe("the end", () => {
  test("moves, and what else there is stays; flat and enveloped, with links", async () => {
    const { id, customerId, dependants } = await family(2);
    system.clock.advance({ minutes: 1 });
    const { status, body } = await put(id, { validTo: inHours(99) });
    expect(status).toBe(200);
    const { message, links, subscription, ...flat } = body;
    expect(message).toBe("Subscription updated.");
    expect(links).toEqual(dependants.map((dependant) => ({ subscriptionId: id, customerId: dependant })));
    expect(subscription).toEqual(flat);
    expect(flat).toMatchObject({ id, customerId, validTo: inHours(99), dependantCustomerIds: dependants });
    expect(flat.updatedAt).toBe(inHours(0));
  });

  test("may be set to now: the subscription has lapsed then", async () => {
    const { id } = await family(1);
    system.clock.advance({ minutes: 1 });
    expect((await put(id, { validTo: inHours(0) })).body.status).toBe("lapsed");
  });

  test("may touch the beginning of the next", async () => {
    const { id: customerId } = await registerPerson(system);
    const id = await addSubscription(system, { customerId, validTo: inHours(1) });
    await addSubscription(system, { customerId, validFrom: inHours(5) });
    expect((await put(id, { validTo: inHours(5) })).status).toBe(200);
  });
});

describe("dependants", () => {
  test("are replaced as a whole set", async () => {
    const { id, dependants } = await family(2);
    const { id: another } = await registerPerson(system);
    const [kept = 0] = dependants;
    const { body } = await put(id, { dependantCustomerIds: [another, kept] });
    expect(body.dependantCustomerIds).toEqual([kept, another]);
    expect((await put(id, { dependantCustomerIds: [] })).body.dependantCustomerIds).toEqual([]);
  });

  test("stay when they are not spoken of", async () => {
    const { id, dependants } = await family(2);
    for (const body of [{ validTo: inHours(9) }, { validTo: "", dependantCustomerIds: null }, {}])
      expect((await put(id, body)).body.dependantCustomerIds).toEqual(dependants);
  });

  test("whole sets sent at the same instant: one of them stands", async () => {
    const { id, dependants } = await family(4);
    const [a = 0, b = 0, c = 0, d = 0] = dependants;
    const answers = await Promise.all(
      [
        [a, b],
        [c, d],
        [a, d],
      ].map((dependantCustomerIds) => put(id, { dependantCustomerIds })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await system.request({ method: "GET", path: `/panic-api/v2/subscriptions/${id}` });
    expect([
      [a, b],
      [c, d],
      [a, d],
    ]).toContainEqual(body.dependantCustomerIds);
  });
});

test("tells the partner of a change, and not where there is none", async () => {
  const { id } = await family(1);
  const before = await noticesOfPeople(system, system.partner);
  await put(id, {});
  expect(await noticesOfPeople(system, system.partner)).toEqual(before);
  await put(id, { dependantCustomerIds: [] });
  const notices = await noticesOfPeople(system, system.partner);
  expect(notices.slice(before.length)).toEqual([{ event: "SUBSCRIPTION_UPDATED", id }]);
});
