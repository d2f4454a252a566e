import { addCustomers, addSubscription, happen, raiseForCustomer, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { setPolicy } from "../../../../partners/index.ts";

const system = useSystem();

async function customer(): Promise<number> {
  const [id = 0] = await addCustomers(system, 1);
  return id;
}

async function letPeopleTry(tryBeforeSignup: boolean): Promise<void> {
  await setPolicy(system.context, system.partner.clientId, "tryBeforeSignup", String(tryBeforeSignup));
  system.context.partners.forget();
}

const end = async (id: number): Promise<void> => {
  const path = `/panic-api/v2/callouts/${id}/dismiss`;
  expect((await system.request({ method: "POST", path })).status).toBe(200);
};

const refused = { status: 403, headers: { "x-error-code": "subscription-required" } };

describe("without an active subscription", () => {
  test("no callout is raised, and the answer says what it takes", async () => {
    const customerId = await customer();
    const answer = await raiseForCustomer(system, { customerId });
    expect(answer).toMatchObject(refused);
    expect(answer.body.message).toBe(
      `Customer ${customerId} has no active subscription, and a callout for a person takes one.`,
    );
    const rows = await system.context.db.query({
      text: "select from callout where customer_id = $1",
      values: [customerId],
    });
    expect(rows).toEqual([]);
  });

  test("one that was cancelled, or is over, is none", async () => {
    const customerId = await customer();
    const now = system.clock.now();
    await addSubscription(system, { customerId, cancelledAt: now.toString() });
    await addSubscription(system, {
      customerId,
      validFrom: now.subtract({ hours: 2 }).toString(),
      validTo: now.toString(),
    });
    expect(await raiseForCustomer(system, { customerId })).toMatchObject(refused);
  });

  test("a dependant of an active family subscription has one", async () => {
    const [parent, child] = [await customer(), await customer()];
    await addSubscription(system, { customerId: parent, dependantCustomerIds: [child] });
    expect((await raiseForCustomer(system, { customerId: child })).status).toBe(201);
  });

  test("existence comes first: an absent place is 404, also for whom it would be 403", async () => {
    const answer = await raiseForCustomer(system, {
      customerId: await customer(),
      location: undefined,
      predefinedLocationId: 999_999,
    });
    expect(answer.status).toBe(404);
  });

  test("whoever presses again while a callout runs is not sent away, though the subscription ended meanwhile", async () => {
    const customerId = await customer();
    const validTo = system.clock.now().add({ seconds: 60 }).toString();
    await addSubscription(system, { customerId, validTo });
    const first = await raiseForCustomer(system, { customerId });
    system.clock.advance({ seconds: 61 });
    expect(await raiseForCustomer(system, { customerId })).toMatchObject({
      status: 200,
      body: { id: first.body.id },
    });
    await end(first.body.id);
    expect(await raiseForCustomer(system, { customerId })).toMatchObject(refused);
  });
});

describe("where people may try before they sign up", () => {
  test("the first callout ever takes no subscription, the second does", async () => {
    await letPeopleTry(true);
    const customerId = await customer();
    const first = await raiseForCustomer(system, { customerId });
    expect(first.status).toBe(201);
    await end(first.body.id);
    expect(await raiseForCustomer(system, { customerId })).toMatchObject(refused);
    await letPeopleTry(false);
  });

  test("what a place of theirs raised is none of the person's", async () => {
    await letPeopleTry(true);
    const customerId = await customer();
    const place = {
      externalReferenceId: `of-${customerId}`,
      locationIdentifier: "Home",
      latitude: 1,
      longitude: 2,
      customerId,
    };
    await system.request({ method: "POST", path: "/panic-api/v2/predefinedLocations", body: place });
    const path = `/panic-api/v2/predefinedLocations/externalRef/of-${customerId}/callouts`;
    const atPlace = await system.request({ method: "POST", path, body: { responseTypeId: 1 } });
    expect((await raiseForCustomer(system, { customerId })).status).toBe(201);
    const by = { kind: "controller", id: 1, name: "Duty" } as const;
    const callout = { id: atPlace.body.id, reference: "", page: "", partner: system.partner };
    await happen(system, callout, { type: "closed", outcome: "test", notes: null, by });
    await letPeopleTry(false);
  });
});
