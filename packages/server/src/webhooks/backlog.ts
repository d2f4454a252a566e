import { type Queryable, sql } from "../db/index.ts";

const read = sql(
  "webhook-backlog",
  `select (select count(*) from outbox) + (select count(*) from webhook_delivery where state = 'pending') as count,
    least((select min(created_at) from outbox), (select min(happened_at) from webhook_delivery where state = 'pending')) as oldest_at`,
);

/** What partners are still to be told, of all tenants. */
export interface WebhookBacklog {
  readonly count: number;
  /** When the oldest of it happened; null when there is none. */
  readonly oldestAt: Temporal.Instant | null;
}

export async function readWebhookBacklog(db: Queryable): Promise<WebhookBacklog> {
  const [row] = await db.query<{ count: number; oldest_at: Temporal.Instant | null }>(read());
  return { count: row?.count ?? 0, oldestAt: row?.oldest_at ?? null };
}
