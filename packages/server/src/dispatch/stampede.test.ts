import { defaultTiming } from "@tocsin/domain";
import { addPlaces, fixAt, raiseCommand, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { changeCallout } from "../callouts/index.ts";
import { nextAssignmentId } from "./dispatch-store.ts";
import { addFleet, addSupplier } from "./testing/add-fleet.ts";
import { brokenPromises } from "./testing/broken-promises.ts";
import { offersOf } from "./testing/look-up.ts";
import { newNode } from "./testing/new-node.ts";

const system = useSystem();
const by = { kind: "responder", id: null, name: null } as const;
const callouts = 100;
const responders = 50;

/** Everybody with a live offer goes, arrives and completes. */
async function serve(): Promise<number> {
  const offers = (await offersOf(system)).filter(({ state }) => state === "live");
  await Promise.all(
    offers.map(async ({ id: offerId, calloutId }) => {
      const assignmentId = await nextAssignmentId(system.context.db);
      const events = [
        { type: "offerAccepted", offerId, assignmentId, etaSeconds: null, by },
        { type: "arrived", assignmentId, position: null, by },
        { type: "completed", assignmentId, outcome: null, notes: null, by },
      ] as const;
      const callout = { customerSourceId: system.partner.customerSourceId, calloutId, timing: defaultTiming };
      for (const event of events) await changeCallout(system.context, { ...callout, event: () => event });
    }),
  );
  return offers.length;
}

test(`${callouts} callouts at the same instant over ${responders} responders and four nodes: nobody holds two, and every callout is served`, async () => {
  const supplierId = await addSupplier(system);
  const ids = await addFleet(
    system,
    Array.from({ length: responders }, (_, index) => ({
      supplierId,
      position: { latitude: -26.1 + index * 0.001, longitude: 28.05 },
    })),
  );
  const references = await addPlaces(system, callouts, "stampede");
  const nodes = await Promise.all(Array.from({ length: 4 }, () => newNode(system)));
  await Promise.all(references.map((each) => system.context.raises.raise(raiseCommand(system, each))));

  let served = 0;
  for (let round = 0; served < callouts && round < 20; round++) {
    for (const id of ids) {
      const fix = system.context.fleet.find(id)?.fix;
      if (fix) system.context.fleet.record(id, [fixAt(fix, system.clock.now())]);
    }
    await system.context.fleet.flush();
    await Promise.all(nodes.map((node) => node.fleet.refresh(ids)));
    await Promise.all(nodes.map((node) => node.deadlines.runDue()));
    expect(await brokenPromises(system.context.db)).toEqual({});
    const live = (await offersOf(system)).filter(({ state }) => state === "live");
    expect(live).toHaveLength(Math.min(responders, callouts - served));
    served += await serve();
    expect(await brokenPromises(system.context.db)).toEqual({});
    system.clock.advance({ seconds: defaultTiming.retryLookSeconds });
  }
  expect(served).toBe(callouts);
  await Promise.all(nodes.map((node) => node.stop()));
}, 60_000);
