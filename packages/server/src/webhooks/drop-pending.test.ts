import { addWebhook, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const receiver = useReceiver();

test("with its webhook a tenant drops what waits, told or not yet, and nobody else's; the answer says how much", async () => {
  const { context, clock, partner, otherPartner } = system;
  receiver.answer(500);
  await addWebhook(system, { url: receiver.url });
  await addWebhook(system, { url: receiver.url, partner: otherPartner });
  await raiseCallout(system);
  await raiseCallout(system, { partner: otherPartner });
  await system.drain();
  await raiseCallout(system);
  const answer = await system.request({ method: "DELETE", path: "/panic-api/v2/notifiers/webhooks" });
  expect(answer.body.message).toBe("Webhook deleted; 1 event that was still to be sent was dropped.");
  await addWebhook(system, { url: receiver.url });
  receiver.answer(200);
  const before = receiver.received.length;
  clock.advance({ minutes: 5 });
  await context.webhooks.runDue();
  expect(receiver.received).toHaveLength(before + 1);
  const states = await context.db.query({
    text: "select customer_source_id as tenant, state from webhook_delivery order by id",
  });
  expect(states).toEqual([
    { tenant: partner.customerSourceId, state: "dropped" },
    { tenant: otherPartner.customerSourceId, state: "delivered" },
  ]);
});
