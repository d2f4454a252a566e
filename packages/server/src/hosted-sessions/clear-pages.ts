import { type Queryable, sql } from "../db/index.ts";

/** How long a sign-up can be read that came to nothing, or whose customer is gone. */
const signupDays = 30;

const clearManagement = sql(
  "management-clear",
  `delete from management_session where (customer_source_id, id) in (
    select customer_source_id, id from management_session where expires_at <= $1
    order by expires_at limit $2 for update skip locked)
  returning 1`,
);

/** A completed one is what its customer's app gets tokens by, so it stays as long as they do. */
const clearSignup = sql(
  "signup-clear",
  `delete from signup_session where (customer_source_id, id) in (
    select s.customer_source_id, s.id from signup_session s
      left join customer u on u.customer_source_id = s.customer_source_id and u.id = s.customer_id
    where s.expires_at <= $1 and (s.customer_id is null or u.deleted_at <= $1)
    order by s.expires_at limit $2 for update of s skip locked)
  returning 1`,
);

/** Removes pages of subscriptions that are over, at most so many. @returns how many */
export async function clearManagements(db: Queryable, now: Temporal.Instant, limit: number): Promise<number> {
  return (await db.query(clearManagement(now.toString(), limit))).length;
}

/** Removes sign-ups that ended without a customer, or whose customer was deleted, after 30 days. @returns how many, at most the limit */
export async function clearSignups(db: Queryable, now: Temporal.Instant, limit: number): Promise<number> {
  const before = now.subtract({ hours: signupDays * 24 });
  return (await db.query(clearSignup(before.toString(), limit))).length;
}
