/**
 * What a callout is, as the rules see it. Closed and small on purpose: everything a partner or a controller reads is
 * derived from this and from the timeline.
 */

/** `open(awaiting | offering | assigned | onScene | completed)` → `cancelled` → `closed`. */
export type CalloutPhase =
  | "awaiting"
  | "offering"
  | "assigned"
  | "onScene"
  | "completed"
  | "cancelled"
  | "closed";

export interface CalloutState {
  readonly phase: CalloutPhase;
  readonly classificationId: number;
  /** The person was forced to cancel: shown as cancelled to them, fully alive to us. */
  readonly duress: boolean;
  /** How often the same incident was raised again while it ran. */
  readonly repeats: number;
  /** When the callout was raised; alarms count from here. */
  readonly raisedAt: Temporal.Instant;
}

/** Active = not cancelled and not closed (panic-v2 §2). */
export function isActive(phase: CalloutPhase): boolean {
  return phase !== "cancelled" && phase !== "closed";
}
