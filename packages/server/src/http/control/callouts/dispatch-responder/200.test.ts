import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("assigned at once without an offer, with an instruction; live offers to others are withdrawn", async () => {
  const [offered, sent] = await addResponders(system, 2);
  const calloutId = await raise(system);
  await system.drain();
  expect((await look(system, `/callouts/${calloutId}`)).body.openOffers).toMatchObject([
    { responderId: offered?.responderId },
  ]);
  const body = { responderId: sent?.responderId, instruction: "Use the back entrance." };
  const answer = await act(system, calloutId, "dispatch", body);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      state: "assigned",
      openOffers: [],
      assigned: [{ responderId: sent?.responderId, state: "assigned" }],
    },
  });
  const { assignments } = (await look(system, `/callouts/${calloutId}`)).body;
  expect(assignments).toMatchObject([{ byHand: true, offerId: null, instruction: "Use the back entrance." }]);
});

test("additional leaves live offers to others open", async () => {
  const [sent] = await addResponders(system, 1, { near: { latitude: -26.3, longitude: 28.05 } });
  const calloutId = await raise(system);
  await system.drain();
  const { openOffers } = (await look(system, `/callouts/${calloutId}`)).body;
  expect(openOffers).toHaveLength(1);
  const body = { responderId: sent?.responderId, additional: true };
  expect(await act(system, calloutId, "dispatch", body)).toMatchObject({
    status: 200,
    body: { openOffers, assigned: [{ responderId: sent?.responderId }] },
  });
});

test("whoever holds this callout's own offer is fit for it", async () => {
  const [offered] = await addResponders(system, 1);
  const calloutId = await raise(system);
  await system.drain();
  const sent = await act(system, calloutId, "dispatch", { responderId: offered?.responderId });
  expect(sent).toMatchObject({ status: 200, body: { assigned: [{ responderId: offered?.responderId }] } });
});

test("somebody unfit goes with override, and the timeline says why", async () => {
  const { responder } = await raiseAndSend(system);
  const calloutId = await raise(system);
  const reason = "Same building.";
  const body = { responderId: responder.responderId, override: true, reason };
  expect((await act(system, calloutId, "dispatch", body)).status).toBe(200);
  const { timeline, decisions } = (await look(system, `/callouts/${calloutId}`)).body;
  expect(timeline.at(-1).body).toMatchObject({ unfit: "assigned", overrideReason: reason });
  expect(decisions.at(-1).ranking).toMatchObject([{ unfit: ["assigned"] }]);
});
