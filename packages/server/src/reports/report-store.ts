import { type Queryable, sql } from "../db/index.ts";

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** What the callout points to. */
export interface ReportSubject {
  /** Null when it was for the tenant itself. */
  readonly customerName: string | null;
  /** Where the site stands; null when the callout was raised for a person. */
  readonly sitePosition: Position | null;
  /** The unguessable half of the map's address. */
  readonly mapToken: string;
  readonly isClosed: boolean;
}

const subject = sql(
  "report-subject",
  `select case when not u.is_house_account then u.name || ' ' || u.surname end as customer_name,
    l.latitude_degrees as latitude, l.longitude_degrees as longitude, c.map_token,
    c.phase = 'closed' as is_closed
  from callout c
    left join customer u on u.customer_source_id = c.customer_source_id and u.id = c.customer_id
    left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
  where c.customer_source_id = $1 and c.id = $2`,
);

/** Where each went while they were on this callout, and nowhere else. */
const tracks = sql(
  "report-tracks",
  `select distinct t.responder_id as "responderId", t.recorded_at, t.latitude, t.longitude
  from assignment a join responder_track t on t.responder_id = a.responder_id
    and t.recorded_at between a.assigned_at and coalesce(a.ended_at, $3)
  where a.customer_source_id = $1 and a.callout_id = $2 order by 1, 2`,
);

interface SubjectRow {
  readonly customer_name: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly map_token: string;
  readonly is_closed: boolean;
}

/** Undefined when the tenant has no such callout. */
export async function findReportSubject(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<ReportSubject | undefined> {
  const [row] = await db.query<SubjectRow>(subject(customerSourceId, calloutId));
  if (!row) return undefined;
  const { customer_name: customerName, latitude, longitude, map_token: mapToken, is_closed: isClosed } = row;
  const sitePosition = latitude === null || longitude === null ? null : { latitude, longitude };
  return { customerName, sitePosition, mapToken, isClosed };
}

/** Responder → their positions, in the order of time. */
export async function findTracks(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
  until: Temporal.Instant,
): Promise<ReadonlyMap<number, readonly Position[]>> {
  const rows = await db.query<Position & { responderId: number }>(
    tracks(customerSourceId, calloutId, until.toString()),
  );
  const byResponder = Map.groupBy(rows, ({ responderId }) => responderId);
  return new Map(
    [...byResponder].map(([id, fixes]) => [
      id,
      fixes.map(({ latitude, longitude }) => ({ latitude, longitude })),
    ]),
  );
}
