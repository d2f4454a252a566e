import type { Actor } from "./actor.ts";

/** One line of a callout's timeline, before it has a sequence number and a hash. */
export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly actor: Actor;
  readonly body: TimelineBody;
}

export type TimelineBody = Readonly<Record<string, string | number | boolean | null>>;

export type TimelineKind =
  | "raised"
  | "raisedAgain"
  | "offered"
  | "offerAccepted"
  | "offerDeclined"
  | "offerExpired"
  | "offerWithdrawn"
  | "listExhausted"
  | "dispatchedByHand"
  | "arrived"
  | "completed"
  | "aborted"
  | "stoodDown"
  | "moved"
  | "commented"
  | "owned"
  | "released"
  | "verified"
  | "duress"
  | "duressCleared"
  | "cancelled"
  | "closed"
  | "unattendedAlarm"
  | "responderSilentAlarm"
  | "responderStalledAlarm"
  | "responderMovingAgain"
  | "onSceneAlarm";
