import { type Queryable, sql } from "../db/index.ts";
import type { Fix, ResponderFix } from "./types.ts";

/** The newest fix of each, and never an older one over a newer: another node may know more. */
const saveNewest = sql(
  "position-save-newest",
  `insert into responder_position (responder_id, latitude, longitude, accuracy, speed, heading, recorded_at, stored_at, stored_by)
  select responder_id, latitude, longitude, accuracy, speed, heading, to_timestamp(recorded_ms / 1000), clock_timestamp(), $8
  from unnest($1::bigint[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::float8[])
    as p(responder_id, latitude, longitude, accuracy, speed, heading, recorded_ms) order by 1
  on conflict (responder_id) do update set latitude = excluded.latitude, longitude = excluded.longitude,
    accuracy = excluded.accuracy, speed = excluded.speed, heading = excluded.heading, recorded_at = excluded.recorded_at,
    stored_at = excluded.stored_at, stored_by = excluded.stored_by
  where excluded.recorded_at > responder_position.recorded_at`,
);

const saveTrack = sql(
  "position-save-track",
  `insert into responder_track (responder_id, recorded_at, latitude, longitude, accuracy)
  select responder_id, to_timestamp(recorded_ms / 1000), latitude, longitude, accuracy
  from unnest($1::bigint[], $2::float8[], $3::float8[], $4::float8[], $5::float8[])
    as p(responder_id, recorded_ms, latitude, longitude, accuracy) order by 1, 2
  on conflict (responder_id, recorded_at) do nothing`,
);

const databaseTime = sql("position-database-time", `select clock_timestamp() as "now"`);

/** A transaction that began before the last look may commit after it: this long is looked back. */
const readStored = sql(
  "position-read-stored",
  `select responder_id as "responderId", latitude, longitude, accuracy, speed, heading, recorded_at as "recordedAt",
    stored_at as "storedAt"
  from responder_position where stored_at > $1::timestamptz - interval '2 seconds' and stored_by <> $2`,
);

export async function saveNewestFixes(
  db: Queryable,
  nodeId: string,
  fixes: readonly ResponderFix[],
): Promise<void> {
  await db.query(
    saveNewest(
      column(fixes, ({ responderId }) => responderId),
      column(fixes, ({ fix }) => fix.latitude),
      column(fixes, ({ fix }) => fix.longitude),
      column(fixes, ({ fix }) => fix.accuracy),
      column(fixes, ({ fix }) => fix.speed),
      column(fixes, ({ fix }) => fix.heading),
      column(fixes, ({ fix }) => fix.recordedAt.epochMilliseconds),
      nodeId,
    ),
  );
}

export async function saveTrackFixes(db: Queryable, fixes: readonly ResponderFix[]): Promise<void> {
  await db.query(
    saveTrack(
      column(fixes, ({ responderId }) => responderId),
      column(fixes, ({ fix }) => fix.recordedAt.epochMilliseconds),
      column(fixes, ({ fix }) => fix.latitude),
      column(fixes, ({ fix }) => fix.longitude),
      column(fixes, ({ fix }) => fix.accuracy),
    ),
  );
}

/** An array in PostgreSQL's own writing: numbers need no quotes, and `pg` would put each of them into some. */
function column(fixes: readonly ResponderFix[], pick: (fix: ResponderFix) => number | null): string {
  return `{${fixes.map((fix) => pick(fix) ?? "null").join(",")}}`;
}

/** From when on {@link readFixesSince} finds everything. */
export async function readDatabaseTime(db: Queryable): Promise<Temporal.Instant> {
  const [row] = await db.query<{ now: Temporal.Instant }>(databaseTime());
  if (!row) throw new Error("The database told no time");
  return row.now;
}

/** Positions that other nodes stored since `since`: how nodes follow each other's responders. */
export async function readFixesSince(
  db: Queryable,
  nodeId: string,
  since: Temporal.Instant,
): Promise<{ fixes: ResponderFix[]; newest: Temporal.Instant }> {
  const rows = await db.query<Fix & { responderId: number; storedAt: Temporal.Instant }>(
    readStored(since.toString(), nodeId),
  );
  const newest = rows.reduce(
    (latest, { storedAt }) => (Temporal.Instant.compare(storedAt, latest) > 0 ? storedAt : latest),
    since,
  );
  return { fixes: rows.map(toResponderFix), newest };
}

function toResponderFix(row: Fix & { readonly responderId: number }): ResponderFix {
  const { responderId, latitude, longitude, accuracy, speed, heading, recordedAt } = row;
  return { responderId, fix: { latitude, longitude, accuracy, speed, heading, recordedAt } };
}
