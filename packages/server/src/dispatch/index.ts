export { createDispatchHandler } from "./dispatcher.ts";
export { findEngagements, nextAssignmentId } from "./dispatch-store.ts";
export { type EtaSource, estimateOnly } from "./eta-source.ts";
export { createProgressHandler } from "./progress.ts";
export { type FleetView, rankFleet, toMember } from "./rank-fleet.ts";
