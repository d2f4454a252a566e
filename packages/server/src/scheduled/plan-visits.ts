import { type Occurrence, occurrences } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { savePlan } from "./service-store.ts";
import type { ScheduledService } from "./types.ts";
import { insertVisits } from "./visit-store.ts";

/** Occurrences become visits so far ahead: what the control room can see, and staff for. */
const plannedAheadDays = 35;
/** The next one becomes a visit this long before it starts, so that each look plans a week or more at once. */
const plannedAtLeastDays = 28;

/**
 * Makes visits of the occurrences that start within the horizon, from `planFrom` on, and says when to go on. Those that were
 * not planned while no node ran are made too: they were missed, and that must be seen.
 * @param service held by the caller's transaction, or new in it
 */
export async function planVisits(
  tx: Queryable,
  service: ScheduledService,
  now: Temporal.Instant,
): Promise<void> {
  const { schedule, planFrom } = service;
  if (!planFrom) return;
  const horizon = now.add({ hours: plannedAheadDays * 24 });
  const near: Occurrence[] = [];
  let next: Temporal.Instant | null = null;
  for (const occurrence of occurrences(schedule, planFrom)) {
    if (Temporal.Instant.compare(occurrence.startsAt, horizon) < 0) {
      near.push(occurrence);
      continue;
    }
    next = occurrence.startsAt;
    break;
  }
  await insertVisits(tx, service, near, now);
  await savePlan(tx, service, next && { from: next, at: next.subtract({ hours: plannedAtLeastDays * 24 }) });
}
