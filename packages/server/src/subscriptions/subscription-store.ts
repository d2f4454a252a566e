import { type Queryable, sql } from "../db/index.ts";
import { readSubscription, type SubscriptionRow, subscriptionColumns } from "./subscription-row.ts";
import type { Subscription } from "./types.ts";

const findCovering = sql(
  "subscription-find-covering",
  `select ${subscriptionColumns} from subscription s
  where s.customer_source_id = $1 and s.cancelled_at is null and s.id = any(array(
    select o.id from subscription o where o.customer_source_id = $1 and o.customer_id = $2
    union all
    select d.subscription_id from subscription_dependant d where d.customer_source_id = $1 and d.customer_id = $2
  ))`,
);

/** What is not cancelled of a customer's own subscriptions and of those they are a dependant of. */
export async function findCoveringSubscriptions(
  db: Queryable,
  customerSourceId: number,
  customerId: number,
): Promise<Subscription[]> {
  return (await db.query<SubscriptionRow>(findCovering(customerSourceId, customerId))).map(readSubscription);
}
