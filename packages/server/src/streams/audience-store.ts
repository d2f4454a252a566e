import { type Queryable, sql } from "../db/index.ts";
import type { StreamedEvent } from "./event-reader.ts";

const running = sql(
  "stream-running-assignments",
  `select a.callout_id as "calloutId", a.responder_id as "responderId", a.assigned_at as "assignedAt"
  from unnest($1::bigint[], $2::bigint[]) as c(customer_source_id, callout_id)
    join assignment a on a.customer_source_id = c.customer_source_id and a.callout_id = c.callout_id
  where a.state in ('assigned', 'onScene')`,
);

interface Running {
  readonly calloutId: number;
  readonly responderId: number;
  readonly assignedAt: Temporal.Instant;
}

/** Who is on the way or on scene at the callouts of these entries, and was so when each was written. */
export async function readAudiences(
  db: Queryable,
  entries: readonly StreamedEvent[],
): Promise<(entry: StreamedEvent) => readonly number[]> {
  if (entries.length === 0) return () => [];
  const callouts = new Map(entries.map((each) => [each.calloutId, each.customerSourceId]));
  const rows = await db.query<Running>(running([...callouts.values()], [...callouts.keys()]));
  return ({ calloutId, at }) =>
    rows
      .filter((row) => row.calloutId === calloutId && Temporal.Instant.compare(row.assignedAt, at) <= 0)
      .map(({ responderId }) => responderId);
}
