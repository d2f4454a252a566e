import { type Queryable, sql } from "../db/index.ts";
import { notFound } from "../errors.ts";
import type { DeliverySubject } from "./delivery.ts";

export type DeliveryState = "pending" | "delivered" | "dead" | "dropped";

/** Which deliveries; null: whichever. */
export interface DeliveryFilter {
  readonly state: DeliveryState | null;
  readonly event: string | null;
  readonly calloutId: number | null;
  /** When the event happened: from this instant on, and before that one. */
  readonly from: Temporal.Instant | null;
  readonly to: Temporal.Instant | null;
}

/** A delivery as its partner sees it. */
export interface LoggedDelivery {
  readonly id: number;
  readonly webhookId: string;
  readonly event: string;
  readonly subject: DeliverySubject;
  readonly subjectId: number;
  readonly sequence: number;
  readonly state: DeliveryState;
  readonly happenedAt: Temporal.Instant;
  /** Tries ever. */
  readonly attempts: number;
  readonly lastTryAt: Temporal.Instant | null;
  /** Null when it is not pending, and while it waits behind another one of its line. */
  readonly dueAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly status: number | null;
  readonly failure: string | null;
}

export interface LoggedAttempt {
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly milliseconds: number;
  readonly status: number | null;
  /** Null: delivered. */
  readonly failure: string | null;
  readonly reason: string | null;
  /** The first KiB of the answer; null when there was none. */
  readonly answer: string | null;
}

const columns = `d.id, d.webhook_id as "webhookId", d.event, d.subject, d.subject_id as "subjectId", d.sequence, d.state,
  d.happened_at as "happenedAt", d.attempts, d.last_try_at as "lastTryAt", d.due_at as "dueAt", d.ended_at as "endedAt",
  a.status, a.failure
  from webhook_delivery d left join webhook_attempt a on a.customer_source_id = d.customer_source_id
    and a.delivery_id = d.id and a.number = d.attempts`;

/** The parameters $2 to $6 of {@link filterValues}, about the alias `d`. */
export const filtered = `($2::text is null or d.state = $2) and ($3::text is null or d.event = $3)
  and ($4::bigint is null or (d.subject = 'callout' and d.subject_id = $4))
  and ($5::timestamptz is null or d.happened_at >= $5) and ($6::timestamptz is null or d.happened_at < $6)`;

// without a name: each filter has a plan of its own
const list = (values: unknown[]) => ({
  text: `select ${columns} where d.customer_source_id = $1 and ${filtered} and d.id < $7 order by d.id desc limit $8`,
  values,
});

const find = sql("webhook-log-find", `select ${columns} where d.customer_source_id = $1 and d.id = $2`);

const listAttempts = sql(
  "webhook-log-attempts",
  `select number, at, milliseconds, status, failure, reason, answer from webhook_attempt
  where customer_source_id = $1 and delivery_id = $2 order by number desc limit $3`,
);

/** Of a delivery that was tried for three days there are hundreds; the newest are worth reading. */
const mostAttempts = 100;

export interface DeliveryPage {
  /** The newest first. */
  readonly deliveries: readonly LoggedDelivery[];
  /** The id that the next page starts below; null on the last page. */
  readonly nextBeforeId: number | null;
}

export function filterValues({ state, event, calloutId, from, to }: DeliveryFilter): unknown[] {
  return [state, event, calloutId, from?.toString() ?? null, to?.toString() ?? null];
}

/** @param beforeId deliveries below this id; null: from the newest on */
export async function listDeliveries(
  db: Queryable,
  customerSourceId: number,
  {
    beforeId,
    limit,
    ...filter
  }: DeliveryFilter & { readonly beforeId: number | null; readonly limit: number },
): Promise<DeliveryPage> {
  const below = beforeId ?? Number.MAX_SAFE_INTEGER;
  const values = [customerSourceId, ...filterValues(filter), below, limit + 1];
  const rows = await db.query<LoggedDelivery>(list(values));
  const deliveries = rows.slice(0, limit);
  return { deliveries, nextBeforeId: rows.length > limit ? (deliveries.at(-1)?.id ?? null) : null };
}

/** @throws AppError `not-found` */
export async function readDelivery(
  db: Queryable,
  customerSourceId: number,
  id: number,
): Promise<{ readonly delivery: LoggedDelivery; readonly attempts: readonly LoggedAttempt[] }> {
  const [delivery] = await db.query<LoggedDelivery>(find(customerSourceId, id));
  if (!delivery) throw notFound(`Delivery ${id}`);
  const attempts = await db.query<LoggedAttempt>(listAttempts(customerSourceId, id, mostAttempts));
  return { delivery, attempts };
}
