import type { ServiceType, VisitPhase } from "@tocsin/domain";
import { type Queryable, type Statement, sql } from "../db/index.ts";
import type { ServiceKey } from "./service-store.ts";
import type { ServiceDetails, Visit, VisitRow } from "./types.ts";

const rows = `select o.customer_source_id as "customerSourceId", o.id, o.request_id as "requestId", o.phase,
    o.starts_at as "startsAt", o.ends_at as "endsAt", o.responder_id as "responderId", o.assigned_at as "assignedAt",
    o.arrived_at as "arrivedAt", o.completed_at as "completedAt", o.missed_at as "missedAt",
    o.cancelled_at as "cancelledAt", o.notes,
    t.name as tenant, t.is_demo, r.service_type, r.name as service, r.special_instructions, r.details,
    r.schedule ->> 'timeZone' as time_zone, r.latitude, r.longitude, r.formatted_address,
    c.id as customer_id, c.name, c.surname, c.mobile, c.is_house_account, p.name as responder
  from scheduled_occurrence o
    join scheduled_request r on r.customer_source_id = o.customer_source_id and r.id = o.request_id
    join customer_source t on t.id = o.customer_source_id
    join customer c on c.customer_source_id = r.customer_source_id and c.id = r.customer_id
    left join responder p on p.id = o.responder_id`;

const byIds = sql("visit-rows-by-ids", `${rows} where o.id = any($1::bigint[])`);

const ofService = sql(
  "visit-rows-of-service",
  `${rows} where o.customer_source_id = $1 and o.request_id = $2 order by o.starts_at`,
);

const list = sql(
  "visit-rows-list",
  `${rows} where o.phase = any($1::text[])
    and o.starts_at >= coalesce($2::timestamptz, '-infinity') and o.starts_at < coalesce($3::timestamptz, 'infinity')
    and (o.starts_at, o.id) > (coalesce($4::timestamptz, '-infinity'), $5::bigint)
  order by o.starts_at, o.id limit $6`,
);

const ofResponder = sql(
  "visit-rows-of-responder",
  `${rows} where o.responder_id = $1 and o.phase in ('assigned', 'arrived') order by o.starts_at, o.id`,
);

const open = sql(
  "visit-rows-open",
  `${rows} where o.phase = 'planned' and o.ends_at > $1 and o.starts_at < $2 and (t.is_demo or not $3)
  order by o.starts_at, o.id limit $4`,
);

/** Which visits the control room asks for. */
export interface VisitQuery {
  readonly phases: readonly VisitPhase[];
  /** Those that start at or after this. */
  readonly from: Temporal.Instant | null;
  /** Those that start before this. */
  readonly to: Temporal.Instant | null;
  /** Where the page before ended. */
  readonly after: { readonly startsAt: Temporal.Instant; readonly id: number } | null;
  readonly limit: number;
}

/** By the start of their windows. */
export async function queryVisitRows(db: Queryable, query: VisitQuery): Promise<VisitRow[]> {
  const { phases, from, to, after, limit } = query;
  const text = (at: Temporal.Instant | null | undefined): string | null => at?.toString() ?? null;
  const place = [text(after?.startsAt), after?.id ?? 0];
  return read(db, list([...phases], text(from), text(to), ...place, limit));
}

/** Visits by their ids. */
export async function findVisitRows(db: Queryable, ids: readonly number[]): Promise<Map<number, VisitRow>> {
  const found = ids.length === 0 ? [] : await read(db, byIds(ids));
  return new Map(found.map((row) => [row.id, row]));
}

export function queryVisitRowsOfService(
  db: Queryable,
  { customerSourceId, id }: ServiceKey,
): Promise<VisitRow[]> {
  return read(db, ofService(customerSourceId, id));
}

/** What a responder is to go to, and is at. */
export function queryOwnVisits(db: Queryable, responderId: number): Promise<VisitRow[]> {
  return read(db, ofResponder(responderId));
}

/** What nobody has and somebody could take: windows that are not over and start before `until`; of the demo alone, or of all. */
export function queryOpenVisits(
  db: Queryable,
  now: Temporal.Instant,
  { until, demoAlone, limit }: { until: Temporal.Instant; demoAlone: boolean; limit: number },
): Promise<VisitRow[]> {
  return read(db, open(now.toString(), until.toString(), demoAlone, limit));
}

interface RawRow extends Visit {
  readonly tenant: string;
  readonly is_demo: boolean;
  readonly service_type: ServiceType;
  readonly service: string;
  readonly special_instructions: string | null;
  readonly details: ServiceDetails;
  readonly time_zone: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly formatted_address: string | null;
  readonly customer_id: number;
  readonly name: string;
  readonly surname: string;
  readonly mobile: string | null;
  readonly is_house_account: boolean;
  readonly responder: string | null;
}

async function read(db: Queryable, statement: Statement): Promise<VisitRow[]> {
  return (await db.query<RawRow>(statement)).map(readRow);
}

function readRow(raw: RawRow): VisitRow {
  const { tenant, is_demo, service_type, service, special_instructions, details, time_zone, ...others } = raw;
  const { latitude, longitude, formatted_address, customer_id, name, surname, mobile, ...more } = others;
  const { is_house_account, responder, ...visit } = more;
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  return {
    ...visit,
    customerSource: { id: visit.customerSourceId, name: tenant, isDemo: is_demo },
    service: {
      serviceType: service_type,
      name: service,
      specialInstructions: special_instructions,
      details,
      place: { point, formattedAddress: formatted_address },
      timeZone: time_zone,
    },
    customer: { id: customer_id, name, surname, mobile, isHouseAccount: is_house_account },
    responder:
      visit.responderId === null || responder === null ? null : { id: visit.responderId, name: responder },
  };
}
