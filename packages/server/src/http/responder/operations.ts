import type { Operation } from "../route.ts";
import { abortAssignment } from "./abort-assignment/route.ts";
import { acceptOffer } from "./accept-offer/route.ts";
import { addAssignmentEvent } from "./add-assignment-event/route.ts";
import { addAssignmentPhoto } from "./add-assignment-photo/route.ts";
import { arriveAtAssignment } from "./arrive-at-assignment/route.ts";
import { arriveAtVisit } from "./arrive-at-visit/route.ts";
import { completeAssignment } from "./complete-assignment/route.ts";
import { completeVisit } from "./complete-visit/route.ts";
import { createFleetSession } from "./create-fleet-session/route.ts";
import { createResponderSession } from "./create-responder-session/route.ts";
import { declineOffer } from "./decline-offer/route.ts";
import { followOwnWork } from "./follow-own-work/route.ts";
import { getResponderState } from "./get-responder-state/route.ts";
import { listOwnVisits } from "./list-own-visits/route.ts";
import { recordFleetPositions } from "./record-fleet-positions/route.ts";
import { recordPositions } from "./record-positions/route.ts";
import { setShift } from "./set-shift/route.ts";
import { takeVisit } from "./take-visit/route.ts";

/** Every operation of the responders' door. */
export const responderOperations: readonly Operation[] = [
  createResponderSession,
  setShift,
  recordPositions,
  getResponderState,
  followOwnWork,
  acceptOffer,
  declineOffer,
  arriveAtAssignment,
  completeAssignment,
  abortAssignment,
  addAssignmentEvent,
  addAssignmentPhoto,
  listOwnVisits,
  takeVisit,
  arriveAtVisit,
  completeVisit,
  createFleetSession,
  recordFleetPositions,
];
