import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { queueNotice } from "../notices/index.ts";
import { endSubscriptions } from "../subscriptions/index.ts";
import { findActiveCalloutOf, lockCustomer, markCustomerDeleted } from "./customer-store.ts";
import { customerInUse, houseAccountStays, noSuchCustomer } from "./refusals.ts";
import type { CustomerKey } from "./types.ts";

/**
 * Takes a person out of the tenant's customers: their subscriptions end, their mobile becomes free, callouts keep them.
 * @throws AppError `not-found`; `house-account`; `customer-in-use` while a callout of theirs is active
 */
export async function deleteCustomer(
  { clock }: Pick<Capabilities, "clock">,
  db: Queryable,
  key: CustomerKey,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { customerSourceId, id: customerId } = key;
    const customer = await lockCustomer(tx, key);
    if (!customer) throw noSuchCustomer(customerId);
    if (customer.isHouseAccount) throw houseAccountStays(customerId);
    const calloutId = await findActiveCalloutOf(tx, key);
    if (calloutId !== undefined) throw customerInUse(customerId, calloutId);
    const now = clock.now();
    await endSubscriptions(tx, { customerSourceId, customerId }, "Customer deleted", now);
    await markCustomerDeleted(tx, key, now);
    await queueNotice(tx, { customerSourceId, event: "DELETED_CUSTOMER", customerId }, now);
  });
}
