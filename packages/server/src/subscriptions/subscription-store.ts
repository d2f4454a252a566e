import { type Queryable, sql } from "../db/index.ts";
import { readSubscription, type SubscriptionRow, subscriptionColumns } from "./subscription-row.ts";
import type { Subscription, SubscriptionKey } from "./types.ts";

/** The constraint that no person has two subscriptions active at the same time. */
export const oneActive = "subscription_one_active";

const find = sql(
  "subscription-find",
  `select ${subscriptionColumns} from subscription s where s.customer_source_id = $1 and s.id = $2`,
);

/** Of a customer: their own, and those that cover them. */
const ofCustomer = `select ${subscriptionColumns} from subscription s
  where s.customer_source_id = $1 and s.id = any(array(
    select o.id from subscription o where o.customer_source_id = $1 and o.customer_id = $2
    union all
    select d.subscription_id from subscription_dependant d where d.customer_source_id = $1 and d.customer_id = $2
  ))`;

const list = sql("subscription-list", `${ofCustomer} order by s.id`);
const listUncancelled = sql("subscription-list-uncancelled", `${ofCustomer} and s.cancelled_at is null`);

const insert = sql(
  "subscription-insert",
  `insert into subscription (customer_source_id, customer_id, subscription_type_id, valid_from, valid_to, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $6) returning id`,
);

const replaceDependants = sql(
  "subscription-replace-dependants",
  `with gone as (
    delete from subscription_dependant where customer_source_id = $1 and subscription_id = $2 and customer_id <> all($3)
  )
  insert into subscription_dependant (customer_source_id, subscription_id, customer_id)
  select $1, $2, d from unnest($3::bigint[]) as d on conflict do nothing`,
);

const setEnd = sql(
  "subscription-set-end",
  "update subscription set valid_to = $3, updated_at = $4 where customer_source_id = $1 and id = $2",
);

const cancel = sql(
  "subscription-cancel",
  `update subscription set cancelled_at = $3, cancelled_reason = $4, updated_at = $3
  where customer_source_id = $1 and id = $2`,
);

const cancelAll = sql(
  "subscription-cancel-all",
  `update subscription set cancelled_at = $3, cancelled_reason = $4, updated_at = $3
  where customer_source_id = $1 and customer_id = $2 and cancelled_at is null and valid_to > $3 returning id`,
);

/** A tenant's subscription, whatever has become of it. */
export async function findSubscription(
  db: Queryable,
  { customerSourceId, id }: SubscriptionKey,
): Promise<Subscription | undefined> {
  const [row] = await db.query<SubscriptionRow>(find(customerSourceId, id));
  return row && readSubscription(row);
}

/** A customer's own subscriptions and those that cover them, in order of their ids. */
export async function listSubscriptions(
  db: Queryable,
  customerSourceId: number,
  customerId: number,
): Promise<Subscription[]> {
  return (await db.query<SubscriptionRow>(list(customerSourceId, customerId))).map(readSubscription);
}

/** Of these, the ones that are not cancelled. */
export async function listUncancelledSubscriptions(
  db: Queryable,
  customerSourceId: number,
  customerId: number,
): Promise<Subscription[]> {
  return (await db.query<SubscriptionRow>(listUncancelled(customerSourceId, customerId))).map(
    readSubscription,
  );
}

/**
 * @returns the new subscription's id
 * @throws a violation of {@link oneActive}
 */
export async function insertSubscription(
  tx: Queryable,
  wanted: Pick<
    Subscription,
    "customerSourceId" | "customerId" | "subscriptionTypeId" | "validFrom" | "validTo"
  >,
  now: Temporal.Instant,
): Promise<number> {
  const { customerSourceId, customerId, subscriptionTypeId, validFrom, validTo } = wanted;
  const window = [validFrom, validTo, now].map(String);
  const [row] = await tx.query<{ id: number }>(
    insert(customerSourceId, customerId, subscriptionTypeId, ...window),
  );
  if (!row) throw new Error("A subscription was inserted and has no id");
  return row.id;
}

/** Makes these, and nobody else, the ones whom a subscription covers. */
export async function setDependants(
  tx: Queryable,
  { customerSourceId, id }: SubscriptionKey,
  customerIds: readonly number[],
): Promise<void> {
  await tx.query(replaceDependants(customerSourceId, id, customerIds));
}

/** @throws a violation of {@link oneActive} */
export async function saveEnd(
  tx: Queryable,
  { customerSourceId, id }: SubscriptionKey,
  validTo: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(setEnd(customerSourceId, id, validTo.toString(), now.toString()));
}

export async function saveCancellation(
  tx: Queryable,
  { customerSourceId, id }: SubscriptionKey,
  reason: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(cancel(customerSourceId, id, now.toString(), reason));
}

/**
 * Cancels those of a customer's own that have not ended.
 * @returns their ids
 */
export async function cancelAllOf(
  tx: Queryable,
  whose: {
    readonly customerSourceId: number;
    readonly customerId: number;
    readonly reason: string;
    readonly now: Temporal.Instant;
  },
): Promise<number[]> {
  const { customerSourceId, customerId, reason, now } = whose;
  const statement = cancelAll(customerSourceId, customerId, now.toString(), reason);
  return (await tx.query<{ id: number }>(statement)).map(({ id }) => id);
}
