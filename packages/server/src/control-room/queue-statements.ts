import { sql } from "../db/index.ts";
import { priority, queueOrder, queuePlaceColumns } from "./queue-order.ts";

/** Who is on the way or on scene, as JSON. */
const assigned = `(select coalesce(jsonb_agg(jsonb_build_object('assignmentId', a.id, 'responderId', a.responder_id, 'name', r.name,
    'state', a.state, 'etaSeconds', a.eta_seconds, 'etaMethod', a.eta_method,
    'assignedAt', a.assigned_at) order by a.id), '[]')
  from assignment a join responder r on r.id = a.responder_id
  where a.customer_source_id = c.customer_source_id and a.callout_id = c.id and a.state in ('assigned', 'onScene'))`;

const openOffers = `(select coalesce(jsonb_agg(jsonb_build_object('offerId', o.id, 'responderId', o.responder_id, 'name', r.name,
    'etaSeconds', o.eta_seconds, 'etaMethod', o.eta_method, 'expiresAt', o.expires_at) order by o.id), '[]')
  from offer o join responder r on r.id = o.responder_id
  where o.customer_source_id = c.customer_source_id and o.callout_id = c.id and o.state = 'live')`;

/** An active callout `o` other than `c`, of the same person; or of the same place. */
const ofTheSame = `o.customer_source_id = c.customer_source_id and o.id <> c.id and o.phase <> 'closed' and o.phase <> 'cancelled'
    and (c.for_person and o.for_person and o.customer_id = c.customer_id or o.fixed_location_id = c.fixed_location_id)`;

/** What was raised anew while somebody was forced to cancel, and what they were forced to cancel: each with the other. */
const linked = `(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'state', o.phase, 'duress', o.duress) order by o.id), '[]')
  from (
    select o.id, o.phase, o.duress from callout o where o.duress and ${ofTheSame}
    union all
    select o.id, o.phase, o.duress from callout o where c.duress and not o.duress and ${ofTheSame}
  ) o)`;

/**
 * Whole rows of the callouts that `chosen` selects from, in `order`: everything that a row shows comes with it, so a page
 * is one statement however many rows it has.
 */
function rowsOf(chosen: string, order: string): string {
  return `select c.customer_source_id, c.id, c.phase, c.closed_outcome, c.duress, c.response_type_id, c.classification_id,
    c.verified, c.internal_test, c.latitude, c.longitude, c.accuracy, c.created_at, c.owner_id, c.owner_name, c.repeats,
    c.sequence, ${priority} as priority, ${queuePlaceColumns}, s.name as source_name,
    l.id as site_id, l.external_reference_id as site_reference, coalesce(l.location_description, l.location_identifier) as site_name,
    l.location_additional_information as site_information, l.formatted_address as site_address,
    u.id as customer_id, u.name as customer_name, u.surname as customer_surname, u.mobile as customer_mobile, u.is_house_account,
    d.kind as deadline_kind, d.due_at as deadline_at, ${assigned} as assigned, ${openOffers} as open_offers,
    ${linked} as linked
  from (${chosen}) c
  join customer_source s on s.id = c.customer_source_id
  join customer u on u.customer_source_id = c.customer_source_id and u.id = c.customer_id
  left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
  left join lateral (
    select d.kind, d.due_at from deadline d where d.customer_source_id = c.customer_source_id and d.callout_id = c.id
    order by d.due_at, d.kind limit 1) d on true
  order by ${order}`;
}

/** The first $1 of the queue. */
export const firstOpen = sql(
  "queue-first",
  rowsOf(`select * from callout c where c.phase <> 'closed' order by ${queueOrder} limit $1`, queueOrder),
);

/** The next $1 behind a place: $2 calm, $3 settled, $4 priority, $5 created_at, $6 id. */
export const nextOpen = sql(
  "queue-next",
  rowsOf(
    `select * from callout c where c.phase <> 'closed'
      and (${queueOrder}) > ($2::int, $3::int, $4::int, $5::timestamptz, $6::bigint)
    order by ${queueOrder} limit $1`,
    queueOrder,
  ),
);

/** The $1 newest closed ones below the id $2. */
export const closedBelow = sql(
  "queue-closed",
  rowsOf(
    "select * from callout c where c.phase = 'closed' and c.id < $2 order by c.id desc limit $1",
    "c.id desc",
  ),
);

/** The two partial indexes on the id alone hold every callout between them. */
const byId = `select * from callout c where c.id = any($1::bigint[]) and c.phase <> 'closed'
  union all select * from callout c where c.id = any($1::bigint[]) and c.phase = 'closed'`;

/** Those with the ids $1. */
export const rowsById = sql("queue-by-id", rowsOf(byId, "c.id"));

/** Whose callout it is. */
export const sourceOf = sql(
  "queue-source-of",
  `select customer_source_id from callout where id = $1 and phase <> 'closed'
  union all select customer_source_id from callout where id = $1 and phase = 'closed'`,
);
