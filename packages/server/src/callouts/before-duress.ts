import { type Queryable, sql } from "../db/index.ts";
import type { CalloutFacts } from "./types.ts";

/** Of a callout under duress, what has been changed since and must not be seen to have been. */
export interface BeforeDuress {
  /** As it was when the person was forced; null when it is still so. */
  readonly classificationId: number | null;
  /** Where the person was when the callout seemed to close, if they moved later; else undefined. */
  readonly place: Pick<CalloutFacts, "position" | "positionAt"> | undefined;
}

/** $3: seconds until a cancelled callout closes. A move before that is seen, as of any cancelled callout. */
const find = sql(
  "callout-before-duress",
  `select (
      select (v.body ->> 'before')::int from callout_event v
      where v.customer_source_id = c.customer_source_id and v.callout_id = c.id and v.kind = 'verified'
        and v.sequence > d.sequence order by v.sequence limit 1
    ) as classification_id,
    c.moved_at >= d.closes_at as is_moved, coalesce(p.at, c.created_at) as at, p.accuracy,
    coalesce(p.latitude, l.latitude_degrees) as latitude, coalesce(p.longitude, l.longitude_degrees) as longitude
  from callout c
    cross join lateral (
      select e.sequence, e.at + $3 * interval '1 second' as closes_at from callout_event e
      where e.customer_source_id = c.customer_source_id and e.callout_id = c.id and e.kind = 'duress'
      order by e.sequence desc limit 1
    ) d
    left join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
    left join lateral (
      select e.at, (e.body ->> 'latitude')::float8 as latitude, (e.body ->> 'longitude')::float8 as longitude,
        (e.body ->> 'accuracy')::float8 as accuracy
      from callout_event e
      where e.customer_source_id = c.customer_source_id and e.callout_id = c.id
        and e.kind in ('raised', 'raisedAgain', 'moved') and e.body ->> 'latitude' is not null and e.at < d.closes_at
      order by e.sequence desc limit 1
    ) p on true
  where c.customer_source_id = $1 and c.id = $2 and c.duress`,
);

interface BeforeRow {
  readonly classification_id: number | null;
  readonly is_moved: boolean | null;
  readonly at: Temporal.Instant;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy: number | null;
}

/** Undefined when the callout is not under duress. */
export async function findBeforeDuress(
  db: Queryable,
  customerSourceId: number,
  id: number,
  closeCancelledSeconds: number,
): Promise<BeforeDuress | undefined> {
  const [row] = await db.query<BeforeRow>(find(customerSourceId, id, closeCancelledSeconds));
  return row && { classificationId: row.classification_id, place: row.is_moved ? readPlace(row) : undefined };
}

function readPlace({ at, latitude, longitude, accuracy }: BeforeRow): BeforeDuress["place"] {
  const position = latitude === null || longitude === null ? null : { latitude, longitude, accuracy };
  return { position, positionAt: at };
}
