import type { WireVisit } from "@tocsin/wire";
import type { VisitRow } from "../../../scheduled/index.ts";
import { presentInstant, presentInstantOrNull } from "../../panic-v2/callouts/present-instant.ts";

/** A visit as the control room and responders see it. */
export function presentVisit(row: VisitRow): WireVisit {
  const { id, requestId, phase, service, customerSource, customer, responder, notes } = row;
  const { serviceType, name, specialInstructions, details, place, timeZone } = service;
  return {
    id,
    scheduledRequestId: requestId,
    state: phase,
    serviceType,
    name,
    specialInstructions,
    details: { ...details, contacts: [...details.contacts] },
    startsAt: presentInstant(row.startsAt),
    endsAt: presentInstant(row.endsAt),
    timeZone,
    position: place.point,
    address: place.formattedAddress,
    customerSource: { id: customerSource.id, name: customerSource.name },
    customer,
    responder,
    notes,
    assignedAt: presentInstantOrNull(row.assignedAt),
    arrivedAt: presentInstantOrNull(row.arrivedAt),
    completedAt: presentInstantOrNull(row.completedAt),
    missedAt: presentInstantOrNull(row.missedAt),
    cancelledAt: presentInstantOrNull(row.cancelledAt),
  };
}
