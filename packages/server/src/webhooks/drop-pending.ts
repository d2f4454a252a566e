import { type Queryable, sql } from "../db/index.ts";
import { lockLane } from "./lane-store.ts";

const drop = sql(
  "webhook-delivery-drop",
  `with dropped as (
    update webhook_delivery set state = 'dropped', due_at = null, ended_at = $2
    where customer_source_id = $1 and state = 'pending' returning id
  ), unsent as (
    delete from outbox where customer_source_id = $1
  )
  select count(*) from dropped`,
);

/**
 * Nobody is told any more what the tenant's endpoint was still to be told; a try that is under way may yet arrive. Dropped
 * deliveries stay in the log and can be replayed to another endpoint.
 * @param tx the transaction that removes the endpoint
 * @returns how many deliveries were dropped
 */
export async function dropPendingDeliveries(
  tx: Queryable,
  customerSourceId: number,
  now: Temporal.Instant,
): Promise<number> {
  await lockLane(tx, customerSourceId);
  const [row] = await tx.query<{ count: number }>(drop(customerSourceId, now.toString()));
  return row?.count ?? 0;
}
