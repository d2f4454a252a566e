import { raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the reasons there are, with stable ids", async () => {
  const { id } = await raiseCallout(system);
  const answer = await system.request({
    method: "GET",
    path: `/panic-api/v2/callouts/${id}/exceptionReasons`,
  });
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.body).toEqual([
    { id: 101, reason: "Customer unavailable at location" },
    { id: 102, reason: "False alarm triggered" },
    { id: 103, reason: "Technical malfunction detected" },
    { id: 104, reason: "Resolved before arrival" },
    { id: 105, reason: "Duplicate" },
    { id: 106, reason: "Test" },
  ]);
});
