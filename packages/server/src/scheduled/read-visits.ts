import type { Queryable } from "../db/index.ts";
import { isOnDuty, type Responder } from "../responders/index.ts";
import { noSuchVisit } from "./refusals.ts";
import type { VisitEntry, VisitRow } from "./types.ts";
import { queryVisitEntries } from "./visit-store.ts";
import { findVisitRows, queryOpenVisits, queryOwnVisits } from "./visit-view.ts";

/** What a responder may take starts so soon, and is not more than a screen can scroll. */
const openAheadHours = 24;
const mostOpen = 200;

/** A visit with everything that happened to it. @throws AppError `not-found` */
export async function readVisit(
  db: Queryable,
  visitId: number,
): Promise<{ readonly row: VisitRow; readonly entries: readonly VisitEntry[] }> {
  const row = (await findVisitRows(db, [visitId])).get(visitId);
  if (!row) throw noSuchVisit(visitId);
  return { row, entries: await queryVisitEntries(db, row) };
}

/** What a responder is to go to, and, on duty, what could be taken. */
export async function readOwnVisits(
  db: Queryable,
  responder: Responder,
  now: Temporal.Instant,
): Promise<{ readonly own: readonly VisitRow[]; readonly open: readonly VisitRow[] }> {
  const own = await queryOwnVisits(db, responder.id);
  if (!isOnDuty(responder, now)) return { own, open: [] };
  const until = now.add({ hours: openAheadHours });
  const asked = { until, demoAlone: responder.isDemo, limit: mostOpen };
  return { own, open: await queryOpenVisits(db, now, asked) };
}
