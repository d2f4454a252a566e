export { refuseAssigned } from "./assignment-store.ts";
export { createResponder } from "./create-responder.ts";
export { createSupplier } from "./create-supplier.ts";
export { type Engagement, findEngagements, listEngagements } from "./engagement-store.ts";
export { createFleet } from "./fleet.ts";
export { listResponders, type ResponderOverview } from "./list-responders.ts";
export { isOnDuty } from "./on-duty.ts";
export { lockResponders } from "./responder-store.ts";
export { setShift } from "./set-shift.ts";
export { createResponderSignIn, type ResponderSignIn } from "./sign-in.ts";
export { listSuppliers } from "./supplier-store.ts";
export type {
  Fix,
  FixVerdict,
  Fleet,
  FleetCapabilities,
  FleetEntry,
  RejectedFix,
  ReportedFix,
  Responder,
  Shift,
  Supplier,
} from "./types.ts";
export { updateResponder } from "./update-responder.ts";
export { updateSupplier } from "./update-supplier.ts";
