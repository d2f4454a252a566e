import { hasEnded, subscriptionStatus } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { queueNotice } from "../notices/index.ts";
import { lockPeople } from "./lock-people.ts";
import { readSubscription } from "./read-subscription.ts";
import { subscriptionEnded } from "./refusals.ts";
import { saveCancellation } from "./subscription-store.ts";
import type { Subscription, SubscriptionKey } from "./types.ts";

/**
 * Cancels a subscription from now on. One that is cancelled already is left as it is, so that a client whose answer got
 * lost may ask again. For one that has lapsed there is nothing to cancel: it is refused, and the partner is told by a notice too,
 * since whoever asked may be a person on a page of ours.
 * @throws AppError `not-found`; `subscription-ended`: it has lapsed
 */
export async function cancelSubscription(
  means: Pick<Capabilities, "clock" | "changes">,
  db: Queryable,
  key: SubscriptionKey,
  reason: string | null,
): Promise<Subscription> {
  const now = means.clock.now();
  const outcome = await db.transaction((tx) => cancel(means, tx, key, reason, now));
  // thrown here, since the refusal's notice has to be committed
  if (subscriptionStatus(outcome, now) === "lapsed") throw subscriptionEnded(key.id, "lapsed");
  return outcome;
}

async function cancel(
  means: Pick<Capabilities, "changes">,
  tx: Queryable,
  key: SubscriptionKey,
  reason: string | null,
  now: Temporal.Instant,
): Promise<Subscription> {
  const { customerSourceId, id } = key;
  const notify = (event: "SUBSCRIPTION_CANCELLED" | "SUBSCRIPTION_CANCELLED_FAILED"): Promise<void> =>
    queueNotice(means, tx, { customerSourceId, event, subscriptionId: id }, now);
  const { customerId } = await readSubscription(tx, key);
  await lockPeople(tx, { customerSourceId, required: [], owner: customerId });
  const held = await readSubscription(tx, key);
  const status = subscriptionStatus(held, now);
  if (status === "lapsed") await notify("SUBSCRIPTION_CANCELLED_FAILED");
  if (hasEnded(held, now)) return held;
  await saveCancellation(tx, key, reason, now);
  await notify("SUBSCRIPTION_CANCELLED");
  return readSubscription(tx, key);
}
