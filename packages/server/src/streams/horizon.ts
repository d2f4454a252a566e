import { type Queryable, sql } from "../db/index.ts";
import { invalid } from "../errors.ts";
import { readPosition, type StreamPosition, writePosition } from "./position.ts";

/** What happened longer ago is not replayed: a control room that slept over the weekend reads the queue afresh. */
const replayedHours = 24;

const now = sql("stream-now", "select pg_snapshot_xmin(pg_current_snapshot())::text as tx");

const locate = sql(
  "stream-locate",
  `select $1::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as ahead,
    (select at from callout_event where (tx, id) > ($1::xid8, $2::bigint) order by tx, id limit 1) as next_at`,
);

/**
 * Entries that came with a dump of another server carry its transaction numbers, which are still to come on this one: they
 * would be told as new one day, and hold everything up until then. They become the oldest there are.
 */
const adopt = sql(
  "stream-adopt-restored",
  `with visits as (update visit_event set tx = '1' where tx >= pg_snapshot_xmax(pg_current_snapshot()))
  update callout_event set tx = '1' where tx >= pg_snapshot_xmax(pg_current_snapshot())`,
);

/** Where a stream that starts now begins: everything that is not committed yet comes after it. */
export async function currentPosition(db: Queryable): Promise<StreamPosition> {
  await db.query(adopt());
  const [row] = await db.query<{ tx: string }>(now());
  if (!row) throw new Error("PostgreSQL gave no snapshot");
  return { tx: BigInt(row.tx), id: 0 };
}

/**
 * The position that a client resumes from.
 * @throws AppError `invalid-request` when it is none, is not of this installation, or is too old to be replayed
 */
export async function resumePosition(
  db: Queryable,
  lastEventId: string,
  at: Temporal.Instant,
): Promise<StreamPosition> {
  const position = readPosition(lastEventId);
  if (!position) throw refused(lastEventId, "is no id of this stream");
  const [row] = await db.query<{ ahead: boolean; next_at: Temporal.Instant | null }>(
    locate(String(position.tx), position.id),
  );
  if (!row || row.ahead) throw refused(writePosition(position), "is ahead of this installation");
  const age = row.next_at ? at.since(row.next_at).total("hours") : 0;
  if (age > replayedHours)
    throw refused(lastEventId, `is older than the ${replayedHours} h that are replayed`);
  return position;
}

function refused(lastEventId: string, why: string): Error {
  const shown = JSON.stringify(lastEventId.slice(0, 60));
  return invalid(
    "Last-Event-ID",
    `${shown} ${why}. Read the present state afresh and open the stream without an id.`,
  );
}
