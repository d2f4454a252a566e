import type { Accepted, Assignment, Offer } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import type { ChainedEntry } from "./event-chain.ts";
import type { Callout } from "./types.ts";

/**
 * Everything a decision changes, in one statement. Rows of offers and assignments come as JSON, since there are few and
 * mostly none. A responder who is newly offered something is engaged by a plain insert, unless reserved by this callout
 * before: one who is another's makes the whole statement fail, so nobody is ever promised twice.
 */
const save = sql(
  "callout-save",
  `with saved as (
    update callout set phase = $3, classification_id = $4, verified = $5, duress = $6, repeats = $7,
      latitude = $8, longitude = $9, accuracy = $10, moved_at = $11, owner_id = $12, owner_name = $13, ended_offers = $14,
      asked = $15, cancelled_at = $16, cancel_kind = $17, closed_at = $18, closed_outcome = $19, sequence = $20,
      last_hash = $21, updated_at = $22, internal_test = $40, unattended_at = $41
    where customer_source_id = $1 and id = $2
  ), timeline as (
    insert into callout_event (customer_source_id, callout_id, sequence, kind, actor, actor_id, actor_name, body, at, hash)
    select $1, $2, e.sequence, e.kind, e.actor, e.actor_id, e.actor_name, e.body, $22, e.hash
    from unnest($23::integer[], $24::text[], $25::text[], $26::bigint[], $27::text[], $28::jsonb[], $29::bytea[])
      as e(sequence, kind, actor, actor_id, actor_name, body, hash)
  ), notices as (
    insert into outbox (customer_source_id, callout_id, sequence, phase, event, created_at)
    select $1, $2, $20, $3, n.event, $22 from unnest($30::text[]) as n(event)
  ), disarmed as (
    delete from deadline where customer_source_id = $1 and callout_id = $2 and kind = any($31::text[])
  ), armed as (
    insert into deadline (customer_source_id, callout_id, kind, due_at, armed_at)
    select $1, $2, d.kind, d.due_at, $34 from unnest($32::text[], $33::timestamptz[]) as d(kind, due_at)
    on conflict (customer_source_id, callout_id, kind) do update set due_at = excluded.due_at, armed_at = excluded.armed_at
  ), offers as (
    insert into offer (customer_source_id, callout_id, id, responder_id, state, eta_seconds, eta_method, distance_metres,
      offered_at, expires_at, ended_at)
    select $1, $2, o.* from jsonb_to_recordset($35::jsonb) as o(id bigint, responder_id bigint, state text,
      eta_seconds float8, eta_method text, distance_metres float8, offered_at timestamptz, expires_at timestamptz,
      ended_at timestamptz)
    on conflict (customer_source_id, id) do update set state = excluded.state, ended_at = excluded.ended_at
  ), assignments as (
    insert into assignment (customer_source_id, callout_id, id, responder_id, offer_id, by_hand, state, eta_seconds,
      eta_method, assigned_at, arrived_at, ended_at, alarmed_at)
    select $1, $2, a.* from jsonb_to_recordset($36::jsonb) as a(id bigint, responder_id bigint, offer_id bigint,
      by_hand boolean, state text, eta_seconds float8, eta_method text, assigned_at timestamptz, arrived_at timestamptz,
      ended_at timestamptz, alarmed_at timestamptz)
    on conflict (customer_source_id, id) do update set state = excluded.state, arrived_at = excluded.arrived_at,
      ended_at = excluded.ended_at, alarmed_at = excluded.alarmed_at
  ), freed as (
    delete from engagement where customer_source_id = $1 and callout_id = $2 and responder_id = any($37::bigint[])
  ), sent as (
    insert into engagement (responder_id, customer_source_id, callout_id, since)
    select r, $1, $2, $22 from unnest($38::bigint[]) as r order by r
    on conflict (responder_id) do nothing
  )
  insert into engagement (responder_id, customer_source_id, callout_id, since)
  select r, $1, $2, $22 from unnest($39::bigint[]) as r
  where not exists (select from engagement e where e.responder_id = r and e.customer_source_id = $1 and e.callout_id = $2)
  order by r`,
);

export async function saveDecision(
  tx: Queryable,
  next: Callout,
  decision: Accepted,
  entries: readonly ChainedEntry[],
  armedAt: Temporal.Instant,
): Promise<void> {
  await tx.query(
    save(
      ...calloutParameters(next),
      ...timelineParameters(entries),
      decision.notices,
      ...deadlineParameters(decision, armedAt),
      JSON.stringify(decision.effects.offers.map(offerRow)),
      JSON.stringify(decision.effects.assignments.map(assignmentRow)),
      ...engagementParameters(next, decision),
      next.internalTest,
      text(next.unattendedAt),
    ),
  );
}

function calloutParameters(next: Callout): unknown[] {
  return [
    next.customerSourceId,
    next.id,
    next.phase,
    next.classificationId,
    next.verified,
    next.duress,
    next.repeats,
    next.position?.latitude ?? null,
    next.position?.longitude ?? null,
    next.position?.accuracy ?? null,
    next.positionAt.toString(),
    next.owner?.operatorId ?? null,
    next.owner?.name ?? null,
    next.endedOffers,
    next.asked,
    text(next.cancelledAt),
    next.cancelKind,
    text(next.closedAt),
    next.closedOutcome,
    next.sequence,
    next.lastHash,
    next.updatedAt.toString(),
  ];
}

function timelineParameters(entries: readonly ChainedEntry[]): unknown[] {
  return [
    entries.map(({ sequence }) => sequence),
    entries.map(({ kind }) => kind),
    entries.map(({ actor }) => actor.kind),
    entries.map(({ actor }) => actor.id),
    entries.map(({ actor }) => actor.name),
    entries.map(({ body }) => JSON.stringify(body)),
    entries.map(({ hash }) => hash),
  ];
}

function deadlineParameters({ deadlines }: Accepted, armedAt: Temporal.Instant): unknown[] {
  const armed = deadlines.filter(({ dueAt }) => dueAt !== null);
  return [
    deadlines.filter(({ dueAt }) => dueAt === null).map(({ kind }) => kind),
    armed.map(({ kind }) => kind),
    armed.map(({ dueAt }) => text(dueAt)),
    armedAt.toString(),
  ];
}

/** Whom the decision lets go, whom a controller sends whatever else they do, and whom it newly promises something. */
function engagementParameters({ offers, assignments }: Callout, { effects }: Accepted): unknown[] {
  const isRunning = ({ state }: Assignment): boolean => state === "assigned" || state === "onScene";
  const isLive = ({ state }: Offer): boolean => state === "live";
  const engaged = new Set(
    [...offers.filter(isLive), ...assignments.filter(isRunning)].map(({ responderId }) => responderId),
  );
  const touched = [...effects.offers, ...effects.assignments].map(({ responderId }) => responderId);
  const offered = effects.offers.filter(isLive).map(({ responderId }) => responderId);
  const sent = effects.assignments.filter(isRunning).map(({ responderId }) => responderId);
  return [touched.filter((id) => !engaged.has(id)), sent, offered];
}

function offerRow(offer: Offer): Record<string, unknown> {
  return {
    id: offer.offerId,
    responder_id: offer.responderId,
    state: offer.state,
    eta_seconds: offer.etaSeconds,
    eta_method: offer.etaMethod,
    distance_metres: offer.distanceMetres,
    offered_at: text(offer.madeAt),
    expires_at: text(offer.expiresAt),
    ended_at: text(offer.endedAt),
  };
}

function assignmentRow(assignment: Assignment): Record<string, unknown> {
  return {
    id: assignment.assignmentId,
    responder_id: assignment.responderId,
    offer_id: assignment.offerId,
    by_hand: assignment.byHand,
    state: assignment.state,
    eta_seconds: assignment.etaSeconds,
    eta_method: assignment.etaMethod,
    assigned_at: text(assignment.assignedAt),
    arrived_at: text(assignment.arrivedAt),
    ended_at: text(assignment.endedAt),
    alarmed_at: text(assignment.alarmedAt),
  };
}

function text(instant: Temporal.Instant | null): string | null {
  return instant?.toString() ?? null;
}
