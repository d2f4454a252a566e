import { distanceMetres, type ResponderProgress } from "@tocsin/domain";
import { applyEvent, type Callout } from "../callouts/index.ts";
import { type Queryable, sql } from "../db/index.ts";
import type { DueHandler } from "../deadlines/index.ts";
import type { Fleet } from "../responders/index.ts";

/** Where each was at an instant: the last fix at or before it. */
const positionsAt = sql(
  "dispatch-positions-at",
  `select distinct on (responder_id) responder_id, latitude, longitude from responder_track
  where responder_id = any($1::bigint[]) and recorded_at <= $2 order by responder_id, recorded_at desc`,
);

/** What happens when a callout's `progress` deadline is due: are those on their way alive, and do they come nearer? */
export function createProgressHandler(fleet: Fleet): DueHandler {
  return async (tx, callout, now, timing) => {
    const onTheWay = callout.assignments
      .filter(({ state }) => state === "assigned")
      .map(({ responderId }) => responderId);
    const before = await readPositions(tx, onTheWay, now.subtract({ seconds: timing.noProgressSeconds }));
    const responders = onTheWay.map((id) => progressOf(fleet, callout, id, before.get(id), now));
    return applyEvent(tx, callout, { type: "progressLooked", responders }, now, timing);
  };
}

type Point = { readonly latitude: number; readonly longitude: number };

async function readPositions(
  tx: Queryable,
  ids: readonly number[],
  at: Temporal.Instant,
): Promise<Map<number, Point>> {
  const rows = await tx.query<Point & { responder_id: number }>(positionsAt(ids, at.toString()));
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
