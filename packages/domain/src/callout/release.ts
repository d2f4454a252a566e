import { type Actor, system } from "./actor.ts";
import { activeAssignments, liveOffers } from "./phase.ts";
import type { Assignment, CalloutState, Offer } from "./state.ts";
import type { TimelineEntry } from "./timeline.ts";

/** A state with what led to it said on the timeline. */
export interface Released {
  readonly state: CalloutState;
  readonly entries: readonly TimelineEntry[];
}

/** Ends offers that nobody answered. */
export function endOffers(
  state: CalloutState,
  offers: readonly Offer[],
  as: "expired" | "withdrawn",
  now: Temporal.Instant,
): Released {
  const kind = as === "expired" ? "offerExpired" : "offerWithdrawn";
  const ended = offers.map((offer): Offer => ({ ...offer, state: as, endedAt: now }));
  const entries = ended.map(
    ({ offerId, responderId }): TimelineEntry => ({ kind, actor: system, body: { offerId, responderId } }),
  );
  return { state: ended.reduce(setOffer, state), entries };
}

export function standDown(
  state: CalloutState,
  assignments: readonly Assignment[],
  cause: { readonly by: Actor; readonly reason: string | null },
  now: Temporal.Instant,
): Released {
  const entries = assignments.map(({ assignmentId, responderId }): TimelineEntry => {
    return { kind: "stoodDown", actor: cause.by, body: { assignmentId, responderId, reason: cause.reason } };
  });
  return { state: endAssignments(state, assignments, "stoodDown", now), entries };
}

/** The callout ends: whoever was asked or sent is free again. */
export function releaseAll(state: CalloutState, by: Actor, reason: string, now: Temporal.Instant): Released {
  const withdrawn = endOffers(state, liveOffers(state), "withdrawn", now);
  const released = standDown(withdrawn.state, activeAssignments(withdrawn.state), { by, reason }, now);
  return { state: released.state, entries: [...withdrawn.entries, ...released.entries] };
}

export function endAssignments(
  state: CalloutState,
  assignments: readonly Assignment[],
  as: "completed" | "aborted" | "stoodDown",
  now: Temporal.Instant,
): CalloutState {
  return assignments
    .map((each): Assignment => ({ ...each, state: as, endedAt: now }))
    .reduce(setAssignment, state);
}

/** One row a responder: the newest stands for the ones before. */
export function setOffer(state: CalloutState, offer: Offer): CalloutState {
  return {
    ...state,
    offers: [...state.offers.filter(({ responderId }) => responderId !== offer.responderId), offer],
  };
}

/** One row a responder: the newest stands for the ones before. */
export function setAssignment(state: CalloutState, assignment: Assignment): CalloutState {
  const others = state.assignments.filter(({ responderId }) => responderId !== assignment.responderId);
  return { ...state, assignments: [...others, assignment] };
}
