import { type Queryable, sql } from "../db/index.ts";
import { notFound } from "../errors.ts";

const lockLive = sql(
  "customer-lock-live",
  "select 1 from customer where customer_source_id = $1 and id = $2 and deleted_at is null for share",
);

/**
 * Makes sure that the tenant has this customer, until the transaction ends.
 * @throws AppError `not-found`
 */
export async function lockLiveCustomer(tx: Queryable, customerSourceId: number, id: number): Promise<void> {
  const rows = await tx.query(lockLive(customerSourceId, id));
  if (rows.length === 0) throw notFound(`Customer ${id}`);
}

const isLive = sql(
  "customer-is-live",
  "select from customer where customer_source_id = $1 and id = $2 and deleted_at is null",
);

/** Whether the tenant has this customer. */
export async function isLiveCustomer(db: Queryable, customerSourceId: number, id: number): Promise<boolean> {
  return (await db.query(isLive(customerSourceId, id))).length > 0;
}
