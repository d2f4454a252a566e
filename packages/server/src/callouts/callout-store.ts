import { type Queryable, sql } from "../db/index.ts";
import { type CalloutRow, calloutColumns, readFacts } from "./callout-row.ts";
import type { CalloutFacts } from "./types.ts";
import type { Audience } from "./view.ts";

/** By the time that the answers tell: raises of one instant are not numbered in the order they came. */
const listActive = sql(
  "callout-list-active",
  `select ${calloutColumns} from callout where customer_source_id = $1 and phase not in ('cancelled', 'closed')
  order by created_at desc, id desc`,
);

/** $3: whether those under duress are told, which look cancelled to the customer's own side. */
const listActiveOf = sql(
  "callout-list-active-of-customer",
  `select ${calloutColumns} from callout where customer_source_id = $1 and customer_id = $2
    and phase not in ('cancelled', 'closed') and ($3 or not duress)
  order by created_at desc, id desc`,
);

const activeAt = sql(
  "callout-active-at",
  `select exists (select from callout where customer_source_id = $1 and fixed_location_id = $2
    and phase not in ('cancelled', 'closed')) as active`,
);

const activePlaces = sql(
  "callout-active-places",
  `select distinct fixed_location_id as id from callout where customer_source_id = $1 and fixed_location_id is not null
    and phase not in ('cancelled', 'closed')`,
);

const exists = sql("callout-exists", "select from callout where customer_source_id = $1 and id = $2");

const isOf = sql(
  "callout-is-of-customer",
  "select from callout where customer_source_id = $1 and id = $2 and customer_id = $3",
);

/** Whether the tenant has such a callout, and it is this customer's: raised for the person, or at a place of theirs. */
export async function isCalloutOf(
  db: Queryable,
  customerSourceId: number,
  id: number,
  customerId: number,
): Promise<boolean> {
  return (await db.query(isOf(customerSourceId, id, customerId))).length > 0;
}

/** Whether the tenant has such a callout. */
export async function existsCallout(db: Queryable, customerSourceId: number, id: number): Promise<boolean> {
  return (await db.query(exists(customerSourceId, id))).length > 0;
}

/** The tenant's active callouts, newest first. */
export async function listActiveCallouts(db: Queryable, customerSourceId: number): Promise<CalloutFacts[]> {
  return (await db.query<CalloutRow>(listActive(customerSourceId))).map(readFacts);
}

/** A customer's active callouts as `audience` may see them, newest first. */
export async function listActiveCalloutsOf(
  db: Queryable,
  customerSourceId: number,
  customerId: number,
  audience: Audience,
): Promise<CalloutFacts[]> {
  const statement = listActiveOf(customerSourceId, customerId, audience === "partner");
  return (await db.query<CalloutRow>(statement)).map(readFacts);
}

/** The tenant's fixed locations at which a callout is active. */
export async function listActivePlaces(
  db: Pick<Queryable, "query">,
  customerSourceId: number,
): Promise<number[]> {
  const rows = await db.query<{ id: number }>(activePlaces(customerSourceId));
  return rows.map(({ id }) => id);
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
