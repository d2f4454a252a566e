import { timingFor } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import { findBeforeDuress } from "./before-duress.ts";
import { type CalloutRow, calloutOfAlias, readFacts } from "./callout-row.ts";
import { readSent, type SentJson } from "./sent-json.ts";
import { asShownToCustomer } from "./shown-to-customer.ts";
import { sameToken, type TrackingAddress } from "./tracking.ts";
import type { Audience, CalloutView, CustomerSide } from "./view.ts";

/**
 * One statement for everything. Each responder's position is the newest one, unless they are done here ($3: or, for the
 * customer's side, the person is under duress): then the last one of before.
 */
const find = sql(
  "callout-view",
  `select ${calloutOfAlias}, l.formatted_address as site_address,
    coalesce(l.location_description, l.location_identifier) as site_name, d.at as duress_at,
    (select coalesce(jsonb_agg(sent order by sent.first_id), '[]') from (
      select distinct on (a.responder_id) min(a.id) over (partition by a.responder_id) as first_id, a.responder_id, a.state,
        a.by_hand, a.eta_seconds, a.assigned_at, a.arrived_at, a.ended_at, r.name, r.call_sign, r.vehicle, r.supplier_id,
        s.name as supplier_name, p.latitude, p.longitude, p.recorded_at
      from assignment a
        join responder r on r.id = a.responder_id
        join supplier s on s.id = r.supplier_id
        left join lateral (select least(a.ended_at, case when $3 then d.at end) as at) bound on true
        left join lateral (
          select latitude, longitude, recorded_at from responder_position
          where responder_id = a.responder_id and bound.at is null
          union all
          (select latitude, longitude, recorded_at from responder_track
          where responder_id = a.responder_id and recorded_at <= bound.at
          order by recorded_at desc limit 1)
        ) p on true
      where a.customer_source_id = c.customer_source_id and a.callout_id = c.id
      order by a.responder_id, a.id desc
    ) sent) as sent
  from callout c
    left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
    left join lateral (
      select max(e.at) as at from callout_event e
      where c.duress and e.customer_source_id = c.customer_source_id and e.callout_id = c.id and e.kind = 'duress'
    ) d on true
  where c.customer_source_id = $1 and c.id = $2`,
);

interface ViewRow extends CalloutRow {
  readonly site_address: string | null;
  readonly site_name: string | null;
  readonly duress_at: Temporal.Instant | null;
  readonly sent: readonly SentJson[];
}

/** The tenant's callout as `audience` may see it; another tenant's is absent. */
export async function findCalloutView(
  db: Queryable,
  customerSourceId: number,
  id: number,
  audience: Audience,
): Promise<CalloutView | undefined> {
  const isForCustomer = audience !== "partner";
  const [row] = await db.query<ViewRow>(find(customerSourceId, id, isForCustomer));
  if (!row) return undefined;
  const view: CalloutView = {
    ...readFacts(row),
    siteName: row.site_name,
    siteAddress: row.site_address,
    duressAt: row.duress_at,
    sent: row.sent.map(readSent),
  };
  if (!isForCustomer) return view;
  const timing = timingFor(audience.timing, view.responseTypeId);
  const before = await findBeforeDuress(db, customerSourceId, id, timing.closeCancelledSeconds);
  return asShownToCustomer(view, before, { now: audience.now, timing });
}

/** The callout behind a tracking page, for whoever holds its whole address; as the customer may see it. */
export async function findTrackedCallout(
  db: Queryable,
  { customerSourceId, calloutId, token }: TrackingAddress,
  side: CustomerSide,
): Promise<CalloutView | undefined> {
  const view = await findCalloutView(db, customerSourceId, calloutId, side);
  return view && sameToken(view.trackingToken, token) ? view : undefined;
}
