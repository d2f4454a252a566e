import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("a closed callout can't be cancelled, and says so", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "closed", await addResponder(system));
  const answer = await system.request({
    method: "POST",
    path: `/panic-api/v2/callouts/${callout.id}/cancel`,
    body: {},
  });
  expect(answer.status).toBe(409);
  expect(answer.headers["x-error-code"]).toBe("callout-state");
  expect(answer.body.message).toContain("is closed");
});
