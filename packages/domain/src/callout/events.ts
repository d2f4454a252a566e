import type { UnfitReason } from "../dispatch/ranking.ts";
import type { Actor } from "./actor.ts";
import type { DeadlineKind } from "./deadline.ts";
import type { CancelKind, ClosedOutcome, Owner, Position } from "./state.ts";

/**
 * What can happen to a callout, by name. Ids of what an event may create (offers, assignments) come in with it: the
 * shell allocates them, nothing is made up here.
 */
export interface CalloutEvents {
  raised: { readonly request: RaiseRequest; readonly by: Actor };
  /** The same incident, raised once more while it runs. */
  raisedAgain: { readonly request: RaiseRequest; readonly by: Actor };
  /** A new incident began where the last responder is done: the completed callout ends so that a new one may start. */
  superseded: object;

  /** The `dispatch` deadline was due and the fleet was ranked. */
  dispatchLooked: {
    /**
     * Fit responders, best first; all of them, or at least three more than the callout has asked already
     * ({@link CalloutState.asked}), so that one who was not asked is among them when there is one.
     */
    readonly candidates: readonly DispatchCandidate[];
    /** Fresh ids, one for each offer that may be made; three are enough. */
    readonly offerIds: readonly number[];
    /** The nearest of those against whom nothing speaks but that they are too far; absent: there is none. */
    readonly tooFar?: TooFarCandidate;
  };
  offerAccepted: {
    readonly offerId: number;
    readonly assignmentId: number;
    /** Measured now; null: the one of the offer. */
    readonly etaSeconds: number | null;
    /** How it was measured; absent: by the estimate. */
    readonly etaMethod?: string;
    readonly by: Actor;
  };
  offerDeclined: { readonly offerId: number; readonly reason: string | null; readonly by: Actor };

  dispatchedByHand: {
    readonly assignmentId: number;
    readonly responderId: number;
    readonly etaSeconds: number | null;
    /** Where the ETA is from; absent: from the estimate. */
    readonly etaMethod?: string;
    readonly instruction: string | null;
    /** Live offers to others stay open. */
    readonly additional: boolean;
    /** Why ranking finds the responder unfit; empty when fit. */
    readonly unfit: readonly UnfitReason[];
    /** Why an unfit one is sent all the same; null: then it is refused. */
    readonly overrideReason: string | null;
    readonly by: Actor;
  };
  arrived: { readonly assignmentId: number; readonly position: Position | null; readonly by: Actor };
  completed: {
    /** Null: a controller completes for everybody who is there. */
    readonly assignmentId: number | null;
    readonly outcome: string | null;
    readonly notes: string | null;
    readonly by: Actor;
  };
  aborted: { readonly assignmentId: number; readonly reason: string; readonly by: Actor };
  /** By the control room; `responderId` null stands everybody down. */
  stoodDown: { readonly responderId: number | null; readonly reason: string; readonly by: Actor };

  moved: { readonly position: Position; readonly by: Actor };
  commented: { readonly message: string; readonly source: string | null; readonly by: Actor };

  owned: { readonly owner: Owner; readonly force: boolean };
  released: { readonly operator: Owner; readonly force: boolean };
  verified: { readonly classificationId: number; readonly by: Actor };
  duressCleared: { readonly reason: string; readonly by: Actor };

  /** The three meanings of a cancel (panic-v2 §5); comparing the code is the shell's. */
  cancelled: { readonly kind: CancelKind | "duress"; readonly reason: string | null; readonly by: Actor };
  /** Cancelled and closed in one step. */
  dismissed: { readonly by: Actor };
  closed: { readonly outcome: ClosedOutcome; readonly notes: string | null; readonly by: Actor };

  /** The `progress` deadline was due; one row for each responder on the way. */
  progressLooked: { readonly responders: readonly ResponderProgress[] };
  /** Any other deadline was due. The clockwork itself is never refused. */
  deadlineDue: { readonly kind: Exclude<DeadlineKind, "dispatch" | "progress"> };
}

export type CalloutEventType = keyof CalloutEvents;

/** In: one of these. Out: a {@link Decision}. */
export type CalloutEvent<Type extends CalloutEventType = CalloutEventType> = {
  [Each in Type]: { readonly type: Each } & CalloutEvents[Each];
}[Type];

/** What was asked for, kept on the timeline as it was asked. */
export interface RaiseRequest {
  readonly responseTypeId: number;
  readonly classificationId: number;
  readonly internalTest: boolean;
  readonly installerIdentifier: string | null;
  /** The partner's key of the place; null when a person raised it elsewhere. */
  readonly externalReferenceId: string | null;
  /** Where the person is; null: where the place is. */
  readonly position: Position | null;
}

/** A responder whom ranking found fit. */
export interface DispatchCandidate {
  readonly responderId: number;
  readonly etaSeconds: number;
  /** Where the ETA is from; absent: from the estimate. */
  readonly etaMethod?: string;
  readonly distanceMetres: number;
  /** False when another callout has just taken the responder: the database says so, by its unique index. */
  readonly reservable: boolean;
}

/** A responder who would be fit, were they nearer. */
export type TooFarCandidate = Omit<DispatchCandidate, "reservable">;

/** How a responder on the way is doing. */
export interface ResponderProgress {
  readonly responderId: number;
  /** Null when no position was ever received. */
  readonly positionAgeSeconds: number | null;
  /**
   * How much nearer to the place, as it is now, the last `noProgressSeconds` brought the responder; negative when
   * further away, null when there is no track to judge by.
   */
  readonly approachMetres: number | null;
}
