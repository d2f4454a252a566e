import { noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { absentCustomers } from "../../customers/testing/absent-customers.ts";

const system = useSystem();
const subscribe = (body: object) =>
  system.request({ method: "POST", path: "/panic-api/v2/subscriptions", body });

test("a customer or a dependant who never was, is another tenant's, or was deleted: in the same words", async () => {
  const [parent, absent] = [await registerPerson(system), await absentCustomers(system)];
  const before = await noticesOfPeople(system, system.partner);
  for (const id of absent) {
    const family = { customerId: parent.id, subscriptionTypeId: 2, dependantCustomerIds: [id] };
    for (const body of [{ customerId: id, subscriptionTypeId: 1 }, family]) {
      const answer = await subscribe(body);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({ message: `Customer ${id} was not found.` });
    }
  }
  expect(await noticesOfPeople(system, system.partner)).toEqual(before);
});

test("whether all are there is asked before what they may do: an absent dependant, not the house account", async () => {
  const { houseAccountId } = system.partner;
  const body = { customerId: houseAccountId, subscriptionTypeId: 2, dependantCustomerIds: [999_999] };
  const answer = await subscribe(body);
  expect(answer).toMatchObject({ status: 404, body: { message: "Customer 999999 was not found." } });
});
