import { entitles } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { listUncancelledSubscriptions } from "./subscription-store.ts";

/**
 * Whether a customer counts as subscribed now: by an active subscription of their own, or as a dependant of an active
 * family one (panic-v2 §6).
 */
export async function isEntitled(
  db: Queryable,
  customerSourceId: number,
  customerId: number,
  now: Temporal.Instant,
): Promise<boolean> {
  const covering = await listUncancelledSubscriptions(db, customerSourceId, customerId);
  return covering.some((subscription) => entitles(subscription, customerId, now));
}
