import type { CustomerNotice, SubscriptionNotice } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { type Queryable, sql } from "../db/index.ts";

/** What partners are told about a person. Callouts write their notices with their decisions. */
export type PersonNotice =
  | { readonly customerSourceId: number; readonly event: CustomerNotice; readonly customerId: number }
  | {
      readonly customerSourceId: number;
      readonly event: SubscriptionNotice;
      readonly subscriptionId: number;
    };

const queue = sql(
  "webhook-queue-notice",
  `insert into outbox (customer_source_id, event, customer_id, subscription_id, created_at) values ($1, $2, $3, $4, $5)`,
);

/**
 * Queues a notice in the transaction that makes it true: it leaves if and only if that commits, and at once then. A noun of
 * its own, below the others: whoever changes a person queues, while `webhooks`, which sends, reads persons and callouts.
 */
export async function queueNotice(
  { changes }: Pick<Capabilities, "changes">,
  tx: Queryable,
  notice: PersonNotice,
  now: Temporal.Instant,
): Promise<void> {
  const { customerSourceId, event } = notice;
  const [customerId, subscriptionId] =
    "customerId" in notice ? [notice.customerId, null] : [null, notice.subscriptionId];
  await tx.query(queue(customerSourceId, event, customerId, subscriptionId, now.toString()));
  tx.afterCommit(changes.signal);
}
