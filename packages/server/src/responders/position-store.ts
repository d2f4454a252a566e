import { type Queryable, sql } from "../db/index.ts";
import type { Fix } from "./types.ts";

export interface ResponderFix {
  readonly responderId: number;
  readonly fix: Fix;
}

/** The newest fix of each, and never an older one over a newer: another node may know more. */
const saveNewest = sql(
  "position-save-newest",
  `insert into responder_position (responder_id, latitude, longitude, accuracy, speed, heading, recorded_at, received_at)
  select *, $8::timestamptz from unnest($1::bigint[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::timestamptz[])
    as p(responder_id, latitude, longitude, accuracy, speed, heading, recorded_at) order by 1
  on conflict (responder_id) do update set latitude = excluded.latitude, longitude = excluded.longitude,
    accuracy = excluded.accuracy, speed = excluded.speed, heading = excluded.heading, recorded_at = excluded.recorded_at,
    received_at = excluded.received_at
  where excluded.recorded_at > responder_position.recorded_at`,
);

const saveTrack = sql(
  "position-save-track",
  `insert into responder_track (responder_id, recorded_at, latitude, longitude, accuracy)
  select * from unnest($1::bigint[], $2::timestamptz[], $3::float8[], $4::float8[], $5::float8[]) order by 1, 2
  on conflict (responder_id, recorded_at) do nothing`,
);

const readNewer = sql(
  "position-read-newer",
  `select responder_id as "responderId", latitude, longitude, accuracy, speed, heading, recorded_at as "recordedAt",
    received_at as "receivedAt"
  from responder_position where received_at > $1`,
);

export async function saveNewestFixes(
  db: Queryable,
  fixes: readonly ResponderFix[],
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    saveNewest(
      fixes.map(({ responderId }) => responderId),
      fixes.map(({ fix }) => fix.latitude),
      fixes.map(({ fix }) => fix.longitude),
      fixes.map(({ fix }) => fix.accuracy),
      fixes.map(({ fix }) => fix.speed),
      fixes.map(({ fix }) => fix.heading),
      fixes.map(({ fix }) => fix.recordedAt.toString()),
      now.toString(),
    ),
  );
}

export async function saveTrackFixes(db: Queryable, fixes: readonly ResponderFix[]): Promise<void> {
  await db.query(
    saveTrack(
      fixes.map(({ responderId }) => responderId),
      fixes.map(({ fix }) => fix.recordedAt.toString()),
      fixes.map(({ fix }) => fix.latitude),
      fixes.map(({ fix }) => fix.longitude),
      fixes.map(({ fix }) => fix.accuracy),
    ),
  );
}

/** Positions that any node stored since `since`: how nodes follow each other's responders. */
export async function readFixesSince(
  db: Queryable,
  since: Temporal.Instant,
): Promise<{ fixes: ResponderFix[]; newest: Temporal.Instant }> {
  const rows = await db.query<Fix & { responderId: number; receivedAt: Temporal.Instant }>(
    readNewer(since.toString()),
  );
  const newest = rows.reduce(
    (latest, { receivedAt }) => (Temporal.Instant.compare(receivedAt, latest) > 0 ? receivedAt : latest),
    since,
  );
  return { fixes: rows.map(({ responderId, receivedAt: _, ...fix }) => ({ responderId, fix })), newest };
}
