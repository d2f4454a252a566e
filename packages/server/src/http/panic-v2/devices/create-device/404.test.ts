import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("a customer who never was and another tenant's, in the same words", async () => {
  const [theirs = 0] = await addCustomers(system, 1, system.otherPartner);
  for (const customerId of [theirs, theirs + 1000]) {
    const body = { customerId, deviceSerial: "26217939" };
    const answer = await system.request({ method: "POST", path: "/panic-api/v2/devices", body });
    expect(answer).toMatchObject({ status: 404, body: { message: `Customer ${customerId} was not found.` } });
  }
});
