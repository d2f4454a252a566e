import type { DeadlineChange } from "./deadline.ts";
import type { CalloutEventType } from "./events.ts";
import type { Notice } from "./notice.ts";
import type { Assignment, CalloutPhase, CalloutState, Offer } from "./state.ts";
import type { TimelineEntry } from "./timeline.ts";

/** What the transition function says: what is so from now on, and what to write and send; or why not. */
export type Decision = Accepted | Refused;

export interface Accepted {
  readonly ok: true;
  readonly state: CalloutState;
  /** Empty only when a timer looked and found everything in order. */
  readonly entries: readonly TimelineEntry[];
  readonly deadlines: readonly DeadlineChange[];
  readonly notices: readonly Notice[];
  readonly effects: Effects;
  readonly alarms: readonly Alarm[];
}

export interface Refused {
  readonly ok: false;
  readonly reason: Refusal;
  /** Null before the callout exists. */
  readonly phase: CalloutPhase | null;
  /** What could happen now instead, at somebody's wish. */
  readonly possible: readonly CalloutEventType[];
}

/**
 * Rows to write, by id: new ones and changed ones. A live offer in here is a new one, to be shown to its responder; one
 * that is expired or withdrawn is to be taken off the screen.
 */
export interface Effects {
  readonly offers: readonly Offer[];
  readonly assignments: readonly Assignment[];
}

export type AlarmKind =
  | "unattended"
  | "duress"
  | "typeDiffers"
  | "responderAborted"
  | "responderSilent"
  | "responderStalled"
  | "onSceneTooLong";

/** Something the control room must look at. */
export interface Alarm {
  readonly kind: AlarmKind;
  readonly text: string;
  readonly responderId: number | null;
}

export type Refusal =
  | "notRaised"
  | "alreadyRaised"
  | "alreadyCompleted"
  | "alreadyCancelled"
  | "alreadyClosed"
  | "notCompleted"
  | "underDuress"
  | "notUnderDuress"
  | "unknownOffer"
  | "offerAccepted"
  | "offerDeclined"
  | "offerExpired"
  | "offerWithdrawn"
  | "unknownAssignment"
  | "assignmentNotOnScene"
  | "assignmentOnScene"
  | "assignmentCompleted"
  | "assignmentAborted"
  | "assignmentStoodDown"
  | "responderAssigned"
  | "responderUnfit"
  | "responderActive"
  | "noResponderActive"
  | "ownedByAnother"
  | "alreadyOwner"
  | "notOwned"
  | "notAVerdict";
