import { type Queryable, sql } from "../db/index.ts";

/** What the code of a cancel is compared with. */
export interface SafeCodes {
  /** Null where the customer has none, as the house account. */
  readonly mobile: string | null;
  /** Of the customer, and of the place. */
  readonly duressHashes: readonly string[];
}

const find = sql(
  "safe-code-find",
  `select u.mobile, array_remove(array[u.duress_code_hash, l.duress_code_hash], null) as "duressHashes"
  from callout c
    join customer u on u.customer_source_id = c.customer_source_id and u.id = c.customer_id
    left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
  where c.customer_source_id = $1 and c.id = $2`,
);

/** Undefined when the tenant has no such callout. */
export async function findSafeCodes(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<SafeCodes | undefined> {
  const [row] = await db.query<SafeCodes>(find(customerSourceId, calloutId));
  return row;
}
