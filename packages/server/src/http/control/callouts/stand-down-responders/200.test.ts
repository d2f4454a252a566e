import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();
const reason = "The neighbour has the key.";

test("one of two, then all; with nobody left dispatch begins again", async () => {
  const { calloutId, responder } = await raiseAndSend(system);
  const more = await addResponders(system, 2);
  for (const { responderId } of more)
    await act(system, calloutId, "dispatch", { responderId, additional: true });
  const one = await act(system, calloutId, "stand-down", { responderId: responder.responderId, reason });
  expect(one.status).toBe(200);
  expect(one.body.assigned).toMatchObject(more.map(({ responderId }) => ({ responderId })));
  const all = await act(system, calloutId, "stand-down", { reason });
  expect(all).toMatchObject({ status: 200, body: { state: "awaiting", status: "created", assigned: [] } });
  const [fresh] = await addResponders(system, 1);
  await system.drain();
  const again = await act(system, calloutId, "events", { message: "Somebody is asked again." });
  expect(again.body.openOffers).toMatchObject([{ responderId: fresh?.responderId }]);
});
