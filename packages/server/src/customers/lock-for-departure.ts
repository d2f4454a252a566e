import type { Queryable } from "../db/index.ts";
import { findActiveCalloutOf, lockCustomer } from "./customer-store.ts";
import { customerInUse, houseAccountStays, noSuchCustomer } from "./refusals.ts";
import type { CustomerKey } from "./types.ts";

/**
 * Holds a customer who may go. From the lock on nothing becomes theirs and nothing is raised for them.
 * @param lockNewcomers holds what became theirs until then, before callouts are looked for: so a raise at a place that was theirs
 * since a moment ago is seen too
 * @throws AppError `not-found`; `house-account`; `customer-in-use` while a callout of theirs is active
 */
export async function lockForDeparture(
  tx: Queryable,
  key: CustomerKey,
  lockNewcomers: () => Promise<void>,
): Promise<void> {
  const customer = await lockCustomer(tx, key);
  if (!customer) throw noSuchCustomer(key.id);
  if (customer.isHouseAccount) throw houseAccountStays(key.id);
  await lockNewcomers();
  const calloutId = await findActiveCalloutOf(tx, key);
  if (calloutId !== undefined) throw customerInUse(key.id, calloutId);
}
