import type { Actor } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { lockForDeparture, markCustomerDeleted } from "../customers/index.ts";
import type { Queryable } from "../db/index.ts";
import { deleteDevicesOf, lockDevicesOf } from "../devices/index.ts";
import { endManagementOf } from "../hosted-sessions/index.ts";
import { lockLocationsOf, releaseLocationsOf } from "../locations/index.ts";
import { queueNotice } from "../notices/index.ts";
import { cancelSchedulesOf } from "../scheduled/index.ts";
import { endSubscriptions } from "../subscriptions/index.ts";

interface Leaver {
  readonly customerSourceId: number;
  readonly customerId: number;
}

/**
 * Takes a person out of the tenant's customers, with everything that is theirs alone: subscriptions end, what is scheduled is called
 * off, devices and open pages go, places become the tenant's own, the mobile becomes free. Callouts keep them.
 * A noun of its own, above the others: all of them look customers up.
 * @throws AppError `not-found`; `house-account`; `customer-in-use` while a callout of theirs is active
 */
export async function deleteCustomer(
  means: Pick<Capabilities, "clock" | "changes">,
  db: Queryable,
  leaver: Leaver,
  by: Actor,
): Promise<void> {
  const { customerSourceId, customerId } = leaver;
  const key = { customerSourceId, id: customerId };
  await db.transaction(async (tx) => {
    // in the order of whoever changes one of these: the thing, then its customer
    await lockBelongings(tx, leaver);
    await lockForDeparture(tx, key, () => lockBelongings(tx, leaver));
    const now = means.clock.now();
    await cancelSchedulesOf(means, tx, leaver, by);
    await deleteDevicesOf(tx, leaver, now);
    await releaseLocationsOf(tx, leaver, now);
    await endManagementOf(tx, leaver);
    await endSubscriptions(means, tx, leaver, "Customer deleted", now);
    await markCustomerDeleted(tx, key, now);
    await queueNotice(means, tx, { customerSourceId, event: "DELETED_CUSTOMER", customerId }, now);
  });
}

/** Nothing is raised at their places, or handed to somebody else, until the end. */
async function lockBelongings(tx: Queryable, leaver: Leaver): Promise<void> {
  await lockLocationsOf(tx, leaver);
  await lockDevicesOf(tx, leaver);
}
