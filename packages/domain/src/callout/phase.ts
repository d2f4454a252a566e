import { type Assignment, type CalloutPhase, type CalloutState, isActive, type Offer } from "./state.ts";
import type { Moment } from "./timing.ts";

/**
 * The phase that the facts amount to. With several responders the furthest one counts (panic-v2 §2), taken by the
 * letter: the callout is completed from the first completion on, while others may still be on their way or there. It
 * closes by itself only after the last of them is done.
 */
export function phaseOf(facts: Omit<CalloutState, "phase">): CalloutPhase {
  if (facts.closedAt !== null) return "closed";
  if (facts.cancelledAt !== null) return "cancelled";
  const reached = new Set(facts.assignments.map(({ state }) => state));
  if (reached.has("completed")) return "completed";
  if (reached.has("onScene")) return "onScene";
  if (reached.has("assigned")) return "assigned";
  return liveOffers(facts).length > 0 ? "offering" : "awaiting";
}

/**
 * What the customer's own side is shown: under duress a callout that was cancelled then, and closes by itself as cancelled
 * ones do, whatever is true (panic-v2 §5).
 * @param duressAt null unless they are under duress
 */
export function phaseForCustomer(
  phase: CalloutPhase,
  duressAt: Temporal.Instant | null,
  { now, timing }: Moment,
): CalloutPhase {
  if (duressAt === null || phase === "closed") return phase;
  const closesAt = duressAt.add({ seconds: timing.closeCancelledSeconds });
  return Temporal.Instant.compare(now, closesAt) < 0 ? "cancelled" : "closed";
}

/** A new raise for the same place or person is the same incident (panic-v2 §2, Folding). */
export function isFoldable({ phase, duress }: Pick<CalloutState, "phase" | "duress">): boolean {
  return isActive(phase) && phase !== "completed" && !duress;
}

/** Nobody goes yet: the dispatch loop runs. */
export function wantsHelp({ phase }: Pick<CalloutState, "phase">): boolean {
  return phase === "awaiting" || phase === "offering";
}

export function liveOffers({ offers }: Pick<CalloutState, "offers">): readonly Offer[] {
  return offers.filter(({ state }) => state === "live");
}

/** On the way or on scene. */
export function activeAssignments({ assignments }: Pick<CalloutState, "assignments">): readonly Assignment[] {
  return assignments.filter(({ state }) => state === "assigned" || state === "onScene");
}

/** Since when nothing was heard of a responder on scene, alarms included. */
export function quietSince({ alarmedAt, arrivedAt, assignedAt }: Assignment): Temporal.Instant {
  return alarmedAt ?? arrivedAt ?? assignedAt;
}
