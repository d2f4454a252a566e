import { type Queryable, sql } from "../db/index.ts";

const clear = sql(
  "webhook-key-clear",
  `delete from webhook_key where (customer_source_id, id) in (
    select customer_source_id, id from webhook_key where ends_at <= $1 limit $2 for update skip locked)
  returning 1`,
);

/** Forgets secrets that sign nothing any more, at most so many. @returns how many */
export async function clearEndedKeys(db: Queryable, now: Temporal.Instant, limit: number): Promise<number> {
  return (await db.query(clear(now.toString(), limit))).length;
}
