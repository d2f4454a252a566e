import { leastWebhookWaitSeconds } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import { type DeliverySubject, type Head, headColumns, type Outcome } from "./delivery.ts";

/** An event that an endpoint asked for, with its body. */
export interface NewDelivery {
  readonly customerSourceId: number;
  readonly webhookId: string;
  readonly event: string;
  readonly subject: DeliverySubject;
  /** Null: a line of its own. */
  readonly subjectId: number | null;
  readonly happenedAt: Temporal.Instant;
  readonly body: string;
}

const sameLine = (one: string, other: string): string =>
  `${one}.customer_source_id = ${other}.customer_source_id and ${one}.subject = ${other}.subject and ${one}.subject_id = ${other}.subject_id`;

/**
 * Puts deliveries at the ends of their lines. The first of a line is due at once; behind others that wait it is news, and the
 * one in front is tried again: not sooner than a second after its last try, nor than the receiver asked for.
 */
const add = sql(
  "webhook-delivery-add",
  `with made as (
    select nextval('webhook_delivery_id_seq') as id, m.* from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[],
      $6::timestamptz[], $7::text[]) with ordinality
      as m(customer_source_id, webhook_id, event, subject, asked_subject_id, happened_at, body, ord)
  ), placed as (
    select made.*, coalesce(asked_subject_id, id) as subject_id from made
  ), line as (
    select l.*, coalesce((select max(d.sequence) from webhook_delivery d where ${sameLine("d", "l")}), 0) as sequence,
      exists (select from webhook_delivery d where ${sameLine("d", "l")} and d.state = 'pending') as waits
    from (select distinct customer_source_id, subject, subject_id from placed) l
  ), numbered as (
    select p.*, line.sequence + row_number() over own as sequence, line.waits or row_number() over own > 1 as is_behind
    from placed p join line on ${sameLine("line", "p")}
    window own as (partition by p.customer_source_id, p.subject, p.subject_id order by p.ord)
  ), added as (
    insert into webhook_delivery as d (customer_source_id, id, webhook_id, event, subject, subject_id, sequence, happened_at, state,
      made_at, due_at)
    select customer_source_id, id, webhook_id, event, subject, subject_id, sequence, happened_at, 'pending', $8,
      case when not is_behind then $8::timestamptz end
    from numbered order by ord
    returning *
  ), bodies as (
    insert into webhook_body (customer_source_id, delivery_id, body) select customer_source_id, id, body from numbered
  ), nudged as (
    update webhook_delivery h set due_at = greatest($8, h.last_try_at + make_interval(secs => $9), h.held_until)
    from line where line.waits and ${sameLine("h", "line")}
      and h.due_at > greatest($8, h.last_try_at + make_interval(secs => $9), h.held_until)
    returning h.due_at
  )
  select ${headColumns}, d.due_at as "dueAt", (select min(due_at) from nudged) as "nudgedAt"
  from added d join numbered b using (id) order by d.id`,
);

/**
 * What came of tries. One that ended gives way to the next in its line, which is due at once. A line has at most one try under
 * way, so what this statement ends is all that has ended.
 */
const record = sql(
  "webhook-delivery-record",
  `with told as (
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
      $7::integer[], $8::smallint[], $9::text[], $10::text[], $11::text[])
      as t(customer_source_id, id, state, due_at, held_until, at, milliseconds, status, failure, reason, answer)
  ), tried as (
    update webhook_delivery d set state = told.state, due_at = told.due_at, held_until = told.held_until,
      attempts = d.attempts + 1, tries = d.tries + 1, first_try_at = coalesce(d.first_try_at, told.at),
      last_try_at = told.at, ended_at = case when told.state <> 'pending' then $12::timestamptz end
    from told where d.customer_source_id = told.customer_source_id and d.id = told.id and d.state = 'pending'
    returning d.customer_source_id, d.id, d.subject, d.subject_id, d.state, d.attempts
  ), noted as (
    insert into webhook_attempt (customer_source_id, delivery_id, number, at, milliseconds, status, failure, reason, answer)
    select t.customer_source_id, t.id, t.attempts, told.at, told.milliseconds, told.status, told.failure, told.reason, told.answer
    from tried t join told using (customer_source_id, id)
  ), promoted as (
    update webhook_delivery n set due_at = $12 from tried t
    where t.state <> 'pending' and n.customer_source_id = t.customer_source_id and n.id = (
      select p.id from webhook_delivery p where ${sameLine("p", "t")} and p.state = 'pending' and p.id <> t.id
      order by p.sequence limit 1)
    returning n.*
  )
  select ${headColumns} from promoted d
    join webhook_body b on b.customer_source_id = d.customer_source_id and b.delivery_id = d.id`,
);

/** Behind a dead head, whatever outlived its own time waiting for it. */
const buryBehind = sql(
  "webhook-delivery-bury",
  `update webhook_delivery d set state = 'dead', due_at = null, ended_at = $4
  from unnest($1::bigint[], $2::bigint[]) as head(customer_source_id, id)
    join webhook_delivery h on h.customer_source_id = head.customer_source_id and h.id = head.id
  where ${sameLine("d", "h")} and d.id <> h.id and d.state = 'pending' and d.made_at <= $3`,
);

const wake = sql(
  "webhook-delivery-wake",
  `update webhook_delivery set due_at = greatest($2, held_until)
  where customer_source_id = any($1::bigint[]) and due_at > greatest($2, held_until)`,
);

/** What was put at the ends of lines. */
export interface Added {
  /** Those that are first in their lines. */
  readonly heads: Head[];
  /** When one that others came behind is tried again; null: none is. */
  readonly nudgedAt: Temporal.Instant | null;
}

/** @param tx a transaction that holds the lanes */
export async function addDeliveries(
  tx: Queryable,
  deliveries: readonly NewDelivery[],
  now: Temporal.Instant,
): Promise<Added> {
  if (deliveries.length === 0) return { heads: [], nudgedAt: null };
  const rows = await tx.query<Head & { dueAt: Temporal.Instant | null; nudgedAt: Temporal.Instant | null }>(
    add(
      deliveries.map(({ customerSourceId }) => customerSourceId),
      deliveries.map(({ webhookId }) => webhookId),
      deliveries.map(({ event }) => event),
      deliveries.map(({ subject }) => subject),
      deliveries.map(({ subjectId }) => subjectId),
      deliveries.map(({ happenedAt }) => happenedAt.toString()),
      deliveries.map(({ body }) => body),
      now.toString(),
      leastWebhookWaitSeconds,
    ),
  );
  return { heads: rows.filter(({ dueAt }) => dueAt !== null), nudgedAt: rows[0]?.nudgedAt ?? null };
}

/**
 * Writes what came of tries, and the log of them.
 * @param tx a transaction that holds the lanes
 * @returns who is first in the lines of those that ended
 */
export async function recordOutcomes(
  tx: Queryable,
  outcomes: readonly Outcome[],
  now: Temporal.Instant,
  lifetimeSeconds: number,
): Promise<Head[]> {
  const dead = outcomes.filter(({ verdict }) => verdict.state === "dead");
  if (dead.length > 0) {
    const madeBefore = now.subtract({ seconds: lifetimeSeconds });
    await tx.query(buryBehind(...keysOf(dead), madeBefore.toString(), now.toString()));
  }
  return tx.query<Head>(record(...keysOf(outcomes), ...valuesOf(outcomes), now.toString()));
}

/** An endpoint answers again: all that waits for its next try is due. */
export async function wakeLanes(
  tx: Queryable,
  customerSourceIds: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(wake(customerSourceIds, now.toString()));
}

function keysOf(outcomes: readonly Outcome[]): [number[], number[]] {
  return [outcomes.map(({ head }) => head.customerSourceId), outcomes.map(({ head }) => head.id)];
}

function valuesOf(outcomes: readonly Outcome[]): unknown[] {
  const text = (instant: Temporal.Instant | null): string | null => instant?.toString() ?? null;
  return [
    outcomes.map(({ verdict }) => verdict.state),
    outcomes.map(({ verdict }) => (verdict.state === "pending" ? text(verdict.dueAt) : null)),
    outcomes.map(({ verdict }) => (verdict.state === "pending" ? text(verdict.heldUntil) : null)),
    outcomes.map(({ at }) => at.toString()),
    outcomes.map(({ milliseconds }) => milliseconds),
    outcomes.map(({ status }) => status),
    outcomes.map(({ failure }) => failure),
    outcomes.map(({ reason }) => reason),
    outcomes.map(({ answer }) => answer),
  ];
}
