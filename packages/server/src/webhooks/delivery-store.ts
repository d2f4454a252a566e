import { type Queryable, sql } from "../db/index.ts";
import { type Head, headColumns, type Outcome } from "./delivery.ts";

/** Whether two aliases are in the same line. */
export const sameLine = (one: string, other: string): string =>
  `${one}.customer_source_id = ${other}.customer_source_id and ${one}.subject = ${other}.subject and ${one}.subject_id = ${other}.subject_id`;

/**
 * What came of tries. One that ended gives way to the next in its line, which is due at once. A line has at most one try under
 * way, so what this statement ends is all that has ended. One that was dropped meanwhile stays so, and its try is logged.
 */
const record = sql(
  "webhook-delivery-record",
  `with told as (
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::integer[],
      $7::timestamptz[]) as t(customer_source_id, id, state, due_at, held_until, number, at)
  ), tried as (
    update webhook_delivery d set attempts = told.number, tries = d.tries + 1, first_try_at = coalesce(d.first_try_at, told.at),
      last_try_at = told.at, state = case when d.state = 'pending' then told.state else d.state end,
      due_at = case when d.state = 'pending' then told.due_at end,
      held_until = case when d.state = 'pending' then told.held_until end,
      ended_at = case when d.state <> 'pending' then d.ended_at when told.state <> 'pending' then $13::timestamptz end
    from told where d.customer_source_id = told.customer_source_id and d.id = told.id
    returning d.customer_source_id, d.id, d.subject, d.subject_id, d.state
  ), noted as (
    insert into webhook_attempt (customer_source_id, delivery_id, number, at, milliseconds, status, failure, reason, answer)
    select * from unnest($1::bigint[], $2::bigint[], $6::integer[], $7::timestamptz[], $8::integer[], $9::smallint[], $10::text[],
      $11::text[], $12::text[])
  ), promoted as (
    update webhook_delivery n set due_at = $13 from tried t
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

const hurry = sql(
  "webhook-delivery-hurry",
  `update webhook_delivery set due_at = least(due_at, $2::timestamptz), held_until = null
  where customer_source_id = $1 and due_at is not null and (due_at > $2 or held_until is not null)`,
);

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

/** The endpoint is another one: all that waits for its next try is due, and what the one before asked for counts no more. */
export async function hurryDeliveries(
  tx: Queryable,
  customerSourceId: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(hurry(customerSourceId, now.toString()));
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
    outcomes.map(({ head }) => head.attempts + 1),
    outcomes.map(({ at }) => at.toString()),
    outcomes.map(({ milliseconds }) => milliseconds),
    outcomes.map(({ status }) => status),
    outcomes.map(({ failure }) => failure),
    outcomes.map(({ reason }) => reason),
    outcomes.map(({ answer }) => answer),
  ];
}
