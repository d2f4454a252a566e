import { type Queryable, sql } from "../db/index.ts";
import type { StreamedEvent } from "./event-reader.ts";

const assigned = sql(
  "stream-assignments",
  `select a.callout_id as "calloutId", a.responder_id as "responderId", a.assigned_at as "assignedAt",
    a.ended_at as "endedAt"
  from unnest($1::bigint[], $2::bigint[]) as c(customer_source_id, callout_id)
    join assignment a on a.customer_source_id = c.customer_source_id and a.callout_id = c.callout_id`,
);

interface Assigned {
  readonly calloutId: number;
  readonly responderId: number;
  readonly assignedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/**
 * Who was on the way to the callouts of these entries or there when each was written: who is done by now is told as well,
 * else it would depend on how quickly this is read whether they hear of it.
 */
export async function readAudiences(
  db: Queryable,
  entries: readonly StreamedEvent[],
): Promise<(entry: StreamedEvent) => readonly number[]> {
  if (entries.length === 0) return () => [];
  const callouts = new Map(entries.map((each) => [each.calloutId, each.customerSourceId]));
  const rows = await db.query<Assigned>(assigned([...callouts.values()], [...callouts.keys()]));
  // one who came back the very instant they left is one listener
  return ({ calloutId, at }) => [
    ...new Set(
      rows
        .filter((row) => row.calloutId === calloutId && wasAtWork(row, at))
        .map(({ responderId }) => responderId),
    ),
  ];
}

function wasAtWork({ assignedAt, endedAt }: Assigned, at: Temporal.Instant): boolean {
  return (
    Temporal.Instant.compare(assignedAt, at) <= 0 &&
    (endedAt === null || Temporal.Instant.compare(at, endedAt) <= 0)
  );
}
