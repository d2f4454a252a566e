import { defaultTiming } from "@tocsin/domain";
import { raiseCallout, useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";
import { lockCallout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import { look } from "./look.ts";
import { addFleet, addSupplier } from "./testing/add-fleet.ts";
import { offersOf } from "./testing/look-up.ts";

const system = useSystem();

beforeAll(async () => {
  const supplierId = await addSupplier(system);
  await addFleet(system, [{ supplierId, position: { latitude: -26.1, longitude: 28.05 } }]);
});

/** A transaction in which it takes a second until somebody is reserved, as long as others have them. */
const reservingLate = (tx: Queryable): Queryable => ({
  query(statement) {
    if ("name" in statement && statement.name === "dispatch-reserve") system.clock.advance({ seconds: 1 });
    return tx.query(statement);
  },
  transaction: (work) => tx.transaction(work),
  afterCommit: (callback) => tx.afterCommit(callback),
});

test("an offer is dated after its responder was reserved: whoever had them before had let them go by then", async () => {
  const { id } = await raiseCallout(system);
  const rankedAt = system.clock.now();
  await system.context.db.transaction(async (tx) => {
    const callout = await lockCallout(tx, system.partner.customerSourceId, id);
    if (!callout) throw new Error("the callout is missing");
    const { clock, fleetView: view, partners } = system.context;
    const timing = { ...defaultTiming };
    await look({ clock, view, partners }, reservingLate(tx), callout, { now: rankedAt, timing });
  });
  const [offer] = await offersOf(system, id);
  expect(offer?.offeredAt).toEqual(rankedAt.add({ seconds: 1 }));
  expect(offer?.expiresAt).toEqual(rankedAt.add({ seconds: 1 + defaultTiming.offerSeconds }));
});
