import { noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("a family subscription that never was or is another tenant's: nobody is registered", async () => {
  const token = await system.token(system.otherPartner);
  const theirs = await registerPerson(system, { partner: system.otherPartner });
  const body = { customerId: theirs.id, subscriptionTypeId: 2 };
  const family = await system.request({ method: "POST", path: "/panic-api/v2/subscriptions", token, body });
  const customer = { name: "Jane", surname: "Doe", mobile: "+27831234567" };
  for (const subscriptionId of [family.body.id, family.body.id + 1000]) {
    const request = { customer, subscriptionId };
    const answer = await system.request({ method: "POST", path: "/panic-api/v2/customers", body: request });
    expect(answer.status).toBe(404);
    expect(answer.body.message).toBe(`Subscription ${subscriptionId} was not found.`);
  }
  expect(await noticesOfPeople(system, system.partner)).toEqual([]);
});

test("said before that somebody has the mobile, which is a rule", async () => {
  const { mobile } = await registerPerson(system);
  const body = { customer: { name: "Jane", surname: "Doe", mobile }, subscriptionId: 999_999 };
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/customers", body });
  expect(answer).toMatchObject({ status: 404, body: { message: "Subscription 999999 was not found." } });
});
