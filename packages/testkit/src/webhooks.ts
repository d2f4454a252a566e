import { randomBytes } from "node:crypto";
import type { TestPartner, TestSystem } from "./system.ts";

/** All but the deprecated one. */
const allWebhookEvents = [
  "NEW_CALLOUT",
  "RESPONDER_MANUALLY_DISPATCHED",
  "RESPONDER_ACKNOWLEDGED_CALLOUT",
  "RESPONDER_ARRIVED_ON_SCENE",
  "RESPONDER_COMPLETED",
  "RESPONDER_CANCELLED",
  "CALLOUT_OWNED",
  "CALLOUT_EVENTS_CHANGED",
  "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER",
  "CALLOUT_NO_LONGER_REQUIRES_RESPONSE",
  "CALLOUT_CLOSED",
  "SUBSCRIPTION_CREATED",
  "SUBSCRIPTION_UPDATED",
  "SUBSCRIPTION_CANCELLED",
  "SUBSCRIPTION_CANCELLED_FAILED",
  "CREATED_CUSTOMER",
  "UPDATED_CUSTOMER",
  "DELETED_CUSTOMER",
] as const;

export interface TestWebhook {
  readonly url: string;
  /** Absent: all but the deprecated ones. */
  readonly events?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly partner?: TestPartner;
}

/** Puts a tenant's endpoint into the database, in the place of the one before. */
export async function addWebhook(
  { context: { db, clock }, partner: ownPartner }: TestSystem,
  { url, events = allWebhookEvents, headers = {}, partner = ownPartner }: TestWebhook,
): Promise<void> {
  await db.query({
    text: `with endpoint as (
        insert into webhook_endpoint (customer_source_id, url, events, method, headers, signatures, created_at, updated_at)
        values ($1, $2, $3, 'webhook', $4, '{v1}', $5, $5)
        on conflict (customer_source_id) do update set url = excluded.url, events = excluded.events, headers = excluded.headers
        returning customer_source_id
      )
      insert into webhook_key (customer_source_id, scheme, secret, created_at)
      select customer_source_id, 'v1', $6, $5 from endpoint
      on conflict (customer_source_id, scheme) where ends_at is null do nothing`,
    values: [
      partner.customerSourceId,
      url,
      events,
      JSON.stringify(headers),
      clock.now().toString(),
      randomBytes(32),
    ],
  });
}
