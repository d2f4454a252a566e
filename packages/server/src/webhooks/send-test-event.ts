import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { addDeliveries } from "./add-deliveries.ts";
import { type LoggedDelivery, readDelivery } from "./delivery-log.ts";
import { lockLane } from "./lane-store.ts";
import { newWebhookId } from "./new-webhook-id.ts";
import { requireEndpoint } from "./register-endpoint.ts";

/** No event of the contract, so that no receiver takes it for an emergency. */
const event = "TEST";

/**
 * Queues an event that says nothing but that it arrived; it goes the way of all others, in a line of its own.
 * @throws AppError `not-found`: the tenant has no webhook
 */
export async function sendTestEvent(
  { clock, random, changes }: Pick<Capabilities, "clock" | "random" | "changes">,
  db: Queryable,
  customerSourceId: number,
): Promise<LoggedDelivery> {
  return db.transaction(async (tx) => {
    await lockLane(tx, customerSourceId);
    await requireEndpoint(tx, customerSourceId);
    const now = clock.now();
    const body = JSON.stringify({
      message: event,
      test: { sentAt: now.toString({ fractionalSecondDigits: 3 }) },
    });
    const { heads } = await addDeliveries(
      tx,
      [
        {
          customerSourceId,
          webhookId: newWebhookId({ random }),
          event,
          subject: "test",
          subjectId: null,
          happenedAt: now,
          body,
        },
      ],
      now,
    );
    tx.afterCommit(changes.signal);
    return (await readDelivery(tx, customerSourceId, heads[0]?.id ?? 0)).delivery;
  });
}
