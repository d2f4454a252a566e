import { type Queryable, sql } from "../db/index.ts";
import { findQueueRow } from "./read-queue.ts";
import type {
  CalloutFile,
  FiledAssignment,
  FiledDecision,
  FiledEntry,
  FiledOffer,
  TrackPoint,
} from "./types.ts";

const ofCallout = "customer_source_id = $1 and callout_id = $2";

const timeline = sql(
  "file-timeline",
  `select sequence, at, jsonb_build_object('kind', actor, 'id', actor_id, 'name', actor_name) as actor, kind, body, hash
  from callout_event where ${ofCallout} order by sequence`,
);

const offers = sql(
  "file-offers",
  `select o.id as "offerId", o.responder_id as "responderId", r.name, o.state, o.eta_seconds as "etaSeconds",
    o.eta_method as "etaMethod", o.distance_metres as "distanceMetres", o.offered_at as "offeredAt",
    o.expires_at as "expiresAt", o.ended_at as "endedAt"
  from offer o join responder r on r.id = o.responder_id where ${ofCallout} order by o.id`,
);

const assignments = sql(
  "file-assignments",
  `select a.id as "assignmentId", a.responder_id as "responderId", r.name, a.offer_id as "offerId", a.by_hand as "byHand",
    a.state, a.instruction, a.eta_seconds as "etaSeconds", a.eta_method as "etaMethod", a.assigned_at as "assignedAt",
    a.arrived_at as "arrivedAt", a.ended_at as "endedAt"
  from assignment a join responder r on r.id = a.responder_id where ${ofCallout} order by a.id`,
);

const decisions = sql(
  "file-decisions",
  `select sequence, at, inputs, ranking from decision where ${ofCallout} order by sequence`,
);

/** A fix every five seconds at most: a map shows no more, and a long callout stays one answer. */
const positions = sql(
  "file-positions",
  `select "responderId", latitude, longitude, accuracy, "recordedAt" from (
    select distinct on (a.id, date_bin('5 seconds', t.recorded_at, a.assigned_at)) a.responder_id as "responderId",
      t.latitude, t.longitude, t.accuracy, t.recorded_at as "recordedAt"
    from assignment a join responder_track t on t.responder_id = a.responder_id
      and t.recorded_at between a.assigned_at and coalesce(a.ended_at, 'infinity')
    where ${ofCallout}
    order by a.id, date_bin('5 seconds', t.recorded_at, a.assigned_at), t.recorded_at) track
  order by "recordedAt", "responderId"`,
);

/** Everything that is known of a callout; undefined when there is none. */
export async function readCalloutFile(db: Queryable, calloutId: number): Promise<CalloutFile | undefined> {
  const row = await findQueueRow(db, calloutId);
  if (!row) return undefined;
  const which = [row.customerSource.id, row.id];
  const [entries, itsOffers, itsAssignments, itsDecisions, track] = await Promise.all([
    db.query<FiledEntry>(timeline(...which)),
    db.query<FiledOffer>(offers(...which)),
    db.query<FiledAssignment>(assignments(...which)),
    db.query<FiledDecision>(decisions(...which)),
    db.query<TrackPoint>(positions(...which)),
  ]);
  return {
    row,
    timeline: entries,
    offers: itsOffers,
    assignments: itsAssignments,
    decisions: itsDecisions,
    positions: track,
  };
}
