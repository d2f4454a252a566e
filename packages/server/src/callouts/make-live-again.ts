import { isUniqueViolation, type Queryable, sql } from "../db/index.ts";
import { AppError } from "../errors.ts";
import type { Callout } from "./types.ts";

/** The one live callout of a place and response type, other than $2. */
const findOther = sql(
  "callout-find-other-live-at-place",
  `select other.id from callout c
  join callout other on other.customer_source_id = c.customer_source_id and other.fixed_location_id = c.fixed_location_id
    and other.response_type_id = c.response_type_id and other.internal_test = c.internal_test
  where c.customer_source_id = $1 and c.id = $2 and other.id <> c.id
    and other.phase not in ('cancelled', 'closed') and not other.duress`,
);

/** Between the refusal and our look the other callout may end, and another one be raised, but not for ever. */
const attempts = 5;

/**
 * Lets a callout under duress count again for what is raised at its place. Another one that was raised there meanwhile
 * is in the way: one incident, one callout.
 * @param tx a transaction that holds the callout
 * @throws AppError `callout-state` that names the other callout
 */
export async function makeLiveAgain<T>(
  tx: Queryable,
  { customerSourceId, id }: Callout,
  change: (tx: Queryable) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      // a savepoint: the transaction has to live on to say which callout it is
      return await tx.transaction(change);
    } catch (error) {
      if (!isUniqueViolation(error, "callout_live_at_place")) throw error;
      const [other] = await tx.query<{ id: number }>(findOther(customerSourceId, id));
      if (other) throw inTheWay(id, other.id);
      if (attempt === attempts) throw error;
    }
  }
}

function inTheWay(id: number, otherId: number): AppError {
  return new AppError(
    "callout-state",
    `Callout ${id} stays under duress: callout ${otherId} is live at the same place for the same response type. ` +
      "Cancel or close one of the two first.",
  );
}
