import { addSubscription, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the house account is not covered", async () => {
  const [parent, child] = [await registerPerson(system), await registerPerson(system)];
  const id = await addSubscription(system, { customerId: parent.id, dependantCustomerIds: [child.id] });
  const path = `/panic-api/v2/subscriptions/${id}`;
  const body = { dependantCustomerIds: [system.partner.houseAccountId] };
  const answer = await system.request({ method: "PUT", path, body });
  expect(answer.status).toBe(403);
  expect(answer.headers["x-error-code"]).toBe("house-account");
});
