import type { AssignmentState, OfferState } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";

/** An offer or an assignment of a responder, and of which callout. */
export interface OwnWork<State> {
  readonly customerSourceId: number;
  readonly calloutId: number;
  readonly state: State;
}

const offer = sql(
  "dispatch-own-offer",
  `select customer_source_id as "customerSourceId", callout_id as "calloutId", state from offer
  where responder_id = $1 and id = $2`,
);

const assignment = sql(
  "dispatch-own-assignment",
  `select customer_source_id as "customerSourceId", callout_id as "calloutId", state from assignment
  where responder_id = $1 and id = $2`,
);

const live = sql("dispatch-live-offer", "select id from offer where responder_id = $1 and state = 'live'");

export async function findLiveOfferId(db: Queryable, responderId: number): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>(live(responderId));
  return row?.id;
}

/** Whose offers are meant. */
export type OfferHolders = { readonly responderId: number } | { readonly supplierId: number };

export interface LiveOffer extends OwnWork<"live"> {
  readonly offerId: number;
}

const liveOfMany = sql(
  "dispatch-live-offers-of",
  `select o.id as "offerId", o.customer_source_id as "customerSourceId", o.callout_id as "calloutId", o.state
  from offer o join responder r on r.id = o.responder_id
  where o.state = 'live' and (o.responder_id = $1 or r.supplier_id = $2) order by o.id`,
);

export function listLiveOffers(db: Queryable, holders: OfferHolders): Promise<LiveOffer[]> {
  const [responderId, supplierId] =
    "supplierId" in holders ? [null, holders.supplierId] : [holders.responderId, null];
  return db.query<LiveOffer>(liveOfMany(responderId, supplierId));
}

/** Undefined also when it is somebody else's. */
export async function findOwnOffer(
  db: Queryable,
  responderId: number,
  offerId: number,
): Promise<OwnWork<OfferState> | undefined> {
  const [row] = await db.query<OwnWork<OfferState>>(offer(responderId, offerId));
  return row;
}

/** Undefined also when it is somebody else's. */
export async function findOwnAssignment(
  db: Queryable,
  responderId: number,
  assignmentId: number,
): Promise<OwnWork<AssignmentState> | undefined> {
  const [row] = await db.query<OwnWork<AssignmentState>>(assignment(responderId, assignmentId));
  return row;
}
