import { hasEnded, maxDependants, subscriptionStatus } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { queueNotice } from "../notices/index.ts";
import { lockPeople } from "./lock-people.ts";
import { readSubscription } from "./read-subscription.ts";
import { subscriptionEnded, subscriptionFull } from "./refusals.ts";
import { saveEnd, setDependants } from "./subscription-store.ts";
import type { SubscriptionKey } from "./types.ts";

/**
 * Lets a family subscription cover one customer more.
 * @throws AppError `not-found`: no such subscription; `subscription-ended`; `subscription-full`
 */
export async function coverCustomer(
  means: Pick<Capabilities, "changes">,
  tx: Queryable,
  key: SubscriptionKey,
  customerId: number,
  now: Temporal.Instant,
): Promise<void> {
  const { customerSourceId, id } = key;
  const { customerId: owner } = await readSubscription(tx, key);
  await lockPeople(tx, { customerSourceId, required: [customerId], owner });
  const family = await readSubscription(tx, key);
  if (hasEnded(family, now)) throw subscriptionEnded(id, subscriptionStatus(family, now));
  const covered = [...family.dependantCustomerIds, customerId];
  const most = maxDependants(family.subscriptionTypeId);
  if (covered.length > most) throw subscriptionFull(id, most);
  await setDependants(tx, key, covered);
  await saveEnd(tx, key, family.validTo, now);
  await queueNotice(means, tx, { customerSourceId, event: "SUBSCRIPTION_UPDATED", subscriptionId: id }, now);
}
