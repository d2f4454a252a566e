import { distanceMetres, type ResponderProgress } from "@tocsin/domain";
import { applyEvent, type Callout } from "../callouts/index.ts";
import { type Queryable, sql } from "../db/index.ts";
import type { DueHandler } from "../deadlines/index.ts";
import type { Fleet } from "../responders/index.ts";

/** Where each was at `$2`: the last fix until then; one older than `$3` says nothing about it. */
const positionsAt = sql(
  "dispatch-positions-at",
  `select asked.responder_id, fix.latitude, fix.longitude from unnest($1::bigint[]) as asked(responder_id)
  cross join lateral (
    select latitude, longitude from responder_track t
    where t.responder_id = asked.responder_id and t.recorded_at <= $2 and t.recorded_at > $3
    order by t.recorded_at desc limit 1
  ) fix`,
);

/** What happens when a callout's `progress` deadline is due: are those on their way alive, and do they come nearer? */
export function createProgressHandler(fleet: Fleet): DueHandler {
  return async (tx, callout, now, timing) => {
    const onTheWay = callout.assignments
      .filter(({ state }) => state === "assigned")
      .map(({ responderId }) => responderId);
    const before = await readPositions(tx, onTheWay, {
      at: now.subtract({ seconds: timing.noProgressSeconds }),
      toleranceSeconds: timing.silentPositionSeconds,
    });
    const responders = onTheWay.map((id) => progressOf(fleet, callout, id, before.get(id), now));
    return applyEvent(tx, callout, { type: "progressLooked", responders }, now, timing);
  };
}

type Point = { readonly latitude: number; readonly longitude: number };

async function readPositions(
  tx: Queryable,
  ids: readonly number[],
  { at, toleranceSeconds }: { readonly at: Temporal.Instant; readonly toleranceSeconds: number },
): Promise<Map<number, Point>> {
  const oldest = at.subtract({ seconds: toleranceSeconds });
  const rows = await tx.query<Point & { responder_id: number }>(
    positionsAt(ids, at.toString(), oldest.toString()),
  );
  return new Map(rows.map((row) => [row.responder_id, row]));
}

function progressOf(
  fleet: Fleet,
  { position: place }: Callout,
  responderId: number,
  before: Point | undefined,
  now: Temporal.Instant,
): ResponderProgress {
  const fix = fleet.find(responderId)?.fix ?? null;
  return {
    responderId,
    positionAgeSeconds: fix && Math.max(0, now.since(fix.recordedAt).total("seconds")),
    approachMetres:
      fix && place && before ? distanceMetres(before, place) - distanceMetres(fix, place) : null,
  };
}
