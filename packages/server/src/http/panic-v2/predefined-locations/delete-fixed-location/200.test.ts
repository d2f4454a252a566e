import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = { externalReferenceId: "STORE-001", locationIdentifier: "x", latitude: "1", longitude: "1" };

describe("200", () => {
  test("the location vanishes, and its reference is free for a new one", async () => {
    const created = await system.request({ method: "POST", path, body: place });
    const answer = await system.request({ method: "DELETE", path: `${path}/${created.body.id}` });
    expect(answer).toMatchObject({
      status: 200,
      text: JSON.stringify({ message: "Fixed location deleted." }),
    });
    expect((await system.request({ method: "GET", path })).body).toEqual([]);
    const again = await system.request({ method: "POST", path, body: place });
    expect(again.status).toBe(201);
    expect(again.body.id).toBeGreaterThan(created.body.id);
  });

  test("its callouts keep it", async () => {
    const body = { ...place, externalReferenceId: "known" };
    const { body: location } = await system.request({ method: "POST", path, body });
    const raised = await system.request({
      method: "POST",
      path: `${path}/externalRef/known/callouts`,
      body: { responseTypeId: 1 },
    });
    await system.context.db.query({
      text: "update callout set phase = 'closed' where id = $1",
      values: [raised.body.id],
    });
    expect((await system.request({ method: "DELETE", path: `${path}/${location.id}` })).status).toBe(200);
    const callout = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${raised.body.id}` });
    expect(callout).toMatchObject({
      status: 200,
      body: { predefinedLocationId: location.id, latitude: 1, longitude: 1 },
    });
  });
});
