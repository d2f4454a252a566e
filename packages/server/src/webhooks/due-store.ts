import { type Queryable, sql } from "../db/index.ts";
import { type Head, headColumns } from "./delivery.ts";

/** The heads of these lanes that are due, the longest due first. */
const due = sql(
  "webhook-delivery-due",
  `select ${headColumns}
  from unnest($1::bigint[], $2::integer[]) as lane(id, room) cross join lateral (
    select * from webhook_delivery d where d.customer_source_id = lane.id and d.due_at <= $3 order by d.due_at, d.id limit lane.room
  ) d join webhook_body b on b.customer_source_id = d.customer_source_id and b.delivery_id = d.id`,
);

const next = sql(
  "webhook-delivery-next",
  `select lane.id, (select min(d.due_at) from webhook_delivery d where d.customer_source_id = lane.id and d.due_at > $2) as due_at
  from unnest($1::bigint[]) as lane(id)`,
);

/** Each tenant is found by one probe of the index, with its first due time. */
const tenants = sql(
  "webhook-delivery-tenants",
  `with recursive lane as (
    (select customer_source_id as id, due_at from webhook_delivery where due_at is not null order by customer_source_id, due_at limit 1)
    union all
    select n.* from lane l cross join lateral (
      select d.customer_source_id, d.due_at from webhook_delivery d where d.due_at is not null and d.customer_source_id > l.id
      order by d.customer_source_id, d.due_at limit 1) n
  )
  select id from lane where due_at <= $1`,
);

const realign = sql(
  "webhook-delivery-realign",
  `update webhook_delivery set due_at = $1
  where due_at > $1 and greatest(made_at, last_try_at) > $1::timestamptz + interval '2 seconds'`,
);

/** Tenants with a delivery that is due. */
export async function listDueTenants(db: Queryable, now: Temporal.Instant): Promise<number[]> {
  return (await db.query<{ id: number }>(tenants(now.toString()))).map(({ id }) => id);
}

/** What is due in lanes that have so much room each. */
export function findDueHeads(
  db: Queryable,
  customerSourceIds: readonly number[],
  rooms: readonly number[],
  now: Temporal.Instant,
): Promise<Head[]> {
  return db.query<Head>(due(customerSourceIds, rooms, now.toString()));
}

/** When each lane has something due next, after now; null: never. */
export async function findNextDue(
  db: Queryable,
  customerSourceIds: readonly number[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<number, Temporal.Instant | null>> {
  const rows = await db.query<{ id: number; due_at: Temporal.Instant | null }>(
    next(customerSourceIds, now.toString()),
  );
  return new Map(rows.map(({ id, due_at: dueAt }) => [id, dueAt]));
}

/** What was tried or made in the future was so before the clock was set back: it is due now. */
export async function realignDeliveries(db: Queryable, now: Temporal.Instant): Promise<void> {
  await db.query(realign(now.toString()));
}
