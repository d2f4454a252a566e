import { type Queryable, sql } from "../../db/index.ts";

/** How long the outcome of a file can be read. Its bytes go with its end. */
const keptDays = 90;

const clear = sql(
  "location-import-clear",
  `delete from location_import where (customer_source_id, id) in (
    select customer_source_id, id from location_import where finished_at <= $1
    order by finished_at limit $2 for update skip locked)
  returning 1`,
);

/** Removes the outcomes of files that were worked through 90 days ago, at most so many. @returns how many */
export async function clearImports(db: Queryable, now: Temporal.Instant, limit: number): Promise<number> {
  const before = now.subtract({ hours: keptDays * 24 });
  return (await db.query(clear(before.toString(), limit))).length;
}
