import type { Queryable } from "../db/index.ts";
import { noSuchSubscription } from "./refusals.ts";
import { findSubscription } from "./subscription-store.ts";
import type { Subscription, SubscriptionKey } from "./types.ts";

/** @throws AppError `not-found` */
export async function readSubscription(db: Queryable, key: SubscriptionKey): Promise<Subscription> {
  const found = await findSubscription(db, key);
  if (!found) throw noSuchSubscription(key.id);
  return found;
}
