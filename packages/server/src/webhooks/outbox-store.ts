import type { CalloutMoment } from "../callouts/index.ts";
import { type Queryable, sql } from "../db/index.ts";
import type { DeliverySubject } from "./delivery.ts";

/** A row of the outbox: something happened that partners may want to hear of. */
export interface Notice {
  readonly customerSourceId: number;
  readonly id: number;
  readonly event: string;
  readonly subject: DeliverySubject;
  readonly subjectId: number;
  /** Of the callout's timeline; null for others. */
  readonly sequence: number | null;
  readonly phase: CalloutMoment["phase"];
  readonly at: Temporal.Instant;
}

/** Each tenant is found by one probe of the index, however many rows it has. */
const tenants = sql(
  "outbox-tenants",
  `with recursive tenant as (
    (select customer_source_id as id from outbox order by customer_source_id limit 1)
    union all
    select (select o.customer_source_id from outbox o where o.customer_source_id > t.id order by o.customer_source_id limit 1)
    from tenant t where t.id is not null
  )
  select id from tenant where id is not null`,
);

/** Not those whose subject stepped aside, nor what happened to it since. A time that no clock can have set is none. */
const take = sql(
  "outbox-take",
  `select o.customer_source_id as "customerSourceId", o.id, o.event, o.sequence, o.phase, o.created_at as at,
    case when o.callout_id is not null then 'callout' when o.customer_id is not null then 'customer' else 'subscription' end as subject,
    coalesce(o.callout_id, o.customer_id, o.subscription_id) as "subjectId"
  from unnest($1::bigint[]) as t(id) cross join lateral (
    select * from outbox o where o.customer_source_id = t.id and not exists (
      select from outbox aside where aside.customer_source_id = o.customer_source_id
        and aside.retry_at > $2 and aside.retry_at <= $2::timestamptz + interval '1 minute'
        and coalesce(aside.callout_id, 0) = coalesce(o.callout_id, 0)
        and coalesce(aside.customer_id, 0) = coalesce(o.customer_id, 0)
        and coalesce(aside.subscription_id, 0) = coalesce(o.subscription_id, 0))
    order by o.id limit $3
  ) o order by o.id`,
);

const remove = sql(
  "outbox-remove",
  `delete from outbox o using unnest($1::bigint[], $2::bigint[]) as gone(customer_source_id, id)
  where o.customer_source_id = gone.customer_source_id and o.id = gone.id`,
);

const setAside = sql(
  "outbox-set-aside",
  `update outbox o set retry_at = $3 from unnest($1::bigint[], $2::bigint[]) as aside(customer_source_id, id)
  where o.customer_source_id = aside.customer_source_id and o.id = aside.id`,
);

/** Only while nothing but removals is in the transaction: a crash that loses it brings the rows back, to be removed again. */
const quickly = sql("outbox-quickly", "select set_config('synchronous_commit', 'off', true)");

/** Tenants with something in the outbox. */
export async function listWaitingTenants(db: Queryable): Promise<number[]> {
  return (await db.query<{ id: number }>(tenants())).map(({ id }) => id);
}

/** The oldest notices of each tenant, at most so many; in the order in which they were written. */
export function takeNotices(
  db: Queryable,
  customerSourceIds: readonly number[],
  mostEach: number,
  now: Temporal.Instant,
): Promise<Notice[]> {
  return db.query<Notice>(take(customerSourceIds, now.toString(), mostEach));
}

export async function removeNotices(tx: Queryable, notices: readonly Notice[]): Promise<void> {
  if (notices.length > 0) await tx.query(remove(...keysOf(notices)));
}

/** The transaction's commit does not wait for the disk, nor make raises wait that share it. */
export async function commitQuickly(tx: Queryable): Promise<void> {
  await tx.query(quickly());
}

/** They are looked at again after that; what their subjects tell meanwhile waits behind them. */
export async function setNoticesAside(
  tx: Queryable,
  notices: readonly Notice[],
  until: Temporal.Instant,
): Promise<void> {
  if (notices.length > 0) await tx.query(setAside(...keysOf(notices), until.toString()));
}

function keysOf(notices: readonly Notice[]): [number[], number[]] {
  return [notices.map(({ customerSourceId }) => customerSourceId), notices.map(({ id }) => id)];
}
