import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { queueNotice } from "./index.ts";

const system = useSystem();

function queued() {
  return system.context.db.query({
    text: `select event, callout_id as "calloutId", customer_id as "customerId", subscription_id as "subscriptionId"
      from outbox where customer_source_id = $1 order by id`,
    values: [system.partner.customerSourceId],
  });
}

test("a notice is about a customer or a subscription, and leaves with its transaction alone", async () => {
  const { context, clock, partner } = system;
  const { customerSourceId } = partner;
  const now = clock.now();
  let heard = 0;
  const end = context.changes.subscribe(() => (heard += 1));
  await context.db.transaction(async (tx) => {
    await queueNotice(context, tx, { customerSourceId, event: "CREATED_CUSTOMER", customerId: 7 }, now);
    await queueNotice(
      context,
      tx,
      { customerSourceId, event: "SUBSCRIPTION_CREATED", subscriptionId: 8 },
      now,
    );
    expect(heard).toBe(0);
  });
  // whoever sends looks at once, and not at the next look of its own accord
  const heardOnce = heard;
  expect(heardOnce).toBeGreaterThan(0);
  const undone = context.db.transaction(async (tx) => {
    await queueNotice(context, tx, { customerSourceId, event: "DELETED_CUSTOMER", customerId: 7 }, now);
    throw new Error("undone on purpose");
  });
  await expect(undone).rejects.toThrow("undone on purpose");
  expect(heard).toBe(heardOnce);
  end();
  expect(await queued()).toEqual([
    { event: "CREATED_CUSTOMER", calloutId: null, customerId: 7, subscriptionId: null },
    { event: "SUBSCRIPTION_CREATED", calloutId: null, customerId: null, subscriptionId: 8 },
  ]);
});
