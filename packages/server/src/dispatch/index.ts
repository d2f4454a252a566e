export { acceptOffer, declineOffer } from "./answer-offer.ts";
export { changeShift } from "./change-shift.ts";
export { declineForDisabled } from "./decline-for-disabled.ts";
export { type DispatchByHand, dispatchByHand } from "./dispatch-by-hand.ts";
export { nextAssignmentId } from "./dispatch-store.ts";
export { createDispatcher } from "./dispatcher.ts";
export { createEtaSource } from "./eta/eta-source.ts";
export type { Router } from "./eta/types.ts";
export { type CalloutExplanation, explainCallout } from "./explain/explain-callout.ts";
export { type Candidate, listCandidates } from "./list-candidates.ts";
export { look } from "./look.ts";
export { createProgressHandler } from "./progress.ts";
export {
  abortAssignment,
  arriveAtAssignment,
  completeAssignment,
  remarkOnAssignment,
} from "./progress-assignment.ts";
export type { ResponderActCapabilities } from "./responder-act.ts";
export {
  type AssignedWork,
  findResponderWork,
  type OfferedWork,
  type WorkPlace,
} from "./responder-view.ts";
export type { FleetView } from "./types.ts";
