import { addCustomers, addSubscription, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { isEntitled } from "./index.ts";

const system = useSystem();
const hour = { hours: 1 };

function entitled(customerId: number, now = system.clock.now(), partner = system.partner): Promise<boolean> {
  return isEntitled(system.context.db, partner.customerSourceId, customerId, now);
}

async function customer(): Promise<number> {
  const [id = 0] = await addCustomers(system, 1);
  return id;
}

describe("isEntitled", () => {
  test("from the first instant of an own subscription to its last, and not at its end", async () => {
    const id = await customer();
    const now = system.clock.now();
    const validTo = now.add(hour);
    await addSubscription(system, { customerId: id, validTo: validTo.toString() });
    expect(await entitled(id, now.subtract({ milliseconds: 1 }))).toBe(false);
    expect(await entitled(id, now)).toBe(true);
    expect(await entitled(id, validTo.subtract({ milliseconds: 1 }))).toBe(true);
    expect(await entitled(id, validTo)).toBe(false);
  });

  test("nobody without a subscription, nor by one that was cancelled", async () => {
    const id = await customer();
    expect(await entitled(id)).toBe(false);
    await addSubscription(system, { customerId: id, cancelledAt: system.clock.now().toString() });
    expect(await entitled(id)).toBe(false);
  });

  test("dependants as long as the family's subscription is active", async () => {
    const [parent, child] = [await customer(), await customer()];
    const validTo = system.clock.now().add(hour);
    await addSubscription(system, {
      customerId: parent,
      validTo: validTo.toString(),
      dependantCustomerIds: [child],
    });
    expect(await entitled(child)).toBe(true);
    expect(await entitled(parent)).toBe(true);
    expect(await entitled(child, validTo)).toBe(false);
  });

  test("another tenant's subscription entitles nobody here", async () => {
    const id = await customer();
    await addSubscription(system, { customerId: id });
    expect(await entitled(id, system.clock.now(), system.otherPartner)).toBe(false);
  });
});

describe("the table", () => {
  const overlapping = /subscription_one_active/;
  const later = (amount: number) => system.clock.now().add({ hours: amount }).toString();

  test("holds no two subscriptions of a person that are active at the same time", async () => {
    const customerId = await customer();
    await addSubscription(system, { customerId, validTo: later(10) });
    await expect(addSubscription(system, { customerId, validFrom: later(9) })).rejects.toThrow(overlapping);
    await addSubscription(system, { customerId, validFrom: later(10) });
  });

  test("lets those in that can't be active beside it: cancelled, lapsed before they came, or somebody else's", async () => {
    const customerId = await customer();
    await addSubscription(system, { customerId });
    await addSubscription(system, { customerId, cancelledAt: later(0) });
    await addSubscription(system, { customerId, validFrom: later(-9), validTo: later(0) });
    expect(await addSubscription(system, { customerId: await customer() })).toBeGreaterThan(0);
  });
});
