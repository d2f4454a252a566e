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
