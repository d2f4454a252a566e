import type { Queryable } from "../db/index.ts";
import { findSubscription } from "./subscription-store.ts";

/** Whether this is a subscription of the customer's own. */
export async function isSubscriptionOf(
  db: Queryable,
  customerSourceId: number,
  id: number,
  customerId: number,
): Promise<boolean> {
  const found = await findSubscription(db, { customerSourceId, id });
  return found?.customerId === customerId;
}

/** Whether it is their own, or one that covers them. */
export async function coversCustomer(
  db: Queryable,
  customerSourceId: number,
  id: number,
  customerId: number,
): Promise<boolean> {
  const found = await findSubscription(db, { customerSourceId, id });
  return found?.customerId === customerId || found?.dependantCustomerIds.includes(customerId) === true;
}
