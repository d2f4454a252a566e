import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("after the close nothing is changed, and the answer is the callout as GET reads it", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "closed", await addResponder(system));
  const path = `/panic-api/v2/callouts/${callout.id}`;
  const before = await system.request({ method: "GET", path });
  const body = { latitude: 1, longitude: 2 };
  const answer = await system.request({ method: "POST", path: `${path}/location`, body });
  expect(answer.status).toBe(285);
  expect(answer.body).toEqual(before.body);
  expect((await system.request({ method: "GET", path })).text).toBe(before.text);
});

test("and so it is again under the same Idempotency-Key", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "closed", await addResponder(system));
  const path = `/panic-api/v2/callouts/${callout.id}/location`;
  const request = {
    method: "POST",
    path,
    body: { latitude: 1, longitude: 2 },
    headers: { "idempotency-key": "k" },
  } as const;
  const [first, second] = [await system.request(request), await system.request(request)];
  expect([first.status, second.status]).toEqual([285, 285]);
  expect(second.text).toBe(first.text);
});
