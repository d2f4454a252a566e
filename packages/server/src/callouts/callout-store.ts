import { type Queryable, sql } from "../db/index.ts";
import {
  type CalloutRow,
  type CalloutWithResponders,
  calloutColumns,
  calloutOfAlias,
  readCallout,
  readFacts,
  respondersOfAlias,
} from "./callout-row.ts";
import { sameToken, type TrackingAddress } from "./tracking.ts";
import type { CalloutAtSite, CalloutFacts } from "./types.ts";

const find = sql(
  "callout-find",
  `select ${calloutOfAlias}, ${respondersOfAlias}, l.formatted_address as site_address, coalesce(l.location_description, l.location_identifier) as site_name
  from callout c left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
  where c.customer_source_id = $1 and c.id = $2`,
);

const listActive = sql(
  "callout-list-active",
  `select ${calloutColumns} from callout where customer_source_id = $1 and phase not in ('cancelled', 'closed')
  order by id desc`,
);

const activeAt = sql(
  "callout-active-at",
  `select exists (select from callout where customer_source_id = $1 and fixed_location_id = $2
    and phase not in ('cancelled', 'closed')) as active`,
);

interface SiteColumns {
  readonly site_address: string | null;
  readonly site_name: string | null;
}

/** The tenant's callout; another tenant's is absent. */
export async function findCallout(
  db: Queryable,
  customerSourceId: number,
  id: number,
): Promise<CalloutAtSite | undefined> {
  const [row] = await db.query<CalloutWithResponders & SiteColumns>(find(customerSourceId, id));
  return row && { ...readCallout(row), siteAddress: row.site_address, siteName: row.site_name };
}

/** The callout behind a tracking page, for whoever holds its whole address. */
export async function findTrackedCallout(
  db: Queryable,
  tracking: TrackingAddress,
): Promise<CalloutAtSite | undefined> {
  const callout = await findCallout(db, tracking.customerSourceId, tracking.calloutId);
  const matches = callout && sameToken(callout.trackingToken, tracking.token);
  return matches ? callout : undefined;
}

/** The tenant's active callouts, newest first. */
export async function listActiveCallouts(db: Queryable, customerSourceId: number): Promise<CalloutFacts[]> {
  return (await db.query<CalloutRow>(listActive(customerSourceId))).map(readFacts);
}

/** Whether a callout of the tenant is active at one of its fixed locations. */
export async function hasActiveCalloutAt(
  db: Queryable,
  customerSourceId: number,
  fixedLocationId: number,
): Promise<boolean> {
  const [row] = await db.query<{ active: boolean }>(activeAt(customerSourceId, fixedLocationId));
  return row?.active ?? false;
}
