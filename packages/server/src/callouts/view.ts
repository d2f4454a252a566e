import type { AssignmentState, TimingPolicy } from "@tocsin/domain";
import type { CalloutFacts } from "./types.ts";

/** Who looks: the partner's server sees what is true; the customer's own side, what `shown-to-customer.ts` says. */
export type Audience = "partner" | CustomerSide;

/** When they look, and the clockwork that callouts close by: what they take for cancelled may have closed by then. */
export interface CustomerSide {
  readonly now: Temporal.Instant;
  readonly timing: TimingPolicy;
}

/** A callout as it is read: with its place, kept when that was deleted since, and everybody who was sent. */
export interface CalloutView extends CalloutFacts {
  readonly siteName: string | null;
  readonly siteAddress: string | null;
  /** When the person was forced to cancel; null unless they are under duress. */
  readonly duressAt: Temporal.Instant | null;
  /** One for each responder, in the order in which they were first sent. */
  readonly sent: readonly SentResponder[];
}

/** A responder who was sent, with the newest assignment. */
export interface SentResponder {
  /** Stays the same when the responder is sent again. */
  readonly firstAssignmentId: number;
  readonly responderId: number;
  readonly name: string;
  readonly callSign: string | null;
  readonly vehicle: string | null;
  readonly supplier: { readonly id: number; readonly name: string };
  /** The newest there is; of one who is done here, the last one from then: where they are now is nobody's business here. */
  readonly position: SeenPosition | null;
  /** As it was measured when they were sent. */
  readonly etaSeconds: number | null;
  /** By a controller, without an offer. */
  readonly byHand: boolean;
  readonly state: AssignmentState;
  readonly assignedAt: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

export interface SeenPosition {
  readonly latitude: number;
  readonly longitude: number;
  readonly at: Temporal.Instant;
}
