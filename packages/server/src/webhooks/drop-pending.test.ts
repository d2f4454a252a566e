import { addWebhook, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { dropPendingDeliveries } from "./index.ts";

const system = useSystem();
const receiver = useReceiver();

test("what waits is dropped, told or not yet, of this tenant alone; nothing of it is sent any more", async () => {
  const { context, clock, partner, otherPartner } = system;
  receiver.answer(500);
  await addWebhook(system, { url: receiver.url });
  await addWebhook(system, { url: receiver.url, partner: otherPartner });
  await raiseCallout(system);
  await raiseCallout(system, { partner: otherPartner });
  await system.drain();
  await raiseCallout(system);
  const dropped = await context.db.transaction((tx) =>
    dropPendingDeliveries(tx, partner.customerSourceId, clock.now()),
  );
  expect(dropped).toBe(1);
  receiver.answer(200);
  const before = receiver.received.length;
  clock.advance({ minutes: 5 });
  await system.drain();
  expect(receiver.received).toHaveLength(before + 1);
  const states = await context.db.query({
    text: "select customer_source_id as tenant, state from webhook_delivery order by id",
  });
  expect(states).toEqual([
    { tenant: partner.customerSourceId, state: "dropped" },
    { tenant: otherPartner.customerSourceId, state: "delivered" },
  ]);
});
