import type { Operation } from "../route.ts";
import { listAudit } from "./audit/list-audit/route.ts";
import { cancelByHand } from "./callouts/cancel-by-hand/route.ts";
import { clearDuress } from "./callouts/clear-duress/route.ts";
import { closeCallout } from "./callouts/close-callout/route.ts";
import { commentOnCallout } from "./callouts/comment-on-callout/route.ts";
import { completeCallout } from "./callouts/complete-callout/route.ts";
import { dispatchResponder } from "./callouts/dispatch-responder/route.ts";
import { getControlCallout } from "./callouts/get-control-callout/route.ts";
import { listCandidates } from "./callouts/list-candidates/route.ts";
import { listControlCallouts } from "./callouts/list-control-callouts/route.ts";
import { ownCallout } from "./callouts/own-callout/route.ts";
import { releaseCallout } from "./callouts/release-callout/route.ts";
import { standDownResponders } from "./callouts/stand-down-responders/route.ts";
import { verifyCallout } from "./callouts/verify-callout/route.ts";
import { createCoverageArea } from "./coverage-areas/create-coverage-area/route.ts";
import { deleteCoverageArea } from "./coverage-areas/delete-coverage-area/route.ts";
import { listCoverageAreas } from "./coverage-areas/list-coverage-areas/route.ts";
import { updateCoverageArea } from "./coverage-areas/update-coverage-area/route.ts";
import { getControlHealth } from "./health/get-control-health/route.ts";
import { listLeads } from "./leads/list-leads/route.ts";
import { updateLead } from "./leads/update-lead/route.ts";
import { createOperator } from "./operators/create-operator/route.ts";
import { listOperators } from "./operators/list-operators/route.ts";
import { updateOperator } from "./operators/update-operator/route.ts";
import { createResponder } from "./responders/create-responder/route.ts";
import { listResponders } from "./responders/list-responders/route.ts";
import { updateResponder } from "./responders/update-responder/route.ts";
import { changePassword } from "./sessions/change-password/route.ts";
import { signInOperator } from "./sessions/sign-in-operator/route.ts";
import { signOutOperator } from "./sessions/sign-out-operator/route.ts";
import { advanceCallout } from "./simulator/advance-callout/route.ts";
import { followControlRoom } from "./stream/follow-control-room/route.ts";
import { createSupplier } from "./suppliers/create-supplier/route.ts";
import { listSuppliers } from "./suppliers/list-suppliers/route.ts";
import { updateSupplier } from "./suppliers/update-supplier/route.ts";
import { assignVisit } from "./visits/assign-visit/route.ts";
import { getVisit } from "./visits/get-visit/route.ts";
import { listVisits } from "./visits/list-visits/route.ts";

/** Every operation of the control room's door. */
export const controlOperations: readonly Operation[] = [
  signInOperator,
  signOutOperator,
  changePassword,
  listControlCallouts,
  getControlCallout,
  listCandidates,
  ownCallout,
  releaseCallout,
  dispatchResponder,
  standDownResponders,
  commentOnCallout,
  verifyCallout,
  clearDuress,
  completeCallout,
  cancelByHand,
  closeCallout,
  listVisits,
  getVisit,
  assignVisit,
  listResponders,
  createResponder,
  updateResponder,
  listSuppliers,
  createSupplier,
  updateSupplier,
  listOperators,
  createOperator,
  updateOperator,
  listCoverageAreas,
  createCoverageArea,
  updateCoverageArea,
  deleteCoverageArea,
  listLeads,
  updateLead,
  listAudit,
  followControlRoom,
  getControlHealth,
  advanceCallout,
];
