import { addCustomers, personToken, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, and with one for an alarm button alone", async () => {
  const [customerId = 0] = await addCustomers(system, 1);
  for (const token of [null, await personToken(system, "callout", customerId)]) {
    const path = "/panic-api/v2/subscription-management/sessions";
    expect((await system.request({ method: "POST", path, token, body: [] })).status).toBe(401);
  }
});
