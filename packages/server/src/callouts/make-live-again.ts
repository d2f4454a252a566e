import { isUniqueViolation, type Queryable, sql } from "../db/index.ts";
import { AppError } from "../errors.ts";
import type { Callout } from "./types.ts";

/** The one live callout, other than $2, of the same person; or of the same place and response type. */
const findOther = sql(
  "callout-find-other-live",
  `select other.id from callout c
  join callout other on other.customer_source_id = c.customer_source_id and other.for_person = c.for_person
    and case when c.for_person then other.customer_id = c.customer_id
      else other.fixed_location_id = c.fixed_location_id and other.response_type_id = c.response_type_id
        and other.internal_test = c.internal_test end
  where c.customer_source_id = $1 and c.id = $2 and other.id <> c.id
    and other.phase not in ('cancelled', 'closed') and not other.duress`,
);

const liveIndexes = ["callout_live_at_place", "callout_live_of_person"] as const;

/** Between the refusal and our look the other callout may end, and another one be raised, but not for ever. */
const attempts = 5;

/**
 * Lets a callout under duress count again for what is raised for its place or person. Another one that was raised meanwhile
 * is in the way: one incident, one callout.
 * @param tx a transaction that holds the callout
 * @throws AppError `callout-state` that names the other callout
 */
export async function makeLiveAgain<T>(
  tx: Queryable,
  callout: Callout,
  change: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const { customerSourceId, id } = callout;
  for (let attempt = 1; ; attempt++) {
    try {
      // a savepoint: the transaction has to live on to say which callout it is
      return await tx.transaction(change);
    } catch (error) {
      if (!liveIndexes.some((index) => isUniqueViolation(error, index))) throw error;
      const [other] = await tx.query<{ id: number }>(findOther(customerSourceId, id));
      if (other) throw inTheWay(callout, other.id);
      if (attempt === attempts) throw error;
    }
  }
}

function inTheWay({ id, forPerson }: Callout, otherId: number): AppError {
  const whose = forPerson ? "the same person" : "the same place for the same response type";
  return new AppError(
    "callout-state",
    `Callout ${id} stays under duress: callout ${otherId} is live ${forPerson ? "for" : "at"} ${whose}. ` +
      "Cancel or close one of the two first.",
  );
}
