import { defaultTiming } from "@tocsin/domain";
import { addPlaces, addResponders, raiseCommand, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { applyEvent } from "./apply-event.ts";
import { lockCallout, peekCallouts, tryLockCallout } from "./lock-callout.ts";
import type { Callout } from "./types.ts";

const system = useSystem();

async function raise(reference: string): Promise<Callout> {
  await addPlaces(system, 1, reference);
  const outcome = await system.context.raises.raise(raiseCommand(system, `${reference}-1`));
  if (outcome.kind !== "raised") throw new Error("not raised");
  return outcome.callout;
}

test("whoever waited for a callout reads what the last holder left, its offers too", async () => {
  const [responder] = await addResponders(system, 1);
  const { customerSourceId, id } = await raise("waited");
  const { db, clock } = system.context;
  const isHeld = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const holder = db.transaction(async (tx) => {
    const callout = await lockCallout(tx, customerSourceId, id);
    if (!callout) throw new Error("not there");
    isHeld.resolve();
    await goOn.promise;
    const candidate = {
      responderId: responder?.responderId ?? 0,
      etaSeconds: 60,
      distanceMetres: 500,
      reservable: true,
    };
    const looked = { type: "dispatchLooked", candidates: [candidate], offerIds: [1] } as const;
    await applyEvent(tx, callout, looked, clock.now(), defaultTiming);
  });
  await isHeld.promise;
  const waiter = db.transaction((tx) => lockCallout(tx, customerSourceId, id));
  await untilSomebodyWaits(system);
  goOn.resolve();
  await holder;
  expect(await waiter).toMatchObject({
    phase: "offering",
    sequence: 2,
    offers: [{ offerId: 1, state: "live", etaMethod: "estimate" }],
  });
});

test("a callout that somebody holds is left alone by who does not want to wait, and can be looked at", async () => {
  const { customerSourceId, id } = await raise("held");
  const { db } = system.context;
  await db.transaction(async (tx) => {
    expect(await lockCallout(tx, customerSourceId, id)).toMatchObject({ id });
    const other = await db.transaction((another) => tryLockCallout(another, customerSourceId, id));
    expect(other).toBeUndefined();
    expect(await peekCallouts(db, [{ customerSourceId, calloutId: id }])).toMatchObject([
      { id, phase: "awaiting" },
    ]);
  });
  expect(await db.transaction((tx) => tryLockCallout(tx, customerSourceId, id))).toMatchObject({ id });
});

test("another tenant's callout is not there", async () => {
  const { id } = await raise("foreign");
  const { db } = system.context;
  const { customerSourceId } = system.otherPartner;
  expect(await db.transaction((tx) => lockCallout(tx, customerSourceId, id))).toBeUndefined();
  expect(await peekCallouts(db, [{ customerSourceId, calloutId: id }])).toEqual([]);
});
