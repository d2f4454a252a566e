export { type CalloutRow, calloutColumns, readCallout } from "./callout-row.ts";
export { findCallout, findTrackedCallout, hasActiveCalloutAt, listActiveCallouts } from "./callout-store.ts";
export { describeCallout } from "./describe-callout.ts";
export { raiseCallout } from "./raise-callout.ts";
export { createRaiseQueue, type RaiseQueue } from "./raise-queue.ts";
export { prepareRaise, raiseStatement } from "./raise-statement.ts";
export { applyEvent } from "./save-transition.ts";
export { readTrackingPath, trackingPath } from "./tracking.ts";
export type { Callout, CalloutAtSite, RaiseCommand, RaiseOutcome } from "./types.ts";
