import { addCustomers, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = {
  externalReferenceId: "STORE-001",
  locationIdentifier: "store_1",
  latitude: "-26.1",
  longitude: "28.1",
};

describe("404", () => {
  test("a customer that never was, another tenant's and a deleted one are the same: not there", async () => {
    const [foreign = 0] = await addCustomers(system, 1, system.otherPartner);
    const [deleted = 0] = await addCustomers(system, 1);
    await system.context.db.query({
      text: "update customer set deleted_at = now() where id = $1",
      values: [deleted],
    });
    for (const customerId of [999_999, foreign, deleted, Number.MAX_SAFE_INTEGER]) {
      const answer = await system.request({ method: "POST", path, body: { ...place, customerId } });
      expect(answer).toMatchObject({
        status: 404,
        body: { message: `Customer ${customerId} was not found.` },
      });
      expect(answer.headers["x-error-code"]).toBe("not-found");
    }
  });

  test("comes before 409: the reference is not even looked at", async () => {
    expect((await system.request({ method: "POST", path, body: place })).status).toBe(201);
    expect(
      (await system.request({ method: "POST", path, body: { ...place, customerId: 999_999 } })).status,
    ).toBe(404);
  });
});
