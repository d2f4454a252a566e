import {
  isAwaited,
  type VisitDecision,
  type VisitEvent,
  type VisitRefusal,
  type VisitState,
} from "./visit.ts";

/** Responders come a little before their time; an arrival longer before the window is another day's, or a slip of the thumb. */
export const earliestArrivalMinutes = 60;

/**
 * What an event makes of a visit. Total: every event in every phase is either let happen or refused with the reason, and
 * whoever saves the result holds the visit's row, so of two at the same instant one wins.
 */
export function decideVisit(visit: VisitState, event: VisitEvent, now: Temporal.Instant): VisitDecision {
  switch (event.type) {
    case "assigned":
      return isAwaited(visit.phase)
        ? whileOpen(visit, now, become("assigned", event.responderId))
        : refuse("phase");
    case "taken":
      return visit.phase === "planned"
        ? whileOpen(visit, now, become("assigned", event.responderId))
        : refuse("phase");
    case "arrived":
      return arrive(visit, event.responderId, now);
    case "completed":
      if (visit.responderId !== event.responderId) return refuse("notTheirs");
      return visit.phase === "arrived" ? become("completed", visit.responderId) : refuse("phase");
    case "windowEnded":
      if (!isAwaited(visit.phase)) return refuse("phase");
      return isOver(visit, now) ? become("missed", visit.responderId) : refuse("windowOpen");
    case "cancelled":
      return isAwaited(visit.phase)
        ? whileOpen(visit, now, become("cancelled", visit.responderId))
        : refuse("phase");
  }
}

function arrive(visit: VisitState, responderId: number, now: Temporal.Instant): VisitDecision {
  if (visit.responderId !== responderId) return refuse("notTheirs");
  if (visit.phase !== "assigned") return refuse("phase");
  const earliest = visit.startsAt.subtract({ minutes: earliestArrivalMinutes });
  if (Temporal.Instant.compare(now, earliest) < 0) return refuse("tooEarly");
  return whileOpen(visit, now, become("arrived", responderId));
}

/** Time decides, not whether the clockwork has looked yet: from the end of its window a visit is missed. */
function whileOpen(visit: VisitState, now: Temporal.Instant, decision: VisitDecision): VisitDecision {
  return isOver(visit, now) ? refuse("windowOver") : decision;
}

function isOver({ endsAt }: VisitState, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, endsAt) >= 0;
}

function become(phase: VisitState["phase"], responderId: number | null): VisitDecision {
  return { ok: true, phase, responderId };
}

function refuse(reason: VisitRefusal): VisitDecision {
  return { ok: false, reason };
}
