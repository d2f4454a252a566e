import { addSubscriber, raiseForCustomer, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("pressed again, in the older form or the newer: the one callout that runs", async () => {
  const customerId = await addSubscriber(system);
  const first = await raiseForCustomer(system, { customerId });
  const body = { customerId, responseTypeId: 1, latitude: 1, longitude: 2 };
  const again = await system.request({ method: "POST", path: "/panic-api/v2/callouts", body });
  expect(again).toMatchObject({ status: 200, body: { id: first.body.id, latitude: 1 } });
});
