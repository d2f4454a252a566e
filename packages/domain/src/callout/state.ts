/**
 * What a callout is, as the rules see it. Closed and small on purpose: everything a partner or a controller reads is
 * derived from this and from the timeline.
 */

/** `open(awaiting | offering | assigned | onScene | completed)` → `cancelled` → `closed`. */
export const calloutPhases = [
  "awaiting",
  "offering",
  "assigned",
  "onScene",
  "completed",
  "cancelled",
  "closed",
] as const;
export type CalloutPhase = (typeof calloutPhases)[number];

export interface CalloutState {
  /** Always what {@link phaseOf} says of the rest; stored so that it can be asked for. */
  readonly phase: CalloutPhase;
  readonly responseTypeId: number;
  readonly classificationId: number;
  /** A controller has confirmed the classification as it is now. */
  readonly verified: boolean;
  readonly internalTest: boolean;
  /** The person was forced to cancel: shown as cancelled to them, fully alive to us. */
  readonly duress: boolean;
  /** How often the same incident was raised again while it ran. */
  readonly repeats: number;
  /** When the callout was raised; alarms count from here. */
  readonly raisedAt: Temporal.Instant;
  /** Null when nobody knows where. */
  readonly position: Position | null;
  readonly owner: Owner | null;
  /** The newest offer to each responder: every live one, and how the others ended. */
  readonly offers: readonly Offer[];
  /** Offers declined or expired, ever; the ladder climbs by them. Withdrawn ones do not count. */
  readonly endedOffers: number;
  /** Whom this round has asked already, in any way; emptied when the list is exhausted and starts over. */
  readonly asked: readonly number[];
  /** When the control room was last told that nobody goes; null: not since help was wanted. */
  readonly unattendedAt: Temporal.Instant | null;
  /** The newest assignment of each responder. */
  readonly assignments: readonly Assignment[];
  readonly cancelledAt: Temporal.Instant | null;
  readonly cancelKind: CancelKind | null;
  readonly closedAt: Temporal.Instant | null;
  readonly closedOutcome: ClosedOutcome | null;
}

/** WGS 84 decimal degrees; accuracy in metres. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number | null;
}

export interface Owner {
  readonly operatorId: number;
  readonly name: string;
}

export type OfferState = "live" | "accepted" | "declined" | "expired" | "withdrawn";

export interface Offer {
  readonly offerId: number;
  readonly responderId: number;
  readonly state: OfferState;
  readonly madeAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** Null while live. */
  readonly endedAt: Temporal.Instant | null;
  readonly etaSeconds: number;
  /** Who says so: a router's name, or the estimate's. */
  readonly etaMethod: string;
  readonly distanceMetres: number;
}

export type AssignmentState = "assigned" | "onScene" | "completed" | "aborted" | "stoodDown";

export interface Assignment {
  readonly assignmentId: number;
  readonly responderId: number;
  /** The offer that was accepted; null when a controller sent the responder by hand. */
  readonly offerId: number | null;
  readonly byHand: boolean;
  readonly state: AssignmentState;
  readonly etaSeconds: number | null;
  /** Null as the ETA is. */
  readonly etaMethod: string | null;
  readonly assignedAt: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant | null;
  /** When it was completed, aborted or stood down; null while active. */
  readonly endedAt: Temporal.Instant | null;
  /** The last alarm about this responder in its present state, so that an alarm repeats at its interval only. */
  readonly alarmedAt: Temporal.Instant | null;
}

/**
 * `plain`: without a code. `verified`: with the right one. `duress`: with any other; that one cancels nothing
 * (panic-v2 §5).
 */
export type CancelKind = "plain" | "verified";

export const closedOutcomes = [
  "attended",
  "falseAlarm",
  "resolvedRemotely",
  "cancelled",
  "test",
  "duplicate",
] as const;
export type ClosedOutcome = (typeof closedOutcomes)[number];

/** Active = not cancelled and not closed (panic-v2 §2). */
export function isActive(phase: CalloutPhase): boolean {
  return phase !== "cancelled" && phase !== "closed";
}
