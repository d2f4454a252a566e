import { type Queryable, sql } from "../db/index.ts";
import { type CalloutRow, calloutOfAlias, readFacts } from "./callout-row.ts";
import { readSent, type SentJson } from "./sent-json.ts";
import type { CalloutView } from "./view.ts";
import { type CalloutMoment, type PastLine, type PresentCallout, viewAsOf } from "./view-as-of.ts";

/** As `callout-view` (view-store.ts), for many moments at once; with the timeline of those since which something happened. */
const findMany = sql(
  "callout-views-as-of",
  `select asked.ord, ${calloutOfAlias}, l.formatted_address as site_address,
    coalesce(l.location_description, l.location_identifier) as site_name, l.latitude_degrees, l.longitude_degrees,
    (select coalesce(jsonb_agg(sent order by sent.id), '[]') from (
      select a.id, a.id as first_id, a.responder_id, a.state, a.by_hand, a.eta_seconds, a.assigned_at, a.arrived_at,
        a.ended_at, r.name, r.call_sign, r.vehicle, r.supplier_id, s.name as supplier_name, p.latitude, p.longitude, p.recorded_at
      from assignment a
        join responder r on r.id = a.responder_id
        join supplier s on s.id = r.supplier_id
        left join lateral (
          select latitude, longitude, recorded_at from responder_position
          where responder_id = a.responder_id and recorded_at <= least(a.ended_at, asked.at)
          union all
          (select latitude, longitude, recorded_at from responder_track
          where responder_id = a.responder_id and recorded_at <= least(a.ended_at, asked.at)
          order by recorded_at desc limit 1)
          order by recorded_at desc limit 1
        ) p on true
      where a.customer_source_id = c.customer_source_id and a.callout_id = c.id
    ) sent) as sent,
    case when c.sequence > asked.sequence then (
      select jsonb_agg(jsonb_build_object('sequence', e.sequence, 'kind', e.kind, 'body', e.body, 'at', e.at) order by e.sequence)
      from callout_event e where e.customer_source_id = c.customer_source_id and e.callout_id = c.id
    ) end as timeline
  from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::timestamptz[]) with ordinality
      as asked(customer_source_id, id, sequence, at, ord)
    join callout c on c.customer_source_id = asked.customer_source_id and c.id = asked.id
    left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id`,
);

interface PresentRow extends CalloutRow {
  readonly ord: number;
  readonly site_address: string | null;
  readonly site_name: string | null;
  readonly latitude_degrees: number | null;
  readonly longitude_degrees: number | null;
  readonly sent: readonly (SentJson & { readonly id: number })[];
  readonly timeline: readonly (Omit<PastLine, "at"> & { readonly at: string })[] | null;
}

/** Each callout as its tenant could read it at that moment, in the order of `moments`; undefined where there is none. */
export async function findCalloutViewsAsOf(
  db: Queryable,
  moments: readonly CalloutMoment[],
): Promise<(CalloutView | undefined)[]> {
  if (moments.length === 0) return [];
  const rows = await db.query<PresentRow>(
    findMany(
      moments.map(({ customerSourceId }) => customerSourceId),
      moments.map(({ calloutId }) => calloutId),
      moments.map(({ sequence }) => sequence),
      moments.map(({ at }) => at.toString()),
    ),
  );
  const found = new Map(rows.map((row) => [row.ord, row]));
  return moments.map((moment, index) => {
    const row = found.get(index + 1);
    return row && viewAsOf(readPresent(row), moment);
  });
}

function readPresent(row: PresentRow): PresentCallout {
  const { latitude_degrees: latitude, longitude_degrees: longitude } = row;
  return {
    view: { ...readFacts(row), siteName: row.site_name, siteAddress: row.site_address, duressAt: null },
    sentEver: row.sent.map((each) => ({ ...readSent(each), assignmentId: each.id })),
    timeline: (row.timeline ?? []).map((line) => ({ ...line, at: Temporal.Instant.from(line.at) })),
    placePosition: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}
