import { addResponder, addResponders, fixAt, raiseCallout, useSystem } from "@tocsin/testkit";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { readCandidates } from "../control-room/index.ts";
import { setPolicy } from "../partners/index.ts";
import { acceptOffer } from "./answer-offer.ts";
import { selfOf } from "./testing/at-once.ts";
import { deadlinesOf, offersOf, timelineOf } from "./testing/look-up.ts";

const system = useSystem();
const [security, medical] = [1, 2];
const forAll = {
  offerSeconds: 40,
  freshPositionSeconds: 100,
  alarmAfterSeconds: 90,
  closeCancelledSeconds: 50,
};
const forMedical = {
  offerSeconds: 10,
  freshPositionSeconds: 20,
  retryLookSeconds: 2,
  alarmAfterSeconds: 15,
  progressCheckSeconds: 3,
  silentPositionSeconds: 6,
};

beforeAll(async () => {
  const timing = { ...forAll, byResponseType: { [medical]: forMedical } };
  await setPolicy(system.context, system.partner.clientId, "timing", JSON.stringify(timing));
  system.context.partners.forget(system.partner.customerSourceId);
});

async function pass(seconds: number): Promise<void> {
  system.clock.advance({ seconds });
  await system.drain();
}

// whoever served the test before goes home, and nothing is left to be done
beforeEach(async () => {
  await system.context.db.query({
    text: "truncate callout, callout_event, deadline, outbox, offer, assignment, engagement, decision",
  });
  await system.context.db.query({ text: "update responder set on_duty = false" });
  await system.context.fleet.refresh(
    [...system.context.fleet.entries()].map(({ responder }) => responder.id),
  );
});

test("offers and alarms: each callout by its own type", async () => {
  await addResponders(system, 2);
  const raised = {
    security: await raiseCallout(system),
    medical: await raiseCallout(system, { responseTypeId: medical }),
  };
  await system.drain();
  expect(await deadlinesOf(system, raised.security.id)).toEqual({ offerExpiry: 40, unattended: 90 });
  expect(await deadlinesOf(system, raised.medical.id)).toEqual({ offerExpiry: 10, unattended: 15 });
  await pass(15);
  expect(await timelineOf(system, raised.medical.id)).toEqual(
    expect.arrayContaining(["offerExpired", "unattendedAlarm"]),
  );
  expect(await timelineOf(system, raised.security.id)).toEqual(["raised", "offered"]);
});

test("a position that is fresh enough for one type is too old for another", async () => {
  const [responder] = await addResponders(system, 1);
  system.clock.advance({ seconds: 30 });
  const ill = await raiseCallout(system, { responseTypeId: medical });
  const robbed = await raiseCallout(system);
  const unfit = async (id: number) =>
    (await readCandidates(system.context, id)).find(
      ({ responderId }) => responderId === responder?.responderId,
    )?.unfit;
  expect([await unfit(ill.id), await unfit(robbed.id)]).toEqual([["positionStale"], []]);
  await system.drain();
  expect(await offersOf(system, ill.id)).toEqual([]);
  expect(await offersOf(system, robbed.id)).toMatchObject([
    { responderId: responder?.responderId, state: "live" },
  ]);
});

test("whoever is on the way is looked after as their callout's type asks", async () => {
  const alarms = [];
  for (const responseTypeId of [security, medical]) {
    const responder = await addResponder(system);
    const callout = await raiseCallout(system, { responseTypeId });
    await system.drain();
    const [offer] = (await offersOf(system, callout.id)).filter(({ state }) => state === "live");
    await acceptOffer(system.context, selfOf(system, responder), offer?.id ?? 0);
    system.context.fleet.record(responder.responderId, [
      fixAt({ latitude: -26.2, longitude: 28 }, system.clock.now()),
    ]);
    await pass(16);
    alarms.push((await timelineOf(system, callout.id)).includes("responderSilentAlarm"));
  }
  expect(alarms).toEqual([false, true]);
});
