import { randomBytes } from "node:crypto";
import { createPartner, type Database } from "@tocsin/server";
import { capabilitiesOf } from "../ground/capabilities.ts";

/** Callouts of many tenants with an endpoint each, and a way to let something happen to them. */
export interface Stage {
  /** By tenant. */
  readonly callouts: readonly (readonly number[])[];
  /** Commits an event of each of these callouts, all in one transaction. */
  tell(calloutIds: readonly number[]): Promise<void>;
}

const event = "CALLOUT_EVENTS_CHANGED";

/** @param urlOf where tenant number n wants to be told */
export async function setStage(
  db: Database,
  counts: { readonly tenants: number; readonly calloutsEach: number },
  urlOf: (tenant: number) => string,
): Promise<Stage> {
  const capabilities = capabilitiesOf(db);
  const callouts: number[][] = [];
  for (let tenant = 0; tenant < counts.tenants; tenant++) {
    const partner = await createPartner(capabilities, {
      clientId: `bench-${tenant}`,
      name: `Bench ${tenant}`,
    });
    await addEndpoint(db, partner.customerSourceId, urlOf(tenant));
    callouts.push(await addCallouts(db, partner, counts.calloutsEach));
  }
  await db.query({ text: "analyze" });
  return {
    callouts,
    async tell(calloutIds) {
      await db.query({
        name: "bench-tell",
        text: `insert into outbox (customer_source_id, callout_id, sequence, phase, event, created_at)
          select c.customer_source_id, c.id, c.sequence, c.phase, '${event}', now()
          from unnest($1::bigint[]) as t(id) join callout c using (id)`,
        values: [calloutIds],
      });
      capabilities.changes.signal();
    },
  };
}

async function addEndpoint(db: Database, customerSourceId: number, url: string): Promise<void> {
  await db.query({
    text: `with endpoint as (
        insert into webhook_endpoint (customer_source_id, url, events, method, headers, signatures, created_at, updated_at)
        values ($1, $2, $3, 'webhook', '{}', '{v1}', now(), now())
      )
      insert into webhook_key (customer_source_id, scheme, secret, created_at) values ($1, 'v1', $4, now())`,
    values: [customerSourceId, url, [event], randomBytes(32)],
  });
}

/** Awaiting, with nobody who would look after them: what is measured is telling of them. */
async function addCallouts(
  db: Database,
  {
    customerSourceId,
    houseAccountId,
  }: { readonly customerSourceId: number; readonly houseAccountId: number },
  count: number,
): Promise<number[]> {
  const rows = await db.query<{ id: number }>({
    text: `insert into callout (customer_source_id, customer_id, response_type_id, classification_id, internal_test, phase, latitude,
        longitude, tracking_token, sequence, last_hash, created_at, updated_at)
      select $1, $2, 1, 1, false, 'awaiting', -26.1, 28.05, md5(random()::text || n), 1, '', now(), now()
      from generate_series(1, $3::int) as n returning id`,
    values: [customerSourceId, houseAccountId, count],
  });
  return rows.map(({ id }) => id);
}
