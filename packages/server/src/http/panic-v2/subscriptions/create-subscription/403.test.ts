import { registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the house account neither subscribes nor is covered", async () => {
  const { id } = await registerPerson(system);
  const house = system.partner.houseAccountId;
  for (const body of [
    { customerId: house, subscriptionTypeId: 1 },
    { customerId: id, subscriptionTypeId: 2, dependantCustomerIds: [house] },
  ]) {
    const answer = await system.request({ method: "POST", path: "/panic-api/v2/subscriptions", body });
    expect(answer.status).toBe(403);
    expect(answer.headers["x-error-code"]).toBe("house-account");
  }
});
