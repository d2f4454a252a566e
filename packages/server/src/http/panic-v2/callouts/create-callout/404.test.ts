import { addSubscriber, personToken, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { expectAbsent } from "../../customers/testing/absent-customers.ts";

const system = useSystem();
const path = "/panic-api/v2/callouts";
const spot = { responseTypeId: 1, latitude: 1, longitude: 2 };

test("a customer of another tenant, a deleted one and one who never was", async () => {
  await expectAbsent(system, (customerId) => ({ method: "POST", path, body: { customerId, ...spot } }));
});

test("to a person's token another customer is not there, nor is the tenant's own account", async () => {
  const [me, you] = [await addSubscriber(system), await addSubscriber(system)];
  const token = await personToken(system, "callout", me);
  for (const customerId of [you, system.partner.houseAccountId, 999_999]) {
    const answer = await system.request({ method: "POST", path, token, body: { customerId, ...spot } });
    expect(answer).toMatchObject({ status: 404, body: { message: `Customer ${customerId} was not found.` } });
  }
});
