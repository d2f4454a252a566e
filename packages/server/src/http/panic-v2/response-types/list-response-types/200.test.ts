import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/responseTypes";
const enabledLocations = { fixedLocation: true, personalSafety: true };

test("200 lists what is switched on, by its stable ids", async () => {
  const answer = await system.request({ method: "GET", path });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    message: expect.any(String),
    responseTypes: [
      { id: 1, value: "SECURITY", description: "Security response", enabledLocations },
      { id: 2, value: "MEDICAL", description: "Medical response", enabledLocations },
    ],
  });
});

test("200 is each tenant's own list", async () => {
  await system.context.db.query({
    text: `update customer_source set policies = '{"responseTypes": [4, 1]}' where id = $1`,
    values: [system.otherPartner.customerSourceId],
  });
  const answer = await system.request({
    method: "GET",
    path,
    token: await system.token(system.otherPartner),
  });
  expect(answer.body.responseTypes.map(({ value }: { value: string }) => value)).toEqual([
    "SECURITY",
    "ROADSIDE",
  ]);
});

test("200 also for a GET that says it carries JSON and carries nothing", async () => {
  const answer = await system.request({
    method: "GET",
    path,
    headers: { "content-type": "application/json" },
  });
  expect(answer.status).toBe(200);
});
