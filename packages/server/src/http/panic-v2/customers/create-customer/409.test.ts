import { addSubscription, noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
let numbers = 0;

function create(customer: object, more: object = {}) {
  const person = {
    name: "Jane",
    surname: "Doe",
    mobile: `+2783${String(++numbers).padStart(7, "0")}`,
    ...customer,
  };
  return system.request({
    method: "POST",
    path: "/panic-api/v2/customers",
    body: { customer: person, ...more },
  });
}

async function expectRefused(answer: Awaited<ReturnType<typeof create>>, code: string): Promise<void> {
  expect(answer.status).toBe(409);
  expect(answer.headers["x-error-code"]).toBe(code);
}

describe("a mobile that a customer has", () => {
  test("however it is written, and names the customer who has it", async () => {
    const { id } = await registerPerson(system, { mobile: "+27829999999" });
    for (const mobile of ["+27829999999", "082 999 9999", "0027829999999"]) {
      const answer = await create({ mobile });
      await expectRefused(answer, "mobile-taken");
      expect(answer.body.message).toContain(`Customer ${id} has the mobile +27829999999.`);
    }
  });

  test("of many at the same instant one is registered", async () => {
    const before = await noticesOfPeople(system, system.partner);
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ mobile: "+27828888888" })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)]);
    expect(await noticesOfPeople(system, system.partner)).toHaveLength(before.length + 1);
  });

  test("is free when the customer was deleted", async () => {
    const { id, mobile } = await registerPerson(system);
    await system.request({ method: "POST", path: `/panic-api/v2/customers/${id}/delete` });
    const answer = await create({ mobile });
    expect(answer.status).toBe(201);
    expect(answer.body.id).not.toBe(id);
  });
});

describe("a family subscription", () => {
  async function people(count: number): Promise<number[]> {
    const made = [];
    for (let n = 0; n < count; n++) made.push((await registerPerson(system)).id);
    return made;
  }

  test("with five dependants has no room, and nobody is registered", async () => {
    const [customerId = 0, ...dependantCustomerIds] = await people(6);
    const subscriptionId = await addSubscription(system, { customerId, dependantCustomerIds });
    const before = await noticesOfPeople(system, system.partner);
    await expectRefused(await create({}, { subscriptionId }), "subscription-full");
    expect(await noticesOfPeople(system, system.partner)).toEqual(before);
  });

  test("with room for one takes one of many at the same instant", async () => {
    const [customerId = 0, ...dependantCustomerIds] = await people(5);
    const subscriptionId = await addSubscription(system, { customerId, dependantCustomerIds });
    const answers = await Promise.all(Array.from({ length: 5 }, () => create({}, { subscriptionId })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
  });

  test("for a single person has room for nobody else", async () => {
    const [customerId = 0] = await people(1);
    const subscriptionId = await addSubscription(system, { customerId });
    await expectRefused(await create({}, { subscriptionId }), "subscription-full");
  });

  test("that has ended covers nobody any more", async () => {
    const [customerId = 0] = await people(1);
    const subscriptionId = await addSubscription(system, {
      customerId,
      cancelledAt: system.clock.now().toString(),
    });
    await expectRefused(await create({}, { subscriptionId }), "subscription-ended");
  });
});
