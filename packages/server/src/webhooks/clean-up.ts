import { type Queryable, sql } from "../db/index.ts";

/** How long the log of a delivery is kept after it has ended. */
const keptDays = 30;
/** In one statement. */
const mostAtOnce = 1_000;

/**
 * Deliveries of callouts that are not closed stay: the numbers of their lines go on from them. Lines about people never end:
 * of those the last number alone is kept.
 */
const remove = sql(
  "webhook-clean-up",
  `with old as (
    select d.customer_source_id, d.id, d.subject, d.subject_id, d.sequence from webhook_delivery d
    where d.ended_at < $1 and not (d.subject = 'callout' and exists (
      select from callout c where c.customer_source_id = d.customer_source_id and c.id = d.subject_id and c.phase <> 'closed'))
    order by d.ended_at limit $2 for update of d skip locked
  ), ends as (
    insert into webhook_line_end (customer_source_id, subject, subject_id, sequence)
    select customer_source_id, subject, subject_id, max(sequence) from old where subject in ('customer', 'subscription')
    group by customer_source_id, subject, subject_id
    on conflict (customer_source_id, subject, subject_id)
      do update set sequence = greatest(webhook_line_end.sequence, excluded.sequence)
  ), bodies as (
    delete from webhook_body b using old where b.customer_source_id = old.customer_source_id and b.delivery_id = old.id
  ), attempts as (
    delete from webhook_attempt a using old where a.customer_source_id = old.customer_source_id and a.delivery_id = old.id
  )
  delete from webhook_delivery d using old where d.customer_source_id = old.customer_source_id and d.id = old.id returning d.id`,
);

/** Removes what is too old, a bounded part of it. @returns whether there may be more */
export async function cleanUpDeliveries(db: Queryable, now: Temporal.Instant): Promise<boolean> {
  const before = now.subtract({ hours: keptDays * 24 });
  return (await db.query(remove(before.toString(), mostAtOnce))).length === mostAtOnce;
}
