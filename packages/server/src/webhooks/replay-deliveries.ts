import type { Capabilities } from "../capabilities.ts";
import { type Queryable, sql } from "../db/index.ts";
import { type DeliveryFilter, filtered, filterValues, readDelivery } from "./delivery-log.ts";
import { lockLane } from "./lane-store.ts";
import { requireEndpoint } from "./register-endpoint.ts";

/** More than these in one go would hold up what is new. */
const mostAtOnce = 10_000;

const again = `update webhook_delivery d set state = 'pending', made_at = $2, tries = 0, first_try_at = null, held_until = null,
    due_at = null, ended_at = null`;

const replayOne = sql(
  "webhook-replay-one",
  `${again} where customer_source_id = $1 and id = $3 and state <> 'pending' returning d.id`,
);

const choose = (values: unknown[]) => ({
  text: `select d.id from webhook_delivery d where d.customer_source_id = $1 and ${filtered} and d.state <> 'pending' and d.id > $7
    order by d.id limit $8`,
  values,
});

const replayMany = sql(
  "webhook-replay-many",
  `${again} where customer_source_id = $1 and id = any($3::bigint[]) and state <> 'pending' returning d.id`,
);

/** The first of each line that has none: one of those that were replayed, since every other line has. */
const promote = sql(
  "webhook-replay-promote",
  `update webhook_delivery d set due_at = $2
  where d.customer_source_id = $1 and d.id = any($3::bigint[]) and not exists (
    select from webhook_delivery p where p.customer_source_id = d.customer_source_id and p.subject = d.subject
      and p.subject_id = d.subject_id and p.state = 'pending' and (p.due_at is not null or p.sequence < d.sequence))`,
);

const hurry = sql(
  "webhook-replay-hurry",
  `update webhook_delivery h set due_at = least(h.due_at, $2) from webhook_delivery d
  where d.customer_source_id = $1 and d.id = $3 and h.customer_source_id = d.customer_source_id and h.subject = d.subject
    and h.subject_id = d.subject_id and h.due_at is not null`,
);

type ReplayCapabilities = Pick<Capabilities, "clock" | "changes">;

/**
 * Sends a delivery again, whatever became of it, under the id and the number it has: in its line, before what waits there with
 * higher numbers. One that is pending is tried now, with what is before it.
 * @throws AppError `not-found`: no such delivery, or no webhook to send it to
 */
export async function replayDelivery(
  { clock, changes }: ReplayCapabilities,
  db: Queryable,
  customerSourceId: number,
  id: number,
): ReturnType<typeof readDelivery> {
  return db.transaction(async (tx) => {
    await readDelivery(tx, customerSourceId, id);
    await lockLane(tx, customerSourceId);
    await requireEndpoint(tx, customerSourceId);
    const now = clock.now().toString();
    const replayed = await tx.query(replayOne(customerSourceId, now, id));
    await tx.query(
      replayed.length > 0 ? promote(customerSourceId, now, [id]) : hurry(customerSourceId, now, id),
    );
    tx.afterCommit(changes.signal);
    return readDelivery(tx, customerSourceId, id);
  });
}

export interface Replayed {
  readonly replayed: number;
  /** The id that the next part starts above; null when this was all. */
  readonly nextAfterId: number | null;
}

/**
 * The same for all that ended and match, the oldest first; ten thousand in one go.
 * @param afterId deliveries above this id
 * @throws AppError `not-found`: there is no webhook to send them to
 */
export async function replayDeliveries(
  { clock, changes }: ReplayCapabilities,
  db: Queryable,
  customerSourceId: number,
  { afterId, ...filter }: DeliveryFilter & { readonly afterId: number },
): Promise<Replayed> {
  return db.transaction(async (tx) => {
    await lockLane(tx, customerSourceId);
    await requireEndpoint(tx, customerSourceId);
    const now = clock.now().toString();
    const chosen = await tx.query<{ id: number }>(
      choose([customerSourceId, ...filterValues(filter), afterId, mostAtOnce + 1]),
    );
    const ids = chosen.slice(0, mostAtOnce).map(({ id }) => id);
    await tx.query(replayMany(customerSourceId, now, ids));
    await tx.query(promote(customerSourceId, now, ids));
    tx.afterCommit(changes.signal);
    return { replayed: ids.length, nextAfterId: chosen.length > mostAtOnce ? (ids.at(-1) ?? null) : null };
  });
}
