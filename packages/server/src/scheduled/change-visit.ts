import { type Actor, decideVisit, type VisitEvent, type VisitPhase } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { visitRefused } from "./refusals.ts";
import type { Visit } from "./types.ts";
import { saveVisit } from "./visit-store.ts";

/** Phase → when it was reached. */
const stamps: Readonly<Partial<Record<VisitPhase, keyof Visit>>> = {
  assigned: "assignedAt",
  arrived: "arrivedAt",
  completed: "completedAt",
  missed: "missedAt",
  cancelled: "cancelledAt",
};

/** What happens, caused by whom. */
export interface VisitChange {
  readonly event: VisitEvent;
  readonly by: Actor;
  /** Of the responder, on completing. */
  readonly notes?: string | null;
}

/**
 * Lets an event happen to a visit, and keeps it.
 * @param visit held by the caller's transaction
 * @throws AppError `visit-state` with the state, when the rules say no
 */
export async function changeVisit(
  tx: Queryable,
  visit: Visit,
  { event, by, notes = null }: VisitChange,
  now: Temporal.Instant,
): Promise<Visit> {
  const decision = decideVisit(visit, event, now);
  if (!decision.ok) throw visitRefused(visit, decision.reason);
  const { phase, responderId } = decision;
  const stamp = stamps[phase];
  const changed = {
    ...visit,
    phase,
    responderId,
    notes: notes ?? visit.notes,
    ...(stamp && { [stamp]: now }),
  };
  const instead = visit.responderId !== null && visit.responderId !== responderId;
  const body = {
    ...(responderId === null ? {} : { responderId }),
    ...(instead ? { insteadOf: visit.responderId } : {}),
    ...(notes === null ? {} : { notes }),
  };
  const kind = event.type === "taken" ? "taken" : phase;
  await saveVisit(tx, changed, { kind, actor: by, body, at: now });
  return changed;
}
