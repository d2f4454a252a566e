export { type Applied, type AppliedEvent, applyEvent } from "./apply-event.ts";
export {
  existsCallout,
  hasActiveCalloutAt,
  isCalloutOf,
  listActiveCallouts,
  listActiveCalloutsOf,
  listActivePlaces,
} from "./callout-store.ts";
export { cancelCallout } from "./cancel-callout.ts";
export {
  attemptChange,
  type CalloutChange,
  changeCallout,
  refusal,
  refusalOfClosed,
} from "./change-callout.ts";
export { listCustomerTimeline } from "./customer-timeline.ts";
export { describeCallout } from "./describe-callout.ts";
export {
  listExceptionReasons,
  recordExceptionReason,
  standardExceptionReasons,
} from "./exception-reasons.ts";
export { lockCallout, peekCallouts, tryLockCallout } from "./lock-callout.ts";
export { moveCallout } from "./move-callout.ts";
export { describeForPartner, listPartnerTimeline, nameForPartner } from "./partner-timeline.ts";
export { raiseStatement } from "./place-lane.ts";
export { prepareRaise } from "./prepare-raise.ts";
export { createQuietMoves, type QuietMoves } from "./quiet-moves.ts";
export { raiseCallout, raiseCalloutForPerson } from "./raise-callout.ts";
export { createRaiseQueue, type RaiseQueue } from "./raise-queue.ts";
export { findTimelineLine, type TimelineLine } from "./timeline-store.ts";
export { readTrackingPath, sameToken, trackingPath } from "./tracking.ts";
export type { Callout, CalloutFacts, RaiseCommand, RaiseOutcome } from "./types.ts";
export { type ChainReport, verifyCallout } from "./verify-callout.ts";
export type { Audience, CalloutView, CustomerSide, SentResponder } from "./view.ts";
export type { CalloutMoment } from "./view-as-of.ts";
export { findCalloutViewsAsOf } from "./view-as-of-store.ts";
export { findCalloutView, findTrackedCallout } from "./view-store.ts";
