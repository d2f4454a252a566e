/** One time that somebody is to be at a place for a scheduled service: an occurrence of a schedule, as a responder's job. */
export interface VisitState {
  readonly phase: VisitPhase;
  readonly startsAt: Temporal.Instant;
  /** Exclusive: who is not there by then has missed it. */
  readonly endsAt: Temporal.Instant;
  /** Who is to go, or went; null: nobody yet, or nobody did. */
  readonly responderId: number | null;
}

export const visitPhases = ["planned", "assigned", "arrived", "completed", "missed", "cancelled"] as const;
export type VisitPhase = (typeof visitPhases)[number];

/** Somebody is still to come, so the end of the window matters. */
export function isAwaited(phase: VisitPhase): boolean {
  return phase === "planned" || phase === "assigned";
}

export type VisitEvent =
  /** The control room sends somebody; instead of somebody else, too. */
  | { readonly type: "assigned"; readonly responderId: number }
  /** A responder takes what nobody has. */
  | { readonly type: "taken"; readonly responderId: number }
  | { readonly type: "arrived"; readonly responderId: number }
  | { readonly type: "completed"; readonly responderId: number }
  /** The clock: nobody came. */
  | { readonly type: "windowEnded" }
  /** The partner has called the schedule off. */
  | { readonly type: "cancelled" };

export type VisitEventType = VisitEvent["type"];

export type VisitRefusal =
  /** Not in this phase; the phase says why. */
  | "phase"
  /** Somebody else is to go. */
  | "notTheirs"
  /** Long before the window begins: whoever is there now can't mean this visit. */
  | "tooEarly"
  /** The window is over with nobody there: it is missed, and the clockwork says so within a moment. */
  | "windowOver"
  /** The window has not ended. */
  | "windowOpen";

export type VisitDecision =
  | { readonly ok: true; readonly phase: VisitPhase; readonly responderId: number | null }
  | { readonly ok: false; readonly reason: VisitRefusal };
