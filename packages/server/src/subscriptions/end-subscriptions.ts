import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { queueNotice } from "../notices/index.ts";
import { cancelAllOf } from "./subscription-store.ts";

/** Cancels what a customer who is being deleted has left of subscriptions. Whoever calls holds the customer. */
export async function endSubscriptions(
  means: Pick<Capabilities, "changes">,
  tx: Queryable,
  { customerSourceId, customerId }: { readonly customerSourceId: number; readonly customerId: number },
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const subscriptionId of await cancelAllOf(tx, { customerSourceId, customerId, reason, now }))
    await queueNotice(means, tx, { customerSourceId, event: "SUBSCRIPTION_CANCELLED", subscriptionId }, now);
}
