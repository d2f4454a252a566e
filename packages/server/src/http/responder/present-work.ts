import { type ResponderAssignment, type ResponderOffer, statusText } from "@tocsin/wire";
import type { AssignedWork, OfferedWork, WorkPlace } from "../../dispatch/index.ts";
import { presentInstant, presentInstantOrNull } from "../panic-v2/callouts/present-instant.ts";

export function presentOffer(offer: OfferedWork): ResponderOffer {
  const { id, etaSeconds, etaMethod, distanceMetres, offeredAt, expiresAt } = offer;
  return {
    id,
    ...presentPlace(offer),
    etaSeconds,
    etaMethod,
    distanceMetres,
    offeredAt: presentInstant(offeredAt),
    expiresAt: presentInstant(expiresAt),
  };
}

export function presentAssignment(assignment: AssignedWork): ResponderAssignment {
  const { id, state, byHand, instruction, etaSeconds, etaMethod, assignedAt, arrivedAt } = assignment;
  return {
    id,
    ...presentPlace(assignment),
    state,
    byHand,
    instruction,
    etaSeconds,
    etaMethod,
    assignedAt: presentInstant(assignedAt),
    arrivedAt: presentInstantOrNull(arrivedAt),
  };
}

function presentPlace({ callout, position, site, customer }: WorkPlace) {
  const { phase, classification, raisedAt, ...plain } = callout;
  return {
    callout: {
      ...plain,
      status: statusText[phase],
      classification: { id: classification.id, value: classification.value },
      raisedAt: presentInstant(raisedAt),
    },
    position,
    site,
    customer,
  };
}
