import type { CalloutState } from "./state.ts";

/** What can happen to a callout. In: one of these. Out: a {@link Decision}. */
export type CalloutEvent =
  | { readonly type: "raised"; readonly request: RaiseRequest }
  | { readonly type: "raisedAgain"; readonly request: RaiseRequest }
  /** A new incident began at a place whose last responder is done: the completed callout ends so that a new one may start. */
  | { readonly type: "superseded" }
  | { readonly type: "deadlineDue"; readonly kind: DeadlineKind };

/** What the integrator asked for, kept on the timeline as it was asked. */
export interface RaiseRequest {
  readonly responseTypeId: number;
  readonly classificationId: number;
  readonly internalTest: boolean;
  readonly installerIdentifier: string | null;
  readonly externalReferenceId: string;
}

/** A running deadline of an open callout; at most one of each kind at a time. */
export type DeadlineKind = "unattended";

export type DeadlineChange =
  | { readonly kind: DeadlineKind; readonly dueAt: Temporal.Instant }
  | { readonly kind: DeadlineKind; readonly dueAt: null };

/** Who caused an entry of the timeline. */
export type ActorKind = "integrator" | "customer" | "controller" | "responder" | "system";

/** One line of a callout's timeline, before it has a sequence number and a hash. */
export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly actor: ActorKind;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
}

export type TimelineKind = "raised" | "raisedAgain" | "closed" | "unattendedAlarm";

/** Names of the partner's webhook events (panic-v2 §8) that a transition causes. */
export type Notice = "NEW_CALLOUT" | "CALLOUT_EVENTS_CHANGED" | "CALLOUT_CLOSED";

export type Decision =
  | {
      readonly ok: true;
      readonly state: CalloutState;
      readonly entries: readonly TimelineEntry[];
      readonly deadlines: readonly DeadlineChange[];
      readonly notices: readonly Notice[];
    }
  | { readonly ok: false; readonly reason: Refusal };

export type Refusal = "notRaised" | "alreadyRaised" | "notActive" | "notCompleted" | "alreadyCompleted";
