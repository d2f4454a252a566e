import { addCustomers, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = { externalReferenceId: "STORE-001", locationIdentifier: "x", latitude: "1", longitude: "1" };

describe("404", () => {
  test("in the same words for an id that never was, another tenant's and a deleted one; none is changed", async () => {
    const deleted = await system.request({ method: "POST", path, body: place });
    await system.request({ method: "DELETE", path: `${path}/${deleted.body.id}` });
    const otherToken = await system.token(system.otherPartner);
    const foreign = await system.request({ method: "POST", path, body: place, token: otherToken });
    for (const id of [999_999, foreign.body.id, deleted.body.id]) {
      const answer = await system.request({
        method: "PUT",
        path: `${path}/${id}`,
        body: { ...place, locationIdentifier: "mine" },
      });
      expect(answer).toMatchObject({
        status: 404,
        text: JSON.stringify({ message: `Fixed location ${id} was not found.` }),
      });
    }
    const theirs = await system.request({
      method: "GET",
      path: `${path}/${foreign.body.id}`,
      token: otherToken,
    });
    expect(theirs.text).toBe(foreign.text);
  });

  test("for a customer that is none of the tenant's", async () => {
    const created = await system.request({
      method: "POST",
      path,
      body: { ...place, externalReferenceId: "customer" },
    });
    const [foreign = 0] = await addCustomers(system, 1, system.otherPartner);
    for (const customerId of [999_999, foreign]) {
      const body = { ...place, externalReferenceId: "customer", customerId };
      const answer = await system.request({ method: "PUT", path: `${path}/${created.body.id}`, body });
      expect(answer).toMatchObject({
        status: 404,
        body: { message: `Customer ${customerId} was not found.` },
      });
    }
  });
});
