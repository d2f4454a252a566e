import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("after the close: the callout as GET reads it, unchanged", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "closed", await addResponder(system));
  const path = `/panic-api/v2/callouts/${callout.id}`;
  const body = { latitude: 1, longitude: 2 };
  const answer = await system.request({
    method: "POST",
    path: `${path}/updateLocationAndReturnCallout`,
    body,
  });
  expect(answer.status).toBe(285);
  expect(answer.body).toEqual((await system.request({ method: "GET", path })).body);
});
